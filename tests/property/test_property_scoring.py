"""Whatever a pack weighs and whatever was answered: what must hold for every score, held against slow references."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mhscan.advice.alternatives import alternatives
from mhscan.advice.open_answers import LEAST, MOST, OpenAnswer, find_out_first, open_answers
from mhscan.advice.profile import place_in_profile
from mhscan.advice.rank_stability import SHOWN, RankStability
from mhscan.advice.result import Result, evaluate
from mhscan.advice.sensitivity import Shift, SingleChange, one_at_a_time
from mhscan.advice.weight_sampling import sampled, weight_samples, weight_sampling
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.integrity.packs import load_pack
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.reports.data.result import to_document
from mhscan.reports.traces.build import trace
from mhscan.reports.views.trace import FigureTrace
from mhscan.scoring.compiled import Weights, weights_of
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.means import MEANS as MEANS_BY_NAME
from mhscan.scoring.rescoring import lens_figures, rescore
from mhscan.scoring.scores import Figure, band_of, score
from mhscan.scoring.trees import headline_figures

Spec = dict[str, Any]
WEIGHTS = st.sampled_from([1, 1, 2, 0.5, 0.3])
CONTEXT = ("c", "d")
RICH: dict[str, tuple[Any, ...]] = {"s": ("x", "y", "z"), "m": ((), ("x",), ("y",), ("x", "y")), "n": (0, 1, 2, 3)}
OPTIONS = [{"id": one, "text": one} for one in ("x", "y", "z")]
MEANS = ("arithmetic", "geometric", "minimum")
OVER = ("nested", "aspects", "indicators")
STARTS = st.lists(st.integers(1, 99), max_size=8, unique=True).map(lambda some: [0, *sorted(some)])
HARBOUR = Path(__file__).resolve().parents[1] / "packs" / "harbour"
MODEL = {
    "schema": "mhscan/model@1",
    "id": "made",
    "version": "1.0.0",
    "title": "Made up",
    "language": "en",
    "subject": {"singular": "club", "plural": "clubs", "name": "Which?"},
    "context": [
        *({"id": one, "type": "yesno", "text": "?"} for one in CONTEXT),
        {"id": "s", "type": "single", "text": "?", "options": OPTIONS},
        {"id": "m", "type": "multi", "text": "?", "options": OPTIONS[:2]},
        {"id": "n", "type": "number", "text": "?", "maximum": 3},
    ],
    "coverage": {"minimum": 0.4},
    "bands": [{"id": f"b{n}", "label": f"From {start}", "from": start} for n, start in enumerate((0, 33.3, 66))],
    "advice": {"low": 0, "enough": 2},
    "privacy": {"free_text": "-"},
}


@st.composite
def conditions(draw: st.DrawFn, earlier: list[tuple[str, int]], plain: bool = False) -> dict[str, Any]:
    """A condition on the context and on indicators that were asked before; a plain one looks at yes and no only."""
    tests = [st.builds(lambda one, yes: {"context": one, "is": yes}, st.sampled_from(CONTEXT), st.booleans())]
    if not plain:
        one_of_three = st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=3)
        tests += [
            one_of_three.map(lambda some: {"context": "s", "in": some}),
            st.sampled_from(["x", "y"]).map(lambda one: {"context": "m", "has": one}),
            st.builds(
                lambda how, n: {"context": "n", how: n}, st.sampled_from(["at_least", "at_most"]), st.integers(0, 4)
            ),
        ]
    if earlier:
        compare = st.sampled_from(["at_least", "at_most"])
        tests.append(
            st.builds(
                lambda one, how, level: {"indicator": one[0], how: level % one[1]},
                st.sampled_from(earlier),
                compare,
                st.integers(0, 3),
            )
        )
    test = st.one_of(tests)
    two_of_three = st.lists(test, min_size=3, max_size=3).map(
        lambda three: {"count_of": three, "at_least": 1, "at_most": 2}
    )
    return draw(
        st.one_of(
            test if plain else two_of_three,
            test,
            test.map(lambda one: {"not": one}),
            st.lists(test, min_size=2, max_size=2).map(lambda two: {"all": two}),
            st.lists(test, min_size=2, max_size=2).map(lambda two: {"any": two}),
        )
    )


@st.composite
def factors(draw: st.DrawFn, name: str, scales: dict[str, list[int]], earlier: list[tuple[str, int]], on: str) -> Spec:
    """A factor with one or two aspects and up to three indicators; `on` says what conditions may look at."""
    aspects = [
        {
            "id": f"a{n}",
            "title": "A",
            "weight": draw(WEIGHTS),
            "combine": draw(st.sampled_from(["mean", "mean", "best"])),
            "scored": draw(st.sampled_from([True, True, True, False])),
        }
        for n in range(draw(st.integers(1, 2)))
    ]
    indicators = []
    for n in range(draw(st.integers(1, 3))):
        scale = draw(st.sampled_from(sorted(scales)))
        levels = [{"level": level, "text": f"{level}"} for level in range(len(scales[scale]))]
        one = {"id": f"i{n}", "aspect": draw(st.sampled_from(aspects))["id"], "scale": scale, "levels": levels}
        one |= {"title": "I", "question": "?", "weight": draw(WEIGHTS)}
        if on and draw(st.booleans()):
            one["applies_if"] = draw(conditions(earlier if on == "all" else [], on == "context"))
        indicators.append(one)
        earlier.append((f"{name}.i{n}", len(levels)))
    head = {"schema": "mhscan/factor@1", "id": name, "title": name, "phase": draw(st.sampled_from([None, "p", "q"]))}
    return {**head, "weight": draw(WEIGHTS), "aspects": aspects, "indicators": indicators}


@st.composite
def specs(draw: st.DrawFn, on: str = "all", means: tuple[str, ...] = MEANS, over: tuple[str, ...] = OVER) -> Spec:
    """The data of a small pack."""
    scores = st.lists(st.integers(0, 100), min_size=2, max_size=4, unique=True).map(sorted)
    scales = {name: draw(scores) for name in ("s", "t")}
    earlier: list[tuple[str, int]] = []
    return {
        "scales": scales,
        "factors": [draw(factors(name, scales, earlier, on)) for name in ("f", "g", "h")[: draw(st.integers(1, 3))]],
        "phases": [{"id": one, "title": one, "weight": draw(WEIGHTS)} for one in ("p", "q")],
        "aggregate": {"over": draw(st.sampled_from(over)), "mean": draw(st.sampled_from(means)), "total": True},
    }


def pack_of(spec: Spec, rules: list[dict[str, Any]] | None = None, **more: Any) -> Pack:
    """The pack that the data stands for."""
    scales = {
        name: {"levels": [{"level": n, "label": "L", "score": one} for n, one in enumerate(scores)]}
        for name, scores in spec["scales"].items()
    }
    data = {"scales": scales, "phases": spec["phases"], "aggregate": spec["aggregate"], "rules": rules or [], **more}
    model = Model.model_validate({**MODEL, **data, "factors": [one["id"] for one in spec["factors"]]})
    return Pack(model, tuple(Factor.model_validate(one) for one in spec["factors"]), (), (), "0" * 64)


def keys_of_spec(spec: Spec) -> dict[str, int]:
    """Each indicator with the number of its levels."""
    return {f"{f['id']}.{i['id']}": len(i["levels"]) for f in spec["factors"] for i in f["indicators"]}


@st.composite
def answers(
    draw: st.DrawFn, spec: Spec, states: tuple[str, ...] = ("unknown", "skipped", "not_asked", "not_applicable")
) -> dict[str, Answer]:
    """Answers to some of the questions, the others in some state."""
    given_: dict[str, Answer] = {}
    for key, count in keys_of_spec(spec).items():
        level = st.integers(0, count - 1).map(lambda n: Answer(state="answered", value=n))
        other = st.sampled_from(states).map(lambda state: None if state == "not_asked" else Answer(state=state))
        chosen = draw(st.one_of(level, level, other) if states else level)
        given_ |= {key: chosen} if chosen else {}
    return given_ | draw(contexts())


@st.composite
def contexts(draw: st.DrawFn) -> dict[str, Answer]:
    """Answers to some of the context questions."""
    found: dict[str, Any] = {f"context.{one}": draw(st.sampled_from([True, False, None])) for one in CONTEXT}
    found |= {f"context.{one}": draw(st.sampled_from([*values, None, None])) for one, values in RICH.items()}
    return {key: Answer(state="answered", value=one) for key, one in found.items() if one is not None}


def judged(pack: Pack, given_: dict[str, Answer]) -> Result:
    """What the answers come to."""
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="x",
        subject={"name": "X"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version="1.0.0", sha256=pack.sha256),
        questionnaire="all",
        respondent=Respondent(id="x"),
        answers=given_,
    )
    return evaluate(pack, assessment)


def figures(result: Result) -> dict[str, Figure]:
    """Every figure of a result by its kind and id."""
    scores = result.scores
    kinds = {"aspect": scores.aspects, "factor": scores.factors, "phase": scores.phases}
    found = {f"{kind} {key}": one for kind, some in kinds.items() for key, one in some.items()}
    assert scores.total is not None
    return {**found, "total": scores.total}


@settings(max_examples=60)
@given(st.data())
def test_every_score_lies_in_its_range_and_every_range_between_0_and_100(data: st.DataObject) -> None:
    spec = data.draw(specs())
    result = judged(pack_of(spec), data.draw(answers(spec)))
    for one in figures(result).values():
        assert 0 <= one.low <= one.high <= 100
        for point in (one.point, one.part.point):
            assert point is None or one.low <= point <= one.high
        assert (one.band is None) == (one.point is None)
        assert one.point is None or one.band == band_of(result.pack, one.point)


@settings(max_examples=60)
@given(st.data())
def test_a_score_is_shown_only_with_enough_answers(data: st.DataObject) -> None:
    spec = data.draw(specs())
    for one in figures(judged(pack_of(spec), data.draw(answers(spec)))).values():
        share = one.coverage.of_model
        assert one.coverage.answered <= one.coverage.model
        assert one.point is None or (share is not None and share >= Fraction(2, 5))
        assert (one.status == "not_applicable") == (one.coverage.model == 0)


@settings(max_examples=60)
@given(st.data())
def test_a_better_answer_never_lowers_a_score_a_range_or_a_band(data: st.DataObject) -> None:
    """Without conditions: a better answer may well make a question apply that is answered badly."""
    spec = data.draw(specs(on=""))
    pack, before = pack_of(spec), data.draw(answers(spec))
    levels = {
        key: one.value for key, one in before.items() if one.state == "answered" and not key.startswith("context.")
    }
    assume(levels)
    key = data.draw(st.sampled_from(sorted(levels)))
    better = data.draw(st.integers(int(levels[key]), keys_of_spec(spec)[key] - 1))  # type: ignore[arg-type]
    old, new = (figures(judged(pack, one)) for one in (before, {**before, key: Answer(state="answered", value=better)}))
    bands = list(pack.model.bands)
    for name, one in old.items():
        assert new[name].low >= one.low
        assert new[name].high >= one.high
        assert (new[name].point is None) == (one.point is None)
        assert one.point is None or new[name].point >= one.point  # type: ignore[operator]
        assert one.band is None or bands.index(new[name].band) >= bands.index(one.band)  # type: ignore[arg-type]


def completions(spec: Spec, given_: dict[str, Answer], more: str = "") -> list[dict[str, Answer]]:
    """Every way to answer what is open and is looked at (also by `more`), up to a number that a test can bear."""
    open_ = {
        key: range(n)
        for key, n in keys_of_spec(spec).items()
        if key not in given_ or given_[key].state in ("unknown", "skipped")
    }
    asked = {f"context.{one}": (True, False) for one in CONTEXT} | {f"context.{one}": RICH[one] for one in RICH}
    looked_at = json.dumps(spec) + more
    choices: dict[str, Any] = {
        **open_,
        **{
            key: values
            for key, values in asked.items()
            if key not in given_ and f'"context": "{key.removeprefix("context.")}"' in looked_at
        },
    }
    assume(prod(len(one) for one in choices.values()) <= 150)
    ways = product(*choices.values())
    return [
        {**given_, **{key: Answer(state="answered", value=one) for key, one in zip(choices, way, strict=True)}}
        for way in ways
    ]


@settings(max_examples=60)
@given(st.data())
def test_however_the_open_questions_are_answered_every_score_stays_inside_its_range(data: st.DataObject) -> None:
    spec = data.draw(specs())
    pack, before = pack_of(spec), data.draw(answers(spec))
    ranges = figures(judged(pack, before))
    for after in completions(spec, before):
        for name, one in figures(judged(pack, after)).items():
            if one.part.point is None:
                assert ranges[name].present is not True
            else:
                assert ranges[name].present is not False
                assert ranges[name].low <= one.part.point <= ranges[name].high


@settings(max_examples=150)
@given(st.data())
def test_a_range_is_exactly_that_of_every_way_to_complete_the_answers(data: st.DataObject) -> None:
    """Also where open answers decide which questions apply. The geometric mean is rounded to nine decimals."""
    spec = data.draw(specs())
    pack, before = pack_of(spec), data.draw(answers(spec))
    ends = [figures(judged(pack, after)) for after in completions(spec, before)]
    for name, one in figures(judged(pack, before)).items():
        points = [end[name].part.point for end in ends]
        found = [point for point in points if point is not None]
        assert one.exact
        assert one.present is (None if found and len(found) < len(points) else bool(found))
        if found:
            assert abs(one.low - min(found)) <= Fraction(2, 10**9)
            assert abs(one.high - max(found)) <= Fraction(2, 10**9)
            assert spec["aggregate"]["mean"] == "geometric" or (one.low, one.high) == (min(found), max(found))


@settings(max_examples=40)
@given(st.data())
def test_a_group_of_a_lens_has_the_range_of_every_way_to_complete_the_answers(data: st.DataObject) -> None:
    spec = data.draw(specs())
    keys = data.draw(st.lists(st.sampled_from(sorted(keys_of_spec(spec))), min_size=1, unique=True))
    groups = [
        {"id": "g", "title": "G", "indicators": keys},
        {"id": "all", "title": "A", "indicators": [*keys_of_spec(spec)]},
    ]
    lens = {"id": "l", "title": "L", "text": {"text": "-"}, "groups": groups}
    pack, before = pack_of(spec, lenses=[lens]), data.draw(answers(spec))

    def of(given_: dict[str, Answer]) -> dict[str, Figure]:
        result = judged(pack, given_)
        return lens_figures(pack, result.scores)

    ends = [of(after) for after in completions(spec, before)]
    for name, one in of(before).items():
        points = [end[name].part.point for end in ends]
        found = [point for point in points if point is not None]
        assert one.present is (None if found and len(found) < len(points) else bool(found))
        if found:
            assert abs(one.low - min(found)) <= Fraction(2, 10**9)
            assert abs(one.high - max(found)) <= Fraction(2, 10**9)


@settings(max_examples=80)
@given(st.data())
def test_changing_one_answer_gives_what_scoring_anew_gives(data: st.DataObject) -> None:
    spec = data.draw(specs())
    pack, given_ = pack_of(spec), data.draw(answers(spec))
    before = judged(pack, given_)
    key, count = data.draw(st.sampled_from(sorted(keys_of_spec(spec).items())))
    values: dict[str, Any] = {key: data.draw(st.integers(0, count - 1)), "context.c": data.draw(st.booleans())}
    for one, value in values.items():
        facts = before.facts.having(one, Fact("answered", value))
        after = rescore(pack, facts, before.scores, one)
        # What was not asked counts as asked once it is answered; here the questionnaire asks all.
        anew = score(pack, facts, frozenset(pack.places))
        assert after.figures == anew.figures
        assert after.indicators == anew.indicators


@settings(max_examples=50)
@given(st.data())
def test_another_way_to_make_a_score_gives_what_scoring_anew_gives(data: st.DataObject) -> None:
    pack = pack_of(spec := data.draw(specs()), profile=data.draw(profiles()))
    result = judged(pack, data.draw(answers(spec)))
    for one in alternatives(result):
        aggregate = pack.model.aggregate.model_copy(update={"over": one.over, "mean": one.mean})
        other = replace(pack, model=pack.model.model_copy(update={"aggregate": aggregate}))
        scores = score(other, result.facts, frozenset(pack.places))
        assert one.figures == {f"phase {key}": figure for key, figure in scores.phases.items()}
        assert one.profile == place_in_profile(pack, scores.phases)


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, Any]:
    """A profile over the two phases; perhaps without one of its fields."""
    ends = ("low", "high")
    fields = [{"id": f"{x}-{y}", "x": x, "y": y, "label": "-", "text": "-"} for x in ends for y in ends]
    missing = draw(st.sampled_from([0, 0, 1]))
    split, margin = draw(st.integers(10, 90)), draw(st.sampled_from([0, 5, 20]))
    return {"x": "p", "y": "q", "split": split, "margin": margin, "fields": fields[missing:]}


def picture_of(pack: Pack, facts: Facts) -> dict[str | None, str | None]:
    """The bands of the phases and the field, worked out anew."""
    scores = score(pack, facts, frozenset(pack.places))
    place = place_in_profile(pack, scores.phases)
    bands = {f"phase {key}": one.band.id if one.band else None for key, one in scores.phases.items()}
    return {**bands, None: place.field.id if place and place.field else None}


@settings(max_examples=80)
@given(st.data())
def test_the_single_answers_that_change_the_picture_are_those_of_trying_every_level(data: st.DataObject) -> None:
    spec = data.draw(specs())
    bands = [{"id": f"b{n}", "label": "B", "from": start} for n, start in enumerate(data.draw(STARTS))]
    pack = pack_of(spec, profile=data.draw(profiles()), bands=bands)
    result = judged(pack, data.draw(answers(spec)))
    before, wanted = picture_of(pack, result.facts), []
    for key, one in result.scores.indicators.items():
        for level in range(len(one.place.indicator.levels) if one.state != "not_applicable" else 0):
            after = picture_of(pack, result.facts.having(key, Fact("answered", level)))
            shifts = tuple(Shift(name, old, after[name]) for name, old in before.items() if old != after[name])
            if level != one.level and shifts:
                step = one.level is not None and abs(level - one.level) == 1
                wanted.append(SingleChange(key, one.fact.state, one.fact.value, level, step, shifts))
    assert [one for one in one_at_a_time(result) if not one.key.startswith("context.")] == wanted


@st.composite
def rules(draw: st.DrawFn, spec: Spec) -> list[dict[str, Any]]:
    """Rules over answers, counts and scores."""
    keys = [*keys_of_spec(spec).items()]
    names = [one["id"] for one in spec["factors"]]
    score = st.builds(
        lambda of, how, least: {**of, how: least},
        st.sampled_from([*({"factor": one} for one in names), {"phase": "p"}]),
        st.sampled_from(["at_least", "at_most"]),
        st.integers(0, 100),
    )
    each = st.builds(
        lambda one, level, least, most: {"count_of": {**one, "at_least": level}, "at_least": least, "at_most": most},
        st.sampled_from([{"factor": names[0]}, {"phase": "q"}, {}]),
        st.integers(0, 3),
        st.integers(0, 2),
        st.integers(1, 4),
    )
    one = st.one_of(conditions(keys), score, each)
    several = st.lists(one, min_size=2, max_size=3)
    whens = st.one_of(
        one, several.map(lambda all_: {"all": all_}), several.map(lambda some: {"count_of": some, "at_least": 2})
    )
    return [{"id": "r", "title": "R", "text": "-", "when": draw(whens)}]


@settings(max_examples=60)
@given(st.data())
def test_a_rule_that_is_decided_stays_so_however_the_open_questions_are_answered(data: st.DataObject) -> None:
    spec = data.draw(specs())
    rule = data.draw(rules(spec))
    pack, before = pack_of(spec, rule), data.draw(answers(spec))
    (decided,) = judged(pack, before).rules
    ends = [judged(pack, after).rules[0].outcome for after in completions(spec, before, json.dumps(rule))]
    assert ends
    assert all(one.value is not None for one in ends)
    assert decided.outcome.value is None or {one.value for one in ends} == {decided.outcome.value}
    assert (decided.outcome.value is None) == bool(decided.outcome.open)


@settings(max_examples=100)
@given(st.data())
def test_a_rule_over_answers_is_undecided_only_while_it_can_go_both_ways(data: st.DataObject) -> None:
    spec = data.draw(specs())
    whens = st.lists(conditions([*keys_of_spec(spec).items()]), min_size=1, max_size=3)
    rule = [{"id": "r", "title": "R", "text": "-", "when": {"all": data.draw(whens)}}]
    pack, before = pack_of(spec, rule), data.draw(answers(spec))
    (decided,) = judged(pack, before).rules
    ends = {judged(pack, after).rules[0].outcome.value for after in completions(spec, before, json.dumps(rule))}
    assert ends == ({True, False} if decided.outcome.value is None else {decided.outcome.value})


@settings(max_examples=60)
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_answers_changes_nothing(data: st.DataObject, chance: random.Random) -> None:
    spec = data.draw(specs())
    pack, first = pack_of(spec), data.draw(answers(spec))
    items = list(first.items())
    chance.shuffle(items)
    assert to_document(judged(pack, first)) == to_document(judged(pack, dict(items)))


@settings(max_examples=60)
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_factors_changes_no_figure(data: st.DataObject, chance: random.Random) -> None:
    spec = data.draw(specs())
    given_ = data.draw(answers(spec))
    other = {**spec, "factors": chance.sample(spec["factors"], len(spec["factors"]))}
    assert figures(judged(pack_of(spec), given_)) == figures(judged(pack_of(other), given_))


@settings(max_examples=10)
@given(st.permutations(["aa", "mm", "zz"]))
def test_the_names_of_the_files_of_factors_change_nothing(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(HARBOUR, Path(folder) / "pack"))
        for old, new in zip(("ashore", "afloat", "people"), names, strict=True):
            (copy / "factors" / f"{old}.yaml").rename(copy / "factors" / f"{new}.yaml")
        renamed, plain = load_pack(copy), load_pack(HARBOUR)
    assert renamed.sha256 == plain.sha256
    assert [one.id for one in renamed.factors] == [one.id for one in plain.factors]


@settings(max_examples=60)
@given(st.data())
def test_an_answer_that_is_changed_there_and_back_changes_nothing(data: st.DataObject) -> None:
    spec = data.draw(specs())
    pack, first = pack_of(spec), data.draw(answers(spec))
    there = {**first, "context.c": Answer(state="answered", value=data.draw(st.booleans()))}
    judged(pack, there)
    back = {key: one for key, one in there.items() if key != "context.c"}
    back |= {key: one for key, one in first.items() if key == "context.c"}
    assert to_document(judged(pack, back)) == to_document(judged(pack, first))


DRAWS = 15


@st.composite
def advising(draw: st.DrawFn, spec: Spec) -> tuple[Spec, dict[str, Any]]:
    """A spec of which the indicators have actions, and what its model has that looks at scores."""
    chance = random.Random(draw(st.integers(0, 10**6)))
    made = json.loads(json.dumps(spec))
    some = st.sampled_from([{"phase": "p"}, {"phase": "q"}, *({"factor": one["id"]} for one in made["factors"])])
    keys = [f"{factor['id']}.{one['id']}" for factor in made["factors"] for one in factor["indicators"]]
    limit = st.one_of(st.integers(0, 100), st.sampled_from([33.3, 66.7]))
    tests = st.builds(lambda of, how, n: {**of, how: n}, some, st.sampled_from(["at_least", "at_most"]), limit)
    gaps = st.builds(lambda a, b, n: {"gap": {"high": a, "low": b, "at_least": n}}, some, some, st.integers(0, 40))
    for factor in made["factors"]:
        for one in factor["indicators"]:
            action = {"id": f"do-{one['id']}", "to": len(one["levels"]) - 1, "title": "Do", "steps": ["Begin."]}
            one["actions"] = [{**action, "requires": draw(st.lists(tests, max_size=1))}]
    whens = draw(st.lists(st.one_of(tests, gaps, gaps.map(lambda one: {"not": one})), max_size=3))
    rules = [
        {"id": f"r{n}", "title": "R", "text": "-", "when": when, "remedies": [{"indicator": chance.choice(keys)}]}
        for n, when in enumerate(whens)
    ]
    return made, {"rules": rules, "profile": draw(profiles()), "robustness": {"spread": draw(SPREADS)}}


SPREADS = st.sampled_from([0.1, 0.5, 0.9])


def weighed(spec: Spec, weights: dict[str, float]) -> Spec:
    """The spec with other weights."""
    made = json.loads(json.dumps(spec))
    for factor in made["factors"]:
        factor["weight"] = weights.get(f"factor {factor['id']}", factor["weight"])
        for aspect in factor["aspects"]:
            aspect["weight"] = weights[f"aspect {factor['id']}/{aspect['id']}"]
        for one in factor["indicators"]:
            one["weight"] = weights[f"{factor['id']}.{one['id']}"]
    return dict(made)


@settings(max_examples=60)
@given(st.data())
def test_each_draw_gives_what_a_pack_with_its_weights_gives(data: st.DataObject) -> None:
    """Where nothing is open, since a range keeps the completion that it has under the weights of the pack."""
    spec, more = data.draw(advising(data.draw(specs(on=""))))
    pack, given_ = pack_of(spec, **more), data.draw(answers(spec, states=()))
    result = judged(pack, given_)
    first, bands, places = [one.id for one in result.actions[:SHOWN]], Counter[str](), Counter[str]()
    for weights in weight_samples(pack, DRAWS):
        other = judged(pack_of(weighed(spec, dict(zip(weights_of(pack), weights, strict=True))), **more), given_)
        kept = {key for key, one in result.scores.phases.items() if one.band == other.scores.phases[key].band}
        bands.update(f"phase {key}" for key in kept)
        places.update(one for one, now in zip(first, other.actions, strict=False) if one == now.id)
    found_bands, found_places = weight_sampling(result, DRAWS)
    assert {name: one.kept for name, one in found_bands.items()} == {name: bands[name] for name in found_bands}
    assert {name: one.kept for name, one in found_places.items()} == {name: places[name] for name in first}


class _Checked(RankStability):
    """Finds the order anew in every sample, whatever was seen before."""

    def see(self, weights: Weights) -> None:
        before = dict(self._seen)
        super().see(weights)
        (seen,) = (key for key, times in self._seen.items() if times != before.get(key, 0))
        assert self._orders[seen] == self._order(self._scores(weights))


@settings(max_examples=60)
@given(st.data())
def test_draws_that_compare_alike_have_the_same_order(data: st.DataObject) -> None:
    spec, more = data.draw(advising(data.draw(specs())))
    pack = pack_of(spec, **more)
    result = judged(pack, data.draw(answers(spec)))
    assume(result.actions)
    assert sampled(result, DRAWS, _Checked(result))[0] == weight_sampling(result, DRAWS)[1]


def holds(condition: dict[str, Any], given_: dict[str, Answer]) -> bool:
    """A condition on the context, all of which is known."""
    if "not" in condition:
        return not holds(condition["not"], given_)
    if "all" in condition or "any" in condition:
        found = [holds(one, given_) for one in condition.get("all", condition.get("any"))]
        return all(found) if "all" in condition else any(found)
    return given_[f"context.{condition['context']}"].value is condition["is"]


Triple = tuple[Fraction | None, Fraction | None, Fraction | None]
"""The lowest, the known and the highest value of something; nothing where it has none."""


def mean_of(known: list[tuple[Fraction, Fraction]], how: str) -> Fraction | None:
    """One value out of several, by the plain formula; a geometric mean as a float would have it."""
    if not known:
        return None
    weights = sum(w for _v, w in known)
    if how == "arithmetic":
        return sum((v * w for v, w in known), Fraction(0)) / weights
    if how == "geometric":
        return Fraction(prod(float(v) ** (float(w) / float(weights)) for v, w in known))
    return min(v for v, _w in known) if how == "minimum" else max(v for v, _w in known)


Children = list[tuple[Triple, Fraction]]


def together(children: Children, how: str = "arithmetic") -> Triple:
    """The mean of what counts, at its lowest, as known, and at its highest."""
    low, known, high = (
        mean_of([(value, w) for child, w in children if (value := child[at]) is not None], how) for at in range(3)
    )
    if low is not None and known is not None and high is not None:
        known = min(max(known, low), high)
    return low, known, high


def of_indicator(spec: Spec, key: str, one: Spec, given_: dict[str, Answer]) -> Triple:
    """What an indicator is worth, by its scale."""
    answer = given_.get(key, Answer(state="skipped"))
    scores = [Fraction(score) for score in spec["scales"][one["scale"]]]
    if answer.state == "not_applicable" or not holds(one.get("applies_if", {"all": []}), given_):
        return None, None, None
    if answer.state == "answered":
        return (scores[int(answer.value)],) * 3  # type: ignore[arg-type]
    return min(scores), None, max(scores)


def slow(spec: Spec, given_: dict[str, Answer]) -> dict[str, Triple]:
    """All figures by the formulas, written down plainly."""
    how, over = spec["aggregate"]["mean"], spec["aggregate"]["over"]
    found: dict[str, Triple] = {}
    under: dict[str, Children] = {}
    for factor in spec["factors"]:
        aspects: Children = []
        parts: Children = []
        for aspect in factor["aspects"]:
            own = [one for one in factor["indicators"] if one["aspect"] == aspect["id"]]
            values = [(of_indicator(spec, f"{factor['id']}.{one['id']}", one, given_), weight(one)) for one in own]
            best = aspect["combine"] == "best"
            figure = together(values, "best" if best else how)
            found[f"aspect {factor['id']}/{aspect['id']}"] = figure
            if aspect["scored"]:
                aspects.append((figure, weight(aspect)))
                parts += [(figure, weight(aspect))] if best or over != "indicators" else values
        found[f"factor {factor['id']}"] = together(parts, how)
        under[factor["id"]] = [(found[f"factor {factor['id']}"], weight(factor))] if over == "nested" else parts
    for phase in spec["phases"]:
        members = [one["id"] for one in spec["factors"] if one["phase"] == phase["id"]]
        found[f"phase {phase['id']}"] = together([part for one in members for part in under[one]], how)
    loose = [one["id"] for one in spec["factors"] if over != "nested" or one["phase"] is None]
    top = [part for one in loose for part in under[one]]
    top += [(found[f"phase {one['id']}"], weight(one)) for one in spec["phases"] if over == "nested"]
    return {**found, "total": together(top, how)}


def weight(one: Spec) -> Fraction:
    """The weight of something, as exact as it was written."""
    return Fraction(str(one["weight"]))


@settings(max_examples=120)
@given(st.data())
def test_every_figure_is_that_of_a_slow_and_plain_implementation(data: st.DataObject) -> None:
    spec = data.draw(specs(on="context"))
    given_ = data.draw(answers(spec))
    given_ |= {f"context.{one}": Answer(state="answered", value=data.draw(st.booleans())) for one in CONTEXT}
    wanted = slow(spec, given_)
    slack = Fraction(1, 10**6) if spec["aggregate"]["mean"] == "geometric" else 0
    for name, one in figures(judged(pack_of(spec), given_)).items():
        low, known, high = wanted[name]
        assert (one.part.point is None) == (known is None)
        for value, found in ((low or 0, one.low), (known or 0, one.part.point or 0), (high or 0, one.high)):
            assert abs(value - found) <= slack


def traced_again(figure: FigureTrace) -> Fraction | None:
    """A figure worked out anew from nothing but its trace."""
    pairs = []
    for part in figure.parts:
        if isinstance(part, FigureTrace):
            assert traced_again(part) == (None if part.point is None else Fraction(part.point))
        elif not part.counts:
            continue
        if part.point is not None:
            pairs.append((Fraction(part.point), Fraction(part.weight)))
    if not pairs:
        return None
    return min(max(MEANS_BY_NAME[figure.mean](pairs), Fraction(figure.low)), Fraction(figure.high))


@settings(max_examples=60)
@given(st.data())
def test_a_trace_gives_the_same_figure_again(data: st.DataObject) -> None:
    spec = data.draw(specs())
    result = judged(pack_of(spec), data.draw(answers(spec)))
    for name, one in result.scores.figures.items():
        found = trace(result, name, "internal")
        assert found is not None
        assert found.figure is not None
        assert traced_again(found.figure) == one.part.point
        assert (Fraction(found.figure.low), Fraction(found.figure.high)) == (one.low, one.high)


def test_the_second_pack_agrees_with_the_slow_implementation_on_full_answers() -> None:
    pack = load_pack(HARBOUR)
    spec = {
        "scales": {name: [one.score for one in scale.levels] for name, scale in pack.model.scales.items()},
        "factors": [json.loads(one.model_dump_json(by_alias=True)) for one in pack.factors],
        "phases": [],
        "aggregate": {"mean": "arithmetic", "over": "nested"},
    }
    for factor in spec["factors"]:
        for one in factor["indicators"]:
            one["applies_if"] = {"all": []}
    chance = random.Random(7)
    for _round in range(20):
        levels = {key: chance.choice(place.indicator.levels).level for key, place in pack.places.items()}
        levels |= {"ashore.lift": 4, "ashore.lift-check": 2, "afloat.rescue": 3}
        context = {"context.steps": True, "context.lead": "master", "context.users": ("wheelchair",)}
        given_ = {key: Answer(state="answered", value=one) for key, one in (levels | context).items()}
        steps = {
            key: Answer(state="answered", value=[one.level for one in pack.places[key].indicator.levels].index(level))
            for key, level in levels.items()
        }
        wanted, scores = slow(spec, steps), judged(pack, given_).scores
        assert scores.total is not None
        assert scores.total.point == wanted["total"][1]
        assert {key: one.point for key, one in scores.factors.items()} == {
            key: wanted[f"factor {key}"][1] for key in ("ashore", "afloat", "people")
        }


# Which open answers decide most --------------------------------------------------------------------------------------


def filled_in(spec: Spec, pack: Pack, before: dict[str, Answer], key: str) -> list[Result]:
    """What the answers come to with each answer to one question."""
    rich: dict[str, tuple[Any, ...]] = {**RICH, **dict.fromkeys(CONTEXT, (True, False))}
    name = key.removeprefix("context.")
    values = rich[name] if key.startswith("context.") else range(keys_of_spec(spec)[key])
    return [judged(pack, {**before, key: Answer(state="answered", value=one)}) for one in values]


def widths(result: Result) -> list[Fraction]:
    """How wide the range of each leading figure is."""
    leading = [result.scores.figures[name] for name in headline_figures(result.pack)]
    return [one.high - one.low for one in leading]


def settled(result: Result, keys: set[str]) -> set[str]:
    """Those of some questions of which it is certain whether they apply."""
    indicators, conditions = result.scores.indicators, result.scores.conditions
    applies = {key: indicators[key].applies if key in indicators else conditions.applies(key) for key in keys}
    return {key for key, outcome in applies.items() if outcome.value is not None}


@settings(max_examples=60)
@given(st.data())
def test_an_open_answer_is_named_only_for_what_it_does_decide_by_itself(data: st.DataObject) -> None:
    spec = data.draw(specs())
    pack, before = pack_of(spec, data.draw(rules(spec))), data.draw(answers(spec))
    now = judged(pack, before)
    for one in open_answers(now):
        tries = filled_in(spec, pack, before, one.key)
        assert now.facts.get(one.key).state not in ("answered", "not_applicable")
        assert any(one.measures)
        assert bool(one.points) == any(widths(then) != widths(now) for then in tries)
        for rule in one.rules:
            found = [next(each for each in then.rules if each.rule.id == rule).outcome.value for then in tries]
            assert any(value is not None for value in found)
        assert all(any(settled(then, {key}) for then in tries) for key in one.questions)


@settings(max_examples=60)
@given(st.data())
def test_an_open_answer_that_can_move_nothing_is_never_named(data: st.DataObject) -> None:
    spec = data.draw(specs())
    pack, before = pack_of(spec, data.draw(rules(spec))), data.draw(answers(spec))
    now = judged(pack, before)
    named = {one.key for one in open_answers(now)}
    open_ = {*pack.context, *pack.places} - before.keys()
    for key in open_ - named:
        tries = filled_in(spec, pack, before, key)
        assert all(widths(then) == widths(now) for then in tries)
        assert all(settled(then, open_ - {key}) == settled(now, open_ - {key}) for then in tries)


@settings(max_examples=40)
@given(st.data())
def test_what_to_find_out_first_hangs_on_no_order_and_is_three_to_five(data: st.DataObject) -> None:
    spec = data.draw(specs())
    pack, before = pack_of(spec, data.draw(rules(spec))), data.draw(answers(spec))
    first = find_out_first(judged(pack, before))
    shuffled = data.draw(st.permutations(sorted(before)))
    assert find_out_first(judged(pack, {key: before[key] for key in shuffled})) == first
    every: dict[str, OpenAnswer] = {one.key: one for one in open_answers(judged(pack, before))}
    assert min(len(every), LEAST) <= len(first) <= MOST
    assert all(every[one.key] == one for one in first)
