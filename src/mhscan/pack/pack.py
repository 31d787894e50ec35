"""A pack as a whole: the model, its factors, questionnaires and sources, with the look-ups that all rooms share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mhscan.base import CONTEXT, SUBJECT, card_of
from mhscan.conditions import Condition, keys_of
from mhscan.language import _
from mhscan.pack.aliases import Names, factor_names, full_names, observation_names, question_names
from mhscan.pack.factor import Action, Aspect, Factor, Indicator
from mhscan.pack.glossary import Glossary, Term
from mhscan.pack.migration import Migration
from mhscan.pack.model import Modality, Model, Named, Scale
from mhscan.pack.observation import Observation
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Claim, Source
from mhscan.questions.registry import Question


@dataclass(frozen=True)
class Place:
    """An indicator with where it stands: its full id, factor and aspect."""

    id: str
    indicator: Indicator
    factor: Factor
    aspect: Aspect

    @property
    def observations(self) -> dict[str, Observation]:
        """Its observations by their full ids; none where its level is chosen from a list."""
        return {f"{self.id}.{one.id}": one for one in self.indicator.observations}

    def observations_in(self, questionnaire: Questionnaire | None) -> dict[str, Observation]:
        """Its observations as a questionnaire asks them, in its words.

        A partner is asked those for which it has words only, if there are any: of the others nothing can be seen.
        """
        words = questionnaire.fact_words if questionnaire else {}
        worded = {
            key: one.in_words(w.text, w.counts) for key, one in self.observations.items() if (w := words.get(key))
        }
        if questionnaire is not None and questionnaire.of_partner and worded:
            return worded
        return {key: worded.get(key, one) for key, one in self.observations.items()}


@dataclass(frozen=True, eq=False)
class Pack:
    """Everything that the product knows about its subject.

    `sha256` is the digest of the data, not of the files; `migrations` is no part of it. `files` is how many files it
    was read from.

    A pack equals itself only, so that what is worked out from it can be kept with it.
    """

    model: Model
    factors: tuple[Factor, ...]
    questionnaires: tuple[Questionnaire, ...]
    sources: tuple[Source, ...]
    sha256: str
    glossary: Glossary | None = None
    migrations: tuple[Migration, ...] = ()
    files: int = 0

    @cached_property
    def places(self) -> dict[str, Place]:
        """Each indicator by its full id, in the order of the model."""
        found = {}
        for factor in self.factors:
            aspects = {aspect.id: aspect for aspect in factor.aspects}
            for indicator in factor.indicators:
                full = f"{factor.id}.{indicator.id}"
                found[full] = Place(full, indicator, factor, aspects[indicator.aspect])
        return found

    @cached_property
    def observations(self) -> dict[str, Observation]:
        """Each observation by its full id, in the order of the model."""
        return {key: one for place in self.places.values() for key, one in place.observations.items()}

    def observed_at(self, key: str) -> Place | None:
        """The indicator of an observation; nothing where the key is not the full id of one."""
        return self.places[card_of(key)] if key in self.observations else None

    def asks(self, key: str) -> bool:
        """Whether it has an indicator, observation or context question with a key."""
        return key in self.places or key in self.observations or key in self.context

    def asked_by_type(self, key: str) -> Question | None:
        """The question of a type behind a key: of the context or an observation, or a field of the subject."""
        if key in self.observations:
            return self.observations[key].question
        return self.context.get(key) or self.subject_fields.get(key)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Each action by its full id, in the order of the model."""
        return {
            f"{place.factor.id}.{action.id}": action
            for place in self.places.values()
            for action in place.indicator.actions
        }

    @cached_property
    def context(self) -> dict[str, Question]:
        """Each context question by the key of its answer, such as `context.ID`."""
        return {CONTEXT + question.id: question for question in self.model.context}

    @cached_property
    def subject_fields(self) -> dict[str, Question]:
        """Each field of the subject by its key, such as `subject.ID`."""
        return {SUBJECT + question.id: question for question in self.model.subject.fields}

    @cached_property
    def questions_before(self) -> Names:
        """The old keys of questions: of indicators, their observations, the context, and fields of the subject."""
        indicators = full_names(self.factors, lambda factor: factor.indicators)
        facts = {key: place.observations for key, place in self.places.items()}
        return {**question_names(self.model), **indicators, **observation_names(facts, indicators)}

    @cached_property
    def factors_before(self) -> Names:
        """The old ids of factors."""
        return factor_names(self.factors)

    @cached_property
    def actions_before(self) -> Names:
        """The old full ids of actions."""
        return full_names(self.factors, lambda factor: [one for i in factor.indicators for one in i.actions])

    @cached_property
    def signalled(self) -> frozenset[str]:
        """The keys of the answers that a signal looks at and at which a note can stand, so that it can be explained."""
        named = {key for signal in self.model.signals for key in keys_of(signal.when)}
        return frozenset(named & {*self.context, *self.places})

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Each claim of each source by its id."""
        return {claim.id: claim for source in self.sources for claim in source.claims}

    @cached_property
    def modalities(self) -> dict[str, Modality]:
        """Each modality by its id, the strongest first."""
        return {modality.id: modality for modality in self.model.modalities}

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that the pack explains, in the order of its glossary."""
        return self.glossary.terms if self.glossary else ()

    def term(self, word: str) -> Term | None:
        """The term with an id or a form, in any case of letters; nothing where the pack does not explain it."""
        wanted = word.casefold()
        names = {one.casefold(): term for term in self.terms for one in (term.id, *term.words())}
        return names.get(wanted)

    def title(self, key: str) -> str:
        """What a question is about, in a few words; its key where there is no such question."""
        if key in self.places:
            return self.places[key].indicator.title
        question = self.context.get(key) or self.subject_fields.get(key)
        return question.name if question else key

    def applies_if(self, key: str) -> Condition | None:
        """The condition under which a question is asked; nothing where it always is."""
        place = self.places.get(key) or self.observed_at(key)
        if place is not None:
            return place.indicator.applies_if
        return self.context[key].applies_if if key in self.context else None

    def who_knows(self, key: str) -> tuple[str, ...]:
        """The roles that probably know the answer to a question, as people see them, the likeliest first."""
        return tuple(label(self.model.roles, role) for role in dict.fromkeys(self._asks(key)))

    def _asks(self, key: str) -> tuple[str, ...]:
        if key in self.places:
            indicator = self.places[key].indicator
            return *indicator.asks, *(role for fact in indicator.observations for role in fact.asks)
        known = self.context | self.subject_fields
        return known[key].asks if key in known else ()

    def can_be_set_aside(self, key: str) -> bool:
        """Whether somebody can say that a question does not apply."""
        if key in self.places:
            return self.places[key].indicator.not_applicable
        return key not in self.observations and (key not in self.context or self.context[key].not_applicable)

    def scale(self, place: Place) -> Scale:
        """The scale that an indicator follows."""
        return self.model.scales[place.indicator.scale]

    def score(self, place: Place, level: int) -> int | float:
        """What a level of an indicator is worth, 0-100."""
        return self.scale(place).score(level)

    def low(self, place: Place) -> int:
        """Up to which level an indicator is low."""
        own = self.scale(place).low
        return self.model.advice.low if own is None else own

    def enough(self, place: Place) -> int:
        """From which level on an indicator mends nothing any more."""
        own = self.scale(place).enough
        return self.model.advice.enough if own is None else own

    def level_label(self, place: Place, level: int) -> str:
        """What a level of an indicator is called."""
        own = next((one.label for one in place.indicator.levels if one.level == level), None)
        return own or self.scale(place).label(level)

    def questionnaire(self, wanted: str) -> Questionnaire | None:
        """The questionnaire with an id, if there is one."""
        return next((one for one in self.questionnaires if one.id == wanted), None)

    def only_examples(self, claim_ids: tuple[str, ...]) -> bool:
        """Whether claims are examples of the source and nothing more; false where no claim is known."""
        return {self.claims[one].kind for one in claim_ids if one in self.claims} == {"example"}

    def strongest(self, claim_ids: tuple[str, ...]) -> Modality | None:
        """The strongest modality among claims; nothing where no claim is known."""
        found = {self.claims[one].modality for one in claim_ids if one in self.claims}
        return next((modality for key, modality in self.modalities.items() if key in found), None)


def label(named: tuple[Named, ...], wanted: str | None) -> str:
    """The label that goes with an id in one of the model's lists; the id itself where the list lacks it."""
    return next((one.label for one in named if one.id == wanted), wanted or "")


def known_by(pack: Pack, key: str) -> str:
    """Who probably knows the answer to a question, as a sentence; empty where the pack does not say."""
    roles = pack.who_knows(key)
    return _("Who probably knows: {roles}.").format(roles=", ".join(roles)) if roles else ""
