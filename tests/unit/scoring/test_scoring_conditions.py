"""Conditions have three outcomes; an open answer decides only where it can."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from pydantic import TypeAdapter

from mhscan.answers.model import Answer, CarriedBy
from mhscan.conditions import Condition
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.coverage import CoverageShare
from mhscan.scoring.facts import Fact, Facts, gather
from mhscan.scoring.means import WeightedPart
from mhscan.scoring.outcomes import FALSE, TRUE, conjunction, disjunction, negate, unsaid
from mhscan.scoring.scores import Figure

ANY = TypeAdapter(Condition)
UNKNOWN, SKIPPED = Answer(state="unknown"), Answer(state="skipped")
NOT_HERE = Answer(state="not_applicable", reason="no")
BY_DISTRICT = Answer(state="answered", value=3, carried_by=CarriedBy(kind="district", name="Treaty"))
LEAD = [{"id": "me", "text": "I"}, {"id": "you", "text": "You"}]
USERS = [{"id": "old", "text": "Old"}, {"id": "young", "text": "Young"}]
CONTEXT = [
    {"id": "lead", "type": "single", "text": "Who?", "options": LEAD},
    {"id": "users", "type": "multi", "text": "Whom?", "options": USERS},
    {"id": "steps", "type": "yesno", "text": "Steps?"},
    {"id": "count", "type": "number", "text": "How many?"},
    {"id": "lift", "type": "yesno", "text": "A lift?", "applies_if": {"context": "steps", "is": True}},
    {"id": "lifts", "type": "number", "text": "How many?", "applies_if": {"context": "steps", "is": True}},
    {"id": "opened", "type": "date", "text": "When?"},
]
SUBJECT = {
    "singular": "club",
    "plural": "clubs",
    "name": "Which?",
    "fields": [{"id": "size", "type": "number", "text": "?"}],
}
OUTCOMES = {True: TRUE, False: FALSE, None: unsaid(["x"])}


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"indicator": "f.one", "at_least": 2})
    last = build.indicator("last", applies_if={"indicator": "f.later", "at_least": 1})
    return build.pack(
        build.factor("f", build.indicator("one"), later, last, phase="p"),
        build.factor("g", build.indicator("one"), build.indicator("two")),
        context=CONTEXT,
        subject=SUBJECT,
        phases=[{"id": "p", "title": "Phase"}],
    )


@pytest.fixture
def outcome(build, pack):
    def evaluated(condition, answers=None, figures=None, **more):
        facts = gather(pack, build.assessment(pack, answers or {}, **more))
        lookup = (
            {}
            if figures is None
            else {"figures": {f"{kind} {key}": value for kind in ("factor", "phase") for key, value in figures.items()}}
        )
        return Conditions(pack, facts, **lookup).evaluate(ANY.validate_python(condition))

    return evaluated


def figure(low, point, high, *open_keys, present=True):
    point = None if point is None else Fraction(point)
    part = WeightedPart(Fraction(low), Fraction(high), point, Fraction(1), present)
    return Figure(
        "f", point, part.low, part.high, "shown", CoverageShare(1, 1, 1, 1), {}, None, frozenset(open_keys), part
    )


@pytest.mark.parametrize(("one", "two"), [*product(OUTCOMES, repeat=2)])
def test_all_follows_the_table_of_three_outcomes(one, two):
    expected = False if False in (one, two) else None if None in (one, two) else True
    assert conjunction([OUTCOMES[one], OUTCOMES[two]]).value is expected


@pytest.mark.parametrize(("one", "two"), [*product(OUTCOMES, repeat=2)])
def test_any_follows_the_table_of_three_outcomes(one, two):
    expected = True if True in (one, two) else None if None in (one, two) else False
    assert disjunction([OUTCOMES[one], OUTCOMES[two]]).value is expected


@pytest.mark.parametrize(("one", "expected"), [(True, False), (False, True), (None, None)])
def test_not_turns_what_can_be_said_around(one, expected):
    assert negate(OUTCOMES[one]).value is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({"g.one": 2}, True), ({"g.one": 0, "g.two": 0}, False), ({"g.one": 0}, None)],
)
def test_conditions_in_a_pack_are_joined(outcome, answers, expected):
    either = {"any": [{"indicator": "g.one", "at_least": 1}, {"indicator": "g.two", "at_least": 1}]}
    assert outcome(either, answers).value is expected
    assert outcome({"not": either}, answers) == negate(outcome(either, answers))


def test_what_cannot_be_said_names_all_answers_that_decide_it():
    both = [unsaid(["a"]), unsaid(["b"]), TRUE]
    assert conjunction(both).open == {"a", "b"}
    assert disjunction([*both[:2], FALSE]).open == {"a", "b"}
    assert negate(unsaid(["a"])).open == {"a"}


def test_an_outcome_that_is_decided_names_no_open_answers():
    assert conjunction([unsaid(["a"]), FALSE]) == FALSE
    assert disjunction([unsaid(["a"]), TRUE]) == TRUE


def test_something_that_cannot_be_said_stays_so_even_without_an_answer_to_blame(outcome):
    """A score of which too little is known may have no open answer that decides it."""
    gap = {"gap": {"high": {"factor": "f"}, "low": {"factor": "g"}, "at_least": 1}}
    assert outcome(gap).value is None
    assert outcome({"not": gap}).value is None
    assert outcome({"all": [gap]}).value is None


@pytest.mark.parametrize(
    ("condition", "answers", "expected"),
    [
        ({"context": "lead", "is": "me"}, {"context.lead": "me"}, True),
        ({"context": "lead", "is": "me"}, {"context.lead": "you"}, False),
        ({"context": "lead", "is": "me"}, {}, None),
        ({"context": "lead", "is": "me"}, {"context.lead": UNKNOWN}, None),
        ({"context": "lead", "is": "me"}, {"context.lead": SKIPPED}, None),
        ({"context": "lead", "is": "me"}, {"context.lead": NOT_HERE}, False),
        ({"context": "lead", "in": ["me", "you"]}, {"context.lead": "you"}, True),
        ({"context": "lead", "in": ["me"]}, {"context.lead": "you"}, False),
        ({"context": "users", "has": "old"}, {"context.users": ("young", "old")}, True),
        ({"context": "users", "has": "old"}, {"context.users": ("young",)}, False),
        ({"context": "users", "has": "old"}, {"context.users": ()}, False),
        ({"context": "lead", "has": "me"}, {"context.lead": "me"}, False),
        ({"context": "steps", "is": True}, {"context.steps": True}, True),
        ({"context": "steps", "is": True}, {"context.steps": False}, False),
        ({"context": "steps", "is": 1}, {"context.steps": True}, False),
        ({"context": "count", "is": True}, {"context.count": 1}, False),
        ({"context": "count", "is": 0}, {"context.count": 0}, True),
        ({"context": "count", "at_least": 5}, {"context.count": 5}, True),
        ({"context": "count", "at_least": 5}, {"context.count": 4}, False),
        ({"context": "count", "at_most": 5}, {"context.count": 5}, True),
        ({"context": "count", "at_least": 2, "at_most": 5}, {"context.count": 6}, False),
        ({"context": "lead", "at_least": 1}, {"context.lead": "me"}, False),
        ({"context": "count", "state": "unknown"}, {"context.count": UNKNOWN}, True),
        ({"context": "count", "state": "unknown"}, {"context.count": 3}, False),
        ({"context": "count", "state": "unknown"}, {}, None),
        ({"context": "count", "state": "not_asked"}, {}, True),
        ({"context": "count", "state": "answered", "at_least": 2}, {"context.count": 3}, True),
        ({"context": "count", "state": "answered", "at_least": 2}, {"context.count": 1}, False),
        ({"context": "count", "state": "answered", "at_least": 2}, {"context.count": UNKNOWN}, False),
    ],
)
def test_a_context_question_is_compared(outcome, condition, answers, expected):
    found = outcome(condition, answers)
    assert found.value is expected
    assert found.open == (frozenset() if expected is not None else {f"context.{condition['context']}"})


@pytest.mark.parametrize(("size", "expected"), [({"size": 40}, True), ({"size": 39}, False), ({}, None)])
def test_a_field_of_the_subject_is_compared(outcome, size, expected):
    assert outcome({"subject": "size", "at_least": 40}, subject=size).value is expected


@pytest.mark.parametrize(
    ("test", "answer", "expected"),
    [
        ({"at_least": 2}, 2, True),
        ({"at_least": 2}, 1, False),
        ({"at_most": 1}, 1, True),
        ({"at_most": 1}, 2, False),
        ({"at_least": 1, "at_most": 2}, 3, False),
        ({"at_least": 2}, None, None),
        ({"at_least": 2}, UNKNOWN, None),
        ({"at_least": 2}, SKIPPED, None),
        ({"at_least": 2}, NOT_HERE, False),
        ({"at_most": 2}, NOT_HERE, False),
        ({"at_least": 0}, UNKNOWN, True),
        ({"at_least": 5}, UNKNOWN, False),
        ({"state": "unknown"}, UNKNOWN, True),
        ({"state": "unknown"}, 0, False),
        ({"state": "unknown"}, SKIPPED, None),
        ({"state": "skipped"}, SKIPPED, True),
        ({"state": "not_asked"}, None, True),
        ({"state": "not_asked"}, 2, False),
        ({"state": "not_applicable"}, NOT_HERE, True),
        ({"state": "not_applicable"}, 2, False),
        ({"state": "answered"}, NOT_HERE, False),
        ({"state": "answered", "at_least": 3}, 3, True),
        ({"state": "unknown", "at_least": 3}, 3, False),
        ({"carried": "district"}, BY_DISTRICT, True),
        ({"carried": "district"}, 3, False),
        ({"carried": "trust"}, BY_DISTRICT, False),
        ({"carried": "district"}, None, None),
        ({"carried": "district", "at_least": 4}, BY_DISTRICT, False),
        ({"carried": "district", "at_least": 9}, None, False),
    ],
)
def test_an_indicator_is_compared(outcome, test, answer, expected):
    found = outcome({"indicator": "g.one", **test}, {} if answer is None else {"g.one": answer})
    assert found.value is expected
    assert found.open == (frozenset() if expected is not None else {"g.one"})


@pytest.mark.parametrize("test", [{"at_least": 0}, {"at_most": 4}, {"state": "answered"}, {"carried": "district"}])
def test_a_comparison_with_what_does_not_apply_is_false_whatever_was_answered(outcome, test):
    assert outcome({"indicator": "f.later", **test}, {"f.one": 1, "f.later": BY_DISTRICT}) == FALSE


def test_what_does_not_apply_by_condition_has_that_state(outcome):
    assert outcome({"indicator": "f.later", "state": "not_applicable"}, {"f.one": 1, "f.later": 4}) == TRUE


def test_whether_what_may_apply_does_not_is_open_whatever_was_answered(outcome):
    test = {"indicator": "f.later", "state": "not_applicable"}
    assert outcome(test, {"f.later": 4}) == unsaid(["f.one"])
    assert outcome(test) == unsaid(["f.later", "f.one"])
    assert outcome(test, {"f.one": 2, "f.later": 4}) == FALSE


def test_a_comparison_with_what_may_apply_is_open_on_what_decides_it(outcome):
    assert outcome({"indicator": "f.later", "at_least": 1}, {"f.later": 4}) == unsaid(["f.one"])


def test_a_comparison_that_fails_either_way_is_false_though_it_may_not_apply(outcome):
    assert outcome({"indicator": "f.later", "at_least": 4}, {"f.later": 1}) == FALSE


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({"f.one": 2, "f.later": 1}, True), ({"f.one": 1, "f.later": 4}, False), ({"f.one": 2}, None), ({}, None)],
)
def test_whether_a_question_applies_follows_the_chain_of_conditions(build, pack, answers, expected):
    assert Conditions(pack, gather(pack, build.assessment(pack, answers))).applies("f.last").value is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [({"context.steps": True}, True), ({"context.steps": False}, False), ({}, None)],
)
def test_a_context_question_applies_unless_its_condition_says_no(build, pack, answers, expected):
    conditions = Conditions(pack, gather(pack, build.assessment(pack, answers)))
    assert conditions.applies("context.lead") == TRUE
    assert conditions.applies("context.lift").value is expected


@pytest.mark.parametrize(
    ("test", "answers", "expected"),
    [
        ({"is": True}, {"context.steps": False, "context.lift": True}, False),
        ({"state": "not_applicable"}, {"context.steps": False, "context.lift": True}, True),
        ({"is": True}, {"context.lift": True}, None),
        ({"is": True}, {"context.lift": False}, False),
        ({"is": True}, {"context.steps": True, "context.lift": True}, True),
    ],
)
def test_a_context_question_that_may_not_apply_is_compared_like_an_indicator(outcome, test, answers, expected):
    assert outcome({"context": "lift", **test}, answers).value is expected


def test_conditions_that_go_round_cannot_be_said_and_end(build):
    one = build.indicator("one", applies_if={"indicator": "f.two", "at_least": 1})
    two = build.indicator("two", applies_if={"indicator": "f.one", "at_least": 1})
    pack = build.pack(build.factor("f", one, two))
    assert (
        Conditions(pack, gather(pack, build.assessment(pack, {"f.one": 2, "f.two": 2}))).applies("f.one").value is None
    )


COUNT = [{"indicator": "g.one", "at_least": 2}, {"indicator": "g.two", "at_least": 2}, {"context": "lead", "is": "me"}]


@pytest.mark.parametrize(
    ("limits", "answers", "expected"),
    [
        ({"at_least": 2}, {"g.one": 2, "g.two": 2}, True),
        ({"at_least": 2}, {"g.one": 2}, None),
        ({"at_least": 2}, {"g.one": 0, "g.two": 0}, False),
        ({"at_most": 1}, {"g.one": 0, "g.two": 0}, True),
        ({"at_most": 1}, {"g.one": 2, "g.two": 2}, False),
        ({"at_most": 1}, {"g.one": 2}, None),
        ({"at_least": 1, "at_most": 2}, {"g.one": 2, "g.two": 0}, True),
        ({"at_least": 1, "at_most": 2}, {"g.one": 2, "g.two": 2, "context.lead": "me"}, False),
        ({}, {}, True),
    ],
)
def test_conditions_are_counted(outcome, limits, answers, expected):
    assert outcome({"count_of": COUNT, **limits}, answers).value is expected


def test_a_count_that_is_not_decided_names_only_the_open_answers(outcome):
    assert outcome({"count_of": COUNT, "at_least": 2}, {"g.one": 2}).open == {"g.two", "context.lead"}


@pytest.mark.parametrize(
    ("each", "answers", "expected"),
    [
        ({"factor": "g", "at_least": 3}, {"g.one": 3, "g.two": 4}, True),
        ({"factor": "g", "at_least": 3}, {"g.one": 3, "g.two": 1}, False),
        ({"factor": "g", "at_least": 3}, {"g.one": 3}, None),
        ({"phase": "p", "at_least": 3}, {"f.one": 4, "f.later": 4, "f.last": 0}, True),
        ({"phase": "p", "at_least": 3}, {"f.one": 0, "f.later": 4}, False),
        ({"at_least": 3}, {"f.one": 3, "g.two": 3}, True),
        ({"factor": "g", "state": "unknown"}, {"g.one": UNKNOWN, "g.two": UNKNOWN}, True),
    ],
)
def test_one_test_is_counted_over_the_indicators_of_a_factor_or_phase(outcome, each, answers, expected):
    assert outcome({"count_of": each, "at_least": 2}, answers).value is expected


@pytest.mark.parametrize(
    ("test", "range_", "expected"),
    [
        ({"at_least": 50}, (50, 60, 80), True),
        ({"at_least": 50}, (10, 20, 49), False),
        ({"at_least": 50}, (40, 60, 80, "g.one"), None),
        ({"at_most": 50}, (10, 20, 50), True),
        ({"at_most": 50}, (51, 60, 80), False),
        ({"at_most": 50}, (40, 45, 80, "g.one"), None),
        ({"at_least": 50}, (10, 20, 50, "g.one"), None),
        ({"at_most": 50}, (50, 60, 80, "g.one"), None),
        ({"at_least": 20, "at_most": 50}, (20, None, 50), True),
        ({"at_least": 20, "at_most": 50}, (60, None, 70), False),
    ],
)
@pytest.mark.parametrize("of", [{"factor": "g"}, {"phase": "p"}])
def test_a_score_is_compared_by_all_that_it_can_still_be(outcome, of, test, range_, expected):
    found = outcome({**of, **test}, figures={"g": figure(*range_), "p": figure(*range_)})
    assert found.value is expected
    assert found.open == frozenset(range_[3:])


@pytest.mark.parametrize("test", [{"at_most": 50}, {"at_least": 0}])
def test_the_score_of_what_does_not_apply_meets_no_condition(outcome, test):
    assert outcome({"factor": "g", **test}, figures={"g": figure(0, None, 0, present=False)}) == FALSE


@pytest.mark.parametrize(("test", "expected"), [({"at_most": 50}, unsaid(["g.one"])), ({"at_least": 50}, FALSE)])
def test_the_score_of_what_may_not_apply_is_open_on_what_decides_it(outcome, test, expected):
    assert outcome({"factor": "g", **test}, figures={"g": figure(0, None, 40, "g.one", present=None)}) == expected


def test_without_scores_a_condition_on_a_score_cannot_be_said(outcome):
    assert outcome({"factor": "g", "at_least": 1}) == unsaid(["factor g"])
    assert outcome({"phase": "p", "at_least": 1}) == unsaid(["phase p"])


@pytest.mark.parametrize(
    ("high", "low", "expected"),
    [
        ((80, 80, 80), (50, 50, 50), True),
        ((79, 79, 79), (50, 50, 50), False),
        ((60, 80, 90, "a"), (20, 30, 50, "b"), True),
        ((20, 30, 40, "a"), (20, 30, 40, "b"), False),
        ((50, 80, 90, "a"), (20, 40, 50, "b"), None),
        ((60, 70, 90, "a"), (20, 50, 55, "b"), None),
        ((60, None, 90, "a"), (20, 30, 50, "b"), None),
        ((60, 80, 90, "a"), (20, None, 50, "b"), None),
        ((50, None, 50), (0, 0, 0), False),
        ((10, 10, 10), (90, 90, 90), False),
    ],
)
def test_a_gap_needs_enough_known_on_both_sides_and_ranges_apart(outcome, high, low, expected):
    gap = {"gap": {"high": {"factor": "f"}, "low": {"phase": "p"}, "at_least": 30}}
    found = outcome(gap, figures={"f": figure(*high), "p": figure(*low)})
    assert found.value is expected
    assert found.open == (frozenset() if expected is not None else set(high[3:] + low[3:]))


def test_of_a_gap_both_scores_have_to_be_there(outcome):
    gap = {"gap": {"high": {"factor": "f"}, "low": {"phase": "p"}, "at_least": 30}}
    assert outcome(gap, figures={"f": figure(80, 80, 80), "q": figure(0, 0, 0)}) == unsaid([])
    assert outcome(gap, figures={"p": figure(80, 80, 80), "q": figure(0, 0, 0)}) == unsaid([])


def test_a_gap_that_is_too_small_is_none_where_nothing_is_open(outcome):
    gap = {"gap": {"high": {"factor": "f"}, "low": {"phase": "p"}, "at_least": 30}}
    assert outcome(gap, figures={"f": figure(60, 70, 90), "p": figure(20, 50, 55)}) == FALSE


ABOVE = {"context": "count", "above": "context.lifts"}
STEPS = {"context.steps": True}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"context.count": 3, "context.lifts": 2, **STEPS}, TRUE),
        ({"context.count": 2, "context.lifts": 2, **STEPS}, FALSE),
        ({"context.count": 3, "context.lifts": 2}, unsaid(["context.steps"])),
        ({"context.count": 3, **STEPS}, unsaid(["context.lifts"])),
        ({"context.lifts": 3, **STEPS}, unsaid(["context.count"])),
        ({"context.count": 3, "context.lifts": 2, "context.steps": False}, FALSE),
        ({"context.count": 3, "context.lifts": NOT_HERE, **STEPS}, FALSE),
        ({"context.count": 3, "context.lifts": NOT_HERE}, FALSE),
    ],
)
def test_of_two_answers_one_is_above_the_other_where_both_apply(outcome, answers, expected):
    assert outcome(ABOVE, answers) == expected


@pytest.mark.parametrize(
    ("count", "lifts", "expected"),
    [
        (Fact("answered", 5), Fact("answered", below=5), TRUE),
        (Fact("answered", 4), Fact("answered", below=5), unsaid(["context.lifts"])),
        (Fact("answered", 3), Fact("answered", below=5), unsaid(["context.lifts"])),
        (Fact("answered", 0), Fact("answered", below=5), FALSE),
        (Fact("answered", below=5), Fact("answered", 4), FALSE),
        (Fact("answered", below=5), Fact("answered", 3), unsaid(["context.count"])),
        (Fact("answered", below=5), Fact("answered", below=3), unsaid(["context.count", "context.lifts"])),
    ],
)
def test_of_a_number_that_is_only_known_to_lie_below_another_all_is_looked_at(pack, count, lifts, expected):
    facts = Facts({"context.count": count, "context.lifts": lifts, "context.steps": Fact("answered", True)})
    assert Conditions(pack, facts).evaluate(ANY.validate_python(ABOVE)) == expected


@pytest.mark.parametrize(
    ("test", "fact", "expected"),
    [
        ({"context": "count", "at_least": 5}, Fact("answered", below=5), FALSE),
        ({"context": "count", "at_least": 3}, Fact("answered", below=5), unsaid(["context.count"])),
        ({"context": "count", "at_most": 4}, Fact("answered", below=5), TRUE),
        ({"context": "count", "in": [3, 9]}, Fact("answered", below=5), unsaid(["context.count"])),
        ({"context": "count", "is": 9}, Fact("answered", below=5), FALSE),
        ({"context": "steps", "is": True}, Fact("answered"), unsaid(["context.steps"])),
        ({"context": "users", "has": "old"}, Fact("answered"), unsaid(["context.users"])),
        ({"context": "steps", "state": "answered"}, Fact("answered"), TRUE),
        ({"context": "steps", "is": True}, Fact("unknown", True), TRUE),
        ({"context": "steps", "is": True}, Fact("unknown", False), FALSE),
        ({"context": "steps", "state": "unknown", "is": True}, Fact("unknown", True), TRUE),
    ],
)
def test_of_an_answer_that_may_not_be_seen_or_was_filled_in_all_that_it_can_be_is_compared(pack, test, fact, expected):
    facts = Facts({f"context.{test['context']}": fact})
    assert Conditions(pack, facts).evaluate(ANY.validate_python(test)) == expected


@pytest.mark.parametrize("state", ["unknown", "answered", "skipped"])
def test_a_test_of_a_state_alone_asks_nothing_of_the_value(build, observed, state):
    pack = build.pack(build.factor("f", observed()), context=CONTEXT, subject=SUBJECT)
    for key, test in {
        "context.count": {"context": "count"},
        "subject.size": {"subject": "size"},
        "f.tools.count": {"observation": "f.tools.count"},
    }.items():
        conditions = Conditions(pack, Facts({key: Fact(state)}))
        assert conditions.evaluate(ANY.validate_python({**test, "state": state})) == TRUE
        assert conditions.evaluate(ANY.validate_python({**test, "state": state, "at_least": 3})).value is not False


@pytest.mark.parametrize(
    ("opened", "ahead", "expected"),
    [
        ("2026-05-11", {"at_least": 10}, TRUE),
        ("2026-05-10", {"at_least": 10}, FALSE),
        ("2026-05-11", {"at_most": 10}, TRUE),
        ("2026-05-12", {"at_most": 10}, FALSE),
        ("2026-04-30", {"at_least": -1, "at_most": 0}, TRUE),
        (UNKNOWN, {"at_least": 10}, unsaid(["context.opened"])),
    ],
)
def test_a_date_is_compared_with_that_of_the_scan(outcome, opened, ahead, expected):
    assert outcome({"context": "opened", "ahead": ahead}, {"context.opened": opened}) == expected


def test_without_a_date_of_the_scan_no_date_is_ahead_of_it(pack):
    facts = Facts({"context.opened": Fact("answered", "2026-05-11")})
    test = ANY.validate_python({"context": "opened", "ahead": {"at_least": 0}})
    assert Conditions(pack, facts).evaluate(test) == unsaid(["context.opened"])
