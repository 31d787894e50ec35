"""An interview that is killed keeps every answer that the screen had confirmed."""

from __future__ import annotations

import contextlib
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from mhscan.answers.reading import read_assessment

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "tests" / "packs" / "harbour"
# Kills the process at one moment of the n-th time that the file is saved.
SCRIPT = """
import io, os, pathlib, signal, sys
from mhscan.answers import files
from mhscan.cli.boundary import run
moment, wanted, saves, syncs = sys.argv[1], int(sys.argv[2]), 0, 0
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def now(one):
    return one == moment and saves == wanted
real_write, real_sync, real_replace = files._write, os.fsync, pathlib.Path.replace
class Half(io.FileIO):
    def write(self, data):
        super().write(bytes(data)[: len(data) // 2])
        die()
def write(path, data, mode):
    global saves, syncs
    saves, syncs = saves + 1, 0
    if now("half written"):
        os.fdopen = lambda number, mode: Half(number, mode)
    real_write(path, data, mode)
def sync(number):
    global syncs
    syncs += 1
    if now("before the file is flushed") and syncs == 1 or now("before the folder is flushed") and syncs == 2:
        die()
    real_sync(number)
def replace(self, target):
    if now("before the rename"):
        die()
    real_replace(self, target)
    if now("after the rename"):
        die()
files._write, os.fsync, pathlib.Path.replace = write, sync, replace
sys.exit(run(sys.argv[3:]))
"""
MOMENTS = (
    "half written",
    "before the file is flushed",
    "before the rename",
    "after the rename",
    "before the folder is flushed",
)
ASKED = 27


def arguments(path: Path) -> list[str]:
    return ["--lang", "en", "assess", str(path), "--name", "Haven", "--pack", str(HARBOUR)]


def lines() -> str:
    """A line for every question: to skip one is saved just like any other answer, whatever its kind."""
    return ":s\n" * ASKED


def confirmed(talk: str) -> int:
    """How many answers the screen confirmed as saved."""
    return len(re.findall(r"^Saved: ", talk, re.MULTILINE))


def kept(path: Path) -> int:
    """How many answers the file holds; it must be whole."""
    return len(read_assessment(path)[1].answers)


def check(path: Path, process: subprocess.Popen[str], talk: str) -> int:
    """Assert that it was killed and that nothing that was confirmed is lost; gives how much was confirmed.

    One answer more may be kept: it was saved, and the process killed before it could say so.
    """
    assert process.returncode == -signal.SIGKILL
    count = confirmed(talk)
    assert count <= kept(path) <= count + 1
    return count


def killed_while_saving(path: Path, moment: str, save: int) -> int:
    """Kill the process at a moment of its n-th save; the first save makes the file, without an answer."""
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, moment, str(save), *arguments(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    _out, talk = process.communicate(lines(), timeout=60)
    count = check(path, process, talk)
    assert count == save - 2
    return count


def killed_from_outside(path: Path, after: int, seconds: float) -> int:
    """Kill the process some time after it confirmed so many answers, while it goes on with the next ones."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mhscan", *arguments(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stderr is not None
    # It waits for the last lines, which do not come: it cannot be done before it is killed.
    process.stdin.write(lines()[: -len(":s\n") * 6])
    process.stdin.flush()
    talk = ""
    while confirmed(talk) < after:
        talk += process.stderr.readline()
    time.sleep(seconds)
    process.kill()
    # `communicate` reads past what `readline` took in with its last line, and so would lose it.
    with process.stderr as stream:
        rest = stream.read()
    process.wait(timeout=60)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    return check(path, process, talk + rest)


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_while_it_saves_it_keeps_what_was_confirmed(tmp_path: Path, moment: str) -> None:
    killed_while_saving(tmp_path / "scan.yaml", moment, 4)


def test_killed_while_it_makes_the_file_there_is_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "scan.yaml"
    command = [sys.executable, "-c", SCRIPT, "half written", "1", *arguments(path)]
    done = subprocess.run(command, input=lines(), capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, confirmed(done.stderr)) == (-signal.SIGKILL, 0)
    assert not path.exists()
    again = subprocess.run(
        [sys.executable, "-m", "mhscan", *arguments(path)], input="", capture_output=True, check=False
    )
    assert (again.returncode, kept(path)) == (0, 0)


@pytest.mark.proof
def test_killed_at_a_hundred_random_instants_it_keeps_what_was_confirmed(tmp_path: Path) -> None:
    chance = random.Random(20261123)
    found: list[int] = []
    for n in range(50):
        moment, save = MOMENTS[n % len(MOMENTS)], chance.randint(2, ASKED - 6)
        found.append(killed_while_saving(tmp_path / f"saving-{n}.yaml", moment, save))
    for n in range(50):
        after, seconds = chance.randint(1, 12), chance.uniform(0, 0.004)
        found.append(killed_from_outside(tmp_path / f"time-{n}.yaml", after, seconds))
    assert len(found) == 100
    assert len(Counter(found)) > 10
