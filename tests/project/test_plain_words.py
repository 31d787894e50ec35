"""All Dutch of the project is held to the wordings that its pack avoids: interface, templates, manual and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from mhscan.integrity.packs import load_pack
from mhscan.lint.plain_language import avoided
from mhscan.loading.shipped import shipped_pack
from mhscan.pack.pack import Pack

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "src" / "mhscan" / "locale" / "nl" / "LC_MESSAGES" / "mhscan.po"
MANUAL = sorted((ROOT / "docs" / "handleiding").glob("*.md"))
TEMPLATES = sorted((ROOT / "templates").glob("*.j2"))
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL)
APART = re.compile(r"\n\s*\n|\n(?=\s*(?:[-#|>]|\d+\.) ?)|\|")
"""Where a text in Markdown falls apart: paragraphs, items, headings, cells."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped_pack())


def of_the_interface() -> Iterator[str]:
    """Each sentence of the interface and of the fixed words of documents, in Dutch."""
    with PO.open("rb") as file:
        for message in read_po(file):
            yield from message.string if isinstance(message.string, tuple) else (message.string,)


def of_the_templates() -> Iterator[str]:
    """Each line of text that stands in a template itself."""
    for path in TEMPLATES:
        yield from CODE.sub("\n", path.read_text(encoding="utf-8")).splitlines()


def of_the_manual() -> Iterator[str]:
    """Each paragraph, item, heading and cell of the manual."""
    for path in MANUAL:
        yield from (" ".join(part.split()).lstrip("-# ") for part in APART.split(path.read_text(encoding="utf-8")))


def of_the_list_of_documents() -> Iterator[str]:
    """What documents are called, and their headings."""
    yield from (ROOT / "templates" / "documents.yaml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("texts", "least"),
    [(of_the_interface, 1500), (of_the_templates, 1000), (of_the_manual, 400), (of_the_list_of_documents, 50)],
)
def test_no_text_has_a_wording_to_avoid(pack, texts, least):
    """With why, and what to write instead; the texts of the pack itself are held by `mhscan validate`."""
    assert pack.model.plain is not None
    found = list(texts())
    assert len(found) >= least
    wrong = [(words, one.why, one.instead) for text in found for words, one in avoided(text, pack.model.plain.avoid)]
    assert wrong == []


WRONG = [
    "Een vaste afspraak staat niet op papier.",
    "Een opdracht van een bestuurder is er niet.",
    "Een lijst met taken staat niet op papier.",
    "Een gesprek daarna ken ik niet.",
    "Een vast moment is niet afgesproken.",
    "Vaste momenten staan niet op papier.",
    "Uren of geld staan niet op papier.",
    "Sla haar anders over.",
    "Schrijf op wie haar doet en wanneer zij klaar is.",
    "De functie helpt: zij draagt bij aan aandacht.",
    "De gemeente zegt dat zij mensenhandel niet accepteert.",
    "Het onderzoek noemt motivatie van buiten én van binnen nodig.",
    "Het onderzoek noemt dit mogelijk.",
    "Vraag naar de landelijke afspraken van nu.",
    "Beide komen onder de helft van de punten.",
    "Vast regelen gaat nog niet.",
    "Hier is mogelijk: a, b.",
    "Dat is zo als dit geldt: elk onderwerp telt mee.",
    "Een organisatie met wie u werkt.",
    "De helpdesk geeft gemeenten raad.",
    "Zo'n tekst is er.",
    "Stukken van daarna noemen drie soorten.",
    "Een bestuurder weet ervan, maar gaf geen opdracht.",
    "Geen twee groepen kregen dezelfde.",
    "De gemeente sprak met mij over geen van de drie soorten.",
    "Waarom op deze plaats",
]
RIGHT = [
    "Er is geen vaste afspraak op papier.",
    "Een ontvangstbevestiging telt niet.",
    "Een jaar alleen is niet genoeg.",
    "Een gewoonte is geen afspraak.",
    "Zij moeten weten wat het is.",
    "Mensen weten waar zij terechtkunnen.",
    "Volgens het factsheet is een voortrekker nodig.",
    "Het factsheet noemt drie vormen als voorbeeld.",
    "Een collega bij wie signalen samenkomen.",
    "Het college geeft de raad een brief.",
    "De score blijft onder de helft.",
    "Kies uit: a, b.",
    "Vaste momenten staan op papier.",
    "Geen van de drie groepen kreeg een sessie.",
]


@pytest.mark.parametrize("text", WRONG)
def test_each_kind_of_wording_is_found(pack, text):
    assert list(avoided(text, pack.model.plain.avoid))


def test_each_pattern_finds_one_of_these_texts(pack):
    """So that none of them is dead."""
    for one in pack.model.plain.avoid:
        assert any(list(avoided(text, (one,))) for text in WRONG), one.pattern


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(pack, text):
    assert list(avoided(text, pack.model.plain.avoid)) == []


def test_the_example_of_each_wording_has_none(pack):
    for one in pack.model.plain.avoid:
        assert list(avoided(one.instead, pack.model.plain.avoid)) == []
