"""A pack as it was at a revision in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.loading.packs import read_folder
from mhscan.loading.revisions import read_revision
from mhscan.loading.yaml_reader import MAX_BYTES


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


def test_a_link_is_not_followed(repository):
    (repository / "factors" / "soil.yaml").unlink()
    (repository / "factors" / "soil.yaml").symlink_to("/etc/passwd")
    commit(repository)
    assert "HEAD:factors/soil.yaml" not in {part.document.file for part in read_revision("HEAD", repository).parts}


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
