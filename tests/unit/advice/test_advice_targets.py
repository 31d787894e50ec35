"""How far it is to targets, and the way there."""

from __future__ import annotations

import pytest

from mhscan.advice import fewest_actions
from mhscan.advice.targets import UpToOthers, completed, journey, left_to_others, levels_to_set, wanted_levels
from mhscan.answers.model import Answer, CarriedBy

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


def test_what_stands_at_its_target_is_not_set_again(pack, judge):
    result = judge(pack, {"f.a": 3, "f.b": 4, "f.c": 2})
    assert levels_to_set(result, {"f": 3}) == {"f.c": 3}


def test_a_way_knows_what_was_aimed_at_and_whether_it_is_surely_the_shortest(pack, judge, monkeypatch):
    result = judge(pack, {"f.a": UNKNOWN})
    way = journey(result, {"f.a": 3})
    assert (way.wanted, way.at_most, way.exact, way.others) == ({"f.a": 3}, 1, True, {})
    monkeypatch.setattr(fewest_actions, "MOST", 1)
    way = journey(result, {"f.a": 3})
    assert (way.steps, way.at_most, way.exact) == ((), 1, False), "at the top nothing needs to be looked for"


PLAN = [{"id": "plan", "type": "yesno", "text": "A plan?"}, {"id": "money", "type": "yesno", "text": "Money?"}]
ON_PLAN = {"context": "plan", "is": True}


def test_what_does_not_apply_is_not_to_be_found_out(build, judge):
    a = build.indicator("a", applies_if=ON_PLAN)
    pack = build.pack(build.factor("f", a, build.indicator("b")), context=PLAN)
    assert journey(judge(pack, {"context.plan": False, "f.b": 4}), {"f": 3}).reached


def test_all_that_blocks_the_way_is_to_be_found_out_beside_what_is_aimed_at(build, judge):
    needs = [ON_PLAN, {"context": "money", "is": True}]
    a = build.indicator("a", actions=[build.action("do-a", 4, requires=needs)])
    pack = build.pack(build.factor("f", a, build.indicator("b")), context=PLAN)
    way = journey(judge(pack, {"f.a": 0, "f.b": Answer(state="skipped")}), {"f": 3})
    assert [(one.key, one.state) for one in way.open] == [
        ("f.b", "skipped"),
        ("context.plan", "not_asked"),
        ("context.money", "not_asked"),
    ]


def steps_of(build, judge, indicators, target, answers=None, **model):
    """The ids of the steps of a journey; indicators are given by name with their actions, all at level 0."""
    made = [build.indicator(name, actions=[build.action(**one) for one in some]) for name, some in indicators.items()]
    pack = build.pack(build.factor("f", *made), **model)
    result = judge(pack, {**{f"f.{name}": 0 for name in indicators}, **(answers or {})})
    return [step.action.id for step in journey(result, target).steps]


def first(*keys):
    priority = {"id": "p", "reason": "First.", "indicators": list(keys)}
    return {"low": 1, "enough": 3, "priorities": [priority]}


def test_the_steps_stand_in_the_order_of_the_advice_not_of_the_model(build, judge):
    indicators = {one: [{"name": f"do-{one}", "to": 4}] for one in "abc"}
    assert steps_of(build, judge, indicators, {"f": 4}, advice=first("f.c")) == ["do-c", "do-a", "do-b"]


def test_a_step_that_needs_another_one_comes_after_it_wherever_the_advice_has_its_indicator(build, judge):
    """The advice has `begin` first, which needs nothing; the way to the top is `finish`, which needs `b`."""
    a = [{"name": "begin", "to": 1}, {"name": "finish", "to": 4, "requires": [{"indicator": "f.b", "at_least": 2}]}]
    indicators = {"a": a, "b": [{"name": "do-b", "to": 4}]}
    assert steps_of(build, judge, indicators, {"f": 4}, advice=first("f.a")) == ["do-b", "finish"]


def test_where_the_order_of_the_advice_leads_nowhere_the_steps_stand_as_they_can_be_done(build, judge):
    """Once `a` is at its top, nobody can do what `c` needs any more."""
    between = {"indicator": "f.a", "at_least": 2, "at_most": 3}
    a = [{"name": "begin", "to": 2}, {"name": "finish", "to": 4, "requires": [{"indicator": "f.a", "at_least": 2}]}]
    indicators = {"a": a, "c": [{"name": "do-c", "to": 4, "requires": [between]}]}
    assert steps_of(build, judge, indicators, {"f": 4}, advice=first("f.a")) == ["begin", "do-c", "finish"]


REGION = [{"id": "region", "label": "the region", "ask": "Which?"}]
IS_CARRIED = {"indicator": "f.a", "carried": "region"}
NAMED = {"when": IS_CARRIED, "title": "Ask {carrier}"}


