"""What was observed, in the words of reports, forms and data; and what the public may see of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer
from mhscan.answers.reading import pack_ref
from mhscan.integrity.packs import load_pack
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_view
from mhscan.reports.data.result import to_json
from mhscan.reports.explain import explained
from mhscan.reports.observed_words import observed_words
from mhscan.reports.redaction import redact, seen_by
from mhscan.reports.traces.build import trace

WORKSHOP = load_pack(Path(__file__).resolve().parents[2] / "packs" / "workshop")
TOOLS, LESSONS = "bench.tools", "people.lessons"
BENCH = {f"{TOOLS}.set": True, f"{TOOLS}.sharp": "9/10", f"{TOOLS}.stands": 2, f"{TOOLS}.checked": "2026-01-01"}
TAUGHT = {f"{LESSONS}.given": "more", f"{LESSONS}.reached": "8/10", f"{LESSONS}.planned": True}


@pytest.fixture
def made(build):
    def result(answers):
        assessment = build.assessment(WORKSHOP, answers)
        return evaluate(WORKSHOP, assessment.model_copy(update={"pack": pack_ref(WORKSHOP)}))

    return result


def view_of(result, key, audience="internal"):
    view = build_view(result, audience)
    return next(one for heading in view.headings for one in heading.indicators if one.id == key)


@pytest.mark.parametrize(
    ("more", "facts"),
    [
        (
            {},
            (
                "There is a whole set of tools and sharp tools.",
                "There is also stands to work at and a check of the tools.",
            ),
        ),
        (
            {f"{TOOLS}.set": False, f"{TOOLS}.stands": 0},
            (
                "There is sharp tools and a check of the tools.",
                "There is no whole set of tools and no stands to work at.",
            ),
        ),
        (
            {f"{TOOLS}.sharp": "4/10", f"{TOOLS}.checked": "2020-01-01"},
            (
                "There is a whole set of tools and stands to work at.",
                "There is no bench where most tools are sharp and no check of the tools.",
            ),
        ),
        (
            {f"{TOOLS}.sharp": Answer(state="unknown")},
            (
                "There is a whole set of tools and stands to work at.",
                "There is also a check of the tools.",
                "Not known: How many tools are sharp?",
            ),
        ),
    ],
)
def test_an_indicator_says_what_is_there_what_is_missing_and_what_is_open(made, more, facts):
    assert view_of(made({**BENCH, **more}), TOOLS).observed == facts


def test_an_option_above_the_first_is_there_also_where_no_level_tells_it_apart(made):
    result = made({**TAUGHT, f"{LESSONS}.given": "one"})
    assert observed_words(WORKSHOP, WORKSHOP.places[LESSONS], result.facts).there[0] == "lessons"


def test_a_level_that_was_given_says_that_somebody_has_to_look_again(made):
    one = view_of(made({TOOLS: 3}), TOOLS)
    assert (one.level, one.observed) == (3, ())
    assert one.look_again.endswith("Look again: answer the facts under it.")
    assert view_of(made({TOOLS: 1, **BENCH}), TOOLS).look_again == ""
    assert view_of(made({TOOLS: 1, **BENCH}), TOOLS).level == 4


def test_levels_that_are_left_are_said_as_a_range(made):
    one = view_of(
        made({**BENCH, f"{TOOLS}.checked": Answer(state="unknown"), f"{TOOLS}.stands": Answer(state="unknown")}), TOOLS
    )
    assert (one.level, one.answer) == (None, "level 2 to 4 is possible")


def test_what_is_open_is_named_with_who_knows_and_where_to_look(made):
    view = build_view(made({f"{TOOLS}.sharp": "9/10", f"{TOOLS}.set": Answer(state="unknown")}), "internal")
    found = next(one for one in view.unknown if one.title == "Tools")
    assert found.find_out.startswith("Open: There is a whole set of tools. How many stands are there?")
    assert found.find_out.endswith("Look in: the tool board. Who probably knows: mechanic, owner.")


def test_an_action_is_advised_because_of_the_facts_that_it_brings_about(made):
    result = made({**BENCH, f"{TOOLS}.set": False, f"{TOOLS}.checked": "2020-01-01"})
    view = build_view(result, "internal")
    action = next(one for one in (*view.quick_wins, *view.key_actions, *view.more_actions) if one.id == "bench.buy-set")
    assert action.because == "There is no whole set of tools."


def test_the_annex_has_each_fact_under_its_question(made):
    view = build_view(made({**BENCH, f"{TOOLS}.checked": Answer(state="unknown")}), "internal")
    lines = [(one.id, one.answer) for part in view.annex for one in part.lines if one.id.startswith(TOOLS)]
    assert lines[1:] == [
        (f"{TOOLS}.set", "yes"),
        (f"{TOOLS}.sharp", "9 of 10"),
        (f"{TOOLS}.stands", "2"),
        (f"{TOOLS}.checked", "not known"),
    ]


def test_the_data_has_the_level_that_follows_and_each_fact(made):
    data = json.loads(to_json(made({**BENCH, f"{TOOLS}.checked": Answer(state="unknown")})))
    one = next(one for one in data["indicators"] if one["id"] == TOOLS)
    assert (one["state"], one["level"], one["possible"], one["look_again"]) == ("unknown", None, [3, 4], False)
    assert {"id": f"{TOOLS}.sharp", "state": "answered", "value": "9/10"} in data["answers"]


def test_a_blank_form_asks_the_facts_and_no_level():
    view = blank_view(WORKSHOP, WORKSHOP.questionnaire("full"))
    asked = next(one for section in view.sections for one in section.questions if one.title == "Lessons")
    assert asked.choices == ()
    assert [(one.text, one.choices) for one in asked.observations] == [
        ("How many lessons were given this year?", ("none", "one", "two or more")),
        ("How many people came to a lesson?", ()),
        ("The next lesson is planned.", ("yes", "no")),
    ]


def test_a_fact_can_be_explained_and_traced(made):
    assert explained(WORKSHOP, f"{LESSONS}.given").splitlines()[:2] == [
        f"{LESSONS}.given: How many lessons were given this year?",
        "  none: none",
    ]
    found = trace(made(BENCH), "untaught", "internal")
    assert found is not None
    assert "How many lessons were given this year?: one of none, one" in str(found)


# What the public may see ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", ["0/4", "1/4", "4/8", "4/4", "2/100"])
def test_nothing_public_tells_a_small_share_of_people_apart(made, share):
    result = made({**TAUGHT, f"{LESSONS}.reached": share})
    public, shown = seen_by("public", result)
    assert shown.hidden == {f"{LESSONS}.reached"}
    assert public.facts.get(LESSONS).within == (1, 2, 3, 4)
    assert view_of(result, LESSONS, "public").answer == "level 1 to 4 is possible"
    assert share not in str(build_view(result, "public"))


def test_a_level_that_was_given_does_not_stand_in_for_one_that_may_not_be_seen(made):
    result = made({**TAUGHT, f"{LESSONS}.reached": "1/4", LESSONS: 4})
    assert seen_by("public", result)[0].facts.get(LESSONS).value is None


def test_a_number_that_counts_no_people_is_public(made):
    result = made({**BENCH, f"{TOOLS}.stands": 1})
    assert redact(WORKSHOP, result.assessment, "public").hidden == frozenset()


@pytest.mark.parametrize(
    "applies_if", [{"indicator": "f.plan", "at_least": 1}, {"observation": "f.plan.met", "at_least": 0.5}]
)
def test_whether_a_question_is_asked_tells_no_small_share_either(build, applies_if):
    words = {"there": "some", "missing": "none", "ours": True}
    met = {"id": "met", "type": "share", "text": "How many people met?", **words}
    plan = build.indicator("plan")
    whens = [{} if n == 0 else {"when": {"observation": "met", "at_least": n / 4}} for n in range(5)]
    plan |= {
        "observations": [met],
        "levels": [{**one, **when} for one, when in zip(plan["levels"], whens, strict=True)],
    }
    more = build.indicator("more", applies_if=applies_if)
    pack = build.pack(build.factor("f", plan, more), privacy={"free_text": "No names.", "small_number": 5})

    def seen(share):
        result, shown = seen_by("public", evaluate(pack, build.assessment(pack, {"f.plan.met": share, "f.more": 3})))
        assert shown.dependent == {"f.more"}
        return {key: (one.low, one.high, one.part.present) for key, one in result.scores.figures.items()}, str(
            build_view(evaluate(pack, build.assessment(pack, {"f.plan.met": share, "f.more": 3})), "public").annex
        )

    assert seen("0/4") == seen("4/4") == seen("1/100")
