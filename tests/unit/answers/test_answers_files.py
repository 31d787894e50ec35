"""A file is the old one or the new one, whatever happens; and one writer at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mhscan.answers import files
from mhscan.answers.files import cannot_write, locked, write_atomic
from mhscan.errors import ExitCode, InputError, OutputError


def fails(number: int):
    """A function that fails as the system does."""

    def failing(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


def test_a_new_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    write_atomic(tmp_path / "scan.yaml", b"new")
    assert (tmp_path / "scan.yaml").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["scan.yaml"]


def test_an_existing_file_is_replaced_as_a_whole_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "scan.yaml"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path):
    target, link = tmp_path / "target.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_what_a_killed_writer_left_behind_does_not_hinder(tmp_path):
    (tmp_path / ".scan.yaml.tmp").write_bytes(b"half a fi")
    write_atomic(tmp_path / "scan.yaml", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["scan.yaml"]


def test_a_link_planted_in_place_of_the_temporary_file_is_not_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / ".scan.yaml.tmp").symlink_to(victim)
    write_atomic(tmp_path / "scan.yaml", b"new")
    assert victim.read_bytes() == b"precious"


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch, call):
    path = tmp_path / "scan.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, fails(errno.ENOSPC))
    with pytest.raises(OutputError, match=r"scan\.yaml cannot be written: the disk is full\.") as caught:
        write_atomic(path, b"new")
    monkeypatch.undo()
    assert caught.value.hint == "Make room and try again."
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_a_rename_that_fails_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "scan.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", fails(errno.EROFS))
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_an_interruption_between_writing_and_renaming_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "scan.yaml"
    path.write_bytes(b"old")

    def interrupted(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_the_new_file_and_its_folder_are_on_the_disk_before_the_call_returns(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(Path(f"/proc/self/fd/{number}").readlink()))
    write_atomic(tmp_path / "scan.yaml", b"new")
    assert synced == [tmp_path / ".scan.yaml.tmp", tmp_path]


def test_a_folder_that_does_not_exist_is_named_as_the_reason(tmp_path):
    with pytest.raises(OutputError, match="it does not exist") as caught:
        write_atomic(tmp_path / "none" / "scan.yaml", b"new")
    assert caught.value.hint == "The folder does not exist. Make it first, or choose another."


def test_a_folder_in_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "scan.yaml").mkdir()
    with pytest.raises(OutputError, match="it is a folder") as caught:
        write_atomic(tmp_path / "scan.yaml", b"new")
    assert caught.value.hint == "This is a folder. Name a file in it."
    assert [path.name for path in tmp_path.iterdir()] == ["scan.yaml"]


@pytest.mark.parametrize(
    ("number", "reason", "hint"),
    [
        (errno.EDQUOT, "the disk is full", "Make room"),
        (errno.EACCES, "no permission", "You may not write here"),
        (errno.EPERM, "no permission", "You may not write here"),
        (errno.EROFS, "no permission", "You may not write here"),
        (errno.EIO, "a reason of the system", "Choose another place"),
    ],
)
def test_each_reason_has_its_own_hint_and_exit_code_4(number, reason, hint):
    error = cannot_write(Path("scan.yaml"), OSError(number, "a reason of the system"))
    assert str(error) == f"scan.yaml cannot be written: {reason}."
    assert error.hint.startswith(hint)
    assert error.exit_code == ExitCode.OUTPUT


def test_while_a_file_is_locked_a_second_writer_is_refused(tmp_path):
    path = tmp_path / "scan.yaml"
    refused = pytest.raises(InputError, match="is open in another window or on another computer")
    with locked(path), refused as caught, locked(path):
        pytest.fail("two writers at once")
    assert caught.value.hint == "Stop there first. Every answer given there is saved."


def test_after_the_lock_is_released_nothing_is_left_and_the_next_may_write(tmp_path):
    path = tmp_path / "scan.yaml"
    for _time in range(2):
        with locked(path):
            assert (tmp_path / ".scan.yaml.lock").exists()
        assert list(tmp_path.iterdir()) == []


def test_a_lock_is_released_after_an_error(tmp_path):
    with pytest.raises(ValueError, match="mistake"), locked(tmp_path / "scan.yaml"):
        raise ValueError("mistake")
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_killed_writer_does_not_hinder(tmp_path):
    path = tmp_path / "scan.yaml"
    code = "import os, sys, pathlib\nfrom mhscan.answers.files import locked\n"
    code += "with locked(pathlib.Path(sys.argv[1])):\n    os._exit(9)\n"
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == 9
    assert (tmp_path / ".scan.yaml.lock").exists()
    with locked(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_that_was_removed_just_before_it_was_locked_is_made_again(tmp_path, monkeypatch):
    lock = tmp_path / ".scan.yaml.lock"
    times = []

    def first_removed(descriptor: int) -> bool:
        times.append(descriptor)
        if len(times) == 1:
            lock.unlink()
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True

    monkeypatch.setattr(files, "_try_lock", first_removed)
    with locked(tmp_path / "scan.yaml"):
        assert len(times) == 2
        assert lock.exists()


def test_a_lock_file_that_was_replaced_just_before_it_was_locked_is_opened_again(tmp_path, monkeypatch):
    lock = tmp_path / ".scan.yaml.lock"
    times = []

    def first_replaced(descriptor: int) -> bool:
        times.append(descriptor)
        if len(times) == 1:
            lock.rename(tmp_path / "old")
            lock.touch()
        return True

    monkeypatch.setattr(files, "_try_lock", first_replaced)
    with locked(tmp_path / "scan.yaml"):
        assert len(times) == 2


def test_where_no_lock_can_be_made_it_says_why(tmp_path):
    with pytest.raises(OutputError, match="it does not exist"), locked(tmp_path / "none" / "scan.yaml"):
        pytest.fail("locked a file in no folder")
