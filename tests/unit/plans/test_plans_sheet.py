"""The cells of a spreadsheet, and where they are."""

from __future__ import annotations

import pytest

from mhscan.plans.sheet import SHOWN, letters, read_sheet


def sheet_of(text):
    return read_sheet(text, "plan.csv", "id", str.casefold)


@pytest.mark.parametrize(("n", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_a_column_is_called_as_a_spreadsheet_calls_it(n, name):
    assert letters(n) == name


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=|"])
def test_the_line_that_tells_excel_the_separator_is_no_row(first):
    between = first.strip('"')[-1]
    sheet = sheet_of(f"{first}\nid{between}due\na{between}soon\n")
    assert [(row.number, row.line, row.cells) for row in sheet.rows] == [(2, 3, ["a", "soon"])]


def test_a_cell_is_named_by_its_row_its_column_and_its_place_in_the_file():
    sheet = sheet_of('id;note;due\na;"two\nlines; more";x\nb;"c ""d""";soon\n')
    for row in sheet.rows:
        sheet.refuse(row, "due", "MH104", "wrong")
    assert [(one.message, one.location.line, one.location.column) for one in sheet.problems] == [
        ("row 2, column C (due): wrong", 3, 14),
        ("row 3, column C (due): wrong", 4, 13),
    ]


def test_the_list_of_what_is_wrong_is_bounded_and_counts_the_rest():
    sheet = sheet_of("id\n" + "a\n" * 1000)
    for row in sheet.rows:
        sheet.refuse(row, "id", "MH104", "wrong")
    assert (len(sheet.problems), sheet.more) == (SHOWN, 1000 - SHOWN)
