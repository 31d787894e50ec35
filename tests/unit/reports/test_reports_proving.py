"""Pages are rendered to see whether they can be."""

from __future__ import annotations

import json
import pickle

import pytest

from mhscan.reports import proving
from mhscan.reports.apart import Limits
from mhscan.reports.folders import TemplateFolders
from mhscan.reports.proving import Fault, answers, prove
from mhscan.reports.templates import Page


@pytest.fixture
def page(tmp_path):
    """A page of a template in a folder; a foreign one unless the folder is that of the pack itself."""

    def make(text, name="page"):
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
        return Page(TemplateFolders(tmp_path, folder), (f"{name}.md.j2",), False, "en", {"report": {"subject": "Us"}})

    return make


FAULTS = [
    ("{{ report.gone }}", "undefined", "gone"),
    ("\n{{ gone }}", "undefined", "gone"),
    ("{{ self['watch']() }}", "block", "watch"),
    ("{{ 1 / 0 }}", "other", ""),
    ("{% include 'no.j2' %}", "other", "no.j2"),
    ("{{ 1 | uper }}", "syntax", ""),
    ("{% if %}", "syntax", ""),
]


@pytest.mark.parametrize(("text", "kind", "word"), FAULTS)
def test_a_fault_says_its_kind_and_place(page, tmp_path, text, kind, word):
    found = prove([page(text)])[0]
    assert isinstance(found, Fault)
    assert (found.kind, found.word) in ((kind, word), (kind, ""))
    line = 2 if text.startswith("\n") else 1
    assert found.places[-1] == (str(tmp_path / "mine" / "page.md.j2"), line)


@pytest.mark.parametrize(("text", "kind", "word"), FAULTS)
def test_in_this_process_the_same_is_found(page, monkeypatch, text, kind, word):
    apart = prove([page(text)])
    monkeypatch.setattr(TemplateFolders, "foreign", False)
    assert prove([page(text)]) == apart


def test_one_fault_does_not_hide_the_next_page(page):
    found = prove([page("{{ gone }}", "one"), page("Hello {{ report.subject }}", "two")])
    assert isinstance(found[0], Fault)
    assert found[1] == "Hello Us"


def test_a_page_without_end_is_the_last_one_that_is_looked_at(page, monkeypatch):
    monkeypatch.setattr(proving, "LIMITS", Limits(seconds=2))
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    found = prove([page("first", "one"), page(endless, "two"), page("third", "three")])
    assert found[0] == "first"
    assert len(found) == 2
    assert "2 seconds" in found[1].why


def test_a_page_that_calls_itself_is_a_fault(page):
    found = prove([page("{% include 'page.md.j2' %}")])[0]
    assert isinstance(found, Fault)
    assert found.kind == "other"


def test_the_child_answers_a_line_for_each_page(page, monkeypatch):
    monkeypatch.setattr(proving, "LIMITS", Limits(seconds=1_000_000, memory=1_000_000))
    lines = list(answers(pickle.dumps(((page("{{ gone }}", "one"), page("a\nb", "two")), "en"))))
    assert json.loads(lines[0])["kind"] == "undefined"
    assert lines[1] == '"a\\nb"\n'
