"""A result as text for a terminal."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.language import _, speaking
from mhscan.reports.build import build_view
from mhscan.ui.scores import scores_text

ANSWERS = {
    "context.lead": "volunteer",
    "context.users": ("wheelchair",),
    "context.steps": False,
    "ashore.slope": 1,
    "ashore.toilet": 0,
    "ashore.contrast": 2,
    "ashore.sound": 3,
    "ashore.seats": 1,
    "afloat.ramp": 2,
    "afloat.rescue": Answer(state="unknown"),
    "people.lead": 1,
}


@pytest.fixture
def text(judge, english_pack, monkeypatch):
    """The text of the answers above, in a window of so many columns."""

    def made(columns: int = 80, **more: object) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        return scores_text(build_view(judge(english_pack, ANSWERS, **more), "internal", with_robustness=False))

    return made


def test_scores_come_with_their_band_their_range_and_how_much_was_answered(text):
    wide = " ".join(text(88).split())
    assert "Getting to the quay: 54, Partly open (no open answers; 5 of 5 questions answered)" in wide
    assert "Getting on the water: too little known (" in wide


def test_warnings_open_rules_and_first_actions_follow(text):
    lines = text(88).splitlines()
    heads = [line for line in lines if line in ("By factor", "Points to watch", "Still to look at", "Quick wins")]
    assert heads == ["By factor", "Points to watch", "Still to look at", "Quick wins"]
    assert any(line.startswith("- Planned for wheelchairs, no toilet (warning). ") for line in lines)
    assert any(line.startswith("1. Name one person. ") for line in lines)


@pytest.mark.parametrize("columns", [40, 60, 88])
def test_no_line_is_wider_than_the_window(text, columns):
    lines = text(columns).splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= columns


def test_a_bar_has_the_range_and_the_score_where_there_is_room(text):
    assert "  ··········█········· Getting to the quay: 54" in text(88)
    assert "█" not in text(59)


def test_plain_text_has_no_bars_and_whole_lines(text, monkeypatch):
    monkeypatch.setenv("MHSCAN_PLAIN", "1")
    plain = text(40)
    assert not set("█─·") & set(plain)
    assert "Getting to the quay: 54, Partly open (no open answers; 5 of 5 questions answered)\n" in plain


def test_the_answers_of_a_partner_are_listed_without_a_score(text):
    partner = text(88, questionnaire="visitor")
    assert "They stand beside the own answers and get no score." in " ".join(partner.split())
    assert "Your visit\n" in partner
    assert "By factor" not in partner


def test_two_axes_come_first_where_the_pack_has_them(judge, dutch_pack):
    view = build_view(judge(dutch_pack, {}, questionnaire="zelfscan"), "internal", with_robustness=False)
    lines = scores_text(view).splitlines()
    axes = [n for n, line in enumerate(lines) if "Agenderen" in line or "Borgen" in line]
    with speaking("nl"):
        assert axes[0] < lines.index(_("By factor"))


def test_where_nothing_is_wrong_there_are_no_empty_headings(build, judge):
    pack = build.pack(build.factor("soil", build.indicator("depth")))
    calm = scores_text(build_view(judge(pack, {"soil.depth": 4}), "internal", with_robustness=False))
    assert "By factor" in calm
    assert not {"Points to watch", "Still to look at", "Quick wins", "Key actions"} & set(calm.splitlines())


def test_terminal_codes_in_an_answer_are_neutral(text):
    named = text(88, subject={"name": "\x1b[2J[bold]North{{port}}\x07"})
    assert "\x1b" not in named
    assert "[bold]North{{port}}" in named


def test_a_score_over_few_of_the_questions_says_that_it_is_a_quick_impression(build, judge):
    pack = build.pack(build.factor("soil", *(build.indicator(one) for one in ("depth", "worms", "acid"))))
    quick = scores_text(
        build_view(judge(pack, {"soil.depth": 3}, questionnaire="short"), "internal", with_robustness=False)
    )
    assert "; quick impression)" in " ".join(quick.split())
