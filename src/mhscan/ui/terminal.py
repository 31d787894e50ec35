"""The face of an interview on a terminal with colour: the same lines, laid out to the width of the window."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from mhscan.interview.face import Card, Key, Row
from mhscan.language import _
from mhscan.text import neutral
from mhscan.ui.lines import ask_line
from mhscan.ui.streams import width


class TerminalFace:
    """Shows an interview with rich on standard error; reads from the keyboard."""

    def __init__(self) -> None:
        """The width is that of the window at each moment, at most 88 columns."""
        self._fixed = Console(stderr=True, highlight=False, markup=False, emoji=False)

    @property
    def _console(self) -> Console:
        self._fixed.width = width()
        return self._fixed

    def card(self, card: Card) -> None:
        """A question under a line with where we are, its choices as a list with hanging numbers."""
        console = self._console
        console.print()
        self._heading(Text(neutral(card.section), "bold"))
        place = _("Question {number} of {total}. {left} open.")
        console.print(Text(place.format(number=card.number, total=card.total, left=card.left), "dim"))
        console.print(Text(neutral(card.text), "bold"))
        if card.choices:
            console.print()
        for choice in card.choices:
            self._hanging(f"{choice.key:>3} ", choice.label)
        if card.current:
            console.print()
            console.print(Text(neutral(_("Your answer so far: {answer}").format(answer=card.current)), "green"))
        for extra in card.extras:
            console.print(Text(neutral(extra), "green"))
        console.print()
        self.keys(card.keys)

    def _heading(self, text: Text) -> None:
        """A title in a line across the window; one that does not fit in it is shown whole, without the line."""
        fits = text.cell_len + 2 <= width()
        self._console.print(Rule(text, align="left", style="cyan") if fits else text)

    def _hanging(self, number: str, text: str) -> None:
        grid = Table.grid(padding=0)
        grid.add_column(width=len(number))
        grid.add_column()
        grid.add_row(Text(number, "bold cyan"), Text(neutral(text)))
        self._console.print(grid)

    def keys(self, keys: tuple[Key, ...]) -> None:
        """The letters with what they do."""
        line, used = Text(), 0
        for key in keys:
            size = cell_len(f"{key.letter} {key.label}")
            if used:
                # A key and its words stay together where a line is broken.
                line.append("\n" if used + 2 + size > width() else "  ")
                used = 0 if used + 2 + size > width() else used + 2
            line.append(key.letter, "bold cyan").append(f" {neutral(key.label)}", "dim")
            used += size
        self._console.print(line)

    def rows(self, title: str, rows: list[Row]) -> None:
        """The questions with what was said about each."""
        console = self._console
        console.print()
        console.print(Text(neutral(title), "bold"))
        for row in rows:
            mark = ">" if row.here else " "
            line = Text.assemble((f"{row.title}: "), (row.state, "dim"))
            grid = Table.grid(padding=0)
            grid.add_column(width=5)
            grid.add_column()
            grid.add_row(
                Text(f"{mark}{row.number:>3} ", "bold cyan"), Text(neutral(line.plain), "bold" if row.here else "")
            )
            console.print(grid)

    def say(self, text: str) -> None:
        """A sentence, a little inwards."""
        self._console.print(Padding(Text(neutral(text)), (0, 0, 0, 2)))

    def saved(self, text: str) -> None:
        """What is saved."""
        self._console.print(Text(neutral(text), "green"))

    def wrong(self, text: str) -> None:
        """What is wrong with the last line."""
        self._console.print(Text(neutral(text), "bold red"))

    def ask(self, prompt: str) -> str:
        """A line from the keyboard."""
        self._console.print(Text(neutral(f"{prompt}:"), "dim"))
        return ask_line("", mark=">")
