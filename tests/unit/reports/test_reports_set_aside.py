"""A question that the pack does not let anybody set aside is not offered, not stored and not printed as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.answers.model import Answer
from mhscan.answers.reading import misfit
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.interview.assign import Extras, parse_assignment
from mhscan.interview.engine import Interview
from mhscan.interview.keys import commands
from mhscan.reports.blank import blank_view
from mhscan.scoring.facts import gather

MARKET = Path(__file__).resolve().parents[2] / "packs" / "market"
ASIDE = Answer(state="not_applicable", reason="because")
CASES = [("people.aid", False), ("people.briefing", True), ("context.guests", False), ("context.helpers", True)]


@pytest.fixture(scope="module")
def pack():
    return load_pack(MARKET)


@pytest.mark.parametrize(("key", "possible"), CASES)
def test_it_is_the_same_everywhere(pack, build, key, possible):
    full = pack.questionnaires[0]
    interview = Interview(pack, full)
    assert ("not_applicable" in [one.id for one in commands(interview, interview.by_key[key])]) is possible
    number = full.asks().index(key)
    questions = [one for section in blank_view(pack, full).sections for one in section.questions]
    assert questions[number].not_applicable is possible
    assert (misfit(pack, key, ASIDE) == "") is possible
    assessment = build.assessment(pack, {key: ASIDE})
    assert (key not in gather(pack, assessment).left_out) is possible


@pytest.mark.parametrize("key", [key for key, possible in CASES if not possible])
def test_set_refuses_it_and_says_what_to_answer(pack, build, key):
    with pytest.raises(InputError, match=f"{key}: this question always applies") as error:
        parse_assignment(pack, build.assessment(pack, {}), f"{key}=not_applicable", Extras(reason="so"), "now")
    assert error.value.hint == "Choose an answer, or 'unknown' where nobody knows."


def test_an_exclusive_option_is_said_on_paper_and_the_built_in_none_is_not(pack, made):
    view = blank_view(pack, pack.questionnaires[0])
    (several,) = [one for section in view.sections for one in section.questions if one.several]
    assert several.alone == ("None of these",)
    for one in ("md", "html"):
        assert made(view, one, "vragenlijst").count("None of these") == 2
