"""What would change if some answers were otherwise."""

from __future__ import annotations

import pytest

from mhscan.advice.result import evaluate
from mhscan.advice.what_if import what_if, with_levels
from mhscan.answers.model import Answer
from mhscan.scoring.facts import Suppressed


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"indicator": "f.first", "at_least": 1})
    rules = [
        {"id": "low", "title": "Low", "when": {"indicator": "f.first", "at_most": 1}, "text": "It is low."},
        {"id": "both", "title": "Both", "when": {"indicator": "f.later", "at_least": 3}, "text": "Both."},
        {"id": "other", "title": "Other", "when": {"indicator": "g.c", "at_least": 3}, "text": "Other."},
    ]
    factors = [build.factor("f", build.indicator("first"), later, phase="p"), build.factor("g", build.indicator("c"))]
    return build.pack(*factors, rules=rules, phases=[{"id": "p", "title": "Phase"}])


def test_only_what_follows_from_the_change_differs(pack, judge):
    before = judge(pack, {"f.first": 0, "g.c": 2})
    change = what_if(before, with_levels(before.assessment, {"f.first": 2}))
    assert [(one.before.id, one.differs) for one in change.factors] == [("f", True), ("g", False)]
    assert [(one.before.id, one.differs) for one in change.phases] == [("p", True)]
    assert change.total is None
    assert [(one.before.rule.id, one.before.outcome.value, one.after.outcome.value) for one in change.rules] == [
        ("low", True, False),
        ("both", False, None),
    ]


def test_questions_that_come_and_go_are_named(pack, judge):
    before = judge(pack, {"f.first": 0})
    there = what_if(before, with_levels(before.assessment, {"f.first": 2}))
    assert (there.now_apply, there.apply_no_more) == (("f.later",), ())
    back = what_if(there.after, with_levels(there.after.assessment, {"f.first": 0}))
    assert (back.now_apply, back.apply_no_more) == ((), ("f.later",))


def test_there_and_back_changes_nothing(pack, judge):
    before = judge(pack, {"f.first": 0, "f.later": 3})
    there = what_if(before, with_levels(before.assessment, {"f.first": 2})).after
    back = what_if(before, with_levels(there.assessment, {"f.first": 0}))
    assert not any(one.differs for one in (*back.factors, *back.phases))
    assert back.rules == ()


def test_a_total_is_compared_where_there_is_one(build, judge):
    pack = build.pack(build.factor("f", build.indicator("a")), aggregate={"total": True})
    before = judge(pack, {"f.a": 0})
    total = what_if(before, with_levels(before.assessment, {"f.a": 4})).total
    assert (total.before.point, total.after.point, total.differs) == (0, 100, True)


def test_another_level_keeps_what_else_was_said_and_leaves_the_assessment_alone(pack, build):
    noted = Answer(state="unknown", reason="role", note="Ask.", said="Old words.")
    assessment = build.assessment(pack, {"f.first": noted, "g.c": 1})
    changed = with_levels(assessment, {"f.first": 3, "f.later": 2})
    assert changed.answers["f.first"] == Answer(state="answered", value=3, note="Ask.")
    assert changed.answers["f.later"] == Answer(state="answered", value=2)
    assert changed.answers["g.c"] == assessment.answers["g.c"]
    assert assessment.answers["f.first"] == noted


def test_what_may_not_be_seen_is_not_seen_after_a_change_either(build):
    context = [{"id": "count", "type": "number", "text": "How many?"}]
    pack = build.pack(build.factor("f", build.indicator("first")), context=context)
    suppressed = Suppressed(primary=frozenset({"context.count"}))
    before = evaluate(pack, build.assessment(pack, {"f.first": 0, "context.count": 2}), suppressed)
    after = what_if(before, with_levels(before.assessment, {"f.first": 2})).after
    assert (after.suppressed, after.facts.get("context.count").is_suppressed) == (suppressed, True)


def test_another_level_takes_the_place_of_its_own_facts_and_of_no_others(pack, build):
    facts = {"f.first.paper": True, "f.later.paper": True, "g.c": 1}
    assessment = build.assessment(pack, facts)
    assert with_levels(assessment, {"f.first": 3}).answers.keys() == {"f.first", "f.later.paper", "g.c"}
    assert with_levels(assessment, {"g.c": 3}).answers.keys() == facts.keys()
