"""Comparing two answers, or a date with the date of the scan, held against trying every answer there is."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from mhscan.conditions import Condition
from mhscan.dates import day_at, day_number
from mhscan.lint.logic.solver import Solver
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.possible import decide
from mhscan.scoring.rescoring import rescore
from mhscan.scoring.scores import score

TODAY = day_number("2050-01-01")
"""The day of the scan."""
NEAR = range(TODAY - 6, TODAY + 10)
"""Days enough around it: no test below names one that is further away than half of this."""
NUMBERS = {"context.a": range(5), "context.b": range(1, 4), "subject.size": range(4)}
DATES = ("context.first", "context.last")
SMALL = 3
"""A number below this one may not be seen."""


def pack_with(applies: Any = None) -> Pack:
    """Questions for numbers and dates, and two indicators of which the first can depend on them."""
    levels = [{"level": n, "text": f"{n}."} for n in range(3)]
    indicators = [
        {"id": f"i{n}", "aspect": "a", "scale": "s", "title": "T", "question": "Q?", "levels": levels}
        | ({"applies_if": applies} if applies and n == 0 else {})
        for n in range(2)
    ]
    model = {
        "schema": "mhscan/model@1", "id": "m", "version": "1.0.0", "title": "M", "language": "en",
        "subject": {"singular": "s", "plural": "s", "name": "N?",
                    "fields": [{"id": "size", "type": "number", "text": "T?", "maximum": 3}]},
        "scales": {"s": {"levels": [{"level": n, "label": "L", "score": 50 * n} for n in range(3)]}},
        "factors": ["f"], "coverage": {"minimum": 0.5},
        "bands": [{"id": "b", "label": "B", "from": 0}], "advice": {"low": 0, "enough": 2},
        "privacy": {"free_text": "F.", "small_number": SMALL},
        "context": [
            {"id": "a", "type": "number", "text": "T?", "maximum": 4},
            {"id": "b", "type": "number", "text": "T?", "minimum": 1, "maximum": 3,
             "applies_if": {"context": "yes", "is": True}},
            {"id": "yes", "type": "yesno", "text": "T?"},
            {"id": "first", "type": "date", "text": "T?"},
            {"id": "last", "type": "date", "text": "T?"},
        ],
    }  # fmt: skip
    factor = {"schema": "mhscan/factor@1", "id": "f", "title": "F", "aspects": [{"id": "a", "title": "A"}]}
    made = Factor.model_validate({**factor, "indicators": indicators})
    return Pack(Model.model_validate(model), (made,), (), (), "0" * 64)


def about(key: str) -> dict[str, str]:
    """What a test of a question begins with."""
    prefix, name = key.split(".")
    return {prefix: name}


limits = st.fixed_dictionaries({}, optional={"at_least": st.integers(0, 4), "at_most": st.sampled_from([0, 1.5, 3])})
numbers = st.builds(
    lambda key, asked, above: {**about(key), **asked, **({"above": above} if above != key else {"is": 2})},
    st.sampled_from(sorted(NUMBERS)),
    limits,
    st.sampled_from(sorted(NUMBERS)),
)
days = st.integers(-2, 3)
ahead = st.fixed_dictionaries({}, optional={"at_least": days, "at_most": days}).filter(bool)
dates = st.one_of(
    st.builds(lambda key, asked: {**about(key), "ahead": asked}, st.sampled_from(DATES), ahead),
    st.just({"context": "first", "above": "context.last"}),
    st.just({"context": "last", "above": "context.first"}),
)


def joined(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Conditions made of some tests."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
            inner.map(lambda one: {"not": one}),
        ),
        max_leaves=4,
    )


def condition_of(raw: Any) -> Condition:
    """A condition from the data of a file."""
    condition: Condition = TypeAdapter(Condition).validate_python(raw)
    return condition


def every_number(facts: dict[str, Fact]) -> list[dict[str, Fact]]:
    """Every way to answer what is open among the questions for numbers."""
    found: list[list[Fact]] = []
    for key, possible in NUMBERS.items():
        fact = facts.get(key, Fact("not_asked"))
        if fact.value is not None or fact.state == "not_applicable":
            found.append([fact])
        else:
            below = [n for n in possible if fact.below is None or n < fact.below]
            found.append([Fact("answered", n) for n in below])
    yes = facts.get("context.yes", Fact("not_asked"))
    found.append([yes] if yes.value is not None else [Fact("answered", one) for one in (True, False)])
    return [dict(zip([*NUMBERS, "context.yes"], way, strict=True)) for way in product(*found)]


def known(values: range) -> st.SearchStrategy[Fact]:
    """What can be known about a question for a number."""
    told = st.sampled_from([Fact("answered", n) for n in values])
    return told | st.sampled_from([Fact("not_asked"), Fact("unknown"), Fact("answered", below=SMALL)])


some_facts = st.fixed_dictionaries(
    {**{key: known(values) for key, values in NUMBERS.items()},
     "context.yes": st.sampled_from([Fact("answered", True), Fact("answered", False), Fact("unknown")])}
)  # fmt: skip


@settings(max_examples=200)
@given(raw=joined(numbers), facts=some_facts)
def test_a_comparison_is_certain_just_where_it_is_so_in_every_way_to_complete_the_answers(
    raw: Any, facts: dict[str, Fact]
) -> None:
    pack, condition = pack_with(), condition_of(raw)
    found = {Conditions(pack, Facts(way)).evaluate(condition).value for way in every_number(facts)}
    wanted = found.pop() if len(found) == 1 else None
    assert decide(Conditions(pack, Facts(facts)), condition).value is wanted
    alone = Conditions(pack, Facts(facts)).evaluate(condition)
    assert alone.value in (None, wanted)
    if alone.value is None:
        assert {key for key in alone.open if facts[key].value is not None} == set()


@settings(max_examples=100)
@given(raw=joined(numbers), facts=some_facts, levels=st.tuples(st.integers(0, 2), st.integers(0, 2)))
def test_a_range_is_exact_where_a_comparison_decides_what_is_asked(
    raw: Any, facts: dict[str, Fact], levels: tuple[int, int]
) -> None:
    pack = pack_with(raw)
    answered = {f"f.i{n}": Fact("answered", level) for n, level in enumerate(levels)}
    found = score(pack, Facts({**facts, **answered}), frozenset(pack.places)).factors["f"]
    ways = [score(pack, Facts({**way, **answered}), frozenset(pack.places)).factors["f"] for way in every_number(facts)]
    assert found.low <= min(one.low for one in ways)
    assert found.high >= max(one.high for one in ways)
    for key in NUMBERS:
        facts_now, answer = Facts({**facts, **answered}), Fact("answered", 2)
        if not key.startswith("subject"):
            before = score(pack, facts_now, frozenset(pack.places))
            then = rescore(pack, facts_now.having(key, answer), before, key).factors["f"]
            assert then == score(pack, facts_now.having(key, answer), frozenset(pack.places)).factors["f"]
    if found.exact:
        assert (found.low, found.high) == (min(one.low for one in ways), max(one.high for one in ways))


@settings(max_examples=100)
@given(raw=joined(numbers))
def test_what_the_solver_says_of_numbers_is_what_trying_everything_says(raw: Any) -> None:
    pack, condition = pack_with(), condition_of(raw)
    found = {Conditions(pack, Facts(way)).evaluate(condition).value for way in every_number({})}
    for wanted in (True, False):
        assert Solver(pack, condition, every_state=False).can_be(wanted) is (wanted in found), raw


@settings(max_examples=40)
@given(raw=joined(dates), named=st.none() | st.integers(0, 2))
def test_what_the_solver_says_of_dates_is_what_trying_days_around_the_scan_says(raw: Any, named: int | None) -> None:
    if named is not None:
        raw = {"all": [raw, {"context": "first", "is": day_at(TODAY + named)}]}
    pack, condition = pack_with(), condition_of(raw)
    scans = NEAR if named is not None else [TODAY]
    found = {
        Conditions(pack, Facts(dict(zip(DATES, facts, strict=True)), date=day_at(scan))).evaluate(condition).value
        for scan in scans
        for facts in product([Fact("answered", day_at(day)) for day in NEAR], repeat=2)
    }
    for wanted in (True, False):
        assert Solver(pack, condition, every_state=False).can_be(wanted) is (wanted in found), raw


@given(days=st.integers(-3, 3), least=days, most=days)
def test_a_date_is_held_against_the_date_of_the_scan(days: int, least: int, most: int) -> None:
    condition = condition_of({"context": "first", "ahead": {"at_least": least, "at_most": most}})
    facts = Facts({"context.first": Fact("answered", day_at(TODAY + days))}, date=day_at(TODAY))
    assert Conditions(pack_with(), facts).evaluate(condition).value is (least <= days <= most)
    assert Conditions(pack_with(), Facts(date=day_at(TODAY))).evaluate(condition).value is None
