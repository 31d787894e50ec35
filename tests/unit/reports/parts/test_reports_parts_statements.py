"""Each statement of the source stands once in a part of a report."""

from __future__ import annotations

import pytest

from mhscan.reports.build import build_view

MODALITIES = [
    {"id": "must", "label": "advice", "phrase": "The book advises this.", "severity": "warning"},
    {"id": "may", "label": "may", "phrase": "The book says this may be.", "severity": "notice"},
]


@pytest.fixture
def view(build, judge):
    """Two indicators that rest on the same claim, one on another, and one on none."""
    source = build.claims(A="must", B="may")
    source["claims"][1]["word"] = "can"
    do = build.action("do", 4, sources=["A"])
    indicators = [
        build.indicator("one", sources=["A"], actions=[do]),
        build.indicator("two", sources=["A"], actions=[{**do, "id": "too"}]),
        build.indicator("three", sources=["B"]),
        build.indicator("four"),
        build.indicator("five"),
    ]
    rules = [
        {"id": f"r{n}", "title": "R", "text": "-", "when": {"indicator": "f.one", "at_most": 1}, "sources": ["A"]}
        for n in (1, 2)
    ]
    pack = build.pack(build.factor("f", *indicators), source=source, modalities=MODALITIES, rules=rules)
    return build_view(judge(pack, {f"f.{one}": 1 for one in ("one", "two", "three", "four", "five")}))


def test_a_statement_has_its_text_with_the_strength_of_its_modality_or_its_own_word(view):
    strengths = [one.strength for one in view.headings[0].indicators]
    assert strengths[0] == "A holds. The book advises this."
    assert strengths[2] == "B holds. The word of the source is 'can'."


def test_where_a_statement_comes_back_its_code_stands_alone(view):
    one, two = view.headings[0].indicators[:2]
    assert (two.strength, [source.id for source in two.sources]) == ("", ["A"])
    assert [warning.strength for warning in view.warnings] == [one.strength, ""]
    actions = (*view.quick_wins, *view.key_actions, *view.more_actions)
    assert [action.strength.startswith("A holds.") for action in actions] == [True, False]


def test_that_something_is_ours_is_said_each_time(view):
    strengths = [one.strength for one in view.headings[0].indicators]
    assert strengths[3] == strengths[4] == "This is ours: no source says it."


def test_the_word_beside_a_code_is_that_of_the_source(view):
    assert [one.sources[0].modality for one in view.headings[0].indicators[1:3]] == ["advice", "can"]
