"""A comparison as a view: what can be said, and what cannot."""

from __future__ import annotations

import dataclasses
import json

import jsonschema
import pytest

from mhscan.answers.model import Answer, Respondent
from mhscan.reports.comparison.build import comparison_document
from mhscan.reports.formats.registry import render
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.views.comparison import ComparisonView
from mhscan.reports.views.described import view_schema
from mhscan.trend.scans import Given

from .conftest import BEFORE, NEW, ORCHARD

UNKNOWN = Answer(state="unknown")


def figure(view, wanted):
    return next(one for one in view.whole.figures if one.id == wanted)


def test_the_question_of_the_alderman_is_answered_first(given, view):
    after = {**BEFORE, "water.pond": 0, "trees.pruning": 5}
    found = view(given(BEFORE, "2025-05-01"), given(after))
    assert found.whole.summary == (
        "Certainly higher: Growing.",
        "Certainly lower: Keeping.",
        "7 questions have an answer both times. Of these, 1 went up, 1 went down, and 5 stayed the same.",
    )
    assert figure(found, "keep").sentence == "Keeping went down, from 50 to 44."
    assert figure(found, "keep").verdict == "lower"


def test_nothing_lower_is_said_too(given, view):
    found = view(given(BEFORE, "2025-05-01"), given(BEFORE))
    assert found.whole.summary[:2] == ("The same: Growing and Keeping.", "Nothing is lower for certain.")
    assert figure(found, "water").sentence == "Water stayed the same: 50."


def test_open_answers_that_can_undo_a_change_keep_it_from_being_said(given, view):
    found = view(given(BEFORE, "2025-05-01"), given({**BEFORE, "water.pond": UNKNOWN}))
    water = figure(found, "water")
    assert (water.verdict, water.why_not, water.low, water.high) == ("cannot_be_said", "ranges_overlap", -12.5, 12.5)
    assert water.sentence == (
        "Whether Water changed cannot be said while answers are open. Then 50 was possible, now 38 to 63. "
        "3 questions have an answer both times. None of these answers changed."
    )


def test_a_change_that_open_answers_cannot_undo_is_said_with_that(given, view):
    after = {**BEFORE, "water.pond": UNKNOWN, "water.storage": 2, "water.hose-length": 2}
    found = figure(view(given(BEFORE, "2025-05-01"), given(after)), "water")
    assert found.sentence.startswith("Water went up, from 50 to ")
    assert found.sentence.endswith("That holds whatever the open answers become.")


def test_too_little_known_is_never_a_number(given, view):
    found = figure(view(given(BEFORE, "2025-05-01"), given({"pests.moths": 1})), "water")
    assert found.sentence == "Whether Water changed cannot be said: too little is known."
    assert found.after.score is None


def test_what_does_not_apply_is_said(given, view):
    away = Answer(state="not_applicable", reason="None.")
    found = figure(view(given(BEFORE, "2025-05-01"), given({**BEFORE, "pests.moths": away})), "pests")
    assert found.sentence == "Whether Pests changed cannot be said: it did not apply both times."
    assert found.low is None


def test_no_question_answered_both_times_is_said(given, view):
    found = view(given({}, "2025-05-01"), given(BEFORE))
    assert (
        found.whole.summary[-1]
        == "No question has an answer both times. So it cannot be said whether an answer changed."
    )


def test_what_a_newer_pack_changed_stands_apart(given, view):
    old = {"trees.pruning": 2, "trees.planting": 1, "trees.grafting": 1, "water.barrel": 1, "water.hose": 1}
    found = view(given(old, "2025-05-01", old=True), given({**BEFORE, "trees.pruning": 5}))
    trees, water = figure(found, "trees"), figure(found, "water")
    assert trees.sentence == "Trees stayed the same: 75."
    assert trees.pack_sentence == (
        "The newer version of the questions makes a difference: the same answers gave 67, and give 75 now."
    )
    assert (trees.by_pack, trees.then.words) == ("higher", "67")
    assert water.pack_sentence == "What the newer version of the questions changed here cannot be said."
    assert figure(found, "pests").by_pack == "cannot_be_said"


def test_where_the_newer_pack_makes_no_difference_that_is_said(given, view):
    moths = {"pests.moths": 0}
    found = view(given(moths, "2025-05-01", old=True), given(moths | {"pests.moths": 1}))
    assert figure(found, "keep").by_pack == "cannot_be_said"
    one = dataclasses.replace(given({}, "2025-05-01", old=True), pack=None)
    assert figure(view(one, given(BEFORE)), "water").by_pack == "pack_not_at_hand"
    assert figure(view(one, given(BEFORE)), "water").pack_sentence == ""


