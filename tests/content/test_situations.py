"""The situations with which the wording of levels was tried: complete, decided, and on the page that tells of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from mhscan.pack.pack import Pack

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "content-review.md"


@pytest.fixture(scope="module")
def situations() -> list[dict[str, Any]]:
    files = sorted((ROOT / "factors/scenarios/levels").glob("*.yaml"))
    return [one for file in files for one in yaml.safe_load(file.read_text(encoding="utf-8"))["situations"]]


def test_every_indicator_has_six_situations(dutch_pack: Pack, situations: list[dict[str, Any]]) -> None:
    found = Counter(one["indicator"] for one in situations)
    assert found == dict.fromkeys(dutch_pack.places, 6)
    assert {one["n"] for one in situations} == {1, 2, 3, 4, 5, 6}


def test_every_situation_belongs_to_a_level_of_its_indicator(
    dutch_pack: Pack, situations: list[dict[str, Any]]
) -> None:
    for one in situations:
        levels = [level.level for level in dutch_pack.places[one["indicator"]].indicator.levels]
        assert one["intended"] in levels, one


def test_the_situations_reach_nearly_all_levels(situations: list[dict[str, Any]]) -> None:
    """With fewer, agreement would say little about the wording."""
    reached: dict[str, set[int]] = {}
    for one in situations:
        reached.setdefault(one["indicator"], set()).add(one["intended"])
    assert {key: levels for key, levels in reached.items() if len(levels) < 3} == {}
    assert sum(len(levels) >= 4 for levels in reached.values()) >= 38


def test_the_page_has_each_situation_with_its_level_and_what_was_added(situations: list[dict[str, Any]]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for one in situations:
        assert f"| {one['n']} | {one['intended']} | {one['text']} | {one.get('added', '')} |" in page, one


def test_the_page_says_who_read_and_what_is_still_to_be_done() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert "onafhankelijke lezingen door een taalmodel" in page
    assert "Het waren geen mensen." in page
    assert "Toetsen met echte beleidsmedewerkers, raadsleden en CoMensha moet nog gebeuren." in page
