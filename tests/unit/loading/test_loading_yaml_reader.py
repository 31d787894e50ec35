"""YAML text to data with places, and everything that is refused in it."""

from __future__ import annotations

import time

import pytest

from mhscan.errors import Location
from mhscan.loading.yaml_reader import MAX_DEPTH, read_yaml

LAUGHS = "a: &a [x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)


def data_of(text: str) -> object:
    document, problems = read_yaml(text, "f")
    assert problems == []
    return document.data


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, str(one.location)) for one in read_yaml(text, "f")[1]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *[(text, None) for text in ("~", "null", "Null", "NULL", "")],
        *[(text, True) for text in ("true", "True", "TRUE")],
        *[(text, False) for text in ("false", "False", "FALSE")],
        *[("0", 0), ("12", 12), ("-3", -3), ("+4", 4), ("-0", 0), ("9" * 19, int("9" * 19))],
        *[("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("-1e3", -1000.0), ("1E-2", 0.01)],
    ],
)
def test_a_plain_scalar_is_what_yaml_1_2_says(text, wanted):
    value = data_of(f"a: {text}\n")["a"]
    assert value == wanted
    assert type(value) is type(wanted)


@pytest.mark.parametrize(
    "text",
    [
        *["word", "two words", "y", "n", "Y", "nO", "1.2.3", "1_000", "12:30", "12:30:45", "2026-05-01", "0b101"],
        *["2026-05-01T10:00:00Z", "=", "<<", ".inf", ".nan", "+", "1e999", "-1e999", "9" * 20, "é", "-a", "1a"],
    ],
)
def test_what_only_yaml_1_1_reads_otherwise_is_a_text(text):
    assert data_of(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("quoted", ["'no'", '"no"', "'0344'", '"12"', "|-\n  no", ">-\n  no"])
def test_what_is_quoted_is_a_text(quoted):
    assert data_of(f"a: {quoted}\n")["a"] in ("no", "0344", "12")


@pytest.mark.parametrize(
    "word", [f(word) for word in ("yes", "no", "on", "off") for f in (str.lower, str.title, str.upper)]
)
def test_a_word_that_yaml_1_1_takes_for_a_truth_value_is_refused_with_a_hint(word):
    document, problems = read_yaml(f"b: 1\na:  {word}\n", "f")
    assert [(one.code, str(one.location)) for one in problems] == [("MH007", "f:2:5")]
    truth = "true" if word.lower() in ("yes", "on") else "false"
    assert f"Write {truth} " in problems[0].hint
    assert f"'{word}' in quotes" in problems[0].hint
    assert document.data["a"] == word


@pytest.mark.parametrize("number", ["0344", "007", "00", "-012", "+01", "0_1", "0o17", "0x1F", "08"])
def test_a_number_that_programs_read_in_different_ways_is_refused_with_a_hint(number):
    document, problems = read_yaml(f"a: {number}\n", "f")
    assert [(one.code, str(one.location)) for one in problems] == [("MH007", "f:1:4")]
    assert "quotes" in problems[0].hint
    assert document.data["a"] == number


def test_keys_are_texts_whatever_they_look_like():
    assert data_of("1: a\nno: b\ntrue: c\n2026-05-01: d\n'': e\n") == {
        "1": "a",
        "no": "b",
        "true": "c",
        "2026-05-01": "d",
        "": "e",
    }


def test_mappings_and_lists_are_read_in_block_and_flow_style():
    assert data_of("a:\n  - b: 1\n    c: [x, {d: y}]\n  - []\ne: {}\n") == {
        "a": [{"b": 1, "c": ["x", {"d": "y"}]}, []],
        "e": {},
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~", "null\n"])
def test_a_text_without_data_is_empty(text):
    assert found(text) == [("MH005", "f:1:1")]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: [1, 2\n", "1:4"),
        ("a: 'x\n", "1:4"),
        ("a: b: c\n", "1:5"),
        ("a: 1\n b: 2\n", "2:2"),
        ("a: @b\n", "1:4"),
        ("a: `b`\n", "1:4"),
        ("a: }\n", "1:4"),
        ("- a\nb: c\n", "2:1"),
        ("a: \x07\n", "1:4"),
        ("é: ü\nb: é\x00\n", "2:5"),
        ('a: "\\ud800"\n', "1:5"),
        ("%YAML 9.9\n---\na: 1\n", "1:1"),
        ("[[[a", "1:5"),
    ],
)
def test_what_is_no_yaml_is_said_at_its_place(text, at):
    document, problems = read_yaml(text, "f")
    assert [(one.code, str(one.location)) for one in problems] == [("MH004", f"f:{at}")]
    assert document.data is None


@pytest.mark.parametrize(
    ("text", "at"), [("a:\n\tb: 1\n", "2:1"), ("a: 1\n\tb: 2\n", "2:1"), ("a:\n  - b\n\t- c\n", "3:1")]
)
def test_a_tab_in_the_place_of_spaces_is_said_to_be_one(text, at):
    assert ("MH016", f"f:{at}") in found(text)


def test_what_was_not_closed_is_said_where_it_begins():
    _document, (one,) = read_yaml("a: [1,\nb: 2\n", "f")
    assert str(one.location) == "f:1:4"


def test_what_was_wrong_before_the_text_breaks_off_is_said_too():
    assert found("a: no\na: 1\nb: [\n") == [("MH007", "f:1:4"), ("MH002", "f:2:1"), ("MH004", "f:4:1")]


def test_a_key_that_stands_twice_is_refused_at_the_second_with_the_line_of_the_first():
    document, problems = read_yaml("x:\n  a: 1\n  b: 2\n  a: {c: no}\n", "f")
    assert [(one.code, str(one.location)) for one in problems] == [("MH002", "f:4:3"), ("MH007", "f:4:10")]
    assert "the key 'a' stands here for the second time; first on line 2" in problems[0].message
    assert document.data == {"x": {"a": 1, "b": 2}}


def test_the_same_key_in_two_mappings_is_no_fault():
    assert data_of("a: {k: 1}\nb: {k: 1}\nc: [{k: 1}, {k: 1}]\n") is not None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: &x 1\n", ["1:4"]),
        ("a: *x\n", ["1:4"]),
        ("a: &x [1]\nb: *x\n", ["1:4", "2:4"]),
        ("&x a: 1\n", ["1:1"]),
        ("<<: *x\n", ["1:1"]),
        ("a: !!str 1\n", ["1:4"]),
        ("a: !own {b: 1}\n", ["1:4"]),
        ("!t a: 1\n", ["1:1"]),
        ("a: ! x\n", ["1:4"]),
        ("a: !t &x 1\n", ["1:4", "1:4"]),
        ("--- !t\na: 1\n", ["1:5"]),
        ("a: !!python/object/apply:os.system ['true']\n", ["1:4"]),
    ],
)
def test_anchors_aliases_and_tags_are_refused_at_their_place(text, places):
    assert found(text) == [("MH006", f"f:{place}") for place in places]


