"""An indicator whose level follows from facts, for the parts of scoring that look at these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

SET = {"observation": "set", "is": True}
WHEN = [
    None,
    SET,
    {"all": [SET, {"observation": "count", "at_least": 3}]},
    {"all": [SET, {"observation": "count", "at_least": 6}]},
    {"all": [SET, {"observation": "count", "at_least": 6}, {"observation": "day", "ahead": {"at_least": -30}}]},
]


@pytest.fixture
def observed(build: Any) -> Callable[..., dict[str, Any]]:
    """Makes an indicator: level 1 with a `set`, 2 and 3 with a `count` of 3 and 6 too, 4 with a `day` of this month.

    Other conditions for its levels can be given.
    """

    def made(name: str = "tools", conditions: Sequence[Any] = WHEN, **more: Any) -> dict[str, Any]:
        indicator = build.indicator(name, **more)
        facts = [
            {"id": one, "type": type_, "text": "?", "there": one, "missing": f"no {one}", "ours": True}
            for one, type_ in {"set": "yesno", "count": "number", "day": "date"}.items()
        ]
        levels = [
            level | ({"when": when} if when else {})
            for level, when in zip(indicator["levels"], conditions, strict=True)
        ]
        return {**indicator, "observations": facts, "levels": levels}

    return made
