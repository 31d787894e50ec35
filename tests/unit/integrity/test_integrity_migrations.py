"""Migrations of a pack lead somewhere, to what exists, and use no id again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

ORCHARD = Path(__file__).resolve().parents[2] / "packs" / "orchard" / "2.0.0"
FIRST = "factors/migrations/1.0.0-to-1.1.0.yaml"
SECOND = "factors/migrations/1.1.0-to-2.0.0.yaml"
DIRECT = "factors/migrations/1.0.0-to-2.0.0.yaml"


@pytest.fixture
def orchard(tiny_pack, tmp_path):
    pack = replace(tiny_pack, path=Path(shutil.copytree(ORCHARD, tmp_path / "orchard")))
    (pack.path / DIRECT).unlink()
    return pack


def test_a_pack_with_right_migrations_has_no_problems(orchard):
    assert orchard.problems() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (FIRST, "to: 1.1.0", "to: ¦1.2.0", "MH711"),
        (SECOND, "to: 2.0.0", "to: ¦3.0.0", "MH711"),
        (FIRST, "to: water.tank", "to: ¦water.tub", "MH712"),
        (SECOND, "to: trees.young", "to: ¦trees.old", "MH712"),
        (SECOND, "to: context.soil", "to: ¦context.sol", "MH712"),
        (SECOND, "to: subject.stems", "to: ¦subject.steps", "MH712"),
        (SECOND, "water.hose-state]", "¦water.hose-stat]", "MH712"),
        (SECOND, "{from: sand, to: light}", "{from: sand, to: ¦lite}", "MH712"),
        (SECOND, "to: whole", "to: ¦hole", "MH712"),
        (SECOND, "  pests.birds:\n    text", "  ¦pests.bird:\n    text", "MH714"),
    ],
)
def test_what_does_not_exist_is_found_at_its_place(orchard, file, old, new, code):
    places = orchard.edit(file, old, new)
    assert (code, places[0]) in orchard.problems()


def test_a_level_that_the_new_scale_lacks_is_found(orchard):
    text = (orchard.path / SECOND).read_text()
    orchard.write(SECOND, text.replace("new: [1, 2, 3, 4, 5]", "new: [1, 2, 3, 4, 6]", 1))
    found = orchard.found()
    assert [(one.code, one.message) for one in found] == [
        ("MH712", "6 is no answer of this question; its answers are 1, 2, 3, 4, 5")
    ]


def test_a_level_of_a_version_between_is_not_held_against_this_one(orchard):
    step = "  - {type: map, question: trees.pruning, values: [{from: 0, to: 7}, {from: 1, to: 1}]}\n"
    words = 'old:\n  trees.pruning: {text: "How far?"}\n'
    orchard.write(FIRST, (orchard.path / FIRST).read_text() + step + words)
    assert orchard.problems() == []


def test_a_migration_back_in_time_is_found(orchard):
    orchard.write(FIRST, "schema: mhscan/migration@1\nfrom: 1.1.0\nto: 1.1.0\n")
    assert ("MH711", f"{FIRST}:3:5") in orchard.problems()


def test_two_migrations_between_the_same_versions_clash(orchard):
    orchard.write("factors/migrations/again.yaml", (orchard.path / FIRST).read_text())
    found = [one for one in orchard.found() if one.code == "MH714"]
    assert [one.message.split(", in")[0] for one in found] == ["there is a migration from 1.0.0 to 1.1.0 already"]


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (
            "{type: rename, question: water.tank, to: water.pond}",
            "another step takes the answer of 'water.tank' already",
        ),
        (
            "{type: rename, question: water.pond, to: water.storage}",
            "another step makes the answer of 'water.storage' already",
        ),
    ],
)
def test_two_steps_about_the_same_answer_clash(orchard, step, message):
    orchard.edit(SECOND, "steps:\n", f"steps:\n  - {step}\n")
    assert message in [one.message for one in orchard.found() if one.code == "MH714"]


def test_an_id_that_went_out_of_use_is_not_used_again_in_the_pack(orchard):
    factor = "factors/water.yaml"
    orchard.edit(factor, "  - id: pond\n", "  - id: tank\n")
    text = (orchard.path / "questionnaires/whole.yaml").read_text()
    orchard.write("questionnaires/whole.yaml", text.replace("water.pond", "water.tank"))
    found = [one for one in orchard.found() if one.code == "MH713"]
    assert [one.message for one in found] == ["the id 'water.tank' went out of use here, but is used again"]


def test_an_id_that_went_out_of_use_is_not_used_again_by_a_later_step(orchard):
    orchard.edit(SECOND, "to: water.storage}", "to: water.barrel}")
    messages = [one.message for one in orchard.found() if one.code == "MH713"]
    assert "the id 'water.barrel' went out of use here, but is used again" in messages


def test_an_id_that_stays_in_its_own_step_is_not_used_again(orchard):
    old = "questions: [trees.planting, trees.grafting], to: trees.young"
    orchard.edit(SECOND, old, "questions: [trees.young, trees.grafting], to: trees.young")
    assert [one for one in orchard.problems() if one[0] == "MH713"] == []


def test_the_words_of_a_question_whose_answers_may_be_archived_are_needed(orchard):
    places = orchard.edit(SECOND, "question: water.hose,", "question: ¦water.hoze,")
    assert ("MH715", places[0]) in orchard.problems()


def test_what_a_broken_file_defines_is_not_held_against_a_migration(orchard):
    orchard.edit("factors/water.yaml", "title: Water\n", "titel: Water\n")
    orchard.edit("questionnaires/whole.yaml", "minutes: 5", "minutes: many")
    assert not [one for one in orchard.problems() if one[0].startswith("MH71")]


def test_without_a_model_nothing_is_said_about_migrations(orchard):
    orchard.edit("factors/model.yaml", "version: 2.0.0", "version: two")
    assert not [one for one in orchard.problems() if one[0].startswith("MH71")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("type: split", "type: ¦spilt", "MH104"),
        ("level: same", "¦lvl: same", "MH102"),
        ("strategy: proportional", "strategy: ¦linear", "MH104"),
        ("because: The", "¦becaus: The", "MH102"),
        ("from: 1.1.0", "from: ¦one", "MH104"),
    ],
)
def test_a_typing_error_in_a_step_is_found_at_its_place(orchard, old, new, code):
    places = orchard.edit(SECOND, old, new)
    assert (code, places[0]) in orchard.problems()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"schema: mhscan/migration@1\n", b"- a\n"])
def test_any_rubbish_in_a_migration_is_a_problem_and_no_exception(orchard, content):
    orchard.write(FIRST, content)
    assert orchard.found()


def test_a_migration_is_no_part_of_the_digest(orchard):
    from mhscan.loading.packs import read_folder

    before = read_folder(orchard.path).sha256
    (orchard.path / FIRST).unlink()
    assert read_folder(orchard.path).sha256 == before
