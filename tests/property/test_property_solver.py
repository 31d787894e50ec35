"""What a condition can come to, held against trying every answer there is."""

from __future__ import annotations

import random
import time
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from mhscan.conditions import Condition
from mhscan.lint.logic.outcomes import Outcomes, count, every, some
from mhscan.lint.logic.solver import Solver
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.outcomes import Outcome, conjunction, disjunction
from mhscan.scoring.scores import score

STATES = ("unknown", "skipped", "not_asked", "not_applicable")
LEVELS = {f"f.i{n}": [Fact("answered", level, c) for c in (None, "street") for level in range(3)] for n in range(3)}
OPEN_LEVELS = [Fact(state, None, c) for c in (None, "street") for state in STATES]
VALUES = {
    "context.one": [Fact("answered", one) for one in ("a", "b", "c")],
    "context.many": [Fact("answered", one) for one in ((), ("x",), ("y",), ("x", "y"))],
    "context.yes": [Fact("answered", one) for one in (True, False)],
    "subject.size": [Fact("answered", one) for one in range(6)],
}
OPEN_VALUES = [Fact(state) for state in STATES]


def pack_with(applies: list[Any]) -> Pack:
    """Three indicators of three levels, of which the first two can depend on what comes after them."""
    levels = [{"level": n, "text": f"{n}."} for n in range(3)]
    made = [
        {"id": f"i{n}", "aspect": "a", "scale": "s", "title": "T", "question": "Q?", "levels": levels}
        | ({"applies_if": one} if one else {})
        for n, one in enumerate([*applies, None])
    ]
    scale = {"levels": [{"level": n, "label": "L", "score": 50 * n} for n in range(3)]}
    options = [{"id": one, "text": one} for one in "abc"]
    model = {
        "schema": "mhscan/model@1", "id": "m", "version": "1.0.0", "title": "M", "language": "en",
        "subject": {"singular": "s", "plural": "s", "name": "N?",
                    "fields": [{"id": "size", "type": "number", "text": "T?", "maximum": 5}]},
        "scales": {"s": scale}, "factors": ["f"], "coverage": {"minimum": 0.5},
        "carriers": [{"id": "street", "label": "S", "ask": "A?"}],
        "bands": [{"id": "b", "label": "B", "from": 0}], "advice": {"low": 0, "enough": 2},
        "privacy": {"free_text": "F."},
        "context": [
            {"id": "one", "type": "single", "text": "T?", "options": options},
            {"id": "many", "type": "multi", "text": "T?", "options": [{"id": k, "text": k} for k in "xy"]},
            {"id": "yes", "type": "yesno", "text": "T?"},
        ],
    }  # fmt: skip
    factor = {"schema": "mhscan/factor@1", "id": "f", "title": "F", "aspects": [{"id": "a", "title": "A"}]}
    return Pack(Model.model_validate(model), (Factor.model_validate({**factor, "indicators": made}),), (), (), "0" * 64)


level_limits = st.fixed_dictionaries(
    {},
    optional={
        "at_least": st.integers(-1, 3),
        "at_most": st.integers(-1, 3),
        "carried": st.just("street"),
        "state": st.sampled_from(["answered", *STATES]),
    },
).filter(bool)


def about_levels(first: int) -> st.SearchStrategy[Any]:
    """A test of an indicator from a number on."""
    keys = st.sampled_from([f"f.i{n}" for n in range(first, 3)])
    return st.builds(lambda key, limits: {"indicator": key, **limits}, keys, level_limits)


about_values = st.one_of(
    st.sampled_from([{"is": "a"}, {"in": ["a", "b"]}, {"state": "unknown"}, {"is": "c", "state": "answered"}]).map(
        lambda limits: {"context": "one", **limits}
    ),
    st.sampled_from([{"context": "many", "has": "x"}, {"context": "many", "has": "y"}]),
    st.booleans().map(lambda one: {"context": "yes", "is": one}),
    st.fixed_dictionaries(
        {}, optional={"at_least": st.integers(0, 6), "at_most": st.sampled_from([0, 2.5, 4]), "is": st.just(3)}
    )
    .filter(bool)
    .map(lambda limits: {"subject": "size", **limits}),
)


def conditions(first: int, leaves: int = 4) -> st.SearchStrategy[Any]:
    """A condition on what comes from the indicator with this number on."""
    single = about_levels(first) | about_values
    each = st.builds(lambda limits: {"count_of": {"factor": "f", **limits}, "at_least": 2}, level_limits)
    some_of = single | each if first == 0 else single
    return st.recursive(
        some_of,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            inner.map(lambda one: {"not": one}),
            st.builds(
                lambda parts, low, high: {"count_of": parts, "at_least": low, "at_most": high},
                st.lists(inner, min_size=1, max_size=3),
                st.integers(0, 2),
                st.integers(0, 3),
            ),
        ),
        max_leaves=leaves,
    )


def keys_in(pack: Pack, data: Any) -> set[str]:
    """All keys that a condition looks at, and those that decide whether these apply."""
    found: set[str] = set()
    if isinstance(data, list):
        return set().union(*(keys_in(pack, one) for one in data))
    if not isinstance(data, dict):
        return found
    found |= {data["indicator"]} if "indicator" in data else set()
    found |= {f"context.{data['context']}"} if "context" in data else set()
    found |= {f"subject.{data['subject']}"} if "subject" in data else set()
    if isinstance(data.get("count_of"), dict):
        found |= set(pack.places)
    for value in data.values():
        found |= keys_in(pack, value)
    for key in list(found):
        applies = pack.applies_if(key)
        if applies is not None:
            found |= keys_in(pack, applies.model_dump(by_alias=True, exclude_none=True, mode="json"))
    return found


