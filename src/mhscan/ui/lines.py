"""The plain face of an interview: one line after the other, for a screen reader, a pipe and a simple terminal."""

from __future__ import annotations

from mhscan.errors import InputError
from mhscan.interview.face import Card, EndOfInput, Key, Row
from mhscan.language import _
from mhscan.ui.streams import at_keyboard, lines_read, next_line, talk


class LineFace:
    """Says everything in whole lines on standard error and reads lines from standard input.

    Where the lines do not come from a keyboard, a wrong one ends the interview: what follows was meant for another
    question.
    """

    def __init__(self) -> None:
        """Looks who types."""
        self._keyboard = at_keyboard()

    def card(self, card: Card) -> None:
        """A question with its choices, one a line."""
        talk()
        place = _("Question {number} of {total}. {left} open. {section}.")
        talk(place.format(number=card.number, total=card.total, left=card.left, section=card.section))
        talk(card.text)
        for choice in card.choices:
            talk(f"{choice.key}. {choice.label}")
        if card.current:
            talk(_("Your answer so far: {answer}").format(answer=card.current))
        for extra in card.extras:
            talk(extra)
        self.keys(card.keys)

    def keys(self, keys: tuple[Key, ...]) -> None:
        """The letters in one line."""
        talk(_("Keys: {keys}.").format(keys=", ".join(f"{key.letter} {key.label}" for key in keys)))

    def rows(self, title: str, rows: list[Row]) -> None:
        """A question a line."""
        talk()
        talk(title)
        for row in rows:
            here = f" ({_('you are here')})" if row.here else ""
            talk(f"{row.number}. {row.title}: {row.state}{here}")

    def say(self, text: str) -> None:
        """A sentence."""
        talk(text)

    def saved(self, text: str) -> None:
        """What is saved."""
        talk(text)

    def wrong(self, text: str) -> None:
        """What is wrong with the last line; without a keyboard that is the end."""
        if self._keyboard:
            talk(text)
            return
        message = _("Line {n} of the input is no answer. {why}").format(n=lines_read(), why=text)
        raise InputError(message, _("Everything before it is saved. Mend the line and leave out the lines before it."))

    def ask(self, prompt: str) -> str:
        """A line of standard input."""
        return ask_line(prompt)


def ask_line(prompt: str, mark: str = ":") -> str:
    """A line that a person types, or the next line of a pipe.

    Raises:
        EndOfInput: there is none: Ctrl-D, the end of the pipe, or the terminal went away.
    """
    keyboard = at_keyboard()
    talk(prompt if prompt.endswith("?") else prompt + mark, end=" " if keyboard else "\n")
    line = next_line()
    if line is None:
        if keyboard:
            talk()
        raise EndOfInput
    return line
