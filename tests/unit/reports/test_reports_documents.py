"""Every shipped document can be made of any answers, in every format, in Dutch and in English."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.rendering.folders import TemplateFolders

ROOT = Path(__file__).resolve().parents[3]
ENTRIES = registry(TemplateFolders(ROOT)).entries
NAMES = [name for name, one in ENTRIES.items() if one.needs != "questionnaire"]
PAPERS = [name for name, one in ENTRIES.items() if one.needs == "scores"]
LETTERS = ("raadsinformatiebrief", "collegevoorstel", "raadsvoorstel")


@pytest.fixture
def dutch(dutch_pack, judge):
    return lambda answers: build_view(judge(dutch_pack, answers))


@pytest.fixture(params=["nothing", "unknown", "lowest", "highest"])
def profile(request, dutch_pack):
    """Answers to all indicators, of one kind."""
    if request.param == "nothing":
        return {}
    levels = {key: place.indicator.levels for key, place in dutch_pack.places.items()}
    if request.param == "unknown":
        from mhscan.answers.model import Answer

        return {key: Answer(state="unknown") for key in levels}
    return {key: one[0 if request.param == "lowest" else -1].level for key, one in levels.items()}


def headings(html: str) -> list[str]:
    found: list[str] = []

    class Reader(HTMLParser):
        inside = False

        def handle_starttag(self, tag, attrs):
            if tag == "h2":
                self.inside = True
                found.append("")

        def handle_endtag(self, tag):
            self.inside = self.inside and tag != "h2"

        def handle_data(self, data):
            if self.inside:
                found[-1] += data

    Reader().feed(html)
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_every_heading_of_the_list_is_there_with_something_under_it(dutch, made, profile, name):
    view = dutch(profile)
    empty = {"targets", "settled"} | (set() if view.unknown else {"open", "find-out"})
    html = made(view, "html", name, pack=ROOT)
    empty |= set() if '<dl class="pairs glossary">' in html else {"glossary"}
    if view.little_known and name == "samenvatting":
        empty |= {"start", "decision"} | (set() if view.warnings else {"watch"})
    first = ["Zoek eerst dit uit"] if view.little_known else []
    titles = first + [one.title["nl"] for one in ENTRIES[name].sections if one.id not in empty]
    assert headings(html) == titles
    text = made(view, "md", name, pack=ROOT)
    parts = re.split(r"^## .+$", text.split("\n---\n")[0], flags=re.MULTILINE)
    assert len(parts) == len(titles) + 1
    assert [title for title, part in zip(titles, parts[1:], strict=True) if not part.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_english_pack_gets_english_words_only(full_result, made, name):
    view = build_view(full_result)
    for output_format in ("md", "html"):
        text = made(view, output_format, name)
        words = set(re.findall(r"[a-z]+", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)))
        assert words & {"het", "een", "wij", "geen", "raad", "vragen", "acties", "beoogd"} == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_markdown_has_two_empty_lines_before_it(full_result, made, name):
    text = made(build_view(full_result), "md", name)
    assert "\n\n\n" not in text
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", LETTERS)
def test_an_internal_paper_is_marked_so(full_result, made, name):
    assert "Not for publication" in made(build_view(full_result, "internal"), "md", name)
    assert "Not for publication" not in made(build_view(full_result), "md", name)


def test_no_action_asks_an_official_to_make_the_council_ask_questions(dutch_pack):
    titles = [action.title for place in dutch_pack.places.values() for action in place.indicator.actions]
    assert len(titles) > 40
    assert [one for one in titles if re.search(r"\braad\w*\b.*\bvragen (te )?stellen", one.casefold())] == []


def test_questions_for_the_council_come_from_open_points_only(full_result, made):
    view = build_view(full_result)
    text = made(view, "md", "vragen-voor-de-raad").replace("\\", "")
    assert all(one.title in text for one in (*view.warnings, *view.more_warnings))
    assert all(one.question in text for one in view.unknown)
    assert "no judgement" in text
