"""The small packs to begin with."""

from __future__ import annotations

import pytest

from mhscan.integrity.packs import load_pack
from mhscan.language import available
from mhscan.lint.review import validate
from mhscan.lint.scenarios import read_scenarios, run_scenario
from mhscan.loading.starter import FOLDER, starter


def test_there_is_one_in_each_language_of_the_interface():
    assert {path.name for path in FOLDER.iterdir()} == set(available())


def test_a_language_without_one_gets_the_english_one():
    assert starter("xx") == starter("en") != starter("nl")


@pytest.mark.parametrize("language", available())
def test_it_is_right_and_does_what_its_scenario_says(language, tmp_path):
    for name, text in starter(language).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert validate([tmp_path], tmp_path) == []
    pack = load_pack(tmp_path)
    assert pack.model.language == language
    read = read_scenarios(tmp_path)
    scenarios, problems = read.scenarios, read.problems
    assert (len(scenarios), problems) == (1, [])
    assert run_scenario(pack, scenarios[0]) == ()


@pytest.mark.parametrize("language", available())
def test_every_claim_is_used_and_every_level_below_the_highest_has_a_way_up(language, tmp_path):
    for name, text in starter(language).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    pack = load_pack(tmp_path)
    used = {claim for place in pack.places.values() for claim in place.indicator.sources}
    assert used == set(pack.claims)
    for place in pack.places.values():
        assert max(one.to for one in place.indicator.actions) == place.indicator.levels[-1].level
        assert place.indicator.sources


def test_both_have_the_same_comments_in_number_and_the_same_shape():
    english, dutch = starter("en"), starter("nl")
    assert len(english) == len(dutch)
    remarks = [sum(text.count("# ") for text in one.values()) for one in (english, dutch)]
    assert remarks[0] == remarks[1] >= 15
