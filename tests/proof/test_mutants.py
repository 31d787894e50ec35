"""A fault that is put into scoring or advice on purpose is found by their unit tests.

mutmut makes thousands of them: too many for every run. So a seeded sample is tried here, and the figures of the last
large run stand in docs/mutants.md. `MHSCAN_MUTANTS=all` tries all of them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.proof

ROOT = Path(__file__).resolve().parents[2]
SAMPLE, SEED, LEAST = 300, 20260501, 0.9
COPIED = ("src", "factors", "questionnaires", "templates", "tests/conftest.py", "tests/unit/conftest.py", "tests/packs")
TESTS = ("tests/unit/scoring", "tests/unit/advice")
SURVIVED, NOT_COVERED = 0, 33
"""What mutmut notes down where all tests pass, and where no test runs the line."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What mutmut needs, in a folder of its own."""
    folder = tmp_path_factory.mktemp("mutants")
    for name in (*COPIED, *TESTS):
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def run(folder: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Run mutmut on these mutants; it makes all of them first."""
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", str(os.cpu_count() or 1), *names]
    kept = {key: one for key, one in os.environ.items() if not key.startswith(("COV", "PYTEST"))}
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False, timeout=5400)


def outcomes(folder: Path) -> dict[str, int | None]:
    """Each mutant with the exit code of its tests; None where it was not tried."""
    found: dict[str, int | None] = {}
    for path in sorted((folder / "mutants").rglob("*.meta")):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def function(mutant: str) -> str:
    return mutant.rpartition("__mutmut_")[0]


def test_nine_of_ten_faults_are_found(copy: Path) -> None:
    made = run(copy, "none-of-them")
    names = sorted(outcomes(copy))
    assert len(names) > 3000, made.stdout[-2000:] + made.stderr[-2000:]
    everything = os.environ.get("MHSCAN_MUTANTS") == "all"
    chosen = names if everything else sorted(random.Random(SEED).sample(names, SAMPLE))
    done = run(copy, *([] if everything else chosen))
    found = {name: outcomes(copy)[name] for name in chosen}
    assert None not in found.values(), done.stdout[-2000:] + done.stderr[-2000:]
    alive = [name for name, code in found.items() if code in (SURVIVED, NOT_COVERED)]
    counted = "\n".join(f"{n} {name}" for name, n in sorted(Counter(map(function, alive)).items()))
    assert 1 - len(alive) / len(chosen) >= LEAST, counted
