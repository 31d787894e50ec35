"""No public output tells one small count from another, by whatever follows from it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer
from mhscan.integrity.packs import load_pack
from mhscan.language import speaking
from mhscan.plans.model import Plan, Target
from mhscan.reports.build import build_plan, build_view
from mhscan.reports.comparison.build import comparison_document, comparison_view
from mhscan.reports.formats.calendar import plan_ics
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.plan_csv import plan_csv
from mhscan.reports.formats.registry import FORMATS, render
from mhscan.reports.redaction import evaluate_for, redact
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.traces.build import traces
from mhscan.reports.views.described import view_json
from mhscan.trend.compare import compare
from mhscan.trend.scans import Given
from mhscan.ui.comparison import comparison_text
from mhscan.ui.plan import plan_text

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
PACKS = {
    "shipped": ROOT,
    "harbour": ROOT / "tests/packs/harbour",
    "orchard": ROOT / "tests/packs/orchard/2.0.0",
    "market": ROOT / "tests/packs/market",
}
SHOWN_BY = PACKS["harbour"]
"""The folder whose templates are used: those of the program itself, which need no process of their own."""
LEVELS = {"low": min, "high": max}
"""Whether each indicator is answered at its lowest or its highest level."""


def counts_of(pack):
    return [key for key, question in pack.context.items() if question.type == "number"]


CASES = [
    (name, key, level) for name, folder in PACKS.items() for key in counts_of(load_pack(folder)) for level in LEVELS
]


def filled_in(pack, build, pick, count, value):
    """An assessment with an answer to all that is asked, but to what does not apply."""
    answers = {key: Answer(state="answered", value=first_value(one)) for key, one in pack.context.items()}
    for key, place in pack.places.items():
        answers[key] = Answer(state="answered", value=pick(one.level for one in place.indicator.levels))
    answers[count] = Answer(state="answered", value=value)
    full = max(pack.questionnaires, key=lambda one: len(one.asks()))
    subject = {one.id: first_value(one) for one in pack.model.subject.fields}
    made = build.assessment(pack, answers, subject=subject, questionnaire=full.id)
    applies = evaluate(pack, made).scores.conditions.applies
    kept = {key: one for key, one in answers.items() if applies(key).value is not False}
    return made.model_copy(update={"answers": kept})


def first_value(question):
    typed = {"number": 7, "date": "2026-06-01", "text": getattr(question, "example", "") or "Words"}
    values = {one.value for one in question.choices()}
    if question.type == "multi":
        return (question.options[0].id,)
    return typed[question.type] if question.type in typed else next(one for one in values)


def outputs(pack, folder, assessment):
    """Every public output of an assessment, by its name."""
    folders, result = TemplateFolders(folder), evaluate(pack, assessment)
    known = registry(folders)
    plan = Plan.model_validate(
        {
            "schema": "mhscan/plan@1",
            "subject": {"name": "Testhaven"},
            "pack": pack.model.id,
            "targets": {one.id: Target(level=2) for one in pack.factors},
        }
    )
    view = build_view(result, "public", plan)
    for name, entry in known.entries.items():
        if entry.needs != "questionnaire":
            for one in FORMATS:
                yield f"{name}.{one}", render(folders, view, known.view(name, view.language), one)
    planned = build_plan(result, plan)
    with speaking(pack.model.language):
        yield "plan.text", plan_text(result, planned)
        yield "plan.csv", plan_csv(pack.model, planned, internal=False)
        yield "plan.ics", plan_ics(result, planned)
    for one, make in traces(result).items():
        yield f"trace {one}", view_json(make())
    earlier = assessment.model_copy(update={"date": "2025-05-01", "answers": {}})
    pair = [Given("old", earlier, pack), Given("new", assessment, pack)]
    changes = comparison_view(compare(pack, pair, partial(evaluate_for, "public")), plan)
    yield "compare.text", comparison_text(changes)
    for one in FORMATS:
        yield f"compare.{one}", render(folders, changes, comparison_document(changes), one)


def test_there_are_counts_to_try():
    assert {name for name, _key, _level in CASES} >= {"shipped", "harbour", "market"}


def small(pack, count):
    return range(int(pack.context[count].minimum), pack.model.privacy.small_number)


@pytest.mark.parametrize(("name", "count", "level"), CASES)
def test_the_view_is_the_same_for_each_small_count(build, name, count, level):
    pack = load_pack(PACKS[name])
    made = [build_view(evaluate(pack, filled_in(pack, build, LEVELS[level], count, n))) for n in small(pack, count)]
    assert len(made) > 1
    assert all(one == made[0] for one in made)


@pytest.mark.parametrize(("name", "count", "level"), [one for one in CASES if one[2] == "low"])
def test_all_public_outputs_are_the_same_for_the_lowest_and_the_highest_small_count(build, name, count, level):
    pack = load_pack(PACKS[name])
    ends = (small(pack, count)[0], small(pack, count)[-1])
    made = [list(outputs(pack, SHOWN_BY, filled_in(pack, build, LEVELS[level], count, n))) for n in ends]
    assert len(made[0]) > 20
    differing = {one[0] for each in made[1:] for one, other in zip(made[0], each, strict=True) if one != other}
    assert differing == set()


@pytest.fixture
def hanging(build):
    """A pack in which one question hangs on a count, and another on the answer to that."""
    asked = [{"id": "count", "type": "number", "text": "How many?"}, {"id": "why", "type": "text", "text": "Why?"}]
    return build.pack(
        build.factor(
            "f",
            build.indicator("one"),
            build.indicator("two", applies_if={"context": "count", "at_least": 1}),
            build.indicator("three", applies_if={"indicator": "f.two", "at_least": 2}),
            build.indicator("four", applies_if={"context": "count", "at_most": 10}),
        ),
        context=asked,
        rules=[
            {"id": "none", "title": "No counts", "when": {"context": "count", "at_most": 0}, "text": "None."},
            {"id": "few", "title": "Few counts", "when": {"context": "count", "at_most": 4}, "text": "Few."},
            {"id": "many", "title": "Many counts", "when": {"context": "count", "at_least": 6}, "text": "Many."},
            {"id": "that", "title": "That is why", "when": {"context": "why", "is": "That"}, "text": "That."},
        ],
    )


def test_what_hangs_on_a_small_count_is_not_shown_and_what_every_small_count_decides_is(hanging, judge):
    answers = {"context.count": 3, "f.one": 2, "f.two": 3, "f.three": 4, "f.four": 1}
    view = build_view(judge(hanging, answers))
    shown = {one.id: one.level for part in view.headings for one in part.indicators}
    assert shown == {"f.one": 2, "f.two": None, "f.three": None, "f.four": 1}
    assert [one.question for one in view.not_public] == ["Two", "Three"]
    assert [one.title for one in view.warnings] == ["Few counts"]
    assert [one.title for one in view.unsaid] == ["No counts"]
    assert view.undecided == ()
    assert (view.counts.asked, view.counts.answered) == (2, 2)


def test_the_same_answers_are_whole_for_internal_use_and_for_a_count_that_is_large_enough(hanging, judge):
    answers = {"f.one": 2, "f.two": 3, "f.three": 4, "f.four": 1}
    for view in (
        build_view(judge(hanging, {"context.count": 3, **answers}), "internal"),
        build_view(judge(hanging, {"context.count": 5, **answers})),
    ):
        assert {one.id: one.level for part in view.headings for one in part.indicators} == answers
        assert (view.not_public, view.unsaid) == ((), ())


@pytest.mark.parametrize("text", ["That", "Something else"])
def test_a_text_is_not_told_by_the_rule_that_looks_at_it(hanging, judge, text):
    view = build_view(judge(hanging, {"context.why": text, "f.one": 2}))
    assert "That is why" in [one.title for one in view.unsaid]
    assert "That is why" not in [one.title for one in view.warnings]


def test_a_dependent_answer_is_gone_whether_it_was_given_or_not(hanging, build):
    for answers in ({"context.count": 0}, {"context.count": 3, "f.two": 3, "f.three": 1}):
        shown = redact(hanging, build.assessment(hanging, {"f.one": 2, **answers}), "public")
        assert shown.dependent == {"f.two", "f.three"}
        assert set(shown.assessment.answers) == {"f.one", "context.count"}


@pytest.mark.parametrize(("low", "high"), [(0, 1), (1, 4), (0, 4)])
def test_the_range_of_a_score_is_that_of_every_small_count(hanging, build, low, high):
    figures = [
        evaluate_for("public", hanging, build.assessment(hanging, {"f.one": 2, "context.count": n})).scores.figures
        for n in (low, high)
    ]
    assert figures[0] == figures[1]
