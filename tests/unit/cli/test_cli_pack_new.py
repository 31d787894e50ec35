"""`mhscan pack new`."""

from __future__ import annotations

import re

import pytest

from mhscan.cli.pack_new import KINDS
from mhscan.integrity.packs import load_pack

EDITOR_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_new_pack_is_right_and_goes_all_the_way_to_a_report(mhscan, tmp_path, lang):
    done = mhscan("--lang", lang, "pack", "new", "mine")
    assert (done.code, done.out) == (0, "")
    assert "mhscan validate mine" in done.err
    assert mhscan("validate", "mine", "--strict").said.startswith("Nothing wrong found in 6 files of pack ")
    assert mhscan("pack", "test", "mine").code == 0
    assert mhscan("pack", "show", "mine").code == 0
    answers = mhscan("assess", "scan.yaml", "--pack", "mine", stdin="Us\n1\n0\n1\n")
    assert answers.code == 0, answers.err
    assert mhscan("score", "scan.yaml", "--pack", "mine").code == 0
    report = mhscan("report", "scan.yaml", "--pack", "mine", "--format", "html")
    assert report.code == 0
    assert f'<html lang="{lang}"' in report.out


def test_each_file_names_its_schema_which_lies_beside_it(mhscan, tmp_path):
    mhscan("pack", "new", "mine")
    files = sorted((tmp_path / "mine").rglob("*.yaml"))
    assert len(files) >= 5
    kinds = set()
    for file in files:
        lines = file.read_text(encoding="utf-8").split("\n")
        schema = (file.parent / EDITOR_LINE.fullmatch(lines[0])[1]).resolve()
        assert schema.is_file()
        (kind,) = [
            line.removeprefix("schema: mhscan/").removesuffix("@1") for line in lines if line.startswith("schema:")
        ]
        assert schema.name == f"{kind}.schema.json"
        kinds.add(kind)
    assert kinds == set(KINDS)


def test_an_empty_folder_is_fine(mhscan, tmp_path):
    (tmp_path / "mine").mkdir()
    assert mhscan("pack", "new", "mine").code == 0


def test_a_folder_with_something_in_it_is_left_alone(mhscan, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note").write_text("x", encoding="utf-8")
    done = mhscan("pack", "new", "mine")
    assert (done.code, done.said) == (4, "mine is not empty. Name a new folder.")
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["note"]


def test_a_file_is_left_alone(mhscan, tmp_path):
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    done = mhscan("pack", "new", "mine")
    assert (done.code, done.said) == (4, "mine is a file. Name a new folder.")
    done = mhscan("pack", "new", "mine/deeper")
    assert done.code == 4
    assert "cannot be written" in done.err


def test_without_a_name_it_is_wrong_usage(mhscan):
    assert mhscan("pack", "new").code == 2


@pytest.mark.parametrize(
    ("name", "pack", "title"),
    [
        ("mine", "mine", "Mine"),
        ("mijn pak", "mijn-pak", "Mijn pak"),
        ("safe-ways_home", "safe-ways-home", "Safe-ways home"),
        ("a-b", "a-b", "A b"),
        ("Fietsen & lopen: 2027", "fietsen-lopen-2027", "Fietsen & lopen: 2027"),
        ('say "yes" #1', "say-yes-1", 'Say "yes" #1'),
        ("Zoë's", "zoe-s", "Zoë's"),
        ("ΑΒΓ", "pack", "ΑΒΓ"),
        ("2027", "2027", "2027"),
        ("no", "no", "No"),
        ("x" * 80, "x" * 60, "X" + "x" * 79),
    ],
)
def test_the_pack_is_called_after_its_folder_whatever_that_is_called(mhscan, tmp_path, name, pack, title):
    assert mhscan("pack", "new", name).code == 0
    assert mhscan("validate", name).said.startswith("Nothing wrong found in ")
    model = load_pack(tmp_path / name).model
    assert (model.id, model.title) == (pack, title)


def test_a_folder_inside_others_gives_the_last_name(mhscan, tmp_path):
    assert mhscan("pack", "new", "packs/mine").code == 0
    assert load_pack(tmp_path / "packs" / "mine").model.id == "mine"
