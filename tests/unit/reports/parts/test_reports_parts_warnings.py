"""Rules that fired in words, and those that an open answer can still decide."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.parts.warnings import undecided, warnings
from mhscan.reports.views.answers import Seen


@pytest.fixture
def told(full_result, said_of):
    return lambda audience="public": warnings(full_result, said_of(full_result, audience))


def test_a_warning_tells_what_was_seen_why_it_matters_and_what_to_do(told):
    one = told()[0][0]
    assert (one.id, one.kind, one.serious) == ("wheelchair-without-toilet", "warning", True)
    assert one.title == "Planned for wheelchairs, no toilet"
    assert one.why == "A visit ends where there is no toilet."
    assert one.strength == "There has to be a way to the quay without steps. The source calls this required."
    assert one.first == "A toilet for everybody"
    assert [source.id for source in one.sources] == ["AUD-3", "GUI-1"]


def test_a_warning_shows_the_answers_under_it(told):
    assert told()[0][0].seen == (
        Seen(
            "Which visitors does the harbour plan for?",
            "Visitors with a wheelchair; Visitors who do not see well",
        ),
        Seen("A toilet for everybody", "There is no toilet with enough room."),
    )


def test_a_note_is_no_warning(judge, english_pack, said_of):
    result = judge(
        english_pack, {"ashore.sound": 1, "ashore.contrast": 1, "context.visitors": 20}, subject={"berths": 9}
    )
    (one,) = warnings(result, said_of(result))[0]
    assert (one.kind, one.serious, one.why, one.first) == ("note", False, "", "")


def test_what_was_not_asked_is_not_shown_as_seen(judge, english_pack, said_of):
    result = judge(
        english_pack, {"ashore.sound": 1, "ashore.contrast": 1, "context.visitors": 20}, subject={"berths": 9}
    )
    seen = [one.question for one in warnings(result, said_of(result))[0][0].seen]
    assert seen[:2] == ["Announcements that can be read", "Edges that stand out"]
    short = judge(english_pack, {"afloat.rescue": Answer(state="unknown")})
    assert [one.answer for one in warnings(short, said_of(short))[0][0].seen] == ["not known"]


@pytest.mark.parametrize(("audience", "shown"), [("public", []), ("internal", ["Rose Quay"])])
def test_a_free_text_under_a_rule_is_not_shown_to_the_public(build, judge, said_of, audience, shown):
    rule = {"id": "r", "title": "R", "when": {"context": "name", "state": "answered"}, "text": "Seen."}
    asked = [{"id": "name", "type": "text", "text": "What is it called?"}]
    pack = build.pack(build.factor("f", build.indicator("one")), rules=[rule], context=asked)
    result = judge(pack, {"context.name": "Rose Quay"})
    assert [one.answer for one in warnings(result, said_of(result, audience))[0][0].seen] == shown


def test_as_many_as_the_pack_shows_come_first_and_the_rest_after(build, judge, said_of):
    rules = [
        {"id": name, "title": name, "when": {"indicator": "f.one", "at_least": 1}, "text": "Seen."} for name in "abc"
    ]
    pack = build.pack(
        build.factor("f", build.indicator("one")), rules=rules, advice={"low": 1, "enough": 3, "shown": 2}
    )
    result = judge(pack, {"f.one": 1})
    first, rest = warnings(result, said_of(result))
    assert ([one.id for one in first], [one.id for one in rest]) == (["a", "b"], ["c"])


def test_two_things_at_most_are_named_to_work_on_first(judge, english_pack, said_of):
    answers = {"context.steps": False, "ashore.slope": 2, "ashore.contrast": 2, "ashore.sound": 5, "ashore.toilet": 2}
    answers |= {"ashore.seats": 2, "afloat.ramp": 0, "afloat.hoist": 1, "afloat.gangway": 1, "afloat.rescue": 1}
    result = judge(english_pack, {**answers, "afloat.vests": 0, "context.users": ()})
    found = {one.id: one for one in warnings(result, said_of(result))[0]}
    assert found["quay-ahead-of-water"].first == "A hoist and A ramp at every tide"


def test_a_rule_that_open_answers_decide_is_named_with_their_questions(full_result, said_of):
    found = {one.id: one for one in undecided(full_result, said_of(full_result))}
    assert found["two-senses"].questions == ("Announcements that can be read",)
    assert "wheelchair-without-toilet" not in found


def test_a_rule_is_not_still_to_look_at_when_the_questionnaire_cannot_decide_it(build, judge, said_of):
    rule = {"id": "r", "title": "R", "when": {"indicator": "f.two", "at_least": 1}, "text": "Seen."}
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two")), rules=[rule], asks=("f.one",))
    found = {name: judge(pack, {}, questionnaire=name) for name in ("full", "short", "gone")}
    assert {name: len(undecided(one, said_of(one))) for name, one in found.items()} == {
        "full": 1,
        "short": 0,
        "gone": 1,
    }


DETAILS = [
    {"when": {"indicator": "f.one", "at_most": 0}, "text": "There is none."},
    {"when": {"indicator": "f.one", "at_least": 1}, "text": "There is one."},
    {"when": {"indicator": "f.two", "at_most": 1}, "text": "The other is low."},
]


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ({"f.one": 0, "f.two": 1}, "Seen. There is none. The other is low."),
        ({"f.one": 1, "f.two": 4}, "Seen. There is one."),
        ({"f.one": 1, "f.two": Answer(state="unknown")}, "Seen. There is one."),
    ],
)
def test_of_the_details_only_those_that_hold_for_sure_are_told(build, judge, said_of, answers, text):
    rule = {"id": "r", "title": "R", "when": {"indicator": "f.one", "at_most": 1}, "text": "Seen.", "details": DETAILS}
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two")), rules=[rule])
    result = judge(pack, answers)
    assert [one.text for one in warnings(result, said_of(result))[0]] == [text]


def test_a_rule_brings_its_questions(build, judge, said_of):
    rule = {"id": "r", "title": "R", "when": {"indicator": "f.one", "at_most": 1}, "text": "Seen.", "ask": ["Why?"]}
    result = judge(build.pack(build.factor("f", build.indicator("one")), rules=[rule]), {"f.one": 0})
    assert warnings(result, said_of(result))[0][0].ask == ("Why?",)
