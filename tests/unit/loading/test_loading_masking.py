"""A line of a file is shown without what somebody may have written about a person."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from mhscan.loading.masking import shown_text

SECRET = "Marja zei: dat, nooit - 'echt' {niet} #5"
ANSWERS = {
    "soil.depth": {"state": "answered", "value": 9, "note": SECRET, "said": SECRET},
    "soil.life": {
        "state": "unknown",
        "reason": SECRET,
        "evidence": [{"title": SECRET, "date": "2026-01-01", "place": SECRET}],
    },
    "soil.wet": {"state": "answered", "value": SECRET, "carried_by": {"kind": "region", "name": SECRET}},
}
ASSESSMENT = {
    "schema": "mhscan/assessment@1",
    "id": "x1",
    "subject": {"name": SECRET},
    "answers": ANSWERS,
    "archived": {"a.b": {"question": SECRET, "because": SECRET, "answer": {"state": "skipped", "note": SECRET}}},
}
PLAN = {"schema": "mhscan/plan@1", "actions": {"a.b": {"status": "doing", "note": SECRET, "title": SECRET}}}
FORMS = {
    "block": lambda data: yaml.safe_dump(data, sort_keys=False),
    "narrow": lambda data: yaml.safe_dump(data, sort_keys=False, width=8),
    "flow": lambda data: yaml.safe_dump(data, sort_keys=False, default_flow_style=True),
    "json": lambda data: json.dumps(data, indent=1),
    "literal": lambda data: yaml.safe_dump(data, sort_keys=False, default_style="|"),
    "folded": lambda data: yaml.safe_dump(data, sort_keys=False, default_style=">"),
}
BREAKS = {
    "whole": lambda text: text,
    "half": lambda text: text[: len(text) * 3 // 4],
    "a brace": lambda text: text.replace(":", ": {", 3),
    "a tab": lambda text: text.replace("  ", "\t", 2),
    "no quotes": lambda text: text.replace("'", "").replace('"', ""),
    "no schema": lambda text: text.replace("mhscan/", "mhscn/"),
    "no spaces": lambda text: text.replace("\n  ", "\n"),
    "a comment": lambda text: f"# {SECRET}\n{text}",
    "a note under another key": lambda text: text.replace("note", "noot").replace("reason", "reden"),
}
WORDS = re.compile(r"Marja|zei|nooit|echt|niet")


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("data", [ASSESSMENT, PLAN], ids=["assessment", "plan"])
def test_no_word_of_free_text_is_shown_however_the_file_is_written_or_broken(data, form, broken):
    text = BREAKS[broken](FORMS[form](data))
    assert WORDS.search(text)
    shown = shown_text(text, "scan.yaml")
    assert WORDS.findall(shown) == []
    assert [len(line) for line in shown.split("\n")] == [len(line) for line in text.split("\n")]


def test_what_is_no_free_text_is_shown():
    shown = shown_text(FORMS["block"](ASSESSMENT), "scan.yaml")
    assert "schema: mhscan/assessment@1\nid: x1\n" in shown
    assert "  soil.depth:\n    state: answered\n    value: 9\n    note: '··" in shown
    assert "date: '2026-01-01'" in shown


@pytest.mark.parametrize("name", ["report.md.j2", "mhscan.toml", "plan.csv"])
def test_a_file_of_another_kind_is_shown(name):
    assert shown_text("Any text at all", name) == "Any text at all"


def test_a_file_of_a_pack_is_shown_and_one_that_says_not_what_it_is_is_not():
    text = "schema: mhscan/factor@1\ntitle: A good soil\n"
    assert shown_text(text, "soil.yaml") == text
    assert shown_text("AWS_SECRET: abc 123\n", "soil.yaml") == "AWS_SECRET: ··· ···\n"


def test_what_is_nested_too_deep_to_be_read_is_not_shown():
    assert "Marja" not in shown_text("{a: " * 50 + "Marja", "scan.yaml")
    assert shown_text("{id: " * 20 + "x", "scan.yaml") == "{id: " * 20 + "x"
