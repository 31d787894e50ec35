"""`mhscan templates`, and documents with templates and a style of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
ANSWERS = {"people.lead": 1, "people.course": 2}


def test_a_copy_has_all_templates_and_makes_the_same_document(mhscan, harbour, scan, tmp_path):
    done = mhscan("templates", "copy", "mine")
    assert (done.code, done.out) == (0, "mine\n")
    names = {path.name for path in (ROOT / "templates").iterdir() if path.is_file()}
    assert {path.name for path in (tmp_path / "mine").iterdir()} == names
    path = scan(ANSWERS)
    assert harbour("report", path, "--templates", "mine").out == harbour("report", path).out


def test_a_copy_replaces_nothing_unasked(mhscan, tmp_path):
    mhscan("templates", "copy", "mine")
    assert mhscan("templates", "copy", "mine").code == 0
    (tmp_path / "mine" / "samenvatting.j2").write_text("my work", encoding="utf-8")
    assert mhscan("templates", "copy", "mine").code == 4
    assert (tmp_path / "mine" / "samenvatting.j2").read_text(encoding="utf-8") == "my work"
    assert mhscan("templates", "copy", "mine", "--force").code == 0


def test_a_folder_that_cannot_be_made_is_4(mhscan, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = mhscan("templates", "copy", "file/mine")
    assert (done.code, done.out) == (4, "")


def test_one_block_can_be_replaced_and_the_rest_stays(harbour, scan, tmp_path):
    (tmp_path / "mine").mkdir()
    text = '{% extends "shipped/samenvatting.j2" %}{% block watch %}MY WORDS {{ super() }}{% endblock %}'
    (tmp_path / "mine" / "samenvatting.j2").write_text(text, encoding="utf-8")
    path = scan(ANSWERS)
    done = harbour("report", path, "-d", "samenvatting", "--templates", "mine")
    assert done.code == 0
    assert (
        done.out.replace("MY WORDS \n", "").replace("MY WORDS ", "")
        == harbour("report", path, "-d", "samenvatting").out
    )


def test_a_wrong_template_is_3_and_its_line_is_named(harbour, scan, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "samenvatting.j2").write_text("\n\n{{ report.gone }}", encoding="utf-8")
    done = harbour("report", scan(ANSWERS), "-d", "samenvatting", "--templates", "mine", "-o", "out.md")
    assert (done.code, done.out) == (3, "")
    assert "mine/samenvatting.j2:3 cannot be used" in done.said
    assert not (tmp_path / "out.md").exists()


def test_templates_that_are_not_there_are_3_with_how_to_make_them(harbour, scan):
    done = harbour("report", scan(ANSWERS), "--templates", "gone")
    assert (done.code, done.out) == (3, "")
    assert "mhscan templates copy gone" in done.said


def test_a_style_shows_in_html_and_a_wrong_one_is_3(harbour, scan, tmp_path):
    (tmp_path / "style.yaml").write_text("schema: mhscan/style@1\nsender: The board\n", encoding="utf-8")
    assert "The board" in harbour("report", scan(ANSWERS), "--format", "html", "--style", "style.yaml").out
    (tmp_path / "style.yaml").write_text("schema: mhscan/style@1\nfonts: 3\n", encoding="utf-8")
    done = harbour("report", scan(ANSWERS), "--style", "style.yaml")
    assert (done.code, done.out) == (3, "")
    assert "style.yaml:2:8" in done.err


def test_notes_beside_the_file_stand_in_the_report_and_lost_words_are_named(harbour, scan, tmp_path):
    path = scan(ANSWERS)
    (tmp_path / "scan.notes.md").write_text("# samenvatting\nMy view.\n\n# nothing\nLost.\n", encoding="utf-8")
    done = harbour("report", path, "-d", "samenvatting")
    assert done.code == 0
    assert "My view." in done.out
    assert "scan.notes.md:4:1" in done.err
    assert "Lost." not in done.out


def test_an_earlier_scan_is_compared_with(harbour, scan):
    scan({"people.lead": 1, "people.course": 1}, "then.yaml")
    done = harbour("report", scan(ANSWERS), "--previous", "then.yaml")
    assert done.code == 0
    assert "What has changed" in done.out


@pytest.mark.parametrize("option", ["--previous", "--style"])
def test_a_file_that_is_not_there_is_3(harbour, scan, option):
    done = harbour("report", scan(ANSWERS), option, "gone.yaml")
    assert (done.code, done.out) == (3, "")
    assert "gone.yaml" in done.said


@pytest.mark.parametrize("pack", ["harbour", "tiny"])
def test_a_pack_that_is_not_ours_makes_documents_too(mhscan, pack):
    done = mhscan("report", "-d", "vragenlijst", "--pack", ROOT / "tests" / "packs" / pack)
    assert done.code == 0
    assert done.out.startswith("# ")
