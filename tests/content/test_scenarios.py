"""What experienced advisers expect of the shipped pack, held against what it does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mhscan.lint.scenarios import read_scenarios, run_scenario
from mhscan.pack.pack import Pack
from mhscan.pack.scenario import Scenario

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = read_scenarios(ROOT).scenarios


def test_there_are_sixteen_scenarios_and_each_can_be_read() -> None:
    scenarios, problems = SCENARIOS, read_scenarios(ROOT).problems
    assert problems == []
    assert len(scenarios) == 16


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_profile_rules_and_first_actions_are_those_that_a_good_adviser_names(
    dutch_pack: Pack, scenario: Scenario
) -> None:
    assert run_scenario(dutch_pack, scenario) == ()


def test_the_example_says_each_level_in_the_words_of_today(dutch_pack: Pack) -> None:
    example = yaml.safe_load((ROOT / "factors/scenarios/example.yaml").read_text(encoding="utf-8"))
    said = {key: one for key, one in example["answers"].items() if "said" in one}
    assert len(said) >= 30
    for key, one in said.items():
        levels = {level.level: level.text for level in dutch_pack.places[key].indicator.levels}
        assert one["said"] == levels[one["value"]], key
