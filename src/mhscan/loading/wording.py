"""What pydantic finds wrong with a value, in words of ours: the code, what is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mhscan.language import _
from mhscan.loading.forms import form, mended
from mhscan.loading.near import Vocabulary, did_you_mean, nearest, possible

TYPES = {
    "string_type": "text",
    "int_type": "whole",
    "int_from_float": "whole",
    "float_type": "number",
    "bool_type": "truth",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "none_required": "none",
}
"""What is expected, by the kind of error that says that it is not there."""
VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+$"
_NUMBER = re.compile(r"[-+]?[\d.,]*\d")
_YES = frozenset(("yes", "ja", "true", "on", "waar", "1", "y", "j"))
_NO = frozenset(("no", "nee", "false", "off", "onwaar", "0", "n"))


@dataclass(frozen=True)
class Words:
    """A code, what is wrong, what to do, and the word that was probably meant."""

    code: str
    message: str
    hint: str
    meant: str = ""


@dataclass(frozen=True)
class Value:
    """A value that is wrong: what pydantic says of it, how it stands in the file, and what stands behind it there."""

    detail: dict[str, Any]
    source: str
    behind: str = ""
    pattern: str = ""
    words: Vocabulary = field(default_factory=Vocabulary)

    @property
    def input(self) -> Any:
        """The value itself."""
        return self.detail["input"]

    @property
    def context(self) -> dict[str, Any]:
        """What goes with the error, such as a limit."""
        return dict(self.detail.get("ctx", {}))

    @property
    def shown(self) -> str:
        """The value as it is named in a sentence: a number as it was written."""
        written = isinstance(self.input, int | float) and not isinstance(self.input, bool) and self.source
        return short(self.source if written else self.detail.get("ctx", {}).get("tag", self.input))


def wording(value: Value) -> Words:
    """What is to be said of a value."""
    kind = value.detail["type"]
    if kind in TYPES or (kind == "union_tag_not_found" and not isinstance(value.input, dict)):
        return _wrong_type(value, TYPES.get(kind, "mapping"))
    say = _KINDS.get(kind)
    if say is not None:
        return say(value)
    if any(key in value.context for key in ("ge", "gt", "le", "lt")):
        return _outside(value)
    return Words("MH104", _("{value} cannot stand here").format(value=value.shown), "")


def _wrong_type(value: Value, wanted: str) -> Words:
    message = _("{expected} is expected here, not {value}").format(expected=_expected(wanted), value=value.shown)
    if value.input is None:
        return Words("MH103", message, _hint_for_nothing(value))
    hint, meant = _HINTS[wanted](value)
    return Words("MH103", message, hint, meant)


def _expected(wanted: str) -> str:
    names = {
        "text": _("a text"),
        "whole": _("a whole number"),
        "number": _("a number"),
        "truth": _("true or false"),
        "list": _("a list"),
        "mapping": _("a group of 'key: value' lines"),
        "none": _("nothing"),
    }
    return names[wanted]


def _hint_for_nothing(value: Value) -> str:
    if value.behind.lstrip().startswith("#"):
        return _("What stands behind # is a comment. Put quotes around it if it is the value.")
    return _("Write something behind the colon or the dash, or remove the line.")


def _text_hint(value: Value) -> tuple[str, str]:
    if isinstance(value.input, dict | list | tuple):
        return _("If it is a text, put quotes around it."), ""
    if value.pattern:
        better = mended(value.source, value.pattern, value.words)
        if better and value.pattern == VERSION:
            return f"{did_you_mean(better)} {form(value.pattern)}", better
    quoted = f"'{value.source}'"
    return _("Put quotes around it if it is meant as text: {text}.").format(text=quoted), quoted


def _number_hint(value: Value) -> tuple[str, str]:
    text = str(value.input).strip() if isinstance(value.input, str) else ""
    whole = value.detail["type"] in ("int_type", "int_from_float")
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        better = text.replace(",", ".")
        return (_("Write a whole number."), "") if whole else (_point_hint(better), better)
    found = _NUMBER.match(text)
    if found and text.endswith("%"):
        share = f"{float(found[0].replace(',', '.')) / 100:g}"
        return _("Write a share without %, from 0 to 1: {number}.").format(number=share), share
    if found and _is_number(found[0]):
        hint = _("Write the number alone, without quotes: {number}.").format(number=found[0])
        return (hint, found[0]) if "." not in found[0] or not whole else (_("Write a whole number."), "")
    if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        return _("Write a number that can be counted with, such as 1."), ""
    return (_("Write a whole number.") if whole else _("Write a number, with digits and a point, such as 2 or 0.5.")), ""


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?\d+(\.\d+)?", text) is not None


def _point_hint(better: str) -> str:
    return _("Write a point in the place of the comma: {number}.").format(number=better)


def _truth_hint(value: Value) -> tuple[str, str]:
    word = str(value.input).strip().lower()
    better = "true" if word in _YES else "false" if word in _NO else ""
    if better:
        return _("Write {truth}, without quotes.").format(truth=better), better
    return _("Write true or false, without quotes."), ""


def _list_hint(value: Value) -> tuple[str, str]:
    if isinstance(value.input, dict):
        return _("Start each item on a line of its own with a dash and a space."), ""
    if isinstance(value.input, str) and value.input.startswith("-"):
        return _("Put a space behind each dash."), ""
    better = f"[{value.source}]"
    if len(better) > 60 or "\n" in better or not value.source:
        return _("Write [a, b] or lines that start with a dash."), ""
    return _("Write {list}, or lines that start with a dash.").format(list=better), better


def _mapping_hint(value: Value) -> tuple[str, str]:
    if isinstance(value.input, str):
        if re.match(r"[a-z_]+:\S", value.input):
            return _("Put a space behind the colon."), ""
        if value.detail["type"] == "union_tag_not_found":
            return _("Write a condition, such as {example}.").format(example="{context: ID, is: true}"), ""
    if isinstance(value.input, list | tuple):
        return _("Write 'key: value' lines here, without a dash."), ""
    return _("Write 'key: value' lines here."), ""


def _none_hint(_value: Value) -> tuple[str, str]:
    return _("Remove the line."), ""


_HINTS: dict[str, Callable[[Value], tuple[str, str]]] = {
    "text": _text_hint,
    "whole": _number_hint,
    "number": _number_hint,
    "truth": _truth_hint,
    "list": _list_hint,
    "mapping": _mapping_hint,
    "none": _none_hint,
}


def _no_condition(value: Value) -> Words:
    from mhscan.conditions import KINDS  # noqa: PLC0415  only needed for this message

    words = {"and": "all", "en": "all", "or": "any", "of": "any", "none": "not", "niet": "not", "count": "count_of"}
    keys = [str(one) for one in value.input]
    near = next((found for one in keys if (found := words.get(one) or nearest(one, KINDS))), "")
    hint = _("A condition starts with one of: {keys}.").format(keys=", ".join(KINDS))
    return Words("MH104", _("it cannot be told what is meant here"), f"{did_you_mean(near)} {hint}" if near else hint, near)


def _not_among(value: Value) -> Words:
    known = re.findall(r"'([^']*)'", str(value.context.get("expected") or value.context.get("expected_tags", "")))
    near = nearest(str(value.context.get("tag", value.input)), known)
    hint = f"{did_you_mean(near)} {possible(known)}" if near else possible(known)
    return Words("MH104", _("{value} cannot stand here").format(value=value.shown), hint, near)


def _wrong_form(value: Value) -> Words:
    pattern, text = str(value.context["pattern"]), str(value.input)
    better = mended(text, pattern, value.words)
    message = _("{value} does not have the right form").format(value=value.shown)
    if not text.strip():
        message = _("there is nothing here but spaces")
    return Words("MH104", message, f"{did_you_mean(better)} {form(pattern)}" if better else form(pattern), better)


def _too_long(value: Value) -> Words:
    most, size = value.context["max_length"], len(value.input)
    if isinstance(value.input, str):
        message = _("{value} is too long").format(value=value.shown)
        return Words("MH104", message, _("Write at most {n} characters; these are {size}.").format(n=most, size=size))
    return Words("MH104", _("there is too much here"), _("At most {n} expected.").format(n=most))


def _too_short(value: Value) -> Words:
    low = value.context.get("min_length", 1)
    if isinstance(value.input, str):
        return Words("MH104", _("there is no text here"), form(r"\S"))
    return Words("MH104", _("there is too little here"), _("At least {n} expected.").format(n=low))


def _no_such_day(value: Value) -> Words:
    hint = _("Look at the number of the month and of the day; first the year, then the month, then the day.")
    return Words("MH104", _("there is no day {value}").format(value=value.shown), hint)


def _no_pattern(value: Value) -> Words:
    reasons = {
        "missing )": _("a bracket '(' is not closed"),
        "unterminated character set": _("a bracket '[' is not closed"),
        "unbalanced parenthesis": _("a bracket ')' closes nothing"),
        "nothing to repeat": _("there is nothing before a sign that repeats, such as * or +"),
        "multiple repeat": _("two signs that repeat stand next to each other, such as * and +"),
        "bad escape": _("a backslash stands before a sign that has no meaning with it"),
        "bad character range": _("a range such as a-z runs the wrong way round"),
        "min repeat greater": _("a number of times runs the wrong way round"),
    }
    reason = str(value.context["reason"])
    why = next((words for start, words in reasons.items() if reason.startswith(start)), _("a sign in it is out of place"))
    message = _("this pattern cannot be read: {why}, at character {n}")
    hint = _("A sign that is meant as itself, such as ( or ?, gets a backslash before it.")
    return Words("MH104", message.format(why=why, n=int(value.context["position"]) + 1), hint)


def _outside(value: Value) -> Words:
    context = value.context
    words = {"ge": _("{n} or more"), "gt": _("more than {n}"), "le": _("{n} or less"), "lt": _("less than {n}")}
    limits = [words[key].format(n=f"{context[key]:g}") for key in words if key in context]
    hint = _("It must be {limits}.").format(limits=", ".join(limits))
    message = _("{value} lies outside the limits").format(value=value.shown)
    if context.get("le") == 1 and 1 < value.input <= 100:
        share = f"{value.input / 100:g}"
        return Words("MH104", message, hint + " " + _("For {n}%, write {share}.").format(n=value.shown.strip("'"), share=share), share)
    return Words("MH104", message, hint)


_KINDS: dict[str, Callable[[Value], Words]] = {
    "union_tag_not_found": _no_condition,
    "literal_error": _not_among,
    "union_tag_invalid": _not_among,
    "string_pattern_mismatch": _wrong_form,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": _too_short,
    "string_too_short": _too_short,
    "no_such_day": _no_such_day,
    "no_pattern": _no_pattern,
}


def short(value: Any) -> str:
    """A value as it can be named in a sentence."""
    if isinstance(value, dict):
        return _("a group of keys")
    if isinstance(value, list | tuple):
        return _("a list")
    if value is None:
        return _("nothing")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text[:40]}…'" if len(text) > 41 else f"'{text}'"
