"""A blank questionnaire on paper: its view, and the view as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from mhscan.language import speaking
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.registry import Question
from mhscan.reports.applicability import only_if
from mhscan.reports.parts.glossary import glossary
from mhscan.reports.views.glossary import NO_GLOSSARY, GlossaryView


@dataclass(frozen=True)
class BlankObservation:
    """One fact: its words, what counts, and what to choose from; with nothing to choose from there is a line."""

    text: str
    counts: str
    choices: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BlankQuestion:
    """One question: its number, words, explanation, the answers to choose from (key and text), and when it is asked.

    `observations` are asked instead of a level. With `several`, more than one answer may be chosen; or none, unless one
    of them says that. Those in `alone` go with no other. `not_applicable` says whether it can be set aside. `only_if`
    is empty where everybody answers.
    """

    number: int
    title: str
    text: str
    help: str
    choices: tuple[tuple[str, str], ...]
    observations: tuple[BlankObservation, ...] = ()
    evidence: tuple[str, ...] = ()
    level_question: bool = False
    several: bool = False
    alone: tuple[str, ...] = ()
    not_applicable: bool
    only_if: str


@dataclass(frozen=True)
class BlankSection:
    """A part of a questionnaire."""

    title: str
    questions: tuple[BlankQuestion, ...]


@dataclass(frozen=True)
class BlankView:
    """The whole of a blank questionnaire, in the pack's language.

    `subject` asks about whom it is; `carriers` has a label and a question for each; `scored` says whether answers make
    a score; `after` what to do when it is filled in; `roles` whether there are roles to choose from.
    """

    NAME: ClassVar[str] = "questions"
    language: str
    title: str
    text: str
    minutes: int
    warning: str
    subject: str
    scored: bool
    unseen: str
    carriers: tuple[tuple[str, str], ...]
    sections: tuple[BlankSection, ...]
    after: str
    stamp: str
    roles: bool
    glossary: GlossaryView = NO_GLOSSARY


def blank_view(pack: Pack, questionnaire: Questionnaire) -> BlankView:
    """The view of a blank questionnaire."""
    model, own = pack.model, questionnaire.perspective == "own"
    with speaking(model.language):
        numbers = {key: n for n, key in enumerate(questionnaire.asks(), 1)}
        sections = tuple(
            BlankSection(section.title, tuple(_question(pack, questionnaire, key, numbers) for key in section.ask))
            for section in questionnaire.sections
        )
        carriers = tuple((f"{carrier.label[:1].upper()}{carrier.label[1:]}", carrier.ask) for carrier in model.carriers)
        return BlankView(
            language=model.language,
            title=questionnaire.title,
            text=questionnaire.text,
            minutes=questionnaire.minutes,
            warning=model.privacy.free_text,
            subject=model.subject.name or model.subject.singular,
            scored=own,
            unseen=questionnaire.unseen,
            carriers=carriers if own else (),
            sections=sections,
            after=questionnaire.after,
            stamp=f"{model.title} {model.version}",
            roles=any(questionnaire.perspective in role.perspectives for role in model.roles),
            glossary=glossary(pack, sections),
        )


def _question(pack: Pack, questionnaire: Questionnaire, key: str, numbers: Mapping[str, int]) -> BlankQuestion:
    deciding = only_if(pack, pack.applies_if(key), numbers)
    if key in pack.context:
        return _context(pack.context[key], numbers[key], deciding)
    return _indicator(pack.places[key], questionnaire, numbers[key], deciding)


def _context(question: Question, number: int, deciding: str) -> BlankQuestion:
    return BlankQuestion(
        number=number,
        title=question.name,
        text=question.text,
        help=question.help.text if question.help else "",
        choices=tuple((choice.key, choice.label) for choice in question.choices()),
        several=question.traits.several,
        alone=tuple(choice.label for choice in question.choices() if choice.alone),
        not_applicable=question.not_applicable,
        only_if=deciding,
    )


def _observation(observation: Observation) -> BlankObservation:
    return BlankObservation(
        text=observation.text,
        counts=observation.counts or "",
        choices=tuple(choice.label for choice in observation.question.choices()),
    )


def _indicator(place: Place, questionnaire: Questionnaire, number: int, deciding: str) -> BlankQuestion:
    indicator, wording = place.indicator, questionnaire.words.get(place.id)
    facts = place.observations_in(questionnaire)
    observations = tuple(map(_observation, facts.values()))
    help_text = (wording or indicator).help
    levels = wording.levels if wording and wording.levels else indicator.levels
    return BlankQuestion(
        number=number,
        title=indicator.title,
        text=(wording or indicator).question,
        help=help_text.text if help_text else "",
        choices=() if observations else tuple((str(level.level), level.text) for level in levels),
        observations=observations,
        evidence=indicator.evidence if wording is None and facts == place.observations else (),
        level_question=True,
        not_applicable=indicator.not_applicable,
        only_if=deciding,
    )
