"""The ways in which the questions that decide about others can turn out together."""

from __future__ import annotations

import pytest

from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.options import TangledError
from mhscan.scoring.ways import Ways

A = {"context": "a", "is": True}
CONTEXT = [{"id": one, "type": "yesno", "text": "?"} for one in "ab"]
NO = Fact("answered", False)


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"any": [A, {"indicator": "f.one", "at_least": 3}]})
    return build.pack(build.factor("f", build.indicator("one"), later, build.indicator("free")), context=CONTEXT)


def ways_of(pack, facts=None):
    known = Facts(facts or {})
    return Ways(Conditions(pack, known))


def test_a_question_that_may_not_apply_can_come_to_nothing(pack):
    ways = ways_of(pack)
    assert ways.groups("f.later")[-1] is None
    assert [one.low for one in ways.groups("f.one")] == [0, 75]
    assert len(ways.groups("f.free")) == 1


@pytest.mark.parametrize(
    "facts", [{"context.a": NO, "f.one": Fact("answered", 2)}, {"f.later": Fact("not_applicable")}]
)
def test_a_question_that_does_not_apply_comes_to_nothing_only(pack, facts):
    ways = ways_of(pack, facts)
    assert ways.groups("f.later") == (None,)
    assert ways.possible("f.later", {}) == [0]


def test_only_what_others_look_at_and_is_open_is_a_variable(pack):
    ways = ways_of(pack, {"context.a": NO})
    assert ways.variables("f.later") == ("f.one",)
    assert ways.variables("f.one") == ("f.one",)
    assert ways.variables("f.free") == ()


def test_questions_that_are_left_out_are_no_variables(pack):
    ways = ways_of(pack).without(["f.one"])
    assert ways.loose == {"f.one", "f.later", "context.a"}
    assert ways.variables("f.later") == ()


@pytest.mark.parametrize(
    ("condition", "applies"),
    [
        ({"all": [A, {"indicator": "f.one", "at_least": 3}]}, [False, True, False, False]),
        ({"any": [A, {"indicator": "f.one", "at_least": 3}]}, [True, True, False, True]),
        ({"not": A}, [False, False, True, True]),
        ({"count_of": [A, {"indicator": "f.one", "at_least": 3}], "at_most": 1}, [True, False, True, True]),
        ({"count_of": {"factor": "f", "state": "unknown"}, "at_least": 1}, None),
    ],
)
def test_each_way_decides_whether_a_question_applies(build, condition, applies):
    last = build.indicator("last", applies_if=condition)
    if applies is None:
        pack = build.pack(build.factor("f", build.indicator("one")), build.factor("g", last), context=CONTEXT)
        ways = ways_of(pack)
        assert [ways.groups("g.last")[n] is None for n in ways.possible("g.last", {"f.one": 0})] == [True]
        assert [ways.groups("g.last")[n] is None for n in ways.possible("g.last", {"f.one": 1})] == [False]
        return
    ways = ways_of(build.pack(build.factor("f", build.indicator("one"), last), context=CONTEXT))
    each = [{"context.a": a, "f.one": one} for a in (0, 1) for one in (0, 1)]
    assert [ways.groups("f.last")[ways.possible("f.last", way)[0]] is not None for way in each] == applies


def test_a_question_can_have_only_what_fits_what_decides_about_it(build):
    middle = build.indicator("middle", applies_if=A)
    last = build.indicator("last", applies_if={"indicator": "f.middle", "at_least": 4})
    ways = ways_of(build.pack(build.factor("f", middle, last), context=CONTEXT))
    assert [ways.groups("f.middle")[n] is None for n in ways.possible("f.middle", {"context.a": 0})] == [0, 0]
    assert ways.possible("f.middle", {"context.a": 1}) == [2]
    assert ways.all(["context.a", "f.middle"], {}) == [
        {"context.a": 0, "f.middle": 0},
        {"context.a": 0, "f.middle": 1},
        {"context.a": 1, "f.middle": 2},
    ]
    assert ways.all(["f.middle"], {"context.a": 1}) == [{"context.a": 1, "f.middle": 2}]
    assert ways.all([], {"context.a": 1}) == [{"context.a": 1}]


def test_a_question_can_apply_because_another_does_not(build):
    context = [CONTEXT[0], {**CONTEXT[1], "applies_if": A}]
    instead = build.indicator("instead", applies_if={"context": "b", "state": "not_applicable"})
    ways = ways_of(build.pack(build.factor("f", instead), context=context))
    each = ways.all(["context.a", "context.b"], {})
    applies = {}
    for way in each:
        (n,) = ways.possible("f.instead", way)
        applies[way["context.a"]] = ways.groups("f.instead")[n] is not None
    assert [group.lowest.value for group in ways.groups("context.a")] == [True, False]
    assert applies == {0: False, 1: True}


def test_a_date_that_is_open_is_held_against_that_of_the_scan(build):
    later = build.indicator("later", applies_if={"context": "day", "ahead": {"at_least": 1}})
    pack = build.pack(build.factor("f", later), context=[{"id": "day", "type": "date", "text": "?"}])
    ways = Ways(Conditions(pack, Facts({}, date="2026-05-01")))
    assert ways.variables("f.later") == ("context.day",)
    days = [group.lowest.value for group in ways.groups("context.day")]
    applies = [
        ways.groups("f.later")[n] is not None
        for day in range(len(days))
        for n in ways.possible("f.later", {"context.day": day})
    ]
    assert applies == [day > "2026-05-01" for day in days]
    assert {True, False} == {*applies}


def test_too_many_ways_are_refused(build):
    many = [build.indicator(f"i{n}") for n in range(9)]
    last = build.indicator("last", applies_if={"all": [{"indicator": f"f.i{n}", "at_least": 1} for n in range(9)]})
    ways = ways_of(build.pack(build.factor("f", *many, last)))
    keys = [f"f.i{n}" for n in range(9)]
    with pytest.raises(TangledError) as caught:
        ways.all(keys, {})
    assert caught.value.keys == keys
    assert len(ways.all(keys[1:], {})) == 256


def test_another_answer_touches_only_what_depends_on_it(build):
    later = build.indicator("later", applies_if={"indicator": "f.one", "at_least": 3})
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two"), later))
    ways = ways_of(pack)
    first = {key: ways.groups(key) for key in pack.places}
    facts = Facts({"f.one": Fact("answered", 1)})
    other = ways.with_conditions(Conditions(pack, facts), deciders_of(pack).after("f.one"))
    assert other.groups("f.two") is first["f.two"]
    assert all(other.groups(key) == ways_of(pack, facts.by_key).groups(key) for key in pack.places)
    assert other.groups("f.later") == (None,)
    assert ways.groups("f.later") is first["f.later"]
