"""Settings, folders and names that no command can work with: a message, never a crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

LONG = "Noord " * 60


@pytest.mark.parametrize("value", ["abc", "-1", "1.5", "9" * 30, "1e9", "١", " 1"])
def test_a_moment_that_is_none_is_wrong_usage(harbour, scan, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = harbour("set", scan(), "ashore.slope=1")
    assert (done.code, "SOURCE_DATE_EPOCH" in done.said) == (2, True)


@pytest.fixture
def gone(tmp_path, monkeypatch):
    """A current folder that was thrown away."""
    here = tmp_path / "gone"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    yield
    os.chdir(tmp_path)


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize(
    "arguments",
    [
        (), ("validate",), ("validate", "."), ("assess", "--name", "x"), ("demo",), ("pack", "new", "x"),
        ("pack", "show"), ("pack", "diff", "HEAD"), ("score", "scan.yaml"), ("report", "scan.yaml"),
        ("report", ".", "-o", "out"), ("report", "*.yaml", "-o", "out"), ("templates", "copy", "x"),
        ("questions", "-o", "x.md"), ("plan", "set", "scan.yaml", "a.b"), ("validate", "--format", "sarif"),
    ],
)  # fmt: skip
def test_a_folder_that_is_gone_is_no_crash(mhscan, arguments):
    done = mhscan(*arguments)
    assert done.code != 70, done.said


@pytest.mark.usefixtures("gone")
def test_a_folder_that_is_gone_is_no_hindrance_for_files_elsewhere(harbour, scan):
    assert harbour("score", scan()).code == 0


@pytest.mark.parametrize("command", [("plan",), ("score",), ("report",), ("report", "-d", "action-plan"), ("explain",)])
def test_a_long_name_is_a_name(harbour, scan, command):
    file = scan({"ashore.slope": 1}, subject={"name": LONG, "code": "HB012", "berths": 40})
    done = harbour(*command, file, *(("ashore",) if command == ("explain",) else ()))
    assert done.code == 0, done.said


@pytest.mark.parametrize("size", [235, 244, 250])
@pytest.mark.parametrize(
    "arguments",
    [("score",), ("plan",), ("report",), ("set", "ashore.slope=1"), ("validate",), ("finish", "--agreed", "master")],
)
def test_a_file_whose_name_is_as_long_as_can_be_is_no_crash(harbour, scan, size, arguments):
    file = scan({"ashore.slope": 1}, file="x" * size + ".yaml")
    done = harbour(arguments[0], file, *arguments[1:])
    assert done.code in (0, 3, 4), done.said


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",), ("validate",), ("report", "-o", "out"), ("plan", "--plan"), ("compare", "x"), ("assess",),
        ("report", "*.yaml", "-o", "out"), ("set", "a.b=1"), ("explain", "x"), ("migrate",), ("finish",),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "a\udcff.yaml", "loop.yaml", "folder.yaml", "pipe.yaml", "\n"])
def test_a_name_that_cannot_be_used_is_no_crash(harbour, tmp_path, arguments, name):
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    done = harbour(*arguments, tmp_path / name)
    assert done.code in (1, 2, 3, 4), done.said


def test_a_file_whose_name_is_no_utf_8_is_listed_with_the_others(harbour, scan, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.yaml")).write_bytes(scan().read_bytes())
    (folder / "other.yaml").write_bytes(scan().read_bytes())
    done = harbour("report", folder, "-o", tmp_path / "out")
    assert done.code == 0, done.said
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "caf%E9.html" in index
    assert os.fsencode(tmp_path / "out") + b"/caf\xe9.html" in [
        os.fsencode(one) for one in Path("out").resolve().iterdir()
    ]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_pattern_in_a_folder_that_may_not_be_looked_into_stands_for_no_file(harbour, tmp_path):
    (tmp_path / "closed").mkdir(mode=0o700)
    tmp_path.chmod(0o755)
    os.seteuid(65534)
    try:
        done = harbour("report", tmp_path / "closed" / "*.yaml", "-o", tmp_path / "out")
    finally:
        os.seteuid(0)
    assert done.code == 3, done.said


@pytest.mark.parametrize(
    "name", ["a.pack/SHA256SUMS", "scan.notes.md", "northport.plan.yaml", "style.yaml", "logo.png", "x.yaml"]
)
def test_a_pipe_under_any_name_that_is_read_hangs_no_command(harbour, scan, tmp_path, name):
    path = scan({"ashore.slope": 1})
    (tmp_path / "a.pack" / "factors").mkdir(parents=True)
    style = "schema: mhscan/style@1\nlogo: {file: logo.png, text: Logo}\n"
    (tmp_path / "style.yaml").write_text(style, encoding="utf-8")
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    for command in (
        ("score",),
        ("report", "--style", "style.yaml"),
        ("plan",),
        ("validate",),
        ("set", "ashore.slope=2"),
    ):
        done = harbour(command[0], path, *command[1:])
        assert done.code in (0, 1, 3), done.said
    assert harbour("report", ".", "-o", "out").code in (0, 1, 3)
    assert harbour().code == 2
