"""Many reports at once, in processes of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COUNT = 10
RUN = [sys.executable, "-m", "mhscan", "--lang", "en"]


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with so many copies of the example that other processes are started."""
    folder = tmp_path_factory.mktemp("many")
    subprocess.run([*RUN, "demo", folder / "demo"], capture_output=True, check=True)
    (file,) = (folder / "demo").glob("*.yaml")
    (folder / "scans").mkdir()
    for n in range(COUNT):
        shutil.copy(file, folder / "scans" / f"scan-{n}.yaml")
    return folder / "scans"


def test_reports_made_in_several_processes_are_those_made_one_by_one(scans, tmp_path):
    (scans / "broken.yaml").write_text("schema: mhscan/assessment@1\n", encoding="utf-8")
    done = subprocess.run(
        [*RUN, "report", f"{scans}/*.yaml", "-o", tmp_path / "out"], capture_output=True, text=True, check=False
    )
    (scans / "broken.yaml").unlink()
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{COUNT} documents are made." in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "index.html",
        *(f"scan-{n}.html" for n in range(COUNT)),
    ]
    alone = subprocess.run(
        [*RUN, "report", scans / "scan-0.yaml", "--format", "html"], capture_output=True, text=True, check=True
    )
    assert {(tmp_path / "out" / f"scan-{n}.html").read_text(encoding="utf-8") for n in range(COUNT)} == {alone.stdout}


def test_plain_lines_tell_how_far_it_is(scans, tmp_path):
    done = subprocess.run(
        [*RUN, "--plain", "report", scans, "-o", tmp_path / "out"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert f"{COUNT} of {COUNT}: scan-" in done.stderr
