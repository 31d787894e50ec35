"""What differs between two packs, and what it comes to."""

from __future__ import annotations

import pytest

MODEL = "factors/model.yaml"
SOIL = "factors/soil.yaml"
WATER = "factors/water.yaml"
BOOK = "factors/sources/book.yaml"
FULL = "questionnaires/full.yaml"
COMPOST = "soil.compost"

ONE_EDIT = {
    "wording of a title": (
        SOIL,
        "title: Compost",
        "title: ¦Compost heap",
        ("indicator", COMPOST, "title", "patch", "kept"),
    ),
    "wording of a question": (
        SOIL,
        "Is there compost?",
        "¦Any compost?",
        ("indicator", COMPOST, "question", "patch", "look"),
    ),
    "wording of a level": (
        SOIL,
        "text: There is none.",
        "text: ¦None.",
        ("level", "soil.compost.0", "text", "patch", "look"),
    ),
    "a heavier indicator": (
        SOIL,
        "    scale: steps",
        "    scale: steps\n    weight: ¦2",
        ("indicator", COMPOST, "weight", "major", "look"),
    ),
    "a condition": (WATER, "is: sand}", "is: clay}", ("indicator", "water.barrel", "applies_if", "major", "look")),
    "an owner": (
        SOIL,
        "        owner: gardener\n",
        "",
        ("action", "soil.compost.start-heap", "owner", "minor", "kept"),
    ),
    "a score": (MODEL, "score: 40}", "score: ¦50}", ("scale level", "steps.1", "score", "major", "look")),
    "a label of a scale": (
        MODEL,
        "label: Begun",
        "label: ¦Started",
        ("scale level", "steps.1", "label", "patch", "kept"),
    ),
    "a band": (MODEL, "from: 60", "from: ¦70", ("band", "high", "from", "major", "look")),
    "the axis split": (MODEL, "split: 50", "split: ¦60", ("profile", "", "split", "major", "look")),
    "the coverage": (MODEL, "minimum: 0.5", "minimum: ¦0.6", ("model", "", "coverage.minimum", "major", "look")),
    "how scores are made": (
        MODEL,
        "bands:",
        "aggregate: {mean: ¦minimum}\nbands:",
        ("model", "", "aggregate.mean", "major", "look"),
    ),
    "a rule": (
        MODEL,
        "at_most: 0}, at_least: 1}",
        "at_most: 1}, at_least: 1}",
        ("rule", "many", "when", "minor", "kept"),
    ),
    "the order of advice": (
        MODEL,
        '- {id: first, reason: "Without this the rest does not get going.", indicators: [soil.compost]}',
        '¦- {id: first, reason: "Without this the rest does not get going.", indicators: [water.barrel]}',
        ("model", "", "advice.priorities", "minor", "kept"),
    ),
    "a type of question": (
        MODEL,
        "type: yesno",
        "type: ¦date",
        ("question", "context.fenced", "type", "major", "archived"),
    ),
    "the words of an option": (
        MODEL,
        "text: A hose",
        "text: ¦A long hose",
        ("option", "context.tools.hose", "text", "patch", "look"),
    ),
    "a tighter limit": (
        MODEL,
        "maximum: 500",
        "maximum: ¦400",
        ("question", "subject.plots", "maximum", "major", "look"),
    ),
    "what a questionnaire is for": (
        FULL,
        "title: The whole check",
        "title: ¦The check",
        ("questionnaire", "full", "title", "patch", "kept"),
    ),
    "a heading of a questionnaire": (
        FULL,
        "title: The water",
        "title: Water",
        ("questionnaire", "full", "sections", "patch", "kept"),
    ),
    "a wording of a questionnaire": (
        FULL,
        "Did you see compost?",
        "¦Seen compost?",
        ("wording", "full.soil.compost", "question", "patch", "look"),
    ),
    "a claim": (
        BOOK,
        "section: One, kind: factor",
        "section: One, kind: ¦pitfall",
        ("claim", "BK-1", "kind", "minor", "kept"),
    ),
}


@pytest.mark.parametrize("what", ONE_EDIT)
def test_a_change_of_one_key_has_its_size_effect_and_place(packs, what):
    file, old, new, (kind, thing, field, size, effect) = ONE_EDIT[what]
    places = packs.new.edit(file, old, new)
    (found,) = packs.summary()
    assert found[:6] == ("changed", kind, thing, field, size, effect)
    assert places in ([], [found[6]])
    assert found[6].startswith(f"{file}:")


