"""The answers of partners beside the own ones."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.reports.redaction import evaluate_for
from mhscan.trend.beside import beside
from mhscan.trend.scans import Given

TOOLS = "bench.tools"
SET, SHARP, STANDS, CHECKED = (f"{TOOLS}.{one}" for one in ("set", "sharp", "stands", "checked"))
LESSONS = "people.lessons.given"
ROLE = Answer(state="unknown", reason="role")


def workshop(least=(), ask=(TOOLS, "people.lessons"), facts=(SET, SHARP, STANDS, CHECKED, LESSONS)):
    """The workshop with a questionnaire for partners; of some facts they see one side only."""
    pack = load_pack(Path(__file__).resolve().parents[2] / "packs" / "workshop")
    partner = Questionnaire.model_validate(
        {
            "schema": "mhscan/questionnaire@1",
            "id": "visitor",
            "title": "Visitors",
            "minutes": 2,
            "perspective": "partner",
            "unseen": "I cannot see this",
            "sections": [{"title": "What you see", "ask": list(ask)}],
            "wording": {key: {"text": f"I saw {key}.", "least": key in least} for key in facts},
        }
    )
    return replace(pack, questionnaires=(*pack.questionnaires, partner))


PACK = workshop()


def given(answers, questionnaire="visitor", pack=PACK, date="2026-05-01", name="Shed"):
    """An assessment with these answers; what is no answer is the value of one."""
    made = {
        key: one if isinstance(one, Answer) else Answer(state="answered", value=one) for key, one in answers.items()
    }
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": name},
        date=date,
        pack=pack_ref(pack),
        questionnaire=questionnaire,
        respondent=Respondent(id="2"),
        answers=made,
    )
    return Given(f"{questionnaire}.yaml", assessment, pack)


def verdicts(own, partner, pack=PACK, audience="internal"):
    found = beside(
        pack, [given(own, "full", pack), given(partner, pack=pack)], partial(evaluate_for, audience)
    ).partners[0]
    return {pair.key: pair.verdict for pair in found.facts}


@pytest.mark.parametrize(
    ("key", "less", "more"),
    [
        (SET, False, True),
        (SHARP, "1/10", "2/3"),
        (STANDS, 9, 10),
        (CHECKED, "2025-12-31", "2026-01-01"),
        (LESSONS, "none", "one"),
    ],
)
def test_a_fact_is_alike_or_different_and_where_a_partner_sees_one_side_only_more_is_no_difference(key, less, more):
    one_side = workshop(least=(key,))
    assert verdicts({key: less}, {key: less})[key] == "alike"
    assert verdicts({key: more}, {key: less})[key] == "different"
    assert verdicts({key: less}, {key: more})[key] == "different"
    assert verdicts({key: more}, {key: less}, one_side)[key] == "one_side"
    assert verdicts({key: less}, {key: more}, one_side)[key] == "different"


def test_the_same_share_in_other_numbers_is_alike():
    assert verdicts({SHARP: "3/4"}, {SHARP: "6/8"})[SHARP] == "alike"


@pytest.mark.parametrize(
    ("partner", "verdict"),
    [
        ({SET: ROLE}, "unseen"),
        ({TOOLS: ROLE}, "unseen"),
        ({SET: Answer(state="unknown")}, "partner_open"),
        ({TOOLS: Answer(state="unknown")}, "partner_open"),
        ({TOOLS: Answer(state="skipped")}, "partner_open"),
        ({}, "partner_open"),
        ({TOOLS: ROLE, SET: True}, "alike"),
    ],
)
def test_what_a_partner_cannot_see_or_does_not_say_is_no_answer(partner, verdict):
    assert verdicts({SET: True}, partner)[SET] == verdict
    assert verdicts({}, partner)[SET] in {"unseen": "unseen", "alike": "own_open"}.get(verdict, "partner_open")


@pytest.mark.parametrize("own", [{}, {TOOLS: 3}, {SET: Answer(state="unknown")}])
def test_a_level_that_was_given_as_a_whole_says_nothing_of_a_fact(own):
    assert verdicts(own, {SET: False})[SET] == "own_open"


def test_only_what_the_partner_was_asked_is_compared_in_that_order():
    pack = workshop(facts=(LESSONS, STANDS))
    assert list(verdicts({}, {}, pack)) == [STANDS, LESSONS]


def test_a_question_without_facts_is_compared_by_its_level():
    pack = workshop(ask=("bench.board",), facts=())
    own = {SET: True, "bench.board": 2}
    assert verdicts(own, {SET: True, "bench.board": 2}, pack) == {"bench.board": "alike"}
    assert verdicts(own, {SET: True, "bench.board": 3}, pack) == {"bench.board": "different"}


def test_each_partner_stands_beside_the_one_own_scan():
    scans = [given({SET: True}, "full"), given({}, date="2026-06-01"), given({}, date="2026-04-01")]
    found = beside(PACK, scans)
    assert found.own.assessment.questionnaire == "full"
    assert [one.scan.assessment.date for one in found.partners] == ["2026-04-01", "2026-06-01"]


@pytest.mark.parametrize(("own", "said"), [(0, "There are 0 own scans"), (2, "There are 2 own scans")])
def test_there_is_one_own_scan(own, said):
    scans = [*(given({}, "full") for _ in range(own)), given({})]
    with pytest.raises(InputError, match=said) as caught:
        beside(PACK, scans)
    assert "one own scan" in caught.value.hint


def test_scans_of_two_subjects_are_not_put_beside_each_other():
    with pytest.raises(InputError, match="different subjects"):
        beside(PACK, [given({}, "full"), given({}, name="Barn")])
