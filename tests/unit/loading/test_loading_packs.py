"""A folder to a pack."""

from __future__ import annotations

import re

import pytest

from mhscan.errors import InputError, Location
from mhscan.loading.packs import build, read_folder
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source

FILES = ["factors/model.yaml", "factors/soil.yaml", "factors/sources/book.yaml", "factors/water.yaml"]


def change(path, old, new):
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def found(folder):
    return [(one.code, str(one.location).removeprefix(f"{folder.path}/")) for one in folder.problems]


def test_all_files_of_a_pack_are_read_in_a_fixed_order(tiny_pack):
    folder = read_folder(tiny_pack)
    names = [part.document.file.removeprefix(f"{tiny_pack}/") for part in folder.parts]
    assert names == [*FILES, "questionnaires/full.yaml"]
    assert folder.problems == []


def test_the_parts_of_a_kind_are_found(tiny_pack):
    folder = read_folder(tiny_pack)
    assert [value.id for _part, value in folder.of(Factor)] == ["soil", "water"]
    assert [len(list(folder.of(kind))) for kind in (Model, Questionnaire, Source)] == [1, 1, 1]
    assert folder.model()[1].id == "allotment"


def test_other_files_and_folders_in_a_pack_are_passed_over(tiny_pack):
    (tiny_pack / "factors" / "notes.txt").write_text("no: [")
    (tiny_pack / "factors" / "scenarios").mkdir()
    (tiny_pack / "factors" / "scenarios" / "one.yaml").write_text("no: [")
    assert found(read_folder(tiny_pack)) == []


def test_a_pack_that_is_right_is_built(tiny_pack):
    pack = build(read_folder(tiny_pack))
    assert [factor.id for factor in pack.factors] == ["soil", "water"]
    assert [one.id for one in pack.questionnaires] == ["full"]
    assert [one.id for one in pack.sources] == ["book"]
    assert pack.sha256 == read_folder(tiny_pack).sha256


def test_factors_come_in_the_order_of_the_model_and_not_of_their_files(tiny_pack):
    change(tiny_pack / "factors" / "model.yaml", "factors: [soil, water]", "factors: [water, soil]")
    assert [factor.id for factor in build(read_folder(tiny_pack)).factors] == ["water", "soil"]


def test_a_pack_with_a_fault_is_not_built_and_all_faults_come_along(tiny_pack):
    change(tiny_pack / "factors" / "model.yaml", "version: 1.2.3", "version: 1")
    change(tiny_pack / "factors" / "soil.yaml", "title: Soil\n", "titel: Soil\n")
    with pytest.raises(InputError, match=re.escape(f"The pack in {tiny_pack} has 2 errors.")) as caught:
        build(read_folder(tiny_pack))
    assert [one.code for one in caught.value.problems] == ["MH103", "MH102"]
    assert f"mhscan validate {tiny_pack}" in caught.value.hint


def test_one_fault_is_one_error(tiny_pack):
    change(tiny_pack / "factors" / "model.yaml", "version: 1.2.3", "version: 1")
    with pytest.raises(InputError, match=r"has 1 error\."):
        build(read_folder(tiny_pack))


@pytest.mark.parametrize(
    ("name", "content"), [("model.yaml", None), ("model.yaml", ""), ("model.yaml", "schema: mhscan/source@1\n")]
)
def test_a_pack_without_a_model_is_never_built(tiny_pack, name, content):
    path = tiny_pack / "factors" / name
    path.unlink() if content is None else path.write_text(content)
    with pytest.raises(InputError, match=r"has [1-9][0-9]* errors?\."):
        build(read_folder(tiny_pack))


@pytest.mark.parametrize("name", ["factors", "questionnaires", ""])
def test_a_folder_that_is_no_pack_is_told_what_a_pack_is(tmp_path, name):
    (tmp_path / name).mkdir(exist_ok=True)
    folder = read_folder(tmp_path)
    assert found(folder) == [("MH201", "factors/model.yaml:1:1")]
    assert "A pack is a folder with" in folder.problems[0].hint


def test_a_folder_that_does_not_exist_is_no_pack(tmp_path):
    assert found(read_folder(tmp_path / "no")) == [("MH201", "factors/model.yaml:1:1")]


