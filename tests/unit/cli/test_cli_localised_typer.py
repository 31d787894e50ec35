"""What the library for command lines says, in one language."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ENGLISH = ("Usage", "Options", "Arguments", "Show this message", "required", "default")


@pytest.mark.parametrize("command", [[], ["assess"], ["set"], ["report"], ["schema"]])
def test_a_dutch_help_has_no_english_words_of_the_library(command):
    arguments = [sys.executable, "-m", "mhscan", "--lang", "nl", *command, "--help"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    assert "--help" in done.stdout
    assert [word for word in ENGLISH if word in done.stdout] == []


def test_an_english_help_names_arguments_and_options(mhscan):
    out = mhscan("assess", "--help").out
    assert out.startswith("Usage: mhscan assess [OPTIONS] ")
    assert "\nArguments:\n" in out
    assert "\nOptions:\n" in out
    assert "<" not in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score", "--format"], "--format needs a value."),
        (["score", "x.yaml", "--force=1"], "--force takes no value."),
        (["score", "a", "b", "c"], "This does not belong to the command: b c"),
        (["score"], "FILE is missing."),
        (["score", "--forma", "x"], "There is no option --forma. Did you mean '--format'?"),
        (["schema", "x"], "KIND must be one of: model, "),
        (["scor"], "There is no command 'scor'. Did you mean 'score'?"),
        (["--x"], "There is no option --x."),
    ],
)
def test_wrong_usage_is_told_with_the_help_of_the_command(mhscan, arguments, message):
    done = mhscan(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(message)
    command = f"{arguments[0]} " if arguments[0] in ("score", "schema") else ""
    assert done.err.splitlines()[-1] == f"See: mhscan {command}--help"


def test_the_help_names_what_can_be_chosen(mhscan):
    assert "--audience <public|internal>" in mhscan("plan", "--help").out
    assert "KIND <model|factor|" in mhscan("schema", "--help").out
    assert "<" not in mhscan("templates", "--help").out.split("Options:")[0]
