"""What experienced advisers expect of the shipped pack, held against what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

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
