"""The text of every document, for many assessments made by chance: nothing that a reader stumbles over."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from typing import Any

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.integrity.packs import load_pack
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import render
from mhscan.reports.rendering.folders import TemplateFolders

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = TemplateFolders(ROOT)
KNOWN = registry(FOLDERS)
DOCUMENTS = [name for name, one in KNOWN.entries.items() if one.needs != "questionnaire"]
MANY, FEW = 200, 6


def _rules() -> Any:
    spec = importlib.util.spec_from_file_location("plain_text", Path(__file__).with_name("plain_text.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RULES = _rules()


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(ROOT)


def by_chance(pack: Pack, seed: int) -> Assessment:
    """An assessment made by chance; how much is answered, and how well, differs from one to the next."""
    chance = random.Random(seed)
    known, high = chance.choice([0, 0.02, 0.3, 0.8, 1]), chance.random()
    asked = (
        chance.choice(pack.questionnaires) if seed % 5 == 0 else max(pack.questionnaires, key=lambda q: len(q.asks()))
    )
    if asked.perspective == "partner":
        asked = max(pack.questionnaires, key=lambda q: len(q.asks()))
    answers = {key: _answer(pack, key, chance, known, high) for key in asked.asks()}
    return Assessment(
        schema_="mhscan/assessment@1",
        id="chance",
        subject={"name": "Voorbeeldstad"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=asked.id,
        respondent=Respondent(id="chance"),
        answers={key: one for key, one in answers.items() if one is not None},
    )


def _answer(pack: Pack, key: str, chance: random.Random, known: float, high: float) -> Answer | None:
    if chance.random() >= known:
        return chance.choice([None, Answer(state="unknown"), Answer(state="skipped")])
    if key in pack.places:
        if chance.random() < 0.05:
            return Answer(state="not_applicable", reason="Dat is hier zo.")
        levels = pack.places[key].indicator.levels
        level = levels[min(int(chance.betavariate(1 + 4 * high, 5 - 4 * high) * len(levels)), len(levels) - 1)].level
        carried = CarriedBy(kind=pack.model.carriers[0].id, name="Tafel regio") if chance.random() < 0.1 else None
        return Answer(state="answered", value=level, carried_by=carried)
    question = pack.context[key]
    values: dict[str, Any] = {
        "yesno": chance.random() < 0.5,
        "number": chance.choice([0, 1, 3, 12]),
        "date": "2026-06-15",
        "text": "Tekst.",
    }
    if question.type in values:
        return Answer(state="answered", value=values[question.type])
    options = [str(one.value) for one in question.choices()]
    chosen = tuple(one for one in options if chance.random() < 0.4)
    return Answer(state="answered", value=chosen if question.type == "multi" else chance.choice(options))


def found_in(pack: Pack, seed: int, document: str) -> set[str]:
    view = build_view(evaluate(pack, by_chance(pack, seed)))
    text = render(FOLDERS, view, KNOWN.view(document, view.language), "md")
    assert len(text) > 500
    return {f"{document}, seed {seed}: {one}" for one in RULES.faults(text)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_text_of_a_few_documents_has_no_fault(pack: Pack, document: str) -> None:
    assert set().union(*(found_in(pack, seed, document) for seed in range(FEW))) == set()


@pytest.mark.proof
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_text_of_many_documents_has_no_fault(pack: Pack, document: str) -> None:
    assert set().union(*(found_in(pack, seed, document) for seed in range(FEW, FEW + MANY))) == set()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Er zijn 1 vragen.", "one of many"),
        ("Er zijn 12 vraag open.", "many of one"),
        ("Er zijn {n} vragen.", "a brace"),
        ("De score is None.", "a value of the program"),
        ("De score  is 3.", "two spaces"),
        ("De score is 3 .", "a space before a mark"),
        ("De score is 3..", "a doubled mark"),
        ("de score is 3.", "no capital"),
        ("Een " + "woord " * 25 + "hier.", "more than 25 words"),
    ],
)
def test_the_rules_see_what_is_wrong(line: str, fault: str) -> None:
    assert any(one.startswith(fault) for one in RULES.faults(line))


def test_the_rules_leave_a_right_text_alone() -> None:
    right = "# Kop\n\nEr is 1 vraag. Er zijn 2 vragen.\n\n- Een punt, en nog een.\n\n| a | b |\n| --- | --- |\n"
    assert list(RULES.faults(right)) == []
