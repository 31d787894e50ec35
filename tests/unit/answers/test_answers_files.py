"""A file is the old one or the new one, whatever happens."""

from __future__ import annotations

import errno
import os
import socket
import stat
from pathlib import Path

import pytest

from mhscan.answers.files import cannot_write, is_read_only, protect, write_atomic
from mhscan.errors import ExitCode, OutputError, Remark


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
        (errno.EIO, "the disk gives a fault", "Choose another place"),
    ],
)
def test_each_reason_has_its_own_hint_and_exit_code_4(number, reason, hint):
    error = cannot_write(Path("scan.yaml"), OSError(number, "a reason of the system"))
    assert str(error) == f"scan.yaml cannot be written: {reason}."
    assert error.hint.startswith(hint)
    assert error.exit_code == ExitCode.OUTPUT


def test_a_reason_nobody_has_words_for_is_named_as_the_system_does():
    assert str(cannot_write(Path("x"), OSError(errno.ENOTBLK, "Block device required"))).endswith(
        ": fault ENOTBLK of the system."
    )


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_disk_that_cannot_sync_a_folder_is_no_fault(tmp_path, monkeypatch, number):
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda one: fails(number)() if stat.S_ISDIR(os.fstat(one).st_mode) else real(one))
    write_atomic(tmp_path / "scan.yaml", b"new")
    assert (tmp_path / "scan.yaml").read_bytes() == b"new"


def test_a_folder_that_may_be_written_but_not_read_is_no_fault(tmp_path, monkeypatch):
    real = os.open
    monkeypatch.setattr(
        os, "open", lambda path, *more: fails(errno.EACCES)() if path == tmp_path else real(path, *more)
    )
    write_atomic(tmp_path / "scan.yaml", b"new")
    assert (tmp_path / "scan.yaml").read_bytes() == b"new"


def test_a_disk_that_does_not_confirm_says_that_the_file_is_written(tmp_path, monkeypatch):
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda one: fails(errno.EIO)() if stat.S_ISDIR(os.fstat(one).st_mode) else real(one)
    )
    with pytest.raises(OutputError, match=r"is written, but the disk does not confirm that it will stay"):
        write_atomic(tmp_path / "scan.yaml", b"new")
    assert (tmp_path / "scan.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o666, 0o640, 0o604])
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_permissions_are_kept_whatever_is_usual_for_new_files(tmp_path, mode, mask):
    path = tmp_path / "scan.yaml"
    path.touch()
    path.chmod(mode)
    before = os.umask(mask)
    try:
        write_atomic(path, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_owner_and_group_are_kept(tmp_path):
    path = tmp_path / "scan.yaml"
    path.touch()
    os.chown(path, 1234, 5678)
    write_atomic(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 5678)


@pytest.mark.parametrize("call", ["fchown", "fchmod"])
def test_what_cannot_be_kept_is_said_and_the_file_is_written(tmp_path, monkeypatch, call):
    path = tmp_path / "scan.yaml"
    path.touch()
    path.chmod(0o666)
    if call == "fchown":
        real = os.fstat
        monkeypatch.setattr(os, "fstat", lambda one: os.stat_result((*real(one)[:5], 4321, *real(one)[6:])))
    monkeypatch.setattr(os, call, fails(errno.EPERM))
    monkeypatch.setattr(os, "fchmod", fails(errno.EPERM))
    with pytest.warns(Remark, match=r"The owner, group or permissions of .*scan\.yaml could not be kept"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_with_a_second_name_is_refused_and_both_stay_as_they_are(tmp_path):
    path, other = tmp_path / "scan.yaml", tmp_path / "other.yaml"
    path.write_bytes(b"old")
    other.hardlink_to(path)
    with pytest.raises(OutputError, match="has another name too"):
        write_atomic(path, b"new")
    assert (path.read_bytes(), other.read_bytes(), path.samefile(other)) == (b"old", b"old", True)


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_atomic(tmp_path / "pipe", b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_pipe_that_nobody_reads_is_an_error_and_no_wait(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="nobody reads it"):
        write_atomic(tmp_path / "pipe", b"new")


def test_a_device_is_written_to_and_stays_a_device():
    write_atomic(Path("/dev/null"), b"new")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_connection_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as line:
        line.bind("s")
        with pytest.raises(OutputError, match="is a disk or a connection"):
            write_atomic(Path("s"), b"new")
    assert stat.S_ISSOCK(Path("s").stat().st_mode)


@pytest.mark.parametrize("call", ["stat"])
def test_what_the_system_does_not_say_is_an_error_of_ours(tmp_path, monkeypatch, call):
    monkeypatch.setattr(Path, call, fails(errno.EIO))
    with pytest.raises(OutputError, match="the disk gives a fault"):
        write_atomic(tmp_path / "scan.yaml", b"new")


def test_a_file_is_read_only_by_its_permissions_also_for_root(tmp_path):
    path = tmp_path / "scan.yaml"
    assert not is_read_only(path)
    path.touch()
    assert not is_read_only(path)
    assert protect(path) == ""
    assert is_read_only(path)


def test_why_a_file_cannot_be_protected_is_said(tmp_path):
    assert protect(tmp_path / "none") == "it does not exist"
