"""Cells that no spreadsheet takes for a formula, and the columns in each language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhscan.language import available, speaking
from mhscan.plans.columns import EDITED, ID, escape_cell, headings, unescape_cell
from mhscan.text import neutral


def test_the_columns_are_the_same_in_each_language_and_no_heading_stands_twice():
    for language in available():
        with speaking(language):
            assert [*headings()][:6] == [ID, "action", *EDITED]
            assert len({*headings().values()}) == len(headings())


def test_an_ordinary_text_stays_as_it_is():
    assert [escape_cell(one) for one in ("'s-Gravenhage", "a=b", "1-2", "")] == ["'s-Gravenhage", "a=b", "1-2", ""]


@given(st.text())
def test_no_cell_begins_as_a_formula_and_each_comes_back(text):
    cell = escape_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\n" not in cell
    assert unescape_cell(cell).strip() == neutral(text).replace("\n", " ").strip()
