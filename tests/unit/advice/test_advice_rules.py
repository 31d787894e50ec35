"""Rules fire, stay silent or cannot be decided; how serious they are follows from the source."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy

MODALITIES = [
    {"id": "must", "label": "required", "phrase": "It must.", "severity": "warning"},
    {"id": "may", "label": "possible", "phrase": "It may.", "severity": "notice"},
]


def rule(name, when, **more):
    return {"id": name, "title": name.title(), "when": when, "text": "Seen.", **more}


@pytest.fixture
def ruled(build, judge):
    def run(*rules, answers=None):
        source = build.claims(STRONG="must", WEAK="may")
        pack = build.pack(
            build.factor("f", build.indicator("one")), source=source, modalities=MODALITIES, rules=list(rules)
        )
        return judge(pack, answers or {}).rules

    return run


HIGH = {"indicator": "f.one", "at_least": 3}


@pytest.mark.parametrize(("answers", "value"), [({"f.one": 3}, True), ({"f.one": 2}, False), ({}, None)])
def test_a_rule_has_three_outcomes(ruled, answers, value):
    (result,) = ruled(rule("r", HIGH), answers=answers)
    assert result.outcome.value is value
    assert result.outcome.open == (frozenset() if answers else {"f.one"})


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({}, "notice"),
        ({"sources": ["WEAK"]}, "notice"),
        ({"sources": ["WEAK", "STRONG"]}, "warning"),
        ({"sources": ["STRONG"], "severity": "notice"}, "notice"),
        ({"severity": "warning"}, "warning"),
    ],
)
def test_a_rule_is_as_serious_as_it_says_or_as_its_strongest_claim(ruled, more, severity):
    assert ruled(rule("r", HIGH, **more))[0].severity == severity


def test_serious_rules_come_first_and_further_the_order_of_the_model_holds(ruled):
    rules = [rule(name, HIGH, severity=how) for name, how in zip("abcd", ["notice", "warning"] * 2, strict=True)]
    assert [result.rule.id for result in ruled(*rules)] == ["b", "d", "a", "c"]


def test_a_rule_names_each_answer_that_it_looks_at_once(ruled):
    (result,) = ruled(rule("r", {"all": [HIGH, {"not": HIGH}, {"indicator": "f.one", "state": "unknown"}]}))
    assert result.looks_at == ("f.one",)


HARBOUR = {
    "wheelchair-without-toilet": {"context.users": ("wheelchair",), "ashore.toilet": 0},
    "quay-ahead-of-water": {
        "context.steps": False,
        "ashore.slope": 2,
        "ashore.contrast": 2,
        "ashore.sound": 5,
        "ashore.toilet": 2,
        "ashore.seats": 2,
        "afloat.ramp": 0,
        "afloat.hoist": 1,
        "afloat.gangway": 1,
        "afloat.rescue": 1,
        "afloat.vests": 0,
        "context.users": (),
    },
    "nobody-trained": {"people.lead": 1, "people.course": 1, "context.lead": "volunteer"},
    "rescue-not-known": {"afloat.rescue": Answer(state="unknown")},
    "many-gaps-ashore": {f"ashore.{one}": 1 for one in ("slope", "contrast", "toilet", "seats")},
    "two-senses": {"ashore.sound": 1, "ashore.contrast": 1, "context.visitors": 20},
    "carried-elsewhere": {
        "afloat.hoist": Answer(state="answered", value=3, carried_by=CarriedBy(kind="district", name="Treaty"))
    },
}


def fired(result):
    return {one.rule.id for one in result.rules if one.outcome.value is True}


def test_every_rule_of_the_second_pack_has_a_case_here(english_pack):
    assert {one.id for one in english_pack.model.rules} == set(HARBOUR)


@pytest.mark.parametrize("wanted", HARBOUR)
def test_each_rule_of_the_second_pack_can_fire(english_pack, judge, wanted):
    assert wanted in fired(judge(english_pack, HARBOUR[wanted], subject={"code": "HB012", "berths": 20}))


def test_no_rule_of_the_second_pack_fires_without_answers(english_pack, judge):
    assert fired(judge(english_pack, {})) == set()


def test_a_third_sign_silences_a_rule_that_wants_exactly_two(english_pack, judge):
    result = judge(english_pack, {**HARBOUR["two-senses"], "context.visitors": 100})
    assert "two-senses" not in fired(result)
