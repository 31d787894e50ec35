"""Values of another type than is expected, in words of ours: what is expected, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mhscan.base import VERSION_PATTERN
from mhscan.language import _
from mhscan.loading.forms import form, mended
from mhscan.loading.near import Vocabulary, did_you_mean

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
    most: float | None = None
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


def wrong_type(value: Value, wanted: str) -> Words:
    """What is to be said of a value where something of type `wanted` is expected, as in `TYPES`."""
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
        if better and value.pattern == VERSION_PATTERN:
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
        number = float(found[0].replace(",", "."))
        if value.most is None or value.most > 1:
            return _("Write the number without %: {number}.").format(number=f"{number:g}"), f"{number:g}"
        share = f"{number / 100:g}"
        return _("Write a share without %, from 0 to 1: {number}.").format(number=share), share
    if found and _is_number(found[0]):
        hint = _("Write the number alone, without quotes: {number}.").format(number=found[0])
        return (hint, found[0]) if "." not in found[0] or not whole else (_("Write a whole number."), "")
    if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        return _("Write a number that can be counted with, such as 1."), ""
    return (
        _("Write a whole number.") if whole else _("Write a number, with digits and a point, such as 2 or 0.5.")
    ), ""


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
