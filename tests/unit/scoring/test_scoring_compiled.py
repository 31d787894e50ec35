"""Compiled means in floats are the means of the scores."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.scoring.compiled import compiled, weights_of
from mhscan.scoring.extremes import HIGHEST, LOWEST, extreme_completion
from mhscan.scoring.trees import figure_nodes

BEST = {"id": "b", "title": "B", "combine": "best", "weight": 3}
A = {"id": "a", "title": "A"}
PHASES = [{"id": "p", "title": "First"}]
YES = [{"id": one, "type": "yesno", "text": "?"} for one in "ab"]


def mean_of(pack, name, value_of):
    node = next(node for node in figure_nodes(pack) if node.name == name)
    return compiled(node, value_of, {key: n for n, key in enumerate(weights_of(pack))})


def under_own_weights(pack, name, value_of):
    return mean_of(pack, name, value_of)(list(weights_of(pack).values()))


@pytest.fixture
def made(build):
    def pack(**aggregate):
        f = build.factor(
            "f",
            build.indicator("one", weight=2),
            build.indicator("two", applies_if={"context": "a", "is": True}),
            build.indicator("x", aspect="b"),
            build.indicator("y", aspect="b", applies_if={"indicator": "f.one", "at_least": 2}),
            aspects=[A, BEST],
            phase="p",
            weight=0.5,
        )
        g = build.factor(
            "g",
            build.indicator("one"),
            build.indicator("two", applies_if={"not": {"context": "a", "is": True}}),
            phase="p",
        )
        return build.pack(f, g, phases=PHASES, context=YES, aggregate=aggregate)

    return pack


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "minimum"])
@pytest.mark.parametrize("over", ["nested", "aspects", "indicators"])
def test_with_the_packs_weights_a_compiled_mean_is_the_score(made, judge, over, mean):
    pack = made(over=over, mean=mean)
    result = judge(pack, {"f.one": 3, "f.two": 1, "f.x": 2, "f.y": 4, "g.one": 2, "context.a": True})
    assert result.scores.figures
    for name, figure in result.scores.figures.items():
        value = under_own_weights(pack, name, result.scores.known_value)
        assert value == pytest.approx(float(figure.point), abs=1e-8)


def test_a_mean_of_nothing_is_nothing(made):
    assert mean_of(made(), "phase p", lambda _key: None) is None


def test_a_geometric_mean_with_a_zero_is_zero(made):
    pack = made(mean="geometric")
    assert under_own_weights(pack, "factor g", lambda key: Fraction(0 if key == "g.one" else 50)) == 0


def test_each_weight_is_its_own(made):
    weights = weights_of(made())
    assert (weights["f.one"], weights["aspect f/b"], weights["factor f"], weights["g.one"]) == (2, 3, 0.5, 1)
    mean = mean_of(made(), "aspect f/a", lambda key: Fraction(100 if key == "f.one" else 0))
    sample = [0.5 if name == "f.two" else weight for name, weight in weights.items()]
    assert mean(sample) == pytest.approx(100 * 2 / 2.5)


def test_a_mean_of_means_weighs_these_too(made):
    worth = {"f.one": 0, "f.two": 50, "f.x": 75, "g.one": 100}
    f = (50 / 3 + 3 * 75) / 4
    assert under_own_weights(made(), "factor f", worth.get) == pytest.approx(f)
    assert under_own_weights(made(), "phase p", worth.get) == pytest.approx((0.5 * f + 100) / 1.5)


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "minimum"])
@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"f.x": 2, "g.one": 1},
        {"f.two": 0, "g.two": 4, "g.one": 2, "f.x": 1},
        {"f.one": 1, "f.y": 4, "f.two": 3, "g.two": 0},
        {"context.a": True, "f.y": 0},
    ],
)
def test_the_completion_at_an_end_gives_that_end(made, judge, answers, mean):
    pack = made(mean=mean)
    result = judge(pack, answers)
    for name in ("phase p", "factor f", "factor g"):
        figure = result.scores.figures[name]
        for direction, end in ((LOWEST, figure.low), (HIGHEST, figure.high)):
            value_of = extreme_completion(pack, result.facts, result.scores, name, direction)
            assert under_own_weights(pack, name, value_of) == pytest.approx(float(end), abs=1e-7)


def test_a_decider_with_too_many_answers_is_left_open(build, judge):
    options = [{"id": f"o{n}", "text": "-"} for n in range(9)]
    asks = {"any": [{"context": "many", "has": f"o{n}"} for n in range(9)]}
    pack = build.pack(
        build.factor("f", build.indicator("one", applies_if=asks), build.indicator("two")),
        context=[{"id": "many", "type": "multi", "text": "?", "options": options}],
    )
    result = judge(pack, {"f.two": 2, "f.one": 4})
    value_of = extreme_completion(pack, result.facts, result.scores, "factor f", HIGHEST)
    assert (value_of("f.one"), value_of("f.two")) == (100, 50)
    assert result.scores.factors["f"].exact is False
