"""Names that are used are names that exist."""

from __future__ import annotations

import pytest

from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.integrity.registry import run_checks
from mhscan.loading.packs import read_folder

MODEL, SOIL, BOOK, FULL = (
    "factors/model.yaml",
    "factors/soil.yaml",
    "factors/sources/book.yaml",
    "questionnaires/full.yaml",
)


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("MH201", MODEL, "factors: [soil, water]", "factors: [soil, water, ¦air]"),
        ("MH208", MODEL, "factors: [soil, water]", "factors: [soil]"),
        # an indicator
        ("MH203", MODEL, "indicators: [soil.compost]}", "indicators: [¦soil.compst]}"),
        (
            "MH203",
            MODEL,
            "remedies: [{indicator: water.barrel}]",
            "remedies: [{indicator: water.barrel}, {indicator: ¦water.barel}]",
        ),
        (
            "MH203",
            SOIL,
            "id: start-heap\n        to: 1",
            "id: start-heap\n        also: [water.barrel, ¦water.barel]\n        to: 1",
        ),
        (
            "MH203",
            SOIL,
            "requires: [{indicator: water.barrel, at_least: 1}]",
            "variants: [{when: {indicator: water.barrel, at_least: 1}, also: [¦water.barel], title: Start it}]",
        ),
        ("MH203", FULL, "ask: [water.barrel]", "ask: [water.barrel, ¦water.barel]"),
        ("MH203", FULL, "wording:\n  soil.compost:", "wording:\n  ¦soil.compst:"),
        # a context question
        ("MH204", MODEL, "date: context.since", "date: ¦context.sins"),
        ("MH204", FULL, "context.ground,", "¦context.grond,"),
        # a claim
        ("MH206", SOIL, "sources: [BK-1]", "sources: [BK-1, ¦BK-3]"),
        ("MH206", SOIL, "shed., sources: [BK-2]", "shed., sources: [¦BK-02]"),
        ("MH206", MODEL, "differ., sources: [BK-1]", "differ., sources: [¦XX-1]"),
        # a name out of a list of the model
        ("MH207", SOIL, "phase: plan", "phase: ¦plam"),
        ("MH207", SOIL, "aspect: care", "aspect: ¦cair"),
        ("MH207", SOIL, "scale: steps", "scale: ¦step"),
        ("MH207", SOIL, "owner: gardener", "owner: ¦gardner"),
        ("MH207", SOIL, "partners: [neighbour]", "partners: [neighbour, ¦nieghbour]"),
        ("MH207", SOIL, "effort: light", "effort: ¦heavy"),
        ("MH207", SOIL, "term: season", "term: ¦year"),
        ("MH207", SOIL, "moment: opening", "moment: ¦closing"),
        ("MH207", MODEL, "  x: plan", "  x: ¦plann"),
        ("MH207", MODEL, "  y: grow", "  y: ¦glow"),
        ("MH207", MODEL, "efforts: [light]", "efforts: [¦lite]"),
        ("MH207", MODEL, "terms: [season]", "terms: [season, ¦seson]"),
        ("MH207", BOOK, "kind: example, modality: must", "kind: example, modality: ¦musst"),
    ],
)
def test_a_name_that_nothing_has_is_refused_where_it_stands(tiny_pack, code, file, old, new):
    places = tiny_pack.edit(file, old, new) or ["factors/water.yaml:2:5"]
    assert (code, places[0]) in tiny_pack.problems()
    assert {found for found, place in tiny_pack.problems() if place.startswith(file)} <= {code}


LENS = """
lenses:
  - id: look
    title: A look
    text: Ours.
    groups:
      - {id: one, title: One, indicators: [soil.compost, SECOND]}
      - {id: NAME, title: Two}
"""


def test_an_indicator_of_a_lens_exists_and_a_group_is_named_once(tiny_pack):
    before = (tiny_pack.path / MODEL).read_text(encoding="utf-8")

    def problems(second, name):
        text = LENS.replace("SECOND", second).replace("NAME", name)
        (tiny_pack.path / MODEL).write_text(before + text, encoding="utf-8")
        return [code for code, _place in tiny_pack.problems()]

    assert problems("water.barrel", "two") == []
    assert problems("water.barel", "two") == ["MH203"]
    assert problems("water.barrel", "one") == ["MH202"]


@pytest.mark.parametrize(
    ("file", "old", "new", "hint"),
    [
        (MODEL, "indicators: [soil.compost]}", "indicators: [soil.compst]}", "Did you mean 'soil.compost'?"),
        (FULL, "context.ground,", "context.grond,", "Did you mean 'context.ground'?"),
        (SOIL, "owner: gardener", "owner: gardner", "Did you mean 'gardener'?"),
        (SOIL, "effort: light", "effort: heavy", "Possible here: light."),
        (SOIL, "phase: plan", "phase: zzz", "Possible here: grow, plan."),
        (
            MODEL,
            "factors: [soil, water]",
            "factors: [soil, water, air]",
            "Add factors/air.yaml, or take it off this list.",
        ),
        (MODEL, "factors: [soil, water]", "factors: [soil]", "Add it to 'factors' in model.yaml, or remove the file."),
    ],
)
def test_the_name_that_was_meant_is_suggested(tiny_pack, file, old, new, hint):
    tiny_pack.edit(file, old, new)
    assert hint in [one.hint for one in tiny_pack.found()]


def test_without_any_name_to_choose_from_the_hint_says_so(tiny_pack):
    tiny_pack.edit(MODEL, "partners:\n  - {id: neighbour, label: Neighbour}\n", "")
    (found,) = tiny_pack.found()
    assert (found.code, found.message, found.hint) == ("MH207", "there is no partner 'neighbour'", "The pack has none.")


