"""Markdown, read by a parser of Markdown, has the headings, lists and tables that the HTML has."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, CarriedBy, Evidence
from mhscan.integrity.packs import load_pack
from mhscan.plans.model import Plan
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_view
from mhscan.reports.comparison.build import comparison_document, comparison_view
from mhscan.reports.formats.documents import document_view, registry
from mhscan.reports.formats.registry import render
from mhscan.reports.parts.progress import progress
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.views.words import BlockView, WordsView
from mhscan.trend.compare import compare
from mhscan.trend.scans import Given

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
HARBOUR = ROOT / "tests/packs/harbour"
PACKS = {
    "shipped": ROOT,
    "harbour": HARBOUR,
    "market": ROOT / "tests/packs/market",
    "tiny": ROOT / "tests/packs/tiny",
    "orchard": ROOT / "tests/packs/orchard/2.0.0",
}
FILLED_IN = ("nothing", "unknown", "lowest", "middle", "highest", "mixed")
FOLDERS = TemplateFolders(HARBOUR)
"""Without templates of its own, so that the program's own are used."""


@dataclasses.dataclass
class Parts:
    """What a document is made of: headings with their depth, the number of items of lists, and of rows of tables."""

    headings: list[tuple[int, str]]
    items: int
    rows: int


def of_markdown(text: str) -> Parts:
    """What a parser of Markdown sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = [token.type for token in tokens]
    headings = [
        (int(token.tag[1:]), unnumbered("".join(one.content for one in tokens[at + 1].children or [])))
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    return Parts(headings, kinds.count("list_item_open"), kinds.count("tr_open"))


def unnumbered(heading: str) -> str:
    """A heading without the number before it, which each format writes in its own way."""
    return re.sub(r"^\d+\.?\s", "", " ".join(heading.split()))


class _Page(HTMLParser):
    """Collects the parts of a page; what only helps to find the way, and pictures, are passed over."""

    VOID = ("meta", "br", "img", "link")
    ASIDE = ("nav", "svg", "style", "caption")
    CLASSES = ("key", "head-links")

    def __init__(self) -> None:
        super().__init__()
        self.found = Parts([], 0, 0)
        self._inside: list[str] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        aside = tag in self.ASIDE or set(self.CLASSES) & set((dict(attrs).get("class") or "").split())
        self._inside.append(f"{tag} aside" if aside else tag)
        self._words = [] if re.fullmatch("h[1-6]", tag) else self._words
        if not self._is_aside():
            # A cell of Markdown cannot hold a list.
            self.found.items += tag == "dt" or (tag == "li" and "td" not in self._inside)
            self.found.rows += tag == "tr"

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag) and not self._is_aside():
            self.found.headings.append((int(tag[1:]), unnumbered("".join(self._words))))
        while self._inside and self._inside.pop().split()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def _is_aside(self) -> bool:
        return any(one.endswith("aside") for one in self._inside)


def of_html(text: str) -> Parts:
    """What a parser of HTML sees."""
    page = _Page()
    page.feed(text)
    return page.found


def value_of(question):
    typed = {"number": 7, "date": "2026-06-01", "text": getattr(question, "example", "") or "Words"}
    if question.type == "multi":
        return (question.options[0].id,)
    return typed[question.type] if question.type in typed else question.choices()[0].value


def answers_of(pack, how):
    """An answer to each question of a pack, of one sort, or of all sorts in turn."""
    if how == "nothing":
        return {}
    keys = (*pack.context, *pack.places)
    if how == "unknown":
        return {key: Answer(state="unknown") for key in keys}
    found = {key: Answer(state="answered", value=value_of(one)) for key, one in pack.context.items()}
    turns = cycle((0, 2, -1, None, 1, "aside"))
    for key, place in pack.places.items():
        levels = sorted(one.level for one in place.indicator.levels)
        turn = {"lowest": 0, "middle": len(levels) // 2, "highest": -1, "mixed": next(turns)}[how]
        if turn is None:
            found[key] = Answer(state="skipped")
        elif turn == "aside":
            found[key] = Answer(state="not_applicable", reason="It is 1. not *here*")
        else:
            found[key] = with_all(pack, levels[turn] if turn < len(levels) else levels[-1])
    return found


def with_all(pack, level):
    """An answer with all that can come with it, in words that mean something in Markdown."""
    carried = [CarriedBy(kind=one.id, name="# Pier") for one in pack.model.carriers[:1]]
    proof = (Evidence(title="- One", date="2025-12-31"), Evidence(title="| Two"))
    note = "> First\n\n- second"
    return Answer(state="answered", value=level, note=note, evidence=proof, carried_by=carried[0] if carried else None)


def plan_of(pack):
    """A plan with a target for each factor, and each status."""
    actions = [f"{p.factor.id}.{a.id}" for p in pack.places.values() for a in p.indicator.actions]
    states = cycle(({"status": "done", "note": "- so"}, {"status": "doing"}, {"due": "2026-12-31"}, {}))
    return Plan.model_validate(
        {
            "schema": "mhscan/plan@1",
            "subject": {"name": "Testhaven"},
            "pack": pack.model.id,
            "targets": {one.id: {"level": 2} for one in pack.factors},
            "actions": {one: {"title": one, **next(states)} for one in actions[:6]} | {"no.more": {"title": "Gone"}},
        }
    )


def words_of(pack):
    """Words of an adviser everywhere."""
    blocks = (BlockView("paragraphs", ("1. One", "# Two")), BlockView("list", ("- Three", "Four")))
    documents = registry(FOLDERS).entries
    return WordsView(dict.fromkeys(documents, blocks), {one.id: blocks for one in pack.factors})


def compared(pack, one, other, **more):
    given = [Given("old", one.model_copy(update={"date": "2025-05-01"}), pack), Given("new", other, pack)]
    return compare(pack, given, **more)


def differing(view, entry):
    """What a document has otherwise in Markdown than in HTML."""
    md, html = (render(FOLDERS, view, entry, one) for one in ("md", "html"))
    one, other = of_markdown(md), of_html(html)
    assert other.headings
    return [
        (entry.id, name, getattr(one, name), getattr(other, name))
        for name in ("headings", "items", "rows")
        if getattr(one, name) != getattr(other, name)
    ]


@pytest.mark.parametrize("how", FILLED_IN)
@pytest.mark.parametrize("name", PACKS)
def test_every_document_has_the_same_parts_in_markdown_as_in_html(build, name, how):
    pack = load_pack(PACKS[name])
    full = max(pack.questionnaires, key=lambda one: len(one.asks()))
    made = build.assessment(pack, answers_of(pack, how), questionnaire=full.id)
    empty = made.model_copy(update={"answers": {}})
    moved = progress(compared(pack, empty, made))
    known = registry(FOLDERS)
    found = []
    for audience, plan in (("public", None), ("internal", plan_of(pack))):
        view = build_view(evaluate(pack, made), audience, plan)
        view = dataclasses.replace(view, progress=moved, words=words_of(pack))
        for entry in known.entries.values():
            if entry.needs != "questionnaire":
                found += differing(view, document_view(entry, "en"))
    assert found == []


@pytest.mark.parametrize("name", PACKS)
def test_a_questionnaire_and_a_comparison_have_the_same_parts_in_each_format(build, name):
    pack = load_pack(PACKS[name])
    known = registry(FOLDERS)
    for questionnaire in pack.questionnaires:
        assert differing(blank_view(pack, questionnaire), known.blank("en")) == []
    full = max(pack.questionnaires, key=lambda one: len(one.asks()))
    lowest, mixed = (
        build.assessment(pack, answers_of(pack, how), questionnaire=full.id) for how in ("lowest", "mixed")
    )
    view = comparison_view(compared(pack, lowest, mixed), plan_of(pack), "internal")
    assert differing(view, comparison_document(view)) == []


def test_a_list_that_is_glued_to_what_follows_would_be_seen():
    assert of_markdown("1. one2. two\n### Next\n") != of_markdown("1. one\n2. two\n\n### Next\n")
    assert of_markdown("text\n| a | b |\n") != of_markdown("text\n\n| a | b |\n| --- | --- |\n")