def test_words_of_the_glossary_that_come_go_or_change_are_wording(packs):
    head = "schema: mhscan/glossary@1\nterms:\n  - {id: heap, term: heap, text: A pile.}\n"
    folders = (packs.old, packs.new.path)
    for folder, more in zip(
        folders, ("{id: rake, term: rake, text: R.}", "{id: hoe, term: hoe, text: H.}"), strict=True
    ):
        text = head.replace("A pile", "A stack") if folder is packs.old else head
        (folder / "factors/glossary.yaml").write_text(f"{text}  - {more}\n", encoding="utf-8")
    assert sorted(one[:5] for one in packs.summary()) == [
        ("added", "explained word", "hoe", "", "patch"),
        ("changed", "explained word", "heap", "text", "patch"),
        ("removed", "explained word", "rake", "", "patch"),
    ]


def test_a_glossary_that_is_new_is_wording(packs):
    text = "schema: mhscan/glossary@1\nterms:\n  - {id: heap, term: heap, text: A pile.}\n"
    (packs.new.path / "factors/glossary.yaml").write_text(text, encoding="utf-8")
    assert [one[:5] for one in packs.summary()] == [("added", "glossary", "", "", "patch")]


def test_nothing_changed_is_no_change(packs):
    assert packs.summary() == []


def test_comments_order_of_keys_and_written_defaults_are_no_change(packs):
    packs.new.edit(SOIL, "id: soil\nphase: plan\n", "# a comment\nphase: plan\nweight: 1\nid: soil\n")
    assert packs.summary() == []


def test_neither_the_version_nor_the_name_of_a_file_is_a_change(packs):
    packs.new.edit(MODEL, "version: 1.2.3", "version: 9.9.9")
    (packs.new.path / SOIL).rename(packs.new.path / "factors" / "earth.yaml")
    assert packs.summary() == []


def test_what_is_new_stands_in_the_new_pack(packs):
    places = packs.new.edit(
        MODEL,
        "  - {id: street, label: The street, ask: What is the scheme called?}",
        "  - {id: street, label: The street, ask: What is the scheme called?}\n"
        "  - ¦{id: club, label: The club, ask: What is it called?}",
    )
    assert packs.summary() == [("added", "carrier", "club", "", "minor", "kept", places[0])]


def test_what_is_gone_stands_in_the_old_pack(packs):
    before = (packs.old / MODEL).read_text().split("{id: clay")[0]
    where = f"{MODEL}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    packs.new.edit(
        MODEL, "{id: clay, text: Clay}, {id: sand, text: Sand}", "{id: loam, text: Loam}, {id: sand, text: Sand}"
    )
    packs.new.edit(MODEL, "in: [clay, sand]", "in: [loam, sand]")
    found = packs.summary()
    assert ("removed", "option", "context.ground.clay", "", "major", "archived", where) in found
    assert ("added", "option", "context.ground.loam", "", "minor", "kept", where) in found


def test_a_new_indicator_is_minor_and_leaves_a_question_open(packs):
    text = (packs.new.path / WATER).read_text()
    more = text[text.index("  - id: barrel") :].replace("barrel", "tap").replace("a rain tap", "a tap")
    packs.new.write(WATER, text + more)
    assert [one[:6] for one in packs.summary()] == [("added", "indicator", "water.tap", "", "minor", "look")]


def test_a_level_that_goes_takes_its_answers_with_it(packs):
    packs.new.edit(MODEL, "      - {level: 2, label: Habit, score: 100}\n", "")
    packs.new.edit(SOIL, "      - {level: 2, text: 'The heap is turned each month.', label: Turned}\n", "")
    found = {one[1:6] for one in packs.summary()}
    assert ("scale level", "steps.2", "", "major", "look") in found
    assert ("level", "soil.compost.2", "", "major", "archived") in found


def test_another_scale_is_major(packs):
    packs.new.edit(
        MODEL,
        "phases:\n",
        "  ticks:\n    levels:\n      - {level: 0, label: A, score: 0}\n      - {level: 1, label: B, score: 9}\n"
        "      - {level: 2, label: C, score: 10}\nphases:\n",
    )
    places = packs.new.edit(SOIL, "scale: steps", "scale: ¦ticks")
    assert packs.summary() == [
        ("changed", "indicator", COMPOST, "scale", "major", "look", places[0]),
        ("added", "scale", "ticks", "", "minor", "kept", packs.summary()[1][6]),
    ]


def renamed(packs, alias: str) -> None:
    """Call an indicator otherwise, in all files."""
    for path in packs.new.path.rglob("*.yaml"):
        path.write_text(path.read_text().replace("soil.compost", "soil.heap"))
    packs.new.edit(SOIL, "  - id: compost\n", f"  - id: heap\n{alias}")


def test_an_indicator_that_is_renamed_with_an_alias_is_the_same_one_wherever_it_is_named(packs):
    renamed(packs, "    aliases: [soil.compost]\n")
    assert packs.summary() == [("renamed", "indicator", "soil.heap", "", "minor", "kept", f"{SOIL}:8:5")]


