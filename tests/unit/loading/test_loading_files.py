"""Files to text, and every way in which a file cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mhscan import language
from mhscan.language import why
from mhscan.loading import files
from mhscan.loading.files import list_files, list_yaml, read_document, read_text
from mhscan.loading.paths import is_folder, passed_over, yaml_file

# Looks at the files as somebody who is not root; all is imported while everything may still be read.
AS_NOBODY = """
import os, sys
from pathlib import Path
from mhscan.codes import codes
from mhscan.loading.files import list_files, read_text
from mhscan.loading.paths import is_folder
os.chdir(sys.argv[1])
codes()  # It is read when the first problem is found; the program itself may lie where nobody can look.
root = os.getuid() == 0
if root:
    os.seteuid(65534)
problems = read_text(Path("shut.yaml"), "shut.yaml")[1] + list_files(Path("shut"), ".yaml")[1]
problems += read_text(Path("shut/in.yaml"), "shut/in.yaml")[1]
folders = is_folder(Path("shut")), is_folder(Path("shut/in"))
if root:
    os.seteuid(0)
print([(one.code, str(one.location), one.message) for one in problems])
print(*folders)
"""


def test_a_file_is_read_as_text(file_with):
    assert read_text(file_with("é: ü\n".encode()), "f") == ("é: ü\n", [])


@pytest.mark.parametrize("ends", [b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r", b"a: 1\nb: 2\n", b"\xef\xbb\xbfa: 1\r\nb: 2\n"])
def test_a_byte_order_mark_and_the_kind_of_line_end_make_no_difference(file_with, ends):
    assert read_text(file_with(ends), "f") == ("a: 1\nb: 2\n", [])


@pytest.mark.parametrize(
    ("content", "at"),
    [
        (b"\xff\xfea\x00", "1:1"),
        (b"a: caf\xe9\n", "1:7"),
        ("a: 1\né: ü€".encode() + b"\xe9 x\n", "2:6"),
        ("é: 1\r\nü: ".encode() + b"\x80", "2:4"),
        (b"a: 1\rb: \x80", "2:4"),
        (b"\xef\xbb\xbfa: \xff", "1:4"),
        (b"\xef\xbb\xbfa: 1\nb\xff", "2:2"),
        ("a: é".encode()[:-1], "1:4"),
    ],
)
def test_a_file_that_is_not_utf8_is_refused_at_the_first_wrong_character(file_with, content, at):
    text, problems = read_text(file_with(content), "f")
    assert text is None
    assert [(one.code, str(one.location)) for one in problems] == [("MH003", f"f:{at}")]
    assert "UTF-8" in problems[0].hint


def test_a_file_that_does_not_exist_is_said_to_be_missing(tmp_path):
    (found,) = read_text(tmp_path / "no.yaml", "no.yaml")[1]
    assert (found.code, str(found.location), found.message) == ("MH001", "no.yaml:1:1", "this file does not exist")


@pytest.mark.parametrize("name", ["a\x00b.yaml", "x" * 300 + ".yaml", "loop.yaml"])
def test_a_name_that_cannot_be_that_of_a_file_is_a_problem(tmp_path, name):
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    text, problems = read_text(tmp_path / name, "f")
    assert text is None
    assert [one.code for one in problems] == ["MH001"]


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path):
    (found,) = read_text(tmp_path, "dir")[1]
    assert (found.code, found.message) == ("MH001", "this is a folder, not a file")


def test_a_pipe_in_the_place_of_a_file_is_a_problem_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    (found,) = read_text(tmp_path / "pipe.yaml", "pipe.yaml")[1]
    assert (found.code, found.message) == ("MH001", "this is not an ordinary file")


def test_a_file_above_the_limit_is_refused(file_with, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 1024 * 1024)
    assert read_text(file_with(b"a" * 1024 * 1024), "f")[1] == []
    (found,) = read_text(file_with(b"a" * 1024 * 1024 + b"a"), "f")[1]
    assert (found.code, str(found.location), found.message) == ("MH008", "f:1:1", "the file is larger than 1 MB")


def test_an_endless_file_is_not_read_to_its_end(tmp_path):
    with (tmp_path / "big.yaml").open("wb") as stream:
        stream.truncate(2**40)
    assert [one.code for one in read_text(tmp_path / "big.yaml", "big.yaml")[1]] == ["MH008"]


def test_what_may_not_be_read_is_a_problem_for_root_too(tmp_path):
    (tmp_path / "shut").mkdir()
    for name in ("shut.yaml", "shut/in.yaml"):
        (tmp_path / name).write_text("a: 1\n")
    tmp_path.chmod(0o755)
    (tmp_path / "shut.yaml").chmod(0)
    (tmp_path / "shut").chmod(0)
    done = subprocess.run([sys.executable, "-c", AS_NOBODY, tmp_path], capture_output=True, text=True, check=False)
    (tmp_path / "shut").chmod(0o755)
    refused = "the file cannot be read: no permission"
    wanted = [("MH001", f"{place}:1:1", refused) for place in ("shut.yaml", "shut", "shut/in.yaml")]
    assert (done.stderr, done.stdout) == ("", f"{wanted}\nTrue False\n")


def test_a_folder_is_listed_in_order_with_what_looks_like_a_file(tmp_path):
    for name in ("b.yaml", "a.yaml", "c.yml", "c.txt"):
        (tmp_path / name).touch()
    (tmp_path / "d.yaml").mkdir()
    (tmp_path / "d.yaml" / "e.yaml").touch()
    assert list_files(tmp_path, ".yaml") == ([tmp_path / f"{one}.yaml" for one in "abd"], [])
    assert tmp_path / "d.yaml" / "e.yaml" in list_files(tmp_path, ".yaml", deep=True)[0]


def test_a_folder_that_does_not_exist_holds_nothing(tmp_path):
    (tmp_path / "file").touch()
    assert list_files(tmp_path / "no", "") == ([], [])
    assert list_files(tmp_path / "file", "") == ([], [])
    assert [is_folder(tmp_path / one) for one in ("", "no", "file")] == [True, False, False]


def test_a_folder_with_an_impossible_name_is_none_and_cannot_be_listed(tmp_path):
    path = tmp_path / ("x" * 300)
    assert is_folder(path) is False
    found, (problem,) = list_files(path, "")
    assert (found, problem.code, problem.message) == ([], "MH001", "the file cannot be read: the name is too long")


def test_a_document_is_named_as_it_was_asked_for(file_with):
    path = file_with(b"a: no\n")
    assert str(read_document(path)[1][0].location) == f"{path}:1:4"
    assert str(read_document(path, "short")[1][0].location) == "short:1:4"


def test_a_file_that_cannot_be_read_is_a_document_without_data(tmp_path):
    document, problems = read_document(tmp_path / "no.yaml", "no")
    assert (document.data, document.file, len(problems)) == (None, "no", 1)


def test_the_reason_is_given_in_the_language_in_use_where_there_are_words_for_it():
    assert why(PermissionError(13, "Permission denied")) == "no permission"
    language.use("nl")
    assert why(PermissionError(13, "Permission denied")) == "geen toestemming"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(5, "Input/output error"), "the disk gives a fault"),
        (OSError(15, "Block device required"), "fault ENOTBLK of the system"),
        (OSError(12345, "odd"), "fault 12345 of the system"),
        (OSError("odd"), "odd"),
    ],
)
def test_a_reason_without_words_of_ours_has_the_name_that_the_system_gives_it(error, words):
    assert why(error) == words


def test_the_reader_needs_no_extension(tmp_path: Path):
    (tmp_path / "noext").write_text("a: 1\n")
    assert read_document(tmp_path / "noext")[0].data == {"a": 1}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (os.mkfifo, "this is not an ordinary file"),
        (lambda path: path.symlink_to(path.name), "this link leads nowhere, or back to itself"),
        (lambda path: path.symlink_to("/dev/zero"), "this is not an ordinary file"),
        (lambda path: path.write_text("a: [" + "1," * 100_001 + "1]"), "more than 100000 values"),
        (lambda path: path.write_text("a: 1\n" * 2000), "more than 1000 faults before this"),
        (lambda path: path.write_text("{a: " * 30_000), "nested deeper than 32 levels"),
    ],
)
def test_what_is_made_to_stop_the_computer_is_refused_at_once(tmp_path, make, said):
    path = tmp_path / "file.yaml"
    make(path)
    document, problems = read_document(path)
    assert document.data is None
    assert problems[-1].message == said


def test_a_file_that_becomes_a_pipe_while_it_is_opened_is_not_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "file.yaml"
    os.mkfifo(path)
    monkeypatch.setattr(Path, "is_file", lambda _path: True)
    assert [one.code for one in read_document(path)[1]] == ["MH001"]


@pytest.mark.parametrize(
    "name",
    [
        "._soil.yaml", ".#soil.yaml", ".soil.yaml.swp", ".DS_Store", ".git", "soil.yaml~", "#soil.yaml#", "~$soil.yaml",
        "soil.yaml.bak", "soil.yaml.orig", "desktop.ini", "Desktop.ini", "Thumbs.db", "__MACOSX", "__pycache__",
    ],
)  # fmt: skip
def test_what_systems_and_editors_leave_behind_is_passed_over(tmp_path, name):
    assert passed_over(name)
    (tmp_path / name).touch()
    assert list_files(tmp_path) == ([], [])


@pytest.mark.parametrize("name", ["soil.yaml", "a.b.yaml", "soil~1.yaml", "thumbs.yaml", "backup.yaml", "#1.yaml"])
def test_what_somebody_named_is_not(name):
    assert not passed_over(name)


def test_both_endings_of_yaml_are_listed_in_any_case(tmp_path):
    for name in ("a.yaml", "b.yml", "c.YAML", "d.Yml", "e.yaml.txt", "f.json", "._g.yaml"):
        (tmp_path / name).touch()
    assert [one.name for one in list_yaml(tmp_path)[0]] == ["a.yaml", "b.yml", "c.YAML", "d.Yml"]
    assert yaml_file(tmp_path / "a.yaml").name == "a.yaml"
    assert yaml_file(tmp_path / "b.yaml").name == "b.yml"
    assert yaml_file(tmp_path / "none.yaml").name == "none.yaml"
