"""A blank questionnaire on paper: its view, and the view as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mhscan.language import speaking
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.registry import Question
from mhscan.reports.parts.glossary import glossary
from mhscan.reports.views.glossary import NO_GLOSSARY, GlossaryView


@dataclass(frozen=True)
class BlankQuestion:
    """One question: its number, words, explanation, the answers to choose from (key and text), and when it is asked."""

    number: int
    title: str
    text: str
    help: str
    choices: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]
    level_question: bool
    only_if: bool


@dataclass(frozen=True)
class BlankSection:
    """A part of a questionnaire."""

    title: str
    questions: tuple[BlankQuestion, ...]


@dataclass(frozen=True)
class BlankView:
    """The whole of a blank questionnaire, in the pack's language."""

    NAME: ClassVar[str] = "questions"
    language: str
    title: str
    text: str
    minutes: int
    warning: str
    unseen: str
    carriers: tuple[str, ...]
    sections: tuple[BlankSection, ...]
    stamp: str
    glossary: GlossaryView = NO_GLOSSARY


def blank_view(pack: Pack, questionnaire: Questionnaire) -> BlankView:
    """The view of a blank questionnaire."""
    with speaking(pack.model.language):
        numbers = {key: n for n, key in enumerate(questionnaire.asks(), 1)}
        sections = tuple(
            BlankSection(one.title, tuple(_question(pack, questionnaire, key, numbers[key]) for key in one.ask))
            for one in questionnaire.sections
        )
        return BlankView(
            language=pack.model.language,
            title=questionnaire.title,
            text=questionnaire.text,
            minutes=questionnaire.minutes,
            warning=pack.model.privacy.free_text,
            unseen=questionnaire.unseen,
            carriers=tuple(one.label for one in pack.model.carriers) if questionnaire.perspective == "own" else (),
            sections=sections,
            stamp=f"{pack.model.title} {pack.model.version}",
            glossary=glossary(pack, sections),
        )


def _question(pack: Pack, questionnaire: Questionnaire, key: str, number: int) -> BlankQuestion:
    if key in pack.context:
        return _context(pack.context[key], number)
    return _indicator(pack.places[key], questionnaire, number)


def _context(question: Question, number: int) -> BlankQuestion:
    return BlankQuestion(
        number=number,
        title=question.name,
        text=question.text,
        help=question.help.text if question.help else "",
        choices=tuple((choice.key, choice.label) for choice in question.choices()),
        evidence=(),
        level_question=False,
        only_if=question.applies_if is not None,
    )


def _indicator(place: Place, questionnaire: Questionnaire, number: int) -> BlankQuestion:
    one, wording = place.indicator, questionnaire.wording.get(place.id)
    helped = wording.help if wording else one.help
    levels = wording.levels if wording and wording.levels else one.levels
    return BlankQuestion(
        number=number,
        title=one.title,
        text=wording.question if wording else one.question,
        help=helped.text if helped else "",
        choices=tuple((str(level.level), level.text) for level in levels),
        evidence=one.evidence if wording is None else (),
        level_question=True,
        only_if=one.applies_if is not None,
    )
