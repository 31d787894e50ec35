"""Answers that are given as `ID=VALUE`, outside an interview."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence
from mhscan.answers.names import called_now
from mhscan.answers.reading import cannot_be_set_aside, instead, must_fit
from mhscan.answers.store import with_given
from mhscan.base import card_of
from mhscan.errors import InputError
from mhscan.interview.engine import all_steps, answered, without_value
from mhscan.interview.observations import ObservationsQuestion
from mhscan.language import _
from mhscan.loading.near import suggest
from mhscan.pack.pack import Pack
from mhscan.questions.base import AnswerError, Value
from mhscan.text import shell

NoValue = Literal["unknown", "not_applicable", "skipped"]
STATES: dict[str, NoValue] = {"unknown": "unknown", "not_applicable": "not_applicable", "skipped": "skipped"}


@dataclass(frozen=True)
class Extras:
    """What can come with an answer; empty where it does not."""

    reason: str = ""
    note: str = ""
    carried_by: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Assignment:
    """An answer for a key, or nothing to take it away; `given` if it is a field of the subject or the role.

    `gone` has in words what stood with the answer before and does not stand with it now.
    """

    key: str
    said: str
    given: bool = False
    answer: Answer | None = None
    value: Value | None = None
    gone: tuple[str, ...] = ()


def parse_assignment(pack: Pack, assessment: Assessment, text: str, extras: Extras, at: str) -> Assignment:
    """The answer in a text `ID=VALUE`.

    Raises:
        InputError: the id does not exist, the value does not fit it, or the other answers are to another pack.
    """
    must_fit(pack, assessment)
    asked, equals, raw = (part.strip() for part in text.partition("="))
    key = called_now(pack, asked)
    steps = all_steps(pack, pack.questionnaire(assessment.questionnaire))
    if not equals and key in steps:
        raise InputError(_("'{key}' has no value.").format(key=key), _("Write {key}=VALUE.").format(key=key))
    if key not in steps:
        hint = suggest(asked, list(steps)) or _("Write ID=VALUE; mhscan explain ID tells about an id.")
        raise InputError(_("There is no question '{key}'.").format(key=asked), hint)
    step, earlier = steps[key], assessment.answers.get(key)
    if step.kind == "fact":
        _refuse_set_aside(assessment, key)
        extras = Extras()
    given = step.is_given
    if not raw:
        return Assignment(key, _("taken away"), given, gone=_gone(earlier, None))
    if raw in STATES:
        answer = _stateful(pack, key, STATES[raw], earlier, extras, at)
        return Assignment(key, raw, answer=answer, gone=_gone(earlier, answer))
    try:
        value = step.question.parse(raw, listed=False)
    except AnswerError as error:
        raise InputError(f"{key}: {error}", _("Nothing is saved.")) from None
    if isinstance(step.question, ObservationsQuestion):
        _refuse_against_facts(step.question, assessment, key, value)
    said = step.question.describe(value)
    if given:
        return Assignment(key, said, given, value=value)
    answer = _with(pack, answered(step, value, earlier, at), extras)
    return Assignment(key, said, answer=answer, gone=_gone(earlier, answer))


def _refuse_set_aside(assessment: Assessment, key: str) -> None:
    """Refuse a fact of a question of which somebody said that it does not apply.

    Raises:
        InputError: it was said.
    """
    card = assessment.answers.get(card_of(key))
    if card is not None and card.state == "not_applicable":
        message = _("Of '{key}' was said that it does not apply.").format(key=card_of(key))
        raise InputError(message, _("Take that away first: mhscan set FILE {key}=").format(key=shell(card_of(key))))


def _refuse_against_facts(question: ObservationsQuestion, assessment: Assessment, key: str, level: Value) -> None:
    """Refuse a level that the facts under it exclude: it would not count.

    Raises:
        InputError: they do.
    """
    possible = question.possible(assessment)
    if level not in possible:
        message = _("The level of '{key}' follows from its facts; these leave: {levels}.")
        hint = _("Change the facts ({keys}), or take them away. Nothing is saved.").format(
            keys=", ".join(question.observations)
        )
        raise InputError(message.format(key=key, levels=", ".join(map(str, possible))), hint)


def _gone(before: Answer | None, after: Answer | None) -> tuple[str, ...]:
    """What stood with an answer and does not stand with the one in its place, in words."""
    if before is None:
        return ()
    now = after or before.model_copy(update={"reason": None, "note": None, "evidence": (), "carried_by": None})
    was = [(_("reason"), before.reason, now.reason), (_("note"), before.note, now.note)]
    was += [(_("evidence"), one.title, None) for one in before.evidence if one not in now.evidence]
    if before.carried_by and not now.carried_by:
        was.append((_("carried by"), before.carried_by.name, None))
    return tuple(f"{name} '{text}'" for name, text, new in was if text and text != new)


def refuse_unused(planned: Iterable[Assignment], extras: Extras) -> None:
    """Refuse what was given with the answers where no answer keeps it.

    Raises:
        InputError: something would get lost.
    """
    answers = [one.answer for one in planned if one.answer is not None]
    titles = {proof.title for one in answers for proof in one.evidence}
    kept = {
        "--reason": not extras.reason or any(one.reason == extras.reason for one in answers),
        "--note": not extras.note or any(one.note == extras.note for one in answers),
        "--evidence": not extras.evidence or extras.evidence in titles,
        "--carried-by": not extras.carried_by or any(one.carried_by for one in answers),
    }
    unused = next((option for option, is_kept in kept.items() if not is_kept), "")
    if unused:
        message = _("{option} goes with none of these answers.").format(option=unused)
        hint = _("A reason goes with not_applicable, skipped or unknown, the rest with an answer. Nothing is saved.")
        raise InputError(message, hint)


def _stateful(pack: Pack, key: str, state: NoValue, earlier: Answer | None, extras: Extras, at: str) -> Answer:
    if state == "not_applicable" and not pack.can_be_set_aside(key):
        raise InputError(f"{key}: {cannot_be_set_aside(pack, key)}", instead(pack, key))
    if state == "not_applicable" and not extras.reason:
        needs = _("'not applicable' needs a reason")
        raise InputError(f"{key}: {needs}", _("Add --reason TEXT."))
    return _with(pack, without_value(state, earlier, at, extras.reason or None), extras)


def _with(pack: Pack, answer: Answer, extras: Extras) -> Answer:
    fields: dict[str, object] = {}
    if extras.note:
        fields["note"] = extras.note
    if extras.evidence:
        fields["evidence"] = (*answer.evidence, Evidence(title=extras.evidence))
    if extras.carried_by and pack.model.carriers:
        fields["carried_by"] = CarriedBy(kind=pack.model.carriers[0].id, name=extras.carried_by)
    return answer.model_copy(update=fields)


def apply(assessment: Assessment, planned: Iterable[Assignment]) -> Assessment:
    """The assessment with all answers in place."""
    for new in planned:
        if new.given:
            assessment = with_given(assessment, new.key, new.value)
        answers = {key: answer for key, answer in assessment.answers.items() if key != new.key}
        if new.answer is not None:
            answers[new.key] = new.answer
        assessment = assessment.model_copy(update={"answers": answers})
    return assessment
