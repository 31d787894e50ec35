"""The fewest actions that bring indicators to a level."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.advice import fewest_actions as module
from mhscan.advice.component import level_of, raised
from mhscan.advice.dependence import indicators_behind
from mhscan.advice.fewest_actions import Shortest, shortest
from mhscan.answers.model import Answer, CarriedBy
from mhscan.conditions import Condition
from mhscan.scoring.facts import gather

EFFORTS = [{"id": "small", "label": "small", "size": 1}, {"id": "large", "label": "large", "size": 3}]


@pytest.fixture
def found(build):
    """The actions from answers to levels that are wanted."""

    def search(factors, answers, wanted, **model) -> Shortest:
        pack = build.pack(*factors, efforts=EFFORTS, **model)
        facts = gather(pack, build.assessment(pack, answers))
        return shortest(pack, facts, wanted)

    return search


def ids(way):
    return [step.id for step in way.steps]


def test_what_is_there_already_takes_no_action(build, found):
    factor = build.factor("f", build.indicator("a", actions=[build.action("do", 3)]))
    assert found([factor], {"f.a": 3}, {"f.a": 3}) == Shortest((), {}, exact=True)


def test_one_action_leads_there_from_any_level_below(build, found):
    factor = build.factor("f", build.indicator("a", actions=[build.action("do", 3)]))
    way = found([factor], {"f.a": 0}, {"f.a": 2})
    assert (ids(way), way.levels, way.steps[0].level) == (["f.do"], {"f.a": 3}, 0)


def test_an_action_that_leads_too_low_is_passed_over(build, found):
    actions = [build.action("begin", 2), build.action("finish", 4)]
    factor = build.factor("f", build.indicator("a", actions=actions))
    assert ids(found([factor], {"f.a": 0}, {"f.a": 3})) == ["f.finish"]


def test_what_an_action_requires_comes_before_it(build, found):
    needs = [{"indicator": "f.b", "at_least": 2}]
    a = build.indicator("a", actions=[build.action("do-a", 3, requires=needs)])
    b = build.indicator("b", actions=[build.action("do-b", 2)])
    factor = build.factor("f", a, b)
    assert ids(found([factor], {"f.a": 0, "f.b": 1}, {"f.a": 3})) == ["f.do-b", "f.do-a"]
    assert ids(found([factor], {"f.a": 0, "f.b": 2}, {"f.a": 3})) == ["f.do-a"]


def test_an_action_may_require_a_first_step_on_its_own_indicator(build, found):
    needs = [{"indicator": "f.a", "at_least": 2}]
    actions = [build.action("begin", 2), build.action("finish", 4, requires=needs)]
    factor = build.factor("f", build.indicator("a", actions=actions))
    way = found([factor], {"f.a": 0}, {"f.a": 4})
    assert (ids(way), way.levels) == (["f.begin", "f.finish"], {"f.a": 4})


def test_fewer_actions_go_before_less_effort(build, found):
    needs = [{"indicator": "f.b", "at_least": 2}]
    actions = [build.action("cheap", 3, effort="small", requires=needs), build.action("dear", 3, effort="large")]
    a = build.indicator("a", actions=actions)
    b = build.indicator("b", actions=[build.action("do-b", 2, effort="small")])
    assert ids(found([build.factor("f", a, b)], {"f.a": 0, "f.b": 0}, {"f.a": 3})) == ["f.dear"]


def test_of_as_many_actions_those_with_the_least_effort_are_chosen(build, found):
    actions = [build.action("dear", 3, effort="large"), build.action("cheap", 4, effort="small")]
    factor = build.factor("f", build.indicator("a", actions=actions))
    assert ids(found([factor], {"f.a": 0}, {"f.a": 3})) == ["f.cheap"]


def test_an_effort_that_is_not_given_counts_as_the_largest(build, found):
    actions = [build.action("untold", 3), build.action("cheap", 3, effort="small")]
    factor = build.factor("f", build.indicator("a", actions=actions))
    assert ids(found([factor], {"f.a": 0}, {"f.a": 3})) == ["f.cheap"]


def test_then_the_action_that_aims_lowest_and_then_the_first_in_the_model_is_chosen(build, found):
    high, low, same = build.action("high", 4), build.action("low", 3), build.action("same", 3)
    factor = build.factor("f", build.indicator("a", actions=[high, low, same]))
    assert ids(found([factor], {"f.a": 0}, {"f.a": 3})) == ["f.low"]
    factor = build.factor("f", build.indicator("a", actions=[high, same, low]))
    assert ids(found([factor], {"f.a": 0}, {"f.a": 3})) == ["f.same"]


def test_an_action_that_serves_two_others_is_done_once(build, found):
    needs = [{"indicator": "f.c", "at_least": 1}]
    a = build.indicator("a", actions=[build.action("do-a", 3, requires=needs)])
    b = build.indicator("b", actions=[build.action("do-b", 3, requires=needs)])
    c = build.indicator("c", actions=[build.action("do-c", 1)])
    way = found([build.factor("f", a, b, c)], {"f.a": 0, "f.b": 0, "f.c": 0}, {"f.a": 3, "f.b": 3})
    assert sorted(ids(way)) == ["f.do-a", "f.do-b", "f.do-c"]
    assert ids(way)[0] == "f.do-c"


def test_of_two_things_that_would_do_the_one_that_serves_more_is_chosen(build, found):
    either = [{"any": [{"indicator": "f.c", "at_least": 1}, {"indicator": "f.d", "at_least": 1}]}]
    both = [{"indicator": "f.d", "at_least": 1}]
    a = build.indicator("a", actions=[build.action("do-a", 3, requires=either)])
    b = build.indicator("b", actions=[build.action("do-b", 3, requires=both)])
    c = build.indicator("c", actions=[build.action("do-c", 1, effort="small")])
    d = build.indicator("d", actions=[build.action("do-d", 1, effort="large")])
    answers = dict.fromkeys(["f.a", "f.b", "f.c", "f.d"], 0)
    way = found([build.factor("f", a, b, c, d)], answers, {"f.a": 3, "f.b": 3})
    assert sorted(ids(way)) == ["f.do-a", "f.do-b", "f.do-d"]


def test_what_stops_applying_by_another_action_takes_none_of_its_own(build, found):
    quiet = build.indicator("quiet", applies_if={"indicator": "f.loud", "at_most": 1}, actions=[build.action("ask", 3)])
    loud = build.indicator("loud", actions=[build.action("speak", 3)])
    factor = build.factor("f", loud, quiet)
    assert ids(found([factor], {"f.loud": 0, "f.quiet": 0}, {"f.loud": 3, "f.quiet": 3})) == ["f.speak"]


def test_what_begins_to_apply_has_to_get_there_too(build, found):
    later = build.indicator(
        "later", applies_if={"indicator": "f.first", "at_least": 1}, actions=[build.action("go", 3)]
    )
    first = build.indicator("first", actions=[build.action("begin", 3)])
    factor = build.factor("f", first, later)
    way = found([factor], {"f.first": 0, "f.later": 0}, {"f.first": 3, "f.later": 3})
    assert ids(way) == ["f.begin", "f.go"]


def test_a_requirement_on_a_score_is_worked_out_anew_after_each_action(build, found):
    needs = [{"factor": "g", "at_least": 50}]
    a = build.indicator("a", actions=[build.action("do-a", 3, requires=needs)])
    inside = [build.indicator(name, actions=[build.action(f"do-{name}", 4)]) for name in ("x", "y")]
    factors = [build.factor("f", a), build.factor("g", *inside)]
    answers = {"f.a": 0, "g.x": 0, "g.y": 0}
    assert ids(found(factors, answers, {"f.a": 3})) == ["g.do-x", "f.do-a"]


def test_where_no_action_leads_high_enough_that_is_said_and_the_rest_is_done(build, found):
    a = build.indicator("a", actions=[build.action("do-a", 2)])
    b = build.indicator("b", actions=[build.action("do-b", 4)])
    way = found([build.factor("f", a, b)], {"f.a": 0, "f.b": 0}, {"f.a": 4, "f.b": 4})
    assert (ids(way), way.out_of_reach) == (["f.do-b"], {"f.a": "no_action"})


def test_what_can_stop_applying_is_not_out_of_reach_for_want_of_an_action(build, found):
    quiet = build.indicator("quiet", applies_if={"indicator": "f.loud", "at_most": 1})
    loud = build.indicator("loud", actions=[build.action("speak", 3)])
    factor = build.factor("f", loud, quiet)
    way = found([factor], {"f.loud": 0, "f.quiet": 0}, {"f.loud": 3, "f.quiet": 3})
    assert (ids(way), way.out_of_reach) == (["f.speak"], {})
    way = found([factor], {"f.loud": 0, "f.quiet": 0}, {"f.loud": 1, "f.quiet": 3})
    assert (ids(way), way.out_of_reach) == (["f.speak"], {})
    alone = build.factor("f", build.indicator("loud"), quiet)
    assert found([alone], {"f.loud": 0, "f.quiet": 0}, {"f.quiet": 3}).out_of_reach == {"f.quiet": "no_action"}


def test_where_a_requirement_cannot_become_true_that_is_said_and_the_rest_is_done(build, found):
    context = [{"id": "plan", "type": "yesno", "text": "A plan?"}]
    a = build.indicator("a", actions=[build.action("do-a", 4, requires=[{"context": "plan", "is": True}])])
    b = build.indicator("b", actions=[build.action("do-b", 4, requires=[{"indicator": "f.a", "at_most": 0}])])
    factor = build.factor("f", a, b)
    wanted = {"f.a": 4, "f.b": 4}
    way = found([factor], {"f.a": 0, "f.b": 0, "context.plan": False}, wanted, context=context)
    assert (ids(way), way.out_of_reach, way.exact) == (["f.do-b"], {"f.a": "blocked"}, True)


def test_two_requirements_that_wait_for_each_other_are_both_out_of_reach(build, found):
    a = build.indicator("a", actions=[build.action("do-a", 4, requires=[{"indicator": "f.b", "at_least": 1}])])
    b = build.indicator("b", actions=[build.action("do-b", 4, requires=[{"indicator": "f.a", "at_least": 1}])])
    way = found([build.factor("f", a, b)], {"f.a": 0, "f.b": 0}, {"f.a": 4, "f.b": 4})
    assert (ids(way), way.out_of_reach) == ([], {"f.a": "blocked", "f.b": "blocked"})


def test_of_two_that_keep_each_other_away_the_first_is_reached(build, found):
    low = {"requires": [{"indicator": "f.b", "at_most": 0}]}
    a = build.indicator("a", actions=[build.action("do-a", 4, **low)])
    b = build.indicator("b", actions=[build.action("do-b", 4, requires=[{"indicator": "f.a", "at_most": 0}])])
    way = found([build.factor("f", a, b)], {"f.a": 0, "f.b": 0}, {"f.a": 4, "f.b": 4})
    assert (ids(way), way.out_of_reach) == (["f.do-a"], {"f.b": "blocked"})


def test_what_does_not_apply_is_left_alone(build, found):
    context = [{"id": "plan", "type": "yesno", "text": "A plan?"}]
    a = build.indicator("a", applies_if={"context": "plan", "is": True}, actions=[build.action("do-a", 4)])
    factor = build.factor("f", a, build.indicator("b"))
    assert ids(found([factor], {"f.a": 0, "context.plan": False}, {"f.a": 4}, context=context)) == []
    assert ids(found([factor], {"f.a": 0}, {"f.a": 4}, context=context)) == ["f.do-a"]


def chain(build, count):
    """Indicators that each need the one before, and a first one that all need."""
    made = [build.indicator("i0", actions=[build.action("do-0", 4)])]
    for n in range(1, count):
        needs = [{"indicator": "f.i0", "at_least": 1}, {"indicator": f"f.i{n - 1}", "at_least": 1}]
        made.append(build.indicator(f"i{n}", actions=[build.action(f"do-{n}", 4, requires=needs)]))
    return build.factor("f", *made)


def test_a_long_chain_is_still_found_exactly(build, found):
    answers = {f"f.i{n}": 0 for n in range(30)}
    way = found([chain(build, 30)], answers, {"f.i29": 4})
    assert (ids(way), way.exact) == ([f"f.do-{n}" for n in range(30)], True)


def test_a_group_too_large_to_search_gets_a_good_way_and_says_that_it_may_not_be_the_best(build, found, monkeypatch):
    monkeypatch.setattr(module, "MOST", 8)
    needs = [{"indicator": "f.c", "at_least": 1}]
    others = [build.indicator(f"o{n}", actions=[build.action(f"do-{n}", 3, requires=needs)]) for n in range(5)]
    c = build.indicator("c", actions=[build.action("do-c", 1)])
    factor = build.factor("f", *others, c)
    answers = {f"f.o{n}": 0 for n in range(5)} | {"f.c": 0}
    way = found([factor], answers, {f"f.o{n}": 3 for n in range(5)})
    assert (len(way.steps), way.exact, way.out_of_reach) == (6, False, {})


def test_raised_facts_keep_who_carries_and_leave_the_rest(build):
    pack = build.pack(build.factor("f", build.indicator("a"), build.indicator("b")))
    facts = gather(pack, build.assessment(pack, {"f.a": 1}))
    more = raised(pack, facts, {"f.a": 3, "f.b": None})
    assert (level_of(more, "f.a"), level_of(more, "f.b"), level_of(facts, "f.a")) == (3, None, 1)


@pytest.fixture
def behind(build):
    one = build.factor("one", build.indicator("a"), build.indicator("b"), phase="first")
    two = build.factor("two", build.indicator("c"))
    context = [
        {"id": "plan", "type": "yesno", "text": "A plan?"},
        {"id": "until", "type": "date", "text": "Until?", "applies_if": {"indicator": "two.c", "at_least": 1}},
    ]
    pack = build.pack(one, two, phases=[{"id": "first", "title": "First"}], context=context)
    return lambda condition: indicators_behind(pack, TypeAdapter(Condition).validate_python(condition))


@pytest.mark.parametrize(
    ("condition", "indicators"),
    [
        ({"indicator": "one.a", "at_least": 1}, {"one.a"}),
        ({"context": "plan", "is": True}, set()),
        ({"context": "until", "at_least": 1}, {"two.c"}),
        ({"subject": "size", "at_least": 1}, set()),
        (
            {"not": {"any": [{"indicator": "one.a", "at_least": 1}, {"indicator": "two.c", "at_most": 1}]}},
            {"one.a", "two.c"},
        ),
        ({"all": [{"factor": "one", "at_least": 50}]}, {"one.a", "one.b"}),
        ({"phase": "first", "at_least": 50}, {"one.a", "one.b"}),
        ({"gap": {"high": {"factor": "one"}, "low": {"factor": "two"}, "at_least": 5}}, {"one.a", "one.b", "two.c"}),
        ({"count_of": {"factor": "one", "at_least": 2}, "at_least": 1}, {"one.a", "one.b"}),
        ({"count_of": [{"indicator": "one.b", "at_least": 2}], "at_least": 1}, {"one.b"}),
    ],
)
def test_a_condition_depends_on_what_it_names_and_on_all_that_a_score_is_made_of(behind, condition, indicators):
    assert behind(condition) == indicators


OTHERS = {"depends_on_others": True}
REGION = [{"id": "region", "label": "the region", "ask": "Which?"}]


def test_what_depends_on_others_brings_nothing_nearer(build, found):
    actions = [build.action("ask", 3, **OTHERS), build.action("do", 4)]
    factor = build.factor("f", build.indicator("a", actions=actions))
    assert ids(found([factor], {"f.a": 0}, {"f.a": 3})) == ["f.do"]
    alone = build.factor("f", build.indicator("a", actions=[build.action("ask", 3, **OTHERS)]))
    way = found([alone], {"f.a": 0}, {"f.a": 3})
    assert (ids(way), way.out_of_reach, way.exact) == ([], {"f.a": "others"}, True)


@pytest.mark.parametrize(("carried", "outcome"), [("region", {"f.a": "others"}), (None, {})])
def test_a_variant_says_for_whom_the_effect_depends_on_others(build, found, carried, outcome):
    variants = [{"when": {"indicator": "f.a", "carried": "region"}, "depends_on_others": True}]
    factor = build.factor("f", build.indicator("a", actions=[build.action("do", 3, variants=variants)]))
    by = CarriedBy(kind="region", name="R") if carried else None
    way = found([factor], {"f.a": Answer(state="answered", value=0, carried_by=by)}, {"f.a": 3}, carriers=REGION)
    assert way.out_of_reach == outcome
    assert ids(way) == ([] if outcome else ["f.do"])


def test_what_waits_for_something_that_is_up_to_others_is_blocked(build, found):
    a = build.indicator("a", actions=[build.action("do", 3, requires=[{"indicator": "f.b", "at_least": 2}])])
    b = build.indicator("b", actions=[build.action("ask", 4, **OTHERS)])
    way = found([build.factor("f", a, b)], {"f.a": 0, "f.b": 0}, {"f.a": 3})
    assert (ids(way), way.out_of_reach) == ([], {"f.a": "blocked"})


def test_an_action_that_is_none_here_leads_nowhere_unless_another_one_makes_it_one(build, found):
    applies = {"indicator": "f.b", "at_least": 2}
    a = build.indicator("a", actions=[build.action("do", 3, applies_if=applies)])
    factor = build.factor("f", a, build.indicator("b", actions=[build.action("first", 2)]))
    assert ids(found([factor], {"f.a": 0, "f.b": 0}, {"f.a": 3})) == ["f.first", "f.do"]
    never = build.factor("f", a, build.indicator("b"))
    assert found([never], {"f.a": 0, "f.b": 0}, {"f.a": 3}).out_of_reach == {"f.a": "no_action"}


def test_what_was_observed_goes_along_with_a_level_that_is_aimed_at(build, judge):
    words = {"there": "a thing", "missing": "no thing", "ours": True}
    fact = {"id": "paper", "type": "yesno", "text": "It is on paper.", **words}
    plan = build.indicator("plan", levels=range(2), scale="two", actions=[build.action("write", 1)])
    when = {"observation": "paper", "is": True}
    plan |= {"observations": [fact], "levels": [plan["levels"][0], {**plan["levels"][1], "when": when}]}
    needs = [{"observation": "f.plan.paper", "is": True}]
    use = build.indicator("use", actions=[build.action("apply", 4, requires=needs)])
    scales = {
        name: {"levels": [{"level": n, "label": f"Step {n}", "score": 25 * n} for n in range(count)]}
        for name, count in (("two", 2), ("five", 5))
    }
    pack = build.pack(build.factor("f", plan, use), scales=scales, advice={"low": 0, "enough": 1})
    result = judge(pack, {"f.plan.paper": False, "f.use": 0})
    way = shortest(pack, result.facts, {"f.use": 4})
    assert [step.action.id for step in way.steps] == ["write", "apply"]
    assert way.out_of_reach == {}
