"""What a report says of the facts of a partner: who said what, and no level that these do not decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.integrity.packs import load_pack
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_view
from mhscan.reports.states import state_of

EVERY = load_pack(Path(__file__).resolve().parents[2] / "packs" / "every")
WORKSHOP = load_pack(Path(__file__).resolve().parents[2] / "packs" / "workshop")
STALL, TABLES = "sales.stall", "sales.stall.tables"
UNSEEN = Answer(state="unknown", reason="role")


def assessed(answers, pack=EVERY, questionnaire="buyer"):
    """An assessment with these answers; what is no answer is the value of one."""
    made = {
        key: one if isinstance(one, Answer) else Answer(state="answered", value=one) for key, one in answers.items()
    }
    return Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Crust"},
        date="2026-05-01",
        pack=pack_ref(pack),
        questionnaire=questionnaire,
        respondent=Respondent(id="2", role="buyer"),
        answers=made,
    )


def report(answers):
    """The internal report of a partner."""
    return build_view(evaluate(EVERY, assessed(answers)), "internal")


def stall(view):
    """The words about the stall, and about what was seen of it."""
    lines = {line.id: (line.question, line.answer) for part in view.annex for line in part.lines}
    return lines[STALL][1], lines.get(TABLES)


@pytest.mark.parametrize(
    ("answers", "state", "card", "fact"),
    [
        ({TABLES: 5}, "answered", "1 of 1 facts known", ("How many tables did you see?", "5")),
        ({TABLES: UNSEEN}, "unknown", "I cannot see this", ("How many tables did you see?", "I cannot see this")),
        ({STALL: UNSEEN}, "unknown", "I cannot see this", None),
        (
            {TABLES: Answer(state="unknown")},
            "unknown",
            "not known",
            ("How many tables did you see?", "not known"),
        ),
        ({}, "not_asked", "not asked", None),
    ],
)
def test_a_partner_has_facts_in_own_words_and_no_range_of_levels(answers, state, card, fact):
    assert state_of(evaluate(EVERY, assessed(answers)), STALL) == state
    assert stall(report(answers)) == (card, fact)


def test_a_question_of_which_each_fact_has_an_answer_is_open_no_more():
    left = [one.title for one in report({TABLES: 5}).unknown]
    assert "The stall" not in left
    assert len(left) == len(report({}).unknown) - 1
    assert report({TABLES: 5}).status == "Draft: 1 question was skipped or not asked yet."


@pytest.mark.parametrize("answers", [{"bench.tools.set": True}, {"bench.tools.set": Answer(state="unknown")}, {}])
def test_of_the_subject_itself_nothing_changes(answers):
    result = evaluate(WORKSHOP, assessed(answers, WORKSHOP, "full"))
    assert state_of(result, "bench.tools") == result.scores.indicators["bench.tools"].state


def test_the_blank_list_of_a_partner_has_only_what_can_be_seen_from_outside():
    questionnaire = EVERY.questionnaire("buyer")
    view = blank_view(EVERY, questionnaire)
    (question,) = [one for section in view.sections for one in section.questions if one.observations]
    assert [(one.text, one.counts) for one in question.observations] == [
        ("How many tables did you see?", "Only those in front.")
    ]
    assert question.evidence == ()
