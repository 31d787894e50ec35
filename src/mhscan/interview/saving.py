"""Saving the answers of an interview: what to do if it fails, and what became of what others wrote meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mhscan.answers.model import Answer, Assessment, CarriedBy
from mhscan.answers.store import Store, with_given
from mhscan.base import SUBJECT
from mhscan.errors import InputError, OutputError
from mhscan.interview.engine import ROLE_KEY
from mhscan.interview.face import EndOfInput, InterviewFace
from mhscan.interview.told import Told, with_told
from mhscan.language import _
from mhscan.questions.base import Value

COMPARED = ("state", "value", "reason", "carried_by", "note")
"""What a new answer can take the place of; evidence is only ever added to."""


class Saver:
    """Saves answers in a store and says so; every method is false if the answer was given up, as it cannot be saved."""

    def __init__(self, store: Store, face: InterviewFace) -> None:
        """Nothing is saved yet."""
        self._store = store
        self._face = face

    def put(self, key: str, make: Callable[[Answer | None], Answer], text: str) -> bool:
        """Save what `make` makes of the earlier answer to a question; `text` says what that is."""
        return self._save(key, lambda: self._store.put(key, make), text)

    def tell(self, card: str, told: Mapping[str, Told], at: str, text: str) -> bool:
        """Save facts of an indicator together."""
        return self._save(card, lambda: self._store.update(lambda now: with_told(now, card, told, at)), text, [*told])

    def give(self, key: str, value: Value, text: str) -> bool:
        """Save a field of the subject, or the role."""
        return self._save(key, lambda: self._store.update(lambda now: with_given(now, key, value)), text)

    def _save(self, key: str, save: Callable[[], Assessment], text: str, facts: Sequence[str] = ()) -> bool:
        seen = self._store.assessment
        while True:
            try:
                replaced = save()
            except OutputError as error:
                if not self._tries_again(error):
                    return False
                continue
            self._face.saved(_("Saved: {answer}").format(answer=text))
            for one in (key, *facts):
                if lost := overtaken(one, seen, replaced, self._store.assessment):
                    self._face.say(lost)
            return True

    def _tries_again(self, error: OutputError) -> bool:
        """Whether to try again to save; raises the error where that ends here, since one answer is not saved."""
        try:
            self._face.wrong(f"{error.message} {error.hint}")
            again = _("Enter to try again, or a dot to go on without saving this")
            return self._face.ask(again).strip() != "."
        except (InputError, EndOfInput, KeyboardInterrupt):
            # Nobody is there to try again. It is not the line that is wrong, and not all answers are saved.
            raise error from None


def overtaken(key: str, seen: Assessment, replaced: Assessment, saved: Assessment) -> str:
    """What stood in the file under a question, had been changed since it was seen, and was replaced; empty if nothing.

    All that is left as it was is kept, and needs no word.
    """
    before, there, now = (_fields(one, key) for one in (seen, replaced, saved))
    lost = [f"{name}: {value}" for name, value in there.items() if value not in (before.get(name), now.get(name))]
    if not lost:
        return ""
    message = _("The file was changed meanwhile. What you typed took the place of this: {what}.")
    return message.format(what=", ".join(lost))


def _fields(assessment: Assessment, key: str) -> dict[str, str]:
    if key.startswith(SUBJECT) or key == ROLE_KEY:
        value = assessment.respondent.role if key == ROLE_KEY else assessment.subject.get(key.removeprefix(SUBJECT))
        return {} if value in (None, "") else {"value": str(value)}
    answer = assessment.answers.get(key)
    fields = {} if answer is None else {name: getattr(answer, name) for name in COMPARED}
    return {
        name: value.name if isinstance(value, CarriedBy) else str(value)
        for name, value in fields.items()
        if value not in (None, "skipped")
    }
