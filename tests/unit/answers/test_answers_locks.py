"""One writer at a time, whoever it is and whatever was left behind."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mhscan.answers import locks
from mhscan.answers.locks import locked
from mhscan.errors import InputError, OutputError


def test_while_a_file_is_locked_a_second_writer_is_refused(tmp_path):
    path = tmp_path / "scan.yaml"
    refused = pytest.raises(InputError, match="is open in another window or on another computer")
    with locked(path), refused as caught, locked(path):
        pytest.fail("two writers at once")
    assert caught.value.hint == "Stop there first. Every answer given there is saved."
    assert caught.value.message.endswith(f"It is in use by {Path.home().owner()}.")


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
    code = "import os, sys, pathlib\nfrom mhscan.answers.locks import locked\n"
    code += "with locked(pathlib.Path(sys.argv[1])):\n    os._exit(9)\n"
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == 9
    assert (tmp_path / ".scan.yaml.lock").exists()
    with locked(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_that_was_removed_just_before_it_was_locked_is_made_again(tmp_path, monkeypatch):
    lock = tmp_path / ".scan.yaml.lock"
    times = []

    def first_removed(descriptor: int) -> None:
        times.append(descriptor)
        if len(times) == 1:
            lock.unlink()
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    monkeypatch.setattr(locks, "_lock", first_removed)
    with locked(tmp_path / "scan.yaml"):
        assert len(times) == 2
        assert lock.exists()


def test_a_lock_file_that_was_replaced_just_before_it_was_locked_is_opened_again(tmp_path, monkeypatch):
    lock = tmp_path / ".scan.yaml.lock"
    times = []

    def first_replaced(descriptor: int) -> None:
        times.append(descriptor)
        if len(times) == 1:
            lock.rename(tmp_path / "old")
            lock.touch()

    monkeypatch.setattr(locks, "_lock", first_replaced)
    with locked(tmp_path / "scan.yaml"):
        assert len(times) == 2


def test_where_no_lock_can_be_made_it_says_why(tmp_path):
    with pytest.raises(OutputError, match="it does not exist"), locked(tmp_path / "none" / "scan.yaml"):
        pytest.fail("locked a file in no folder")


def fails(number: int):
    """A function that fails as the system does."""

    def failing(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


WITHOUT = [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL]


@pytest.mark.parametrize("number", WITHOUT)
def test_on_a_disk_without_locks_a_file_that_says_whose_it_is_does_the_same(tmp_path, monkeypatch, number):
    path = tmp_path / "scan.yaml"
    monkeypatch.setattr(fcntl, "flock", fails(number))
    for _time in range(2):
        with locked(path):
            assert (tmp_path / ".scan.yaml.held").read_text().startswith(f"{os.getpid()} ")
            with pytest.raises(InputError, match="is open in another window") as caught, locked(path):
                pytest.fail("two writers at once")
            assert f"Then remove the hidden file {tmp_path / '.scan.yaml.held'}." in caught.value.hint
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("content", "left"), [("{dead} {here}", True), ("{dead} elsewhere", False), ("", False)])
def test_there_what_a_killed_process_of_this_computer_left_behind_does_not_hinder(tmp_path, monkeypatch, content, left):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    held = tmp_path / ".scan.yaml.held"
    held.write_text(content.format(dead=gone.pid, here=os.uname().nodename))
    monkeypatch.setattr(fcntl, "flock", fails(errno.ENOLCK))
    if left:
        with locked(tmp_path / "scan.yaml"):
            pass
        assert list(tmp_path.iterdir()) == []
    else:
        with pytest.raises(InputError, match="is open in another window"), locked(tmp_path / "scan.yaml"):
            pytest.fail("two writers at once")
        assert held.exists()


@pytest.mark.parametrize("number", [errno.EIO, errno.EINTR])
def test_any_other_fault_of_a_lock_is_said_as_it_is(tmp_path, monkeypatch, number):
    monkeypatch.setattr(fcntl, "flock", fails(number))
    with pytest.raises(OutputError, match="cannot be written"), locked(tmp_path / "scan.yaml"):
        pytest.fail("locked")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_while_the_lock_is_closed_or_removed_does_not_matter(tmp_path, monkeypatch):
    with locked(tmp_path / "scan.yaml"):
        monkeypatch.setattr(os, "close", fails(errno.EIO))
        monkeypatch.setattr(Path, "unlink", fails(errno.EACCES))


def test_the_lock_of_somebody_else_who_is_gone_is_taken_as_far_as_it_may_be_opened(tmp_path, monkeypatch):
    lock = tmp_path / ".scan.yaml.lock"
    lock.touch()
    real = os.open

    def only_to_read(path, flags, *mode):
        if path == lock and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", only_to_read)
    with locked(tmp_path / "scan.yaml"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize("mode", [0o644, 0o600])
def test_the_lock_of_another_user_that_may_not_be_opened_is_named(tmp_path, mode):
    tmp_path.chmod(0o777)
    for folder in tmp_path.parents:
        if folder.owner() == "root" and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    path, lock = tmp_path / "scan.yaml", tmp_path / ".scan.yaml.lock"
    path.touch()
    path.chmod(0o666)
    lock.touch()
    lock.chmod(mode)
    code = "import os, sys, pathlib\nfrom mhscan.answers.locks import locked\nos.setuid(65534)\n"
    code += "try:\n    with locked(pathlib.Path(sys.argv[1])): print('locked')\n"
    code += "except Exception as error: print(error, error.hint)\n"
    done = subprocess.run([sys.executable, "-c", code, path], check=True, capture_output=True, text=True)
    if mode == 0o644:
        assert done.stdout == "locked\n"
    else:
        assert f"the hidden file {lock} of root is in the way" in done.stdout
        assert f"Does nobody work in {path}? Then remove {lock}, or have root do so." in done.stdout


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_something_else_under_the_name_of_the_lock_is_named(tmp_path, kind):
    lock = tmp_path / ".scan.yaml.lock"
    lock.mkdir() if kind == "folder" else lock.symlink_to(tmp_path / "elsewhere")
    refused = pytest.raises(OutputError, match=r"the hidden file .*\.scan\.yaml\.lock of .* is in the way")
    with refused, locked(tmp_path / "scan.yaml"):
        pytest.fail("locked")
    assert [one.name for one in tmp_path.iterdir()] == [lock.name]


def test_a_writer_waits_its_turn_and_longer_as_long_as_others_have_theirs(tmp_path, monkeypatch):
    path, lock = tmp_path / "scan.yaml", tmp_path / ".scan.yaml.lock"
    waited, held = [], [os.open(lock, os.O_RDWR | os.O_CREAT)]
    fcntl.flock(held[0], fcntl.LOCK_EX)

    def others_have_turns(seconds):
        waited.append(seconds)
        if len(waited) % 20 == 0:
            lock.unlink()
            os.close(held.pop())
            if len(waited) < 100:
                held.append(os.open(lock, os.O_RDWR | os.O_CREAT))
                os.utime(lock, ns=(0, len(waited)))
                fcntl.flock(held[0], fcntl.LOCK_EX)

    monkeypatch.setattr(locks, "pause", others_have_turns)
    with locked(path):
        assert len(waited) == 100


def test_nobody_waits_for_ever(tmp_path, monkeypatch):
    lock, waited = tmp_path / ".scan.yaml.lock", []

    def another_has_it(seconds):
        waited.append(seconds)
        os.utime(lock, ns=(0, len(waited)))

    monkeypatch.setattr(locks, "pause", another_has_it)
    with locked(tmp_path / "scan.yaml"), pytest.raises(InputError), locked(tmp_path / "scan.yaml"):
        pytest.fail("two writers at once")
    assert len(waited) == locks.MOST
    assert 2.5 < sum(locks.PAUSES) < 4


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_a_protected_file_is_refused_before_any_work(tmp_path, mode):
    path = tmp_path / "scan.yaml"
    path.touch()
    path.chmod(mode)
    with pytest.raises(OutputError, match="is protected against changes"), locked(path):
        pytest.fail("locked")
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_a_file_with_a_second_name_is_refused_before_any_work(tmp_path):
    path = tmp_path / "scan.yaml"
    path.touch()
    (tmp_path / "other.yaml").hardlink_to(path)
    with pytest.raises(OutputError, match="has another name too"), locked(path):
        pytest.fail("locked")
