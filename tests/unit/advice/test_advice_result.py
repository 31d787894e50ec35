"""One function from answers to all that follows from them."""

from __future__ import annotations

from mhscan.advice.result import evaluate


def test_a_result_holds_what_it_was_made_of(english_pack, build):
    assessment = build.assessment(english_pack, {"ashore.slope": 1, "ashore.gone": 1})
    result = evaluate(english_pack, assessment)
    assert (result.pack, result.assessment) == (english_pack, assessment)
    assert result.facts.left_out == ("ashore.gone",)


def test_the_questionnaire_decides_what_was_asked(english_pack, judge):
    own, partner = (judge(english_pack, {}, questionnaire=one).scores for one in ("full", "visitor"))
    assert (own.factors["ashore"].coverage.asked, partner.factors["ashore"].coverage.asked) == (8, 2)


def test_rules_and_actions_come_along(english_pack, judge):
    result = judge(english_pack, {"ashore.toilet": 0, "context.users": ("wheelchair",)})
    assert len(result.rules) == len(english_pack.model.rules)
    assert [one.id for one in result.actions] == ["ashore.open-toilet"]


def test_the_same_answers_in_another_order_give_the_same_result(english_pack, build):
    answers = {"context.users": ("wheelchair",), "ashore.toilet": 0, "people.lead": 2, "afloat.rescue": 1}
    one, two = (
        evaluate(english_pack, build.assessment(english_pack, dict(order)))
        for order in (answers.items(), reversed(answers.items()))
    )
    assert (one.rules, one.actions, one.scores.factors) == (two.rules, two.actions, two.scores.factors)
