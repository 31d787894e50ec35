"""Data to models: each fault at its place, once, and in words of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan import language
from mhscan.base import Strict
from mhscan.errors import Problem
from mhscan.loading.near import suggest
from mhscan.loading.validation import path_in_data, to_model
from mhscan.loading.yaml_reader import read_yaml
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"
TEXTS = {
    Model: (TINY / "factors" / "model.yaml").read_text(),
    Factor: (TINY / "factors" / "soil.yaml").read_text(),
    Questionnaire: (TINY / "questionnaires" / "full.yaml").read_text(),
}
PLACE = "¦"
FENCED = "{id: fenced, type: yesno, text: Is there a fence?}"
MOTTO = "type: text, text: What is the motto?, pattern: '[A-Z].*'"
BARREL = "{indicator: water.barrel, at_most: 0}"
HELP = "help: {text: Look behind the shed., sources: [BK-2]}"


def faults(kind: type[Model | Factor | Questionnaire], old: str, new: str) -> tuple[list[Problem], list[str]]:
    """What is wrong with a small file in which one text is changed, and the places that are marked in the new text."""
    assert TEXTS[kind].count(old) == 1
    parts = TEXTS[kind].replace(old, new).split(PLACE)
    before = ["".join(parts[: n + 1]) for n in range(len(parts) - 1)]
    marked = [f"f:{one.count(chr(10)) + 1}:{len(one) - one.rfind(chr(10))}" for one in before]
    document, problems = read_yaml("".join(parts), "f")
    assert problems == []
    return sorted(to_model(document, kind)[1], key=lambda one: one.location), marked


@pytest.mark.parametrize("kind", TEXTS)
def test_a_right_file_becomes_its_model(kind):
    value, problems = to_model(read_yaml(TEXTS[kind], "f")[0], kind)
    assert (type(value), problems) == (kind, [])


@pytest.mark.parametrize(
    ("kind", "old", "new", "codes"),
    [
        # a key that is missing, or one too many
        (Factor, "{level: 0, text: There is none.}", "¦{level: 0}", "MH101"),
        (Model, "meaning: From", "¦meening: From", "MH102"),
        (Model, BARREL, "{indicator: water.barrel, ¦at_mst: 0}", "MH102"),
        (Model, MOTTO, "type: text, text: What?, ¦patern: 'x'", "MH102"),
        (Model, "count_of: {phase: plan, at_most: 0}", "count_of: {phase: plan, ¦at_mst: 0}", "MH102"),
        (Model, "- {text: Gardens differ., sources: [BK-1]}", "- {text: a, ¦surces: []}", "MH102"),
        (Model, "- {id: motto, type: text, text: What is the motto?,", "- ¦{id: motto, type: text,", "MH101"),
        (Questionnaire, "question: Did", "¦qestion: Did", "MH102"),
        # another kind of value
        (Model, "coverage: {minimum: 0.5}", "coverage: ¦0.5", "MH103"),
        (Model, "coverage: {minimum: 0.5}", "coverage: {minimum: ¦'0.5'}", "MH103"),
        (Model, "version: 1.2.3", "version: ¦1.2", "MH103"),
        (Model, "factors: [soil, water]", "factors: ¦soil", "MH103"),
        (Model, "factors: [soil, water]", "factors: [soil, ¦2]", "MH103"),
        (Model, MOTTO, "type: text, text: What?, pattern: ¦5", "MH103"),
        (Model, MOTTO, "type: text, text: ¦[x]", "MH103"),
        (Model, FENCED, "¦fenced", "MH103"),
        (Model, BARREL, "¦water.barrel", "MH103"),
        (Model, BARREL, "{indicator: water.barrel, at_most: ¦1.5}", "MH103"),
        (Model, "{context: ground, is: sand}", "{context: ground, is: ¦[sand]}", "MH103"),
        (Model, "count_of: {phase: plan, at_most: 0}", "count_of: ¦plan", "MH103"),
        (Model, "[{factor: soil, at_most: 20}", "[{factor: soil, at_most: ¦x}", "MH103"),
        (Factor, "to: 1\n", "to: ¦true\n", "MH103"),
        (Factor, "phase: plan", "weight: ¦~", "MH103"),
        (Factor, "title: Care of the soil", "title: Care, scored: ¦maybe", "MH103"),
        (Factor, HELP, "help: ¦[Look.]", "MH103"),
        # a value that cannot stand there
        (Model, FENCED, "{id: fenced, type: ¦yesnoo, text: Is there a fence?}", "MH104"),
        (Model, BARREL, "¦{indicatr: water.barrel, at_most: 0}", "MH104"),
        (Model, BARREL, "{indicator: ¦barrel, at_most: 0}", "MH104"),
        (Model, "{context: ground, is: sand}", "{context: ground, state: ¦gone}", "MH104"),
        (Model, "coverage: {minimum: 0.5}", "coverage: {minimum: ¦5}", "MH104"),
        (Model, "id: allotment", "id: ¦Allotment", "MH104"),
        (Model, "id: allotment", f"id: ¦{'a' * 61}", "MH104"),
        (Model, "  steps:", "  ¦Steps:", "MH104"),
        (Model, "factors: [soil, water]", "factors: ¦[]", "MH104"),
        (Model, "pattern: '[A-Z].*'", "pattern: ¦'['", "MH104"),
        (Factor, "phase: plan", "weight: ¦0", "MH104"),
        (Factor, HELP, "help: ¦''", "MH104"),
        (Factor, "title: Care of the soil", "title: Care, combine: ¦worst", "MH104"),
        (Questionnaire, "soil.compost:\n", "¦soilcompost:\n", "MH104"),
        (Questionnaire, "[water.barrel]", "[¦waterbarrel]", "MH104"),
        # several at once
        (Factor, HELP, "help: {¦txt: Look.}", "MH102"),
        (Model, BARREL, "{indicator: ¦barrel, at_most: ¦low}", "MH104 MH103"),
        (Model, "{high: {factor: soil}", "{¦hgh: {factor: soil}", "MH102"),
    ],
)
def test_each_fault_is_said_once_at_its_place(kind, old, new, codes):
    problems, marked = faults(kind, old, new)
    assert [one.code for one in problems] == codes.split()
    assert sorted({str(one.location) for one in problems}) == sorted(marked)


def test_a_key_that_is_missing_is_named_with_how_to_add_it():
    (found,) = faults(Factor, "{level: 0, text: There is none.}", "{level: 0}")[0]
    assert (found.message, found.hint) == ("the key 'text' is missing", "Add a line 'text: ...' here.")


def test_a_key_that_is_missing_at_the_top_is_said_at_the_first_line():
    problems, _marked = faults(Factor, "title: Soil\n", "")
    assert [(one.code, str(one.location)) for one in problems] == [("MH101", "f:1:1")]


def test_a_question_without_a_type_is_told_so():
    (found,) = faults(Model, FENCED, "{id: fenced, text: Is there a fence?}")[0]
    assert (found.code, found.message) == ("MH101", "the key 'type' is missing")


@pytest.mark.parametrize(
    ("kind", "old", "new", "hint"),
    [
        (Model, "title: Allotment check", "titel: x", "Did you mean 'title'?"),
        (Model, "meaning: From", "meening: From", "Did you mean 'meaning'?"),
        (Model, BARREL, "{indicator: water.barrel, at_mst: 0}", "Did you mean 'at_most'?"),
        (Model, MOTTO, "type: text, text: What?, patern: 'x'", "Did you mean 'pattern'?"),
        (Model, "{high: {factor: soil}", "{high: {faktor: soil}", "Did you mean 'factor'?"),
        (Model, "{id: low, label: Low, from: 0}", "{id: low, label: Low, form: 0}", "Did you mean 'from'?"),
        (Factor, "owner: gardener", "woner: gardener", "Did you mean 'owner'?"),
        (Factor, "sources: [BK-2]}", "surces: [BK-2]}", "Did you mean 'sources'?"),
        (Questionnaire, "question: Did", "qestion: Did", "Did you mean 'question'?"),
        (Model, "coverage: {minimum: 0.5}", "coverage: {minimum: 0.5, zzz: 1}", "minimum, not_applicable_at_most"),
    ],
)
def test_an_unknown_key_comes_with_the_key_that_was_meant_or_those_that_are_possible(kind, old, new, hint):
    (found,) = [one for one in faults(kind, old, new)[0] if one.code == "MH102"]
    assert hint in found.hint


class Item(Strict):
    label: str


class Box(Strict):
    items: dict[str, Item]


def test_an_unknown_key_is_recognised_under_a_key_of_ones_own_choice_too():
    document, _problems = read_yaml("items:\n  My own: {label: x, lable: y}\n", "f")
    (found,) = to_model(document, Box)[1]
    assert (str(found.location), found.hint) == ("f:2:22", "Did you mean 'label'?")


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("version: 1.2.3", "version: 1.20", "a text is expected here, not '1.20'", "Did you mean '1.20.0'?"),
        ("factors: [soil, water]", "factors: {}", "a list is expected here, not a group of keys", "with a dash"),
        (
            "coverage: {minimum: 0.5}",
            "coverage:",
            "a group of 'key: value' lines is expected here, not nothing",
            "Write something behind the colon",
        ),
        (
            "coverage: {minimum: 0.5}",
            "coverage: {minimum: -1}",
            "'-1' lies outside the limits",
            "It must be 0 or more.",
        ),
        ("coverage: {minimum: 0.5}", "coverage: {minimum: 2}", "'2' lies outside the limits", "It must be 1 or less."),
        ("weight: 2", "weight: 0", "'0' lies outside the limits", "It must be 0.001 or more."),
        ("weight: 2", "weight: true", "a number is expected here, not 'true'", "such as 2 or 0.5"),
        ("bands:\n", "bands: []\nbandz:\n", "there is too little here", "At least 1 expected."),
        ("id: allotment", "id: A", "'A' does not have the right form", "Did you mean 'a'? Write lower case"),
        ("id: allotment", f"id: {'a' * 61}", f"'{'a' * 40}…' is too long", "at most 60 characters; these are 61."),
        (
            "type: yesno",
            "type: yes-no",
            "'yes-no' cannot stand here",
            "Did you mean 'yesno'? Possible here: single, multi, yesno, number",
        ),
        ("severity: warning", "severity: error", "'error' cannot stand here", "Possible here: warning, notice."),
        (BARREL, "{a: 1}", "it cannot be told what is meant here", "A condition starts with one of: all, any, not,"),
        (
            "pattern: '[A-Z].*'",
            "pattern: '['",
            "this pattern cannot be read: a bracket '[' is not closed, at character 1",
            "a backslash",
        ),
    ],
)
def test_a_fault_is_said_in_words_of_ours_with_a_hint(old, new, message, hint):
    found = faults(Model, old, new)[0][0]
    assert found.message.startswith(message)
    assert hint in found.hint


def test_a_fault_is_said_in_the_language_in_use():
    language.use("nl")
    found = faults(Model, "version: 1.2.3", "version: 1.2")[0][0]
    assert found.message.startswith("hier hoort een tekst")


@pytest.mark.parametrize(
    ("loc", "path"),
    [
        (("a", 0, "b"), ("a", 0, "b")),
        (("a", "tuple[X, ...]", 0, "<Y>", "b"), ("a", 0, "b")),
        (("a", 0, "missing"), ("a", 0)),
        (("a", 5), ("a",)),
        (("a", 0, "b", "int"), ("a", 0, "b")),
        (("q", "text", "text"), ("q", "text")),
        (("q", "text", "id"), ("q", "id")),
        (("q", "text"), ("q", "text")),
        ((), ()),
    ],
)
def test_the_names_of_union_members_are_no_part_of_a_path(loc, path):
    assert path_in_data({"a": [{"b": 1}], "q": {"type": "text", "text": "What?", "id": "x"}}, loc) == path


@pytest.mark.parametrize(("word", "wanted"), [("titel", "Did you mean 'title'?"), ("zzz", ""), ("", "")])
def test_a_near_word_is_suggested_and_a_far_one_is_not(word, wanted):
    assert suggest(word, ["text", "title", "id"]) == wanted
