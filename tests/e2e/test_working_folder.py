"""Nothing in the working folder is run: not as a module of Python, and not as another program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HARBOUR = Path(__file__).resolve().parents[1] / "packs" / "harbour"
MHSCAN = Path(sys.executable).with_name("mhscan")
MODULES = {*sys.stdlib_module_names, *packages_distributions(), "sitecustomize", "usercustomize"} - {"mhscan"}
TEMPLATE = "{{ _('yes') }} {{ report.subject if report is defined else '' }}\n"
COMMANDS = {
    "validate": ["validate", "pack", "--base", "HEAD"],
    "validate of the folder itself": ["validate", "."],
    "a report with a kept pack": ["report", "scan.yaml", "--force", "-o", "report.html"],
    "a report with templates": ["report", "scan.yaml", "--pack", "pack", "--templates", "pack/templates"],
    "a plan": ["plan", "scan.yaml", "--format", "html"],
    "a comparison": ["compare", "scan.yaml", "later.yaml", "--format", "html"],
    "a batch": ["report", "many", "--force", "-o", "out", "--format", "html"],
    "what changed": ["pack", "diff", "HEAD", "pack"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a municipality could send: a pack with templates, closed assessments, and a module each."""
    here = tmp_path_factory.mktemp("received")
    shutil.copytree(HARBOUR, here / "pack")
    (here / "pack" / "templates").mkdir()
    (here / "pack" / "templates" / "page.md.j2").write_text(TEMPLATE, encoding="utf-8")
    (here / "pack" / "templates" / "_words.j2").write_text(TEMPLATE, encoding="utf-8")
    for name in ("scan.yaml", "later.yaml"):
        make(here, "assess", name, "--name", "Eden", "--pack", "pack")
    for name in ("scan.yaml", "later.yaml"):
        make(here, "finish", name, "--pack", "pack")
    (here / "many").mkdir()
    for n in range(10):
        shutil.copyfile(here / "scan.yaml", here / "many" / f"scan-{n}.yaml")
        shutil.copytree(here / "scan.pack", here / "many" / f"scan-{n}.pack")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "One"]):
        who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        subprocess.run(["git", *words], cwd=here, check=True, capture_output=True, env={**os.environ, **who})
    return here


STARTS = {
    "as installed": [str(MHSCAN)],
    "as a module, with care": [sys.executable, "-P", "-m", "mhscan"],
    "as a module": [sys.executable, "-m", "mhscan"],
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What Python itself imports for `python -m`, before the first line of a program: nobody can prevent that."""
    here = tmp_path_factory.mktemp("probe")
    (here / "probe.py").write_text("import sys\nprint(*sys.modules)\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "probe"], cwd=here, capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def make(here: Path, *arguments: str) -> None:
    subprocess.run([MHSCAN, *arguments], cwd=here, stdin=subprocess.DEVNULL, capture_output=True, check=True)


@pytest.fixture
def planted(folder: Path) -> Callable[[], list[str]]:
    """A module for each name that could be imported, and what was run of these and the programs since."""
    marks = folder / "marks"
    shutil.rmtree(marks, ignore_errors=True)
    marks.mkdir()
    for name in MODULES:
        text = f"import posix\nposix.close(posix.open({str(marks / name)!r}, posix.O_CREAT | posix.O_WRONLY))\n"
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n: > '{marks}/program'\n", encoding="utf-8")
    program.chmod(0o755)
    return lambda: sorted(one.name for one in marks.iterdir())


def test_the_modules_that_are_planted_would_be_run(folder, planted):
    # A module that nothing has imported before, neither Python itself nor what measures a test run.
    subprocess.run([sys.executable, "-c", "import tabnanny"], cwd=folder, check=False, capture_output=True)
    assert "tabnanny" in planted()
    assert len(MODULES) > 300


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_runs_what_lies_in_the_working_folder(folder, planted, before, command, start):
    for name in before if start == "as a module" else ():
        (folder / f"{name}.py").unlink(missing_ok=True)
    path = os.pathsep.join(["", ".", str(folder), os.environ["PATH"]])
    done = subprocess.run(
        [*STARTS[start], "--lang", "en", *COMMANDS[command]],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert planted() == [], done.stderr
    assert done.returncode in (0, 1), done.stderr
