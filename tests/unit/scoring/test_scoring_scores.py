"""Scores, ranges, coverage and bands: what counts, how much, and what stays open."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.answers.model import Answer, CarriedBy
from mhscan.scoring.coverage import Aside, CoverageShare
from mhscan.scoring.means import exact
from mhscan.scoring.scores import band_of

UNKNOWN, SKIPPED = Answer(state="unknown"), Answer(state="skipped")
NOT_HERE = Answer(state="not_applicable", reason="no")
BEST = {"id": "b", "title": "Best", "combine": "best"}
LOOSE = {"id": "c", "title": "Shown only", "scored": False}
A = {"id": "a", "title": "Aspect"}
PHASES = [{"id": "p", "title": "First", "weight": 3}, {"id": "q", "title": "Second"}]


@pytest.fixture
def scored(judge):
    return lambda pack, answers, **more: judge(pack, answers, **more).scores


@pytest.fixture
def one_factor(build):
    """Builds a pack of one factor with indicators of these names."""
    return lambda *names, **model: build.pack(build.factor("f", *[build.indicator(name) for name in names]), **model)


def numbers(figure):
    return figure.low, figure.point, figure.high


def test_numbers_of_a_file_are_exact():
    assert exact(0.1) + exact(0.2) == Fraction(3, 10)


def test_an_indicator_is_worth_what_its_scale_gives_its_level(english_pack, scored):
    scores = scored(english_pack, {"people.course": 2, "ashore.slope": 1, "people.lead": 5})
    assert [scores.indicators[key].part.point for key in ("people.course", "ashore.slope", "people.lead")] == [
        10,
        50,
        100,
    ]


def test_an_open_indicator_can_become_the_lowest_and_highest_of_its_own_scale(english_pack, scored):
    part = scored(english_pack, {}).indicators["people.course"].part
    assert (part.low, part.high, part.point) == (0, 60, None)


def test_aspects_and_factors_are_weighted_means_of_what_is_under_them(english_pack, scored):
    answers = {
        "context.steps": True,
        "context.lead": "nobody",
        "ashore.slope": 1,
        "ashore.lift": 3,
        "ashore.lift-check": 0,
    }
    answers |= {"ashore.contrast": 2, "ashore.sound": 4, "ashore.toilet": 0, "ashore.seats": 1}
    scores = scored(english_pack, answers)
    way, senses, comfort = Fraction(2 * 50 + 50 + 0, 4), Fraction(150 + 75) / Fraction(5, 2), Fraction(25)
    assert [scores.aspects[f"ashore/{one}"].point for one in ("way", "senses", "comfort")] == [way, senses, comfort]
    assert scores.factors["ashore"].point == (3 * way + senses + comfort / 2) / Fraction(9, 2)


def test_the_total_is_the_weighted_mean_of_the_factors(english_pack, scored):
    every = {place.id: place.indicator.levels[-1].level for place in english_pack.places.values()}
    scores = scored(
        english_pack, every | {"context.steps": False, "context.lead": "me", "people.lead": 1, "afloat.ramp": 0}
    )
    ashore, afloat, people = (scores.factors[one].point for one in ("ashore", "afloat", "people"))
    assert scores.total.point == (2 * ashore + afloat + people / 2) / Fraction(7, 2)


def test_there_is_no_total_unless_the_pack_asks_for_one(one_factor, scored):
    assert scored(one_factor("one"), {"f.one": 2}).total is None


@pytest.mark.parametrize(("over", "point"), [("nested", Fraction(50)), ("indicators", Fraction(25))])
def test_over_all_indicators_each_counts_and_nested_each_aspect_counts(build, scored, over, point):
    three = [build.indicator(one) for one in ("one", "two", "three")]
    pack = build.pack(
        build.factor("f", *three, build.indicator("four", aspect="d"), aspects=[A, {"id": "d", "title": "D"}]),
        aggregate={"over": over, "total": True},
    )
    scores = scored(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "f.four": 4})
    assert scores.factors["f"].point == point
    assert scores.total.point == point


@pytest.mark.parametrize(
    ("mean", "point"), [("arithmetic", 50), ("minimum", 25), ("geometric", Fraction(433012702, 10**7))]
)
def test_the_pack_chooses_the_mean(one_factor, scored, mean, point):
    figure = scored(one_factor("one", "two", aggregate={"mean": mean}), {"f.one": 1, "f.two": 3}).factors["f"]
    assert abs(figure.point - point) < Fraction(1, 10**6)


def test_of_an_aspect_with_combine_best_the_best_answer_counts(english_pack, scored):
    scores = scored(english_pack, {"afloat.ramp": 1, "afloat.hoist": 4, "afloat.gangway": 3})
    assert numbers(scores.aspects["afloat/boarding"]) == (75, 75, 75)


def test_an_open_answer_can_only_raise_the_best(english_pack, scored):
    scores = scored(english_pack, {"afloat.hoist": 3, "afloat.gangway": 1})
    assert numbers(scores.aspects["afloat/boarding"]) == (50, 50, 100)


def test_best_counts_as_one_part_even_over_all_indicators(build, scored):
    best = [build.indicator(one, aspect="b") for one in ("one", "two", "three")]
    pack = build.pack(
        build.factor("f", build.indicator("zero"), *best, aspects=[A, BEST]), aggregate={"over": "indicators"}
    )
    assert scored(pack, {"f.zero": 0, "f.one": 1, "f.two": 4, "f.three": 0}).factors["f"].point == 50


@pytest.mark.parametrize("over", ["nested", "indicators"])
def test_an_aspect_that_is_not_scored_has_a_figure_and_counts_nowhere_else(build, scored, over):
    pack = build.pack(
        build.factor("f", build.indicator("one"), build.indicator("two", aspect="c"), aspects=[A, LOOSE], phase="p"),
        phases=PHASES,
        aggregate={"over": over, "total": True},
    )
    scores = scored(pack, {"f.one": 1, "f.two": 4})
    assert scores.aspects["f/c"].point == 100
    for figure in (scores.factors["f"], scores.phases["p"], scores.total):
        assert (figure.point, figure.coverage, figure.counts) == (25, CoverageShare(1, 1, 1, 1), {"answered": 1})


def test_phases_weigh_their_factors_and_the_total_weighs_phases_and_loose_factors(build, scored):
    pack = build.pack(
        build.factor("f", build.indicator("one"), phase="p", weight=3),
        build.factor("g", build.indicator("one"), phase="p"),
        build.factor("h", build.indicator("one"), phase="q"),
        build.factor("k", build.indicator("one")),
        phases=PHASES,
        aggregate={"total": True},
    )
    scores = scored(pack, {"f.one": 4, "g.one": 0, "h.one": 2, "k.one": 1})
    assert {key: one.point for key, one in scores.phases.items()} == {"p": 75, "q": 50}
    assert scores.total.point == Fraction(3 * 75 + 50 + 25, 5)


def test_over_all_indicators_a_phase_takes_the_indicators_of_its_factors(build, scored):
    two = [build.indicator(one) for one in ("one", "two", "three")]
    pack = build.pack(
        build.factor("f", *two, phase="p"),
        build.factor("g", build.indicator("one"), phase="p"),
        phases=PHASES,
        aggregate={"over": "indicators"},
    )
    assert scored(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "g.one": 4}).phases["p"].point == 25


@pytest.mark.parametrize("open_answer", [UNKNOWN, SKIPPED, None])
def test_an_open_answer_is_no_zero_and_only_widens_the_range(one_factor, scored, open_answer):
    answers = {"f.one": 3, "f.two": 3, **({"f.three": open_answer} if open_answer else {})}
    figure = scored(one_factor("one", "two", "three"), answers).factors["f"]
    assert numbers(figure) == (50, 75, Fraction(250, 3))
    assert figure.open == {"f.three"}


def test_the_kinds_of_open_answers_stay_apart_in_the_counts(one_factor, scored):
    pack = one_factor("one", "two", "three", "four", "five")
    figure = scored(pack, {"f.one": 1, "f.two": UNKNOWN, "f.three": SKIPPED, "f.four": NOT_HERE}).factors["f"]
    assert figure.counts == {"answered": 1, "unknown": 1, "skipped": 1, "not_applicable": 1, "not_asked": 1}


def test_the_point_never_lies_outside_what_is_possible(build, scored):
    """The only answer says 100, but the open question reaches 40 at most."""
    scales = {
        "five": {"levels": [{"level": n, "label": str(n), "score": 25 * n} for n in range(5)]},
        "two": {"levels": [{"level": 0, "label": "No", "score": 0}, {"level": 1, "label": "Yes", "score": 40}]},
    }
    two = build.indicator("two", scale="two", levels=range(2))
    pack = build.pack(build.factor("f", build.indicator("one"), two), scales=scales)
    assert numbers(scored(pack, {"f.one": 4}).factors["f"]) == (50, 70, 70)


def test_what_does_not_apply_by_reason_or_by_condition_counts_nowhere(build, scored):
    later = build.indicator("later", applies_if={"indicator": "f.one", "at_least": 2})
    pack = build.pack(build.factor("f", build.indicator("one"), later, build.indicator("two")))
    figure = scored(pack, {"f.one": 1, "f.later": 4, "f.two": NOT_HERE}).factors["f"]
    assert numbers(figure) == (25, 25, 25)
    assert figure.coverage == CoverageShare(1, 1, 1, 1)
    assert figure.open == frozenset()


def test_a_condition_goes_before_the_answer(build, scored):
    later = build.indicator("later", applies_if={"indicator": "f.one", "at_least": 2})
    pack = build.pack(build.factor("f", build.indicator("one"), later))
    score = scored(pack, {"f.one": 0, "f.later": 4}).indicators["f.later"]
    assert (score.state, score.level, score.part.present) == ("not_applicable", None, False)


def test_an_answer_that_may_not_apply_widens_the_range_and_is_no_point(build, scored):
    later = build.indicator("later", applies_if={"indicator": "f.one", "at_least": 2})
    pack = build.pack(build.factor("f", build.indicator("one"), later, build.indicator("two")))
    scores = scored(pack, {"f.later": 4, "f.two": 0})
    assert (scores.indicators["f.later"].state, scores.indicators["f.later"].level) == ("answered", 4)
    assert numbers(scores.factors["f"]) == (0, 0, Fraction(200, 3))
    assert scores.factors["f"].open == {"f.one"}


@pytest.mark.parametrize("state", ["answered", "unknown"])
def test_who_carries_it_changes_no_score(one_factor, scored, state):
    pack = one_factor("one", "two")
    plain = Answer(state=state, value=2 if state == "answered" else None)
    carried = plain.model_copy(update={"carried_by": CarriedBy(kind="district", name="Treaty")})
    with_, without = (scored(pack, {"f.one": one, "f.two": 1}) for one in (carried, plain))
    assert with_.factors == without.factors
    assert with_.indicators["f.one"].fact.carried == "district"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({}, "too_little_known"),
        ({"f.one": 2}, "quick_impression"),
        ({"f.one": 2, "f.two": 2}, "shown"),
        ({"f.one": UNKNOWN}, "too_little_known"),
        ({"f.one": NOT_HERE, "f.two": NOT_HERE, "f.three": NOT_HERE, "f.four": NOT_HERE}, "not_applicable"),
    ],
)
def test_the_status_follows_from_both_coverages(one_factor, scored, answers, status):
    figure = scored(one_factor("one", "two", "three", "four"), answers, questionnaire="short").factors["f"]
    assert figure.status == status
    assert (figure.point is None) == (status in ("too_little_known", "not_applicable"))
    assert (figure.band is None) == (figure.point is None)


def test_exactly_the_minimum_of_answers_is_enough(one_factor, scored):
    assert scored(one_factor("one", "two"), {"f.one": 2}).factors["f"].status == "shown"


def test_too_few_answers_leave_the_range_and_hide_the_point(one_factor, scored):
    figure = scored(one_factor("one", "two", "three"), {"f.one": 4}).factors["f"]
    assert numbers(figure) == (Fraction(100, 3), None, 100)
    assert figure.part.point == 100


def test_an_answer_outside_the_questionnaire_counts_as_asked(one_factor, scored):
    coverage = scored(one_factor("one", "two", "three"), {"f.two": 1}, questionnaire="short").factors["f"].coverage
    assert coverage == CoverageShare(answered=1, asked_answered=1, asked=2, model=3)
    assert (coverage.of_questionnaire, coverage.of_model) == (Fraction(1, 2), Fraction(1, 3))


def test_a_questionnaire_that_asks_nothing_here_gives_no_share_and_no_score(build, scored):
    pack = build.pack(
        build.factor("f", build.indicator("one")), build.factor("g", build.indicator("one")), asks=("f.one",)
    )
    figure = scored(pack, {"f.one": 2}, questionnaire="short").factors["g"]
    assert (figure.coverage.of_questionnaire, figure.status) == (None, "too_little_known")
    assert CoverageShare(0, 0, 0, 0).of_model is None


def test_an_unknown_questionnaire_counts_as_all_questions(one_factor, scored):
    assert scored(one_factor("one", "two"), {}, questionnaire="gone").factors["f"].coverage.asked == 2


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0, "closed"),
        (Fraction(349999, 10000), "closed"),
        (35, "ajar"),
        (Fraction(699999, 10000), "ajar"),
        (70, "open"),
        (100, "open"),
    ],
)
def test_a_band_begins_at_its_own_score_and_ends_before_the_next(english_pack, value, band):
    assert band_of(english_pack, Fraction(value)).id == band


def test_below_all_bands_the_first_one_holds(one_factor):
    bands = [{"id": "only", "label": "Only", "from": 10}]
    assert band_of(one_factor("one", bands=bands), Fraction(5)).id == "only"


def test_conditions_on_scores_see_the_scores(english_pack, scored):
    rule = next(one for one in english_pack.model.rules if one.id == "nobody-trained")
    scores = scored(english_pack, {"people.lead": 1, "people.course": 2, "context.lead": "nobody"})
    assert scores.conditions.evaluate(rule.when).value is True


def test_a_phase_without_factors_does_not_apply(build, scored):
    scores = scored(build.pack(build.factor("f", build.indicator("one"), phase="p"), phases=PHASES), {"f.one": 2})
    assert scores.phases["q"].status == "not_applicable"


def test_a_long_chain_of_conditions_is_followed_to_its_end(build, judge):
    chain = [build.indicator(f"i{n}", applies_if={"indicator": f"f.i{n + 1}", "at_least": 1}) for n in range(400)]
    pack = build.pack(build.factor("f", *chain, build.indicator("i400")))
    scores = judge(pack, {f"f.i{n}": 1 for n in range(401)}).scores
    assert scores.indicators["f.i0"].applies.value is True
    assert scores.factors["f"].point == 25


def test_what_may_not_apply_gives_no_score_whatever_was_answered(build, judge):
    only = {"applies_if": {"context": "a", "is": True}}
    pack = build.pack(
        build.factor("f", build.indicator("one", **only)), context=[{"id": "a", "type": "yesno", "text": "?"}]
    )
    figure = judge(pack, {"f.one": 4}).scores.factors["f"]
    assert figure.coverage == CoverageShare(1, 1, 1, 1)
    assert (figure.status, figure.point, figure.band) == ("too_little_known", None, None)
    figure = judge(pack, {"f.one": 4, "context.a": True}).scores.factors["f"]
    assert (figure.status, figure.point) == ("shown", 100)


def test_what_was_set_aside_is_counted_among_what_is_scored_and_applies(build, judge):
    aspects = [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "scored": False}]
    only = {"context": "a", "is": True}
    made = [
        build.indicator("one"),
        build.indicator("two"),
        build.indicator("open"),
        build.indicator("never", applies_if=only),
        build.indicator("loose", aspect="b"),
    ]
    pack = build.pack(
        build.factor("f", *made, aspects=aspects),
        context=[{"id": "a", "type": "yesno", "text": "?"}],
        coverage={"minimum": 0.5, "not_applicable_at_most": 0.3},
    )
    aside = Answer(state="not_applicable", reason="no")
    answers = {"context.a": False, "f.one": aside, "f.two": 3, "f.never": aside, "f.loose": aside}
    found = judge(pack, answers).scores.set_aside
    assert found == Aside(("f.one",), 3, Fraction(3, 10))
    assert (found.share, found.above) == (Fraction(1, 3), True)
    del answers["context.a"], answers["f.never"]
    assert judge(pack, answers).scores.set_aside == Aside(("f.one",), 4, Fraction(3, 10))
    assert judge(pack, {**answers, "f.one": 1}).scores.set_aside.above is False


@pytest.mark.parametrize(("aside", "of", "share", "above"), [(3, 10, Fraction(3, 10), False), (0, 0, 0, False)])
def test_so_much_may_be_set_aside(aside, of, share, above):
    found = Aside(tuple(f"f.i{n}" for n in range(aside)), of, Fraction(3, 10))
    assert (found.share, found.above) == (share, above)
