"""How far a long piece of work is."""

from __future__ import annotations

import sys

from mhscan.ui.progress import Progress


def run(names=("one.yaml", "two.yaml")):
    progress = Progress(len(names))
    for name in names:
        progress.step(name)
    progress.end()


def test_a_terminal_gets_one_line_that_is_drawn_anew_and_taken_away(window):
    terminal = window(60)
    run()
    drawn = terminal.getvalue()
    assert "\n" not in drawn
    assert "[##########..........] 1/2 one.yaml" in drawn
    assert "[####################] 2/2 two.yaml" in drawn
    assert drawn.endswith(" \r")


def test_a_shorter_name_leaves_nothing_of_a_longer_one(window):
    terminal = window(60)
    run(("a-long-name.yaml", "b"))
    last = terminal.getvalue().split("\r")[2]
    assert last.rstrip().endswith("2/2 b")
    assert len(last) == len("[##########..........] 1/2 a-long-name.yaml")


def test_a_narrow_terminal_gets_no_bar_and_no_line_too_long(window):
    terminal = window(30)
    run(("a-very-long-name-of-a-file-indeed.yaml",))
    assert "1/1 a-very" in terminal.getvalue()
    assert "#" not in terminal.getvalue()
    assert max(map(len, terminal.getvalue().split("\r"))) < 30


def test_a_name_cannot_send_a_code_to_the_terminal(window):
    terminal = window(60)
    run(("\x1b[31mred\x07.yaml",))
    assert r"\x1b[31mred\x07.yaml" in terminal.getvalue()
    assert "\x1b" not in terminal.getvalue()


def test_nothing_is_drawn_where_nobody_watches(capsys):
    run()
    assert capsys.readouterr() == ("", "")


def test_plain_lines_are_whole_lines(monkeypatch, capsys):
    monkeypatch.setenv("MHSCAN_PLAIN", "1")
    run()
    assert capsys.readouterr().err == "1 of 2: one.yaml\n2 of 2: two.yaml\n"


def test_a_closed_stream_is_no_trouble(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    run()
