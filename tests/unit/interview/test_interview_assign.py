"""Answers that are given as ID=VALUE."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy, Evidence
from mhscan.errors import InputError
from mhscan.interview.assign import Extras, apply, parse_assignment

NOW = "2026-05-01T10:00:00+02:00"


@pytest.fixture
def assign(english_pack, start):
    """The assessment after these assignments."""

    def assigned(*texts, before=None, extras=None, **more):
        assessment = start(before, **more)
        planned = [parse_assignment(english_pack, assessment, text, extras or Extras(), NOW) for text in texts]
        return apply(assessment, planned)

    return assigned


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ashore.slope=2", 2),
        (" ashore.slope = 2 ", 2),
        ("context.lead=volunteer", "volunteer"),
        ("context.lead=2", "volunteer"),
        ("context.users=1,3", ("wheelchair", "sight")),
        ("context.users=0", ()),
        ("context.steps=true", True),
        ("context.steps=2", False),
        ("context.steps=ja", True),
        ("context.lead=A  VOLUNTEER", "volunteer"),
        ("context.visitors=1 2", None),
        ("context.visitors=120", 120),
        ("context.inspection=1-5-2026", "2026-05-01"),
        ("context.remark=a = b", "a = b"),
    ],
)
def test_a_value_is_read_as_at_the_keyboard(assign, text, value):
    key = text.partition("=")[0].strip()
    if value is None:
        with pytest.raises(InputError, match=r"'1 2' is no whole number\. Needed is a whole number from 0 to 500\.$"):
            assign(text)
    else:
        assert assign(text).answers[key].value == value
        assert assign(text).answers[key].at == NOW


def test_the_subject_and_the_role_are_kept_where_they_belong(assign):
    made = assign("subject.berths=60", "subject.code=HB020", "respondent.role=crew")
    assert made.subject == {"name": "Northport", "code": "HB020", "berths": 60}
    assert made.respondent.role == "crew"
    assert made.answers == {}


@pytest.mark.parametrize("key", ["ashore.slope", "context.lead", "subject.code", "respondent.role"])
def test_nothing_takes_an_answer_away(assign, key):
    made = assign(f"{key}=", before={"ashore.slope": 2, "context.lead": "master"})
    assert key not in made.answers
    if "." in key and key.startswith("subject"):
        assert "code" not in made.subject
    if key == "respondent.role":
        assert made.respondent.role is None


@pytest.mark.parametrize("state", ["unknown", "skipped"])
def test_a_state_is_an_answer(assign, state):
    assert assign(f"ashore.slope={state}").answers == {"ashore.slope": Answer(state=state, at=NOW)}


def test_not_applicable_needs_a_reason(assign):
    with pytest.raises(InputError, match=r"^ashore\.slope: 'not applicable' needs a reason$") as caught:
        assign("ashore.slope=not_applicable")
    assert caught.value.hint == "Add --reason TEXT."
    made = assign("ashore.slope=not_applicable", extras=Extras(reason="flat"))
    assert made.answers["ashore.slope"] == Answer(state="not_applicable", reason="flat", at=NOW)


def test_what_comes_with_an_answer_is_kept_and_evidence_is_added(assign):
    before = {"ashore.slope": Answer(state="skipped", evidence=(Evidence(title="Photo"),))}
    extras = Extras(note="See page 3", carried_by="Coast plan", evidence="Drawing")
    slope = assign("ashore.slope=1", before=before, extras=extras).answers["ashore.slope"]
    assert (slope.value, slope.note) == (1, "See page 3")
    assert slope.carried_by == CarriedBy(kind="district", name="Coast plan")
    assert slope.evidence == (Evidence(title="Photo"), Evidence(title="Drawing"))


def test_a_note_outlives_a_new_answer(assign):
    before = {"ashore.slope": Answer(state="unknown", note="See page 3")}
    assert assign("ashore.slope=1", before=before).answers["ashore.slope"].note == "See page 3"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("ashore.slop=1", "There is no question 'ashore.slop'.", "Did you mean 'ashore.slope'?"),
        ("zzz=1", "There is no question 'zzz'.", "Write ID=VALUE; mhscan explain ID tells about an id."),
        ("ashore.slope", "'ashore.slope' has no value.", "Write ashore.slope=VALUE."),
        (
            "ashore.slope=9",
            "ashore.slope: '9' is not possible here. A level is a whole number; possible: 0, 1, 2.",
            "Nothing is saved.",
        ),
        (
            "context.lead=boss",
            "context.lead: 'boss' is not possible here. "
            "Possible: master (The harbour master), volunteer (A volunteer), nobody.",
            "Nothing is saved.",
        ),
        ("subject.code=12", "subject.code: '12' is not a short text, such as HB012", "Nothing is saved."),
    ],
)
def test_a_wrong_assignment_says_what_is_wrong(assign, text, message, hint):
    with pytest.raises(InputError) as caught:
        assign(text)
    assert caught.value.message == message
    assert caught.value.hint == hint


def test_a_level_that_the_other_words_of_a_partner_have_is_taken_from_them(assign):
    made = assign("ashore.slope=0", questionnaire="visitor")
    assert made.answers["ashore.slope"].said == "No, every way was steep."
