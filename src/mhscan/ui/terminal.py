"""The face of an interview on a terminal with colour: the same lines, laid out to the width of the window."""

from __future__ import annotations

import sys

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from mhscan.interview.face import WORD, Card, KeyHint, LineInput, ListRow
from mhscan.language import _
from mhscan.text import neutral
from mhscan.ui.lines import ask_line, with_capital
from mhscan.ui.streams import give_up, width


class TerminalFace:
    """Shows an interview with rich on standard error; reads from the keyboard."""

    def __init__(self) -> None:
        """The width is that of the window at each moment, at most 88 columns."""
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)

    def _print(self, *what: RenderableType) -> None:
        """Print in the width of the window now; a window that went away is no error, the answers matter more."""
        self._console.width = width()
        try:
            self._console.print(*what)
        except OSError:
            give_up(sys.stderr)

    def card(self, card: Card) -> None:
        """A question under a line with where we are, its choices as a list with hanging numbers."""
        self._print()
        self._heading(_styled(card.section, "bold"))
        place = _("Question {number} of {total}. {left} open.")
        self._print(Text(place.format(number=card.number, total=card.total, left=card.left), "dim"))
        self._print(_styled(card.text, "bold"))
        if card.choices:
            self._print()
        for choice in card.choices:
            self._hanging(f"{choice.key:>3} ", choice.label)
        if card.current:
            self._print()
            self._print(_styled(_("Your answer so far: {answer}").format(answer=card.current), "green"))
        for extra in card.extras:
            self._print(_styled(extra, "green"))
        for signal in card.signals:
            self.signal(signal)
        self._print()
        self.keys(card.keys)

    def _heading(self, text: Text) -> None:
        """A title in a line across the window; one that does not fit in it is shown whole, without the line."""
        fits = text.cell_len + 2 <= width()
        self._print(Rule(text, align="left", style="cyan") if fits else text)

    def _hanging(self, number: str, text: str, style: str = "") -> None:
        grid = Table.grid(padding=0)
        grid.add_column(width=len(number))
        grid.add_column()
        grid.add_row(Text(number, "bold cyan"), _styled(text, style))
        self._print(grid)

    def keys(self, keys: tuple[KeyHint, ...]) -> None:
        """The letters with what they do."""
        line, used = Text(), 0
        for key in keys:
            size = cell_len(f"{key.letter} {key.label}")
            if used:
                # A key and its words stay together where a line is broken.
                line.append("\n" if used + 2 + size > width() else "  ")
                used = 0 if used + 2 + size > width() else used + 2
            line.append(key.letter, "bold cyan").append(_styled(f" {key.label}", "dim"))
            used += size
        self._print(line)

    def rows(self, title: str, rows: list[ListRow]) -> None:
        """The questions with what was said about each."""
        self._print()
        self._print(_styled(title, "bold"))
        for row in rows:
            number = f"{'>' if row.here else ' '}{row.number:>3} "
            self._hanging(number, f"{row.title}: {row.state}", "bold" if row.here else "")

    def say(self, text: str) -> None:
        """A sentence, a little inwards."""
        self._print(Padding(_styled(text), (0, 0, 0, 2)))

    def signal(self, text: str) -> None:
        """That answers do not fit together."""
        self._print(_styled(text, "yellow"))

    def saved(self, text: str) -> None:
        """What is saved."""
        self._print(_styled(text, "green"))

    def wrong(self, text: str) -> None:
        """What is wrong with the last line."""
        self._print(_styled(text, "bold red"))

    def ask(self, prompt: str, entry: LineInput = WORD) -> str:
        """A line from the keyboard."""
        self._print(_styled(f"{with_capital(prompt)}:", "dim"))
        return ask_line("", entry, mark=">")


def _styled(text: str, style: str = "") -> Text:
    """A text from elsewhere for this face, harmless: rich writes it to the terminal itself."""
    return Text(neutral(text), style)
