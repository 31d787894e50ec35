"""Which files are meant by names, folders and patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.opening.finding import find_files, is_pattern


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with all kinds of files, in which the program runs."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "A.yml", "notes.md", ".hidden.yaml", "deep/c.yaml", "a[1].yaml"):
        path = tmp_path / "scans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def names(paths):
    return [path.as_posix() for path in paths]


def test_a_pattern_that_no_shell_replaced_is_replaced_here(folder):
    found = find_files([Path("scans/*.yaml")])
    assert (names(found.files), found.passed) == (["scans/a[1].yaml", "scans/b.yaml"], ())


def test_a_folder_stands_for_all_files_in_it_but_the_hidden(folder):
    found = find_files([Path("scans")])
    assert names(found.files) == ["scans/A.yml", "scans/a[1].yaml", "scans/b.yaml"]
    assert names(found.passed) == ["scans/notes.md"]


def test_two_stars_go_into_folders_below(folder):
    assert "scans/deep/c.yaml" in names(find_files([Path("scans/**/*.yaml")]).files)


def test_what_can_be_no_assessment_is_passed_over_by_its_name(folder):
    found = find_files([Path("scans/*")])
    assert names(found.passed) == ["scans/deep", "scans/notes.md"]


def test_a_file_that_is_named_is_looked_at_whatever_it_is_called(folder):
    assert names(find_files([Path("scans/notes.md")]).files) == ["scans/notes.md"]


def test_a_file_comes_once_however_often_it_is_named_and_in_whichever_order(folder):
    one = find_files([Path("scans/b.yaml"), Path("scans/*.y*ml"), folder / "scans" / "b.yaml"])
    other = find_files([Path("scans/*.y*ml"), Path("scans/b.yaml")])
    assert len(one.files) == 3
    assert names(one.files) == names(other.files)


def test_a_name_with_brackets_that_exists_is_that_file(folder):
    assert not is_pattern(Path("scans/a[1].yaml"))
    assert names(find_files([Path("scans/a[1].yaml")]).files) == ["scans/a[1].yaml"]


@pytest.mark.parametrize("nothing", ["scans/*.txt", "empty"])
def test_a_pattern_or_folder_that_stands_for_nothing_is_said(folder, nothing):
    (folder / "empty").mkdir()
    with pytest.raises(InputError, match="stands for no file"):
        find_files([Path(nothing)])


def test_a_name_that_does_not_exist_is_looked_at_and_said_then(folder):
    assert names(find_files([Path("gone.yaml")]).files) == ["gone.yaml"]
