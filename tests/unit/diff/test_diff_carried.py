"""A migration changes what becomes of the answers, and so what a change comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.diff.carried import Taken, carried, renames
from mhscan.diff.compare import compare
from mhscan.loading.packs import Folder, read_folder

ORCHARD = Path(__file__).resolve().parents[2] / "packs" / "orchard"


def pack(version: str) -> Folder:
    folder = read_folder(ORCHARD / version)
    assert folder.problems == []
    return folder


def weights(old: str, new: str) -> dict[tuple[str, str, str], tuple[str, str]]:
    return {
        (one.operation, one.kind, one.id): (one.weight.size, one.weight.effect) for one in compare(pack(old), pack(new))
    }


def test_a_question_that_a_migration_gives_another_id_keeps_its_answers():
    found = weights("1.0.0", "1.1.0")
    assert found["renamed", "indicator", "water.tank"] == ("minor", "kept")
    assert ("removed", "indicator", "water.barrel") not in found


def test_a_question_that_a_migration_splits_merges_or_maps_needs_a_look():
    found = weights("1.0.0", "2.0.0")
    for key in ("trees.planting", "trees.grafting", "water.hose"):
        assert found["removed", "indicator", key] == ("major", "look")
    assert found["removed", "level", "trees.pruning.0"] == ("major", "look")
    assert found["removed", "question", "context.ground"] == ("major", "look")


def test_a_question_that_a_migration_archives_is_archived():
    assert weights("1.0.0", "2.0.0")["removed", "indicator", "pests.birds"] == ("major", "archived")


def test_a_migration_or_a_chain_of_them_leads_to_what_the_question_is_called_now():
    found = carried(pack("1.0.0"), pack("2.0.0"))
    assert found["water.barrel"] == Taken("rename", "water.storage")
    assert renames(found)["water.barrel"] == "water.storage"
    assert found["pests.birds"].step == "archive"


@pytest.mark.parametrize(("old", "new"), [("2.0.0", "1.0.0"), ("1.0.0", "1.0.0")])
def test_without_a_migration_on_the_way_nothing_is_carried(old, new):
    assert carried(pack(old), pack(new)) == {}


def test_a_pack_without_a_model_carries_nothing(tmp_path):
    assert carried(read_folder(tmp_path), pack("1.0.0")) == {}
