"""An edited spreadsheet back into a plan: all of it, or nothing where one row is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from mhscan.language import _, available, speaking
from mhscan.loading.near import suggest
from mhscan.pack.pack import Pack
from mhscan.plans.columns import EDITED, ID, headings, unescape_cell
from mhscan.plans.fields import read_field
from mhscan.plans.model import ActionState, Plan
from mhscan.plans.reading import pack_actions
from mhscan.plans.sheet import Sheet, SheetRow, read_sheet
from mhscan.questions.base import AnswerError
from mhscan.text import folded


def read_plan_csv(pack: Pack, plan: Plan, text: str, name: str, today: str) -> tuple[Plan, Sheet]:
    """The plan as an edited spreadsheet says it should be; and the spreadsheet, with all that is wrong with its rows.

    A row that is not there changes nothing, nor does a column that is not there. `today` is when a status that is new
    began.
    """
    keys = _keys()
    sheet = read_sheet(text, name, ID, lambda heading: keys.get(folded(heading), heading))
    for key in (ID, *EDITED):
        if sheet.columns.count(key) > 1:
            sheet.refuse(SheetRow(1, 1, 1, []), key, "MH202", _("there are two columns '{name}'").format(name=key))
    reading = _Reading(pack, plan, sheet)
    changed = plan
    for row in sheet.rows:
        given = reading.row(row)
        if given is None:
            continue
        action, state = given
        before = plan.state(action)
        if state.status != before.status:
            state = state.model_copy(update={"since": today})
        if state != before:
            title = state.title or reading.known.get(action)
            changed = changed.with_action(action, state.model_copy(update={"title": title}))
    return changed, sheet


def _keys() -> dict[str, str]:
    """The key of each column by its heading, in each language."""
    keys = {key: key for key in headings()}
    for language in available():
        with speaking(language):
            keys |= {folded(heading): key for key, heading in headings().items()}
    return keys


@dataclass
class _Reading:
    """Reads the rows of a spreadsheet; what is wrong with them is kept in it."""

    pack: Pack
    plan: Plan
    sheet: Sheet
    known: dict[str, str] = field(init=False)
    seen: dict[str, SheetRow] = field(default_factory=dict)
    read: dict[tuple[str, str], str | AnswerError | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up the actions once."""
        self.known = pack_actions(self.pack)

    def row(self, row: SheetRow) -> tuple[str, ActionState] | None:
        """The action that a row is about, with what became of it; nothing for an empty or a wrong row."""
        cells = dict(zip(self.sheet.columns, row.cells, strict=False))
        action = unescape_cell(cells.get(ID, ""))
        if not any(cell.strip() for cell in row.cells) or self._is_wrong(row, action):
            return None
        self.seen[action] = row
        given: dict[str, object] = {}
        for key in EDITED:
            if key in cells:
                value = self._field(key, unescape_cell(cells[key]))
                if isinstance(value, AnswerError):
                    self.sheet.refuse(row, key, "MH104", str(value))
                else:
                    given[key] = value
        return action, self.plan.state(action).model_copy(update=given)

    def _field(self, key: str, cell: str) -> str | AnswerError | None:
        """What a cell says; the same words are looked at once."""
        if (key, cell) not in self.read:
            try:
                self.read[key, cell] = read_field(self.pack, key, cell)
            except AnswerError as error:
                self.read[key, cell] = error
        return self.read[key, cell]

    def _is_wrong(self, row: SheetRow, action: str) -> bool:
        """Whether a row is about no action, or does not have the cells that are read; then that is kept."""
        columns, count = self.sheet.columns, len(row.cells)
        needed = max((n for n, key in enumerate(columns, 1) if key in (ID, *EDITED)), default=0)
        if not needed <= count <= len(columns):
            message = _("there are {n} cells here, and {m} headings").format(n=count, m=len(columns))
            hint = _("Mend the row, or save the spreadsheet again as CSV.")
            self.sheet.refuse(row, "", "MH103", message, lambda: hint)
        elif action in self.seen:
            message = _("'{id}' stands in row {row} too").format(id=action, row=self.seen[action].number)
            self.sheet.refuse(row, ID, "MH202", message)
        elif action not in self.known and action not in self.plan.actions:
            message = _("the pack has no action '{id}'").format(id=action)
            self.sheet.refuse(row, ID, "MH811", message, lambda: suggest(action, list(self.known)) or _see())
        else:
            return False
        return True


def _see() -> str:
    return _("The ids of actions stand in: mhscan plan FILE --format csv.")
