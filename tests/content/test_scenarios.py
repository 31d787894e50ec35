"""What experienced advisers expect of the shipped pack, held against what it does."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mhscan.checks.scenarios import read_scenarios, run_scenario
from mhscan.pack.pack import Pack

ROOT = Path(__file__).resolve().parents[2]
MET = (
    "alleen-op-pad",
    "bijna-alles-onbekend",
    "leunt-op-de-regio",
    "niets-nog",
    "regionale-trekker",
    "stille-politiek",
    "veel-op-papier",
    "wethouder-en-zaak",
)
"""The scenarios whose first five actions come out in the expected order; the others are open work."""


def test_there_are_sixteen_scenarios_and_each_can_be_read() -> None:
    scenarios, problems = read_scenarios(ROOT)
    assert problems == []
    assert len(scenarios) == 16
    assert set(MET) < {one.id for one in scenarios}


@pytest.mark.parametrize("wanted", MET)
def test_the_first_actions_are_those_that_a_good_adviser_names(dutch_pack: Pack, wanted: str) -> None:
    scenario = next(one for one in read_scenarios(ROOT)[0] if one.id == wanted)
    assert run_scenario(dutch_pack, scenario).differences == ()


def test_in_every_scenario_the_profile_and_the_rules_come_out_as_expected(dutch_pack: Pack) -> None:
    """Only the order of the actions may differ: arithmetic and rules may not."""
    for scenario in read_scenarios(ROOT)[0]:
        bare = scenario.model_copy(update={"expect": scenario.expect.model_copy(update={"first": ()})})
        assert run_scenario(dutch_pack, bare).differences == (), scenario.id


def test_the_example_says_each_level_in_the_words_of_today(dutch_pack: Pack) -> None:
    example = yaml.safe_load((ROOT / "factors/scenarios/example.yaml").read_text(encoding="utf-8"))
    said = {key: one for key, one in example["answers"].items() if "said" in one}
    assert len(said) >= 30
    for key, one in said.items():
        levels = {level.level: level.text for level in dutch_pack.places[key].indicator.levels}
        assert one["said"] == levels[one["value"]], key
