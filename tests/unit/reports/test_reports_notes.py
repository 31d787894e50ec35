"""The words of whoever makes the documents: they go where they belong, and stay text."""

from __future__ import annotations

import dataclasses
import re

import pytest

from mhscan.errors import InputError
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.notes import notes_path, read_notes
from mhscan.reports.rendering.folders import TemplateFolders

NOTES = """# Advice report

First line
goes on here.

- one
- two
  goes on

# ashore

About the quay.

# Afloat and about

Lost words.
"""


@pytest.fixture
def notes(tmp_path, english_pack, pack_folder):
    def read(text):
        path = tmp_path / "scan.notes.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_notes(path, english_pack, registry(TemplateFolders(pack_folder)))

    return read


def test_the_notes_stand_beside_the_assessment(tmp_path):
    assert notes_path(tmp_path / "scan.yaml") == tmp_path / "scan.notes.md"


def test_without_a_file_there_are_no_words(tmp_path, english_pack, pack_folder):
    words, problems = read_notes(tmp_path / "no.md", english_pack, registry(TemplateFolders(pack_folder)))
    assert (words.documents, words.factors, problems) == ({}, {}, [])


def test_words_go_to_the_document_or_factor_that_their_heading_names(notes):
    words, _problems = notes(NOTES)
    assert [(one.kind, one.texts) for one in words.documents["adviesrapport"]] == [
        ("paragraphs", ("First line goes on here.",)),
        ("list", ("one", "two goes on")),
    ]
    assert words.factors["ashore"][0].texts == ("About the quay.",)


def test_words_that_go_nowhere_are_named_with_their_line(notes):
    _words, (found,) = notes(NOTES)
    assert (found.code, found.severity, found.location.line) == ("MH620", "warning", 14)
    assert "'Afloat and about'" in found.message
    _words, (found,) = notes("Words.\n# ashore\n")
    assert (found.location.line, "under no heading" in found.message) == (1, True)


def test_a_heading_that_stands_twice_keeps_all_words(notes):
    words, problems = notes("# ashore\na\n## Ashore ##\nb\n")
    assert [one.texts for one in words.factors["ashore"]] == [("a",), ("b",)]
    assert problems == []


@pytest.mark.parametrize("text", ["", "\n\n", "# ashore\n", "\ufeff# ashore\r\nwords\r\n"])
def test_an_empty_file_and_line_ends_of_windows_are_no_problem(notes, text):
    assert notes(text)[1] == []


def test_notes_that_are_not_text_are_an_error_with_the_place(notes):
    with pytest.raises(InputError, match="cannot be read") as caught:
        notes(b"# ashore\ncaf\xe9\n")
    assert str(caught.value.problems[0].location).endswith("scan.notes.md:2:4")


HARD = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "markdown": "[l](javascript:alert) ![p](http://evil.example/x) `c` ~~s~~ | cell | **b",
    "template": "{{ 7 * 7 }} {% for x in report %}{% endfor %} {# gone #}",
    "direction": "\u202eevil\u202c \u2066x\u2069",
    "terminal": "\x1b[31mred\x1b[0m \x07\x00",
    "emoji": "👩‍👧 🇳🇱 ok",
    "formula": "=1+1",
    "long": "woord " * 16667,
}


def without_links(text: str) -> str:
    """A document without the marks of links to the addresses that can be read in it."""
    return re.sub(r'<a href="(http://[^"]*)">\1</a>|<(http://[^>]*)>', r"\1\2", text)


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("output_format", ["html", "md"])
def test_hard_words_stay_words_in_every_format_and_nothing_is_lost(notes, full_result, made, name, output_format):
    words, problems = notes(f"# adviesrapport\n\n{HARD[name]}\n\n# ashore\n\n{HARD[name]}\n")
    assert problems == []
    plain, _none = notes("# adviesrapport\n\nplain\n\n# ashore\n\nplain\n")
    view = build_view(full_result)
    text = without_links(made(dataclasses.replace(view, words=words), output_format))
    other = without_links(made(dataclasses.replace(view, words=plain), output_format))
    assert text.count("Words of the adviser") == 2
    assert text.count("<") - other.count("<") == (0 if output_format == "html" else 2 * HARD[name].count("<"))
    assert not any(sign in text for sign in "\u202e\u202c\u2066\u2069\x1b\x07\x00")
    if name == "template":
        assert "7 * 7" in text.replace("\\", "")
    if name == "long":
        assert text.count("woord") == 2 * 16667
    if name == "emoji":
        assert text.count("🇳🇱") == 2


def test_the_words_show_in_public_and_internal_documents_alike(notes, full_result, made):
    words, _problems = notes("# samenvatting\n\nOur view.\n")
    for audience in ("public", "internal"):
        view = dataclasses.replace(build_view(full_result, audience), words=words)
        assert "Our view." in made(view, "md", "samenvatting")
        assert "Our view." not in made(view, "md", "actieplan")


@pytest.mark.parametrize(
    "heading",
    ["# ashore", "   # Ashore #", "#\N{NO-BREAK SPACE}ashore", "#Ashore", "ashore\n===", "Ashore\n---", "# **ashore**"],
)
def test_a_heading_of_any_form_names_its_factor(notes, heading):
    words, problems = notes(f"# Advice report\n\na\n\n{heading}\n\nabout it\n")
    assert [one.texts for one in words.factors["ashore"]] == [("about it",)]
    assert problems == []


@pytest.mark.parametrize(
    "heading", ["> # ashore", "- # Ashore", "```\n# ashore\n```", "1. ## ashore ##", "words\n     # ashore"]
)
def test_a_heading_that_is_none_is_named(notes, heading):
    words, (found,) = notes(f"# Advice report\n\na\n\n{heading}\n\nabout it\n")
    assert words.factors == {}
    assert (found.code, found.severity, 5 <= found.location.line <= 6) == ("MH620", "warning", True)


@pytest.mark.parametrize("comment", ["<!-- ask team X -->", "%% ask %%", "[//]: # (ask)", "<!-- ask\n\nteam X -->"])
def test_a_comment_is_not_shown_and_is_named(notes, comment):
    words, (found,) = notes(f"# ashore\n\nBefore.\n\n{comment}\n\nAfter.\n")
    assert [one.texts for one in words.factors["ashore"]] == [("Before.",), ("After.",)]
    assert (found.code, found.severity, found.location.line) == ("MH620", "warning", 5)
