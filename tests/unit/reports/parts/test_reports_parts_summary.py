"""The first half page: the picture in a few sentences."""

from __future__ import annotations

import pytest

from mhscan.reports.parts.summary import summary

PHASES = [{"id": "x", "title": "Across"}, {"id": "y", "title": "Up"}]
FIELDS = [{"id": "hh", "x": "high", "y": "high", "label": "Both high", "text": "Well on the way."}]
PROFILE = {"x": "x", "y": "y", "split": 50, "margin": 10, "fields": FIELDS}
RULE = {"id": "r", "title": "R", "when": {"indicator": "x.one", "at_least": 3}, "text": "Seen."}


@pytest.fixture
def judged(build, judge):
    def run(answers, **model):
        factors = [build.factor(one, build.indicator("one"), build.indicator("two"), phase=one) for one in "xy"]
        return judge(build.pack(*factors, phases=PHASES, **model), answers)

    return run


def both(x, y):
    return {f"{f}.{one}": level for f, level in (("x", x), ("y", y)) for one in ("one", "two")}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (both(4, 3), "Well on the way. The scores are: Across 100 out of 100 (High) and Up 75 out of 100 (High)."),
        ({}, "Too little is known about Across and Up to name a field."),
        (
            both(4, 2),
            "The scores are: Across 100 out of 100 (High) and Up 50 out of 100 (High). "
            "The score of Up lies too near the middle to name a field.",
        ),
    ],
)
def test_it_begins_with_the_place_between_the_axes(judged, answers, sentence):
    assert summary(judged(answers, profile=PROFILE))[0] == sentence


def test_it_names_the_factors_that_are_furthest_and_least_far(judged):
    assert (
        summary(judged(both(4, 1)))[0]
        == "The highest score is 100 out of 100: X. The lowest score is 25 out of 100: Y."
    )


@pytest.mark.parametrize("answers", [both(2, 2), {"x.one": 4, "x.two": 4}, {}])
def test_it_names_none_where_none_stands_out(judged, answers):
    assert not any("highest" in sentence for sentence in summary(judged(answers)))


def test_it_does_not_count_the_points_to_watch_as_if_they_were_marks(judged):
    assert not any("to watch" in sentence for sentence in summary(judged(both(4, 4), rules=[RULE])))


def test_it_ends_with_how_much_is_known(judged):
    assert summary(judged(both(1, 1)))[-1] == "All 4 questions that count in a score are answered."
    known = {key: level for key, level in both(1, 1).items() if key != "x.one"}
    assert summary(judged(known))[-1] == "3 of the 4 questions that count in a score are answered."


def test_where_too_little_is_known_that_stands_elsewhere_with_the_numbers(judged):
    assert not any("are answered" in sentence for sentence in summary(judged({"x.one": 1})))


def test_where_nothing_is_asked_it_says_nothing(build, judge):
    loose = [{"id": "a", "title": "A", "scored": False}]
    pack = build.pack(build.factor("f", build.indicator("one"), aspects=loose))
    assert summary(judge(pack, {})) == ()


def test_scores_stand_alone_where_the_pack_does_not_describe_their_field(judged):
    sentence = summary(judged(both(0, 0), profile=PROFILE))[0]
    assert sentence == "The scores are: Across 0 out of 100 (Low) and Up 0 out of 100 (Low)."


MOMENTS = [{"id": "budget", "label": "budget", "date": "context.budget"}, {"id": "loose", "label": "loose"}]


@pytest.mark.parametrize(
    ("date", "said"),
    [("2026-12-31", ["Still to come: budget on 31 December 2026."]), ("2020-01-31", []), (None, [])],
)
def test_it_names_the_fixed_moments_that_are_still_to_come(build, judge, date, said):
    asked = [{"id": "budget", "type": "date", "text": "When does the budget close?"}]
    pack = build.pack(build.factor("f", build.indicator("one")), context=asked, moments=MOMENTS)
    answers = {"f.one": 1} | ({"context.budget": date} if date else {})
    assert [one for one in summary(judge(pack, answers)) if one.startswith("Still")] == said
