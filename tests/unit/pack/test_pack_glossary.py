"""Words that a pack explains, and where they occur."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhscan.pack.glossary import DatedItem, Glossary, Term, named, occurrences, used

BUOY = Term(id="buoy", term="buoy", forms=("buoys",), text="A mark that floats in the fairway.")
FAIRWAY = Term(id="fairway", term="fairway", text="Where ships go.")
MARK = Term(id="light-mark", term="light mark", text="It blinks.")
LIGHT = Term(id="light", term="light", text="Bright.")
TERMS = (BUOY, FAIRWAY, LIGHT, MARK)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A buoy.", ["buoy"]),
        ("BUOYS and buoy", ["BUOYS", "buoy"]),
        ("A lifebuoy, buoyant.", []),
        ("The light mark is light.", ["light mark", "light"]),
        ("(buoy)", ["buoy"]),
        ("", []),
    ],
)
def test_a_term_occurs_as_a_whole_word_in_any_case_and_the_longest_goes_first(text, found):
    assert [text[start:end] for start, end, _term in occurrences(text, TERMS)] == found


@pytest.mark.parametrize("before", ["\u0130", "\u0130\u0130 ", "\u1e9e ", "STRASSE, STRA\u1e9eE: "])
def test_a_letter_that_is_longer_when_small_moves_no_place(before):
    """A capital I with a dot becomes two characters in small letters."""
    text = f"{before} A Buoy"
    assert [text[start:end] for start, end, _term in occurrences(text, TERMS)] == ["Buoy"]


@pytest.mark.parametrize("word", ["\u0130zmir", "stra\u00dfe", "\u039f\u0394\u039f\u03a3", "c++", "R&D", "K"])
def test_a_term_with_any_letter_or_sign_is_found_as_it_is_written(word):
    term = Term(id="one", term=word, text="-")
    text = f"The {word} and THE {word.upper() if len(word.upper()) == len(word) else word}."
    places = [start for start, _end, _term in occurrences(text, (BUOY, term))]
    assert places == [4, 13 + len(word)]


def test_of_words_that_begin_alike_the_longest_goes_first_however_many_there_are():
    words = ("car", "cart", "carthorse", "c", "ca", "horse", "h")
    terms = tuple(Term(id=f"t{n}", term=one, text="-") for n, one in enumerate(words))
    text = "c ca car cart carthorse carthorses horse h ch"
    found = [text[start:end] for start, end, _term in occurrences(text, terms)]
    assert found == ["c", "ca", "car", "cart", "carthorse", "horse", "h"]


def test_without_terms_nothing_occurs():
    assert list(occurrences("A buoy.", ())) == []


def test_the_terms_of_texts_come_in_the_order_of_the_glossary():
    assert named(TERMS, ["light", "a buoy"]) == (BUOY, LIGHT)


def test_a_term_that_only_an_explanation_uses_is_used_too():
    assert used(TERMS, ["buoys"]) == (BUOY, FAIRWAY)


def test_a_pack_finds_a_term_by_id_word_or_form_in_any_case(english_pack):
    pack = replace(english_pack, glossary=Glossary(schema="mhscan/glossary@1", terms=TERMS))
    assert [pack.term(one) for one in ("light-mark", "Light Mark", "BUOYS", "gone")] == [MARK, MARK, BUOY, None]
    assert english_pack.term("buoy") is None
    assert english_pack.terms == ()


LAW = DatedItem(title="The flour act", date="2019", source="the gazette")
PLAN = DatedItem(title="A plan", date="2027", source="the mayor", status="unconfirmed", note="Ask again.")


def test_a_list_says_of_which_day_it_is_and_what_is_to_be_confirmed():
    term = Term(id="law", term="law", text="What holds.", as_of="2026-05-01", items=(LAW, PLAN))
    assert term.lines() == (
        "State on 1 May 2026.",
        "The flour act (2019). Source: the gazette.",
        "A plan (2027), to be confirmed. Source: the mayor. Ask again.",
    )


def test_a_word_without_a_list_has_no_lines():
    assert Term(id="law", term="law", text="What holds.", as_of="2026-05-01").lines() == ()
