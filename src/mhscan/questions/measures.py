"""The numbers in an answer: what limits are compared with, and which counts of people it could tell."""

from __future__ import annotations

import re
from fractions import Fraction

from mhscan.base import Number

SHARE = re.compile(r"([0-9]{1,15})/([0-9]{1,15})")
"""How a share stands in a file: so many of so many."""


def share_of(value: object) -> tuple[int, int] | None:
    """The two numbers of a share as it is stored, such as '6/8'; nothing for another value."""
    found = SHARE.fullmatch(value) if isinstance(value, str) else None
    return (int(found[1]), int(found[2])) if found else None


def measure(value: object) -> Number | Fraction | None:
    """What limits are compared with: the number itself, of a share the part of 1; nothing where it is no number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    share = share_of(value)
    return Fraction(*share) if share and share[1] else None


def counts_in(value: object) -> tuple[Number, ...]:
    """The numbers that an answer tells: of a share the part and the whole."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (value,)
    return share_of(value) or ()
