"""The example of `mhscan demo`: told by facts that hold together."""

from __future__ import annotations

from pathlib import Path

from mhscan.advice.result import evaluate
from mhscan.answers.reading import read_assessment
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import gather

EXAMPLE = Path(__file__).resolve().parents[2] / "factors" / "scenarios" / "example.yaml"


def test_each_level_of_the_example_follows_from_facts(dutch_pack: Pack) -> None:
    assessment = read_assessment(EXAMPLE)[1]
    facts = gather(dutch_pack, assessment)
    assert assessment.pack.version == dutch_pack.model.version
    assert facts.left_out == ()
    assert [key for key in dutch_pack.places if assessment.value(key) is not None] == []
    assert [key for key in dutch_pack.places if facts.get(key).is_undecided] == []
    assert sum(facts.get(key).state == "answered" for key in dutch_pack.places) >= 40


def test_no_answers_of_the_example_contradict_each_other(dutch_pack: Pack) -> None:
    signals = evaluate(dutch_pack, read_assessment(EXAMPLE)[1]).signals
    assert signals
    assert [one.signal.id for one in signals if one.outcome.value] == []
