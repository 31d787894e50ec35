"""Words that a pack explains, and where they occur."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhscan.pack.glossary import Glossary, Term, named, occurrences, used

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
