"""Ids that must be different are different."""

from __future__ import annotations

import shutil

import pytest

MODEL, SOIL, BOOK, FULL = (
    "factors/model.yaml",
    "factors/soil.yaml",
    "factors/sources/book.yaml",
    "questionnaires/full.yaml",
)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            MODEL,
            "  - {id: grow, title: Growing, weight: 2}",
            "  - {id: grow, title: Growing}\n  - {id: ¦plan, title: P}",
        ),
        (MODEL, "id: fenced,", "id: ¦ground,"),
        (MODEL, "id: visitor,", "id: ¦gardener,"),
        (MODEL, "label: Neighbour}", "label: Neighbour}\n  - {id: ¦neighbour, label: Again}"),
        (MODEL, "size: 1}", "size: 1}\n  - {id: ¦light, label: Again, size: 2}"),
        (MODEL, "size: 90}", "size: 90}\n  - {id: ¦season, label: Again, size: 2}"),
        (MODEL, "date: context.since}", "date: context.since}\n  - {id: ¦opening, label: Again}"),
        (MODEL, "called?}", "called?}\n  - {id: ¦street, label: Again, ask: What?}"),
        (MODEL, "severity: warning}", "severity: warning}\n  - {id: ¦must, label: m, phrase: m, severity: notice}"),
        (MODEL, "id: high,", "id: ¦low,"),
        (MODEL, "id: uneven", "id: ¦dry-sand"),
        (MODEL, "factors: [soil, water]", "factors: [soil, water, ¦soil]"),
        (MODEL, "{id: sand, text: Sand}", "{id: sand, text: Sand}, {id: ¦clay, text: Again}"),
        (MODEL, "- {id: hose, text: A hose}", "- {id: hose, text: A hose}\n      - {id: ¦spade, text: Again}"),
        (MODEL, "label: large}]}", "label: large}]}\n    - {id: ¦plots, type: yesno, text: Again?}"),
        (
            MODEL,
            " indicators: [soil.compost]}",
            " indicators: [soil.compost]}\n    - {id: ¦first, reason: Again., indicators: [soil.compost]}",
        ),
        (SOIL, "title: Care of the soil}", "title: Care of the soil}\n  - {id: ¦care, title: Again}"),
        (SOIL, "sources: [BK-2]\n", "sources: [BK-2]\n      - {id: ¦start-heap, to: 2, title: Again, steps: [Dig.]}\n"),
        (BOOK, "id: BK-2", "id: ¦BK-1"),
        (FULL, "ask: [water.barrel]", "ask: [water.barrel, ¦soil.compost]"),
    ],
)
def test_an_id_that_is_used_twice_is_refused_at_the_second(tiny_pack, file, old, new):
    (place,) = tiny_pack.edit(file, old, new)
    assert ("MH202", place) in tiny_pack.problems()
    assert [code for code, _place in tiny_pack.problems()].count("MH202") == 1


def test_an_indicator_that_stands_twice_in_a_factor_is_refused(tiny_pack):
    soil = tiny_pack.path / SOIL
    first, indicators = soil.read_text().split("indicators:\n")
    soil.write_text(f"{first}indicators:\n{indicators}{indicators.replace('start-heap', 'other')}")
    assert tiny_pack.problems() == [("MH202", f"{SOIL}:31:9")]


@pytest.mark.parametrize(
    ("file", "copy", "line"),
    [(SOIL, "factors/zz.yaml", 2), (FULL, "questionnaires/zz.yaml", 2), (BOOK, "factors/sources/zz.yaml", 2)],
)
def test_two_files_with_one_id_are_refused_and_both_are_named(tiny_pack, file, copy, line):
    shutil.copy(tiny_pack.path / file, tiny_pack.path / copy)
    found = [one for one in tiny_pack.found() if one.location.line == line]
    assert [(one.code, one.location.file) for one in found] == [("MH202", str(tiny_pack.path / copy))]
    assert str(tiny_pack.path / file) in found[0].message


def test_a_claim_that_two_sources_make_is_refused(tiny_pack):
    tiny_pack.write("factors/sources/zz.yaml", (tiny_pack.path / BOOK).read_text().replace("id: book", "id: zz"))
    assert tiny_pack.problems() == [
        ("MH202", "factors/sources/zz.yaml:6:10"),
    ]
    assert "'BK-1', 'BK-2'" in tiny_pack.found()[0].message
    assert [one.location.line for one in tiny_pack.found()[0].related] == [7]


def test_the_first_place_is_named_by_its_line(tiny_pack):
    tiny_pack.edit(MODEL, "id: fenced,", "id: ground,")
    (found,) = tiny_pack.found()
    assert found.message == "the id 'ground' is used twice; first in line 26"


def test_the_same_id_for_things_of_different_kinds_is_no_fault(tiny_pack):
    tiny_pack.edit(MODEL, "id: neighbour, label", "id: gardener, label")
    tiny_pack.edit(SOIL, "partners: [neighbour]", "partners: [gardener]")
    assert tiny_pack.problems() == []
