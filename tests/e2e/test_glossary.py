"""A glossary from the file to all who read it: report, interview, questionnaire, explain."""

from __future__ import annotations

import re

import pytest

from mhscan.cli.boundary import run as cli
from mhscan.integrity.packs import load_pack

GLOSSARY = """schema: mhscan/glossary@1
text: "What we mean by these words."
terms:
  - {id: harbour, term: harbour, forms: [harbours], text: "Where <b>ships</b> lie."}
"""
SCAN = """schema: mhscan/assessment@1
id: one
subject: {{name: Pierton}}
date: '2026-05-01'
pack: {{id: harbour-access, version: 2.1.0, sha256: {sha256}}}
questionnaire: full
respondent: {{id: two}}
answers:
  ashore.slope: {{state: answered, value: 1}}
"""


@pytest.fixture
def folder(english_folder):
    (english_folder / "factors/glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return english_folder


def run(*args):
    return cli(["--lang", "en", *map(str, args)])


def report(tmp_path, folder, form):
    """The text of a report about an assessment with one answer."""
    scan, made = tmp_path / "pier.yaml", tmp_path / f"report.{form}"
    if not scan.exists():
        scan.write_text(SCAN.format(sha256=load_pack(folder).sha256), encoding="utf-8")
    assert run("report", scan, "--format", form, "--output", made, "--pack", folder) == 0
    return made.read_text(encoding="utf-8")


def test_a_report_links_a_word_once_in_a_section_to_its_explanation(folder, tmp_path):
    html = report(tmp_path, folder, "html")
    assert re.search(r'<dt id="term-harbour">harbour</dt>\s*<dd>Where &lt;b&gt;ships&lt;/b&gt; lie.</dd>', html)
    assert "What we mean by these words." in html
    assert html.count('href="#term-harbour"') == 1
    assert "**harbour**" in report(tmp_path, folder, "md")


def test_a_report_of_a_pack_without_glossary_has_no_such_section(english_folder, tmp_path):
    html = report(tmp_path, english_folder, "html")
    assert "Words explained" not in html
    assert 'href="#term-' not in html


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_blank_questionnaire_ends_with_the_words_that_it_uses(folder, capsys, form):
    assert run("questions", "--format", form, "--pack", folder) == 0
    said = capsys.readouterr().out
    assert "Words explained" in said
    assert said.index("Words explained") > said.index("harbour")


@pytest.mark.parametrize("word", ["harbour", "Harbours"])
def test_explain_says_what_a_word_means(folder, capsys, word):
    assert run("explain", word, "--pack", folder) == 0
    assert capsys.readouterr().out == "harbour: harbour\nWhere <b>ships</b> lie.\n"


def test_a_word_that_is_no_term_is_not_found(folder, capsys):
    assert run("explain", "harbor", "--pack", folder) == 3
    assert "harbour" in capsys.readouterr().err
