"""The questions beside the questions: a reason, a note, a title, a date, a number of a list."""

from __future__ import annotations

from collections.abc import Mapping

from mhscan.dates import DateError, read_date
from mhscan.interview.face import WORD, InterviewFace, LineInput
from mhscan.interview.keys import letters
from mhscan.interview.told import Told
from mhscan.language import _
from mhscan.questions.base import AnswerError, Asked
from mhscan.text import small_number


class Cancelled(Exception):  # noqa: N818  it is an event, no fault
    """A side question was left with the key for back."""


class Stopped(Exception):  # noqa: N818  idem
    """The key for stop was used."""


class Prompts:
    """Asks for one line at a time; a key is typed after a colon, since a letter may be part of the answer.

    Every method raises Cancelled for the key 'back' and Stopped for the key 'stop'.
    """

    def __init__(self, face: InterviewFace, warning: str) -> None:
        """`warning` is shown before a free text is asked: what must not stand in it."""
        self._face = face
        self._warning = warning

    def text(self, prompt: str, earlier: tuple[str, ...] = (), lines: bool = False) -> str:
        """A text that is not empty; `earlier` can be brought back, and it has several `lines` if it may."""
        self._face.say(self._warning)
        back = letters()["back"]
        while True:
            asked = _("{prompt} (:{back} = back)").format(prompt=prompt, back=back)
            text = self._ask(asked, LineInput(text=True, lines=lines, earlier=earlier))
            if text and not text.startswith(":"):
                return text
            self._face.wrong(_("Type a text, or :{back} to go back.").format(back=back))

    def observation(self, question: Asked, prompt: str, marks: Mapping[str, Told]) -> Told | None:
        """An answer to one fact, what one of the `marks` says, or nothing for an empty line."""
        earlier: tuple[str, ...] = ()
        while True:
            line = self._ask(prompt, LineInput(text=question.line_input, earlier=earlier))
            if not line or line.casefold() in marks:
                return marks[line.casefold()] if line else None
            try:
                return question.parse(line)
            except AnswerError as error:
                earlier = (*earlier, line)
                self._face.wrong(str(error))

    def date(self, prompt: str) -> str | None:
        """A date, or nothing for an empty line."""
        earlier: tuple[str, ...] = ()
        while True:
            line = self._ask(prompt, LineInput(earlier=earlier))
            if not line:
                return None
            try:
                return read_date(line)
            except DateError as error:
                earlier = (*earlier, line)
                self._face.wrong(str(error))

    def number(self, prompt: str, highest: int) -> int | None:
        """A number from 1 to `highest`, or nothing for an empty line; here a key needs no colon."""
        while True:
            line = self._ask(prompt, WORD, colon=False)
            if not line:
                return None
            number = small_number(line)
            if number is not None and 1 <= number <= highest:
                return number
            self._face.wrong(_("Type a number from {low} to {high}.").format(low=1, high=highest))

    def _ask(self, prompt: str, entry: LineInput, colon: bool = True) -> str:
        line = self._face.ask(prompt, entry).strip()
        typed = line.casefold() if line.startswith(":") or colon else f":{line.casefold()}"
        if typed == f":{letters()['back']}":
            raise Cancelled
        if typed == f":{letters()['stop']}":
            raise Stopped
        return line
