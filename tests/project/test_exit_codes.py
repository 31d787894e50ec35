"""The page of exit codes: what it shows of commands that need no more than a scan is said, with that exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
CLOSED = "1779235200"
"""The day of the page, 20 May 2026."""
NEEDS_MORE = (
    "scans/",
    "lga.yaml",
    "moved.yaml",
    "buurstad",
    "assess",
    "mhscan ...",
    "plan read",
    "score closed",
    "migrate",
)
NEEDS_MORE += ("$ mhscan validate\n", "--output report.html")
"""What an example needs that is tried in other tests: many files, another pack, another window, a changed pack."""


def examples() -> list[tuple[int, str, list[str]]]:
    """Each example: the code of its heading, the command, and the lines under it."""
    found = []
    for heading, text in re.findall(r"^## (\d+):.*?\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL):
        for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
            for part in re.findall(r"^\$ .*?(?=^\$ |\Z)", block, re.MULTILINE | re.DOTALL):
                if not any(one in part for one in NEEDS_MORE):
                    command, *lines = part[2:].splitlines()
                    found.append((int(heading), command, lines))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan, a closed one, one without answers, an empty file, and a report that is there already."""
    here = tmp_path_factory.mktemp("codes")
    run(here, "mhscan demo made && cp made/*.yaml scan.yaml && cp scan.yaml closed.yaml")
    (here / "empty.yaml").touch()
    made = yaml.safe_load((here / "scan.yaml").read_text(encoding="utf-8"))
    (here / "empty-scan.yaml").write_text(json.dumps({**made, "answers": {}}), encoding="utf-8")
    (here / "report.html").write_text("mine", encoding="utf-8")
    run(here, "mhscan finish closed.yaml --agreed wethouder && rm -r closed.pack")
    return here


def run(here: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A command line, by a shell whose pipes fail where a part of them fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "MHSCAN_LANG": "en", "COLUMNS": "200", "SOURCE_DATE_EPOCH": CLOSED}
    shell = ["bash", "-o", "pipefail", "-c", command]
    return subprocess.run(
        shell, cwd=here, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("code", "command", "lines"), examples(), ids=lambda one: str(one)[:40])
def test_an_example_says_what_the_page_shows(folder, code, command, lines):
    done = run(folder, command)
    said = done.stdout + done.stderr
    assert [line for line in lines if line not in said.splitlines()] == [], said
    assert done.returncode == code


def test_most_examples_are_tried():
    assert len(examples()) >= 10