def by_trying(pack: Pack, condition: Condition, keys: list[str], every_state: bool) -> set[bool | None]:
    """All that a condition comes to, one answer after the other."""
    domains = []
    for key in keys:
        known = LEVELS.get(key) or VALUES[key]
        open_ones = OPEN_LEVELS if key in LEVELS else OPEN_VALUES
        domains.append([*known, *(open_ones if every_state else ())])
    return {
        Conditions(pack, Facts(dict(zip(keys, facts, strict=True)))).evaluate(condition).value
        for facts in product(*domains)
    }


def has_state(data: Any) -> bool:
    """Whether a state is asked for anywhere; then other states than answered are looked at anyway."""
    if isinstance(data, list):
        return any(map(has_state, data))
    return isinstance(data, dict) and ("state" in data or any(map(has_state, data.values())))


@settings(max_examples=150)
@given(data=st.data())
def test_what_the_solver_says_is_what_trying_everything_says(data: st.DataObject) -> None:
    applies = [data.draw(st.none() | conditions(1, 2)), data.draw(st.none() | conditions(2, 2))]
    pack = pack_with(applies)
    raw = data.draw(conditions(0))
    condition: Condition = TypeAdapter(Condition).validate_python(raw)
    keys = sorted(keys_in(pack, raw))
    if len(keys) > 3:
        return
    every_state = data.draw(st.booleans()) or has_state(raw) or any(map(has_state, applies))
    found = by_trying(pack, condition, keys, every_state)
    for wanted in (True, False, None):
        assert Solver(pack, condition, every_state).can_be(wanted) is (wanted in found), (raw, applies, wanted)


FIGURES = st.builds(
    lambda low, high: {"factor": "f"} | ({"at_least": low} if low else {}) | ({"at_most": high} if high else {}),
    st.sampled_from([0, 10, 50, 75, 100]),
    st.sampled_from([0, 10, 50, 75]),
).filter(lambda one: len(one) > 1)


@settings(max_examples=100)
@given(
    raw=st.lists(FIGURES | about_levels(0) | FIGURES.map(lambda one: {"not": one}), min_size=1, max_size=3),
    answers=st.lists(st.sampled_from([*LEVELS["f.i0"], *OPEN_LEVELS]), min_size=3, max_size=3),
)
def test_where_scores_are_involved_nothing_that_happens_is_called_impossible(
    raw: list[Any], answers: list[Fact]
) -> None:
    pack = pack_with([None, None])
    facts = Facts({f"f.i{n}": fact for n, fact in enumerate(answers)})
    for joined in ("all", "any"):
        condition: Condition = TypeAdapter(Condition).validate_python({joined: raw})
        outcome = score(pack, facts, frozenset(pack.places)).conditions.evaluate(condition).value
        assert Solver(pack, condition, every_state=True).can_be(outcome) is not False


SETS = st.sets(st.sampled_from([True, False, None]), min_size=1).map(frozenset)


@given(parts=st.lists(SETS, min_size=1, max_size=4), least=st.integers(0, 4), most=st.integers(0, 4))
def test_sets_of_outcomes_are_those_of_every_choice(parts: list[Outcomes], least: int, most: int) -> None:
    choices = [[Outcome(one, frozenset({"k"} if one is None else ())) for one in choice] for choice in product(*parts)]
    assert every(parts) == {conjunction(choice).value for choice in choices}
    assert some(parts) == {disjunction(choice).value for choice in choices}
    counted = set()
    for choice in choices:
        certain = sum(one.value is True for one in choice)
        possible = sum(one.value is not False for one in choice)
        true, false = certain >= least and possible <= most, possible < least or certain > most
        counted.add(True if true else False if false else None)
    assert count(parts, least, most) == counted


def test_a_score_has_bounds() -> None:
    condition: Condition = TypeAdapter(Condition).validate_python({"factor": "f", "at_least": 101})
    assert Solver(pack_with([None, None]), condition, every_state=True).can_be(True) is False


def entangled(size: int) -> tuple[Pack, Condition]:
    """A pack with so many yes or no questions, and a condition that three of them at a time have to fit."""
    small = pack_with([])
    questions = [{"id": f"q{n}", "type": "yesno", "text": "T?"} for n in range(size)]
    model = small.model.model_dump(by_alias=True, mode="json", exclude_defaults=True) | {"context": questions}
    pick = random.Random(size)
    clauses = [
        {"any": [{"context": f"q{n}", "is": pick.random() < 0.5} for n in pick.sample(range(size), 3)]}
        for _clause in range(int(4.3 * size))
    ]
    pack = Pack(Model.model_validate(model), small.factors, (), (), "0" * 64)
    return pack, TypeAdapter(Condition).validate_python({"all": clauses})


@pytest.mark.parametrize("size", [5, 20, 50, 200])
def test_a_condition_that_is_too_entangled_is_not_decided_and_takes_no_longer(size):
    pack, condition = entangled(size)
    before = time.process_time()
    found = [Solver(pack, condition, every_state=True).can_be(True) for _time in range(2)]
    assert time.process_time() - before < 8
    assert found[0] == found[1]
    assert size < 50 or found[0] is not False
