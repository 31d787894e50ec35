"""Where modules and other programs come from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import mhscan
from mhscan.programs import find_program, import_path, python_command

LIBRARY = str(Path(os.__file__).parent)
OWN = str(Path(mhscan.__file__).parents[1])


@pytest.mark.parametrize("entry", ["", ".", "{here}", "{here}/", "{link}"])
def test_the_working_folder_is_left_out_before_the_standard_library(tmp_path, monkeypatch, entry):
    (tmp_path / "here").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    named = entry.format(here=tmp_path / "here", link=tmp_path / "link")
    monkeypatch.setattr(sys, "path", [named, "/first", LIBRARY, "/last", named])
    assert import_path() == ["/first", LIBRARY, "/last", named]


def test_the_folder_of_mhscan_stays(monkeypatch):
    monkeypatch.chdir(OWN)
    monkeypatch.setattr(sys, "path", [OWN, LIBRARY])
    assert import_path() == [OWN, LIBRARY]


def test_the_standard_library_stays_whatever_folder_one_works_in(monkeypatch):
    monkeypatch.chdir(LIBRARY)
    monkeypatch.setattr(sys, "path", ["", LIBRARY])
    assert LIBRARY in import_path()


def test_a_working_folder_that_is_gone_is_left_out(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    monkeypatch.setattr(sys, "path", ["", LIBRARY])
    assert import_path() == [LIBRARY]


def test_another_python_imports_what_this_one_can_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "served.py").write_text("import sys\ndef serve(): print(*sys.path, sep='\\n')\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), LIBRARY])
    done = subprocess.run(python_command("served"), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [str(tmp_path), LIBRARY]


@pytest.fixture
def tool(tmp_path):
    """Makes a program called `tool` in a folder, and gives its path."""

    def make(folder: str, mode: int = 0o755) -> Path:
        path = tmp_path / folder / "tool"
        path.parent.mkdir(exist_ok=True)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(mode)
        return path

    return make


def test_a_program_is_the_first_on_the_path_that_can_be_run(tmp_path, monkeypatch, tool):
    tool("a", 0o644)
    wanted = tool("b")
    tool("c")
    monkeypatch.setenv("PATH", os.pathsep.join(str(tmp_path / one) for one in "xabc"))
    assert find_program("tool") == str(wanted)
    assert find_program("nothing") is None


def test_a_program_is_never_from_the_working_folder_or_one_that_is_refused(tmp_path, monkeypatch, tool):
    here, refused = tool("here").parent, tool("refused").parent
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(here), "../refused", str(refused)]))
    assert find_program("tool", refused) is None
    wanted = tool("installed")
    monkeypatch.setenv("PATH", os.pathsep.join(["", str(here), str(refused), str(wanted.parent)]))
    assert find_program("tool", refused) == str(wanted)
    monkeypatch.delenv("PATH")
    assert find_program("tool") is None
