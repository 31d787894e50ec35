"""Each heading of the source, with its indicators: what was answered, what that means, what comes next."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.parts.headings import headings
from mhscan.reports.views.answers import EvidenceView


@pytest.fixture
def told(full_result, said_of):
    return lambda audience="public": headings(full_result, said_of(full_result, audience))


@pytest.fixture
def indicators(told):
    return lambda audience="public": {one.id: one for part in told(audience) for one in part.indicators}


def test_aspects_under_one_heading_of_a_factor_stand_together(told):
    assert [(one.title, one.factor, [figure.title for figure in one.figures]) for one in told()] == [
        ("Chapter 1", "Getting to the quay", ["The way to the quay", "Seeing and hearing"]),
        ("Chapter 2", "Getting to the quay", ["Staying a while"]),
        ("Chapter 3", "Getting on the water", ["Boarding", "Safety"]),
        ("Chapter 4", "Getting on the water", []),
        ("People", "Prepared people", ["People"]),
    ]


def test_every_indicator_stands_under_one_heading(told, english_pack):
    found = [one.id for part in told() for one in part.indicators]
    assert found == list(english_pack.places)


def test_a_heading_tells_why_its_factor_matters_and_what_does_not_count(told):
    first, fourth = told()[0], told()[3]
    assert (first.why, first.remark, first.phase) == ("Who cannot reach the quay cannot sail.", "", "")
    assert fourth.remark == "What visitors say: shown and advised on, not counted in a score."


def test_a_heading_names_the_phase_of_its_factor(build, judge, said_of):
    factors = [build.factor("f", build.indicator("one"), phase="p"), build.factor("g", build.indicator("one"))]
    result = judge(build.pack(*factors, phases=[{"id": "p", "title": "First"}]), {})
    assert [one.phase for one in headings(result, said_of(result))] == ["First", ""]


def test_an_indicator_tells_its_level_what_it_means_and_what_comes_next(indicators):
    one = indicators()["ashore.slope"]
    assert (one.title, one.level, one.label, one.answer) == (
        "Gentle slopes",
        1,
        "Partly",
        "There are some gentle slopes.",
    )
    assert (one.next_label, one.next_text) == ("Fully", "There are gentle slopes everywhere.")
    assert one.action == "Rebuild steep slopes"
    assert one.strength == "A gentle slope helps most visitors. The source advises this."
    assert [source.id for source in one.sources] == ["AUD-1"]


def test_an_indicator_tells_why_it_matters_with_the_claims_under_that(indicators):
    one = indicators()["ashore.sound"]
    assert (one.why, [source.id for source in one.sources]) == ("Who does not hear well misses a warning.", ["GUI-2"])
    assert (one.state, one.level, one.label, one.answer) == ("unknown", None, "", "not known")


def test_the_claims_under_its_help_come_along(build, judge, said_of):
    one = build.indicator(
        "one", sources=["A"], help={"text": "Look.", "sources": ["B"]}, why={"text": "So.", "sources": ["C"]}
    )
    result = judge(build.pack(build.factor("f", one), source=build.claims(A="x", B="x", C="x")), {})
    (part,) = headings(result, said_of(result))
    assert [source.id for source in part.indicators[0].sources] == ["A", "C", "B"]


@pytest.mark.parametrize("key", ["ashore.sound", "ashore.lift-check", "afloat.gangway"])
def test_at_the_top_or_without_an_answer_nothing_comes_next(indicators, key):
    one = indicators()[key]
    assert (one.next_label, one.next_text, one.action) == ("", "", "")


def test_the_next_level_is_the_one_above_also_where_numbers_are_skipped(build, judge, said_of):
    scale = {"levels": [{"level": n, "label": f"At {n}", "score": n} for n in (0, 5, 9)]}
    pack = build.pack(build.factor("f", build.indicator("one", levels=(0, 5, 9), scale="gaps")), scales={"gaps": scale})
    result = judge(pack, {"f.one": 0})
    assert headings(result, said_of(result))[0].indicators[0].next_label == "At 5"


def test_what_does_not_apply_by_the_other_answers_says_so(english_pack, judge, said_of):
    result = judge(english_pack, {"context.steps": False, "ashore.lift": 4})
    found = {one.id: one for part in headings(result, said_of(result)) for one in part.indicators}
    one = found["ashore.lift"]
    assert (one.state, one.level, one.answer) == ("not_applicable", None, "does not apply, given the other answers")


def test_who_carries_it_is_named_with_the_arrangement(indicators):
    assert indicators()["afloat.hoist"].carried == "Arranged by the district: Treaty of Piers"
    assert indicators()["afloat.ramp"].carried == ""


def test_notes_reasons_and_evidence_are_internal(indicators, secrets):
    public, internal = indicators(), indicators("internal")
    assert (public["ashore.slope"].note, public["ashore.slope"].evidence, public["ashore.seats"].reason) == ("", (), "")
    assert (internal["ashore.slope"].note, internal["ashore.seats"].reason) == (secrets["note"], secrets["reason"])
    assert internal["ashore.slope"].evidence == (
        EvidenceView(secrets["evidence"], "31 December 2025", secrets["place"]),
    )


def test_the_reason_of_an_unknown_answer_is_no_reason_that_it_does_not_apply(build, judge, said_of):
    pack = build.pack(build.factor("f", build.indicator("one")))
    result = judge(pack, {"f.one": Answer(state="unknown", reason="Nobody was in.")})
    assert headings(result, said_of(result, "internal"))[0].indicators[0].reason == ""
