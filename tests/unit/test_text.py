"""Text from elsewhere, made harmless."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.text import (
    NotTextError,
    as_json,
    folded,
    look_alike,
    neutral,
    received,
    shell,
    shown,
    sifted,
    sort_key,
    visible,
)


@pytest.mark.parametrize("text", ["", "Plain text.", "é ü ñ – “quoted” …", "tab\tand\nline", "中文 😀 العربية"])
def test_ordinary_text_stays_as_it_is(text):
    assert neutral(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bcreset", "reset"),
        ("a\x9b31mb", "a31mb"),
        ("a\x1b", "a"),
        ("a\rb\x08c\x00d\x7fe", "abcde"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(text, wanted):
    assert neutral(text) == wanted


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u061c", "\ufeff"])
def test_a_mark_that_turns_or_breaks_text_is_taken_out(mark):
    assert neutral(f"a{mark}b") == "ab"


def test_what_is_no_text_is_written_as_text():
    assert neutral(5) == "5"


@given(st.text(st.characters(exclude_categories=())) | st.text("\x1b[]\\;m0\x07a\n"))
def test_no_text_keeps_a_control_character_but_tab_and_line_end(text):
    made = neutral(text)
    assert not [one for one in made if (one < " " or "\x7f" <= one <= "\x9f") and one not in "\t\n"]
    assert neutral(made) == made


ANY = st.text(st.characters(exclude_categories=())) | st.text("\x1b[]\\;m0\x07a\n\r\x9b\x7f\u202e\ufeff:#")
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@given(ANY)
def test_a_line_shows_what_is_not_seen_and_is_one_line(text):
    made = visible(text)
    assert not RAW.search(made)
    assert len(made.splitlines()) < 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\nb", r"a\nb"),
        ("a\x1b[1m", r"a\x1b[1m"),
        ("\u202e", r"\u202e"),
        ("a\r\n\t", r"a\r\n\t"),
        ("\udcff", r"\xff"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_is_not_seen_is_written_out(text, wanted):
    assert visible(text) == wanted


@given(ANY)
def test_no_line_for_people_is_a_command_to_a_build_server(text):
    lines = shown(text).split("\n")
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in lines)
    assert not RAW.search("".join(lines))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("::error::x", "\\::error::x"),
        ("a\n  ::error::x", "a\n\\  ::error::x"),
        ("##[add-mask]x ##vso[task]", "#\\#[add-mask]x #\\#vso[task]"),
        ("a :: b\n## Heading", "a :: b\n## Heading"),
    ],
)
def test_a_command_to_a_build_server_becomes_text(text, wanted):
    assert shown(text) == shown(wanted) == wanted


@given(ANY)
def test_a_document_keeps_its_line_ends_and_mark_and_nothing_else_that_a_terminal_obeys(text):
    made = sifted(text)
    assert not RAW.search(made.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert sifted(made) == made


def test_a_spreadsheet_goes_to_standard_output_as_it_is():
    assert sifted("\ufeffid;a\r\n1;b\r\n") == "\ufeffid;a\r\n1;b\r\n"


@given(ANY)
def test_json_keeps_every_sign_and_writes_none_that_a_terminal_obeys(text):
    made = as_json({"a": [text]})
    assert not RAW.search(made)
    assert json.loads(made) == {"a": [text]}


def test_json_has_ordinary_letters_as_they_are():
    assert as_json("Súdwest-Fryslân") == '"Súdwest-Fryslân"\n'


def test_names_stand_in_the_order_of_registers():
    wanted = [
        "Aa en Hunze", "Ærø", "Bergen (L.)", "Bergen (NH.)", "Bergen op Zoom", "Brummen", "Épinal", "Etten-Leur",
        "'s-Gravenhage", "’s Heer Arendskerke", "Hengelo", "'s-Hertogenbosch", "Heusden", "IJsselstein",
        "Ĳsselstein", "Ilpendam", "Łódź", "Sint-Oedenrode", "Súdwest-Fryslân", "Sudwolde", "'t Zand", "ZANDVOORT",
    ]  # fmt: skip
    assert sorted(set(wanted), key=sort_key) == wanted


@pytest.mark.parametrize("mark", "'’‘ʼ`´")
def test_the_short_word_of_any_apostrophe_plays_no_part(mark):
    assert sort_key(f"{mark}s-Hertogenbosch")[0] == "hertogenbosch"
    assert sort_key(f"{mark}t Zand")[0] == "zand"


@pytest.mark.parametrize("name", ["'s", "'", "s-Hertogenbosch", "L'Aquila", "O'Brien", ""])
def test_a_name_without_such_a_word_stays_whole(name):
    assert sort_key(name)[0].replace(" ", "") == "".join(one for one in name.casefold() if one.isalnum())


def test_a_byte_of_a_name_that_is_no_character_stays_to_be_seen():
    assert neutral("caf\udce9") == "caf\\xe9"
    assert neutral("a\ud800") == "a\ufffd"


@pytest.mark.parametrize(("text", "made"), [("één", "één"), ("\udcc3\udca9", "é"), ("a\x1b[31mb", "ab")])
def test_what_comes_in_is_text_and_harmless(text, made):
    assert received(text) == made


@pytest.mark.parametrize(("text", "column"), [("caf\udce9", 4), ("é\udcff", 2), ("ab\0", 3), ("\ud800", 1)])
def test_what_is_no_text_is_refused_with_its_place(text, column):
    with pytest.raises(NotTextError) as error:
        received(text)
    assert error.value.column == column


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


def test_texts_that_only_look_the_same_are_told_apart():
    assert look_alike("Eden", "Ed\u0435n") == "\u0435"
    assert look_alike("Eden", "Arden") == look_alike("Eden", "Eden") == ""


@pytest.mark.parametrize(
    "name", ["scan.yaml", "mijn scan.yaml", "'t gooi.yaml", "-x.yaml", "a;b.yaml", "$HOME.yaml", "é.yaml"]
)
def test_a_path_in_a_command_is_the_path_when_a_shell_reads_it(name):
    (word,) = shlex.split(shell(Path(name)))
    assert Path(word) == Path(name)
    assert not word.startswith("-")
