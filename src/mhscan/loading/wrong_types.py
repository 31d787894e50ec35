"""Values of another type than is expected, in words of ours: what is expected, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mhscan.base import VERSION_PATTERN
from mhscan.language import N_, _
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


class TypeWording(NamedTuple):
    """What is wrong, what to do, the word that was probably meant, and the code."""

    message: str
    hint: str
    meant: str = ""
    code: str = "MH104"


class Hint(NamedTuple):
    """What to do, and what was probably meant."""

    words: str
    meant: str = ""


@dataclass(frozen=True)
class WrongValue:
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


def wrong_type(value: WrongValue, wanted: str) -> TypeWording:
    """What is to be said of a value where something of type `wanted` is expected, as in `TYPES`."""
    expected, hint = _WANTED[wanted]
    message = _("{expected} is expected here, not {value}").format(expected=_(expected), value=value.shown)
    if value.input is None:
        return TypeWording(message, _hint_for_nothing(value), code="MH103")
    return TypeWording(message, *hint(value), code="MH103")


def _hint_for_nothing(value: WrongValue) -> str:
    if value.behind.lstrip().startswith("#"):
        return _("What stands behind # is a comment. Put quotes around it if it is the value.")
    return _("Write something behind the colon or the dash, or remove the line.")


def _text_hint(value: WrongValue) -> Hint:
    if isinstance(value.input, dict | list | tuple):
        return Hint(_("If it is a text, put quotes around it."))
    better = mended(value.source, value.pattern, value.words) if value.pattern == VERSION_PATTERN else ""
    if better:
        return Hint(f"{did_you_mean(better)} {form(value.pattern)}", better)
    quoted = f"'{value.source}'"
    return Hint(_("Put quotes around it if it is meant as text: {text}.").format(text=quoted), quoted)


def _number_hint(value: WrongValue) -> Hint:
    """What to write for a number, by what stands there: another sign for the point, a share, a unit behind it."""
    text = str(value.input).strip() if isinstance(value.input, str) else ""
    is_whole = value.detail["type"] in ("int_type", "int_from_float")
    otherwise = Hint(
        _("Write a whole number.") if is_whole else _("Write a number, with digits and a point, such as 2 or 0.5.")
    )
    start = _NUMBER.match(text)
    number = start[0] if start else ""
    if number and text.endswith("%"):
        return _share_hint(float(number.replace(",", ".")), value.most)
    better = _better_number(text, number)
    if better is not None:
        return otherwise if is_whole and "." in better.meant else better
    if text.lower().lstrip("+-.") in ("nan", "inf", "infinity"):
        return Hint(_("Write a number that can be counted with, such as 1."))
    return otherwise


def _better_number(text: str, number: str) -> Hint | None:
    """The number that stands in a text as it can be written; nothing where there is none."""
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        better = text.replace(",", ".")
        return Hint(_("Write a point in the place of the comma: {number}.").format(number=better), better)
    if re.fullmatch(r"[-+]?\d+(\.\d+)?", number):
        return Hint(_("Write the number alone, without quotes: {number}.").format(number=number), number)
    return None


def _share_hint(number: float, most: float | None) -> Hint:
    """What to write for a number with % behind it, where at most `most` can stand."""
    if most is None or most > 1:
        return Hint(_("Write the number without %: {number}.").format(number=f"{number:g}"), f"{number:g}")
    share = f"{number / 100:g}"
    return Hint(_("Write a share without %, from 0 to 1: {number}.").format(number=share), share)


def _truth_hint(value: WrongValue) -> Hint:
    word = str(value.input).strip().lower()
    better = "true" if word in _YES else "false" if word in _NO else ""
    if better:
        return Hint(_("Write {truth}, without quotes.").format(truth=better), better)
    return Hint(_("Write true or false, without quotes."))


def _list_hint(value: WrongValue) -> Hint:
    if isinstance(value.input, dict):
        return Hint(_("Start each item on a line of its own with a dash and a space."))
    if isinstance(value.input, str) and value.input.startswith("-"):
        return Hint(_("Put a space behind each dash."))
    better = f"[{value.source}]"
    if len(better) > 60 or "\n" in better or not value.source:
        return Hint(_("Write [a, b] or lines that start with a dash."))
    return Hint(_("Write {list}, or lines that start with a dash.").format(list=better), better)


def _mapping_hint(value: WrongValue) -> Hint:
    is_text = isinstance(value.input, str)
    if is_text and re.match(r"[a-z_]+:\S", value.input):
        return Hint(_("Put a space behind the colon."))
    if is_text and value.detail["type"] == "union_tag_not_found":
        return Hint(_("Write a condition, such as {example}.").format(example="{context: ID, is: true}"))
    if isinstance(value.input, list | tuple):
        return Hint(_("Write 'key: value' lines here, without a dash."))
    return Hint(_("Write 'key: value' lines here."))


_WANTED: dict[str, tuple[str, Callable[[WrongValue], Hint]]] = {
    "text": (N_("a text"), _text_hint),
    "whole": (N_("a whole number"), _number_hint),
    "number": (N_("a number"), _number_hint),
    "truth": (N_("true or false"), _truth_hint),
    "list": (N_("a list"), _list_hint),
    "mapping": (N_("a group of 'key: value' lines"), _mapping_hint),
    "none": (N_("nothing"), lambda _value: Hint(_("Remove the line."))),
}
"""What is expected, in words, and how to write it."""


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
