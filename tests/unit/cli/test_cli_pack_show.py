"""`mhscan pack show`."""

from __future__ import annotations

from pathlib import Path

HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"


def test_a_pack_is_drawn_on_standard_output_alone(mhscan):
    done = mhscan("pack", "show", HARBOUR)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Access to a small harbour (harbour-access 2.1.0), for harbours\n")
    assert "├─ ashore" in done.out


def test_without_a_folder_it_is_the_pack_here_or_else_the_shipped_one(mhscan, monkeypatch):
    assert "mensenhandel" in mhscan("pack", "show").out
    monkeypatch.chdir(HARBOUR)
    assert "harbour-access" in mhscan("pack", "show").out


def test_plain_lines_have_no_drawing(mhscan):
    assert not set(mhscan("--plain", "pack", "show", HARBOUR).out) & set("│├└─")


def test_a_pack_with_errors_gives_3(mhscan, tmp_path):
    (tmp_path / "factors").mkdir()
    (tmp_path / "factors" / "model.yaml").write_text("", encoding="utf-8")
    done = mhscan("pack", "show", tmp_path)
    assert (done.code, done.out) == (3, "")
    assert "MH005" in done.err
