"""`mhscan pack test`."""

from __future__ import annotations


def test_the_scenarios_of_the_shipped_pack_come_out_as_expected(mhscan):
    done = mhscan("pack", "test")
    assert done.code == 0
    assert done.out.count("as expected: ") > 5
    assert "differs" not in done.out


def test_a_scenario_that_comes_out_otherwise_is_1_and_says_how(mhscan, english_folder):
    scenarios = english_folder / "factors" / "scenarios" / "levels"
    scenarios.parent.mkdir(exist_ok=True)
    text = "schema: mhscan/scenario@1\nid: one\nname: One\nsubject: {name: N}\ndate: '2026-05-01'\n"
    text += "questionnaire: full\nanswers: {ashore.toilet: {value: 2}}\nexpect: {rules: [rescue-not-known]}\n"
    (scenarios.parent / "one.yaml").write_text(text, encoding="utf-8")
    done = mhscan("pack", "test", english_folder)
    assert done.code == 1
    assert "differs: one: One\n  " in done.out
    assert "1 scenario, 1 otherwise than expected." in done.err


def test_a_scenario_that_cannot_be_read_is_3(mhscan, english_folder):
    folder = english_folder / "factors" / "scenarios"
    folder.mkdir(exist_ok=True)
    (folder / "one.yaml").write_text("schema: mhscan/scenario@1\nid: one\n", encoding="utf-8")
    done = mhscan("pack", "test", english_folder)
    assert done.code == 3
    assert "The scenarios cannot be read." in done.err


def test_without_a_command_the_group_shows_its_help(mhscan):
    assert "test" in mhscan("pack", "--help").out
