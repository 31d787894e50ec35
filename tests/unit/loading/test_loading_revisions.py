"""A pack as it was at a revision in git."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.loading.packs import read_folder
from mhscan.loading.paths import MAX_BYTES
from mhscan.loading.revisions import read_revision


def git(folder: Path, *arguments: str) -> None:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **who})


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A change")


@pytest.fixture
def repository(tiny_pack: Path) -> Path:
    """The small pack with one commit, called `first`."""
    git(tiny_pack, "init", "--quiet")
    commit(tiny_pack)
    git(tiny_pack, "tag", "first")
    return tiny_pack


def test_the_pack_is_that_of_the_revision_whatever_lies_in_the_folder_now(repository):
    before = read_folder(repository)
    (repository / "factors" / "soil.yaml").unlink()
    found = read_revision("first", repository)
    assert found.problems == []
    assert found.sha256 == before.sha256
    assert {part.document.file for part in found.parts} >= {"first:factors/model.yaml", "first:factors/soil.yaml"}
    assert str(found.parts[0].document.locate(("id",))) == "first:factors/model.yaml:3:5"


def test_the_working_folder_is_left_alone(repository):
    (repository / "factors" / "soil.yaml").write_text("mine", encoding="utf-8")
    read_revision("first", repository)
    assert (repository / "factors" / "soil.yaml").read_text(encoding="utf-8") == "mine"


def test_a_pack_in_a_folder_of_the_repository_is_found(tmp_path, tiny_pack):
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert {part.document.file for part in read_revision("HEAD", tiny_pack).parts} >= {"HEAD:factors/model.yaml"}


def test_problems_have_the_name_of_the_file_at_the_revision(repository):
    (repository / "factors" / "soil.yaml").write_text("schema: mhscan/factor@1\n", encoding="utf-8")
    commit(repository)
    assert {one.location.file for one in read_revision("HEAD", repository).problems} == {"HEAD:factors/soil.yaml"}


def test_a_revision_without_a_pack_has_no_model(repository):
    git(repository, "rm", "-r", "--quiet", "factors", "questionnaires", "templates")
    git(repository, "commit", "--quiet", "--message", "Gone")
    found = read_revision("HEAD", repository)
    assert [(one.code, one.location.file) for one in found.problems] == [("MH201", "HEAD:factors/model.yaml")]


def test_a_file_that_is_too_large_is_refused_without_being_read(repository):
    with (repository / "factors" / "soil.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    commit(repository)
    found = read_revision("HEAD", repository)
    assert ("MH008", "HEAD:factors/soil.yaml") in {(one.code, one.location.file) for one in found.problems}


def plumb(folder: Path, *words: str, send: bytes) -> str:
    """What a low command of git makes of some input."""
    done = subprocess.run(["git", *words], cwd=folder, input=send, capture_output=True, check=True)
    return done.stdout.decode().strip()


def tree(folder: Path, entries: dict[bytes, object]) -> str:
    """A tree with entries that `git add` would never make: a name, and bytes, a dict, or a mode with an object."""
    raw = b""
    for name, what in entries.items():
        if isinstance(what, bytes):
            mode, made = "100644", plumb(folder, "hash-object", "-w", "--stdin", send=what)
        elif isinstance(what, dict):
            mode, made = "40000", tree(folder, what)
        else:
            mode, made = what
        raw += mode.encode() + b" " + name + b"\0" + bytes.fromhex(made)
    return plumb(folder, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", send=raw)


OUT = b"PWNED: outside\n"
NOWHERE = "1" * 40
LINK = "120000"
CRAFTED = {
    "two folders up": ({b"..": {b"..": {b"evil.yaml": OUT}}}, "factors/.."),
    "a file called two dots": ({b"..": OUT}, "factors/.."),
    "the folder itself": ({b".": {b"evil.yaml": OUT}}, "factors/."),
    "two folders up, in one name": ({b"../../evil.yaml": OUT}, "factors/../../evil.yaml"),
    "the root": ({b"/tmp/evil.yaml": OUT}, "factors//tmp/evil.yaml"),
    "a drive": ({b"C:evil.yaml": OUT}, "factors/C:evil.yaml"),
    "a drive and a folder": ({b"c:\\evil.yaml": OUT}, "factors/c:\\evil.yaml"),
    "as Windows writes it": ({b"..\\..\\evil.yaml": OUT}, "factors/..\\..\\evil.yaml"),
    "deeper": ({b"sources": {b"..": {b"..": {b"..": {b"evil.yaml": OUT}}}}}, "factors/sources/.."),
    "a link": ({b"evil.yaml": (LINK, b"/etc/passwd")}, "factors/evil.yaml"),
    "a link that is a folder": ({b"sources": (LINK, b"/etc")}, "factors/sources"),
    "another repository": ({b"evil.yaml": ("160000", NOWHERE)}, "factors/evil.yaml"),
    "another repository as a folder": ({b"migrations": ("160000", NOWHERE)}, "factors/migrations"),
}


@pytest.mark.parametrize("crafted", CRAFTED)
def test_nothing_is_written_or_read_outside_the_pack_and_it_is_said(repository, tmp_path, monkeypatch, crafted):
    entries, place = CRAFTED[crafted]
    model = (repository / "factors" / "model.yaml").read_bytes()
    made = {b"model.yaml": model, **{name: linked(repository, what) for name, what in entries.items()}}
    root = tree(repository, {b"factors": made})
    before = everything(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    found = read_revision(root, repository)
    assert everything(tmp_path) == before
    assert [(one.code, one.location.file) for one in found.problems if one.code != "MH001"] == [
        ("MH019", f"{root}:{place}")
    ]
    assert [one.file for one in found.documents] == [f"{root}:factors/model.yaml"]


def linked(folder: Path, what: object) -> object:
    """An entry with the target of a link kept as an object."""
    if isinstance(what, tuple) and isinstance(what[1], bytes):
        return what[0], plumb(folder, "hash-object", "-w", "--stdin", send=what[1])
    return what


def everything(folder: Path) -> dict[str, bytes]:
    """All files in a folder but those of git."""
    files = [one for one in folder.rglob("*") if one.is_file() and ".git" not in one.parts]
    return {str(one): one.read_bytes() for one in files}


@pytest.mark.parametrize("name", ["factors", "questionnaires"])
@pytest.mark.parametrize("mode", [LINK, "160000"])
def test_a_folder_of_the_pack_that_is_a_link_is_not_followed(repository, name, mode):
    target = plumb(repository, "hash-object", "-w", "--stdin", send=b"/etc")
    root = tree(repository, {name.encode(): (mode, target)})
    problems = {(one.code, one.location.file) for one in read_revision(root, repository).problems}
    assert ("MH019", f"{root}:{name}") in problems


def test_a_tree_that_would_fill_the_memory_is_not_unfolded(repository):
    bomb: object = {b"x.yaml": b"boom"}
    for _n in range(30):
        made = ("40000", tree(repository, bomb) if isinstance(bomb, dict) else "")
        bomb = {bytes([letter]): made for letter in b"abcdefghij"}
    root = tree(repository, {b"factors": bomb})
    assert [one.code for one in read_revision(root, repository).problems] == ["MH201"]


def test_an_object_that_is_not_there_is_said(repository):
    root = tree(repository, {b"factors": {b"model.yaml": ("100644", NOWHERE)}})
    with pytest.raises(InputError, match=r"does not have all files|cannot read"):
        read_revision(root, repository)


@pytest.mark.parametrize("folders", ["", ".", "{here}", "relative", "{here}:."])
def test_git_is_never_taken_from_the_folder(repository, monkeypatch, folders):
    program = repository / ("git.exe" if sys.platform == "win32" else "git")
    program.write_text("#!/bin/sh\necho evil\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", os.pathsep.join(folders.format(here=repository).split(":")))
    with pytest.raises(InputError, match="Git is needed"):
        read_revision("first", repository)


@pytest.mark.parametrize("name", ["nothere", "", "first..HEAD", "--help", "-p", "first:factors/soil.yaml"])
def test_what_is_no_revision_is_said(repository, name):
    with pytest.raises(InputError, match=r"is no folder, and no revision|cannot read") as caught:
        read_revision(name, repository)
    assert caught.value.hint


def test_a_folder_without_a_repository_is_said(tiny_pack):
    with pytest.raises(InputError, match="not a git repository"):
        read_revision("HEAD", tiny_pack)


def test_a_machine_without_git_is_said(tiny_pack, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="Git is needed"):
        read_revision("HEAD", tiny_pack)
