"""The commands, put together."""

from __future__ import annotations

import pytest

from mhscan.__about__ import __version__
from mhscan.__main__ import main
from mhscan.cli.app import COMMANDS


def test_the_help_names_every_command(mhscan):
    done = mhscan("--help")
    assert done.code == 0
    assert len(COMMANDS) > 8
    assert [name for name in COMMANDS if f"\n  {name} " not in done.out] == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "pack"])
def test_every_command_has_a_help_that_writes_no_file(mhscan, tmp_path, name):
    done = mhscan(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: mhscan {name}") or f" {name} " in done.out.splitlines()[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--version"], ["--lang", "en", "--version"]])
def test_the_version_is_alone_on_standard_output(monkeypatch, capsys, arguments):
    monkeypatch.setattr("sys.argv", ["mhscan", *arguments])
    assert main() == 0
    assert capsys.readouterr() == (f"mhscan {__version__}\n", "")


def test_without_arguments_there_is_a_menu(mhscan):
    done = mhscan(stdin="4\n")
    assert done.code == 0
    assert "1. New assessment" in done.err


def test_a_word_that_needs_a_command_after_it_shows_its_help(mhscan):
    done = mhscan("pack")
    assert (done.code, done.out) == (2, "")
    assert done.err == mhscan("pack", "--help").out
    assert "\n  show  " in done.err
