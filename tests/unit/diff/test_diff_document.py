"""The difference between two packs as data has one shape."""

from __future__ import annotations

import json

import jsonschema

from mhscan.diff.document import diff_schema, to_json
from mhscan.diff.version import diff
from mhscan.loading.packs import read_folder


def document(packs):
    return json.loads(to_json(diff(read_folder(packs.old), read_folder(packs.new.path), ("v1", "."))))


def test_no_difference_fits_the_schema_and_says_that_all_is_the_same(packs):
    data = document(packs)
    jsonschema.Draft202012Validator(diff_schema()).validate(data)
    assert (data["same"], data["size"], data["changes"], data["enough"]) == (True, None, [], True)
    assert data["old"]["sha256"] == data["new"]["sha256"]


def test_each_change_fits_the_schema_with_its_place(packs):
    packs.new.edit("factors/soil.yaml", "    scale: steps", "    scale: steps\n    weight: 2")
    packs.new.edit("factors/model.yaml", "  - {id: neighbour, label: Neighbour}", "  - {id: other, label: Other}")
    packs.new.edit("factors/soil.yaml", "partners: [neighbour]", "partners: [other]")
    data = document(packs)
    jsonschema.Draft202012Validator(diff_schema()).validate(data)
    assert data["schema"] == "mhscan/diff@1"
    assert {one["operation"] for one in data["changes"]} == {"added", "removed", "changed"}
    assert next(one for one in data["changes"] if one["key"] == "weight") == {
        "operation": "changed",
        "kind": "indicator",
        "id": "soil.compost",
        "key": "weight",
        "before": 1,
        "after": 2,
        "size": "major",
        "effect": "look",
        "place": {"side": "new", "file": str(packs.new.path / "factors/soil.yaml"), "line": 11, "column": 13},
    }
    assert data["needed"] == "2.0.0"
    assert sum(data["sizes"].values()) == sum(data["effects"].values()) == len(data["changes"])
