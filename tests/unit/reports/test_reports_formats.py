"""Each format turns the same view into a document of its own."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest

from mhscan import language
from mhscan.reports.build import build_view
from mhscan.reports.formats import FORMATS, format_for

TEXTS = ("html", "md")


def test_a_format_is_found_by_its_own_name():
    assert set(FORMATS) == {"md", "html", "json"}
    assert all(one.name == name and one.suffix == f".{name}" for name, one in FORMATS.items())


@pytest.fixture(params=TEXTS)
def rendered(request, made, full_result):
    return lambda audience="public": made(build_view(full_result, audience), request.param)


def test_a_pack_without_templates_uses_the_shipped_ones(rendered):
    text = rendered()
    assert "Access to a small harbour" in text
    assert "Testhaven" in text


def test_a_report_tells_all_that_a_council_needs(rendered, english_pack):
    text = rendered().replace("\\", "").replace("&#39;", "'")
    wanted = ["Getting to the quay", "Planned for wheelchairs, no toilet", "Name one person", "Somebody in the water?"]
    wanted += ["Nobody has checked these answers.", "Total", english_pack.sha256, "2.1.0", *english_pack.claims]
    assert [one for one in wanted if one not in text] == []


def test_a_report_speaks_the_language_of_its_pack(rendered):
    english = rendered()
    language.use("nl")
    assert rendered() == english


def test_only_the_internal_report_is_marked_so(rendered):
    assert "Not for publication" in rendered("internal")
    assert "Not for publication" not in rendered()


def test_the_same_view_gives_the_same_bytes(rendered):
    assert rendered() == rendered()


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_of_a_partner_has_answers_and_says_that_they_get_no_score(english_pack, judge, made, name):
    view = build_view(judge(english_pack, {"ashore.slope": 1}, questionnaire="visitor"))
    text = made(view, name)
    assert "One way was not steep." in text
    assert "They get no score." in text
    assert "Quick wins" not in text


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_without_any_answer_can_be_made(english_pack, dutch_pack, judge, made, name):
    for pack in (english_pack, dutch_pack):
        assert pack.model.title in made(build_view(judge(pack, {})), name).replace("\\", "")


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_html_asks_for_nothing_from_outside(full_result, made, audience):
    text = made(build_view(full_result, audience), "html")
    assert "<html" in text
    for sign in ("<script", "<link", "<iframe", "src=", "@import", "url(", "http:", "https:", " onload"):
        assert sign not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("document", ["adviesrapport", "actieplan", "raadsvoorstel"])
def test_a_number_stands_apart_from_its_title(full_result, made, document):
    numbered = re.findall(r'<span class="no">[^<]+</span>(.)', made(build_view(full_result), "html", document))
    assert numbered
    assert set(numbered) == {" "}


def test_data_is_the_view_itself_with_the_document_that_it_is_shown_as(full_result, made):
    view = build_view(full_result)
    data = json.loads(made(view, "json"))
    assert data["document"]["id"] == "adviesrapport"
    assert {**data, "document": None} == json.loads(json.dumps(dataclasses.asdict(view)))


@pytest.mark.parametrize(
    ("wanted", "suffix", "chosen"), [("html", ".md", "html"), (None, ".json", "json"), (None, ".txt", "md")]
)
def test_the_format_that_was_asked_for_goes_before_the_name_of_the_file(wanted, suffix, chosen):
    assert format_for(wanted, suffix) == chosen
