"""How often bands and ranks stay under other weights."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.advice.rank_stability import RankStability
from mhscan.advice.weight_sampling import BandStability, Share, sampled, weight_samples, weight_sampling
from mhscan.answers.model import Answer
from mhscan.scoring.compiled import weights_of

PHASES = [{"id": "p", "title": "First"}, {"id": "q", "title": "Second"}]
PROFILE = {"x": "p", "y": "q", "split": 50, "fields": []}


@pytest.fixture
def pack(build):
    def made(**model):
        two = [build.indicator(one, actions=[build.action(f"do-{one}", 4)]) for one in "ab"]
        factors = [build.factor(name, *two, phase=phase) for name, phase in (("f", "p"), ("g", "q"))]
        return build.pack(*factors, phases=PHASES, **model)

    return made


def bands_kept(result, draws):
    return sampled(result, draws, BandStability(result))[0]


def ranks_kept(result, draws):
    return sampled(result, draws, RankStability(result))[0]


@pytest.mark.parametrize(
    ("kept", "draws", "low", "high"),
    [(100, 100, 0.963, 1.0), (0, 100, 0.0, 0.037), (50, 100, 0.404, 0.596), (950, 1000, 0.935, 0.962)],
)
def test_a_share_comes_with_the_interval_of_wilson(kept, draws, low, high):
    share = Share(kept, draws)
    assert share.value == kept / draws
    assert share.interval == pytest.approx((low, high), abs=6e-4)


def test_drawn_weights_stay_within_the_spread_and_follow_the_seed(pack):
    def samples(seed):
        return list(weight_samples(pack(robustness={"spread": 0.3, "seed": seed}), 200))

    drawn, weights = samples(7), list(weights_of(pack()).values())
    assert len(drawn) == 200
    shares = [one / own for sample in drawn for one, own in zip(sample, weights, strict=True)]
    assert 0.7 <= min(shares) < 0.71
    assert 1.29 < max(shares) <= 1.3
    assert drawn == samples(7)
    assert drawn != samples(8)
    assert abs(sum(shares) / len(shares) - 1) < 0.01


def test_a_band_far_from_its_ends_is_always_kept_and_one_at_its_end_half_of_the_time(pack, judge):
    result = judge(pack(), {"f.a": 4, "f.b": 3, "g.a": 0, "g.b": 4})
    found = bands_kept(result, 2000)
    assert found["phase p"] == Share(2000, 2000)
    assert 0.45 < found["phase q"].value < 0.55


def test_a_score_at_the_start_of_a_band_stays_in_it_when_no_weight_matters(pack, judge):
    result = judge(pack(), {"f.a": 2, "f.b": 2, "g.a": 4, "g.b": 4})
    assert bands_kept(result, 500) == {"phase p": Share(500, 500), "phase q": Share(500, 500)}


def test_a_figure_without_a_band_has_no_share(pack, judge):
    result = judge(pack(), {"f.a": 4, "f.b": 3})
    assert list(bands_kept(result, 100)) == ["phase p"]


def test_bands_are_those_of_the_exact_mean(pack, judge):
    """Half of the draws, counted by hand from the same weights."""
    result = judge(pack(), {"f.a": 0, "f.b": 4, "g.a": 1, "g.b": 1})
    kept = 0
    for weights in weight_samples(result.pack, 300):
        by_name = dict(zip(weights_of(result.pack), weights, strict=True))
        a, b = by_name["f.a"], by_name["f.b"]
        kept += 100 * b / (a + b) >= 50
    assert bands_kept(result, 300)["phase p"].kept == kept


def test_ranks_stay_where_no_weight_reaches_the_order(pack, judge):
    result = judge(pack(), {"f.a": 1, "f.b": 2, "g.a": 0, "g.b": 1})
    assert ranks_kept(result, 100) == {one.id: Share(100, 100) for one in result.actions}


def test_ranks_change_where_the_axis_that_lags_hangs_on_the_weights(pack, judge):
    """`p` is 37.5 and `q` 40.6: in part of the draws the other one lags."""
    result = judge(pack(profile=PROFILE), {"f.a": 0, "f.b": 3, "g.a": 1, "g.b": 2})
    lags = [one.place.factor.phase for one in result.actions for reason in one.reasons if reason.kind == "lagging_axis"]
    assert set(lags) == set()
    result = judge(pack(profile=PROFILE), {"f.a": 0, "f.b": 2, "g.a": 1, "g.b": 2})
    found = ranks_kept(result, 400)
    assert {share.draws for share in found.values()} == {400}
    assert 0.5 < min(share.value for share in found.values()) < 1


def test_ranks_change_where_a_rule_on_a_score_hangs_on_the_weights(pack, judge):
    rule = {
        "id": "r",
        "title": "R",
        "text": "-",
        "when": {"phase": "q", "at_least": 50},
        "remedies": [{"indicator": "g.b"}],
        "severity": "warning",
    }
    result = judge(pack(rules=[rule]), {"f.a": 0, "f.b": 0, "g.a": 3, "g.b": 1})
    assert result.actions[0].id == "g.do-b"
    found = ranks_kept(result, 400)
    assert 0.4 < found["g.do-b"].value < 0.6


def test_a_rule_on_a_factor_and_a_requirement_on_a_score_are_looked_at(build, judge):
    needs = build.action("do-b", 4, requires=[{"factor": "f", "at_least": 50}])
    rule = {
        "id": "r",
        "title": "R",
        "text": "-",
        "when": {"factor": "f", "at_least": 50},
        "remedies": [{"indicator": "f.b"}],
    }
    pack = build.pack(
        build.factor(
            "f",
            build.indicator("a"),
            build.indicator("c", actions=[build.action("do-c", 4)]),
            build.indicator("b", actions=[needs]),
        ),
        rules=[rule],
    )
    result = judge(pack, {"f.a": 4, "f.b": 1, "f.c": 1})
    found = ranks_kept(result, 300)
    assert 0.3 < found["f.do-b"].value < 0.7


def test_bands_and_ranks_are_those_of_the_same_draws(pack, judge):
    result = judge(pack(profile=PROFILE), {"f.a": 0, "f.b": 2, "g.a": 1, "g.b": 2})
    assert weight_sampling(result, 150) == (bands_kept(result, 150), ranks_kept(result, 150))


def test_without_actions_there_are_no_ranks(pack, judge):
    assert ranks_kept(judge(pack(), {}), 100) == {}


def test_only_the_first_five_ranks_are_looked_at(build, judge):
    many = [build.indicator(f"i{n}", actions=[build.action(f"do-{n}", 4)]) for n in range(7)]
    result = judge(build.pack(build.factor("f", *many)), {f"f.i{n}": 1 for n in range(7)})
    assert list(ranks_kept(result, 100)) == [f"f.do-{n}" for n in range(5)]


def test_open_answers_keep_the_range_open_in_each_draw(build, judge):
    """The axis lags only if its range lies wholly below the other, in the draw too."""
    made = [build.indicator(one, actions=[build.action(f"do-{one}", 4)]) for one in "ab"]
    later = build.indicator("later", applies_if={"context": "yes", "is": True})
    pack = build.pack(
        build.factor("f", *made, later, phase="p"),
        build.factor("g", *made, phase="q"),
        phases=PHASES,
        profile=PROFILE,
        context=[{"id": "yes", "type": "yesno", "text": "?"}],
    )
    result = judge(pack, {"f.a": 1, "f.b": 1, "f.later": Answer(state="unknown"), "g.a": 3, "g.b": 3})
    assert (result.scores.phases["p"].low, result.scores.phases["p"].high) == (Fraction(50, 3), 50)
    assert result.scores.phases["p"].high < result.scores.phases["q"].low
    assert ranks_kept(result, 200) == {one.id: Share(200, 200) for one in result.actions}


def test_another_seed_gives_other_draws(pack, judge):
    answers = {"f.a": 4, "f.b": 3, "g.a": 0, "g.b": 4}
    rule = {"id": "r", "title": "R", "text": "-", "severity": "warning", "remedies": [{"indicator": "g.a"}]}
    rule["when"] = {"phase": "q", "at_least": 50}
    shares = set()
    for seed in (1, 2, 3):
        result = judge(pack(rules=[rule], robustness={"seed": seed}), answers)
        shares.add((bands_kept(result, 300)["phase q"].kept, ranks_kept(result, 300)["f.do-b"].kept))
    assert len(shares) == 3


def test_a_range_that_can_meet_the_other_in_a_draw_ends_the_lag(build, judge):
    """The open answer lets `q` reach `p` under the pack's weights; in part of the draws it does not."""
    two = [build.indicator(one, actions=[build.action(f"do-{one}", 4)]) for one in "ab"]
    pack = build.pack(
        build.factor("f", *two, phase="p"),
        build.factor("g", *two, build.indicator("open"), phase="q"),
        phases=PHASES,
        profile=PROFILE,
    )
    result = judge(pack, {"f.a": 3, "f.b": 1, "g.a": 1, "g.b": 1})
    assert result.scores.phases["q"].high == result.scores.phases["p"].point == 50
    assert 0.2 < min(share.value for share in ranks_kept(result, 400).values()) < 0.8


@pytest.mark.parametrize(("levels", "lags"), [((0, 1), "p"), ((4, 4), "q")])
def test_figures_that_nothing_looks_at_stay_as_they_are(build, judge, levels, lags):
    two = [build.indicator(one, actions=[build.action(f"do-{one}", 4)]) for one in "ab"]
    rule = {
        "id": "r",
        "title": "R",
        "text": "-",
        "when": {"factor": "f", "at_least": 101},
        "remedies": [{"indicator": "g.a"}],
    }
    pack = build.pack(
        build.factor("f", *two, phase="p"),
        build.factor("g", *two, phase="q"),
        build.factor("h", *two),
        phases=PHASES,
        profile=PROFILE,
        rules=[rule],
    )
    result = judge(pack, {"f.a": levels[0], "f.b": levels[1], "g.a": 2, "g.b": 2, "h.a": 1, "h.b": 0})
    assert {about for one in result.actions for reason in one.reasons for about in reason.about} == {lags}
    assert ranks_kept(result, 100) == {one.id: Share(100, 100) for one in result.actions[:5]}
