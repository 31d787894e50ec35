"""The plain face of an interview: one line after the other, for a screen reader, a pipe and a simple terminal."""

from __future__ import annotations

from mhscan.errors import InputError
from mhscan.interview.face import WORD, Card, EndOfInput, KeyHint, LineInput, ListRow
from mhscan.language import _
from mhscan.text import NotTextError, neutral, received
from mhscan.ui.streams import at_keyboard, fitted, lines_read, next_line, talk


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
        for signal in card.signals:
            self.signal(signal)
        self.keys(card.keys)

    def keys(self, keys: tuple[KeyHint, ...]) -> None:
        """The letters in one line."""
        talk(_("Keys: {keys}.").format(keys=", ".join(f"{key.letter} {key.label}" for key in keys)))

    def rows(self, title: str, rows: list[ListRow]) -> None:
        """A question a line."""
        talk()
        talk(title)
        for row in rows:
            here = f" ({_('you are here')})" if row.here else ""
            talk(f"{row.number}. {row.title}: {row.state}{here}")

    def say(self, text: str) -> None:
        """A sentence."""
        talk(text)

    def signal(self, text: str) -> None:
        """That answers do not fit together."""
        talk(text)

    def saved(self, text: str) -> None:
        """What is saved."""
        talk(text)

    def wrong(self, text: str) -> None:
        """What is wrong with the last line; without a keyboard that is the end."""
        if self._keyboard:
            talk(text)
            return
        hint = _("Everything before it is saved. Mend the line and leave out the lines before it.")
        raise InputError(_no_answer(text), hint)

    def ask(self, prompt: str, entry: LineInput = WORD) -> str:
        """A line of standard input."""
        return ask_line(prompt, entry)


def ask_line(prompt: str, entry: LineInput = WORD, mark: str = ":") -> str:
    """What a person types, or the next line of a pipe; without line ends, unless the entry may have them.

    What is asked begins with a capital, as a line on its own.

    Raises:
        EndOfInput: there is none: Ctrl-D, the end of the pipe, or the terminal went away.
        InputError: a line of a pipe is no text.
    """
    asked = with_capital(prompt) + ("" if prompt.endswith("?") else mark)
    return _from_keyboard(asked, entry) if at_keyboard() else _from_pipe(asked)


def with_capital(prompt: str) -> str:
    """What is asked, beginning as a line on its own does; what begins with a name, as of a file, stays as it is."""
    first = prompt.split(maxsplit=1)[0] if prompt.strip() else ""
    return prompt[:1].upper() + prompt[1:] if first.strip(",:?'\"").isalpha() else prompt


def _no_answer(why: str) -> str:
    return _("Line {n} of the input is no answer. {why}").format(n=lines_read(), why=why)


def _from_pipe(prompt: str) -> str:
    talk(prompt)
    line = next_line()
    if line is None:
        raise EndOfInput
    try:
        return received(line)
    except NotTextError as error:
        why = _("It is no text in UTF-8 from character {column} on.").format(column=error.column)
        hint = _("Nothing of this line is saved. Save the input as UTF-8, and give it again.")
        raise InputError(_no_answer(why), hint) from None


def _from_keyboard(prompt: str, entry: LineInput) -> str:
    # A pipe needs no line editor.
    from mhscan.ui.keyboard import typed  # noqa: PLC0415  only at a keyboard

    *above, last = fitted(neutral(prompt)).split("\n")
    for one in above:
        talk(one)
    earlier, begin = entry.earlier, ""
    while True:
        line = typed(f"{last} ", earlier, begin)
        if line is None:
            talk()
            raise EndOfInput
        begin = ""
        try:
            text = received(line).strip("\n")
        except NotTextError:
            talk(_("These signs are no text in UTF-8. Set the terminal to UTF-8, and type it again."))
            continue
        if entry.lines or "\n" not in text:
            return text
        earlier = (*earlier, text)
        begin = _refused(text, entry)


def _refused(text: str, entry: LineInput) -> str:
    """Say that several lines are no answer; gives what to begin the line with."""
    count = len(text.split("\n"))
    talk(_("These are {n} lines, and one line is asked here. Nothing is saved.").format(n=count))
    if not entry.text:
        return ""
    talk(_("They stand on one line now. Press Enter to use that, or change it first."))
    return " ".join(text.split())
