"""The border between the program and the shell."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

import pytest

from mhscan import language
from mhscan.cli import explain as explain_module


def broken(error):
    """A command that goes wrong."""

    def explain(wanted: str) -> int:
        raise error

    return explain


@pytest.fixture
def failing(monkeypatch, mhscan):
    """Runs a command that raises this error."""

    def call(error):
        monkeypatch.setattr(explain_module, "explain", broken(error))
        return mhscan("explain", "x")

    return call


def test_an_expected_error_is_its_problems_its_message_and_its_hint(mhscan, tmp_path):
    done = mhscan("score", "none.yaml")
    assert (done.code, done.out) == (3, "")
    assert done.err.splitlines() == [
        "none.yaml:1:1: error[MH001] unreadable-file: this file does not exist",
        "  hint: Check the name and the folder.",
        "none.yaml cannot be used: there is 1 error in it.",
        "Nothing in the file was changed.",
    ]


def test_a_bug_of_ours_leaves_a_file_to_send_and_no_traceback(failing, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = failing(ZeroDivisionError("a secret of ours"))
    assert (done.code, done.out) == (70, "")
    assert "Traceback" not in done.err
    (crash,) = tmp_path.glob("mhscan-crash-*.txt")
    assert f"Please send this file to the makers: {crash}" in done.said
    report = crash.read_text(encoding="utf-8")
    assert "ZeroDivisionError: a secret of ours" in report
    assert report.startswith("mhscan ")


def test_where_no_file_can_be_written_the_report_of_a_bug_is_shown(failing, monkeypatch):
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    done = failing(ZeroDivisionError("division"))
    assert done.code == 70
    assert "ZeroDivisionError: division" in done.err


def test_ctrl_c_is_130_and_says_that_it_stopped(failing):
    done = failing(KeyboardInterrupt())
    assert (done.code, done.err) == (130, "\nStopped.\n")


@pytest.mark.parametrize("error", [BrokenPipeError(), BrokenPipeError(errno.EPIPE, "gone")])
def test_a_reader_that_has_seen_enough_is_no_error(failing, monkeypatch, error):
    moved = []
    for name in ("stdout", "stderr"):
        # The library puts others in their place.
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(os, "dup2", lambda *numbers: moved.append(numbers))
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1, raising=False)
    done = failing(error)
    assert (done.code, done.err) == (0, "")
    assert moved[0][1] == 1


@pytest.mark.parametrize(
    ("arguments", "variable", "expected"),
    [
        ((), "", "Nederlands"),
        ((), "en", "English"),
        (("--lang", "en"), "nl", "English"),
        (("--lang=nl",), "en", "Nederlands"),
    ],
)
def test_the_language_comes_from_the_option_then_the_environment_then_it_is_dutch(
    mhscan, monkeypatch, arguments, variable, expected
):
    monkeypatch.setenv("MHSCAN_LANG", variable)
    done = mhscan(*arguments, "score", "none.yaml")
    assert ("does not exist" in done.err) is (expected == "English")
    assert language.current() == ("en" if expected == "English" else "nl")


@pytest.mark.parametrize("arguments", [("--lang", "xx", "validate"), ("--lang=xx", "validate")])
def test_a_language_that_is_not_there_is_wrong_usage(mhscan, arguments):
    done = mhscan(*arguments)
    assert done.code == 2
    assert "xx" in done.err
    assert "en, nl" in done.err


def test_a_word_after_a_command_that_looks_like_the_language_belongs_to_the_command(mhscan):
    done = mhscan("score", "none.yaml", "--lang", "nl")
    assert (done.code, language.current()) == (2, "en")


@pytest.mark.parametrize("arguments", [("--plain", "validate", "bad.yaml"), ("validate", "bad.yaml", "--plain")])
def test_plain_lines_can_be_asked_for_before_and_after_a_command(mhscan, arguments):
    Path("bad.yaml").write_text("schema: mhscan/wrong@1\n", encoding="utf-8")
    with_caret = mhscan("validate", "bad.yaml")
    assert "^" in with_caret.out
    assert "^" not in mhscan(*arguments).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("scroe",), "There is no command 'scroe'. Did you mean 'score'?"),
        (("score",), "FILE is missing."),
        (("score", "a", "--fromat", "json"), "There is no option --fromat. Did you mean '--format'?"),
        (("report", "a", "--audience", "xml"), "--audience must be one of: public, internal."),
        (("score", "a", "--format"), "--format needs a value."),
        (("report", "a", "--force=x"), "--force takes no value."),
        (("score", "a", "b"), "This does not belong to the command: b"),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_where_the_help_is(mhscan, arguments, message):
    done = mhscan(*arguments)
    assert (done.code, done.out) == (2, "")
    first, last = done.err.splitlines()
    assert first == message
    assert last.startswith("See: ")
    assert last.endswith("--help")
