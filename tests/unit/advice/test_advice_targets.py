"""How far it is to targets, and the way there."""

from __future__ import annotations

import pytest

from mhscan.advice.targets import completed, journey, levels_to_set, wanted_levels
from mhscan.answers.model import Answer

UNKNOWN = Answer(state="unknown")
ASIDE = Answer(state="not_applicable", reason="It does not.")


@pytest.fixture
def pack(build):
    """Three indicators in a row, of which the second needs the first; and a short one."""
    needs = [{"indicator": "f.a", "at_least": 1}]
    a = build.indicator("a", actions=[build.action("do-a", 3)])
    b = build.indicator("b", actions=[build.action("do-b", 3, requires=needs), build.action("top-b", 4)])
    c = build.indicator("c", applies_if={"indicator": "f.b", "at_least": 1}, actions=[build.action("do-c", 4)])
    short = {**build.indicator("s", levels=range(3)), "scale": "three"}
    scales = {
        "five": {"levels": [{"level": n, "label": f"Step {n}", "score": 25 * n} for n in range(5)]},
        "three": {"levels": [{"level": n, "label": f"Step {n}", "score": 50 * n} for n in range(3)]},
    }
    return build.pack(build.factor("f", a, b, c), build.factor("g", short), scales=scales)


def test_a_target_for_a_factor_is_for_each_of_its_indicators_up_to_their_top(pack):
    assert wanted_levels(pack, {"f": 3, "g": 3}) == {"f.a": 3, "f.b": 3, "f.c": 3, "g.s": 2}
    assert wanted_levels(pack, {"f": 2, "f.b": 4, "gone": 1}) == {"f.a": 2, "f.b": 4, "f.c": 2}


def test_the_gap_names_what_surely_stands_too_low(pack, judge):
    way = journey(judge(pack, {"f.a": 1, "f.b": 4, "f.c": UNKNOWN}), {"f": 3})
    assert [(gap.place.id, gap.level, gap.wanted) for gap in way.gaps] == [("f.a", 1, 3)]
    assert [(one.key, one.state, one.wanted) for one in way.open] == [("f.c", "unknown", 3)]
    assert not way.reached


def test_what_is_reached_has_no_way_to_go(pack, judge):
    way = journey(judge(pack, {"f.a": 3, "f.b": 4, "f.c": 4}), {"f": 3})
    assert (way.reached, way.gaps, way.open, way.steps, way.at_most) == (True, (), (), (), 0)
    assert not any(one.differs for one in way.after.factors)


def test_unknown_is_never_taken_for_low_or_high_but_gives_a_least_and_a_most(pack, judge):
    way = journey(judge(pack, {"f.a": UNKNOWN, "f.b": 0}), {"f.b": 3})
    assert [one.id for one in way.steps] == ["f.do-b"]
    assert [(one.key, one.wanted) for one in way.open] == [("f.a", None)]
    assert way.at_most == 1, "the action that needs nothing does as well"
    way = journey(judge(pack, {"f.a": UNKNOWN, "f.b": 0}), {"f": 3})
    assert (len(way.steps), way.at_most) == (1, 3)
    assert [one.key for one in way.open] == ["f.a", "f.c"]


def test_a_question_that_comes_to_apply_is_one_to_find_out(pack, judge):
    way = journey(judge(pack, {"f.a": 3, "f.b": 0}), {"f": 3})
    assert [one.id for one in way.steps] == ["f.do-b"]
    assert [(one.key, one.state) for one in way.open] == [("f.c", "not_asked")]
    assert (way.at_most, way.after.now_apply) == (2, ("f.c",))


def test_the_score_after_all_actions_is_that_of_the_levels_they_lead_to(pack, judge):
    result = judge(pack, {"f.a": 0, "f.b": 0, "f.c": 2})
    way = journey(result, {"f": 3})
    again = judge(pack, {"f.a": 3, "f.b": 3, "f.c": 4})
    assert [step.id for step in way.steps] == ["f.do-a", "f.do-b", "f.do-c"]
    assert way.after.after.scores.factors["f"].point == again.scores.factors["f"].point
    assert way.after.before is result


def test_the_steps_stand_in_the_order_of_the_advice_but_none_before_what_it_needs(build, judge):
    needs = [{"indicator": "f.b", "at_least": 1}]
    efforts = [{"id": "small", "label": "small", "size": 1}, {"id": "large", "label": "large", "size": 3}]
    a = build.indicator("a", actions=[build.action("do-a", 3, effort="small", requires=needs)])
    b = build.indicator("b", actions=[build.action("do-b", 3, effort="large")])
    c = build.indicator("c", actions=[build.action("do-c", 3, effort="small")])
    pack = build.pack(build.factor("f", a, b, c), efforts=efforts)
    result = judge(pack, {"f.a": 0, "f.b": 0, "f.c": 0})
    assert [step.id for step in journey(result, {"f": 3}).steps] == ["f.do-b", "f.do-a", "f.do-c"]
    assert [one.id for one in result.actions] == ["f.do-b", "f.do-a", "f.do-c"]


def test_an_answer_that_blocks_the_way_is_one_to_find_out(build, judge):
    context = [{"id": "plan", "type": "yesno", "text": "A plan?"}]
    a = build.indicator("a", actions=[build.action("do-a", 4, requires=[{"context": "plan", "is": True}])])
    pack = build.pack(build.factor("f", a), context=context)
    way = journey(judge(pack, {"f.a": 0}), {"f": 4})
    assert (way.steps, way.out_of_reach) == ((), {"f.a": "blocked"})
    assert [(one.key, one.wanted) for one in way.open] == [("context.plan", None)]


def test_whether_a_target_applies_can_be_what_is_to_be_found_out(build, judge):
    context = [{"id": "plan", "type": "yesno", "text": "A plan?"}]
    a = build.indicator("a", applies_if={"context": "plan", "is": True}, actions=[build.action("do-a", 4)])
    pack = build.pack(build.factor("f", a), context=context)
    way = journey(judge(pack, {"f.a": 4}), {"f": 4})
    assert [one.key for one in way.open] == ["context.plan"]


def test_what_was_set_aside_stays_out_of_it(pack, judge):
    way = journey(judge(pack, {"f.a": ASIDE, "f.b": 4, "f.c": 4}), {"f": 3})
    assert way.reached
    assert levels_to_set(judge(pack, {"f.a": ASIDE, "f.b": 4, "f.c": 1}), {"f": 3}) == {"f.c": 3}


def test_levels_to_set_raise_what_is_lower_or_open_and_leave_the_rest(pack, judge):
    assert levels_to_set(judge(pack, {"f.a": 1, "f.b": 4, "f.c": UNKNOWN}), {"f": 3}) == {"f.a": 3, "f.c": 3}


def test_facts_are_completed_at_the_top_or_the_bottom_without_what_was_set_aside(pack, judge):
    facts = judge(pack, {"f.a": ASIDE, "f.b": 2}).facts
    top, bottom = completed(pack, facts, max), completed(pack, facts, min)
    assert [top.get(key).value for key in pack.places] == [None, 2, 4, 2]
    assert [bottom.get(key).value for key in pack.places] == [None, 2, 0, 0]
