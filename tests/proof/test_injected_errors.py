"""Every command that writes, with an error put into each system call on our files: the old file or the new one.

A call is tampered with by strace, so the program itself knows nothing of it. A sample is tried, the same each time;
with MHSCAN_INJECT=all, every error that can be put in.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from mhscan.answers.archive import changed_files, kept_folder
from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref, read_assessment
from mhscan.answers.writing import Writer
from mhscan.integrity.packs import load_pack

pytestmark = pytest.mark.proof
ORCHARD = Path(__file__).resolve().parents[1] / "packs" / "orchard"
MHSCAN = Path(sys.executable).with_name("mhscan")
SAMPLE = 25
"""Errors that are tried of each command; all of them are some thousands."""
ERRORS = {
    "write": "ENOSPC EIO EDQUOT",
    "fsync": "EIO ENOSPC EINVAL EDQUOT",
    "rename": "EXDEV EACCES ENOSPC EPERM EIO",
    "openat": "EACCES EMFILE EIO ENOSPC EPERM",
    "unlink": "EACCES EPERM EIO",
    "flock": "ENOLCK EOPNOTSUPP EINVAL ENOSYS EIO",
    "close": "EIO ENOSPC EDQUOT",
    "newfstatat": "EIO EACCES",
    "fstat": "EIO",
    "lseek": "EIO",
    "chmod": "EPERM EIO",
    "fchmod": "EPERM EIO",
    "fchown": "EPERM",
    "mkdir": "EACCES ENOSPC EDQUOT",
    "getdents64": "EIO EACCES",
    "sendfile": "EIO ENOSPC",
    "copy_file_range": "EIO EXDEV ENOSPC",
    "read": "EIO",
    "readlink": "EIO EACCES",
    "access": "EIO",
    "ioctl": "EIO",
}
COMMANDS = {
    "set": "set scan.yaml trees.pruning=2 --note Word --pack old",
    "interview": "assess scan.yaml --factor trees --pack old",
    "finish": "finish scan.yaml --pack old",
    "plan set": "plan set scan.yaml trees.do-pruning --status doing --pack old",
    "plan read": "plan read scan.yaml plan.csv --pack old",
    "migrate": "migrate scan.yaml --pack new",
    "report": "report scan.yaml -o report.html --force --pack old",
    "report many": "report scan.yaml other.yaml -o . --format md --force --pack old",
    "demo": "demo shown --force",
}
LINES = "1\n2\n"
"""What is typed into the interview."""


@pytest.fixture(scope="module")
def origin(tmp_path_factory, needs) -> Path:
    """A folder with scans, a plan, a spreadsheet, a report and packs."""
    needs(shutil.which("strace") is not None, "strace")
    folder = tmp_path_factory.mktemp("origin")
    shutil.copytree(ORCHARD / "1.0.0", folder / "old")
    shutil.copytree(ORCHARD / "2.0.0", folder / "new")
    pack = load_pack(folder / "old")
    for name in ("scan.yaml", "other.yaml"):
        made = Assessment(
            schema_="mhscan/assessment@1",
            id=name,
            subject={"name": "Eden"},
            date="2025-05-01",
            pack=pack_ref(pack),
            questionnaire="all",
            respondent=Respondent(id="2", role="grower"),
            answers={"water.hose": Answer(state="answered", value=1, note="Kept.")},
        )
        (folder / name).write_text("# A comment\n" + Writer().text(made), encoding="utf-8")
    plain(folder, "plan set scan.yaml trees.do-pruning --note First --pack old")
    plain(folder, "plan scan.yaml --format csv -o plan.csv --audience internal --pack old")
    table = (folder / "plan.csv").read_text(encoding="utf-8-sig")
    (folder / "plan.csv").write_text(table.replace("First", "Second"), encoding="utf-8")
    (folder / "report.html").write_text("an older report", encoding="utf-8")
    return folder


def settings() -> dict[str, str]:
    kept = {key: one for key, one in os.environ.items() if not key.startswith(("COV", "PYTHON", "MHSCAN"))}
    return {**kept, "MHSCAN_LANG": "en", "SOURCE_DATE_EPOCH": "1777629600", "PYTHONDONTWRITEBYTECODE": "1"}


def plain(folder: Path, command: str) -> None:
    done = subprocess.run(
        [MHSCAN, *command.split()], cwd=folder, env=settings(), input=LINES, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def traced(folder: Path, command: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a command under strace, in its own folder."""
    tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", str(folder / ".." / "log"), *options]
    return subprocess.run(
        [*tracer, str(MHSCAN), *command.split()],
        cwd=folder, env=settings(), input=LINES, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def ours(folder: Path, command: str) -> tuple[list[str], dict[str, bytes]]:
    """The options that single out calls on our files, and what the folder looks like when nothing goes wrong."""
    done = traced(folder, command, "-y", "-e", f"trace={','.join(ERRORS)}")
    assert done.returncode == 0, f"strace cannot do its work here: {done.stderr}"
    log = (folder / ".." / "log").read_text(errors="replace")
    named = set(re.findall(rf'["<]({re.escape(str(folder))}[^">]*)[">]', log))
    named |= {str(folder / one) for one in re.findall(r'AT_FDCWD<[^>]*>, "([^/"][^"]*)"', log)}
    named |= set(re.findall(r'\w+\((?:AT_FDCWD<[^>]*>, )?"((?!/)[^"]+)"', log))
    paths = sorted(one.removesuffix("/.") for one in named if "site-packages" not in one)
    return [part for path in paths for part in ("-P", path)], state(folder)


def state(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, but what belongs to a work that was broken off."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files if not path.name.startswith(".")}


def ways(log: str) -> list[tuple[str, int, str]]:
    """Each call with its number among those of its kind, and each error that can be put into it."""
    counts = Counter(re.findall(r"^\d+ +(\w+)\(", log, re.MULTILINE))
    return [(call, n + 1, error) for call in ERRORS for n in range(counts[call]) for error in ERRORS[call].split()]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_old_file_is_whole_or_the_new_one_and_the_code_is_true(origin, tmp_path, record_property, name):
    command = COMMANDS[name]
    before = state(origin)
    first = shutil.copytree(origin, tmp_path / "work")
    chosen, after = ours(first, command)
    fresh(origin, first)
    done = traced(first, command, *chosen, "-e", f"trace={','.join(ERRORS)}")
    assert done.returncode == 0
    every = ways((tmp_path / "log").read_text(errors="replace"))
    assert len(every) > SAMPLE, every
    if os.environ.get("MHSCAN_INJECT") != "all":
        every = random.Random(name).sample(every, SAMPLE)
    wrong = []
    for call, number, error in every:
        fresh(origin, first)
        done = traced(first, command, *chosen, "-e", f"inject={call}:error={error}:when={number}")
        said = " ".join(done.stderr.split())[-300:]
        wrong += [f"{call} {number} {error}: {fault}: {said}" for fault in faults(first, done, before, after)]
    record_property("errors put in", len(every))
    assert wrong == []


def fresh(origin: Path, folder: Path) -> None:
    """The folder as it was, under the same name."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    shutil.rmtree(folder)
    shutil.copytree(origin, folder)


def faults(folder: Path, done: subprocess.CompletedProcess[str], before, after):
    """What is wrong with how a command ended, and with what it left behind."""
    if done.returncode not in (0, 1, 3, 4):
        yield f"code {done.returncode}"
    if "Traceback" in done.stderr:
        yield "a traceback"
    said = [line for line in done.stderr.splitlines() if line and not line.startswith("strace:")]
    if done.returncode and not said:
        yield "no message"
    now = state(folder)
    if done.returncode == 0 and set(now) < set(before) | set(after):
        yield f"done, but not there: {sorted((set(before) | set(after)) - set(now))}"
    for file, content in now.items():
        if content not in (before.get(file), after.get(file)) and not is_between(folder / file, done.stderr):
            yield f"{file} is neither the old one nor the new one"
    yield from lost(folder, before)


def is_between(path: Path, said: str) -> bool:
    """Whether a file is on its way: an interview saves answer by answer; a kept pack can have another name."""
    if path.name == "scan.yaml":
        kept = read_assessment(path)[1].answers
        return len(kept) - 1 <= len(LINES.split()) and said.count("Saved") >= len(kept) - 1
    return path.name == "index.html" and path.read_text(encoding="utf-8").endswith("</html>\n")


def lost(folder: Path, before):
    """What was there and is not there any more, or is closed without its pack."""
    yield from (f"{file} is gone" for file in before if not (folder / file).is_file())
    assessment = read_assessment(folder / "scan.yaml")[1]
    if "Kept." not in (folder / "scan.yaml").read_text(encoding="utf-8"):
        yield "an answer is lost"
    if assessment.status == "final":
        archive = kept_folder(folder / "scan.yaml", assessment)
        if archive is None or changed_files(archive):
            yield "closed without its pack"
