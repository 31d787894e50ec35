"""Where words go, and whether a person sits behind them."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys

import pytest

from mhscan.errors import OutputError
from mhscan.ui import streams


class Broken(io.StringIO):
    """A stream on which everything fails in one way."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _text: str) -> int:
        raise self._error

    def readline(self, _size: int = -1) -> str:
        raise self._error


@pytest.mark.parametrize(("value", "plain"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_plain_lines_are_asked_for_in_the_environment(monkeypatch, value, plain):
    monkeypatch.setenv("MHSCAN_PLAIN", value)
    assert streams.is_plain() is plain


@pytest.mark.parametrize("setting", [("NO_COLOR", "1"), ("TERM", "dumb"), ("MHSCAN_PLAIN", "1")])
def test_a_terminal_has_colour_unless_somebody_wants_none(monkeypatch, window, setting):
    screen = window(80)
    monkeypatch.setenv("TERM", "xterm")
    assert streams.has_colour(screen)
    monkeypatch.setenv(*setting)
    assert not streams.has_colour(screen)


def test_a_file_or_nothing_has_no_colour():
    assert not streams.has_colour(io.StringIO())
    assert not streams.has_colour(None)


def test_a_keyboard_is_told_from_a_pipe_and_from_nothing(monkeypatch, keyboard, pipe):
    keyboard()
    assert streams.at_keyboard()
    pipe("1\n")
    assert not streams.at_keyboard()
    monkeypatch.setattr(sys, "stdin", None)
    assert not streams.at_keyboard()


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("200", 88), ("5", 20)])
def test_the_width_is_that_of_the_window_within_bounds(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert streams.width() == width


def test_the_width_is_that_of_standard_error_where_standard_output_is_a_file(monkeypatch):
    def size(number: int) -> os.terminal_size:
        if number != 2:
            raise OSError(errno.ENOTTY, "not a terminal")
        return os.terminal_size((44, 24))

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.FileIO(2, "w", closefd=False)))
    monkeypatch.setattr(os, "get_terminal_size", size)
    assert streams.width() == 44


def test_without_any_terminal_the_width_is_80(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(sys, "__stdout__", None)
    assert streams.width() == 80


def test_data_goes_to_standard_output_as_it_is(capsys):
    streams.out("a\x1b[31m\n::error::b")
    assert capsys.readouterr() == ("a\n\\::error::b", "")


def test_talk_goes_to_standard_error_and_is_harmless(capsys):
    streams.talk("a\x1b[31mb\x07\u202e")
    assert capsys.readouterr() == ("", "ab\n")


def test_talk_is_laid_out_to_the_window_between_words(window):
    screen = window(20)
    streams.talk("one two three four five six\n/a/path/that/is/longer/than/the/window\n\nseven")
    assert screen.getvalue() == "one two three four\nfive six\n/a/path/that/is/longer/than/the/window\n\nseven\n"


def test_plain_talk_is_one_line(monkeypatch, window):
    screen = window(20)
    monkeypatch.setenv("MHSCAN_PLAIN", "1")
    streams.talk("one two three four five six")
    assert screen.getvalue() == "one two three four five six\n"


@pytest.mark.parametrize("error", [BrokenPipeError(errno.EPIPE, "gone"), OSError(errno.EIO, "gone")])
def test_talk_that_nobody_can_read_is_no_error(monkeypatch, error):
    stream = Broken(error)
    monkeypatch.setattr(sys, "stderr", stream)
    streams.talk("anybody?")
    assert stream.getvalue() == ""


def test_output_that_cannot_be_written_says_why(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Broken(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(OutputError, match=r"standard output cannot be written: the disk is full\."):
        streams.out("data")


def test_output_that_is_not_there_says_so(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match=r"standard output cannot be written: it is closed\."):
        streams.out("data")


def test_a_reader_that_has_seen_enough_is_left_to_the_caller(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError(errno.EPIPE, "gone")))
    with pytest.raises(BrokenPipeError, match="gone"):
        streams.out("data")


def test_what_could_not_be_written_is_not_tried_again_at_the_end_of_the_process():
    code = "from mhscan.ui.streams import out\nfrom mhscan.errors import OutputError\n"
    code += "try:\n    out('data')\nexcept OutputError:\n    raise SystemExit(4)"
    with open("/dev/full", "w") as full:  # noqa: PTH123  a device
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (4, b"")


def test_lines_are_counted_and_come_without_their_end(pipe):
    pipe("one\r\ntwo\nlast")
    assert streams.lines_read() == 0
    assert [streams.next_line() for _time in range(3)] == ["one", "two", "last"]
    assert streams.lines_read() == 3


def test_at_the_end_there_is_no_line_and_nothing_is_counted(pipe):
    pipe("")
    assert streams.next_line() is None
    assert streams.lines_read() == 0


def test_a_terminal_that_went_away_gives_no_line(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Broken(OSError(errno.EIO, "Input/output error")))
    assert streams.next_line() is None


def test_a_standard_input_that_is_not_there_gives_no_line(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert streams.next_line() is None


def test_all_streams_speak_utf_8_and_never_fail_on_a_character(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xe9\xc3\xab\n"), encoding="ascii"))
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    streams.use_utf8()
    streams.out("\ud800ë")
    assert sys.stdout.buffer.getvalue() == "?ë".encode()
    assert streams.next_line() == "\udce9ë"


def test_streams_that_cannot_be_changed_are_left(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams.use_utf8()
    assert sys.stdout is None
