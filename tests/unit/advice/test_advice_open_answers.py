"""Which open answers decide most, and when too little is known to advise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.advice.open_answers import find_out_first, open_answers, too_little_known
from mhscan.answers.model import Answer
from mhscan.scoring.facts import Suppressed

UNKNOWN = Answer(state="unknown")
RULE = {"id": "gap", "title": "A gap", "text": "-", "when": {"indicator": "f.two", "at_most": 1}}
YES = {"id": "yes", "type": "yesno", "text": "?"}


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"context": "yes", "is": True})
    waits = build.action("wait", 4, requires=[{"indicator": "f.two", "at_least": 2}])
    first = build.indicator("one", actions=[waits])
    return build.pack(
        build.factor("f", first, build.indicator("two"), build.indicator("three"), build.indicator("four")),
        build.factor("g", build.indicator("one"), later),
        context=[YES],
        rules=[RULE],
        asks=("context.yes", "f.one", "f.two", "f.three", "f.four", "g.one", "g.later"),
        coverage={"minimum": 0.5},
    )


def named(answers):
    return {one.key: one for one in answers}


def test_each_open_answer_says_what_it_decides(pack, judge):
    found = named(open_answers(judge(pack, {"f.one": 0}, questionnaire="short")))
    assert "f.one" not in found
    assert found["f.two"].rules == ("gap",)
    assert found["f.two"].actions == ("f.wait",)
    assert found["f.two"].points == {"factor f": Fraction(25)}
    assert found["context.yes"].questions == ("g.later",)
    assert found["f.three"].rules == found["f.three"].questions == found["f.three"].actions == ()


def test_what_decides_most_comes_first_and_what_decides_far_less_is_left_out(pack, judge):
    first = [one.key for one in find_out_first(judge(pack, {"f.one": 0}, questionnaire="short"))]
    assert first[0] == "f.two"
    assert 3 <= len(first) <= 5


def test_nothing_is_named_that_was_not_asked_or_does_not_apply(pack, judge):
    found = named(open_answers(judge(pack, {"context.yes": False, "f.one": 1}, questionnaire="short")))
    assert "g.later" not in found
    assert named(open_answers(judge(pack, {"f.one": 1}))).keys().isdisjoint({"context.yes"})


def test_of_an_aspect_of_which_the_best_counts_nothing_is_named_once_one_stands_at_the_top(build, judge):
    best = [{"id": "a", "title": "A", "combine": "best"}]
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two"), aspects=best))
    assert named(open_answers(judge(pack, {"f.one": 4}))).keys() == set()
    assert named(open_answers(judge(pack, {"f.one": 3}))).keys() == {"f.two"}


def test_what_may_not_be_seen_is_not_named(pack, build):
    from mhscan.advice.result import evaluate

    seen = evaluate(
        pack, build.assessment(pack, {"f.one": 0}, questionnaire="short"), Suppressed(secondary=frozenset({"f.two"}))
    )
    assert "f.two" not in named(open_answers(seen))


@pytest.mark.parametrize(("answered", "little"), [(0, True), (2, True), (3, False), (4, False)])
def test_too_little_is_known_below_the_share_of_the_pack(build, judge, answered, little):
    names = [f"n{n}" for n in range(6)]
    pack = build.pack(build.factor("f", *map(build.indicator, names)), coverage={"minimum": 0.5})
    given = {f"f.{one}": 1 if n < answered else UNKNOWN for n, one in enumerate(names)}
    assert too_little_known(judge(pack, given)) is little


def test_a_short_list_that_is_filled_in_is_enough(pack, judge, build):
    small = build.pack(build.factor("f", build.indicator("one"), build.indicator("two")), asks=("f.one",))
    assert not too_little_known(judge(small, {"f.one": 1}, questionnaire="short"))
    assert find_out_first(judge(small, {"f.one": 1}, questionnaire="short")) == ()


def test_where_nothing_that_counts_was_asked_nothing_is_lacking(build, judge):
    aspects = [{"id": "a", "title": "A", "scored": False}]
    pack = build.pack(build.factor("f", build.indicator("one"), aspects=aspects))
    assert not too_little_known(judge(pack, {}))
