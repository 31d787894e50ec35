"""How steady the picture is, in one sentence for each trial."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.build import build_view

PHASES = [{"id": "p", "title": "First"}, {"id": "q", "title": "Second"}]
FIELDS = [{"id": "high-low", "x": "high", "y": "low", "label": "Uneven", "text": "-"}]
PROFILE = {"x": "p", "y": "q", "split": 50, "margin": 10, "fields": FIELDS}
D = [{"id": "a", "title": "A"}, {"id": "d", "title": "D"}]


@pytest.fixture
def view(build, judge):
    """The view of answers to eight questions: three and one under two headings of `f`, two each in `g` and `h`."""

    def made(*levels, **model):
        names = ("one", "two", "three")
        f = build.factor(
            "f", *[build.indicator(one) for one in names], build.indicator("four", aspect="d"), aspects=D, phase="p"
        )
        two = [build.indicator("one", actions=[build.action("do", 4)]), build.indicator("two")]
        g, h = (build.factor(name, *two, phase=phase) for name, phase in (("g", "p"), ("h", "q")))
        pack = build.pack(f, g, h, phases=PHASES, profile=PROFILE, **model)
        given = {key: level for key, level in zip(pack.places, levels, strict=False) if level is not None}
        return build_view(judge(pack, given), "internal").robustness

    return made


def texts(view):
    return {one.trial: (one.firm, one.text) for one in view.trials}


def test_a_picture_that_nothing_moves_is_firm_in_every_trial(view):
    found = texts(view(4, 4, 4, 4, 4, 4, 0, 0))
    firm = "This picture is firm: "
    assert found == {
        "answers": (True, f"{firm}it stays the same if one answer is one level higher or lower."),
        "weights": (True, f"{firm}with other weights each score stays in its band."),
        "order": (True, f"{firm}with other weights the first actions keep their place."),
        "equal": (True, f"{firm}each score stays in its band if each heading counts the same."),
        "mean": (True, f"{firm}each score stays in its band if weak parts count more than strong parts."),
        "weakest": (True, f"{firm}the weakest factor of each phase falls in the same band as its phase."),
    }


def test_what_moves_the_picture_is_said_and_listed(view):
    found = view(4, 4, 4, 0, 2, 2, 0, 1)
    trials = texts(found)
    assert trials["answers"] == (
        False, "Shaky: the picture changes if one answer is one level higher or lower. 5 questions have such an answer."
    )  # fmt: skip
    assert trials["weights"][0] is False
    assert trials["weights"][1].startswith("Shaky: with other weights First stays in its band in only ")
    assert trials["mean"] == (
        False, "Shaky: if weak parts count more than strong parts, there is another band for First (Low)."
    )  # fmt: skip
    (one,) = [each for each in found.singles if each.id == "f.one"]
    assert (one.question, one.now, one.effect) == ("One", "one is at 4.", "First: from High to Low")
    assert one.other == "0. Step 0; 1. Step 1; 2. Step 2; 3. Step 3"


def test_a_weak_part_under_a_good_score_is_named(view):
    assert texts(view(4, 4, 4, 4, 0, 1, 3, 3))["weakest"] == (
        False, "Shaky: a score hides a weak part. The weakest links are G in First (13)."
    )  # fmt: skip


def test_another_meaning_of_equal_can_give_another_band(view):
    found = view(4, 4, 4, 4, 0, 0, 3, 3)
    assert texts(found)["equal"][0] is True
    other = view(4, 4, 4, 3, 0, 0, 3, 3)
    assert texts(other)["equal"] == (
        False, "Shaky: if each heading counts the same, there is another band for First (High)."
    )  # fmt: skip


def test_the_ways_of_counting_stand_in_a_table_with_that_of_the_pack_first(view):
    found = view(4, 4, 4, 4, 0, 0, 3, 3)
    assert found.figures == ("First", "Second")
    assert [(one.title, one.chosen, one.scores) for one in found.ways] == [
        ("Each factor counts the same; ordinary mean", True, ("50 (High)", "75 (High)")),
        ("Each heading counts the same; ordinary mean", False, ("67 (High)", "75 (High)")),
        ("Each question counts the same; ordinary mean", False, ("67 (High)", "75 (High)")),
        ("Each factor counts the same; geometric mean", False, ("0 (Low)", "75 (High)")),
    ]


def test_the_field_can_move_by_itself(view):
    found = view(3, 3, 3, 3, 3, 3, 0, 0)
    effects = {one.effect for one in found.singles}
    assert "the picture: from Uneven to no field" in effects


def test_how_the_draws_are_made_is_said_with_their_error(view):
    found = view(4, 4, 4, 4, 4, 4, 0, 0, robustness={"draws": 100, "spread": 0.25})
    assert found.about == (
        "For the weights, 100 sets of other weights were drawn, each up to 25% lighter or heavier. "
        "Chance moves these percentages by at most 2 percentage points. "
        "All of this is about the sums: nobody checked the answers."
    )


def test_what_counts_as_firm_stands_in_the_pack(view):
    levels = (4, 4, 4, 0, 2, 2, 0, 1)
    assert texts(view(*levels))["weights"][0] is False
    assert texts(view(*levels, robustness={"firm": 0.3}))["weights"][0] is True


def test_an_action_that_loses_its_place_is_named(view):
    rule = {
        "id": "r",
        "title": "R",
        "text": "-",
        "when": {"phase": "p", "at_least": 50},
        "remedies": [{"indicator": "h.one"}],
    }
    found = texts(view(4, 4, 4, 4, 0, 0, 1, 3, rules=[rule]))
    assert found["order"][0] is False
    assert found["order"][1].startswith("Shaky: with other weights the action at place 1 keeps it in only ")


def test_without_a_score_there_is_no_picture(view):
    assert view() is None


def test_a_strict_mean_is_compared_with_the_ordinary_one(view):
    found = view(4, 4, 4, 4, 1, 4, 4, 4, aggregate={"mean": "minimum"})
    assert texts(found)["mean"] == (
        False, "Shaky: if weak and strong parts count alike, there is another band for First (High)."
    )  # fmt: skip
    assert found.ways[0].title == "Each factor counts the same; the weakest part"


def test_a_small_count_cannot_be_read_from_what_it_would_change(build, judge):
    later = build.indicator("later", applies_if={"context": "cases", "at_least": 1})
    context = [{"id": "cases", "type": "number", "text": "How many?"}]
    pack = build.pack(build.factor("f", build.indicator("one"), later, phase="p"), phases=PHASES, context=context)
    result = judge(pack, {"f.one": 4, "f.later": 0, "context.cases": 0})
    shown = {audience: build_view(result, audience).robustness.singles for audience in ("public", "internal")}
    assert all(one.id != "context.cases" for one in shown["internal"])
    result = judge(pack, {"f.one": 3, "f.later": 0, "context.cases": 2})
    shown = {audience: build_view(result, audience).robustness.singles for audience in ("public", "internal")}
    assert [(one.now, one.other) for one in shown["internal"] if one.id == "context.cases"] == [("2", "0")]
    assert all(one.id != "context.cases" for one in shown["public"])


def test_open_answers_are_in_the_list_too(view):
    found = view(3, 3, 3, Answer(state="unknown"), 1, 1, 0, 0)
    filled = [(one.now, one.other) for one in found.singles if one.id == "f.four"]
    assert filled == [("not known", "0. Step 0; 1. Step 1; 2. Step 2")]
