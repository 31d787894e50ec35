"""What a change of the facts under an indicator comes to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.diff.compare import compare
from mhscan.loading.packs import read_folder

WORKSHOP = Path(__file__).resolve().parents[2] / "packs" / "workshop"
PLANNED = "The next lesson is planned."


@pytest.fixture
def changes(tmp_path):
    """What comes of changes in a copy of the pack, each in all of its files."""

    def made(*pairs):
        folder = Path(shutil.copytree(WORKSHOP, tmp_path / "new"))
        for file in folder.rglob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            for old, new in pairs:
                text = text.replace(old, new)
            file.write_text(text, encoding="utf-8")
        return {
            (one.operation, one.kind, one.id, one.field): one.weight
            for one in compare(read_folder(WORKSHOP), read_folder(folder))
        }

    return made


@pytest.mark.parametrize(
    ("pairs", "what", "version", "fate"),
    [
        ([(PLANNED, "A lesson is planned.")], ("changed", "fact", "people.lessons.planned", "text"), "patch", "look"),
        (
            [("a lesson that is planned", "a date")],
            ("changed", "fact", "people.lessons.planned", "there"),
            "patch",
            "kept",
        ),
        ([("maximum: 40", "maximum: 50")], ("changed", "fact", "bench.tools.stands", "maximum"), "major", "look"),
        (
            [("stands, at_least: 1}", "stands, at_least: 3}")],
            ("changed", "level", "bench.tools.1", "when"),
            "major",
            "look",
        ),
        (
            [("actions: [teach]", "actions: []")],
            ("changed", "fact", "people.lessons.given", "actions"),
            "minor",
            "kept",
        ),
    ],
)
def test_a_change_of_a_fact_weighs_what_it_does_to_answers(changes, pairs, what, version, fate):
    found = changes(*pairs)
    assert list(found) == [what]
    assert (found[what].size, found[what].effect) == (version, fate)


def test_an_observation_with_another_id_is_no_change_where_it_is_named(changes):
    found = changes(
        ("- id: planned\n", "- id: next\n        aliases: [planned]\n"), ("observation: planned", "observation: next")
    )
    assert list(found) == [("renamed", "fact", "people.lessons.next", "")]


def test_an_indicator_with_another_id_takes_its_observations_along(changes):
    found = changes(
        ("  - id: tools\n", "  - id: gear\n    aliases: [bench.tools]\n"),
        ("bench.tools.", "bench.gear."),
        ("bench.tools,", "bench.gear,"),
        ("[bench.tools]}", "[bench.gear]}"),
    )
    assert ("renamed", "indicator", "bench.gear", "") in found
    assert [one for one in found if one[3] == "when" or one[1] == "fact"] == []


def test_one_that_is_gone_leaves_its_answers_without_a_place(changes):
    found = changes(("- id: planned\n", "- id: next\n"), ("observation: planned", "observation: next"))
    gone = found["removed", "fact", "people.lessons.planned", ""]
    assert (gone.size, gone.effect) == ("major", "archived")