def test_each_question_has_its_answers_of_then_and_now(given, view):
    old = {"water.barrel": 2, "trees.pruning": 1}
    found = view(given(old, "2025-05-01", old=True), given({"water.storage": 1, "trees.pruning": 4, "water.pond": 1}))
    changes = {one.id: one for one in found.whole.changed}
    assert list(changes) == ["trees.pruning", "water.storage", "water.pond"]
    assert (changes["water.storage"].before, changes["water.storage"].after) == ("2. Habit", "1. Begun")
    assert changes["water.storage"].sentence == "Lower than then."
    assert changes["trees.pruning"].sentence == (
        "Higher than then. The old answer was made out of answers to an older version of the question."
    )
    assert changes["water.pond"].sentence == (
        "Known now, not then. The older version of the questions did not ask this."
    )
    assert changes["water.pond"].before == "not asked"


def test_what_else_may_explain_a_difference_is_named_without_roles_for_the_public(given, view):
    scans = (
        given({"pests.birds": 1, "trees.pruning": 1}, "2025-05-01", old=True),
        given(
            {}, respondent=Respondent(id="x", role="picker"), questionnaire="quick", kind="consensus", status="draft"
        ),
    )
    public, internal = view(*scans), view(*scans, audience="internal")
    assert [one.code for one in public.whole.causes] == [
        "role", "questionnaire", "kind", "pack", "derived", "asked_again", "draft",
    ]  # fmt: skip
    said = [one.sentence for one in public.whole.causes]
    assert said[0] == "Somebody in another role may have answered. Another person may judge otherwise."
    assert (
        said[1] == "The questionnaire was 'The whole of it' then and is 'A quick look' now. They do not ask the same."
    )
    assert said[3:6] == [
        "The questions changed: version 1.0.0 then, version 2.0.0 now.",
        "1 old answer was made out of others, since its question changed.",
        "1 old answer does not fit the newer version of the questions. It is not compared.",
    ]
    assert internal.whole.causes[0].sentence.startswith("Then the role was 'grower', now it is 'picker'.")


def test_another_respondent_and_a_pack_that_is_not_at_hand_are_named(given, view):
    old = dataclasses.replace(given({}, "2025-05-01", old=True, respondent=Respondent(id="x")), pack=None)
    said = [one.sentence for one in view(old, given({})).whole.causes]
    assert said[0].startswith("It is not certain that the same person answered.")
    assert said[1].endswith("The older version is not at hand. So what that changed cannot be said.")


@pytest.mark.parametrize(
    ("status", "after", "said"),
    [
        ("done", 5, "Done. The answer about 'Pruning' is higher now."),
        ("done", 3, "Done. The answers show no change yet. That can still come."),
        ("done", 1, "Done. The answer about 'Pruning' is lower now. That can have other causes."),
        ("done", UNKNOWN, "Done. Whether the answer about 'Pruning' changed cannot be said."),
        ("doing", 3, "Being done."),
        ("doing", 5, "Being done. The answer about 'Pruning' is higher now."),
        ("todo", UNKNOWN, "Not begun."),
        ("dropped", 3, "Given up."),
    ],
)
def test_an_action_is_put_beside_what_the_answers_show_without_blame(given, view, status, after, said):
    scans = given(BEFORE, "2025-05-01"), given({**BEFORE, "trees.pruning": after})
    (action,) = view(*scans, actions={"trees.do-pruning": {"status": status}}).actions
    assert (action.title, action.sentence) == ("Work on pruning", said)


def test_owners_and_notes_of_the_plan_are_internal(given, view):
    actions = {
        "trees.do-gone": {"title": "Gone", "status": "done", "since": "2025-06-01", "owner": "grower", "note": "x"}
    }
    scans = given(BEFORE, "2025-05-01"), given(BEFORE)
    (public,), (internal,) = (view(*scans, actions=actions, audience=one).actions for one in ("public", "internal"))
    assert (public.owner, public.note, public.since) == ("", "", "1 June 2025")
    assert (internal.owner, internal.note) == ("grower", "x")
    assert public.sentence == "Done. This version of the scan does not have the action any more."


def test_a_row_of_scans_has_each_figure_at_each_moment(given, view):
    scans = [given({**BEFORE, "water.pond": n}, f"202{5 + n}-05-01") for n in range(3)]
    found = view(*reversed(scans))
    series = next(one for one in found.series if one.id == "water")
    assert [one.words for one in series.points] == ["38", "50", "63"]
    assert [one.title for one in series.points] == ["Water, 1 May 2025", "Water, 1 May 2026", "Water, 1 May 2027"]
    assert [(one.before, one.after) for one in found.pairs] == [(0, 1), (1, 2)]
    assert (found.whole.before, found.whole.after, found.date) == (0, 2, "1 May 2025 and 1 May 2027")
    assert found.method[-1].startswith("Each scan is compared with the next.")


