"""The list of documents of a pack."""

from __future__ import annotations

from pathlib import Path

from mhscan.lint.document_list import check
from mhscan.lint.review import validate

ROOT = Path(__file__).resolve().parents[3]
WRONG = "schema: mhscan/documents@1\ndocuments:\n  - {id: letter, title: Letter}\n"


def test_the_shipped_list_is_right():
    assert (ROOT / "templates" / "documents.yaml").is_file()
    assert list(check(ROOT / "templates")) == []
    assert validate([ROOT / "templates" / "documents.yaml"], ROOT) == []


def test_a_folder_without_a_list_has_nothing_wrong(tmp_path):
    assert list(check(tmp_path)) == []


def test_what_is_missing_is_named_with_its_place_in_a_pack_and_by_itself(tmp_path):
    (tmp_path / "templates").mkdir()
    path = tmp_path / "templates" / "documents.yaml"
    path.write_text(WRONG, encoding="utf-8")
    (found,) = check(tmp_path / "templates")
    assert (found.code, str(found.location)) == ("MH101", f"{path}:3:5")
    assert "about" in found.message
    assert [one.code for one in validate([path], ROOT)] == ["MH101"]
