"""Every single answer that would change the picture, against scoring anew."""

from __future__ import annotations

import pytest

from mhscan.advice.result import evaluate
from mhscan.advice.sensitivity import Shift, SingleChange, one_at_a_time
from mhscan.answers.model import Answer, CarriedBy
from mhscan.scoring.trees import headline_figures

PHASES = [{"id": "p", "title": "First"}, {"id": "q", "title": "Second"}]
FIELDS = [
    {"id": f"{x}-{y}", "x": x, "y": y, "label": f"{x} {y}", "text": "-"}
    for x in ("low", "high")
    for y in ("low", "high")
]
PROFILE = {"x": "p", "y": "q", "split": 50, "margin": 10, "fields": FIELDS}
YES = [{"id": "yes", "type": "yesno", "text": "?"}, {"id": "free", "type": "text", "text": "?"}]


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"context": "yes", "is": True})
    return build.pack(
        build.factor("f", build.indicator("one"), build.indicator("two"), phase="p"),
        build.factor("g", build.indicator("one"), later, phase="q"),
        phases=PHASES,
        profile=PROFILE,
        context=YES,
    )


KNOWN = {"f.one": 3, "f.two": 3, "g.one": 1, "g.later": 1, "context.yes": True}


def test_an_answer_that_moves_a_band_or_the_field_is_named_with_what_moves(pack, judge):
    found = {(one.key, one.value): one for one in one_at_a_time(judge(pack, KNOWN))}
    assert found["f.one", 0] == SingleChange(
        "f.one", "answered", 3, 0, False, (Shift("phase p", "high", "low"), Shift(None, "high-low", "low-low"))
    )
    assert found["g.one", 4].shifts == (Shift("phase q", "low", "high"), Shift(None, "high-low", "high-high"))
    assert ("f.one", 4) not in found
    assert ("g.one", 0) not in found


def test_a_step_is_the_next_level_up_or_down(pack, judge):
    found = one_at_a_time(judge(pack, {**KNOWN, "f.one": 2, "f.two": 2}))
    steps = {(one.key, one.value): one.step for one in found}
    assert steps["f.one", 1] is True
    assert steps["f.one", 0] is False


def test_an_open_answer_is_filled_in_and_is_no_step(pack, judge):
    found = {
        (one.key, one.value): one for one in one_at_a_time(judge(pack, {**KNOWN, "f.two": Answer(state="unknown")}))
    }
    assert found["f.two", 3].now is None
    assert found["f.two", 3].state == "unknown"
    assert found["f.two", 3].step is False
    assert found["f.two", 3].shifts == (Shift(None, None, "high-low"),)


def test_a_question_that_decides_whether_others_apply_counts_too(pack, judge):
    found = {(one.key, one.value): one for one in one_at_a_time(judge(pack, {**KNOWN, "g.one": 2, "g.later": 0}))}
    assert found["context.yes", False].shifts[0] == Shift("phase q", "low", "high")
    assert ("context.yes", True) not in found
    assert all(key != "context.free" for key, _value in found)


def test_what_does_not_apply_is_not_tried(pack, judge):
    answers = {**KNOWN, "context.yes": False, "f.one": Answer(state="not_applicable", reason="no")}
    keys = {one.key for one in one_at_a_time(judge(pack, answers))}
    assert "g.later" not in keys
    assert "f.one" not in keys


def test_the_list_is_that_of_scoring_anew_each_time(pack, judge, build):
    result = judge(pack, {"f.one": 2, "f.two": 3, "g.one": 2, "context.yes": True})

    def picture(one):
        field = one.profile.field.id if one.profile.field else None
        return [one.scores.phases["p"].band, one.scores.phases["q"].band, field]

    found = {(one.key, one.value) for one in one_at_a_time(result)}
    tried = [(key, level) for key in pack.places for level in range(5)] + [
        ("context.yes", True),
        ("context.yes", False),
    ]
    for key, value in tried:
        other = build.assessment(pack, {**result.assessment.answers, key: value})
        assert ((key, value) in found) == (picture(evaluate(pack, other)) != picture(result))


def test_without_phases_the_factors_are_watched(english_pack, build):
    assert list(headline_figures(english_pack)) == ["factor ashore", "factor afloat", "factor people"]
    pack = build.pack(build.factor("f", build.indicator("one")), phases=PHASES)
    assert headline_figures(pack) == {"phase p": "First", "phase q": "Second"}


OPTIONS = [{"id": one, "text": one} for one in "xyz"]
RICH = [
    {"id": "one", "type": "single", "text": "?", "options": OPTIONS},
    {"id": "count", "type": "number", "text": "?"},
    {"id": "then", "type": "date", "text": "?"},
    {"id": "word", "type": "text", "text": "?"},
    {"id": "inner", "type": "yesno", "text": "?", "applies_if": {"context": "one", "is": "x"}},
    {"id": "many", "type": "multi", "text": "?", "options": [{"id": f"o{n}", "text": "-"} for n in range(9)]},
]


@pytest.fixture
def rich(build, judge):
    """The context answers that would change the picture, by question, with what they would have to be."""

    def made(condition, answers):
        later = build.indicator("later", applies_if=condition)
        pack = build.pack(build.factor("f", build.indicator("base"), later, phase="p"), phases=PHASES[:1], context=RICH)
        found = one_at_a_time(judge(pack, {"f.base": 2, "f.later": 0, **answers}))
        return [(one.key, one.value) for one in found if one.key.startswith("context.")]

    return made


