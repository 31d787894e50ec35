"""A change is only called one if it is one however the open answers turn out: by trying all ways on a small pack."""

from __future__ import annotations

import itertools
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.integrity.packs import load_pack
from mhscan.trend.compare import compare
from mhscan.trend.scans import Given

PACK = load_pack(Path(__file__).resolve().parents[1] / "packs" / "orchard" / "2.0.0")
KEYS = [key for key in PACK.places if key.startswith("water.")]
LEVELS = (0, 1, 2)
answers = st.fixed_dictionaries({key: st.none() | st.sampled_from(LEVELS) for key in KEYS})


def made(values: dict, date: str) -> Given:
    found = {
        key: Answer(state="unknown") if value is None else Answer(state="answered", value=value)
        for key, value in values.items()
    }
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Eden"},
        date=date,
        pack=pack_ref(PACK),
        questionnaire="whole",
        respondent=Respondent(id="2"),
        answers=found,
    )
    return Given(date, assessment, PACK)


def completions(values: dict) -> list[dict]:
    """Every way in which the open answers can turn out."""
    open_keys = [key for key, value in values.items() if value is None]
    ways = itertools.product(LEVELS, repeat=len(open_keys))
    return [values | dict(zip(open_keys, way, strict=True)) for way in ways]


def water(before: dict, after: dict):
    pair = compare(PACK, [made(before, "2025-01-01"), made(after, "2026-01-01")]).whole
    return next(one for one in pair.figures if one.id == "water")


def score(values: dict) -> float:
    """The mean of the four indicators, 50 points a level, worked out without the program."""
    return sum(50 * value for value in values.values()) / len(values)


@settings(max_examples=150)
@given(answers, answers)
def test_no_way_of_completing_the_answers_undoes_a_verdict(before, after):
    found = water(before, after)
    differences = [score(new) - score(old) for old in completions(before) for new in completions(after)]
    if found.real.verdict == "higher":
        assert min(differences) > 0
    elif found.real.verdict == "lower":
        assert max(differences) < 0
    elif found.real.verdict == "same":
        assert set(differences) == {0}
    elif found.real.why_not == "ranges_overlap":
        assert min(differences) <= 0 <= max(differences)
        assert min(differences) < max(differences)
    if found.real.low is not None:
        assert (found.real.low, found.real.high) == (min(differences), max(differences))


@given(answers, answers)
def test_turning_the_two_round_turns_the_verdict_round(before, after):
    there, back = water(before, after).real, water(after, before).real
    turned = {"higher": "lower", "lower": "higher"}
    assert back.verdict == turned.get(there.verdict, there.verdict)
    assert (back.low, back.high) == (
        None if there.high is None else -there.high,
        None if there.low is None else -there.low,
    )


@given(answers)
def test_the_same_answers_twice_are_no_change(values):
    found = water(values, values)
    assert found.real.verdict in ("same", "cannot_be_said")
    assert (found.counts.higher, found.counts.lower) == (0, 0)
