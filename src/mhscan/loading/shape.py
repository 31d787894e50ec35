"""Data to models: what pydantic finds wrong, each at its place in the file and in the user's language."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from mhscan.codes import problem
from mhscan.dates import DateError
from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.yaml_reader import Document

M = TypeVar("M", bound=BaseModel)


def shape(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The document as a model, or all that keeps it from being one."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        found: dict[object, Problem] = {}
        for path, detail in details(document, error):
            one = _problem(document, model, path, detail)
            # A union tries each of its members; one message about the same place is enough.
            found.setdefault((one.location, one.code), one)
        return None, list(found.values())


def details(document: Document, error: ValidationError) -> list[tuple[Path, dict[str, Any]]]:
    """What pydantic says, each with its path in the data, without what only follows from the rest."""
    details = [(real_path(document.data, one["loc"]), dict(one)) for one in error.errors(include_url=False)]
    above = {path[:n] for path, _detail in details for n in range(len(path))}
    return [(path, one) for path, one in details if not _follows(path, one, above)]


def _follows(path: Path, detail: dict[str, Any], above: set[Path]) -> bool:
    """Whether an error is only there since another is: `above` has the paths inside which there are others.

    A list counts as too short if items in it are wrong; and where a union takes a list or a mapping, the member that
    is not meant finds the whole of it wrong.
    """
    if detail["type"] == "too_short":
        return len(detail["input"]) >= int(detail["ctx"]["min_length"])
    return detail["type"] in _TYPES and path in above


def real_path(data: Any, loc: Path) -> Path:
    """The part of a pydantic location that exists in the data.

    Pydantic puts the names of union members between the keys: the type of a question, or a name that is no key of the
    data at that place.
    """
    path: list[str | int] = []
    here = data
    tagged = False
    for n, step in enumerate(loc):
        if isinstance(here, dict) and not tagged and step == here.get("type") and n + 1 < len(loc):
            tagged = True
        elif _is_inside(here, step):
            path.append(step)
            here = here[step]
            tagged = False
    return tuple(path)


def _is_inside(here: Any, step: str | int) -> bool:
    if isinstance(here, list):
        return isinstance(step, int) and step < len(here)
    return isinstance(here, dict) and step in here


def _problem(document: Document, model: type[BaseModel], path: Path, detail: dict[str, Any]) -> Problem:
    kind, loc = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        known = sorted(keys_at(model, path[:-1]))
        hint, near = meant(str(path[-1]), known)
        message = _("unknown key '{key}'").format(key=path[-1])
        return problem("MH102", message, document.locate(path, at_key=True), hint, suggestion=near)
    if kind == "missing" or _has_no_type(detail):
        key = loc[-1] if kind == "missing" else "type"
        message = _("the key '{key}' is missing").format(key=key)
        hint = _("Add a line '{key}: ...' here.").format(key=key)
        return problem("MH101", message, document.locate(path), hint)
    code, message, hint = _wording(kind, detail)
    if kind == "union_tag_invalid":
        path = (*path, "type")
    return problem(code, message, document.locate(path, at_key=loc[-1:] == ("[key]",)), hint)


def _has_no_type(detail: dict[str, Any]) -> bool:
    """Whether this is a question of which the type is not given."""
    return bool(detail["type"] == "union_tag_not_found" and detail["ctx"]["discriminator"] == "'type'")


_TYPES = {
    "string_type": "text",
    "int_type": "number",
    "int_from_float": "number",
    "float_type": "number",
    "bool_type": "truth",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}


def _wording(kind: str, detail: dict[str, Any]) -> tuple[str, str, str]:
    """The code, message and hint for a kind of error that pydantic names."""
    context = detail.get("ctx", {})
    value = _short(detail["input"])
    if kind in _TYPES or (kind == "union_tag_not_found" and not isinstance(detail["input"], dict)):
        name, hint = _expected(_TYPES.get(kind, "mapping"))
        return "MH103", _("{expected} is expected here, not {value}").format(expected=name, value=value), hint
    if kind == "union_tag_not_found":
        hint = _("A condition starts with one of: {keys}.").format(keys=_tags())
        return "MH104", _("it cannot be told what is meant here"), hint
    if kind in ("literal_error", "union_tag_invalid"):
        value = _short(context.get("tag", detail["input"]))
        hint = _("Possible: {keys}.").format(keys=context.get("expected") or context["expected_tags"])
        return "MH104", _("{value} cannot stand here").format(value=value), hint
    if kind in ("string_pattern_mismatch", "string_too_long"):
        pattern = context.get("pattern") or f"^.{{0,{context['max_length']}}}$"
        hint = _("It must match the pattern {pattern}.").format(pattern=pattern)
        return "MH104", _("{value} does not have the right form").format(value=value), hint
    if kind in ("too_short", "string_too_short"):
        low = context.get("min_length", 1)
        return "MH104", _("there is too little here"), _("At least {n} expected.").format(n=low)
    if isinstance(context.get("error"), DateError):
        return "MH104", str(context["error"]), ""
    limits = [f"{key} {context[key]}" for key in ("ge", "gt", "le", "lt") if key in context]
    if limits:
        return "MH104", _("{value} lies outside the limits").format(value=value), _limits(context)
    return "MH104", _("{value} cannot stand here ({detail})").format(value=value, detail=detail["msg"]), ""


def _limits(context: dict[str, Any]) -> str:
    words = {"ge": _("{n} or more"), "gt": _("more than {n}"), "le": _("{n} or less"), "lt": _("less than {n}")}
    said = [words[key].format(n=context[key]) for key in words if key in context]
    return _("It must be {limits}.").format(limits=", ".join(said))


def _expected(name: str) -> tuple[str, str]:
    names = {
        "text": (_("a text"), _("Put quotes around it if it is meant as text.")),
        "number": (_("a number"), _("Write a number without quotes.")),
        "truth": (_("true or false"), _("Write true or false without quotes.")),
        "list": (_("a list"), _("Write [a, b] or lines that start with a dash.")),
        "mapping": (_("a group of 'key: value' lines"), _("Write 'key: value' lines here.")),
    }
    return names[name]


def _tags() -> str:
    from mhscan.conditions import KINDS  # noqa: PLC0415  only needed for this message

    return ", ".join(KINDS)


def _short(value: Any) -> str:
    if isinstance(value, dict):
        return _("a group of keys")
    if isinstance(value, list | tuple):
        return _("a list")
    if value is None:
        return _("nothing")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text[:40]}…'" if len(text) > 41 else f"'{text}'"


def nearest(word: str, known: list[str]) -> str:
    """The known word most like this one; empty where none is near."""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.6)), "")


def suggest(word: str, known: list[str]) -> str:
    """A question that names the known word most like this one; empty where none is near."""
    near = nearest(word, known)
    return _("Did you mean '{word}'?").format(word=near) if near else ""


def meant(word: str, known: list[str]) -> tuple[str, str]:
    """A hint for a word that is not known, and the word that was probably meant; empty where none is near."""
    near = nearest(word, known)
    if near or not known:
        return suggest(word, [near]) if near else "", near
    return _("Possible here: {keys}.").format(keys=", ".join(known[:12])), ""


def keys_at(model: type[BaseModel], path: Path) -> set[str]:
    """The keys that can stand at a path, as the model's JSON Schema tells; none where any key can."""
    return {key for one in _nodes(model, path) for key in one.get("properties", {})}


def is_needed(model: type[BaseModel], path: Path) -> bool:
    """Whether the key at the end of a path must be there."""
    return any(path[-1] in one.get("required", ()) for one in _nodes(model, path[:-1]))


def _nodes(model: type[BaseModel], path: Path) -> list[dict[str, Any]]:
    """The schema nodes that can stand at a path."""
    top = _schema(model)
    nodes = [top]
    for step in path:
        nodes = [below for node in nodes for below in _below(_resolve(top, node), step)]
    return [one for node in nodes for one in _resolve(top, node)]


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(top: dict[str, Any], node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema node with what it refers to, and each of its alternatives."""
    if "$ref" in node:
        yield from _resolve(top, top["$defs"][node["$ref"].rsplit("/", 1)[1]])
    for alternative in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _resolve(top, alternative)
    yield node


def _below(nodes: Iterator[dict[str, Any]], step: str | int) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if isinstance(step, int) and isinstance(node.get("items"), dict):
            yield node["items"]
        elif step in node.get("properties", {}):
            yield node["properties"][step]
        elif isinstance(node.get("additionalProperties"), dict):
            yield node["additionalProperties"]
        yield from node.get("patternProperties", {}).values()
