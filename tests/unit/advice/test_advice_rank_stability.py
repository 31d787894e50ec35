"""What the order of advice looks at under drawn weights, counted by hand from the same weights."""

from __future__ import annotations

import pytest

from mhscan.advice.rank_stability import RankStability
from mhscan.advice.weight_sampling import sampled, weight_samples
from mhscan.answers.model import Answer
from mhscan.scoring.compiled import weights_of

PHASES = [{"id": "p", "title": "First"}, {"id": "q", "title": "Second"}]
LEVELS = {"f.a": 4, "f.b": 1, "g.a": 0, "g.b": 3}
"""`p` is 62.5 and `q` 37.5."""
DRAWS = 200


def rule(when, *remedies):
    return {
        "id": "r",
        "title": "R",
        "text": "-",
        "severity": "warning",
        "when": when,
        "remedies": [{"indicator": key} for key in remedies],
    }


@pytest.fixture
def made(build):
    def pack(when=None, **model):
        two = [build.indicator(one, actions=[build.action(f"do-{one}", 4)]) for one in "ab"]
        factors = [build.factor(name, *two, phase=phase) for name, phase in (("f", "p"), ("g", "q"))]
        rules = [rule(when, "f.b")] if when else []
        return build.pack(*factors, phases=PHASES, rules=rules, **model)

    return pack


def kept(result):
    (shares,) = sampled(result, DRAWS, RankStability(result))
    return {name: share.kept for name, share in shares.items()}


def means(result):
    """The mean of each factor in each draw."""
    for weights in weight_samples(result.pack, DRAWS):
        own = dict(zip(weights_of(result.pack), weights, strict=True))
        worth = {key: 25 * level for key, level in LEVELS.items()}
        yield [
            (worth[f"{one}.a"] * own[f"{one}.a"] + worth[f"{one}.b"] * own[f"{one}.b"])
            / (own[f"{one}.a"] + own[f"{one}.b"])
            for one in "fg"
        ]


P, Q = {"phase": "p"}, {"phase": "q"}


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"gap": {"high": P, "low": Q, "at_least": 27}}, lambda p, q: p - q >= 27),
        ({"gap": {"high": P, "low": Q, "at_least": 25}}, lambda p, q: p - q >= 25),
        ({"not": {"gap": {"high": P, "low": {"factor": "g"}, "at_least": 20}}}, lambda p, q: p - q < 20),
        ({"gap": {"high": Q, "low": P, "at_least": 0}}, lambda p, q: q > p),
        ({**P, "at_least": 61}, lambda p, _q: p >= 61),
        ({**Q, "at_most": 40}, lambda _p, q: q <= 40),
        ({"factor": "g", "at_least": 35.5, "at_most": 38}, lambda _p, q: 35.5 <= q <= 38),
        ({"any": [{**P, "at_least": 70}, {**Q, "at_most": 33.3}]}, lambda p, q: p >= 70 or q <= 33.3),
        ({"all": [{**P, "at_least": 58}, {"not": {**Q, "at_most": 40}}]}, lambda p, q: p >= 58 and q > 40),
        ({"count_of": [{**P, "at_least": 60}, {**Q, "at_least": 36}], "at_most": 1}, lambda p, q: p < 60 or q < 36),
    ],
)  # fmt: skip
def test_an_action_goes_first_in_the_draws_in_which_its_rule_fires(made, judge, when, holds):
    result = judge(made(when), LEVELS)
    fires = [holds(p, q) for p, q in means(result)]
    assert [one.id for one in judge(made(), LEVELS).actions] == ["g.do-a", "f.do-b", "g.do-b"]
    first = "f.do-b" if result.rules[0].outcome.value else "g.do-a"
    assert result.actions[0].id == first
    assert kept(result)[first] == sum(fires if first == "f.do-b" else (not one for one in fires))


def test_a_number_of_a_condition_is_as_exact_as_when_it_is_decided(build, judge):
    """A score of 33.3 is not at most the float nearest to 33.3, and at least it; no weight changes that."""
    scale = {"levels": [{"level": n, "label": f"{n}", "score": one} for n, one in enumerate((0, 33.3, 100))]}
    two = [build.indicator(one, scale="odd", levels=range(3), actions=[build.action(f"do-{one}", 2)]) for one in "ab"]
    for when in ({"factor": "f", "at_most": 33.3}, {"factor": "f", "at_least": 33.3}):
        pack = build.pack(build.factor("f", *two), scales={"odd": scale}, rules=[rule(when, "f.b")])
        result = judge(pack, {"f.a": 1, "f.b": 1})
        assert kept(result) == {one.id: DRAWS for one in result.actions}