@pytest.mark.parametrize(
    ("text", "at"), [("? [a]\n: b\n", "1:3"), ("? {a: 1}\n: b\n", "1:3"), ("a: 1\n*x : b\n", "2:1")]
)
def test_a_key_that_is_no_text_is_refused(text, at):
    document, problems = read_yaml(text, "f")
    assert [(one.code, str(one.location)) for one in problems] == [("MH010", f"f:{at}")]
    assert document.data is None


@pytest.mark.parametrize(
    ("text", "at"), [("a: 1\n---\nb: 2\n", "2:1"), ("a\n---\nb\n---\nc\n", "2:1"), ("a: 1\n...\n---\nb: 2\n", "3:1")]
)
def test_a_second_document_is_refused_where_it_starts(text, at):
    assert found(text) == [("MH009", f"f:{at}")]


def test_marks_of_the_start_and_the_end_of_the_one_document_are_fine():
    assert data_of("%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


def test_nesting_is_read_down_to_the_limit_and_no_further():
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert found(deepest) == []
    assert found(f"[{deepest}]") == [("MH008", f"f:1:{MAX_DEPTH + 1}")]


@pytest.mark.parametrize(("unit", "at"), [("[", "1:33"), ("{a: ", "1:126"), ("- ", "1:65"), ("[{a: ", "1:78")])
def test_a_nesting_of_30_000_levels_is_refused_at_once(unit, at):
    before = time.process_time()
    assert found(unit * 30_000) == [("MH008", f"f:{at}")]
    assert time.process_time() - before < 5


def test_the_billion_laughs_are_not_laughed():
    document, problems = read_yaml(LAUGHS, "f")
    assert {one.code for one in problems} == {"MH006"}
    assert len(str(document.data)) < 2_000


@pytest.mark.parametrize(
    ("path", "at_key", "wanted"),
    [
        ((), False, "1:1"),
        (("a",), True, "2:1"),
        (("a",), False, "2:4"),
        (("é",), False, "3:4"),
        (("c",), False, "5:3"),
        (("c", 0), False, "5:5"),
        (("c", 0, "d"), True, "5:5"),
        (("c", 0, "d"), False, "5:8"),
        (("c", 1, 1), False, "6:9"),
        (("c", 1, "x"), False, "6:5"),
        (("c", 7), False, "5:3"),
        (("x",), False, "1:1"),
        (("a", "x", "y"), True, "2:1"),
    ],
)
def test_a_path_leads_to_its_place_or_the_nearest_above_it(path, at_key, wanted):
    document, _problems = read_yaml("# head\na: 1\né: 'ü'\nc:\n  - d: e\n  - [f, g]\n", "f")
    assert str(document.locate(path, at_key)) == f"f:{wanted}"


def test_columns_count_characters_and_not_bytes():
    assert found("a: [é, 'ü€😀', no]\n") == [("MH007", "f:1:15")]


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_do(mark):
    assert found(f"a: 'x{mark}y'\nb: no\n") == [("MH007", "f:2:4")]
    assert found(f"a: 'x{mark}y'\nb: [\n") == [("MH004", "f:3:1")]


def test_a_key_that_is_left_out_leaves_no_false_places():
    text = "a: 1\n" + "a: {b: [1, 2], c: {d: 1}}\n" * 50 + "e: text\n"
    document, _problems = read_yaml(text, "f")
    assert document.locate(("e", "b", 0)) == Location("f", 52, 4)
    assert document.locate(("a", "c")) == Location("f", 1, 4)
