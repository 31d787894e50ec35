"""The page that lists what was made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mhscan.batch.index import index_page
from mhscan.batch.job import JobResult
from mhscan.language import speaking
from mhscan.loading.shipped import shipped_pack
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.views.style import PLAIN, StyleView


@pytest.fixture
def page():
    return lambda outcomes, internal=False, style=PLAIN: index_page(
        TemplateFolders(shipped_pack()), "Advice report", outcomes, internal, style
    )


def linked(text):
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', text)


def test_names_are_in_the_order_of_the_alphabet_whatever_signs_stand_before_or_on_them(page, made):
    names = ["Zwolle", "'s-Gravenhage", "Ëde", "eersel", "Súdwest-Fryslân", "Rotterdam"]
    text = page([made(name, f"{n}.yaml") for n, name in enumerate(names)])
    found = [name.replace("&#39;", "'") for _link, name in linked(text)]
    assert found == ["Ëde", "eersel", "'s-Gravenhage", "Rotterdam", "Súdwest-Fryslân", "Zwolle"]


def test_it_lists_what_was_made_only_and_has_no_score(page, made):
    other = JobResult(Path("b.yaml"), "failed", Path("b.html"), subject="Wrong")
    text = page([made("Northport"), other])
    assert "Northport" in text
    assert "1 May 2026" in text
    assert "Wrong" not in text
    assert "It is no ranking." in text
    assert "1 document<" in text


def test_two_of_one_name_are_told_apart_by_their_files(page, made):
    text = page([made("Northport", "scan-2026.yaml"), made("Northport", "scan-2027.yaml", "2027-05-01")])
    assert linked(text) == [("scan-2026.html", "Northport (scan-2026)"), ("scan-2027.html", "Northport (scan-2027)")]


def test_a_name_of_a_subject_or_file_is_no_markup(page, made):
    text = page([made("<script>alert(1)</script>{{ 7*7 }}", 'a b"><i>é#?%.yaml')])
    assert "<script>" not in text
    assert ">49" not in text
    assert linked(text)[0][0] == "a%20b%22%3E%3Ci%3E%C3%A9%23%3F%25.html"


def test_it_is_in_the_language_of_whoever_made_it_and_says_when_it_is_internal(page, made):
    assert '<html lang="en">' in page([made("Northport")])
    assert "Not for publication" not in page([made("Northport")])
    assert "Not for publication" in page([made("Northport")], internal=True)
    with speaking("nl"):
        text = page([made("Northport")])
    assert '<html lang="nl">' in text
    assert "1 mei 2026" in text


def test_a_table_has_a_caption_and_heads_and_a_page_one_heading(page, made):
    text = page([made("Northport")])
    assert text.count("<h1>") == text.count("<caption>") == text.count('scope="row"') == 1
    assert text.count('scope="col"') == 2
    assert "<script" not in text


def test_it_has_the_letters_of_a_house_style(page, made):
    assert '--sans: "Verdana"' in page([made("Northport")], style=StyleView(font="Verdana"))
    assert "Verdana" not in page([made("Northport")])


def test_each_sheet_of_an_internal_list_is_marked_so(page, made):
    marked = '@top-right { content: "Internal"'
    assert marked in page([made("Northport")], internal=True)
    assert marked not in page([made("Northport")])
