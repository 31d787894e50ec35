"""Answers, questions, claims and labels of one result as words."""

from __future__ import annotations

from functools import cached_property

from mhscan.answers.model import ROLE, Answer
from mhscan.base import SUBJECT, card_of
from mhscan.language import _, ngettext
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Claim
from mhscan.questions.registry import Question
from mhscan.reports.redaction import Shown
from mhscan.reports.states import partner_facts
from mhscan.reports.views.answers import Seen
from mhscan.reports.views.figures import SourceRef
from mhscan.scoring.facts import Facts, gather


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


def claim_word(pack: Pack, claim: Claim) -> str:
    """How strongly the source puts a claim, in a word or two: its own word where the pack has it; may be empty."""
    modality = pack.modalities.get(claim.modality)
    return claim.word or (modality.label if modality else "")


def claim_strength(pack: Pack, claim: Claim) -> str:
    """How strongly the source puts a claim, as a sentence; may be empty."""
    if claim.word:
        return _("The word of the source is '{word}'.").format(word=claim.word)
    modality = pack.modalities.get(claim.modality)
    return modality.phrase if modality else ""


class ResultWording:
    """Turns the keys of a result into words, for one audience."""

    def __init__(self, pack: Pack, shown: Shown, questionnaire: Questionnaire | None) -> None:
        """`questionnaire` gives the words in which a question was asked."""
        self.pack = pack
        self.shown = shown
        self._questionnaire = questionnaire
        self._wording = questionnaire.words if questionnaire else {}
        self._fact_words = questionnaire.fact_words if questionnaire else {}
        self._unseen = questionnaire.unseen if questionnaire else ""

    def question(self, key: str) -> str:
        """The question as it was asked."""
        if key in self._wording:
            return self._wording[key].question
        if key in self._fact_words:
            return self._fact_words[key].text
        if key in self.pack.places:
            return self.pack.places[key].indicator.question
        question = self.pack.asked_by_type(key)
        return question.text if question else key

    def title(self, key: str) -> str:
        """What a question is about, in a few words."""
        if key in self.pack.places:
            return self.pack.places[key].indicator.title
        if key in self.pack.observations:
            return f"{self.title(card_of(key))}: {self.question(key)}"
        return self.pack.context[key].name if key in self.pack.context else self.question(key)

    def is_public(self, key: str) -> bool:
        """Whether this audience may see the answer to a question."""
        return key not in self.shown.suppressed.keys

    def answer(self, key: str) -> str:
        """The answer to a question in words."""
        answer = self.shown.assessment.answers.get(key)
        if key.startswith(SUBJECT) and key.removeprefix(SUBJECT) in self.shown.assessment.subject:
            return _in_words(self.pack.asked_by_type(key), self.shown.assessment.subject[key.removeprefix(SUBJECT)])
        if key in self.pack.places and self.pack.places[key].observations:
            return self._observed(self.pack.places[key])
        if key in self.shown.dependent:
            return _("not public: it depends on a number or a text that is not public")
        if answer is None:
            return _("not asked")
        if answer.state != "answered":
            return self._state(answer)
        return self._not_shown(key) or self._value(key, answer)

    def _not_shown(self, key: str) -> str:
        """Why the value of an answer is not shown; empty where it is."""
        if key in self.shown.withheld:
            return _("not public")
        if key not in self.shown.hidden:
            return ""
        question = self.pack.asked_by_type(key)
        is_part = question is not None and question.traits.numbers is None
        words = _("not public: it counts fewer than {n}") if is_part else _("fewer than {n}")
        return words.format(n=self.pack.model.privacy.small_number)

    @cached_property
    def facts(self) -> Facts:
        """What is known of all questions, as far as this audience may see it."""
        return gather(self.pack, self.shown.assessment, self.shown.suppressed.primary)

    def _observed(self, place: Place) -> str:
        """The level that follows from facts, or which levels these leave."""
        fact, given = self.facts.get(place.id), self.shown.assessment.answers.get(place.id)
        if place.id in self.shown.dependent:
            return _("not public: it depends on a number or a text that is not public")
        if isinstance(fact.value, int):
            return self.level_text(place, fact.value)
        if given is not None and given.state not in ("answered", "skipped"):
            return self._state(given)
        if asked := partner_facts(self.pack, self._questionnaire, place.id):
            return self._known(asked)
        if fact.within and len(fact.within) < len(place.indicator.levels):
            return _("level {low} to {high} is possible").format(low=fact.within[0], high=fact.within[-1])
        return state_words(fact.state) if fact.state != "not_asked" else _("not asked")

    def _known(self, asked: tuple[str, ...]) -> str:
        """How many facts a partner knows: what these leave open is not for a partner to decide."""
        states = [self.facts.get(key).state for key in asked]
        known, said = states.count("answered"), [self.shown.assessment.answers.get(key) for key in asked]
        if known:
            words = ngettext("{n} of {all} facts known", "{n} of {all} facts known", known)
            return words.format(n=known, all=len(asked))
        if self._unseen and all(one is not None and one.reason == ROLE for one in said):
            return self._unseen
        return state_words("unknown") if "unknown" in states else _("not asked")

    def _state(self, answer: Answer) -> str:
        if answer.reason == ROLE and self._unseen:
            return self._unseen
        return state_words(answer.state)

    def _value(self, key: str, answer: Answer) -> str:
        place = self.pack.places.get(key)
        if place is not None and isinstance(answer.value, int) and not isinstance(answer.value, bool):
            return self.level_text(place, answer.value)
        return _in_words(self.pack.asked_by_type(key), answer.value)

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
        return tuple(SourceRef(claim.id, claim.section, claim_word(self.pack, claim), claim.text) for claim in claims)

    def strength(self, ids: tuple[str, ...]) -> str:
        """What the source says, by its strongest claim, and how strongly; that it is ours without a claim.

        The strength is that of the claim, never of how this pack asks for it. Empty where the pack has no sources at
        all: then nothing is less its own than the rest.
        """
        if not self.pack.sources:
            return ""
        strongest = self.pack.strongest(ids)
        if strongest is None:
            return _("This is ours: no source says it.")
        claims = (self.pack.claims[key] for key in ids if key in self.pack.claims)
        claim = next(one for one in claims if one.modality == strongest.id)
        example = f" {_('The source gives it as an example.')}" if self.pack.only_examples(ids) else ""
        return f"{self.statement(claim.id)}{example}"

    def statement(self, claim_id: str) -> str:
        """What a claim says, and how strongly the source puts that."""
        claim = self.pack.claims[claim_id]
        return f"{claim.text} {claim_strength(self.pack, claim)}".rstrip()

    def strength_of_action(self, action: Action) -> str:
        """How strongly the source puts the action itself; empty where no source does."""
        return self.strength(action.sources) if action.sources and not action.ours else ""

    def ours(self, action: Action) -> str:
        """That an action is the scan's own; empty where a source has it, or the pack has no sources at all."""
        if not self.pack.sources or self.strength_of_action(action):
            return ""
        return _("This step is the scan's own: no source names it.")
