"""The situations with which the facts were tried: each told by facts, its level follows, and the order is plain."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "content-review.md"
FILES = [
    yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in sorted((ROOT / "factors/scenarios/levels").glob("*.yaml"))
]
SITUATIONS: list[dict[str, Any]] = [one for file in FILES for one in file["situations"]]
ORDERS: dict[str, list[str]] = {key: pairs for file in FILES for key, pairs in file["orders"].items()}
LEVELS = {(one["indicator"], one["n"]): one["level"] for one in SITUATIONS}
(DATE,) = {file["date"] for file in FILES}


def named(one: dict[str, Any]) -> str:
    """The indicator and the number of a situation."""
    return f"{one['indicator']}-{one['n']}"


def test_every_indicator_has_six_situations(dutch_pack: Pack) -> None:
    assert Counter(one["indicator"] for one in SITUATIONS) == dict.fromkeys(dutch_pack.places, 6)
    assert {one["n"] for one in SITUATIONS} == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("one", SITUATIONS, ids=named)
def test_the_level_follows_from_the_facts_of_the_situation(dutch_pack: Pack, one: dict[str, Any]) -> None:
    """What is neither said nor assumed is not there, so the lowest of the levels that are left is meant."""
    key, told = one["indicator"], {**one["facts"], **one.get("assumed", {})}
    observations = dutch_pack.places[key].observations
    seen = {
        f"{key}.{fact}": (observations[f"{key}.{fact}"].question.check(value), None) for fact, value in told.items()
    }
    assert min(ladders_of(dutch_pack)[key].levels(seen, DATE)) == one["level"]
    assert one["facts"].keys().isdisjoint(one.get("assumed", {}))


@pytest.mark.parametrize("key", ORDERS)
def test_what_is_plainly_worse_never_stands_above_what_is_plainly_better(key: str) -> None:
    assert ORDERS[key]
    for pair in ORDERS[key]:
        worse, better = (int(number) for number in pair.split(" < "))
        assert LEVELS[key, worse] <= LEVELS[key, better], pair


def test_every_indicator_has_an_order(dutch_pack: Pack) -> None:
    assert ORDERS.keys() == dutch_pack.places.keys()


def test_the_situations_reach_nearly_all_levels() -> None:
    """With fewer, agreement would say little about the wording."""
    reached: dict[str, set[int]] = {}
    for one in SITUATIONS:
        reached.setdefault(one["indicator"], set()).add(one["level"])
    assert sum(len(levels) >= 3 for levels in reached.values()) >= 40
    assert set().union(*reached.values()) == {0, 1, 2, 3, 4}


def test_the_page_has_each_situation_with_its_level_and_what_was_added() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for one in SITUATIONS:
        assert f"| {one['n']} | {one['level']} | {one['text']} | {one.get('added', '')} |" in page, one


def test_the_page_says_who_read_and_what_is_still_to_be_done() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert "onafhankelijke lezingen door een taalmodel" in page
    assert "Het waren geen mensen." in page
    assert "Toetsen met echte beleidsmedewerkers, raadsleden en CoMensha moet nog gebeuren." in page
