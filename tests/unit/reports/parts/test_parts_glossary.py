"""Which words a document explains, and where they are linked."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from mhscan.pack.glossary import Glossary, Term
from mhscan.reports.parts.glossary import glossary, pieces, without
from mhscan.reports.views.described import Described
from mhscan.reports.views.glossary import TermView

QUAY = TermView("quay", "quay", ("quays",), "Where ships lie.")
SHIP = TermView("ship", "ship", ("ships",), "It sails.")
LANTERN = TermView("lantern", "lantern", (), "It burns.")
WORDS = Glossary(
    schema="mhscan/glossary@1",
    text="Our words.",
    terms=tuple(Term(id=t.id, term=t.term, forms=t.forms, text=t.text) for t in (LANTERN, QUAY, SHIP)),
)


@dataclass(frozen=True)
class Line(Described):
    text: str
    deep: dict[str, tuple[str, ...]]
    number: int = 3


def test_a_view_explains_the_words_in_its_texts_and_those_of_the_explanations(english_pack):
    pack = replace(english_pack, glossary=WORDS)
    found = glossary(pack, (Line("Nothing.", {"a": ("Two quays.",)}),))
    assert found.terms == (QUAY, SHIP)
    assert found.text == "Our words."


def test_a_view_without_those_words_or_a_pack_without_glossary_explains_nothing(english_pack):
    pack = replace(english_pack, glossary=WORDS)
    assert (glossary(pack, Line("Nothing.", {})).terms, glossary(pack, Line("Nothing.", {})).text) == ((), "")
    assert glossary(english_pack, Line("quay", {})).terms == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A quay, two Quays.", [("A ", ""), ("quay", "quay"), (", two Quays.", "")]),
        ("Ships", [("Ships", "ship")]),
        ("Nothing <b>", [("Nothing <b>", "")]),
        ("", []),
    ],
)
def test_a_text_comes_in_pieces_of_which_the_first_of_each_term_is_linked(text, found):
    assert pieces(text, (QUAY, SHIP)) == found


def test_terms_that_a_text_has_are_not_linked_after_it():
    assert without((QUAY, SHIP), "Quays.") == (SHIP,)
