"""The recipe for a report format, followed in a copy of the program: one new file and one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = '''"""A document as a list of the titles of its sections."""

from __future__ import annotations

from mhscan.reports.templates.rendering import Job, tidy


def make(job: Job) -> str:
    """The titles, one a line."""
    return tidy("\\n".join(one.title for one in job.document.sections))
'''
LINE = '        Format("titles", (".titles",), "mhscan.reports.as_titles", templates=False),\n'
BEFORE = '        Format("json", '


def test_a_format_is_one_new_file_and_one_line(tmp_path):
    for name in ("src", "factors", "questionnaires", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "src/mhscan/reports/as_titles.py").write_text(FILE, encoding="utf-8")
    registry = tmp_path / "src/mhscan/reports/formats/registry.py"
    text = registry.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    registry.write_text(text.replace(BEFORE, LINE + BEFORE), encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "MHSCAN_LANG": "en"}
        return subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=settings, capture_output=True, text=True, check=False
        )

    example = "factors/scenarios/example.yaml"
    for command in (["report", example], ["plan", example], ["compare", example, example], ["questions"]):
        for more in (["--format", "titles"], ["-o", f"{command[0]}.TITLES"]):
            done = run("-m", "mhscan", *command, *more)
            assert done.returncode == 0, done.stderr
        assert (tmp_path / f"{command[0]}.TITLES").read_text(encoding="utf-8") == run(
            "-m", "mhscan", *command, "--format", "titles"
        ).stdout
        assert "titles" in run("-m", "mhscan", command[0], "--help").stdout
    assert ".titles" in run("-m", "mhscan", "report", example, "-o", "x.pdf").stderr
    contracts = run("-c", "import sys; from importlinter.cli import lint_imports_command as run; run()")
    assert contracts.returncode == 0, contracts.stdout + contracts.stderr
