"""What files, disk and rights can do wrong: one clear message, an exit code, and no file changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Runs a command without the rights of root. All is imported before, since root alone may be able to read this checkout.
AS_NOBODY = """
import os, sys
from mhscan.cli.boundary import run
os.environ["MHSCAN_LANG"] = "en"
sys.stdout, sys.stderr = open(os.devnull, "w"), open(os.devnull, "w")
run(["report", "whole.yaml", "--pack", "pack"]), run(["validate", "whole.yaml", "--pack", "pack"])
run(["set", "warm.yaml", "people.lead=2", "--pack", "pack"]), run(["assess", "warm.yaml", "--pack", "pack"])
import mhscan.cli.finish, mhscan.cli.demo
sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
if os.getuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def folder(scan, harbour) -> Iterator[Path]:
    """A folder that everybody may look into, with a pack and assessments, one of which only its owner may read."""
    with tempfile.TemporaryDirectory() as made:
        here = Path(made)
        shutil.copytree(harbour, here / "pack")
        shutil.copytree(ROOT / "templates", here / "pack" / "templates")
        for name in ("whole.yaml", "warm.yaml", "shut.yaml"):
            shutil.copyfile(scan({"people.lead": 1, "people.course": 1}), here / name)
        (here / "old.json").write_text("{}", encoding="utf-8")
        for path in (here, *here.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield here


def as_nobody(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as somebody who is neither root nor the owner of the files.

    Coverage is not measured there: nobody may write down what was covered either.
    """
    env = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, "-c", AS_NOBODY, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    return done


def state(folder: Path) -> dict[str, bytes]:
    """All files under a folder with what is in them, but not the one that is written to get everything imported."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "warm.yaml")
    return {str(path): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["score"], 3),
        (["report"], 3),
        (["assess"], 3),
        (["set", "people.lead=2"], 3),
        (["finish"], 3),
        (["validate"], 1),
    ],
)
def test_a_file_that_may_not_be_read_is_said_with_root_too(folder, command, code):
    (folder / "shut.yaml").chmod(0)
    before = state(folder)
    done = as_nobody(folder, command[0], "shut.yaml", *command[1:], "--pack", "pack")
    assert done.returncode == code
    assert "shut.yaml:1:1: error[MH001]" in done.stdout + done.stderr
    assert "the file cannot be read: no permission" in done.stdout + done.stderr
    assert state(folder) == before


@pytest.mark.parametrize(
    "command",
    [
        ["assess", "whole.yaml"],
        ["assess", "new.yaml", "--name", "Northport"],
        ["set", "whole.yaml", "people.lead=2"],
        ["finish", "whole.yaml"],
        ["report", "whole.yaml", "--output", "report.json"],
        ["report", "whole.yaml", "--output", "old.json", "--force"],
    ],
)
def test_a_folder_that_may_not_be_written_in_is_4_with_root_too(folder, command):
    before = state(folder)
    done = as_nobody(folder, *command, "--pack", "pack")
    assert done.returncode == 4
    assert "cannot be written: no permission." in done.stderr
    assert "You may not write here." in done.stderr
    assert state(folder) == before


@pytest.mark.parametrize(
    "command",
    [
        ["--version"],
        ["--lang", "en", "--version"],
        ["--help"],
        ["score", "--help"],
        ["explain", "MH101"],
        ["schema", "factor"],
        ["questions"],
    ],
)
def test_a_full_disk_behind_standard_output_is_4_whatever_is_written(command):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mhscan", *command],
            cwd=ROOT,
            env={**os.environ, "MHSCAN_LANG": "en"},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 4
    assert "standard output cannot be written: the disk is full. Make room" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["--version"], ["--help"], ["schema", "factor"]])
def test_a_standard_output_that_is_closed_is_4_too(command):
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "mhscan", *command],
        env={**os.environ, "MHSCAN_LANG": "en"},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert "standard output cannot be written: it is closed." in done.stderr


@pytest.mark.parametrize("command", [["--help"], ["schema", "factor"], ["explain", "MH101"]])
def test_a_reader_that_has_seen_enough_is_no_error(command):
    done = subprocess.run(
        ["sh", "-c", '"$@" | true', "sh", sys.executable, "-m", "mhscan", *command],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
