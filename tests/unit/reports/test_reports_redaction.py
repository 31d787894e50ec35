"""What the public may not see is gone before a view exists, and so from every face."""

from __future__ import annotations

import dataclasses
import json

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import FORMATS
from mhscan.reports.redaction import redact
from mhscan.reports.rendering.folders import TemplateFolders

pytestmark = pytest.mark.slow

SMALL = {"id": "c", "type": "number", "text": "How many?"}


@pytest.fixture
def faces(full_result, made):
    """Every face of the report of one audience, by its name."""

    def show(audience):
        view = build_view(full_result, audience)
        texts = {name: made(view, name) for name in FORMATS}
        return {"view": json.dumps(dataclasses.asdict(view)), **texts}

    return show


def test_nothing_that_is_not_for_the_public_is_in_any_face(faces, secrets):
    shown = faces("public")
    assert set(shown) == {"view", *FORMATS}
    assert secrets
    leaks = [
        (face, what) for face, text in shown.items() for what, secret in secrets.items() if secret in unescaped(text)
    ]
    assert leaks == []


def test_nothing_that_is_not_for_the_public_is_in_any_document(full_result, made, pack_folder, secrets):
    documents = registry(TemplateFolders(pack_folder)).entries
    wanted = [name for name, one in documents.items() if one.needs == "assessment"]
    assert wanted
    view = build_view(full_result)
    texts = {(name, one): unescaped(made(view, one, name)) for name in wanted for one in FORMATS}
    assert [(where, what) for where, text in texts.items() for what, one in secrets.items() if one in text] == []


@pytest.mark.parametrize("what", ["note", "reason", "evidence", "place", "free text"])
def test_the_same_is_there_for_internal_use_so_that_its_absence_means_something(faces, secrets, what):
    shown = faces("internal")
    assert [face for face, text in shown.items() if secrets[what] not in unescaped(text)] == []


def unescaped(text):
    return text.replace("\\", "").replace("&#45;", "-")


def test_who_answered_is_internal(faces):
    public, internal = faces("public"), faces("internal")
    assert all("Answered by" in text for text in internal.values())
    assert not any("Answered by" in text for text in public.values())


def test_a_small_count_is_not_shown_and_a_larger_one_is(english_pack, judge, said_of):
    answers = {n: judge(english_pack, {"context.visitors": n}) for n in (0, 2, 3)}
    words = {n: said_of(result).answer("context.visitors") for n, result in answers.items()}
    assert words == {0: "fewer than 3", 2: "fewer than 3", 3: "3"}
    assert said_of(answers[2], "internal").answer("context.visitors") == "2"


@pytest.mark.parametrize(("value", "hidden"), [(4, True), (5, False), (0, True)])
def test_what_is_small_stands_in_the_pack(build, value, hidden):
    pack = build.pack(build.factor("f", build.indicator("one")), context=[SMALL])
    shown = redact(pack, build.assessment(pack, {"context.c": value}), "public")
    assert ("context.c" in shown.hidden) is hidden
    assert shown.assessment.answers["context.c"].value == (None if hidden else value)


def test_a_level_is_no_count(build):
    pack = build.pack(build.factor("f", build.indicator("one")))
    shown = redact(pack, build.assessment(pack, {"f.one": 1}), "public")
    assert shown.hidden == frozenset()
    assert shown.assessment.answers["f.one"].value == 1


@pytest.mark.parametrize(("answer", "withheld"), [(Answer(state="unknown"), False), ("Open Quay", True)])
def test_a_free_text_is_withheld_only_where_it_was_answered(english_pack, build, answer, withheld):
    shown = redact(english_pack, build.assessment(english_pack, {"context.remark": answer}), "public")
    assert shown.withheld == ({"context.remark"} if withheld else frozenset())
    assert ("context.remark" in shown.assessment.answers) is not withheld


