"""`mhscan pack test`."""

from __future__ import annotations

import json

import pytest

from mhscan.ui.findings.registry import FACES

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


PLACE = "one.yaml:8:18"
DIFFERS = {
    "text": lambda out: "rule many-gaps-ashore: expected that it fires" in out,
    "json": lambda out: [(one["line"], one["column"]) for one in json.loads(out)["problems"]] == [(8, 18)],
    "github": lambda out: out.startswith("::error ") and "line=8,col=18" in out,
    "sarif": lambda out: [one["ruleId"] for one in json.loads(out)["runs"][0]["results"]] == ["MH821"],
    "junit": lambda out: 'failures="1"' in out and PLACE in out,
}


@pytest.mark.parametrize("name", FACES)
def test_what_differs_is_shown_in_every_format_at_what_was_expected(mhscan, scenario, name):
    folder = scenario("many-gaps-ashore")
    done = mhscan("pack", "test", folder, "--format", name)
    assert done.code == 1
    assert DIFFERS[name](done.out), done.out
    assert done.err == "Scenarios: 1. Otherwise than expected: 1.\n"


@pytest.mark.parametrize("name", [one for one in FACES if one != "text"])
def test_what_is_as_expected_is_nothing_and_what_cannot_be_read_is_3_in_every_format(mhscan, scenario, name):
    assert mhscan("pack", "test", scenario("rescue-not-known"), "--format", name).code == 0
    done = mhscan("pack", "test", scenario("]["), "--format", name)
    assert done.code == 3
    assert "MH004" in done.out


def test_another_format_is_refused(mhscan, scenario):
    assert mhscan("pack", "test", scenario("rescue-not-known"), "--format", "tap").code == 2
