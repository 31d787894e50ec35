"""The shortest set of actions agrees with trying everything, on small packs of every kind."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.advice.fewest_actions import shortest
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts

NAMES = ("a", "b", "c")
EFFORTS = {"small": 1, "large": 3}
MODEL: dict[str, Any] = {
    "schema": "mhscan/model@1",
    "id": "small",
    "version": "1.0.0",
    "title": "Small",
    "language": "en",
    "subject": {"singular": "club", "plural": "clubs", "name": "Which?"},
    "scales": {"five": {"levels": [{"level": n, "label": str(n), "score": 25 * n} for n in range(5)]}},
    "coverage": {"minimum": 0.5},
    "bands": [{"id": "all", "label": "All", "from": 0}],
    "advice": {"low": 1, "enough": 3},
    "privacy": {"free_text": "No names."},
    "efforts": [{"id": one, "label": one, "size": size} for one, size in EFFORTS.items()],
    "factors": ["f"],
}

tests = st.builds(
    lambda name, key, level: {"indicator": f"f.{name}", key: level},
    st.sampled_from(NAMES),
    st.sampled_from(["at_least", "at_least", "at_most"]),
    st.integers(1, 3),
)
conditions = tests | st.lists(tests, min_size=2, max_size=2).map(lambda found: {"any": found})
variants = st.builds(lambda when, others: {"when": when, "depends_on_others": others}, conditions, st.booleans())
actions = st.builds(
    lambda to, effort, requires, only, others, varied: {
        "to": to,
        "effort": effort,
        "requires": requires,
        "applies_if": only,
        "depends_on_others": others,
        "variants": varied,
    },
    st.integers(1, 4),
    st.sampled_from([*EFFORTS]),
    st.lists(conditions, max_size=1),
    st.none() | st.none() | conditions,
    st.sampled_from([False, False, True]),
    st.lists(variants, max_size=1),
)


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Three indicators with up to two actions each, which may need each other; one may apply under a condition."""
    indicators = []
    applies = draw(
        st.none() | st.sampled_from([{"indicator": "f.a", "at_least": 2}, {"indicator": "f.a", "at_most": 1}])
    )
    for name in NAMES:
        made = [
            {"id": f"{name}{n}", "title": f"Do {name}{n}", "steps": ["Begin."], **one}
            for n, one in enumerate(draw(st.lists(actions, max_size=2)))
        ]
        levels = [{"level": n, "text": f"{n}."} for n in range(5)]
        head = {"id": name, "aspect": "x", "scale": "five", "title": name, "question": f"{name}?"}
        only = {"applies_if": applies} if name == "c" and applies else {}
        indicators.append({**head, **only, "levels": levels, "actions": made})
    aspects = [{"id": "x", "title": "X"}]
    factor = {"schema": "mhscan/factor@1", "id": "f", "title": "F", "aspects": aspects, "indicators": indicators}
    return Pack(Model.model_validate(MODEL), (Factor.model_validate(factor),), (), (), "0" * 64)


def facts_of(levels: dict[str, int]) -> Facts:
    return Facts({key: Fact("answered", level) for key, level in levels.items()})


def reached(pack: Pack, levels: dict[str, int], wanted: dict[str, int]) -> bool:
    """Whether all that applies stands high enough."""
    conditions = Conditions(pack, facts_of(levels))
    return all(conditions.applies(key).value is False or levels[key] >= level for key, level in wanted.items())


def followed(pack: Pack, levels: dict[str, int], order: tuple[Any, ...]) -> dict[str, int] | None:
    """The levels after doing actions in an order; nothing where that cannot be done."""
    for key, action in order:
        conditions = Conditions(pack, facts_of(levels))
        can = action.to > levels[key] and conditions.applies(key).value is not False
        if not can or any(conditions.evaluate(one).value is not True for one in action.requires):
            return None
        if action.applies_if is not None and conditions.evaluate(action.applies_if).value is False:
            return None
        fitting = (one.depends_on_others for one in action.variants if conditions.evaluate(one.when).value)
        if next(fitting, action.depends_on_others):
            return None
        levels = {**levels, key: action.to}
    return levels


def by_trying_all(pack: Pack, levels: dict[str, int], wanted: dict[str, int]) -> tuple[str, ...] | None:
    """The best set of actions by looking at each of them, as the rules for ties say; nothing where none does it."""
    every = [(key, action) for key, place in pack.places.items() for action in place.indicator.actions]
    for size in range(len(every) + 1):
        fitting = []
        for chosen in combinations(range(len(every)), size):
            orders = (tuple(every[n] for n in order) for order in permutations(chosen))
            ends = (followed(pack, levels, order) for order in orders)
            if any(end is not None and reached(pack, end, wanted) for end in ends):
                effort = sum(EFFORTS[str(every[n][1].effort)] for n in chosen)
                fitting.append((effort, sum(every[n][1].to for n in chosen), chosen))
        if fitting:
            return tuple(sorted(f"f.{every[n][1].id}" for n in min(fitting)[2]))
    return None


@settings(max_examples=300)
@given(
    packs(),
    st.fixed_dictionaries({f"f.{name}": st.integers(0, 4) for name in NAMES}),
    st.dictionaries(st.sampled_from([f"f.{name}" for name in NAMES]), st.integers(1, 4), min_size=1),
)
def test_the_way_is_the_best_of_all_and_can_be_followed(pack, levels, wanted):
    found = shortest(pack, facts_of(levels), wanted)
    best = by_trying_all(pack, levels, wanted)
    assert found.exact
    assert bool(found.out_of_reach) is (best is None)
    end = followed(pack, levels, tuple((step.place.id, step.action) for step in found.steps))
    assert end is not None
    if best is not None:
        assert tuple(sorted(step.id for step in found.steps)) == best
        assert reached(pack, end, wanted)
        assert {**levels, **found.levels} == end


@settings(max_examples=50)
@given(packs(), st.fixed_dictionaries({f"f.{name}": st.integers(0, 4) for name in NAMES}), st.integers(1, 4))
def test_what_is_out_of_reach_alone_is_out_of_reach_together(pack, levels, wanted):
    everything = dict.fromkeys(levels, wanted)
    found = shortest(pack, facts_of(levels), everything)
    for key in everything:
        if by_trying_all(pack, levels, {key: wanted}) is None:
            assert key in found.out_of_reach


def test_the_reference_knows_efforts_as_the_pack_does():
    assert {one.id: Fraction(str(one.size)) for one in Model.model_validate(MODEL).efforts} == EFFORTS
