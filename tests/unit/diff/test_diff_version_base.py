"""Packs against what they were at a revision."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from mhscan.diff.version import base_problems
from mhscan.errors import InputError

MODEL = "factors/model.yaml"


@pytest.fixture
def repository(tiny_pack):
    """The small pack, with one commit called `main-line`."""
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "One"], ["tag", "main-line"]):
        subprocess.run(["git", *words], check=True, env={**os.environ, **who}, cwd=tiny_pack.path, capture_output=True)
    return tiny_pack


def codes(repository) -> list[str]:
    return [one.code for one in base_problems([repository.path], "main-line")]


def test_an_unchanged_pack_has_nothing(repository):
    assert codes(repository) == []


def test_a_change_without_a_higher_number_is_found_at_the_version(repository):
    places = repository.edit(MODEL, "version: 1.2.3", "version: ¦1.2.3")
    repository.edit("factors/soil.yaml", "title: Compost", "title: Heap")
    (one,) = base_problems([repository.path], "main-line")
    assert (one.code, str(one.location).removeprefix(f"{repository.path}/")) == ("MH701", places[0])
    assert str(one.related[0].location).endswith("factors/soil.yaml:11:12")


def test_a_number_that_is_high_enough_is_fine(repository):
    repository.edit(MODEL, "version: 1.2.3", "version: 1.2.4")
    repository.edit("factors/soil.yaml", "title: Compost", "title: Heap")
    assert codes(repository) == []


def test_a_pack_with_errors_is_left_to_its_errors(repository):
    repository.edit("factors/soil.yaml", "title: Compost", "titel: Heap")
    assert codes(repository) == []


def test_a_pack_that_was_not_there_is_new(repository):
    subprocess.run(["git", "checkout", "-q", "--orphan", "empty"], check=True, cwd=repository.path, capture_output=True)
    subprocess.run(["git", "rm", "-rq", "--cached", "."], check=True, cwd=repository.path, capture_output=True)
    (repository.path / "note").write_text("x", encoding="utf-8")
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    for words in (["add", "note"], ["commit", "-q", "-m", "Empty"]):
        subprocess.run(["git", *words], check=True, env={**os.environ, **who}, cwd=repository.path, capture_output=True)
    assert base_problems([repository.path], "HEAD") == []


def test_files_and_other_folders_have_no_version(repository, tmp_path):
    (tmp_path / "other").mkdir()
    assert base_problems([repository.path / MODEL, tmp_path / "other", Path("nothere")], "main-line") == []


def test_a_revision_that_does_not_exist_is_said(repository):
    with pytest.raises(InputError, match="no revision"):
        base_problems([repository.path], "nothere")
