"""Which answers do not fit together, and which of them are named."""

from __future__ import annotations

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer
from mhscan.scoring.facts import Suppressed
from mhscan.scoring.signals import standing_signals

CONTEXT = [
    {"id": "yes", "type": "yesno", "text": "?"},
    {"id": "few", "type": "number", "text": "?"},
    {"id": "many", "type": "number", "text": "?"},
    {"id": "day", "type": "date", "text": "?"},
]
ONE, TWO, THREE = ({"indicator": f"f.{name}", "at_least": 3} for name in ("one", "two", "three"))


@pytest.fixture
def signal(build):
    """The signals that fire with a condition on some answers, each as the keys that it names."""

    def made(when, answers, **more):
        signals = [{"id": "s", "when": when, "text": "They do not fit."}]
        names = [build.indicator(name) for name in ("one", "two", "three")]
        pack = build.pack(build.factor("f", *names), context=CONTEXT, signals=signals, **more)
        return standing_signals(pack, build.assessment(pack, answers))

    return made


def keys(found):
    return [one.keys for one in found]


def test_all_answers_of_an_all_are_named(signal):
    assert keys(signal({"all": [ONE, TWO]}, {"f.one": 4, "f.two": 3})) == [("f.one", "f.two")]
    assert keys(signal({"all": [ONE, TWO]}, {"f.one": 4, "f.two": 2})) == []


def test_of_an_any_only_the_answers_that_make_it_true_are_named(signal):
    when = {"all": [ONE, {"any": [TWO, THREE]}]}
    assert keys(signal(when, {"f.one": 4, "f.two": 0, "f.three": 4})) == [("f.one", "f.three")]
    assert keys(signal(when, {"f.one": 4, "f.two": 4, "f.three": 4})) == [("f.one", "f.two", "f.three")]


def test_what_is_not_so_is_named_too(signal):
    assert keys(signal({"all": [ONE, {"not": TWO}]}, {"f.one": 4, "f.two": 0})) == [("f.one", "f.two")]


def test_of_what_is_counted_the_true_ones_are_named(signal):
    each = {"count_of": {"factor": "f", "at_least": 3}, "at_least": 2}
    assert keys(signal(each, {"f.one": 4, "f.two": 0, "f.three": 3})) == [("f.one", "f.three")]
    some = {"count_of": [ONE, TWO, THREE], "at_least": 2}
    assert keys(signal(some, {"f.one": 4, "f.two": 0, "f.three": 3})) == [("f.one", "f.three")]


def test_of_what_is_not_so_often_all_that_is_counted_is_named(signal):
    few = {"not": {"count_of": {"factor": "f", "at_least": 3}, "at_least": 2}}
    assert keys(signal(few, {"f.one": 4, "f.two": 0, "f.three": 1})) == [("f.one", "f.two", "f.three")]


def test_a_signal_that_does_not_fire_is_there_too(build):
    signals = [{"id": name, "when": test, "text": "-"} for name, test in (("a", ONE), ("b", TWO))]
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two")), signals=signals)
    found = evaluate(pack, build.assessment(pack, {"f.one": 1})).signals
    assert [(one.signal.id, one.outcome.value, one.keys, one.explained) for one in found] == [
        ("a", False, (), False),
        ("b", None, (), False),
    ]


def test_two_answers_can_be_compared_and_a_date_with_the_date_of_the_scan(signal):
    above = {"context": "few", "above": "context.many"}
    assert keys(signal(above, {"context.few": 3, "context.many": 2})) == [("context.few", "context.many")]
    assert keys(signal(above, {"context.few": 2, "context.many": 2})) == []
    past = {"context": "day", "ahead": {"at_most": -1}}
    assert keys(signal(past, {"context.day": "2026-04-30"})) == [("context.day",)]
    assert keys(signal(past, {"context.day": "2026-05-01"})) == []


@pytest.mark.parametrize("state", ["unknown", "skipped", "not_applicable", None])
def test_without_one_of_the_answers_it_is_silent(signal, state):
    answers = {"f.one": 4} | ({"f.two": Answer(state=state)} if state else {})
    assert keys(signal({"all": [ONE, TWO]}, answers)) == []


def test_what_open_answers_come_to_in_every_way_is_no_contradiction(signal):
    assert keys(signal({"any": [ONE, {"indicator": "f.one", "at_most": 2}]}, {})) == []


@pytest.mark.parametrize(("note", "explained"), [(None, False), ("", False), ("It is a new one.", True)])
def test_a_note_at_one_of_the_answers_explains_it(signal, note, explained):
    answers = {"f.one": Answer(state="answered", value=4, note=note), "f.two": 4}
    (found,) = signal({"all": [ONE, TWO]}, answers)
    assert found.explained is explained
    other = {"f.one": 4, "f.two": 4, "f.three": Answer(state="answered", value=4, note="Something else.")}
    (found,) = signal({"all": [ONE, TWO]}, other)
    assert not found.explained


def test_only_those_with_one_answer_can_be_asked_for(build):
    signals = [{"id": name, "when": {"all": [ONE, test]}, "text": "-"} for name, test in (("a", TWO), ("b", THREE))]
    names = [build.indicator(name) for name in ("one", "two", "three")]
    pack = build.pack(build.factor("f", *names), signals=signals)
    assessment = build.assessment(pack, {"f.one": 4, "f.two": 4, "f.three": 4})
    assert [one.signal.id for one in standing_signals(pack, assessment, "f.two")] == ["a"]
    assert [one.signal.id for one in standing_signals(pack, assessment, "f.one")] == ["a", "b"]
    assert evaluate(pack, assessment).contradicted == {"f.one", "f.two", "f.three"}


@pytest.mark.parametrize(("many", "fires"), [(3, None), (4, False), (9, False)])
def test_of_a_number_that_may_not_be_seen_only_what_it_is_below_is_looked_at(build, many, fires):
    signals = [{"id": "s", "when": {"context": "few", "above": "context.many"}, "text": "-"}]
    pack = build.pack(build.factor("f", build.indicator("one")), context=CONTEXT, signals=signals)
    for few in range(5):
        assessment = build.assessment(pack, {"context.few": few, "context.many": many})
        (found,) = evaluate(pack, assessment, Suppressed(frozenset({"context.few"}))).signals
        assert found.outcome.value is fires