def test_a_model_without_a_profile_or_quick_wins_is_fine(tiny_pack):
    tiny_pack.edit(MODEL, "  quick: {efforts: [light], terms: [season]}\n", "")
    text = (tiny_pack.path / MODEL).read_text()
    start, end = text.index("profile:"), text.index("rules:")
    tiny_pack.write(MODEL, text[:start] + text[end:])
    assert tiny_pack.problems() == []


def test_a_factor_needs_no_phase(tiny_pack):
    tiny_pack.edit(SOIL, "phase: plan\n", "")
    rule = "  - id: many\n    title: Many low\n    when: {count_of: {phase: plan, at_most: 0}, at_least: 1}\n"
    tiny_pack.edit(MODEL, rule, rule.replace("{phase: plan,", "{factor: soil,"))
    assert tiny_pack.problems() == []


@pytest.mark.parametrize("content", ["", "a: [\n", "schema: mhscan/factor@1\nid: soil\n", "- soil\n"])
def test_a_factor_that_cannot_be_read_is_not_also_said_to_be_missing(tiny_pack, content):
    tiny_pack.write(SOIL, content)
    assert {code for code, _place in tiny_pack.problems()}.isdisjoint({"MH201", "MH203", "MH207"})
    assert {place.split(":")[0] for _code, place in tiny_pack.problems()} == {SOIL}


def test_a_factor_that_is_gone_is_said_once_and_not_at_each_use(tiny_pack):
    (tiny_pack.path / SOIL).unlink()
    assert tiny_pack.problems() == [("MH201", f"{MODEL}:24:11")]


@pytest.mark.parametrize("content", ["", "a: [\n", "schema: mhscan/source@1\nid: book\n"])
def test_claims_of_a_source_that_cannot_be_read_are_not_said_to_be_missing(tiny_pack, content):
    tiny_pack.write(BOOK, content)
    assert {place.split(":")[0] for _code, place in tiny_pack.problems()} == {BOOK}


def test_without_its_model_the_rest_of_a_pack_is_not_held_against_it(tiny_pack):
    tiny_pack.write(MODEL, "a: [\n")
    assert tiny_pack.problems() == [("MH004", f"{MODEL}:2:1")]


@pytest.mark.parametrize("value", ["[soil]", "{a: 1}", "5", "~"])
def test_an_id_that_is_no_text_is_a_fault_of_its_shape_only(tiny_pack, value):
    (place,) = tiny_pack.edit(SOIL, "id: soil", f"id: ¦{value}")
    assert ("MH103", place) in tiny_pack.problems()


SPLIT = ("split: 50", "split: ¦500")
ROLE = ("{id: gardener, label: Gardener}", "{id: gardener, label: ¦7}")


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("MH207", SOIL, "owner: gardener", "owner: ¦gardner"),
        ("MH207", SOIL, "scale: steps", "scale: ¦step"),
        ("MH204", FULL, "context.ground,", "¦context.grond,"),
        ("MH203", FULL, "ask: [water.barrel]", "ask: [water.barrel, ¦water.barel]"),
    ],
)
def test_a_fault_in_the_shape_of_the_model_hides_none_in_another_file(tiny_pack, code, file, old, new):
    at = tiny_pack.edit(MODEL, *SPLIT)[0]
    place = tiny_pack.edit(file, old, new)[0]
    assert {("MH104", at), (code, place)} == {one for one in tiny_pack.problems() if one[0] < "MH210"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MODEL, *ROLE),
        (MODEL, "{id: gardener, label: Gardener}", "¦{label: Gardener}"),
        (MODEL, "{id: clay, text: Clay}", "{id: clay, text: ¦7}"),
        (MODEL, "{id: clay, text: Clay}", "¦{text: Clay}"),
        (MODEL, "{id: since, type: date,", "{id: ¦7, type: date,"),
        (MODEL, "factors: [soil, water]", "factors: [soil, ¦7]"),
        (MODEL, "  - {id: plots, type: number, text: How many plots?,", "  - {id: plots, type: number, text: ¦7,"),
        (SOIL, "question: Is there compost?", "question: ¦7"),
    ],
)
def test_nothing_is_reported_that_only_follows_from_a_fault_of_shape(tiny_pack, file, old, new):
    place = tiny_pack.edit(file, old, new)[0]
    found = {one for one in tiny_pack.problems() if one[0] < "MH210" or one[0][:3] in ("MH3", "MH4")}
    assert {one[1] for one in found} == {place}, found


def test_of_a_list_that_cannot_be_read_nobody_says_what_it_does_not_ask(tiny_pack):
    tiny_pack.edit(FULL, "ask: [context.ground, soil.compost]", "aks: [context.ground, soil.compost]")
    assert run_checks(read_folder(tiny_pack.path)) == []


def test_a_pack_of_before_remedies_and_priorities_loads_and_its_faults_are_found(tiny_pack):
    """`mend` and `first` had ids alone."""
    model = tiny_pack.path / MODEL
    text = model.read_text(encoding="utf-8").replace("remedies: [{indicator: water.barrel}]", "mend: [water.barrel]")
    start, end = text.index("  priorities:"), text.index("  low: 0")
    text = text[:start] + "  first: [soil.compost]\n" + text[end:]
    model.write_text(text, encoding="utf-8")
    pack = load_pack(tiny_pack.path)
    assert [priority.indicators for priority in pack.model.advice.priorities] == [("soil.compost",)]
    assert ("water.barrel",) in [rule.remedied() for rule in pack.model.rules]
    model.write_text(text.replace("mend: [water.barrel]", "mend: [water.barel]"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_pack(tiny_pack.path)
    assert [problem.code for problem in caught.value.problems] == ["MH203"]
