"""Each format turns the same view into a document of its own."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from mhscan import language
from mhscan.errors import UsageError
from mhscan.reports.build import build_view
from mhscan.reports.formats.registry import FORMATS, OTHERS, format_for

TEXTS = ("html", "md")


def test_a_format_is_found_by_its_own_name():
    assert set(FORMATS) >= {"md", "html", "json"}
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


ALL = ("text", *FORMATS, "csv", "ics")


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("a.md", "md"), ("a.MD", "md"), ("a.markdown", "md"), ("a.html", "html"), ("a.HTM", "html"), ("a.Json", "json"),
        ("a.txt", "text"), ("a.CSV", "csv"), ("a.ics", "ics"), ("a.iCal", "ics"), ("a", "text"),
        ("version 1.2", "text"),
        ("Gem. Noord", "text"), (".md", "text"), ("a.", "text"), ("a.b.html", "html"), ("a.html ", "html"),
    ],
)  # fmt: skip
def test_the_name_of_the_output_asks_for_a_format_in_any_case(name, chosen):
    assert format_for("", Path(name), ALL) == (chosen, "")
    assert format_for(chosen, Path(name), ALL)[0] == chosen


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.XLSX", "a.ods", "a.xml", "a.htlm", "a.yaml", "a.csv", "a.txt"])
def test_a_name_that_asks_for_what_is_not_possible_is_refused_with_what_is(name):
    with pytest.raises(UsageError) as caught:
        format_for("", Path(name), tuple(FORMATS))
    assert Path(name).suffix.casefold() in caught.value.message
    assert all(one.suffix in caught.value.hint for one in FORMATS.values())


@pytest.mark.parametrize(("wanted", "name"), [("html", "a.md"), ("md", "a.pdf"), ("json", "a.txt")])
def test_what_is_wanted_goes_before_the_name_and_that_is_said(wanted, name):
    chosen, remark = format_for(wanted, Path(name), tuple(FORMATS))
    assert chosen == wanted
    assert name in remark
    assert wanted in remark


def test_a_format_that_there_is_not_is_refused():
    with pytest.raises(UsageError, match="There is no format 'pdf' here"):
        format_for("pdf", None, tuple(FORMATS))


def test_each_ending_asks_for_one_format():
    ends = [end for one in FORMATS.values() for end in one.suffixes] + [end for ends in OTHERS.values() for end in ends]
    assert len(ends) == len(set(ends))
    assert ends == [end.casefold() for end in ends]
