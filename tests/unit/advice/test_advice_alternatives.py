"""The same answers under other ways to make a score."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.advice.alternatives import alternatives, weakest
from mhscan.advice.robustness import robustness

PHASES = [{"id": "p", "title": "First"}, {"id": "q", "title": "Second"}]
D = [{"id": "a", "title": "A"}, {"id": "d", "title": "D"}]
ANSWERS = {"f.one": 4, "f.two": 4, "f.three": 0, "g.one": 1}


@pytest.fixture
def pack(build):
    def made(**aggregate):
        ones = [build.indicator("one"), build.indicator("two"), build.indicator("three", aspect="d")]
        f = build.factor("f", *ones, aspects=D, phase="p")
        g, h = (build.factor(one, build.indicator("one"), phase=phase) for one, phase in (("g", "p"), ("h", "q")))
        return build.pack(f, g, h, phases=PHASES, aggregate=aggregate)

    return made


def test_factors_aspects_and_indicators_can_be_what_is_equal(pack, judge):
    found = alternatives(judge(pack(), ANSWERS))
    assert [(one.over, one.mean, one.chosen) for one in found] == [
        ("nested", "arithmetic", True),
        ("aspects", "arithmetic", False),
        ("indicators", "arithmetic", False),
        ("nested", "geometric", False),
    ]
    points = [one.figures["phase p"].point for one in found]
    assert points == [Fraction(75, 2), Fraction(125, 3), Fraction(225, 4), 0]
    assert all(one.figures["phase q"].point is None for one in found)


@pytest.mark.parametrize("mean", ["geometric", "minimum"])
def test_the_other_mean_of_a_strict_mean_is_the_ordinary_one(pack, judge, mean):
    found = alternatives(judge(pack(over="indicators", mean=mean), ANSWERS))
    assert [(one.over, one.mean) for one in found] == [
        ("indicators", mean), ("nested", mean), ("aspects", mean), ("indicators", "arithmetic")
    ]  # fmt: skip


def test_the_way_of_the_pack_is_the_result_itself(pack, judge):
    result = judge(pack(), ANSWERS)
    chosen = alternatives(result)[0]
    assert chosen.figures == {f"phase {key}": one for key, one in result.scores.phases.items()}
    assert chosen.profile is result.profile


def test_the_weakest_link_is_the_lowest_factor_with_a_score(pack, judge):
    (found,) = weakest(judge(pack(), ANSWERS))
    assert (found.phase, found.factor, found.figure.point) == ("p", "g", 25)


def test_of_equally_weak_factors_the_first_is_named(pack, judge):
    (found,) = weakest(judge(pack(), {"f.one": 1, "f.two": 1, "f.three": 1, "g.one": 1}))
    assert found.factor == "f"


def test_all_trials_come_together(pack, judge):
    found = robustness(judge(pack(), ANSWERS))
    assert found.bands["phase p"].draws == 1000
    assert (len(found.alternatives), len(found.weakest), found.places) == (4, 1, {})
    assert found.singles


def test_each_way_has_its_own_place_in_the_profile(build, judge):
    ends = ("low", "high")
    fields = [{"id": f"{x}-{y}", "x": x, "y": y, "label": "-", "text": "-"} for x in ends for y in ends]
    profile = {"x": "p", "y": "q", "split": 50, "fields": fields}
    pack = build.pack(
        build.factor("f", *[build.indicator(one) for one in ("one", "two")], phase="p"),
        build.factor("h", build.indicator("one"), phase="q"),
        phases=PHASES,
        profile=profile,
    )
    found = alternatives(judge(pack, {"f.one": 4, "f.two": 0, "h.one": 4}))
    assert [one.profile.field.id for one in found] == ["high-high", "high-high", "high-high", "low-high"]


def test_a_link_of_zero_is_the_weakest(build, judge):
    pack = build.pack(*[build.factor(one, build.indicator("one"), phase="p") for one in "fg"], phases=PHASES)
    (found,) = weakest(judge(pack, {"f.one": 1, "g.one": 0}))
    assert (found.factor, found.figure.point) == ("g", 0)


def test_the_number_of_draws_stands_in_the_pack(build, judge):
    do = build.indicator("one", actions=[build.action("do", 4)])
    pack = build.pack(build.factor("f", do, phase="p"), phases=PHASES, robustness={"draws": 150})
    found = robustness(judge(pack, {"f.one": 1}))
    assert {one.draws for one in (*found.bands.values(), *found.places.values())} == {150}
