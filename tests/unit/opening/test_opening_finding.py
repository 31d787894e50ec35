"""Which files are meant by names, folders and patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.errors import InputError, UsageError
from mhscan.opening.finding import assessment_files, find_files, is_pattern, one_file


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


@pytest.fixture
def scans(tmp_path, monkeypatch):
    """A folder `scans` with an assessment and what lies beside it."""
    monkeypatch.chdir(tmp_path)
    Path("scans").mkdir()
    Path("scans/a.yml").write_text("# Head\nschema: mhscan/assessment@1\n", encoding="utf-8")
    Path("scans/town.plan.yaml").write_text("schema: mhscan/plan@1\n", encoding="utf-8")
    Path("scans/._a.yml").write_bytes(b"schema: mhscan/assessment@1\n")
    Path("scans/a.html").touch()


def test_a_folder_or_pattern_with_one_assessment_is_that_one(scans):
    for named in ("scans", "scans/*", "scans/*.yml", "scans/a.yml"):
        assert one_file(Path(named)) == Path("scans/a.yml")


def test_what_stands_for_none_is_given_as_it_is(scans):
    for named in ("none.yaml", "none/*.yaml", "scans/*.html"):
        assert one_file(Path(named)) == Path(named)


def test_what_stands_for_several_is_refused_with_their_names(scans):
    Path("scans/b.yaml").write_text("schema: mhscan/assessment@1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="scans stands for 2 files, and this takes one") as caught:
        one_file(Path("scans"))
    assert caught.value.hint == "Name one of them: scans/a.yml, scans/b.yaml."


def test_of_a_folder_only_the_assessments_are_meant_and_what_is_named_itself_always(scans):
    Path("scans/b.yaml").write_text("schema: mhscan/assessment@1\n", encoding="utf-8")
    found = assessment_files([Path("scans"), Path("scans/a.yml"), Path("scans/town.plan.yaml")])
    assert found == [Path("scans/a.yml"), Path("scans/b.yaml"), Path("scans/town.plan.yaml")]
