"""Carrying answers over and closing, killed just before a flush or a rename: nothing is lost or half done."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mhscan.answers.archive import archive_of, changed_files, is_archive
from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref, read_assessment
from mhscan.answers.writing import Writer
from mhscan.integrity.packs import load_pack

pytestmark = pytest.mark.proof
ORCHARD = Path(__file__).resolve().parents[1] / "packs" / "orchard"
OLD, NEW = ORCHARD / "1.0.0", ORCHARD / "2.0.0"
SCRIPT = """
import os, pathlib, signal, sys
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
os.fsync = deadly(os.fsync)
for name in ("replace", "rename", "chmod"):
    setattr(pathlib.Path, name, deadly(getattr(pathlib.Path, name)))
code = run(sys.argv[2:])
print(calls, file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def scan(tmp_path) -> Path:
    """An assessment of the first version, with an answer to each question."""
    pack = load_pack(OLD)
    answers = {key: Answer(state="answered", value=1, note=f"Note at {key}.") for key in pack.places}
    made = Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Eden"},
        date="2025-05-01",
        pack=pack_ref(pack),
        questionnaire="all",
        respondent=Respondent(id="2"),
        answers=answers,
    )
    path = tmp_path / "scan.yaml"
    path.write_text(Writer().text(made), encoding="utf-8")
    return path


def run(call: int, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a command and kill it just before its n-th call; 0 for not at all."""
    command = [sys.executable, "-c", SCRIPT, str(call), "--lang", "en", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def calls(*arguments: object) -> int:
    """How many calls a command makes when it is left alone."""
    done = run(0, *arguments)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.split()[-1])


def test_a_migration_that_is_killed_leaves_the_old_file_or_the_new_one(scan):
    before = scan.read_bytes()
    many = calls("migrate", scan, "--pack", NEW)
    after = scan.read_bytes()
    assert many >= 6
    for call in range(1, many + 1):
        for left in scan.parent.glob("*.bak"):
            left.unlink()
        scan.write_bytes(before)
        assert run(call, "migrate", scan, "--pack", NEW).returncode == -9
        now = scan.read_bytes()
        assert now in (before, after)
        if now == after:
            assert (scan.parent / "scan.yaml.1.0.0.bak").read_bytes() == before
        # Whatever was left behind does not stand in the way of the next time.
        assert run(0, "migrate", scan, "--pack", NEW).returncode == 0
        assert scan.read_bytes() == after


def test_a_closing_that_is_killed_leaves_a_draft_or_a_closed_scan_with_its_whole_pack(scan):
    before = scan.read_bytes()
    many = calls("finish", scan, "--pack", OLD)
    assert many > 12
    for call in (1, many // 2, *range(many - 4, many + 1)):
        scan.chmod(0o644)
        scan.write_bytes(before)
        # A pack that is kept already is not kept again; what a killed closing left half done stays.
        shutil.rmtree(archive_of(scan), ignore_errors=True)
        assert run(call, "finish", scan, "--pack", OLD).returncode == -9
        archive = archive_of(scan)
        if read_assessment(scan)[1].status == "final":
            assert changed_files(archive) == []
        else:
            assert scan.read_bytes() == before
            assert not is_archive(archive) or changed_files(archive) == []
            assert run(0, "finish", scan, "--pack", OLD).returncode == 0
        assert run(0, "score", scan).returncode == 0
