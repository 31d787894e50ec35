"""Whether two files are about the same subject."""

from __future__ import annotations

import unicodedata

import pytest

from mhscan.answers.subjects import both_names, difference, key_of

CODE = {"code": "HB012"}
SPELLINGS = (
    "Súdwest-Fryslân", unicodedata.normalize("NFD", "Súdwest-Fryslân"), " súdwest–fryslân ", "SÚDWEST-FRYSLÂN",
    "Súd\u00adwest-\u200bFryslân", "Súdwest\u2011Fryslân",
)  # fmt: skip


@pytest.mark.parametrize("other", [*SPELLINGS, "Gemeente Súdwest-Fryslân", "Another name"])
def test_where_both_have_a_code_it_decides_whatever_the_name_is(english_pack, other):
    one, two = {"name": "Súdwest-Fryslân", **CODE}, {"name": other, **CODE}
    assert difference(english_pack, one, two) == ""
    assert key_of(english_pack, one) == key_of(english_pack, two)
    assert difference(english_pack, one, {**one, "code": "HB013"}) == "code: HB012 and HB013."


@pytest.mark.parametrize("other", SPELLINGS)
def test_without_a_code_the_names_decide_as_people_read_them(english_pack, other):
    assert difference(english_pack, {"name": "Súdwest-Fryslân", **CODE}, {"name": other}) == ""
    assert key_of(english_pack, {"name": "Súdwest-Fryslân"}) == key_of(english_pack, {"name": other})


@pytest.mark.parametrize(("one", "other"), [("'s-Graveland", "\u2019s-Graveland"), ("'t Zand", "`t  zand")])
def test_kinds_of_apostrophes_are_one(english_pack, one, other):
    assert difference(english_pack, {"name": one}, {"name": other}) == ""


def test_another_name_is_said_and_so_is_a_letter_that_only_looks_the_same(english_pack):
    assert difference(english_pack, {"name": "Eden"}, {"name": "Arden"}) == "name: Eden and Arden."
    said = difference(english_pack, {"name": "Eden"}, {"name": "Ed\u0435n"})
    assert said == "name: Eden and Ed\u0435n. They look alike, but '\u0435' (U+0435) is a letter of another alphabet."


def test_both_names_are_said_where_one_is_new():
    assert both_names("Old", "New") == "New (before: Old)"
    assert both_names("old ", "Old") == "Old"
