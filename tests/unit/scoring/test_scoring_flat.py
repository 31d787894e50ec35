"""Flat means in floats are the means of the scores."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.scoring.flat import Flat, Flats, Sheet
from mhscan.scoring.means import MEANS
from mhscan.scoring.worst import at_end

BEST = {"id": "b", "title": "B", "combine": "best", "weight": 3}
A = {"id": "a", "title": "A"}
PHASES = [{"id": "p", "title": "First"}]
YES = [{"id": one, "type": "yesno", "text": "?"} for one in "ab"]


def under(flat, weights):
    sheet = Sheet()
    turn = sheet.add(flat)
    return sheet.under(weights)[turn]


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
def test_with_the_packs_weights_a_flat_mean_is_the_score(made, judge, over, mean):
    pack = made(over=over, mean=mean)
    result = judge(pack, {"f.one": 3, "f.two": 1, "f.x": 2, "f.y": 4, "g.one": 2, "context.a": True})
    flats = Flats(pack)
    for name, figure in result.scores.figures.items():
        flat = flats.flat(name, lambda key: result.scores.indicators[key].part.point)
        assert under(flat, flats.weights) == pytest.approx(float(figure.point), abs=1e-8)


def test_a_mean_of_nothing_is_nothing(made):
    flats = Flats(made())
    assert flats.flat("phase p", lambda _key: None) is None


def test_a_geometric_mean_with_a_zero_is_zero(made):
    flats = Flats(made(mean="geometric"))
    flat = flats.flat("factor g", lambda key: Fraction(0 if key == "g.one" else 50))
    assert under(flat, flats.weights) == 0


def test_parts_of_one_value_need_no_weights(made):
    flats = Flats(made())
    assert flats.flat("phase p", lambda _key: Fraction(75)) == 75.0
    assert flats.flat("aspect f/b", lambda key: Fraction(25) if key == "f.x" else None) == 25.0
    found = flats.flat("factor f", lambda key: Fraction(25 if key == "f.one" else 50))
    assert isinstance(found, Flat)
    assert found.values == (50.0,)
    assert [one.values for one in found.means] == [(25.0, 50.0)]


def test_what_several_means_rest_on_stands_on_a_sheet_once(made):
    flats, sheet = Flats(made()), Sheet()
    worth = {"f.one": 0, "f.two": 50, "f.x": 75, "g.one": 100}
    factor, phase = (flats.flat(one, worth.get) for one in ("factor f", "phase p"))
    assert factor in phase.means
    turns = [sheet.add(one) for one in (phase, factor, 12.5, phase)]
    found = sheet.under(flats.weights)
    assert turns[0] == turns[3]
    f = (50 / 3 + 3 * 75) / 4
    assert [found[n] for n in turns[:3]] == pytest.approx([(0.5 * f + 100) / 1.5, f, 12.5])
    assert len(found) == 4


def test_each_weight_is_its_own(made):
    flats = Flats(made())
    weights = dict(zip(flats.names, flats.weights, strict=True))
    assert (weights["f.one"], weights["aspect f/b"], weights["factor f"], weights["g.one"]) == (2, 3, 0.5, 1)
    flat = flats.flat("aspect f/a", lambda key: Fraction(100 if key == "f.one" else 0))
    drawn = [0.5 if name == "f.two" else weight for name, weight in weights.items()]
    assert under(flat, drawn) == pytest.approx(100 * 2 / 2.5)
    assert set(MEANS) == {"arithmetic", "geometric", "minimum", "best"}


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
    flats = Flats(pack)
    for name in ("phase p", "factor f", "factor g"):
        figure = result.scores.figures[name]
        for sign, end in ((1, figure.low), (-1, figure.high)):
            flat = flats.flat(name, at_end(pack, result.facts, result.scores, name, sign))
            assert under(flat, flats.weights) == pytest.approx(float(end), abs=1e-7)


def test_a_decider_with_too_many_answers_is_left_open(build, judge):
    options = [{"id": f"o{n}", "text": "-"} for n in range(9)]
    asks = {"any": [{"context": "many", "has": f"o{n}"} for n in range(9)]}
    pack = build.pack(
        build.factor("f", build.indicator("one", applies_if=asks), build.indicator("two")),
        context=[{"id": "many", "type": "multi", "text": "?", "options": options}],
    )
    result = judge(pack, {"f.two": 2, "f.one": 4})
    value_of = at_end(pack, result.facts, result.scores, "factor f", -1)
    assert (value_of("f.one"), value_of("f.two")) == (100, 50)
    assert result.scores.factors["f"].exact is False
