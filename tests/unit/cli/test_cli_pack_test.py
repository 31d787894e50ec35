"""`mhscan pack test`."""

from __future__ import annotations

import pytest

SCENARIO = """\
schema: mhscan/scenario@1
id: one
name: No rescue
questionnaire: full
date: '2026-05-01'
subject: {name: Northport}
answers: {afloat.rescue: unknown}
expect: {fires: [FIRES]}
"""


@pytest.fixture
def scenario(english_folder):
    """The second pack with one scenario, in which this rule is expected to fire."""

    def made(rule):
        folder = english_folder / "factors" / "scenarios"
        folder.mkdir(exist_ok=True)
        for path in folder.glob("*.yaml"):
            path.unlink()
        (folder / "one.yaml").write_text(SCENARIO.replace("FIRES", rule), encoding="utf-8")
        return english_folder

    return made


def test_a_scenario_that_comes_out_as_expected_is_0(mhscan, scenario):
    done = mhscan("pack", "test", scenario("rescue-not-known"))
    assert (done.code, done.out) == (0, "as expected: one: No rescue\n")
    assert done.err == "Scenarios: 1. Otherwise than expected: 0.\n"


def test_a_scenario_that_comes_out_otherwise_is_1_and_says_how(mhscan, scenario):
    done = mhscan("pack", "test", scenario("many-gaps-ashore"))
    assert done.code == 1
    assert done.out.startswith("differs: one: No rescue\n  ")
    assert "many-gaps-ashore" in done.out
    assert done.err == "Scenarios: 1. Otherwise than expected: 1.\n"


def test_a_scenario_that_cannot_be_read_is_3(mhscan, scenario):
    done = mhscan("pack", "test", scenario("]["))
    assert done.code == 3
    assert "The scenarios cannot be read." in done.err


def test_in_the_folder_of_a_pack_that_pack_is_meant(mhscan, scenario, monkeypatch):
    monkeypatch.chdir(scenario("rescue-not-known"))
    assert mhscan("pack", "test").out == "as expected: one: No rescue\n"


@pytest.mark.parametrize("arguments", [["pack", "--help"], ["pack"]])
def test_the_group_shows_what_it_can_do(mhscan, arguments):
    done = mhscan(*arguments)
    assert "Run the scenarios of a pack." in done.out + done.err
