"""The way to a figure, rule or action as text for a terminal."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.traces.build import trace, traces
from mhscan.ui.traces import trace_text

ANSWERS = {
    "context.lead": "nobody",
    "context.steps": True,
    "ashore.slope": 1,
    "ashore.toilet": Answer(state="answered", value=0, note="A \x1b[31mnote\x1b[0m."),
    "ashore.sound": Answer(state="not_applicable", reason="No sound here."),
    "afloat.ramp": 2,
    "afloat.rescue": Answer(state="unknown"),
    "people.lead": 1,
    "people.course": 2,
}


@pytest.fixture
def text(judge, english_pack, monkeypatch):
    def made(wanted: str, audience: str = "public", columns: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        return trace_text(trace(judge(english_pack, ANSWERS), wanted, audience), "en")

    return made


def flat(text):
    return " ".join(text.split())


def test_a_figure_stands_with_its_formula_and_everything_under_it(text):
    found = flat(text("people"))
    assert "(factor people): 7 " in found
    assert "people.lead): 0 " in found
    assert "= 6.67" in found
    assert "weighs" in found
    assert "Source AUD" in found


def test_what_does_not_count_says_so(text):
    found = flat(text("ashore"))
    assert "(ashore.sound): does not count" in found
    assert "counts only in what is possible, from 0 to 100" in found
    assert "No sound here." not in found
    assert "Whether it applies depends on:" in found


def test_notes_and_reasons_stand_in_an_internal_one_without_terminal_codes(text):
    found = text("ashore", "internal")
    assert "Internal: with notes and reasons." in found
    assert "Note: A note." in flat(found)
    assert "Reason: No sound here." in flat(found)
    assert "\x1b" not in found


def test_a_rule_stands_with_its_tests(text):
    found = flat(text("nobody-trained"))
    assert "this point was found" in found
    assert "It is found if:" in found
    assert ": yes" in found


def test_every_way_fits_a_narrow_window(judge, english_pack, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    result = judge(english_pack, ANSWERS)
    made = traces(result, "internal")
    assert len(made) > 60
    for make in made.values():
        lines = trace_text(make(), "en").splitlines()
        assert len(lines) > 2
        assert max(len(line) for line in lines if " " in line.strip()) <= 64


def test_an_action_a_band_and_a_question_have_a_way_too(text):
    assert "not advised" in text("ashore.buy-lift")
    assert "in the advice" in text("people.name-lead")
    assert "from" in text("closed")
    assert "nobody" in flat(text("context.lead")).casefold()
