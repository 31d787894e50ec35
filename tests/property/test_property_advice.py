"""What holds of the advice of the shipped pack, whatever the answers."""

from __future__ import annotations

import random

import pytest

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view

FIRST, KEPT = 10, 7


def random_answers(pack: Pack, chance: random.Random) -> dict[str, object]:
    """A level for each indicator, around one that is drawn for all, and an answer to each question of the context."""
    skill = chance.choice([0.5, 1.5, 2.5, 3.5])
    answers: dict[str, object] = {key: min(4, max(0, round(chance.gauss(skill, 1.2)))) for key in pack.places}
    for key, question in pack.context.items():
        values = [choice.value for choice in question.choices()]
        if question.type == "multi":
            answers[key] = tuple(chance.sample(values, chance.randint(0, len(values))))
        elif question.type == "number":
            answers[key] = chance.choice([0, 2, 9, 30])
        elif question.type == "date":
            answers[key] = chance.choice(["2026-04-01", "2026-05-20", "2026-12-31", "2028-03-01"])
        else:
            answers[key] = chance.choice(values)
    return answers


def judged(pack: Pack, answers: dict[str, object]) -> Result:
    """What follows from these answers."""
    stored = {key: Answer(state="answered", value=value) for key, value in answers.items()}
    assessment = Assessment.model_validate(
        {
            "schema": "mhscan/assessment@1",
            "id": "m",
            "pack": {"id": pack.model.id, "version": pack.model.version, "sha256": pack.sha256},
            "questionnaire": "zelfscan",
            "date": "2026-05-01",
            "subject": {"name": "Somewhere", "inhabitants": 30000},
            "status": "draft",
            "respondent": {"id": "r", "role": "beleidsmedewerker"},
        }
    )
    return evaluate(pack, assessment.model_copy(update={"answers": stored}))


def fired(result: Result) -> set[str]:
    return {rule.rule.id for rule in result.rules if rule.outcome.value is True}


@pytest.mark.parametrize("seed", range(150))
def test_lower_answers_never_take_the_last_point_to_watch_away(dutch_pack, seed):
    chance = random.Random(seed)
    answers = random_answers(dutch_pack, chance)
    lowered = dict(answers)
    for key in chance.sample(sorted(dutch_pack.places), chance.choice([1, 3, 10, 44])):
        lowered[key] = chance.randint(0, int(str(answers[key])))
    before = fired(judged(dutch_pack, answers))
    assert not before or fired(judged(dutch_pack, lowered)), before


@pytest.mark.parametrize("seed", range(150))
def test_one_step_in_one_answer_leaves_most_of_the_first_advice(dutch_pack, seed):
    chance = random.Random(seed)
    answers = random_answers(dutch_pack, chance)
    key = chance.choice(sorted(dutch_pack.places))
    step = {**answers, key: max(0, min(4, int(str(answers[key])) + chance.choice([-1, 1])))}
    first, other = (
        [action.place.id for action in judged(dutch_pack, each).actions[:FIRST]] for each in (answers, step)
    )
    assert len(set(first) & set(other)) >= min(KEPT, len(first) - 1), (key, first, other)


@pytest.mark.parametrize("seed", range(60))
def test_a_point_to_watch_names_the_first_remedies_that_are_advised_and_not_yet_enough(dutch_pack, seed):
    result = judged(dutch_pack, random_answers(dutch_pack, random.Random(seed)))
    view = build_view(result, "internal")
    rules = {rule.id: rule for rule in dutch_pack.model.rules}
    named = 0
    for point in (*view.warnings, *view.more_warnings):
        titles = [
            action.place.indicator.title
            for action in result.actions
            if action.place.id in rules[point.id].remedied() and action.level < dutch_pack.enough(action.place)
        ][:2]
        assert point.first == " en ".join(titles), point.id
        named += len(titles)
    assert named or not fired(result)
