"""The page for the consultant, followed word for word: each file is written, each command run, each line of it seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "consultant.md"
STEP = re.compile(r"(?:Zet dit in `(?P<file>[^`]+)`:\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[str], str, int]]:
    """Each command of the page: itself, the lines under it, what it said, and its exit code."""
    here = tmp_path_factory.mktemp("adviseur")
    tool = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{tool}{os.pathsep}{os.environ['PATH']}", "MHSCAN_LANG": "nl", "COLUMNS": "200"}
    done = []
    for step in STEP.finditer(PAGE.read_text(encoding="utf-8")):
        if step["file"]:
            (here / step["file"]).write_text(step["text"], encoding="utf-8")
            continue
        for part in re.split(r"^\$ ", step["text"], flags=re.MULTILINE)[1:]:
            command, *lines = part.splitlines()
            if command.startswith("cd "):
                here /= command.removeprefix("cd ")
                continue
            run = subprocess.run(
                command, shell=True, cwd=here, env=env, capture_output=True, text=True, check=False
            )  # the page is ours
            done.append((command, lines, run.stdout + run.stderr, run.returncode))
    return done


def test_every_command_of_the_page_works(followed):
    assert len(followed) >= 12
    assert [(command, said) for command, _lines, said, code in followed if code != 0] == []


def test_every_line_that_the_page_shows_is_seen(followed):
    shown = [(command, line, said) for command, lines, said, _code in followed for line in lines]
    assert len(shown) > 15
    plain = [(command, line) for command, line, said in shown if line not in said.replace("\\", "")]
    assert plain == []


def test_the_page_names_every_document():
    from mhscan.reports.formats.documents import registry
    from mhscan.reports.rendering.folders import TemplateFolders

    page = PAGE.read_text(encoding="utf-8")
    assert [one for one in registry(TemplateFolders(ROOT)).entries if f"{one}: " not in page] == []