def test_an_indicator_that_is_renamed_without_an_alias_loses_them(packs):
    renamed(packs, "")
    (found,) = packs.changes()
    assert (found.operation, found.before, found.after) == ("renamed", COMPOST, "soil.heap")
    assert (found.weight.size, found.weight.effect) == ("major", "archived")


def test_a_factor_that_is_renamed_with_an_alias_takes_its_indicators_along(packs):
    for path in packs.new.path.rglob("*.yaml"):
        text = path.read_text().replace("soil.compost", "earth.compost").replace("factor: soil", "factor: earth")
        path.write_text(text.replace("[soil, water]", "[earth, water]"))
    packs.new.edit(SOIL, "id: soil\n", "id: earth\naliases: [soil]\n")
    found = [one[:6] for one in packs.summary()]
    assert ("renamed", "factor", "earth", "", "minor", "kept") in found
    assert ("renamed", "indicator", "earth.compost", "", "minor", "kept") in found
    assert len(found) == 2


def test_an_indicator_that_is_gone_altogether_is_major_and_archived(packs):
    packs.new.edit(WATER, "id: barrel", "id: pond")
    packs.new.edit(WATER, "Is there a rain barrel?", "Is there a pond?")
    found = {one[:6] for one in packs.summary()}
    assert ("removed", "indicator", "water.barrel", "", "major", "archived") in found
    assert ("added", "indicator", "water.pond", "", "minor", "look") in found


def test_another_order_of_factors_changes_the_order_of_advice(packs):
    places = packs.new.edit(MODEL, "factors: [soil, water]", "factors: ¦[water, soil]")
    assert packs.summary() == [("moved", "model", "", "factors", "minor", "kept", places[0])]


def test_another_order_of_questions_is_a_patch(packs):
    places = packs.new.edit(FULL, "[context.ground, soil.compost]", "[soil.compost, context.ground]")
    assert places == []
    assert [one[:6] for one in packs.summary()] == [("moved", "questionnaire", "full", "ask", "patch", "kept")]


def test_a_question_that_is_no_longer_asked_can_change_what_is_shown(packs):
    packs.new.edit(FULL, "[context.ground, soil.compost]", "[soil.compost]")
    found = ("removed", "entry", "full.context.ground", "", "major", "look", f"{FULL}:7:11")
    assert packs.summary() == [found]


def test_the_heaviest_change_comes_first(packs):
    packs.new.edit(MODEL, "title: Allotment check", "title: Garden check")
    packs.new.edit(SOIL, "    scale: steps", "    scale: steps\n    weight: 2")
    packs.new.edit(MODEL, "indicators: [soil.compost]}", "indicators: [water.barrel]}")
    assert [one[4] for one in packs.summary()] == ["major", "minor", "patch"]


def test_a_profile_that_comes_is_new_and_one_that_goes_can_change_the_picture(packs):
    text = (packs.new.path / MODEL).read_text()
    start, end = text.index("profile:"), text.index("rules:")
    packs.new.write(MODEL, text[:start] + text[end:])
    assert [one[:6] for one in packs.summary()] == [("removed", "profile", "", "", "major", "look")]


def test_a_key_that_the_table_does_not_know_needs_a_look(packs, monkeypatch):
    from mhscan.diff import compare

    fields = {key: one for key, one in compare.INDICATOR.fields.items() if key != "title"}
    monkeypatch.setitem(compare.INDICATOR.__dict__, "fields", fields)
    packs.new.edit(SOIL, "title: Compost", "title: Heap")
    assert [one[1:6] for one in packs.summary()] == [("indicator", COMPOST, "title", "minor", "look")]


@pytest.mark.parametrize(
    ("file", "old", "new", "change"),
    [
        (MODEL, "- {id: ground,", "- {id: soil-type, aliases: [ground],", ("question", "context.soil-type")),
        (MODEL, "{id: plots,", "{id: beds, aliases: [plots],", ("question", "subject.beds")),
        (MODEL, "{id: sand,", "{id: light, aliases: [sand],", ("option", "context.ground.light")),
    ],
)
def test_a_question_of_the_model_or_an_option_keeps_its_answers_under_an_alias(packs, file, old, new, change):
    packs.new.edit(file, old, new)
    for path in packs.new.path.rglob("*.yaml"):
        text = path.read_text()
        if "soil-type" in new:
            text = text.replace("context: ground", "context: soil-type").replace("context.ground", "context.soil-type")
        path.write_text(text.replace("subject: plots", "subject: beds"))
    found = [one[:6] for one in packs.summary() if one[0] != "changed"]
    assert found == [("renamed", *change, "", "minor", "kept")]


def test_an_action_keeps_its_state_under_an_alias(packs):
    packs.new.edit(SOIL, "- id: start-heap\n", "- id: renewed\n        aliases: [soil.start-heap]\n")
    assert [one[:6] for one in packs.summary()] == [("renamed", "action", "soil.compost.renewed", "", "minor", "kept")]
