"""Any ladder of facts: what the checks find of it is what trying all answers finds."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.lint.scoring.observations import _falls, _matters, level_of, ways
from mhscan.pack.factor import Factor
from mhscan.pack.ladders import Ladder
from mhscan.pack.pack import Place

KINDS: dict[str, dict[str, Any]] = {
    "a": {"type": "yesno"},
    "b": {"type": "single", "options": [{"id": one, "text": one} for one in ("none", "some", "all")]},
    "c": {"type": "number", "maximum": 4},
    "d": {"type": "share"},
    "e": {"type": "date"},
}
VALUES: dict[str, list[Any]] = {
    "a": [False, True],
    "b": ["none", "some", "all"],
    "c": [0, 1, 2, 3, 4],
    "d": ["0/4", "1/4", "2/4", "3/4", "4/4"],
    "e": ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2026-01-02"],
}
TESTS = st.one_of(
    st.builds(lambda yes: {"observation": "a", "is": yes}, st.booleans()),
    st.builds(
        lambda some: {"observation": "b", "in": some}, st.lists(st.sampled_from(VALUES["b"]), min_size=1, unique=True)
    ),
    st.builds(lambda n: {"observation": "c", "at_least": n}, st.integers(1, 4)),
    st.builds(lambda n: {"observation": "c", "at_most": n}, st.integers(0, 3)),
    st.builds(lambda n: {"observation": "d", "at_least": n}, st.sampled_from([0.25, 0.5, 1])),
    st.builds(lambda n: {"observation": "e", "ahead": {"at_least": n}}, st.sampled_from([-365, -1, 0])),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        st.builds(lambda some: {"all": some}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda some: {"any": some}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda one: {"not": one}, inner),
        st.builds(
            lambda some: {"count_of": some, "at_least": 1, "at_most": 2}, st.lists(inner, min_size=2, max_size=3)
        ),
    ),
    max_leaves=5,
)


def ladder_of(first: Any, second: Any) -> Ladder:
    observations = [{"id": one, "text": one, "there": one, "missing": one, **kind} for one, kind in KINDS.items()]
    levels = [
        {"level": 0, "text": "0"},
        {"level": 1, "text": "1", "when": first},
        {"level": 2, "text": "2", "when": second},
    ]
    named = {"id": "i", "aspect": "x", "scale": "s", "title": "I", "question": "?"}
    indicator = {**named, "levels": levels, "observations": observations}
    data = {"schema": "mhscan/factor@1", "id": "f", "title": "F", "aspects": [{"id": "x", "title": "X"}]}
    factor = Factor.model_validate({**data, "indicators": [indicator]})
    return Ladder(Place("f.i", factor.indicators[0], factor, factor.aspects[0]))


def met(condition: Any, values: dict[str, Any]) -> bool:
    """What a condition comes to, worked out anew from its data."""
    for key, work in (("all", all), ("any", any)):
        if key in condition:
            return work(met(one, values) for one in condition[key])
    if "not" in condition:
        return not met(condition["not"], values)
    if "count_of" in condition:
        return 1 <= sum(met(one, values) for one in condition["count_of"]) <= 2
    value = values[condition["observation"]]
    if condition["observation"] == "c":
        return condition.get("at_least", 0) <= value <= condition.get("at_most", 4)
    if condition["observation"] == "d":
        part, whole = value.split("/")
        return int(part) >= condition["at_least"] * int(whole)
    if "ahead" in condition:
        return value >= {-365: "2025-01-01", -1: "2025-12-31", 0: "2026-01-01"}[condition["ahead"]["at_least"]]
    return value == condition["is"] if "is" in condition else value in condition["in"]


@given(CONDITIONS, CONDITIONS)
@settings(max_examples=150, deadline=None)
def test_what_is_found_of_a_ladder_is_what_trying_all_answers_finds(first, second):
    ladder, names = ladder_of(first, second), list(KINDS)
    level = {
        way: 2
        if met(second, dict(zip(names, way, strict=True)))
        else 1
        if met(first, dict(zip(names, way, strict=True)))
        else 0
        for way in product(*VALUES.values())
    }
    assert {level_of(ladder, way) for way in ways(ladder)} == set(level.values())
    for n, name in enumerate(names):
        steps = [
            (way, (*way[:n], better, *way[n + 1 :]))
            for way in level
            for better in VALUES[name]
            if _more(name, way[n], better)
        ]
        assert any(True for _ in _falls(ladder, f"f.i.{name}")) is any(
            level[more] < level[less] for less, more in steps
        )
        assert _matters(ladder, f"f.i.{name}") is any(level[more] != level[less] for less, more in steps)
    seen = {f"f.i.{name}": (value, None) for name, value in zip(names[:3], (True, "some", 2), strict=True)}
    wanted = {value for way, value in level.items() if way[:3] == (True, "some", 2)}
    assert ladder.levels(seen, "2026-01-01") == tuple(sorted(wanted))
    for goal in {1, 2} & set(level.values()):
        known = {
            f"f.i.{name}": value for name, value in zip(names, (False, "none", 1, "1/4", "2024-12-31"), strict=True)
        }
        found = ladder.reaching(goal, known, "2026-01-01")
        assert ladder.levels({key: (value, None) for key, value in found.items()}, "2026-01-01") == (goal,)
        here = level[tuple(known.values())]
        assert (found == known) is (here == goal)


def _more(name: str, less: Any, more: Any) -> bool:
    return VALUES[name].index(more) == VALUES[name].index(less) + 1
