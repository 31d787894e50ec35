"""Assessments at random, each the same for the same seed, and the texts of what is made of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence, Finished, PackRef, Respondent
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.date import DateQuestion
from mhscan.questions.multi import MultiQuestion
from mhscan.questions.number import NumberQuestion
from mhscan.questions.registry import Question

INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sup", "wbr"}
UNREAD = {"style", "script", "title", "desc"}


def at_random(pack: Pack, seed: int) -> Result:
    """What comes of answers that nobody would give; how much is open, and at which height, differs by seed."""
    chance = random.Random(seed)
    questionnaire = chance.choice(pack.questionnaires)
    openness, height = chance.random() ** 3, chance.random()
    answers = {
        key: _answer(pack, key, chance, openness, height)
        for key in questionnaire.asks()
        if chance.random() > openness / 3
    }
    # A file of an earlier version of the pack has levels only, and no facts.
    if seed % 3:
        answers = _in_facts(pack, questionnaire, answers, chance)
    finished = Finished(date="2026-05-20", agreed=("wethouder",)) if chance.random() < 0.3 else None
    subject = {"name": "Voorbeeldstad"} | (
        {"inhabitants": chance.choice((900, 45000))} if chance.random() < 0.5 else {}
    )
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id=f"seed-{seed}",
        subject=subject,
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=questionnaire.id,
        respondent=Respondent(id="r", role=chance.choice(pack.model.roles).id),
        status="final" if finished else "draft",
        finished=finished,
        answers=answers,
    )
    return evaluate(pack, assessment)


def _answer(pack: Pack, key: str, chance: random.Random, openness: float, height: float) -> Answer:
    if chance.random() < openness:
        state = chance.choice(("unknown", "skipped", "not_applicable"))
        place = key in pack.places
        if state == "not_applicable" and place:
            return Answer(state="not_applicable", reason="Dit past niet bij onze gemeente.")
        return Answer(state="unknown" if state == "not_applicable" else state)
    if key not in pack.places:
        return Answer(state="answered", value=_value(pack.context[key], chance))
    return Answer(state="answered", value=_level(pack.places[key], chance, height), **_beside(chance))


def _in_facts(
    pack: Pack, questionnaire: Questionnaire, answers: dict[str, Answer], chance: random.Random
) -> dict[str, Answer]:
    """The same, with facts in the place of each level; one of them may be open."""
    found = dict(answers)
    for key, answer in answers.items():
        place, level = pack.places.get(key), answer.value
        if place is None or not place.observations or not isinstance(level, int):
            continue
        facts = ladders_of(pack)[key].reaching(level, {}, "2026-05-01")
        for name in place.observations_in(questionnaire):
            if chance.random() < 0.9:
                found[name] = Answer(state="answered", value=facts[name])
            elif chance.random() < 0.5:
                found[name] = Answer(state="unknown")
        found[key] = answer.model_copy(update={"value": None})
        if not (answer.note or answer.evidence or answer.carried_by):
            del found[key]
    return found


def _beside(chance: random.Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if chance.random() < 0.15:
        found["carried_by"] = CarriedBy(kind="region", name="Regio Voorbeeld")
    if chance.random() < 0.15:
        found["note"] = "Zie het verslag van mei."
    if chance.random() < 0.15:
        found["evidence"] = (Evidence(title="Collegebesluit", date="2026-03-10"),)
    return found


def _level(place: Place, chance: random.Random, height: float) -> int:
    levels = [level.level for level in place.indicator.levels]
    return levels[min(len(levels) - 1, int(len(levels) * chance.triangular(0, 1, height)))]


def _value(question: Question, chance: random.Random) -> Any:
    if isinstance(question, NumberQuestion):
        return chance.choice((0, 1, 2, 7, 40))
    if isinstance(question, DateQuestion):
        return chance.choice(("2026-06-15", "2027-04-01"))
    values = [choice.value for choice in question.choices()]
    if isinstance(question, MultiQuestion):
        return tuple(chance.sample(values, chance.randrange(len(values) + 1)))
    return chance.choice(values) if values else "Tekst."


class Blocks(HTMLParser):
    """The texts that a page shows, one for each paragraph, heading, cell or item."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self._hidden.append(tag)
        if tag not in INLINE or ("class", "sub") in attrs:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()
        if tag not in INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(data)

    def _end(self) -> None:
        text = "".join(self._parts).strip("\n")
        if text.strip():
            self.texts.append(text.strip())
        self._parts = []


def blocks(page: str) -> list[str]:
    """The texts that an HTML page shows, in order."""
    parser = Blocks()
    parser.feed(page)
    parser.close()
    return parser.texts


@pytest.fixture(scope="session")
def chance(dutch_pack: Pack) -> Callable[[int], Result]:
    """What comes of answers at random; the same for the same seed."""
    return lambda seed: at_random(dutch_pack, seed)


@pytest.fixture(scope="session")
def texts_of() -> Callable[[str], list[str]]:
    """The texts that an HTML page shows."""
    return blocks