def test_a_figure_that_no_weight_reaches_stays_as_it_is(made, judge):
    gone = Answer(state="not_applicable", reason="no")
    profile = {"x": "p", "y": "q", "split": 50, "fields": []}
    for when in ({**Q, "at_most": 10}, {"gap": {"high": P, "low": Q, "at_least": 10}}, {"factor": "h", "at_least": 1}):
        result = judge(made(when, profile=profile), {**LEVELS, "g.a": gone, "g.b": gone})
        assert kept(result) == {"f.do-b": DRAWS}


def test_a_figure_that_may_not_be_there_at_all_stays_as_it_is(build, judge):
    """At its lowest nothing of `q` applies, so no weight reaches that end."""
    later = build.indicator("later", levels=range(1, 5), applies_if={"context": "yes", "is": True})
    pack = build.pack(
        build.factor("f", build.indicator("b", actions=[build.action("do-b", 4)]), phase="p"),
        build.factor("g", later, phase="q"),
        phases=PHASES,
        context=[{"id": "yes", "type": "yesno", "text": "?"}],
        rules=[rule({**Q, "at_least": 40}, "f.b")],
    )
    result = judge(pack, {"f.b": 1})
    assert result.scores.phases["q"].present is None
    assert kept(result) == {"f.do-b": DRAWS}


def test_of_open_answers_the_lowest_and_highest_are_looked_at(made, judge):
    """With one of its two answers open, `q` is at most 50 under the weights of the pack."""
    open_ = {**LEVELS, "g.b": Answer(state="unknown")}
    result = judge(made({**Q, "at_most": 50}), open_)
    assert (result.scores.phases["q"].low, result.scores.phases["q"].high) == (0, 50)
    assert result.actions[0].id == "f.do-b"
    fires = 0
    for weights in weight_samples(result.pack, DRAWS):
        own = dict(zip(weights_of(result.pack), weights, strict=True))
        fires += 100 * own["g.b"] / (own["g.a"] + own["g.b"]) <= 50
    assert kept(result)["f.do-b"] == fires
    assert 0 < fires < DRAWS


def test_without_actions_nothing_is_counted(made, judge):
    assert kept(judge(made({**P, "at_least": 1}), {})) == {}


def test_the_order_is_worked_out_once_for_all_draws_that_compare_alike(made, judge, monkeypatch):
    found = []
    monkeypatch.setattr("mhscan.advice.rank_stability.run_rules", lambda *given: found.append(given) or ())
    kept(judge(made({**P, "at_least": 61}), LEVELS))
    assert len(found) == 2


def test_a_figure_that_is_sure_while_an_answer_is_open_is_drawn_over_what_is_possible(build, judge):
    """One of `b` and `c` applies, whichever: the mean is 50. The mean of what counts for sure is 100."""
    one = build.factor(
        "f",
        build.indicator("a"),
        build.indicator("b", applies_if={"context": "x", "is": True}),
        build.indicator("c", applies_if={"context": "x", "is": False}),
    )
    two = build.factor("g", *(build.indicator(name, actions=[build.action(f"do-{name}", 4)]) for name in "pq"))
    asked = [{"id": "x", "type": "yesno", "text": "X?"}]
    pack = build.pack(one, two, context=asked, rules=[rule({"factor": "f", "at_least": 80}, "g.q")])
    result = judge(pack, {"f.a": 4, "f.b": 0, "f.c": 0, "g.p": 1, "g.q": 1})
    figure = result.scores.figures["factor f"]
    assert (figure.low, figure.high, bool(figure.open)) == (50, 50, True)
    assert list(kept(result).values()) == [DRAWS, DRAWS]


def test_an_action_goes_first_in_the_draws_in_which_its_priority_holds(made, judge):
    priority = {"id": "p", "reason": "First.", "indicators": ["f.b"], "when": {**P, "at_least": 61}}
    result = judge(made(advice={"low": 1, "enough": 3, "priorities": [priority]}), LEVELS)
    holds = sum(p >= 61 for p, _q in means(result))
    assert result.actions[0].id == "f.do-b"
    assert kept(result)["f.do-b"] == holds
    assert 0 < holds < DRAWS


def test_an_action_is_there_in_the_draws_in_which_it_is_for_the_subject(build, judge):
    b = build.indicator("b", actions=[build.action("do-b", 4, applies_if={**P, "at_least": 61})])
    factors = [build.factor("f", build.indicator("a"), b, phase="p")]
    factors += [build.factor("g", build.indicator("a"), build.indicator("b"), phase="q")]
    result = judge(build.pack(*factors, phases=PHASES), LEVELS)
    assert [one.id for one in result.actions] == ["f.do-b"]
    assert kept(result) == {"f.do-b": sum(p >= 61 for p, _q in means(result))}
