"""`--watch`: again at each change, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.cli import watch as watching
from mhscan.cli.watch import PAUSE, keep_doing, state, watch
from mhscan.errors import InputError


class Clock:
    """Does one thing in each pause, and presses Ctrl-C when there is none left."""

    def __init__(self, *steps):
        self.steps = list(steps)
        self.pauses = []

    def __call__(self, seconds):
        self.pauses.append(seconds)
        if not self.steps:
            raise KeyboardInterrupt
        self.steps.pop(0)()


def nothing():
    """Nothing changes."""


def write(path: Path, text: str):
    return lambda: path.write_text(text, encoding="utf-8")


def run(paths, *steps):
    done = []
    clock = Clock(*steps)
    with pytest.raises(KeyboardInterrupt):
        watch(lambda: done.append(1), paths, clock)
    return len(done), clock


def test_the_work_is_done_once_and_not_again_while_nothing_changes(tmp_path):
    (tmp_path / "a.yaml").write_text("a", encoding="utf-8")
    count, clock = run([tmp_path], nothing, nothing, nothing)
    assert count == 1
    assert clock.pauses == [PAUSE] * 4


def test_it_is_done_again_when_a_file_changes_comes_or_goes(tmp_path, capsys):
    file, other = tmp_path / "a.yaml", tmp_path / "deep" / "b.j2"
    file.write_text("a", encoding="utf-8")
    other.parent.mkdir()
    count, _clock = run([tmp_path], write(file, "other"), nothing, write(other, "b"), file.unlink)
    assert count == 4
    said = capsys.readouterr().err
    assert said.count("Changed: ") == 3
    assert f"Changed: {other}" in said
    assert said.count("Stop with Ctrl-C") == 4


def test_files_of_other_kinds_and_hidden_folders_do_not_count(tmp_path):
    (tmp_path / ".git").mkdir()
    count, _clock = run([tmp_path], write(tmp_path / "note.txt", "x"), write(tmp_path / ".git" / "a.yaml", "x"))
    assert count == 1


def test_a_file_is_watched_with_what_lies_beside_it(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("a", encoding="utf-8")
    count, _clock = run([file], write(tmp_path / "b.yaml", "b"))
    assert count == 2


def test_what_cannot_be_seen_is_not_there(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "nowhere")
    assert state([tmp_path, tmp_path / "gone"]) == {}


def test_a_file_that_is_wrong_for_a_while_does_not_end_it(tmp_path, monkeypatch, capsys):
    file = tmp_path / "a.yaml"
    clock = Clock(write(file, "right"))
    monkeypatch.setattr(watching, "watch", lambda work, paths, settings: watch(work, paths, clock, settings))
    seen = []

    def work():
        seen.append(1)
        if len(seen) == 1:
            raise InputError("It is wrong.", "Mend it.")

    file.write_text("wrong", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        keep_doing(work, [tmp_path])
    assert len(seen) == 2
    assert "It is wrong.\nMend it.\n" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("validate",), ("pack", "test")])
def test_a_command_ends_with_130(mhscan, monkeypatch, english_folder, command):
    monkeypatch.setattr(watching.time, "sleep", Clock())
    monkeypatch.setattr(watching.watch, "__defaults__", (Clock(), ()))
    done = mhscan(*command, english_folder, "--watch")
    assert done.code == 130
    assert "Waiting for a change" in done.err


def test_settings_above_the_folder_count_too(tmp_path, capsys):
    pack = tmp_path / "pack"
    pack.mkdir()
    settings, done = tmp_path / "mhscan.toml", []
    clock = Clock(write(settings, "strict = true"), nothing, write(settings, "strict = false\n"))
    with pytest.raises(KeyboardInterrupt):
        watch(lambda: done.append(1), [pack], clock, [settings])
    assert len(done) == 3
    assert capsys.readouterr().err.count(f"Changed: {settings}") == 2
