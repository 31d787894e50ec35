"""The words of questions and answers that may be gone: from the old pack, a migration, or the pack at hand."""

from __future__ import annotations

import contextlib

from mhscan.answers.model import Answer
from mhscan.answers.names import factors_now
from mhscan.base import Stored
from mhscan.language import _
from mhscan.pack.migration import OldQuestion
from mhscan.pack.pack import Pack
from mhscan.questions.base import AnswerError


class LegacyTexts:
    """Finds the words for the answers of one assessment; `old` is the pack that it was made with, if it is at hand."""

    def __init__(self, pack: Pack, old: Pack | None) -> None:
        """Nothing is remembered from migrations yet."""
        self._pack = pack
        self._old = old
        self._told: dict[str, OldQuestion] = {}

    def remember(self, sources: tuple[str, ...], words: OldQuestion | None) -> None:
        """Keep the words that a migration has for a question; those of the first migration that has them."""
        if words is not None:
            self._told |= {source: words for source in sources if source not in self._told}

    def question(self, source: str) -> str:
        """How a question was put; that its words are not kept, with its id, where nobody knows."""
        told = self._told.get(source)
        own = wording(self._old, source) if self._old else ""
        known = own or (told.text if told else wording(self._pack, source))
        return known or _("The question '{id}', of which the words are not kept").format(id=source)

    def factor(self, source: str) -> str | None:
        """What the factor of a question was called; nothing for a question of none, or where nobody knows."""
        if self._old is not None and source in self._old.places:
            return self._old.places[source].factor.title
        key = source.split(".", maxsplit=1)[0]
        titles = {one.id: one.title for one in self._pack.factors}
        return titles.get(factors_now(self._pack).get(key, key))

    def said(self, source: str, answer: Answer) -> str | None:
        """How an answer was put; nothing where it has no value or nobody knows."""
        if answer.said is not None or answer.state != "answered" or answer.value is None:
            return answer.said
        told = self._told.get(source)
        known: dict[object, str] = {one.value: one.text for one in told.answers} if told else {}
        own = described(self._old, source, answer.value) if self._old else ""
        values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        return own or ", ".join(known[one] for one in values if one in known) or None


def wording(pack: Pack, key: str) -> str:
    """How a pack puts a question; empty if it does not have it."""
    if key in pack.places:
        return pack.places[key].indicator.question
    question = pack.asked_by_type(key)
    return question.text if question else ""


def described(pack: Pack, key: str, value: Stored) -> str:
    """How a pack puts an answer; empty if it does not have it."""
    if key in pack.places:
        return pack.places[key].indicator.level_text(value) if isinstance(value, int) else ""
    question = pack.asked_by_type(key)
    with contextlib.suppress(AnswerError):
        return question.describe(question.check(value)) if question else ""
    return ""
