"""Reports of whatever answers there are, are in plain language and without leftovers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mhscan.advice.result import Result
from mhscan.lint.plain_language import findings, mean_words, whole
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import render
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.views.report import ReportView

ROOT = Path(__file__).resolve().parents[2]
ONE = r"(?<![\d.,-])1"
MANY = r"(?<![\d.,-])(?:0|[2-9]|[1-9]\d+)"
SINGLE, PLURAL = "(vraag|actie|punt|antwoord|aandachtspunt)", "(vragen|acties|punten|antwoorden|aandachtspunten)"
LEFTOVER = re.compile(
    r"[{}]|\bNone\b|\bnan\b|\bUndefined\b|<[a-z/]|&[a-z]+;|\S  +\S| [.,;?!](?:\s|$)|\.\.(?!\.)|,,|\(\)"
    rf"|{ONE} {PLURAL}\b|{MANY} {SINGLE}\b"
)
SAMPLE, ALL = range(30), range(30, 230)
seeds = pytest.mark.parametrize("seed", [*SAMPLE, *(pytest.param(one, marks=pytest.mark.proof) for one in ALL)])


def documents(view: ReportView, output_format: str) -> dict[str, str]:
    """Each document that can be made of an assessment, in a format."""
    folders = TemplateFolders(ROOT)
    known = registry(folders)
    needs = ("assessment",) if view.partner else ("assessment", "scores")
    wanted = [one.id for one in known.entries.values() if one.needs in needs]
    return {one: render(folders, view, known.view(one, view.language), output_format) for one in wanted}


# Codes of claims and of the digest are no abbreviations.
CODES = re.compile(r"[A-Z]{2,}-\d+|SHA-256")


@seeds
def test_a_report_is_plain_and_has_no_leftovers(
    seed: int, chance: Callable[[int], Result], texts_of: Callable[[str], list[str]], dutch_pack: Pack
) -> None:
    plain = dutch_pack.model.plain
    assert plain is not None
    view = build_view(chance(seed), "internal" if seed % 2 else "public")
    for name, page in documents(view, "html").items():
        texts = [CODES.sub("bron", text) for text in texts_of(page)]
        assert len(texts) > 20, name
        found = [one for text in texts for one in findings(text, plain) if one.kind not in ("vague", "commas")]
        # A list of what was chosen is no sentence, however long.
        sentences = [one for one in found if one.kind != "long" or whole(one.words)]
        assert [one for one in sentences if one.kind != "abbreviation"] == [], name
        assert [one for one in found if one.kind == "abbreviation" and dutch_pack.term(one.words) is None] == [], name
        assert [text for text in texts if LEFTOVER.search(text)] == [], name
        assert mean_words(texts) <= plain.mean, name
        ends = [one for text in texts for one in whole(text)]
        assert sum(one.count(", ") > plain.commas for one in ends) < len(ends) / 4, name
    markdown = documents(view, "md")["adviesrapport"]
    assert not re.search(r"\bNone\b|\bUndefined\b|\{\{|\}\}|\{%|<b>", markdown)


def test_the_sample_has_all_kinds_of_reports(chance: Callable[[int], Result]) -> None:
    """Else the tests above would look at one kind of report twenty times."""
    views = [build_view(chance(seed)) for seed in SAMPLE]
    assert {view.partner for view in views} == {True, False}
    assert {bool(view.warnings) for view in views} == {True, False}
    assert len({len(view.unknown) for view in views}) > 5
    assert {bool(view.axes and view.axes.field) for view in views if not view.partner} == {True, False}
    assert any(view.undecided for view in views)
    assert any(view.not_applicable for view in views)


def test_leftovers_are_seen() -> None:
    wrong = ["{x}", "None", "twee  spaties", "een .", "1 vragen", "3 actie", "&amp;", "<b>vet", "klaar.."]
    assert [one for one in wrong if not LEFTOVER.search(one)] == []
    assert not LEFTOVER.search("1 vraag, 3 vragen en 10 acties (zie 2.1).")
