"""What tests compare of an answer: its numbers, and whether it meets what is asked of it."""

from __future__ import annotations

import re
from fractions import Fraction

from mhscan.base import Number
from mhscan.conditions import ValueTest
from mhscan.questions.base import Value

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


def value_fits(test: ValueTest, value: Value | None) -> bool:
    """Whether a value meets all that a test asks of it."""
    number = measure(value)
    tests = {
        "is_": value == test.is_ and isinstance(value, bool) == isinstance(test.is_, bool),
        "in_": test.in_ is not None and value in test.in_,
        "has": isinstance(value, tuple) and test.has in value,
        "at_least": number is not None and between(number, test.at_least, None),
        "at_most": number is not None and between(number, None, test.at_most),
    }
    return all(holds for name, holds in tests.items() if getattr(test, name) is not None)


def between(value: Number | Fraction, low: Number | None, high: Number | None) -> bool:
    """Whether a number lies within limits, each of which may be lacking; a limit of 0.8 is eight tenths exactly."""
    return (low is None or value >= _exact(low)) and (high is None or value <= _exact(high))


def _exact(limit: Number) -> int | Fraction:
    """A limit as it was written: in binary 0.8 is a little more than that."""
    return limit if isinstance(limit, int) else Fraction(str(limit))
