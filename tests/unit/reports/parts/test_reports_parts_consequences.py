"""What other answers would change, as sentences."""

from __future__ import annotations

from mhscan.advice.targets import journey
from mhscan.advice.what_if import what_if, with_levels
from mhscan.plans.model import Plan, Target
from mhscan.reports.parts.consequences import what_if_view
from mhscan.reports.parts.journey import journey_view
from mhscan.ui.consequences import journey_text, what_if_text

ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.rescue": 2, "context.users": ("hearing",)}


def test_an_answer_is_said_before_and_after_with_what_follows(judge, english_pack):
    before = judge(english_pack, ANSWERS)
    view = what_if_view(what_if(before, with_levels(before.assessment, {"people.lead": 4})), ("people.lead",), {})
    ((sentence, remark),) = view.answers
    assert sentence.startswith(before.pack.places["people.lead"].indicator.title)
    assert (' to "' in sentence, remark) == (True, "")
    assert any(line.startswith("Prepared people: from ") for line in view.consequences.figures)
    assert view.consequences.now_apply == view.consequences.apply_no_more == ()
    assert "What the scores become" in what_if_text(view)


def test_the_same_answers_change_no_score(judge, english_pack):
    before = judge(english_pack, ANSWERS)
    view = what_if_view(what_if(before, before.assessment), (), {})
    assert view.consequences.figures == view.consequences.rules == ()
    assert "No score changes." in what_if_text(view)


def test_the_way_to_a_target_has_its_gap_and_its_actions(judge, english_pack):
    result = judge(english_pack, ANSWERS)
    targets = {"people.lead": Target(level=3)}
    plan = Plan(schema_="mhscan/plan@1", pack=english_pack.model.id, subject={"name": "Northport"}, targets=targets)
    view = journey_view(result, plan, journey(result, {"people.lead": 3}))
    assert (view.verdict, len(view.gaps)) == ("", 1)
    assert len(view.actions) >= 1
    assert view.consequences is not None
    text = journey_text(view)
    assert "The gap" in text
    assert f"\n1. {view.actions[0][:20]}" in text


def test_without_targets_it_says_how_to_set_one(judge, english_pack):
    result = judge(english_pack, ANSWERS)
    plan = Plan(schema_="mhscan/plan@1", pack=english_pack.model.id, subject={"name": "Northport"})
    view = journey_view(result, plan, journey(result, {}))
    assert "There are no targets yet." in journey_text(view)