@pytest.mark.parametrize("internal", [True, False])
def test_what_the_pack_keeps_internal_is_not_public_and_words_that_need_it_stay_silent(build, judge, internal):
    leaves = {"id": "leaves", "type": "date", "text": "When does the caretaker leave?", "internal": internal}
    variant = {"when": {"context": "leaves", "state": "answered"}, "title": "Before {date:context.leaves}"}
    one = build.indicator("one", actions=[build.action("do", 4, variants=[variant])])
    pack = build.pack(build.factor("f", one), context=[leaves])
    result = judge(pack, {"f.one": 0, "context.leaves": "2026-06-01"})
    public, own = (json.dumps(dataclasses.asdict(build_view(result, who))) for who in ("public", "internal"))
    assert ("1 June 2026" not in public) is internal
    assert ("Before 1 June 2026" not in public) is internal
    assert "Before 1 June 2026" in own


@pytest.mark.parametrize("internal", [True, False])
def test_a_fact_that_the_pack_keeps_internal_is_not_public_nor_what_only_it_tells(build, judge, internal):
    words = {"there": "a caretaker", "missing": "no caretaker", "ours": True}
    leaves = {"id": "leaves", "type": "date", "text": "When does the caretaker leave?", "internal": internal, **words}
    has = {"id": "has", "type": "yesno", "text": "There is a caretaker.", **words}
    levels = [
        {"level": 0, "text": "Nobody cares."},
        {"level": 1, "text": "Somebody cares.", "when": {"observation": "has", "is": True}},
        {
            "level": 2,
            "text": "Somebody stays.",
            "when": {"all": [{"observation": "has", "is": True}, {"observation": "leaves", "ahead": {"at_least": 90}}]},
        },
    ]
    one = {**build.indicator("one"), "observations": [has, leaves], "levels": levels}
    result = judge(build.pack(build.factor("f", one)), {"f.one.has": True, "f.one.leaves": "2030-06-01"})
    public, own = (json.dumps(dataclasses.asdict(build_view(result, who))) for who in ("public", "internal"))
    assert ("1 June 2030" not in public) is internal
    assert ("Somebody stays." not in public) is internal
    assert "1 June 2030" in own
    assert "Somebody stays." in own


def test_a_field_of_the_subject_can_be_internal_too(build, judge):
    field = {"id": "contact", "type": "text", "text": "Who?", "internal": True}
    subject = {"singular": "place", "plural": "places", "name": "Which?", "fields": [field]}
    pack = build.pack(build.factor("f", build.indicator("one")), subject=subject)
    result = judge(pack, {"f.one": 1})
    asked = result.assessment.model_copy(update={"subject": {"name": "Here", "contact": "Planted"}})
    assert redact(pack, asked, "public").assessment.subject == {"name": "Here"}
    assert redact(pack, asked, "internal").assessment.subject["contact"] == "Planted"


def test_the_respondent_is_nobody_for_the_public(full_result):
    respondent = redact(full_result.pack, full_result.assessment, "public").assessment.respondent
    assert (respondent.id, respondent.role) == ("", None)


def test_that_a_role_cannot_see_something_is_no_secret(english_pack, build):
    answers = {
        "ashore.slope": Answer(state="unknown", reason="role"),
        "ashore.seats": Answer(state="not_applicable", reason="role"),
    }
    shown = redact(english_pack, build.assessment(english_pack, answers), "public").assessment.answers
    assert (shown["ashore.slope"].reason, shown["ashore.seats"].reason) == ("role", None)


def test_internal_use_sees_the_assessment_as_it_is(full_result):
    shown = redact(full_result.pack, full_result.assessment, "internal")
    assert shown.assessment is full_result.assessment
    assert (shown.hidden, shown.withheld) == (frozenset(), frozenset())


def test_the_assessment_itself_is_not_changed(full_result, secrets):
    redact(full_result.pack, full_result.assessment, "public")
    assert full_result.assessment.answers["ashore.slope"].note == secrets["note"]
