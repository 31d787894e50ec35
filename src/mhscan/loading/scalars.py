"""What a scalar without quotes is: that of the YAML 1.2 core schema, without what programs read in different ways."""

from __future__ import annotations

import math
import re

from mhscan.language import _

_SPECIAL: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_SPECIAL |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_YAML_1_1_WORDS = frozenset(f(w) for w in ("yes", "no", "on", "off") for f in (str.lower, str.title, str.upper))
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9_]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_MAYBE_NUMBER = frozenset("0123456789+-.")


class AmbiguousError(Exception):
    """A scalar that programs read in different ways."""

    def __init__(self, message: str, hint: str) -> None:
        """The message says that they do, and the hint what to write."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def plain(text: str) -> str | bool | int | float | None:
    """The value of a scalar without quotes.

    Raises:
        AmbiguousError: programs read it in different ways.
    """
    if text in _SPECIAL:
        return _SPECIAL[text]
    if text in _YAML_1_1_WORDS:
        message = _("'{text}' without quotes means true or false to one program and a word to another")
        truth = "true" if text.lower() in ("yes", "on") else "false"
        hint = _("Write {truth} if it answers a question with yes or no; if it is a text, write '{text}' in quotes.")
        raise AmbiguousError(message.format(text=text), hint.format(text=text, truth=truth))
    return _number(text) if text[0] in _MAYBE_NUMBER else text


def _number(text: str) -> str | int | float:
    if _LEADING_ZERO.fullmatch(text) or _OCTAL_OR_HEX.fullmatch(text):
        message = _("'{text}' is read as different numbers by different programs")
        raise AmbiguousError(message.format(text=text), _("Write it in quotes, or without the leading 0."))
    if _INT.fullmatch(text):
        return int(text) if len(text) < 20 else text
    # A number beyond all bounds, such as 1e999, stays a text: nobody can count with infinity.
    return float(text) if _FLOAT.fullmatch(text) and math.isfinite(float(text)) else text
