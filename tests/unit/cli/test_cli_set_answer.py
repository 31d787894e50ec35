"""`mhscan set`."""

from __future__ import annotations

import pytest

from mhscan.answers.locks import locked
from mhscan.answers.model import Answer, Finished


def test_an_answer_is_saved_without_an_interview(harbour, scan, read):
    path = scan()
    done = harbour("set", path, "ashore.slope=2")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Saved: ashore.slope: There are ")
    assert read(path).answers["ashore.slope"].at == "2026-05-01T10:00:00+00:00"
    assert read(path).value("ashore.slope") == 2


def test_several_answers_are_saved_at_once(harbour, scan, read):
    path = scan({"ashore.toilet": 1})
    done = harbour("set", path, "ashore.slope=unknown", "subject.berths=90", "respondent.role=crew", "ashore.toilet=")
    assert [line.partition(": ")[2] for line in done.err.splitlines()] == [
        "ashore.slope: unknown",
        "subject.berths: 90",
        "respondent.role: ferry crew",
        "ashore.toilet: taken away",
    ]
    assert (read(path).subject["berths"], read(path).respondent.role) == (90, "crew")
    assert list(read(path).answers) == ["ashore.slope"]


def test_if_one_is_wrong_none_is_saved(harbour, scan):
    path = scan()
    before = path.read_bytes()
    done = harbour("set", path, "ashore.slope=2", "ashore.toilet=9")
    assert done.code == 3
    assert done.err.splitlines() == [
        "ashore.toilet: '9' is not possible here. A level is a whole number; possible: 0, 1, 2.",
        "Nothing is saved.",
    ]
    assert path.read_bytes() == before


def test_an_unknown_id_gets_a_did_you_mean(harbour, scan):
    done = harbour("set", scan(), "ashore.slop=2")
    assert done.code == 3
    assert done.err.splitlines() == ["There is no question 'ashore.slop'.", "Did you mean 'ashore.slope'?"]


def test_what_comes_with_an_answer_can_be_given_too(harbour, scan, read):
    path = scan()
    options = ["--note", "See page 3", "--carried-by", "Coast plan", "--evidence", "Drawing"]
    assert harbour("set", path, "ashore.slope=1", *options).code == 0
    slope = read(path).answers["ashore.slope"]
    assert (slope.note, slope.carried_by.name, slope.evidence[0].title) == ("See page 3", "Coast plan", "Drawing")


def test_not_applicable_needs_a_reason(harbour, scan, read):
    path = scan()
    assert harbour("set", path, "ashore.slope=not_applicable").said.endswith("needs a reason Add --reason TEXT.")
    assert harbour("set", path, "ashore.slope=not_applicable", "--reason", "flat").code == 0
    assert read(path).answers["ashore.slope"].reason == "flat"


@pytest.mark.parametrize("text", ["\x1b[31mplan\x07", "\x9b2Jplan"])
def test_texts_are_kept_without_what_could_do_harm(harbour, scan, read, text):
    path = scan()
    extras = ("--note", text, "--evidence", text)
    assert harbour("set", path, f"context.remark={text}", "ashore.slope=1", *extras).code == 0
    assert {read(path).value("context.remark"), read(path).answers["ashore.slope"].note} <= {"plan", "2Jplan"}


def test_a_closed_assessment_is_not_changed(harbour, scan):
    path = scan(status="final", finished=Finished(date="2026-05-20"))
    before = path.read_bytes()
    done = harbour("set", path, "ashore.slope=2")
    assert (done.code, path.read_bytes()) == (3, before)
    assert "was closed on 2026-05-20" in done.said


def test_a_file_that_is_open_elsewhere_is_not_changed(harbour, scan):
    path = scan()
    with locked(path):
        done = harbour("set", path, "ashore.slope=2")
    assert done.code == 3
    assert "is open in another window" in done.said


def test_an_answer_outside_the_questionnaire_is_kept_as_it_was(harbour, scan, read):
    path = scan(
        {"ashore.gone": Answer(state="unknown")}, pack={"id": "harbour-access", "version": "2.1.0", "sha256": "0"}
    )
    done = harbour("set", path, "ashore.slope=2")
    assert done.code == 0
    assert "warning[MH803]" in done.err
    assert list(read(path).answers) == ["ashore.gone", "ashore.slope"]


def test_without_an_answer_it_says_what_is_missing(harbour, scan):
    done = harbour("set", scan())
    assert done.code == 2
    assert "is missing." in done.err


def test_an_answer_to_another_pack_is_refused_and_nothing_changes(mhscan, scan):
    path = scan({"ashore.slope": 2})
    before = path.read_bytes()
    done = mhscan("set", path, "aanjager.voortrekker=2")
    assert done.code == 3
    assert "The answers were given with pack 'harbour-access', not with 'mensenhandel'." in done.said
    assert path.read_bytes() == before


def test_answers_that_do_not_fit_together_are_said_at_once_and_saved(harbour, scan, read):
    path = scan({"context.inspection": "2026-06-01", "people.lead": 1})
    done = harbour("set", path, "context.inspection=2026-04-01", "subject.berths=1", "context.visitors=9")
    lines = [line for line in done.err.splitlines() if " not fit" in line]
    assert [line.split(".")[0] for line in lines] == [
        "This answer does not fit: The next inspection lies before the date of these answers",
        "These answers do not fit together: More visitors asked for help than there are berths",
    ]
    assert done.code == 0
    assert read(path).value("context.inspection") == "2026-04-01"
    noted = harbour("set", path, "context.inspection=2026-04-01", "--note", "It was put off.")
    assert "There is a note with it." in noted.said
    assert "not fit" not in harbour("set", path, "ashore.slope=2").said
