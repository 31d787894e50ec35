"""What is advised applies, raises something, waits for nothing unseen where it is quick; no target counts on others."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.advice.actions import WAITS
from mhscan.advice.result import Result, evaluate
from mhscan.advice.targets import journey
from mhscan.advice.what_if import with_levels
from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack

NAMES = ("a", "b", "c", "d")
KEYS = [f"f.{name}" for name in NAMES]
DATE = "2026-05-01"
MODEL: dict[str, Any] = {
    "schema": "mhscan/model@1",
    "id": "small",
    "version": "1.0.0",
    "title": "Small",
    "language": "en",
    "subject": {"singular": "club", "plural": "clubs", "name": "Which?"},
    "scales": {"five": {"levels": [{"level": n, "label": str(n), "score": 25 * n} for n in range(5)]}},
    "coverage": {"minimum": 0.1},
    "bands": [{"id": "all", "label": "All", "from": 0}],
    "advice": {"low": 1, "enough": 3, "quick": {"efforts": ["small"], "terms": ["soon"]}},
    "privacy": {"free_text": "No names."},
    "efforts": [{"id": "small", "label": "small", "size": 1}, {"id": "large", "label": "large", "size": 3}],
    "terms": [{"id": "soon", "label": "soon", "size": 9}],
    "context": [{"id": "day", "type": "date", "text": "When?"}, {"id": "led", "type": "yesno", "text": "Led?"}],
    "moments": [
        {"id": "may", "label": "may", "date": "context.day", "otherwise": "june"},
        {"id": "june", "label": "j"},
    ],
    "carriers": [{"id": "region", "label": "region", "ask": "Which?"}],
    "factors": ["f"],
}
conditions = st.one_of(
    st.builds(
        lambda key, test, n: {"indicator": key, test: n}, st.sampled_from(KEYS), st.just("at_least"), st.integers(1, 3)
    ),
    st.builds(lambda key: {"indicator": key, "carried": "region"}, st.sampled_from(KEYS)),
    st.builds(lambda value: {"context": "led", "is": value}, st.booleans()),
)
variants = st.fixed_dictionaries(
    {"when": conditions}, optional={"title": st.just("Ask {carrier}"), "depends_on_others": st.booleans()}
)
actions = st.fixed_dictionaries(
    {"to": st.integers(1, 4), "effort": st.sampled_from(["small", "large"]), "term": st.just("soon")},
    optional={
        "applies_if": conditions,
        "requires": st.lists(conditions, max_size=1),
        "moment": st.sampled_from(["may", "june"]),
        "depends_on_others": st.booleans(),
        "variants": st.lists(variants, max_size=2),
    },
)


@st.composite
def results(draw: st.DrawFn, complete: bool = False) -> Result:
    """The result of answers to four indicators in aspects of every kind, some carried by somebody else."""
    aspects = [
        {"id": "x", "title": "Mean"},
        {"id": "y", "title": "Best", "combine": "best"},
        {"id": "z", "title": "Shown", "scored": False},
    ]
    made = []
    for name in NAMES:
        own = [
            {"id": f"{name}{n}", "title": f"Do {name}{n}", "steps": ["Begin."], **one}
            for n, one in enumerate(draw(st.lists(actions, max_size=3)))
        ]
        levels = [{"level": n, "text": f"{n}."} for n in range(5)]
        aspect = draw(st.sampled_from(["x", "y", "y", "z"]))
        head = {"id": name, "aspect": aspect, "scale": "five", "title": name, "question": f"{name}?"}
        made.append({**head, "levels": levels, "actions": own})
    factor = {"schema": "mhscan/factor@1", "id": "f", "title": "F", "aspects": aspects, "indicators": made}
    pack = Pack(Model.model_validate(MODEL), (Factor.model_validate(factor),), (), (), "0" * 64)
    level = st.integers(0, 4) if complete else st.none() | st.integers(0, 4)
    answers = {key: _answer(draw(level), draw(st.booleans())) for key in KEYS}
    given_ = {"context.day": ["2026-04-01", "2026-05-20", None], "context.led": [True, False, None]}
    for key, values in given_.items():
        value = draw(st.sampled_from(values))
        if value is not None:
            answers[key] = Answer(state="answered", value=value)
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="an-id",
        subject={"name": "Club"},
        date=DATE,
        pack=PackRef(id="small", version="1.0.0", sha256="0" * 64),
        questionnaire="full",
        respondent=Respondent(id="somebody"),
        answers=answers,
    )
    return evaluate(pack, assessment)


def _answer(level: int | None, carried: bool) -> Answer:
    if level is None:
        return Answer(state="unknown")
    by = CarriedBy(kind="region", name="The Union") if carried else None
    return Answer(state="answered", value=level, carried_by=by)


@settings(max_examples=200)
@given(results())
def test_an_advised_action_is_one_for_the_subject_and_one_for_its_indicator(result):
    conditions = result.scores.conditions
    for one in result.actions:
        assert one.action.to > one.level
        assert one.action.applies_if is None or conditions.evaluate(one.action.applies_if).value is not False
    assert len({one.place.id for one in result.actions}) == len(result.actions)


@settings(max_examples=200)
@given(results(complete=True))
def test_an_advised_action_raises_what_its_aspect_scores(result):
    for one in result.actions:
        key = f"f/{one.place.aspect.id}"
        after = evaluate(result.pack, with_levels(result.assessment, {one.place.id: one.action.to}))
        before, then = result.scores.aspects[key].point, after.scores.aspects[key].point
        assert before is not None
        assert then is not None
        assert then > before or not one.place.aspect.scored


@settings(max_examples=200)
@given(results())
def test_what_an_action_waits_for_stands_before_it_and_a_quick_win_waits_for_quick_wins_only(result):
    seen: dict[str, bool] = {}
    for one in result.actions:
        waits = [about for reason in one.reasons if reason.kind in WAITS for about in reason.about]
        assert not one.quick or all(seen.get(about) for about in waits)
        seen[one.id] = one.quick


@settings(max_examples=150)
@given(results(), st.dictionaries(st.sampled_from(KEYS), st.integers(1, 4), min_size=1))
def test_no_target_counts_on_others_and_what_is_up_to_them_is_named(result, targets):
    way = journey(result, targets)
    raised = {step.place.id: step.action.to for step in way.steps}
    assert set(way.others) == {key for key, why in way.out_of_reach.items() if why == "others"}
    assert not set(way.out_of_reach) & {key for key, to in raised.items() if to >= way.wanted.get(key, 9)}
    for others in way.others.values():
        assert others.action.depends_on_others
        assert "{" not in others.action.title
    for step in way.steps:
        assert step.action.variants or not step.action.depends_on_others
