"""What the files are called that many assessments are made into."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.batch.names import INDEX, output_names


def test_a_document_is_called_as_its_file_with_a_label_behind_it():
    assert output_names([Path("/x/a.yaml")]) == {Path("/x/a.yaml"): "a"}
    assert output_names([Path("/x/a.yaml")], "letter") == {Path("/x/a.yaml"): "a-letter"}


def test_of_two_with_the_same_name_each_gets_its_folder_and_the_others_do_not():
    files = [Path("/x/noord/scan.yaml"), Path("/x/zuid/scan.yaml"), Path("/x/zuid/other.yaml")]
    assert sorted(output_names(files).values()) == ["noord-scan", "other", "zuid-scan"]


def test_the_folder_above_comes_where_that_is_not_enough():
    files = [Path("/2026/noord/scan.yaml"), Path("/2027/noord/scan.yaml")]
    assert sorted(output_names(files).values()) == ["2026-noord-scan", "2027-noord-scan"]


def test_where_no_folder_helps_a_number_does():
    files = [Path("/a-b/c.yaml"), Path("/a/b-c.yaml"), Path("/c.yaml"), Path("/c.yml")]
    names = sorted(output_names(files).values())
    assert names == ["a-b-c", "b-c", "c", "c-2"]


@pytest.mark.parametrize("files", [["A.yaml", "a.yaml"], ["a.yml", "a.yaml"], ["b/A.yaml", "b/a.yaml", "c/x.yaml"]])
@pytest.mark.parametrize("above", ["/", "/home/anna/secret-case", "/tmp"])
def test_where_all_files_lie_plays_no_part(files, above):
    names = set(output_names([Path(above, "all", one) for one in files]).values())
    assert not any(part in name for part in ("home", "anna", "secret", "tmp", "all") for name in names)
    assert names == set(output_names([Path("/", one) for one in files]).values())


@pytest.mark.parametrize(("name", "made"), [("...yaml", "scan"), (".hidden.yaml", "hidden"), ("a..yaml", "a.")])
def test_what_is_made_of_a_hidden_file_is_not_hidden(name, made):
    assert output_names([Path("/x", name)]) == {Path("/x", name): made}


def test_capitals_make_no_difference():
    names = output_names([Path("/x/Scan.yaml"), Path("/y/scan.yaml")])
    assert sorted(names.values()) == ["x-Scan", "y-scan"]


def test_the_name_of_the_list_is_kept_free():
    assert output_names([Path("/x/Index.yaml")]) == {Path("/x/Index.yaml"): "Index-2"}
    two = output_names([Path("/x/Index.yaml"), Path("/y/a.yaml")])
    assert sorted(two.values()) == ["a", "x-Index"]
    assert output_names([Path("/index.yaml")]) == {Path("/index.yaml"): "index-2"}


parts = st.sampled_from(["a", "A", "b", "a-b", "index", "index-2"])
ends = st.sampled_from([".yaml", ".yml"])
paths = st.builds(lambda above, stem, end: Path("/", *above, stem + end), st.lists(parts, max_size=3), parts, ends)


@given(st.lists(paths, unique=True, min_size=1), st.randoms())
def test_names_are_all_different_and_the_order_of_the_files_plays_no_part(files, random):
    names = output_names(files)
    assert len({name.casefold() for name in [*names.values(), INDEX]}) == len(files) + 1
    random.shuffle(files)
    assert output_names(files) == names
