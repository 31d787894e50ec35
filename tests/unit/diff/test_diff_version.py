"""What a version number claims, and whether that is enough."""

from __future__ import annotations

import pytest

from mhscan.diff.version import claimed, diff, needed, version_problems
from mhscan.errors import InputError
from mhscan.loading.packs import read_folder


@pytest.mark.parametrize(
    ("old", "new", "claim"),
    [
        ("1.2.3", "1.2.3", "none"),
        ("1.2.3", "1.2.4", "patch"),
        ("1.2.3", "1.3.0", "minor"),
        ("1.2.3", "1.3.4", "minor"),
        ("1.2.3", "2.0.0", "major"),
        ("1.2.3", "1.2.2", "lower"),
        ("1.10.0", "1.9.9", "lower"),
        ("0.9.9", "0.10.0", "minor"),
    ],
)
def test_the_first_number_that_rises_is_what_is_claimed(old, new, claim):
    assert claimed(old, new) == claim


@pytest.mark.parametrize(("size", "number"), [("patch", "1.2.4"), ("minor", "1.3.0"), ("major", "2.0.0")])
def test_the_lowest_number_that_claims_a_change(size, number):
    assert needed("1.2.3", size) == number
    assert claimed("1.2.3", number) == size


def found(packs):
    return diff(read_folder(packs.old), read_folder(packs.new.path), ("old", "new"))


@pytest.mark.parametrize(
    ("version", "enough"), [("1.2.3", False), ("1.2.4", False), ("1.3.0", True), ("2.0.0", True), ("1.0.0", False)]
)
def test_a_minor_change_takes_a_minor_number_or_more(packs, version, enough):
    packs.new.edit("factors/model.yaml", "version: 1.2.3", f"version: {version}")
    packs.new.edit("factors/model.yaml", "indicators: [soil.compost]}", "indicators: [water.barrel]}")
    packs.new.edit("factors/model.yaml", "title: Allotment check", "title: Garden check")
    one = found(packs)
    assert (one.size, one.enough, one.needed) == ("minor", enough, "1.3.0")
    assert one.sizes() == {"major": 0, "minor": 1, "patch": 1}
    assert one.effects() == {"archived": 0, "look": 0, "kept": 2}


def test_the_number_never_goes_down_also_without_changes(packs):
    packs.new.edit("factors/model.yaml", "version: 1.2.3", "version: 1.0.0")
    one = found(packs)
    assert (one.changes, one.claim, one.enough) == ((), "lower", False)
    (wrong,) = version_problems(one, read_folder(packs.new.path))
    assert (wrong.code, wrong.severity) == ("MH704", "error")
    assert "from 1.2.3 to 1.0.0" in wrong.message


def test_without_changes_the_number_may_stay_or_rise(packs):
    assert found(packs).enough
    packs.new.edit("factors/model.yaml", "version: 1.2.3", "version: 1.2.4")
    assert version_problems(found(packs), read_folder(packs.new.path)) == []


def test_the_same_said_otherwise_is_a_patch_since_the_digest_changes(packs):
    packs.new.edit("factors/soil.yaml", "    scale: steps", "    scale: steps\n    weight: 1")
    one = found(packs)
    assert (one.changes, one.size, one.enough, one.needed) == ((), "patch", False, "1.2.4")
    assert [two.code for two in version_problems(one, read_folder(packs.new.path))] == ["MH701"]


MIGRATION = "schema: mhscan/migration@1\nfrom: 1.2.3\nto: 2.0.0\n"


def to_two(packs, steps: str | None) -> list[tuple[str, str]]:
    """What is said of version 2.0.0, without a question and an option of version 1.2.3, with these steps."""
    packs.new.edit("factors/model.yaml", "version: 1.2.3", "version: 2.0.0")
    packs.new.edit("factors/water.yaml", "id: barrel", "id: pond")
    packs.new.edit("factors/water.yaml", "Is there a rain barrel?", "Is there a pond?")
    if steps is not None:
        (packs.new.path / "factors/migrations").mkdir()
        (packs.new.path / "factors/migrations/1-to-2.yaml").write_text(MIGRATION + steps)
    problems = version_problems(found(packs), read_folder(packs.new.path))
    return [(one.code, f"{one.message} {one.hint}") for one in problems]


def test_a_major_version_needs_a_migration_and_is_told_what_it_has_to_name(packs):
    ((code, said),) = to_two(packs, None)
    assert code == "MH702"
    assert "version 2.0.0 needs a migration from 1.2.3" in said
    assert "It has to say what becomes of: water.barrel." in said
    assert not found(packs).usable


def test_a_question_that_is_gone_and_that_no_step_names_is_said(packs):
    ((code, said),) = to_two(packs, "steps: []\n")
    assert code == "MH703"
    assert "'water.barrel'" in said


@pytest.mark.parametrize(
    "step",
    [
        "{type: archive, question: water.barrel, because: Gone.}",
        "{type: rename, question: water.barrel, to: water.pond}",
    ],
)
def test_with_a_step_for_each_question_that_is_gone_nothing_is_wrong(packs, step):
    assert to_two(packs, f"steps:\n  - {step}\n") == []


def test_too_low_a_number_is_a_problem_at_its_line(packs):
    places = packs.new.edit("factors/model.yaml", "version: 1.2.3", "version: ¦1.2.4")
    packs.new.edit("factors/soil.yaml", "    scale: steps", "    scale: steps\n    weight: 2")
    one, *_more = version_problems(found(packs), read_folder(packs.new.path))
    assert (one.code, one.name, one.severity) == ("MH701", "version-claims-too-little", "error")
    assert str(one.location).removeprefix(f"{packs.new.path}/") == places[0]
    assert "version 1.2.4 claims less than what changed since old (1.2.3); it takes 2.0.0" in one.message
    assert one.hint == "Write version: 2.0.0. All changes: mhscan pack diff old new"
    assert one.suggestion == "2.0.0"
    assert str(one.related[0].location).endswith("soil.yaml:11:13")


def test_a_pack_with_errors_is_not_compared(packs):
    packs.new.edit("factors/soil.yaml", "title: Soil", "titel: Soil")
    with pytest.raises(InputError, match="new has errors") as caught:
        found(packs)
    assert {one.code for one in caught.value.problems} == {"MH102"}