def carried(level=0):
    return Answer(state="answered", value=level, carried_by=CarriedBy(kind="region", name="The Union"))


@pytest.fixture
def others(build, judge):
    """A result of a pack of one indicator with these actions and this answer."""

    def run(actions, answer=0):
        a = build.indicator("a", actions=[build.action(**one) for one in actions])
        pack = build.pack(build.factor("f", a), carriers=REGION, context=PLAN)
        return judge(pack, {"f.a": answer, "context.plan": False})

    return run


def test_a_step_is_put_for_the_subject(others):
    way = journey(others([{"name": "do", "to": 4, "variants": [NAMED]}], carried()), {"f": 3})
    assert [step.action.title for step in way.steps] == ["Ask The Union"]


ASK = {"name": "ask", "to": 3, "depends_on_others": True}
NOT_HERE = {"applies_if": ON_PLAN}


def put(found):
    return {key: (one.action.id, one.is_for) for key, one in found.items()}


@pytest.mark.parametrize(
    ("actions", "answer", "wanted"),
    [
        ([ASK], 0, {"f.a": ("ask", True)}),
        ([ASK], 3, {}),
        ([ASK], 4, {}),
        ([ASK], UNKNOWN, {}),
        ([], 0, {}),
        ([{**ASK, "to": 2}], 0, {}),
        ([{"name": "do", "to": 3}], 0, {}),
        ([ASK, {"name": "do", "to": 4}], 0, {}),
        ([ASK, {"name": "do", "to": 2}], 0, {"f.a": ("ask", True)}),
        ([ASK, {"name": "do", "to": 4, **NOT_HERE}], 0, {"f.a": ("ask", True)}),
        ([{**ASK, **NOT_HERE}], 0, {"f.a": ("ask", False)}),
        ([{**ASK, **NOT_HERE}, {"name": "do", "to": 4, **NOT_HERE}], 0, {}),
        ([{**ASK, **NOT_HERE}, {**ASK, "name": "top", "to": 4}], 0, {"f.a": ("top", True)}),
        ([{**ASK, "name": "top", "to": 4}, ASK, {**ASK, "name": "same"}], 0, {"f.a": ("ask", True)}),
    ],
)
def test_a_level_is_left_to_others_where_only_what_depends_on_them_leads_to_it(others, actions, answer, wanted):
    assert put(left_to_others(others(actions, answer), {"f.a": 3})) == wanted


def test_what_is_up_to_others_is_put_for_the_subject(others):
    """It depends on others only where the region carries it, and then it is called otherwise."""
    action = {"name": "do", "to": 4, "variants": [{**NAMED, "depends_on_others": True}]}
    assert left_to_others(others([action]), {"f.a": 3}) == {}
    result = others([action], carried())
    (found,) = left_to_others(result, {"f.a": 3}).values()
    assert (found.action.title, found.action.depends_on_others, found.is_for) == ("Ask The Union", True, True)
    assert journey(result, {"f.a": 3}).others == {"f.a": UpToOthers(found.action, True)}


def test_a_way_has_who_it_is_up_to_only_where_that_is_what_keeps_it(build, judge):
    a = build.indicator("a", actions=[build.action(**ASK)])
    b = build.indicator("b", actions=[build.action("do-b", 4, requires=[ON_PLAN])])
    pack = build.pack(build.factor("f", a, b, build.indicator("c")), context=PLAN)
    way = journey(judge(pack, {"f.a": 0, "f.b": 0, "f.c": 0, "context.plan": False}), {"f": 3})
    assert way.out_of_reach == {"f.a": "others", "f.b": "blocked", "f.c": "no_action"}
    assert put(way.others) == {"f.a": ("ask", True)}


@pytest.mark.parametrize(
    ("answers", "ends"), [({"set": True}, [4, 1]), ({"set": False}, [0, 0]), ({"count": 4}, [2, 0])], ids=str
)
def test_an_open_level_is_completed_within_what_was_observed(build, judge, observed, answers, ends):
    pack = build.pack(build.factor("f", observed()))
    facts = judge(pack, {f"f.tools.{key}": value for key, value in answers.items()}).facts
    assert [completed(pack, facts, pick).get("f.tools").value for pick in (max, min)] == ends


def test_a_step_can_bring_an_action_of_others_into_the_hand_of_the_subject(build, judge):
    """What depends on others while `b` is low is the subject's own once `b` is raised."""
    theirs = {"when": {"indicator": "f.b", "at_most": 1}, "depends_on_others": True}
    a = build.indicator("a", actions=[build.action("do-a", 4, variants=[theirs])])
    b = build.indicator("b", actions=[build.action("do-b", 2)])
    way = journey(judge(build.pack(build.factor("f", a, b)), {"f.a": 0, "f.b": 0}), {"f.a": 4})
    assert [step.id for step in way.steps] == ["f.do-b", "f.do-a"]
    assert way.out_of_reach == {}
