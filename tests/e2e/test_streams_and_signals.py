"""Closed standard streams, and signals that end a process: the work is done or put away, and its code is true."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from mhscan.answers.reading import read_assessment

MHSCAN = Path(sys.executable).with_name("mhscan")
STREAMS = {"<&-": "in", ">&-": "out", "2>&-": "err"}
CLOSED = [" ".join(some) for n in range(1, 4) for some in combinations(STREAMS, n)]


@pytest.fixture
def here(scan, tmp_path):
    scan({"ashore.slope": 1})
    (tmp_path / "crash").mkdir()
    return tmp_path


def run(folder, command, closed=""):
    settings = {**os.environ, "TMPDIR": str(folder / "crash"), "MHSCAN_LANG": "en"}
    line = f"exec {MHSCAN} {command} {closed}"
    return subprocess.run(["sh", "-c", line], cwd=folder, env=settings, capture_output=True, check=False, text=True)


QUIET = [
    "set scan.yaml ashore.slope=2 --pack {pack}",
    "plan set scan.yaml people.name-lead --status doing --pack {pack}",
    "finish scan.yaml --pack {pack}",
    "report scan.yaml -o r.html --pack {pack}",
    "report scan.yaml -o . --pack {pack}",
    "assess scan.yaml --pack {pack}",
    "validate scan.yaml --pack {pack}",
    "pack new mine",
]
LOUD = ["--version", "--help", "score scan.yaml --pack {pack}", "report scan.yaml --pack {pack}", "schema plan"]


@pytest.mark.proof
@pytest.mark.parametrize("closed", CLOSED)
@pytest.mark.parametrize("command", [*QUIET, *LOUD])
def test_a_closed_stream_changes_nothing_but_what_needs_it(here, command, closed):
    check(here, command, closed)


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", [QUIET[0], LOUD[0]])
def test_a_closed_stream_in_short(here, command, closed):
    check(here, command, closed)


def check(here, command, closed):
    pack = Path(__file__).resolve().parents[1] / "packs" / "harbour"
    done = run(here, command.format(pack=pack), closed)
    wanted = 4 if command in LOUD and ">&-" in closed.split() else 0
    assert (done.returncode, list((here / "crash").iterdir())) == (wanted, [])
    if wanted and "2>&-" not in closed.split():
        assert done.stderr.startswith("standard output cannot be written: it is closed.")
    if command.startswith("set"):
        assert read_assessment(here / "scan.yaml")[1].value("ashore.slope") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_that_ends_an_interview_puts_its_lock_away_and_loses_nothing(here, number):
    pack = Path(__file__).resolve().parents[1] / "packs" / "harbour"
    settings = {**os.environ, "MHSCAN_LANG": "en"}
    process = subprocess.Popen(
        [MHSCAN, "assess", "scan.yaml", "--factor", "people", "--pack", pack],
        cwd=here, env=settings, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stderr is not None
    process.stdin.write("2\n")
    process.stdin.flush()
    while "Saved" not in process.stderr.readline():
        assert (here / ".scan.yaml.lock").exists() or process.poll() is None
    process.send_signal(number)
    said = process.communicate()[1]
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    assert "Stopped. All answers are saved in scan.yaml." in said
    assert read_assessment(here / "scan.yaml")[1].value("people.lead") == 2
    assert not (here / ".scan.yaml.lock").exists()


def test_a_signal_that_is_to_be_ignored_is(here):
    done = subprocess.run(
        ["sh", "-c", f"trap '' HUP; {sys.executable} -c 'import signal; import mhscan.__main__ as m; "
         "print(m._hear_endings(), signal.getsignal(signal.SIGHUP) == signal.SIG_IGN)'"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert done.stdout == "[] True\n"


def test_twenty_writers_at_once_all_have_their_turn(here):
    pack = Path(__file__).resolve().parents[1] / "packs" / "harbour"
    many = [
        subprocess.Popen(
            [MHSCAN, "set", "scan.yaml", "ashore.slope=2", "--evidence", f"paper {n}", "--pack", pack],
            cwd=here, stderr=subprocess.PIPE,
        )
        for n in range(20)
    ]  # fmt: skip
    ended = [(one.communicate()[1].decode(), one.returncode) for one in many]
    assert [code for _said, code in ended] == [0] * 20, ended
    titles = {one.title for one in read_assessment(here / "scan.yaml")[1].answers["ashore.slope"].evidence}
    assert titles == {f"paper {n}" for n in range(20)}
