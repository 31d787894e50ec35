"""The questions beside the questions."""

from __future__ import annotations

import pytest

from mhscan.interview.prompts import Cancelled, Prompts, Stopped

WARNING = "Write no names."


@pytest.fixture
def side(scripted):
    """Side questions over a face with these lines, and the face."""

    def made(*lines):
        face = scripted(*lines)
        return Prompts(face, WARNING), face

    return made


def test_a_text_is_asked_with_a_warning_and_how_to_go_back(side):
    asks, face = side("  flat ground  ")
    assert asks.text("Why?") == "flat ground"
    assert face.said == [WARNING]
    assert face.prompts == ["Why? (:b = back)"]


def test_an_empty_text_is_asked_again(side):
    asks, face = side("", "  ", "flat")
    assert asks.text("Why?") == "flat"
    assert face.said == [WARNING, *["Type a text, or :b to go back."] * 2]


def test_a_single_letter_is_a_text_like_any_other(side):
    asks, _face = side("b")
    assert asks.text("Why?") == "b"


def test_a_date_is_read_in_each_usual_form(side):
    asks, face = side("tomorrow", "31-02-2026", "1-5-2026")
    assert asks.date("When?") == "2026-05-01"
    assert face.said == [
        f"'{one}' is no date. Write for example 2027-05-01 or 1 May 2027." for one in ("tomorrow", "31-02-2026")
    ]


def test_an_empty_line_is_no_date(side):
    asks, _face = side("")
    assert asks.date("When?") is None


def test_a_number_must_be_in_the_list(side):
    asks, face = side("0", "4", "two", "-1", "3")
    assert asks.number("Which?", 3) == 3
    assert face.said == ["Type a number from 1 to 3."] * 4


def test_an_empty_line_is_no_number(side):
    asks, _face = side(" ")
    assert asks.number("Which?", 3) is None


@pytest.mark.parametrize("line", [":b", ":B", " :b "])
def test_the_key_for_back_leaves_every_side_question(side, line):
    for ask in ("text", "date"):
        with pytest.raises(Cancelled):
            getattr(side(line)[0], ask)("?")
    with pytest.raises(Cancelled):
        side(line)[0].number("?", 3)


def test_the_key_for_stop_stops_from_every_side_question(side):
    for ask in ("text", "date"):
        with pytest.raises(Stopped):
            getattr(side(":q")[0], ask)("?")


@pytest.mark.parametrize(("line", "event"), [("b", Cancelled), ("B", Cancelled), ("q", Stopped), (":q", Stopped)])
def test_where_a_number_is_asked_a_key_needs_no_colon(side, line, event):
    with pytest.raises(event):
        side(line)[0].number("?", 3)
