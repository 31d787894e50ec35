"""Answers, questions, claims and labels of one result as words."""

from __future__ import annotations

from mhscan.answers.model import ROLE, Answer
from mhscan.base import SUBJECT
from mhscan.language import _
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.registry import Question
from mhscan.reports.redaction import Shown
from mhscan.reports.views.answers import Seen
from mhscan.reports.views.figures import SourceRef


def state_words(state: str) -> str:
    """The state of an answer without a value, in words."""
    words = {
        "unknown": _("not known"),
        "skipped": _("skipped"),
        "not_applicable": _("does not apply"),
        "answered": _("answered without a value"),
    }
    return words[state]


def stored_words(value: object) -> str:
    """A value that no question explains, in words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _in_words(question: Question | None, value: object) -> str:
    """A value in the words of its question; as it was stored where there is none, or it does not fit."""
    fitting = question.fitting([value]) if question else []
    return question.describe(fitting[0]) if question and fitting else stored_words(value)


class ResultWording:
    """Turns the keys of a result into words, for one audience."""

    def __init__(self, pack: Pack, shown: Shown, questionnaire: Questionnaire | None) -> None:
        """`questionnaire` gives the words in which a question was asked."""
        self.pack = pack
        self.shown = shown
        self._wording = dict(questionnaire.wording) if questionnaire else {}
        self._unseen = questionnaire.unseen if questionnaire else ""

    def question(self, key: str) -> str:
        """The question as it was asked."""
        if key in self._wording:
            return self._wording[key].question
        if key in self.pack.places:
            return self.pack.places[key].indicator.question
        if key in self.pack.context:
            return self.pack.context[key].text
        fields = {SUBJECT + field.id: field.text for field in self.pack.model.subject.fields}
        return fields.get(key, key)

    def title(self, key: str) -> str:
        """What a question is about, in a few words."""
        if key in self.pack.places:
            return self.pack.places[key].indicator.title
        return self.pack.context[key].name if key in self.pack.context else self.question(key)

    def is_public(self, key: str) -> bool:
        """Whether this audience may see the answer to a question."""
        return key not in self.shown.suppressed.keys

    def answer(self, key: str) -> str:
        """The answer to a question in words."""
        answer = self.shown.assessment.answers.get(key)
        if key.startswith(SUBJECT) and key.removeprefix(SUBJECT) in self.shown.assessment.subject:
            fields = {SUBJECT + one.id: one for one in self.pack.model.subject.fields}
            return _in_words(fields.get(key), self.shown.assessment.subject[key.removeprefix(SUBJECT)])
        if key in self.shown.dependent:
            return _("not public: it depends on a number or a text that is not public")
        if answer is None:
            return _("not asked")
        if answer.state != "answered":
            return self._state(answer)
        if key in self.shown.withheld:
            return _("not public")
        if key in self.shown.hidden and self.pack.context[key].traits.numbers is None:
            return _("not public: it counts fewer than {n}").format(n=self.pack.model.privacy.small_number)
        if key in self.shown.hidden:
            return _("fewer than {n}").format(n=self.pack.model.privacy.small_number)
        return self._value(key, answer)

    def _state(self, answer: Answer) -> str:
        if answer.reason == ROLE and self._unseen:
            return self._unseen
        return state_words(answer.state)

    def _value(self, key: str, answer: Answer) -> str:
        place = self.pack.places.get(key)
        if place is not None and isinstance(answer.value, int) and not isinstance(answer.value, bool):
            return self.level_text(place, answer.value)
        return _in_words(self.pack.context.get(key), answer.value)

    def reason(self, answer: Answer) -> str:
        """Why somebody said that a question does not apply; else empty."""
        return answer.reason or "" if answer.state == "not_applicable" else ""

    def level_text(self, place: Place, level: int) -> str:
        """The sentence of a level, in the words in which it was asked."""
        wording = self._wording.get(place.id)
        levels = wording.levels if wording and wording.levels else place.indicator.levels
        return next((step.text for step in levels if step.level == level), str(level))

    def seen(self, keys: tuple[str, ...]) -> tuple[Seen, ...]:
        """Questions with their answers."""
        return tuple(Seen(self.title(key), self.answer(key)) for key in keys)

    def claims(self, ids: tuple[str, ...]) -> tuple[SourceRef, ...]:
        """Claims with where they stand and how strongly they are put."""
        claims = (self.pack.claims[key] for key in dict.fromkeys(ids) if key in self.pack.claims)
        labels = {key: modality.label for key, modality in self.pack.modalities.items()}
        return tuple(SourceRef(claim.id, claim.section, labels.get(claim.modality, ""), claim.text) for claim in claims)

    def strength(self, ids: tuple[str, ...]) -> str:
        """How strongly the source puts it, by its strongest claim, as a sentence; that it is ours without a claim.

        Empty where the pack has no sources at all: then nothing is less its own than the rest.
        """
        if not self.pack.sources:
            return ""
        strongest = self.pack.strongest(ids)
        if strongest is None:
            return _("This is ours: no source says it.")
        example = f" {_('The source gives it as an example.')}" if self.pack.only_examples(ids) else ""
        return f"{strongest.phrase}{example}"

    def strength_of_action(self, place: Place, action: Action) -> str:
        """How strongly the source puts what an action is for, and whether the action itself is ours."""
        phrase = self.strength(place.indicator.sources)
        return phrase if action.sources or not phrase else f"{phrase} {_('The way to do it is ours.')}"
