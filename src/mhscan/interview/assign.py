"""Answers that are given as `ID=VALUE`, outside an interview."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence
from mhscan.answers.store import with_subject
from mhscan.errors import InputError
from mhscan.interview.engine import all_steps, answered, without_value
from mhscan.language import _
from mhscan.loading.shape import suggest
from mhscan.pack.pack import Pack
from mhscan.questions.base import AnswerError, Value
from mhscan.scoring.facts import SUBJECT

State = Literal["unknown", "not_applicable", "skipped"]
STATES: dict[str, State] = {"unknown": "unknown", "not_applicable": "not_applicable", "skipped": "skipped"}


@dataclass(frozen=True)
class Extras:
    """What can come with an answer; empty where it does not."""

    reason: str = ""
    note: str = ""
    carried_by: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Assignment:
    """An answer for a key; a value alone for a field of the subject, nothing of both to take the answer away."""

    key: str
    said: str
    answer: Answer | None = None
    value: Value | None = None


def parse_assignment(pack: Pack, assessment: Assessment, text: str, extras: Extras, at: str) -> Assignment:
    """The answer in a text `ID=VALUE`.

    Raises:
        InputError: the id does not exist, or the value does not fit it.
    """
    key, equals, raw = (part.strip() for part in text.partition("="))
    steps = all_steps(pack, pack.questionnaire(assessment.questionnaire))
    if not equals or key not in steps:
        hint = suggest(key, list(steps)) or _("Write ID=VALUE; mhscan explain ID tells about an id.")
        raise InputError(_("There is no question '{key}'.").format(key=key), hint)
    step, earlier = steps[key], assessment.answers.get(key)
    if not raw:
        return Assignment(key, _("taken away"))
    if raw in STATES:
        return Assignment(key, raw, _stateful(pack, key, STATES[raw], earlier, extras, at))
    try:
        value = step.question.parse(raw)
    except AnswerError as error:
        raise InputError(f"{key}: {error}", _("Nothing is saved.")) from None
    said = step.question.describe(value)
    if step.kind == "subject":
        return Assignment(key, said, value=value)
    return Assignment(key, said, _with(pack, answered(step, value, earlier, at), extras))


def _stateful(
    pack: Pack, key: str, state: State, earlier: Answer | None, extras: Extras, at: str
) -> Answer:
    if state == "not_applicable" and not extras.reason:
        raise InputError(f"{key}: {_("'not applicable' needs a reason")}", _("Add --reason TEXT."))
    return _with(pack, without_value(state, earlier, at, extras.reason or None), extras)


def _with(pack: Pack, answer: Answer, extras: Extras) -> Answer:
    """The answer with what comes with it."""
    found: dict[str, object] = {}
    if extras.note:
        found["note"] = extras.note
    if extras.evidence:
        found["evidence"] = (*answer.evidence, Evidence(title=extras.evidence))
    if extras.carried_by and pack.model.carriers:
        found["carried_by"] = CarriedBy(kind=pack.model.carriers[0].id, name=extras.carried_by)
    return answer.model_copy(update=found)


def apply(assessment: Assessment, planned: Iterable[Assignment]) -> Assessment:
    """The assessment with all answers in place."""
    for one in planned:
        field = one.key.removeprefix(SUBJECT)
        if one.value is not None:
            assessment = with_subject(assessment, field, one.value)
            continue
        answers = {key: answer for key, answer in assessment.answers.items() if key != one.key}
        if one.answer is not None:
            answers[one.key] = one.answer
        subject = {key: value for key, value in assessment.subject.items() if key != field or field == one.key}
        assessment = assessment.model_copy(update={"answers": answers, "subject": subject})
    return assessment
