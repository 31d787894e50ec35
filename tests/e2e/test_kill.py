"""An interview that is killed keeps every answer that the screen had confirmed."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mhscan.answers.reading import read_assessment

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "tests" / "packs" / "harbour"
SCRIPT = """
import os, signal, sys
from mhscan.cli.boundary import run
wanted, calls = int(sys.argv[1]), 0
def deadly(function):
    def inner(*args, **kwargs):
        global calls
        calls += 1
        if calls == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)
    return inner
import pathlib
os.fsync = deadly(os.fsync)
pathlib.Path.replace = deadly(pathlib.Path.replace)
sys.exit(run(sys.argv[2:]))
"""


def lines() -> str:
    """A line for every question: to skip one is saved just like any other answer, whatever its kind."""
    return ":s\n" * 24


def arguments(path: Path) -> list[str]:
    return ["--lang", "en", "assess", str(path), "--name", "Haven", "--pack", str(HARBOUR)]


def confirmed(talk: str) -> int:
    """How many answers the screen confirmed as saved."""
    return len(re.findall(r"^Saved: ", talk, re.MULTILINE))


def kept(path: Path) -> int:
    """How many answers, and fields of the subject or the respondent, the file holds."""
    _document, assessment = read_assessment(path)
    role = 1 if assessment.respondent.role else 0
    return len(assessment.answers) + len(assessment.subject) - 1 + role


def check(path: Path, talk: str) -> int:
    """Assert that nothing that was confirmed is lost; gives how much was confirmed."""
    count = confirmed(talk)
    if count:
        assert count <= kept(path) <= count + 1
    return count


def killed_in_a_call(path: Path, call: int) -> int:
    """Kill the process just before its n-th flush to the disk or rename."""
    command = [sys.executable, "-c", SCRIPT, str(call), *arguments(path)]
    done = subprocess.run(command, input=lines(), capture_output=True, text=True, check=False, timeout=60)
    return check(path, done.stderr)


def killed_after(path: Path, seconds: float) -> int:
    """Kill the process from outside after some time."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mhscan", *arguments(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(lines())
    process.stdin.flush()
    time.sleep(seconds)
    process.kill()
    _out, talk = process.communicate(timeout=60)
    return check(path, talk)


@pytest.mark.parametrize("call", [1, 2, 4, 5, 6, 9])
def test_killed_while_writing_or_renaming_it_keeps_what_was_confirmed(tmp_path: Path, call: int) -> None:
    killed_in_a_call(tmp_path / "scan.yaml", call)


@pytest.mark.proof
def test_killed_at_a_hundred_instants_it_keeps_what_was_confirmed(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    found = [killed_in_a_call(tmp_path / f"call-{n}.yaml", n) for n in range(1, 41)]
    found += [killed_after(tmp_path / f"time-{n}.yaml", chance.uniform(0.15, 0.6)) for n in range(60)]
    assert len(found) == 100
    assert len(set(found)) > 5
