"""`mhscan explain`."""

from __future__ import annotations

import json

import pytest

from mhscan.answers.model import Answer
from mhscan.codes import codes


@pytest.mark.parametrize(
    ("wanted", "start"),
    [
        ("ashore.slope", "ashore.slope: Gentle slopes\n"),
        ("ashore", "ashore: Getting to the quay\n"),
        ("rescue-not-known", "rescue-not-known: Rescue is not known\n"),
        ("context.steps", "context.steps: "),
        ("AUD-1", "AUD-1"),
        ("mh203", "MH203 unknown-indicator (error)\n\nWhat it checks\n  An indicator is named"),
        ("Vague-Word", "MH502 vague-word (warning)\n"),
    ],
)
def test_each_kind_of_id_is_explained(harbour, wanted, start):
    done = harbour("explain", wanted)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(start)


def test_every_code_is_explained(mhscan):
    assert len(codes()) > 20
    assert [code for code in codes() if mhscan("explain", code).code] == []


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("ashore.slop", "Did you mean 'ashore.slope'?"),
        ("MH2033", "Did you mean 'MH203'?"),
        ("zzzzzzzz", "Ids look like factor.indicator; a factor and a rule have one word."),
    ],
)
def test_an_unknown_id_gets_a_hint(harbour, wanted, hint):
    done = harbour("explain", wanted)
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines() == [f"There is no '{wanted}'.", hint]


def test_with_an_assessment_the_way_to_its_score_is_shown(harbour, scan):
    done = harbour("explain", scan({"people.lead": 1, "people.course": 2}), "people")
    assert done.code == 0
    assert "(factor people): 7" in " ".join(done.out.split())


def test_the_way_can_be_data_and_notes_only_leave_for_internal_use(harbour, scan):
    note = Answer(state="answered", value=1, note="Ask Joan")
    path = scan({"people.lead": note, "people.course": 2})
    public = harbour("explain", path, "people", "--format", "json")
    internal = harbour("explain", path, "people", "--format", "json", "--audience", "internal")
    assert json.loads(public.out)["schema"] == "mhscan/trace@1"
    assert "Ask Joan" not in public.out
    assert "Ask Joan" in internal.out


def test_an_id_that_an_assessment_does_not_have_is_refused_with_a_hint(harbour, scan):
    done = harbour("explain", scan({}), "peopel")
    assert done.code == 3
    assert "There is no score, band, rule or action 'peopel'." in done.said
    assert "people" in done.said


def test_a_file_that_cannot_be_used_is_refused(harbour, tmp_path):
    empty = tmp_path / "empty.yaml"
    empty.write_text("", encoding="utf-8")
    assert harbour("explain", empty, "people").code == 3
    assert harbour("explain", tmp_path / "gone.yaml", "people").code == 3


def test_a_partner_has_no_way_to_show(harbour, scan):
    done = harbour("explain", scan({}, questionnaire="visitor"), "people")
    assert done.code == 3
    assert "has the answers of a partner. They get no score" in done.said
