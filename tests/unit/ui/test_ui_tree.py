"""A pack as a tree."""

from __future__ import annotations

import pytest

from mhscan.ui.tree import tree_text


def test_the_tree_counts_everything_first(english_pack):
    first, second, *_rest = tree_text(english_pack).split("\n")
    assert first == "Access to a small harbour (harbour-access 2.1.0), for harbours"
    assert second.startswith("3 factors, 7 aspects, 18 indicators, 14 actions, 7 rules, 9 claims")


def test_each_thing_has_its_weight_counts_and_sources(english_pack):
    text = " ".join(tree_text(english_pack).replace("│", "").split())
    assert "ashore: Getting to the quay · weight 2 · 8 indicators · 8 actions · 2 rules · AUD-1" in text
    assert "toilet: A toilet for everybody · scale presence · weight 1 · 2 actions · 1 rule · AUD-3" in text
    assert "boarding: Boarding · weight 2 · the best counts" in text
    assert "experience: What visitors say · weight 1 · not scored" in text
    assert "asked if it applies · 1 action" in text
    assert "full: All questions · 18 indicators · 6 context questions · 40 minutes" in text
    assert "seats: Seats on the way · scale presence · weight 1 · 0 actions · 0 rules · no sources" in text


def test_phases_hold_their_factors_and_many_claims_are_counted(dutch_pack):
    lines = tree_text(dutch_pack).split("\n")
    assert next(line for line in lines if "overkoepelend:" in line).startswith("├─ ")
    assert next(line for line in lines if " motivatie: Motivatie" in line).startswith("│  ├─ ")
    assert any("7 claims" in line for line in lines)
    assert {key.partition(".")[2] for key in dutch_pack.places} <= {
        line.lstrip("│├└─ ").partition(":")[0] for line in lines
    }


@pytest.mark.parametrize("columns", ["40", "80"])
def test_every_line_fits_the_window(english_pack, dutch_pack, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    for pack in (english_pack, dutch_pack):
        lines = tree_text(pack).split("\n")
        assert len(lines) > 20
        assert max(map(len, lines)) <= int(columns)


def test_a_detail_stays_on_one_line(dutch_pack, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = tree_text(dutch_pack).split("\n")
    assert not [line for line in lines if line.endswith((" weight", " scale", "· 1", "· 2", " if it"))]


def test_plain_text_has_no_lines_to_draw_the_tree(english_pack, monkeypatch):
    monkeypatch.setenv("MHSCAN_PLAIN", "1")
    text = tree_text(english_pack)
    assert not set(text) & set("│├└─")
    assert "\n  ashore: " in text
    assert "\n    way: " in text


def test_text_of_a_pack_cannot_steer_the_terminal(build):
    pack = build.pack(build.factor("f", build.indicator("i", title="A\x1b[31mB")))
    assert "\x1b" not in tree_text(pack)