def test_each_scan_says_how_its_answers_were_carried_over(given, view):
    old = {"water.barrel": 2, "trees.pruning": 1, "pests.birds": 1}
    first, second = view(given(old, "2025-05-01", old=True), given(BEFORE), audience="internal").scans
    assert (first.version, first.carried_over, first.derived, first.archived) == ("1.0.0", 1, 1, 2)
    assert (second.version, second.carried_over, second.derived, second.archived) == ("2.0.0", 7, 0, 0)
    assert (first.questionnaire, first.role, first.final) == ("The whole of it", "grower", True)


def test_the_data_is_as_the_schema_says(given, view):
    found = view(given(BEFORE, "2025-05-01", old=True), given(BEFORE), actions={"trees.do-pruning": {}})
    data = json.loads(render(TemplateFolders(ORCHARD / "2.0.0"), found, comparison_document(found), "json"))
    jsonschema.validate(data, view_schema(ComparisonView))
    assert data["schema"] == "mhscan/comparison@1"


@pytest.mark.parametrize("name", ["md", "html", "json"])
def test_nothing_that_is_internal_is_in_the_public_version(given, view, name):
    actions = {"trees.do-pruning": {"owner": "grower", "note": "SECRET-PLAN"}}
    scans = given(BEFORE, "2025-05-01"), given(BEFORE, respondent=Respondent(id="SECRET-RESPONDENT-2", role="picker"))
    found = view(*scans, actions=actions)
    text = render(TemplateFolders(ORCHARD / "2.0.0"), found, comparison_document(found), name)
    assert "Eden" in text
    assert "SECRET" not in text
    assert "grower" not in text
    assert "picker" not in text


@pytest.mark.parametrize("name", ["md", "html"])
def test_a_text_from_a_file_is_only_text(given, view, name):
    evil = "<script>alert(1)</script> {{ 7 * 7 }} *x*"
    subject = {"name": evil}
    actions = {"trees.do-gone": {"title": evil, "note": evil, "owner": "grower"}}
    found = view(
        given(BEFORE, "2025-05-01", subject=subject),
        given(BEFORE, subject=subject),
        audience="internal",
        actions=actions,
    )
    text = render(TemplateFolders(ORCHARD / "2.0.0"), found, comparison_document(found), name)
    assert "<script>alert" not in text
    assert "49" not in text
    assert render(TemplateFolders(ORCHARD / "2.0.0"), found, comparison_document(found), name) == text


def test_headings_without_anything_under_them_are_left_out(given, view):
    two = comparison_document(view(given(BEFORE, "2025-05-01"), given(BEFORE)))
    assert [one.id for one in two.sections] == ["summary", "figures", "indicators", "scans", "method"]
    scans = [given(BEFORE, f"202{n}-05-01", status="draft") for n in range(3)]
    three = comparison_document(view(*scans, actions={"trees.do-pruning": {}}))
    assert [one.id for one in three.sections] == [
        "summary", "causes", "figures", "indicators", "actions", "steps", "scans", "method",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["md", "html"])
def test_the_answers_of_a_partner_are_compared_without_scores(english_pack, build, name):
    from mhscan.reports.comparison.build import comparison_view
    from mhscan.trend.compare import compare

    one = Given("p", build.assessment(english_pack, {"ashore.slope": 1}, questionnaire="visitor"), english_pack)
    found = comparison_view(compare(english_pack, [one, one]), None)
    assert (found.partner, found.whole.figures, found.series) == (True, (), ())
    assert found.whole.summary[0].startswith("1 question has an answer both times.")
    assert render(TemplateFolders(ORCHARD), found, comparison_document(found), name)


def test_a_role_that_the_pack_does_not_name_is_its_id(given, view):
    odd = given(BEFORE, respondent=Respondent(id="x", role="stranger"))
    assert view(given(BEFORE, "2025-05-01"), odd, audience="internal").scans[1].role == "stranger"


def test_it_is_in_the_language_of_the_pack(given, monkeypatch):
    from dataclasses import replace

    from mhscan.reports.comparison.build import comparison_view
    from mhscan.trend.compare import compare

    dutch = replace(NEW, model=NEW.model.model_copy(update={"language": "nl"}))
    found = comparison_view(compare(dutch, [given(BEFORE, "2025-05-01"), given(BEFORE)]), None)
    assert found.whole.summary[1] == "Nergens is de score zeker lager."
