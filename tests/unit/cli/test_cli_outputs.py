"""Every command that writes a document goes through one gate: what is read, or is no file, is not replaced."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from mhscan.answers.reading import read_assessment
from mhscan.answers.writing import Writer

pytestmark = pytest.mark.slow

HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"
ONE = {
    "report": ("report", "scan.yaml", "--format", "md"),
    "plan": ("plan", "scan.yaml", "--format", "csv"),
    "compare": ("compare", "scan.yaml", "later.yaml", "--format", "md"),
    "questions": ("questions", "--format", "md"),
}
MANY = ("report", "scan.yaml", "later.yaml", "--format", "md")
WORDS = "has answers, words or settings that mhscan reads"


@pytest.fixture
def files(scan, tmp_path):
    scan({"ashore.slope": 1})
    scan({"ashore.slope": 2}, file="later.yaml")
    return tmp_path


@pytest.fixture
def write(harbour, files):
    """Writes with a command under a name; gives how it ended."""

    def to(command, name, *more):
        if command == "many":
            return harbour(*MANY, "--output", ".", *more)
        return harbour(*ONE[command], "--output", name, *more)

    return to


def flow(path):
    """An assessment as an editor may have written it."""
    lines = Writer().text(read_assessment(path)[1])
    return "# " + "x" * 5000 + "\n" + lines


@pytest.mark.parametrize("command", [*ONE, "many"])
@pytest.mark.parametrize("kind", ["answers", "plan", "broken", "input", "link to answers"])
def test_what_is_read_is_never_replaced_also_with_force(write, files, command, kind):
    # Many are called after their files.
    path = files / "scan.md"
    content = {"plan": "{schema: mhscan/plan@1}", "broken": '{"schema": "mhscan/assessment@1"'}
    if kind == "input":
        path.hardlink_to(files / "scan.yaml")
    elif kind == "link to answers":
        path.symlink_to(files / "later.yaml")
    else:
        path.write_text(content.get(kind, flow(files / "scan.yaml")), encoding="utf-8")
    before = {one: one.read_bytes() for one in files.iterdir()}
    done = write(command, path, "--force")
    assert done.code == 4
    assert WORDS in done.said or "is read by this very command" in done.said
    assert {one: one.read_bytes() for one in files.iterdir()} == before


@pytest.mark.parametrize("command", [*ONE, "many"])
def test_a_link_that_leads_nowhere_is_not_followed_unasked(write, files, command):
    (files / "scan.md").symlink_to(files / "elsewhere" / "x.md")
    (files / "elsewhere").mkdir()
    assert write(command, files / "scan.md").code == 4
    assert list((files / "elsewhere").iterdir()) == []
    assert write(command, files / "scan.md", "--force").code == 0
    assert (files / "elsewhere" / "x.md").is_file()


@pytest.mark.parametrize("command", [*ONE, "many"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_pipe_stays_a_pipe(write, files, command, force):
    os.mkfifo(files / "scan.md")
    reader = os.open(files / "scan.md", os.O_RDONLY | os.O_NONBLOCK)
    if command == "many":
        force = ["--force"]
    assert write(command, files / "scan.md", *force).code == 0
    assert stat.S_ISFIFO((files / "scan.md").stat().st_mode)
    assert os.read(reader, 100) != b""
    os.close(reader)


@pytest.mark.parametrize("command", ONE)
def test_a_device_stays_a_device_and_standard_output_is_itself(write, files, command):
    assert write(command, "/dev/null", "--force").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    done = write(command, "/dev/stdout")
    assert (done.code, len(done.out) > 100) == (0, True)


@pytest.mark.parametrize("command", ["plan", "report"])
def test_a_folder_is_said_to_be_one(write, files, command):
    (files / "scan.md").mkdir()
    done = write(command, files / "scan.md") if command == "plan" else write("questions", files / "scan.md")
    assert (done.code, "This is a folder. Name a file in it." in done.said) == (4, True)


def test_the_spreadsheet_the_logo_and_the_notes_of_this_run_are_not_replaced(harbour, files):
    (files / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89")
    (files / "style.yaml").write_text("schema: mhscan/style@1\nlogo: {file: logo.png, text: x}\n", encoding="utf-8")
    (files / "scan.notes.md").write_text("# x\n", encoding="utf-8")
    for name in ("logo.png", "style.yaml", "scan.notes.md"):
        before = (files / name).read_bytes()
        done = harbour("report", "scan.yaml", "--style", "style.yaml", "-o", name, "--format", "html", "--force")
        assert (done.code, (files / name).read_bytes()) == (4, before), done.said


def test_an_example_is_made_anew_but_a_scan_of_somebody_is_not_taken_for_it(mhscan, files):
    assert mhscan("demo", "d").code == 0
    example = files / "d" / "example.yaml"
    example.write_text(example.read_text().replace("name: ", "name: X", 1), encoding="utf-8")
    assert mhscan("demo", "d").code == 4
    assert mhscan("demo", "d", "--force").code == 0
    example.write_bytes((files / "scan.yaml").read_bytes())
    done = mhscan("demo", "d", "--force")
    assert (done.code, WORDS in done.said) == (4, True)
    assert example.read_bytes() == (files / "scan.yaml").read_bytes()


def test_hidden_files_in_a_folder_are_passed_over_with_a_word(harbour, files):
    for name in (".secret.yaml", "...yaml", "._scan.yaml"):
        (files / name).write_bytes((files / "scan.yaml").read_bytes())
    done = harbour("report", ".", "--output", "out", "--format", "md")
    assert done.code == 0
    assert "Passed over, since a name with a dot before it hides a file: - ...yaml - .secret.yaml" in done.said
    assert "._scan" not in done.said
