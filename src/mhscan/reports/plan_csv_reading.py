"""An edited spreadsheet back into a plan: all of it, or nothing where one line is wrong."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _, available, speaking
from mhscan.loading.shape import suggest
from mhscan.pack.pack import Pack
from mhscan.plans.model import ActionState, Plan
from mhscan.plans.reading import pack_actions
from mhscan.questions.base import AnswerError
from mhscan.reports.plan_csv import COLUMNS, DUE, EDITED, ID, NOTE, OWNER, STATUS, meant
from mhscan.reports.plan_words import read_due, read_owner, read_status

DELIMITERS = (";", ",", "\t")


@dataclass
class _Table:
    """The lines of a spreadsheet: where each begins, and its cells by the key of their column."""

    name: str
    columns: tuple[str, ...] = ()
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, code: str, message: str, hint: str = "") -> None:
        """A problem with a line."""
        self.problems.append(problem(code, message, Location(self.name, line), hint))


def read_plan_csv(pack: Pack, plan: Plan, text: str, name: str, today: str) -> tuple[Plan, list[Problem]]:
    """The plan as an edited spreadsheet says it should be; and all that is wrong with its lines.

    A line that is not there changes nothing, nor does a column that is not there. `today` is when a status that is new
    began.
    """
    table = _table(text, name)
    known = pack_actions(pack)
    changed, seen = plan, dict[str, int]()
    for line, cells in table.rows:
        row = dict(zip(table.columns, cells, strict=False))
        action = meant(row.get(ID, ""))
        if not any(cell.strip() for cell in cells) or _is_wrong(table, line, cells, action, plan, known, seen):
            continue
        seen[action] = line
        state = _state(pack, table, line, row, plan.state(action))
        if state.status != plan.state(action).status:
            state = state.model_copy(update={"since": today})
        if state != plan.state(action):
            title = state.title or known.get(action)
            changed = changed.with_action(action, state.model_copy(update={"title": title}))
    return changed, table.problems


def _is_wrong(
    table: _Table, line: int, cells: list[str], action: str, plan: Plan, known: dict[str, str], seen: dict[str, int]
) -> bool:
    """Whether a line is about no action, or does not have the cells that are read; then that is kept as a problem."""
    count = len(table.problems)
    needed = max((n for n, key in enumerate(table.columns, 1) if key in (ID, *EDITED)), default=0)
    if not needed <= len(cells) <= len(table.columns):
        message = _("there are {n} cells here, and {m} headings").format(n=len(cells), m=len(table.columns))
        table.refuse(line, "MH103", message, _("Mend the line, or save the spreadsheet again as CSV."))
    elif action in seen:
        table.refuse(line, "MH202", _("'{id}' stands on line {line} too").format(id=action, line=seen[action]))
    elif action not in known and action not in plan.actions:
        hint = suggest(action, list(known)) or _("The ids of actions stand in: mhscan plan FILE --format csv.")
        table.refuse(line, "MH811", _("the pack has no action '{id}'").format(id=action), hint)
    return len(table.problems) > count


def _state(pack: Pack, table: _Table, line: int, row: dict[str, str], before: ActionState) -> ActionState:
    """What became of an action, as its line says."""
    given: dict[str, object] = {}
    for key, read in (
        (STATUS, read_status),
        (OWNER, lambda cell: read_owner(pack, cell)),
        (DUE, read_due),
        (NOTE, _note),
    ):
        if key in row:
            try:
                given[key] = read(meant(row[key]))
            except AnswerError as error:
                table.refuse(line, "MH104", str(error))
    return before.model_copy(update=given)


def _note(cell: str) -> str | None:
    return cell or None


def _table(text: str, name: str) -> _Table:
    """The cells of a spreadsheet, whatever stands between them."""
    table = _Table(name)
    begin = 1
    first = text.split("\n", 1)[0]
    delimiter = next((one for one in DELIMITERS if ID in _headings(first, one)), None)
    if delimiter is None:
        message = _("the first line has no column 'id'")
        table.refuse(1, "MH101", message, _("Make the spreadsheet with: mhscan plan FILE --format csv"))
        return table
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            table.rows.append((begin, cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        table.refuse(begin, "MH103", _("this line cannot be read: {why}").format(why=error))
    table.columns = _headings(first, delimiter)
    del table.rows[:1]
    for key in (ID, *EDITED):
        if table.columns.count(key) > 1:
            table.refuse(1, "MH202", _("there are two columns '{name}'").format(name=key))
    return table


def _headings(line: str, delimiter: str) -> tuple[str, ...]:
    """The key of each column; the heading itself where it is none of ours."""
    keys = {ID: ID} | {one.key: one.key for one in COLUMNS}
    for language in available():
        with speaking(language):
            keys |= {one.heading().casefold(): one.key for one in COLUMNS}
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(keys.get(cell.strip().casefold(), cell) for cell in cells)
