"""Patterns (regular expressions) that come from a file: only such as cannot keep the program busy.

Python looks for a match by trying: where a part can end in many places, each is tried with all that comes after it. So
what is counted here is in how many ways a pattern can be tried at most: `POWER` parts of any length after each other,
and some choices. A part whose end is plain, since what follows begins with another sign, counts as one way. What takes
more, such as `(a+)+`, is refused when the file is read.

In terms of automata this is an upper bound of the degree of ambiguity (Weber and Seidl, 1991): a pattern of degree d
takes a backtracking matcher in the order of n^d steps on a text of n characters, and one of no finite degree 2^n.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# What `re` itself is made of, from Python 3.11 on; a test holds that it is still there.
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

LONGEST = 200
"""A text is held against a pattern up to so many characters."""
POWER = 3
CHOICES = 256
FEW = 16
"""A part that comes back at most so often is a few choices, not one of any length."""
_SIGNS = "".join(map(chr, range(0x250))) + "αωДж١中あ한\u2003\u2028😀"
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_ALONE = (sre.ASSERT, sre.ASSERT_NOT, sre.ATOMIC_GROUP, sre.POSSESSIVE_REPEAT)
_ANYTHING = ("anything", None)
"""Stands for what comes behind a pattern that is searched for: its last part is never tried again."""
_ONE_SIGN = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
_known: dict[str, frozenset[str]] = {}
Ways = tuple[int, int]
"""How many parts of any length follow each other, and how many other choices there are."""
TOO_MANY: Ways = (POWER + 1, 1)


def is_quick(pattern: str, search: bool = False) -> bool:
    """Whether a pattern can be tried in few ways on a text of at most `LONGEST` characters.

    With `search` it may stand anywhere in the text; else the whole text has to be so.

    Raises:
        re.error: it is no pattern.
    """
    end = [_ANYTHING] if search else []
    power, choices = _sequence(list(_parser.parse(pattern, re.IGNORECASE)), end)
    return power <= POWER and choices <= CHOICES


def _sequence(items: Sequence[Any], behind: Sequence[Any]) -> Ways:
    """The ways of parts that follow each other; `behind` is what comes after the last of them."""
    power, choices = 0, 1
    for n, item in enumerate(items):
        more, other = _part(item, [*items[n + 1 :], *behind])
        power, choices = power + more, min(choices * other, CHOICES + 1)
    return power, choices


def _part(item: Any, behind: Sequence[Any]) -> Ways:
    kind, value = item
    if kind in _REPEATS:
        low, high, body = value
        return _repeat(low, high, body, behind)
    if kind is sre.BRANCH:
        found = [_sequence(list(one), behind) for one in value[1]]
        return max(power for power, _ in found), sum(choices for _, choices in found)
    if kind is sre.SUBPATTERN:
        return _sequence(list(value[3]), behind)
    if kind in _ALONE:
        # Once it is through, nothing in it is tried again.
        power, choices = _sequence(list(value if kind is sre.ATOMIC_GROUP else value[-1]), [_ANYTHING])
        return (0, 1) if power < POWER and choices <= CHOICES else TOO_MANY
    return TOO_MANY if kind in (sre.GROUPREF, sre.GROUPREF_EXISTS) else (0, 1)


def _repeat(low: int, high: int, body: Any, behind: Sequence[Any]) -> Ways:
    """The ways of a part that comes back; one that has ways itself may come back a few times only."""
    items = list(body)
    power, choices = _sequence(items, [*items, *behind])
    if (power or choices > 1) and high > 1:
        return (0, min(choices**high, CHOICES) + 1) if high <= FEW and not power else TOO_MANY
    plain = len(items) == 1 and items[0][0] in _ONE_SIGN and _apart(items[0], behind)
    if low == high or plain:
        return power, choices
    return (power, choices * (high - low + 1)) if high - low < FEW else (power + 1, choices)


def _apart(item: Any, behind: Sequence[Any]) -> bool:
    """Whether all that can come next begins with a sign that the item cannot be, so that its end is plain."""
    if behind[:1] == [_ANYTHING]:
        return True
    firsts = _firsts(behind)
    return firsts is not None and all(not _signs(item) & _signs(one) for one in firsts)


def _firsts(items: Sequence[Any]) -> list[Any] | None:
    """The signs that some parts can begin with; nothing where that cannot be told."""
    found: list[Any] = []
    for kind, value in items:
        if kind in _ONE_SIGN:
            return [*found, (kind, value)]
        if kind is sre.AT and value in (sre.AT_END, sre.AT_END_STRING):
            return found
        if kind is sre.AT or kind in (sre.ASSERT, sre.ASSERT_NOT):
            continue
        inside = _inside(kind, value)
        if inside is None:
            return None
        found += inside
        if kind not in _REPEATS or value[0]:
            return found
    return None


def _inside(kind: Any, value: Any) -> list[Any] | None:
    if kind is sre.BRANCH:
        parts = [_firsts(list(one)) for one in value[1]]
        return None if None in parts else [one for part in parts for one in part or ()]
    if kind in _REPEATS:
        return _firsts(list(value[2]))
    return _firsts(list(value[3])) if kind is sre.SUBPATTERN else None


def _signs(item: Any) -> frozenset[str]:
    """Which of the signs that are tried an item can be."""
    key = repr(item)
    if key not in _known:
        state = _parser.State()
        state.flags, state.str = re.IGNORECASE | re.UNICODE, key
        compiled = _compiler.compile(_parser.SubPattern(state, [item]), re.IGNORECASE)
        _known[key] = frozenset(sign for sign in _SIGNS if compiled.fullmatch(sign))
    return _known[key]
