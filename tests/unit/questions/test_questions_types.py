"""Every question type that is registered, through all rooms that have to do with its answers.

The questions are those of the pack `tests/packs/every`, so a new type is tried here from the day that it stands there.
Each is held against trying every answer that there is, out of a heap of values of all kinds.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
from pydantic import TypeAdapter

from mhscan.answers.subjects import difference, key_of
from mhscan.cli.schema import schema_text
from mhscan.conditions import Condition, ContextTest
from mhscan.integrity.packs import load_pack
from mhscan.interview.assign import Extras, parse_assignment
from mhscan.interview.engine import Interview, described
from mhscan.lint.logic.possible import what_is_possible
from mhscan.lint.logic.solver import Solver
from mhscan.lint.templates.trials import views
from mhscan.questions.base import AnswerError, ListQuestion, TypedQuestion
from mhscan.questions.measures import counts_in
from mhscan.questions.registry import TYPES
from mhscan.reports.blank import blank_view
from mhscan.reports.redaction import evaluate_for, redact
from mhscan.reports.wording import ResultWording
from mhscan.scoring.options import value_fits

EVERY = load_pack(Path(__file__).resolve().parents[2] / "packs" / "every")
ASKED = {one.id: one for one in (*EVERY.model.subject.fields, *EVERY.model.context)}
ASKS = ("context.q", "f.always")
SMALL = 3
"""Fewer than so many of something are not told."""
VALUES = [
    *(True, False, "", "-", "A", "Rise", "BK", "AB", "2026-01-01", "2026-05-01", "2027-01-01", "CD", "Somebody else"),
    *range(-1, 13), 50, 51, 99, 100, 101, 901, "0/4", "1/2", "2/4", "3/4", "4/4", "1/9", "9/10",
]  # fmt: skip


def answers_to(question):
    """All values of the heap that answer a question."""
    ids = [choice.value for choice in question.choices()]
    chosen = [way for n in range(len(ids) + 1) for way in combinations(ids, n)]
    found = []
    for value in [*VALUES, *ids, *chosen]:
        try:
            found.append(question.check(value))
        except AnswerError:
            continue
    assert len(found) > 1
    return found


def asked_of(question):
    """Tests of an answer of all kinds: of the values that there are, and of limits."""
    values = list(dict.fromkeys(one for one in answers_to(question) if not isinstance(one, tuple)))[:4]
    ids = sorted({one for value in answers_to(question) if isinstance(value, tuple) for one in value})
    asked = [{"is": one} for one in values]
    asked += [{"has": one} for one in ids] + ([{"in": values[:2]}] if values else [])
    return [*asked, {"at_least": 5}, {"at_most": 2}, {"at_least": 50}, {"is": 7}, {"at_least": 0.5}]


def parsed(test):
    return ContextTest.model_validate({"context": "q", **test})


def condition(*tests):
    return {"all": [{"context": "q", **test} for test in tests]}


@pytest.fixture(params=ASKED)
def question(request):
    data = ASKED[request.param].model_dump(by_alias=True, exclude_unset=True, mode="json")
    return type(ASKED[request.param]).model_validate_json(json.dumps({**data, "id": "q"} | {"applies_if": None}))


@pytest.fixture
def pack_for(build):
    """A small pack that asks a question, with an indicator that applies if a condition holds."""

    def made(question, applies_if=None, **more):
        data = question.model_dump(by_alias=True, exclude_unset=True, mode="json")
        fields = {"fields": [data]} if more.pop("field", False) else {}
        subject = {"singular": "club", "plural": "clubs", "name": "?", **fields}
        sometimes = build.indicator("sometimes", **({"applies_if": applies_if} if applies_if else {}))
        factor = build.factor("f", build.indicator("always"), sometimes)
        privacy = {"free_text": "Write no names.", "small_number": SMALL}
        return build.pack(factor, asks=ASKS, context=[data], subject=subject, privacy=privacy, **more)

    return made


def test_every_type_is_tried_here():
    assert {type(one) for one in ASKED.values()} == set(TYPES)


def test_a_type_that_leaves_something_open_is_refused_at_once():
    for base, missing in ((TypedQuestion, "traits"), (ListQuestion, "offered")):
        with pytest.raises(TypeError, match=rf"type Forgetful says nothing of: .*{missing}"):

            class Forgetful(base):
                type: Literal["forgetful"]


def test_types_are_final_so_that_the_type_checker_sees_what_they_leave_open():
    assert [one.__name__ for one in TYPES if not getattr(one, "__final__", False)] == []


def test_its_name_is_that_of_its_class(question):
    assert type(question).__name__.casefold() == f"{question.type}question"


def test_what_to_type_is_said_in_words_that_fit_a_sentence(question):
    assert question.prompt()
    assert not question.prompt().endswith(".")


@pytest.mark.parametrize("raw", ["", "   ", "\t\n"])
def test_a_line_that_says_nothing_is_no_answer(question, raw):
    with pytest.raises(AnswerError, match=r"^Type "):
        question.parse(raw)


def test_a_letter_needs_a_colon_just_where_a_line_is_typed(question):
    assert question.line_input is (question.choices() == ())


def test_every_answer_can_be_typed_in_the_words_in_which_it_is_shown(question):
    for value in answers_to(question):
        assert question.parse(question.describe(value)) == value
        assert question.check(value) == value
    for choice in question.choices():
        assert question.fitting([question.parse(choice.key)]) == [question.parse(choice.key)]


def test_examples_are_answers(question):
    assert question.examples()
    assert question.fitting(question.examples()) == list(question.examples())


def test_its_values_are_told_apart_as_tests_tell_apart_all_answers(question):
    for chosen in combinations(asked_of(question), 2):
        tests = [parsed(one) for one in chosen]

        def kinds(values, tests=tests):
            return {tuple(value_fits(test, value) for test in tests) for value in values}

        values = question.values_for(tests)
        assert kinds(answers_to(question)) <= kinds(values)
        assert [one for one in values if one not in question.fitting(values)] in ([], [""])


def test_ranges_are_those_over_all_answers(question, pack_for, judge):
    for test in asked_of(question):
        pack = pack_for(question, condition(test))
        found = judge(pack, {"f.always": 3}).scores.factors["f"]
        whole = [
            judge(pack, {"f.always": 3, "f.sometimes": level, "context.q": value}).scores.factors["f"].point
            for value in answers_to(question)
            for level in (0, 4)
        ]
        assert (found.low, found.high, found.exact) == (min(whole), max(whole), True), test


def test_a_rule_is_open_just_while_an_answer_can_decide_it(question, pack_for, judge):
    for test in asked_of(question):
        rule = {"id": "r", "title": "R", "text": "R.", "severity": "notice", "when": condition(test)}
        pack = pack_for(question, rules=[rule])

        def outcome(answers, pack=pack):
            (found,) = judge(pack, answers).rules
            return found.outcome.value

        whole = {value: outcome({"context.q": value}) for value in answers_to(question)}
        assert {value: one is True for value, one in whole.items()} == {
            value: value_fits(parsed(test), value) for value in answers_to(question)
        }
        assert outcome({}) == (None if len(set(whole.values())) > 1 else next(iter(whole.values())))


def test_the_logic_of_validate_agrees_with_trying_all_answers(question, pack_for):
    pack = pack_for(question)
    for one, other in combinations([*asked_of(question), {"at_most": 6}], 2):
        for wanted, data in (
            (True, condition(one, other)),
            (False, {"all": [condition(one), {"not": condition(other)}]}),
        ):
            holds = [
                value_fits(parsed(one), value) and value_fits(parsed(other), value) is wanted
                for value in answers_to(question)
            ]
            solver = Solver(pack, TypeAdapter(Condition).validate_python(data), every_state=False)
            assert not any(holds) or solver.can_be(True), data


def test_a_hint_tells_what_can_be_asked(question, pack_for):
    for test in asked_of(question):
        hint = what_is_possible(pack_for(question), parsed(test))
        assert hint.endswith(".")
        assert "Possible here" not in hint or all(one.id in hint for one in question.offered)


def test_a_small_count_and_a_free_text_are_not_public(question, pack_for, build):
    pack = pack_for(question, condition({"at_least": 2}))
    for value in answers_to(question):
        assessment = build.assessment(pack, {"context.q": value, "f.always": 3})
        shown = redact(pack, assessment, "public")
        words = ResultWording(pack, shown, None).answer("context.q")
        small = question.traits.count and any(one < SMALL for one in counts_in(value))
        assert bool(shown.hidden) is small
        assert bool(shown.withheld) is question.traits.free_text
        few = "fewer than 3" if question.traits.numbers else "not public: it counts fewer than 3"
        secret = few if small else "not public" if question.traits.free_text else ""
        assert words == (secret or question.describe(value))
        assert ResultWording(pack, redact(pack, assessment, "internal"), None).answer("context.q") == question.describe(
            value
        )


def test_nothing_public_tells_small_counts_apart(question, pack_for, build):
    if not question.traits.count:
        return
    pack = pack_for(question, condition({"at_least": 2 if question.traits.numbers else 0.5}))
    small = [value for value in answers_to(question) if any(one < SMALL for one in counts_in(value))]
    assert len(small) > 1
    made = [build.assessment(pack, {"context.q": value, "f.always": 3}) for value in small]
    figures = [evaluate_for("public", pack, one).scores.factors["f"] for one in made]
    assert {(one.low, one.high, one.exact) for one in figures} == {(37.5, 87.5, True)}


def test_an_answer_is_asked_given_and_shown_again(question, pack_for, build):
    pack = pack_for(question, field=True)
    steps = Interview(pack, pack.questionnaire("short")).by_key
    for value in answers_to(question):
        for key in ("context.q", "subject.q"):
            text = f"{key}={question.describe(value)}"
            given = parse_assignment(pack, build.assessment(pack, {}), text, Extras(), "2026-05-01T12:00:00+00:00")
            assert (given.answer.value if given.answer else given.value) == value
        assessment = build.assessment(pack, {"context.q": value}, subject={"q": value})
        for key in ("context.q", "subject.q"):
            assert described(steps[key], assessment) == question.describe(value)
        assert ResultWording(pack, redact(pack, assessment, "internal"), None).answer("subject.q") == question.describe(
            value
        )


def test_a_blank_form_offers_its_choices_and_says_how_many(question, pack_for):
    pack = pack_for(question)
    (section,) = blank_view(pack, pack.questionnaire("short")).sections
    blank = section.questions[0]
    assert [label for _key, label in blank.choices] == [choice.label for choice in question.choices()]
    assert blank.several is any(isinstance(value, tuple) for value in answers_to(question))
    for label in blank.alone:
        others = [one for one in answers_to(question) if label in question.describe(one) and len(one) > 1]
        assert others == []


def test_a_field_is_an_identity_just_where_the_type_says_so(question, pack_for, build, tmp_path):
    pack = pack_for(question, field=True)
    one, other = ({"name": "Testhaven", "q": value} for value in answers_to(question)[:2])
    assert bool(difference(pack, one, other)) is (question.traits.identity != "none")
    assert (key_of(pack, one) != key_of(pack, other)) is (question.traits.identity != "none")
    assert ("name" in key_of(pack, one)) is (question.traits.identity != "code")


def test_the_schema_explains_each_of_its_keys(question):
    model = json.loads(schema_text("model"))["$defs"][type(question).__name__]
    assert [key for key, one in model["properties"].items() if not one.get("description")] == []


def test_templates_are_tried_with_it(question, pack_for):
    assert views(pack_for(question)) is not None
