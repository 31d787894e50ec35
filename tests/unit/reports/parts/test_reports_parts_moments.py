"""The moment of an action as a sentence: its date, the way back, and a date that has passed."""

from __future__ import annotations

import pytest

from mhscan.reports.parts.moments import coming_date, moment_words

CONTEXT = [{"id": one, "type": "date", "text": "When?"} for one in ("note", "budget")]
NOTE = {"id": "note", "label": "spring note", "name": "the spring note", "date": "context.note", "otherwise": "budget"}
BUDGET = {"id": "budget", "label": "budget", "date": "context.budget", "otherwise": "note"}
YEAR = {"id": "year", "label": "yearly plan"}
LONE = {"id": "lone", "label": "feast", "date": "context.note"}


@pytest.fixture
def of(build, judge):
    """What is said of a moment, and the date of what comes first, for dates that were answered."""
    pack = build.pack(build.factor("f", build.indicator("x")), context=CONTEXT, moments=[NOTE, BUDGET, YEAR, LONE])

    def run(moment, **dates):
        result = judge(pack, {f"context.{key}": value for key, value in dates.items()})
        given = (pack, result.facts, result.assessment, moment)
        return moment_words(*given), coming_date(*given)

    return run


@pytest.mark.parametrize(
    ("moment", "dates", "words", "date"),
    [
        (None, {}, "", ""),
        ("year", {}, "yearly plan", ""),
        ("note", {}, "spring note", ""),
        ("note", {"note": "2026-05-15"}, "before 15 May 2026 (spring note); if that fails, at budget", "2026-05-15"),
        ("lone", {"note": "2026-05-15"}, "before 15 May 2026 (feast)", "2026-05-15"),
        ("note", {"note": "2026-05-01"}, "before 1 May 2026 (spring note); if that fails, at budget", "2026-05-01"),
        ("note", {"note": "2026-04-01"}, "the spring note closed on 1 April 2026; the next moment is budget", ""),
        (
            "note",
            {"note": "2026-04-01", "budget": "2026-09-01"},
            "the spring note closed on 1 April 2026; the next moment is budget (before 1 September 2026)",
            "2026-09-01",
        ),
        (
            "note",
            {"note": "2026-04-01", "budget": "2026-04-02"},
            "the spring note closed on 1 April 2026; find out when the next moment is",
            "",
        ),
        ("lone", {"note": "2026-04-01"}, "feast closed on 1 April 2026; find out when the next moment is", ""),
    ],
)
def test_a_moment_is_said_with_its_date_its_way_back_and_whether_it_has_passed(of, moment, dates, words, date):
    assert of(moment, **dates) == (words, date)