@pytest.mark.parametrize(
    ("line", "code", "at", "hint"),
    [
        ("schema: mhscan/factr@1", "MH105", "1:9", "Did you mean 'mhscan/factor@1'?"),
        ("schema: zzz", "MH105", "1:9", "Possible here: mhscan/factor@1, mhscan/glossary@1, mhscan/migration@1,"),
        ("schema: [mhscan/factor@1]", "MH105", "1:9", "mhscan/factor@1"),
        ("schema: mhscan/factor@2", "MH723", "1:9", "Install a newer mhscan."),
        ("schema:", "MH105", "1:8", ""),
        ("shcema: mhscan/factor@1", "MH102", "1:1", "Did you mean 'schema'?"),
        ("sche\u200bma: mhscan/factor@1", "MH102", "1:5", "Did you mean 'schema'?"),
        ("# nothing", "MH105", "2:1", ""),
    ],
)
def test_a_file_that_does_not_say_what_it_is_is_told_what_it_can_be(tiny_pack, line, code, at, hint):
    change(tiny_pack / "factors" / "soil.yaml", "schema: mhscan/factor@1", line)
    folder = read_folder(tiny_pack)
    assert found(folder) == [(code, f"factors/soil.yaml:{at}")]
    assert hint in folder.problems[0].hint


@pytest.mark.parametrize("content", ["- a\n- b\n", "just words\n", "''\n", "5\n", "false\n"])
def test_a_list_or_a_word_in_the_place_of_a_mapping_is_refused(tiny_pack, content):
    (tiny_pack / "factors" / "soil.yaml").write_text(content)
    assert found(read_folder(tiny_pack)) == [("MH103", "factors/soil.yaml:1:1")]


def test_a_list_that_is_wrong_in_itself_is_only_told_that(tiny_pack):
    (tiny_pack / "factors" / "soil.yaml").write_text("- no\n")
    assert found(read_folder(tiny_pack)) == [("MH007", "factors/soil.yaml:1:3")]


def test_the_model_stands_in_its_own_file_and_nowhere_else(tiny_pack):
    model = tiny_pack / "factors" / "model.yaml"
    (tiny_pack / "factors" / "second.yaml").write_text(model.read_text())
    assert found(read_folder(tiny_pack)) == [("MH105", "factors/second.yaml:2:9")]
    model.write_text((tiny_pack / "factors" / "soil.yaml").read_text())
    assert ("MH105", "factors/model.yaml:1:9") in found(read_folder(tiny_pack))


def test_a_folder_in_the_place_of_a_file_is_a_problem(tiny_pack):
    (tiny_pack / "factors" / "air.yaml").mkdir()
    assert found(read_folder(tiny_pack)) == [("MH001", "factors/air.yaml:1:1")]


def test_a_part_can_point_at_its_own_places(tiny_pack):
    part = read_folder(tiny_pack).parts[1]
    made = part.problem("MH207", ("phase",), "no such phase", "Another.", at_key=True)
    assert (made.code, made.location) == ("MH207", Location(str(tiny_pack / "factors" / "soil.yaml"), 3, 1))


def mark(tiny_pack, edit):
    for path in sorted(tiny_pack.rglob("*.yaml")):
        path.write_bytes(edit(path.read_bytes()))


@pytest.mark.parametrize(
    "edit",
    [
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: b"# a comment\n\n" + raw + b"\n# the end\n",
        lambda raw: raw.replace(b"title: Soil\n", b"title:   'Soil'  # so\n"),
    ],
)
def test_the_digest_is_of_the_data_and_not_of_the_bytes(tiny_pack, edit):
    before = read_folder(tiny_pack).sha256
    mark(tiny_pack, edit)
    assert read_folder(tiny_pack).sha256 == before


def test_the_digest_does_not_depend_on_where_the_pack_lies_or_how_its_files_are_called(tiny_pack):
    before = read_folder(tiny_pack).sha256
    (tiny_pack / "templates" / "page.md.j2").unlink()
    (tiny_pack / "factors" / "soil.yaml").rename(tiny_pack / "factors" / "zz.yaml")
    assert read_folder(tiny_pack.rename(tiny_pack.with_name("elsewhere"))).sha256 == before


@pytest.mark.parametrize("file", [*FILES, "questionnaires/full.yaml"])
def test_the_digest_changes_with_any_text_of_any_file(tiny_pack, file):
    before = read_folder(tiny_pack).sha256
    path = tiny_pack / file
    path.write_text(re.sub(r"(?m)^title: .*$", "title: Another", path.read_text(), count=1))
    assert read_folder(tiny_pack).problems == []
    assert read_folder(tiny_pack).sha256 != before