def test_one_value_of_each_kind_is_tried_for_a_context_question(rich):
    is_x = {"context": "one", "is": "x"}
    assert rich(is_x, {"context.one": "x"}) == [("context.one", "y")]
    assert rich(is_x, {"context.one": "z"}) == [("context.one", "x")]
    assert rich(is_x, {}) == [("context.one", "y")] or rich(is_x, {}) == [("context.one", "x")]
    assert rich({"context": "count", "at_least": 3}, {"context.count": 1}) == [("context.count", 3)]
    assert rich({"context": "count", "at_least": 3}, {"context.count": 7}) == [("context.count", 0)]


def test_a_value_that_nobody_can_type_is_not_tried(rich):
    is_day = {"context": "then", "is": "2026-01-01"}
    assert rich(is_day, {"context.then": "2026-01-01"}) == [("context.then", "2026-01-02")]
    assert rich(is_day, {"context.then": "2027-01-01"}) == [("context.then", "2026-01-01")]
    is_word = {"context": "word", "is": "a"}
    assert rich(is_word, {"context.word": "a"}) == []
    assert rich(is_word, {"context.word": "b"}) == [("context.word", "a")]


def test_a_context_question_that_does_not_apply_is_not_tried(rich):
    inner = {"context": "inner", "is": True}
    assert ("context.inner", True) not in rich(inner, {"context.one": "y", "context.inner": False})
    assert ("context.inner", True) in rich(inner, {"context.one": "x", "context.inner": False})
    gone = Answer(state="not_applicable", reason="no")
    assert all(key != "context.one" for key, _value in rich({"context": "one", "is": "x"}, {"context.one": gone}))


def test_a_question_with_too_many_answers_is_not_tried(rich):
    many = {"any": [{"context": "many", "has": f"o{n}"} for n in range(9)]}
    assert rich(many, {"context.many": ()}) == []


def test_who_carries_it_stays_as_it_was(build, judge):
    """`later` applies only if somebody else carries `base`; another level of `base` does not change that."""
    later = build.indicator("later", applies_if={"indicator": "f.base", "carried": "region"})
    pack = build.pack(build.factor("f", build.indicator("base"), later, phase="p"), phases=PHASES[:1])
    carried = Answer(state="answered", value=2, carried_by=CarriedBy(kind="region", name="Treaty"))
    found = one_at_a_time(judge(pack, {"f.base": carried, "f.later": 2}))
    assert [(one.key, one.value) for one in found] == [("f.base", 0), ("f.base", 1), ("f.later", 0), ("f.later", 1)]


def test_an_answer_to_a_question_that_decides_is_no_step(rich, build, judge):
    later = build.indicator("later", applies_if={"context": "yes", "is": True})
    pack = build.pack(build.factor("f", build.indicator("base"), later, phase="p"), phases=PHASES[:1], context=YES)
    found = one_at_a_time(judge(pack, {"f.base": 2, "f.later": 0, "context.yes": False}))
    assert [(one.key, one.step) for one in found if one.key == "context.yes"] == [("context.yes", False)]


def test_what_does_not_apply_does_not_end_the_list(build, judge):
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two"), phase="p"), phases=PHASES[:1])
    found = one_at_a_time(judge(pack, {"f.one": Answer(state="not_applicable", reason="no"), "f.two": 2}))
    assert {one.key for one in found} == {"f.two"}


def test_an_indicator_that_others_depend_on_is_tried_at_every_level(build, judge):
    """In the middle the bad answer counts that does not count at either end."""
    both = {"all": [{"indicator": "f.one", "at_least": 1}, {"indicator": "f.one", "at_most": 3}]}
    pack = build.pack(
        build.factor("f", build.indicator("one"), build.indicator("later", applies_if=both), phase="p"),
        build.factor("g", build.indicator("one"), phase="p"),
        phases=PHASES[:1],
    )
    found = one_at_a_time(judge(pack, {"f.one": 4, "f.later": 0, "g.one": 4}))
    assert [one.value for one in found if one.key == "f.one"] == []
    found = one_at_a_time(judge(pack, {"f.one": 4, "f.later": 0, "g.one": 2}))
    assert [one.value for one in found if one.key == "f.one"] == [0, 1, 2, 3]


def test_two_fields_of_the_same_name_have_nothing_between_them_that_is_passed_over(build, judge):
    """From low to high the profile has no field on the way, though both ends are called alike."""
    alike = [{**one, "id": one["y"]} for one in FIELDS]
    pack = build.pack(
        build.factor("f", build.indicator("one"), phase="p"),
        build.factor("g", build.indicator("one"), phase="q"),
        phases=PHASES,
        profile={**PROFILE, "fields": alike},
        bands=[{"id": "all", "label": "All", "from": 0}],
    )
    found = one_at_a_time(judge(pack, {"f.one": 0, "g.one": 4}))
    assert [(one.key, one.value) for one in found if one.key == "f.one"] == [("f.one", 2)]


def test_a_scale_that_falls_is_tried_by_what_its_levels_are_worth(build, judge):
    falling = {"levels": [{"level": n, "label": f"{n}", "score": worth} for n, worth in enumerate((50, 0, 100, 25))]}
    pack = build.pack(
        build.factor("f", build.indicator("one", levels=range(4), scale="odd"), phase="p"),
        phases=PHASES[:1],
        scales={"odd": falling},
    )
    found = one_at_a_time(judge(pack, {"f.one": 1}))
    assert [(one.value, one.step) for one in found] == [(0, True), (2, True)]


@pytest.mark.parametrize(
    ("answers", "left"),
    [({"f.tools.set": True}, {1, 2, 3, 4}), ({"f.tools.count": 4}, {0, 2})],
    ids=["set", "count"],
)
def test_only_levels_that_the_facts_leave_are_tried(build, judge, observed, answers, left):
    pack = build.pack(build.factor("f", observed(), phase="p"), phases=PHASES[:1])
    found = one_at_a_time(judge(pack, answers))
    assert {(one.key, one.value) for one in found} == {("f.tools", level) for level in left}
