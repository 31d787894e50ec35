"""Texts are in plain language, by the measure of the pack."""

from __future__ import annotations

import pytest

from mhscan.lint.plain_language import (
    Finding,
    avoided,
    decides,
    findings,
    is_help,
    mean_words,
    prose,
    sentences,
    whole,
    word_count,
)
from mhscan.lint.review import validate
from mhscan.pack.model import Avoided, Plain

PLAIN = Plain(
    longest=8, mean=6, commas=1, vague=("regular",), passive=(r"\bis \w+ed by \w+",), abbreviations=("UK",)
)  # fmt: skip
CODES = {"MH501", "MH502", "MH503", "MH504", "MH505", "MH506"}
MEASURE = """plain:
  longest: 12
  mean: 9
  commas: 1
  vague: [good]
  passive: ['\\bis \\w+ed by \\w+']
  abbreviations: [UK]
schema: mhscan/model@1
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
        ("Take two: one for you, one for me.", ["Take two:", "one for you, one for me."]),
        ("He said 'stop.' She did.", ["He said 'stop.'", "She did."]),
        ("On 1.5.2026 at no. seven.", ["On 1.5.2026 at no. seven."]),
        ("Bring e.g. Bread and water.", ["Bring e.g. Bread and water."]),
        ("A list\n1. Bread\n2. Water", ["A list\n1. Bread\n2. Water"]),
        ("", []),
    ],
)
def test_a_text_falls_apart_into_its_sentences(text, wanted):
    assert sentences(text) == wanted


def test_only_what_has_a_letter_or_a_number_in_it_is_a_word():
    assert word_count("Two words - and 3 more … !") == 5


def test_what_ends_without_a_mark_is_no_whole_sentence():
    assert whole("A heading") == []
    assert whole("It rains. A heading") == ["It rains."]


def test_the_mean_is_over_whole_sentences_and_0_without_any():
    assert mean_words(["One two three. One.", "A heading of many words"]) == 2
    assert mean_words(["A heading"]) == 0


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("This one has one word more than eight words.", "long", "This one has one word more than eight words."),
        ("Bread, water, salt.", "commas", "Bread, water, salt."),
        ("The work is checked by Anna.", "passive", "is checked by Anna"),
        ("The GGD helps.", "abbreviation", "GGD"),
        ("Two  spaces.", "untidy", "o  s"),
        ("A {mark} is left.", "untidy", "{"),
        ("A space , before it.", "untidy", " ,"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_found(text, kind, words):
    assert Finding(kind, words) in list(findings(text, PLAIN))


@pytest.mark.parametrize(
    "text",
    [
        "Eight words is just as long as can.",
        "Bread, water.",
        "It costs 1,5 and 2,5 and 3,5.",
        "Anna checks it.",
        "The UK helps.",
        "The Garden Group Duty (GGD) helps. GGD.",
        "GGD (Garden Group Duty) helps.",
    ],
)
def test_what_is_plain_is_not_found(text):
    assert list(findings(text, PLAIN)) == []


def test_vague_words_are_found_only_where_a_text_decides():
    assert list(findings("They meet at Regular times.", PLAIN)) == []
    assert list(findings("They meet at Regular times.", PLAIN, decides=True)) == [Finding("vague", "regular")]
    assert list(findings("An irregular time.", PLAIN, decides=True)) == []


def test_only_texts_for_people_are_looked_at():
    data = {
        "id": "one",
        "title": "A title",
        "steps": ["First", {"text": "Second"}, 3],
        "applies_if": {"text": "never read"},
        "sections": [{"title": "Part", "ask": ["context.one"]}],
        "context": [{"ask": "What?"}],
    }
    assert list(prose(data)) == [
        (("title",), "A title"),
        (("steps", 0), "First"),
        (("steps", 1, "text"), "Second"),
        (("sections", 0, "title"), "Part"),
        (("context", 0, "ask"), "What?"),
    ]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("indicators", 0, "levels", 2, "text"), True),
        (("indicators", 0, "question"), True),
        (("context", 0, "text"), True),
        (("indicators", 0, "help", "text"), False),
        (("text",), False),
        (("context", 0, "help", "text"), False),
    ],
)
def test_questions_and_levels_decide(path, wanted):
    assert decides(path) is wanted


def about(pack):
    """What validation says about plain language, warnings too."""
    return [one for one in validate([pack.path], pack.path) if one.code in CODES]


def test_a_pack_that_does_not_say_what_plain_is_is_not_measured(tiny_pack):
    tiny_pack.edit("factors/soil.yaml", "title: Soil", 'title: "The  XYZ is judged by nobody, ever, at all"')
    assert about(tiny_pack) == []


def test_all_that_is_not_plain_in_a_pack_is_a_warning_with_its_place(tiny_pack):
    tiny_pack.edit("factors/model.yaml", "schema: mhscan/model@1\n", MEASURE)
    (at,) = tiny_pack.edit("factors/soil.yaml", "title: Soil", 'title: ¦"The  XYZ is judged by nobody, ever, at all."')
    found = [one for one in about(tiny_pack) if str(one.location).endswith(at)]
    assert {one.code for one in found} == {"MH503", "MH504", "MH506"}
    assert {one.severity for one in found} == {"warning"}
    assert "'is judged by nobody' names who acts, yet turns the sentence round" in [one.message for one in found]


def test_a_long_sentence_says_how_long_it_is(tiny_pack):
    tiny_pack.edit("factors/model.yaml", "schema: mhscan/model@1\n", MEASURE)
    long = "word " * 13
    tiny_pack.edit("factors/soil.yaml", "title: Soil", f"title: {long.strip()}")
    (found,) = [one for one in about(tiny_pack) if one.code == "MH501"]
    assert found.message.startswith("13 words in a sentence, more than 12: word")
    assert found.hint == "Make two sentences of it."


def test_a_vague_level_is_said(tiny_pack):
    tiny_pack.edit("factors/model.yaml", "schema: mhscan/model@1\n", MEASURE.replace("good", "compost"))
    assert "MH502" in {one.code for one in about(tiny_pack)}


def test_sentences_that_are_long_on_average_are_said_once_a_file(tiny_pack):
    tiny_pack.edit("factors/model.yaml", "schema: mhscan/model@1\n", MEASURE.replace("mean: 9", "mean: 1.5"))
    found = [one for one in about(tiny_pack) if one.code == "MH505"]
    assert found
    assert len({one.location.file for one in found}) == len(found)
    assert "words on average, more than 1.5" in found[0].message


def test_a_file_whose_shape_is_wrong_is_passed_over(tiny_pack):
    tiny_pack.edit("factors/model.yaml", "schema: mhscan/model@1\n", MEASURE)
    tiny_pack.edit("factors/soil.yaml", "title: Soil", "titel: The XYZ")
    assert "MH504" not in {one.code for one in about(tiny_pack)}


def test_without_a_model_nothing_is_measured(tiny_pack):
    tiny_pack.write("factors/model.yaml", "")
    assert not {one.code for one in about(tiny_pack)} & {"MH501", "MH504", "MH505"}


NONE = Avoided(pattern=r"^an? \w+ is not there", why="Say first that there is none.", instead="There is no heap.")
IT = Avoided(pattern=r"\bher\b", why="A thing is no person.", instead="Turn it.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A heap is not there.", ["A heap is not there"]),
        ("There is rain. A heap is not there.", ["A heap is not there"]),
        ("AN OVEN IS NOT THERE.", ["AN OVEN IS NOT THERE"]),
        ("A heap is not there: turn her.", ["A heap is not there", "her"]),
        ("Turn her. Cover her.", ["her", "her"]),
        ("There is no heap. A heap helps.", []),
        ("Where a heap is not there, rain comes.", []),
    ],
)
def test_a_wording_to_avoid_is_found_in_each_sentence(text, words):
    assert [found for found, _wording in avoided(text, (NONE, IT))] == words


def test_a_wording_is_found_beside_what_is_said_of_it():
    assert list(avoided("Turn her.", (NONE, IT))) == [("her", IT)]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("indicators", 0, "help", "text"), True),
        (("wording", "soil.compost", "help", "text"), True),
        (("context", 0, "help"), True),
        (("help",), True),
        (("indicators", 0, "why", "text"), False),
        (("text",), False),
    ],
)
def test_help_with_sources_and_without_is_help(path, wanted):
    assert is_help(path) is wanted


def plain_with(tiny_pack, more):
    """What is found in the pack of the tests when its model has more under `plain`."""
    tiny_pack.edit("factors/model.yaml", "schema: mhscan/model@1\n", MEASURE.replace("schema:", f"{more}\nschema:"))
    return [one for one in validate([tiny_pack.path], tiny_pack.path) if one.code in ("MH526", "MH527")]


def test_a_wording_to_avoid_says_why_and_gives_an_example(tiny_pack):
    tiny_pack.edit("factors/soil.yaml", "title: Soil", "title: The soil of her")
    (found,) = plain_with(tiny_pack, "  avoid: [{pattern: '\\bher\\b', why: A thing is no person., instead: Turn it.}]")
    assert (found.code, found.severity) == ("MH526", "warning")
    assert found.message == "'her' is a wording to avoid. A thing is no person."
    assert found.hint == "For example: Turn it."


@pytest.mark.parametrize(
    ("text", "count"), [("One. Two. Three.", 3), ("One: two. Two? Three.", 3), ("One: two. Two.", 0)]
)
def test_a_help_with_more_sentences_than_the_pack_allows_is_found(tiny_pack, text, count):
    tiny_pack.edit("factors/soil.yaml", "title: Compost", f'title: Compost\n    help: {{text: "{text}"}}')
    found = plain_with(tiny_pack, "  help: 2")
    assert [one.message for one in found] == ([f"{count} sentences of help, more than 2"] if count else [])
