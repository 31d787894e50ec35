"""How the fewest actions are looked for: in order, exactly where it can be, and what is said where it cannot."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.advice import fewest_actions as module
from mhscan.advice.component import raised
from mhscan.advice.dependence import indicators_behind
from mhscan.advice.fewest_actions import Shortest, shortest
from mhscan.answers.model import Answer, CarriedBy
from mhscan.conditions import Condition
from mhscan.scoring.facts import Fact, gather

EFFORTS = [{"id": "small", "label": "small", "size": 1}, {"id": "large", "label": "large", "size": 3}]
PLAN = [{"id": "plan", "type": "yesno", "text": "A plan?"}]
REGION = [{"id": "region", "label": "the region", "ask": "Which?"}]
ASIDE = Answer(state="not_applicable", reason="no")


@pytest.fixture
def found(build):
    """The actions that lead to wanted levels; indicators are given by name with their actions, all at level 0."""

    def search(indicators, wanted, answers=None, applies=None, **model) -> Shortest:
        made = [
            build.indicator(
                name, actions=[build.action(**one) for one in actions], applies_if=(applies or {}).get(name)
            )
            for name, actions in indicators.items()
        ]
        pack = build.pack(build.factor("f", *made), efforts=EFFORTS, context=PLAN, carriers=REGION, **model)
        given = {**{f"f.{name}": 0 for name in indicators}, **(answers or {})}
        facts = gather(pack, build.assessment(pack, given))
        return shortest(pack, facts, {f"f.{name}": level for name, level in wanted.items()})

    return search


@pytest.fixture
def climbing(found, monkeypatch):
    """The same, where every component is too large to search through."""
    monkeypatch.setattr(module, "MOST", 0)
    return found


def ids(way):
    return [step.id.removeprefix("f.") for step in way.steps]


def do(name, to=4, *needs, **more):
    return {"name": name, "to": to, "requires": list(needs), **more}


def at_least(name, level):
    return {"indicator": f"f.{name}", "at_least": level}


def at_most(name, level):
    return {"indicator": f"f.{name}", "at_most": level}


ON_PLAN = {"context": "plan", "is": True}


def test_what_stands_high_enough_needs_no_action_that_could_lead_there(found):
    indicators = {"a": [], "b": [do("do-b", 4, at_least("a", 1))]}
    way = found(indicators, {"a": 3, "b": 4}, {"f.a": 3})
    assert (ids(way), way.out_of_reach, way.exact) == (["do-b"], {}, True)


def test_an_action_on_what_was_set_aside_makes_nothing_possible(found):
    either = {"any": [at_least("a", 1), at_least("c", 1)]}
    indicators = {"a": [do("do-a", 1)], "b": [do("do-b", 4, either)], "c": [do("do-c", 1)]}
    assert ids(found(indicators, {"b": 4})) == ["do-a", "do-b"]
    assert ids(found(indicators, {"b": 4}, {"f.a": ASIDE})) == ["do-c", "do-b"]


def test_an_action_is_done_only_once_its_indicator_applies(found):
    indicators = {"a": [do("do-a")], "c": [do("do-c")]}
    assert ids(found(indicators, {"a": 4, "c": 4}, applies={"a": at_least("c", 1)})) == ["do-c", "do-a"]


def test_the_least_that_is_left_is_never_counted_too_high(found):
    """By way of `b` it takes levels 2 and 2, by way of `c` 1 and 4."""
    a = [do("high", 4, at_least("c", 1)), do("just", 2, at_least("b", 2))]
    assert ids(found({"a": a, "b": [do("do-b", 2)], "c": [do("do-c", 1)]}, {"a": 2})) == ["do-b", "just"]


def test_what_can_stop_applying_is_not_sure_to_take_an_action(found):
    """To silence `loud` takes levels 2 and 2, to ask takes 1 and 4."""
    indicators = {
        "quiet": [do("ask", 4, at_least("d", 1))],
        "loud": [do("speak", 2, at_least("c", 2))],
        "c": [do("do-c", 2)],
        "d": [do("do-d", 1)],
    }
    assert ids(found(indicators, {"quiet": 4}, applies={"quiet": at_most("loud", 1)})) == ["do-c", "speak"]


def test_a_level_that_was_reached_dearly_first_does_not_end_the_search(found):
    a = [do("dear", 3, effort="large"), do("cheap", 3, effort="small")]
    needs = (at_least("a", 3), at_least("c", 1))
    way = found({"a": a, "b": [do("do-b", 4, *needs)], "c": [do("do-c", 1)]}, {"a": 3, "b": 4})
    assert (sorted(ids(way)), way.exact) == (["cheap", "do-b", "do-c"], True)


def test_what_is_wanted_guides_the_search_past_what_does_not_bring_it_nearer(found, monkeypatch):
    monkeypatch.setattr(module, "MOST", 400)
    either = {"any": [at_least(f"x{n}", 1) for n in range(12)]}
    wanted = {f"w{n}": [do(f"do-w{n}", 4, either)] for n in range(3)}
    others = {f"x{n}": [do(f"do-x{n}", 1)] for n in range(12)}
    way = found({**wanted, **others}, dict.fromkeys(wanted, 4))
    assert (ids(way), way.exact) == (["do-x0", "do-w0", "do-w1", "do-w2"], True)


@pytest.mark.parametrize(("most", "exact"), [(1, False), (2, True)])
def test_as_many_states_are_looked_at_as_may_be(found, monkeypatch, most, exact):
    monkeypatch.setattr(module, "MOST", most)
    way = found({"a": [do("do-a")]}, {"a": 4})
    assert (ids(way), way.exact) == (["do-a"], exact)


def test_what_hangs_together_is_brought_there_once_whatever_stands_between(found):
    indicators = {"a": [do("do-a")], "b": [do("do-b")], "c": [do("do-c", 4, at_least("a", 1))]}
    assert sorted(ids(found(indicators, {"a": 4, "b": 4, "c": 4}))) == ["do-a", "do-b", "do-c"]


def test_each_that_is_out_of_reach_has_its_own_reason(found):
    indicators = {"a": [], "b": [do("do-b", 4, at_least("a", 1))], "c": [do("do-c", 4, at_least("b", 0))]}
    way = found(indicators, {"a": 4, "b": 4, "c": 4})
    assert (ids(way), way.out_of_reach, way.exact) == (["do-c"], {"f.a": "no_action", "f.b": "blocked"}, True)


def test_without_a_search_each_that_is_out_of_reach_has_its_own_reason_too(climbing):
    indicators = {"a": [], "b": [do("do-b", 4, at_least("a", 1))], "c": [do("do-c", 4, at_least("b", 0))]}
    way = climbing(indicators, {"a": 4, "b": 4, "c": 4})
    assert (ids(way), way.out_of_reach, way.exact) == (["do-c"], {"f.a": "no_action", "f.b": "blocked"}, False)


def test_without_a_search_what_is_wanted_goes_first(climbing):
    a = [do("later", 4, at_least("b", 1), effort="small"), do("now", 4, effort="large")]
    assert ids(climbing({"a": a, "b": [do("do-b", 1, effort="small")]}, {"a": 4})) == ["now"]


def test_without_a_search_an_action_that_leads_there_goes_before_a_cheaper_one_and_the_lowest_first(climbing):
    a = [do("high", 4), do("begin", 2, effort="small"), do("just", 3)]
    assert ids(climbing({"a": a}, {"a": 3})) == ["just"]


def test_without_a_search_steps_that_turn_out_to_be_needless_are_left_out(climbing):
    """`b` can never be enough; `begin` and `do-b` are cheap, and only `do-c` opens the way. `z` stays out of reach."""
    either = {"any": [at_least("b", 3), at_least("c", 1)]}
    a = [do("begin", 1, effort="small"), do("finish", 4, either, effort="large")]
    indicators = {
        "a": a,
        "b": [do("do-b", 1, effort="small")],
        "c": [do("do-c", 1, effort="large")],
        "z": [do("do-z", 4, ON_PLAN, at_least("a", 1))],
    }
    way = climbing(indicators, {"a": 4, "z": 4}, {"context.plan": False})
    assert [(step.id, step.level) for step in way.steps] == [("f.do-c", 0), ("f.finish", 0)]
    assert (way.out_of_reach, way.exact) == ({"f.z": "blocked"}, False)


def test_without_a_search_a_step_stays_that_another_one_needs(climbing):
    indicators = {"a": [do("do-a", 4, at_least("b", 1))], "b": [do("do-b", 1)]}
    way = climbing(indicators, {"a": 4})
    assert [(step.id, step.level) for step in way.steps] == [("f.do-b", 0), ("f.do-a", 0)]


OTHERS = {"depends_on_others": True}


@pytest.mark.parametrize(
    ("actions", "why"),
    [
        ([do("ask", **OTHERS)], "others"),
        ([do("ask", **OTHERS), do("do", applies_if=ON_PLAN)], "others"),
        ([do("ask", applies_if=ON_PLAN, **OTHERS)], "others"),
        ([do("ask", **OTHERS), do("do", 3)], "others"),
        ([do("ask", applies_if=ON_PLAN, **OTHERS), do("do", applies_if=ON_PLAN)], "no_action"),
        ([do("ask", 3, **OTHERS)], "no_action"),
        ([do("ask", **OTHERS), do("do", 4, ON_PLAN)], "blocked"),
    ],
)
def test_only_the_actions_for_the_subject_that_lead_there_say_whether_it_is_up_to_others(found, actions, why):
    way = found({"a": actions}, {"a": 4}, {"context.plan": False})
    assert (ids(way), way.out_of_reach) == ([], {"f.a": why})


def test_an_action_can_come_into_the_hand_of_the_subject_by_another_one(found):
    variant = {"when": at_least("b", 2), "depends_on_others": False}
    way = found({"a": [do("do-a", **OTHERS, variants=[variant])], "b": [do("do-b", 2)]}, {"a": 4})
    assert (ids(way), way.out_of_reach) == (["do-b", "do-a"], {})


def test_an_action_is_done_before_another_one_takes_it_out_of_the_hand_of_the_subject(found):
    variant = {"when": at_least("b", 2), **OTHERS}
    way = found({"b": [do("do-b", 2)], "a": [do("do-a", variants=[variant])]}, {"b": 2, "a": 4})
    assert (ids(way), way.out_of_reach) == (["do-a", "do-b"], {})


def test_raised_facts_are_answers_with_who_carries_them(build):
    pack = build.pack(build.factor("f", build.indicator("a"), build.indicator("b")), carriers=REGION)
    carried = Answer(state="unknown", carried_by=CarriedBy(kind="region", name="R"))
    facts = raised(pack, gather(pack, build.assessment(pack, {"f.a": carried})), {"f.a": 3, "f.b": None})
    assert facts.by_key == {"f.a": Fact("answered", 3, "region")}


@pytest.fixture
def observed(build):
    """An indicator that rises from 0 by a paper, by a day to come and by people; with the facts at some level."""
    words = {"there": "a thing", "missing": "no thing", "ours": True}
    kinds = {"paper": {"type": "yesno"}, "until": {"type": "date"}, "people": {"type": "number"}}
    facts = [{"id": key, "text": "It is so.", **kind, **words} for key, kind in kinds.items()]
    paper = {"observation": "paper", "is": True}
    until = {"observation": "until", "ahead": {"at_least": 60}}
    people = {"observation": "people", "at_least": 3}
    whens = [None, paper, {"all": [paper, until]}, {"all": [paper, until, people]}]
    levels = [{"level": n, "text": f"{n}.", **({"when": when} if when else {})} for n, when in enumerate(whens)]
    one = {**build.indicator("a", scale="four"), "levels": levels, "observations": facts}
    scale = {"levels": [{"level": n, "label": f"Step {n}", "score": 25 * n} for n in range(4)]}
    pack = build.pack(build.factor("f", one), scales={"four": scale})

    def at(level, answers):
        facts = gather(pack, build.assessment(pack, {f"f.a.{key}": value for key, value in answers.items()}))
        after = raised(pack, facts, {"f.a": level})
        return {key.removeprefix("f.a."): fact for key, fact in after.by_key.items() if key != "f.a"}

    return at


def test_what_is_observed_at_another_level_is_what_was_and_as_little_else_as_leads_there(observed):
    now = {"paper": False, "people": 7}
    assert observed(1, now)["paper"] == Fact("answered", True)
    assert observed(1, now)["people"] == Fact("answered", 7)


def test_where_it_stands_there_already_nothing_is_observed_anew(observed):
    facts = observed(1, {"paper": True, "until": "2026-06-01", "people": Answer(state="unknown")})
    assert facts["people"].state == "unknown"


def test_a_day_that_is_needed_lies_ahead_of_the_scan(observed):
    after = observed(2, {"paper": True, "until": "2026-06-01", "people": 0})
    assert after["until"].state == "answered"
    assert "2026-06-30" <= after["until"].value < "2027"


@pytest.fixture
def behind(build):
    one = build.factor("one", build.indicator("a"), build.indicator("b", applies_if={"context": "plan", "is": True}))
    two = build.factor("two", build.indicator("c", applies_if={"indicator": "one.a", "at_least": 1}))
    pack = build.pack(one, two, context=PLAN, carriers=REGION)
    return lambda condition: indicators_behind(pack, TypeAdapter(Condition).validate_python(condition))


CARRIED = {"indicator": "one.a", "carried": "region"}


@pytest.mark.parametrize(
    ("condition", "indicators"),
    [
        (CARRIED, set()),
        ({"all": [CARRIED, {"indicator": "one.b", "at_least": 1}]}, {"one.b"}),
        ({**CARRIED, "at_least": 1}, {"one.a"}),
        ({"indicator": "one.a", "state": "answered"}, {"one.a"}),
        ({"indicator": "two.c", "carried": "region"}, {"two.c"}),
        ({"indicator": "two.c", "at_least": 1}, {"two.c"}),
    ],
)
def test_who_carries_an_indicator_is_changed_by_no_action_unless_it_can_stop_applying(behind, condition, indicators):
    assert behind(condition) == indicators
