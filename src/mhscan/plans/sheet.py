"""The cells of a spreadsheet that was saved as CSV, and where each of them is: for people, and in the file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _

DELIMITERS = (";", ",", "\t")
SHOWN = 20
"""So many problems are told one by one; of what is wrong beyond that, only the number."""
_SEPARATOR = re.compile(r'"?sep=(.)"?,*;*', re.IGNORECASE)
"""A first line that tells Excel what stands between the cells; spreadsheet programs do not show it."""


@dataclass(frozen=True)
class SheetRow:
    """A row: its number in the spreadsheet, the lines of the file that it takes, and its cells."""

    number: int
    line: int
    end: int
    cells: list[str]


@dataclass
class Sheet:
    """A spreadsheet: the key and the heading of each column, the rows below it, and what is wrong.

    `problems` are those that are told, `more` is how many others there are.
    """

    name: str
    lines: list[str]
    delimiter: str = ""
    columns: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: list[SheetRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    more: int = 0

    def refuse(self, row: SheetRow, key: str, code: str, message: str, hint: Callable[[], str] = str) -> None:
        """Keep a problem with a row, or with its cell in a column; a hint is made only if it is shown."""
        if len(self.problems) >= SHOWN:
            self.more += 1
            return
        place = _("row {row}").format(row=row.number)
        at = Location(self.name, row.line)
        if key in self.columns:
            n = self.columns.index(key)
            place = _("row {row}, column {letter} ({heading})").format(
                row=row.number, letter=letters(n), heading=self.headings[n]
            )
            at = self._at(row, n)
        self.problems.append(problem(code, f"{place}: {message}", at, hint()))

    def _at(self, row: SheetRow, column: int) -> Location:
        """Where a cell begins in the file."""
        text = "\n".join(self.lines[row.line - 1 : row.end])
        between = re.escape(self.delimiter)
        cells = re.finditer(rf'(?:^|{between})((?:"(?:[^"]|"")*")?[^{between}]*)', text)
        start = next((found.start(1) for n, found in enumerate(cells) if n == column), 0)
        before = text[:start]
        return Location(self.name, row.line + before.count("\n"), start - before.rfind("\n"))


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A, B ... Z, AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def read_sheet(text: str, name: str, needed: str, key_of: Callable[[str], str]) -> Sheet:
    """The cells of a spreadsheet, whatever stands between them; `key_of` gives the key that a heading stands for.

    The first row is the one with the headings, and has the column `needed`.
    """
    sheet = Sheet(name, text.split("\n"))
    told = _SEPARATOR.fullmatch(sheet.lines[0].strip())
    first = 1 if told else 0
    heading = sheet.lines[first] if first < len(sheet.lines) else ""
    known = (told[1], *DELIMITERS) if told else DELIMITERS
    found = next((one for one in known if needed in map(key_of, _cells(heading, one))), None)
    if found is None:
        message = _("the first row has no column '{name}'").format(name=needed)
        hint = _("Make the spreadsheet with: mhscan plan FILE --format csv")
        sheet.refuse(SheetRow(1, first + 1, first + 1, []), "", "MH101", message, lambda: hint)
        return sheet
    sheet.delimiter, sheet.headings = found, tuple(one.strip() for one in _cells(heading, found))
    sheet.columns = tuple(map(key_of, sheet.headings))
    _read_rows(sheet, first)
    return sheet


def _read_rows(sheet: Sheet, first: int) -> None:
    """Take up the rows below the headings, as far as they can be read."""
    reader = csv.reader(io.StringIO("\n".join(sheet.lines[first:]), newline=""), delimiter=sheet.delimiter, strict=True)
    begin = first + 1
    try:
        for number, cells in enumerate(reader, 1):
            end = first + reader.line_num
            sheet.rows.append(SheetRow(number, begin, end, cells))
            begin = end + 1
    except csv.Error:
        row = SheetRow(len(sheet.rows) + 1, begin, begin, [])
        hint = _("Look for a quotation mark that is not closed, or save the spreadsheet again as CSV.")
        sheet.refuse(row, "", "MH103", _("this row cannot be read"), lambda: hint)
    del sheet.rows[:1]


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
