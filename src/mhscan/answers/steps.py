"""What one step of a migration makes of answers; pure, and without a pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mhscan.answers.model import Answer
from mhscan.base import Stored
from mhscan.language import _
from mhscan.pack.migration import Archive, MapValues, Merge, Rename, Rescale, Split, Step


@dataclass(frozen=True)
class Held:
    """An answer on its way to another version.

    `sources` has the ids that it had in the file; `derived` says that it is not the very answer that was given.
    """

    answer: Answer
    sources: tuple[str, ...]
    derived: bool = False


@dataclass(frozen=True)
class StepEffect:
    """What a step came to: answers by their new ids, whether what it took is archived too, and why."""

    made: Mapping[str, Held] = field(default_factory=dict)
    archived: bool = False
    why: str = ""


def apply_step(step: Step, held: Mapping[str, Held]) -> StepEffect | None:
    """What a step makes of the answers of the older version; nothing if it finds none to take."""
    if not any(key in held for key in step.taken):
        return None
    return _APPLY[step.type](step, held)


def _rename(step: Rename, held: Mapping[str, Held]) -> StepEffect:
    return StepEffect({step.to: held[step.question]}, why=_("The question has another id."))


def _archive(step: Archive, _held: Mapping[str, Held]) -> StepEffect:
    return StepEffect(archived=True, why=step.because)


def _map(step: MapValues, held: Mapping[str, Held]) -> StepEffect:
    one = held[step.question]
    if one.answer.state != "answered":
        return StepEffect({step.made[0]: one})
    value = _mapped(step, one.answer.value)
    if value is None:
        return StepEffect(archived=True, why=_("This answer does not exist any more. The question is asked again."))
    return _with_value(step.made[0], one, value, _("The answers of the question have other values."))


def _mapped(step: MapValues, value: Stored | None) -> Stored | None:
    """The value that goes with an old one; of several values those that still exist; nothing if there is none."""
    if isinstance(value, tuple):
        kept = [pair.to for each in value for pair in step.values if pair.from_ == each]
        return tuple(dict.fromkeys(str(one) for one in kept)) or None
    # True equals 1 in Python, and is another answer here.
    return next((one.to for one in step.values if one.from_ == value and type(one.from_) is type(value)), None)


def _rescale(step: Rescale, held: Mapping[str, Held]) -> StepEffect:
    one = held[step.question]
    if one.answer.state != "answered":
        return StepEffect({step.made[0]: one})
    level = one.answer.value
    if step.strategy == "reset" or isinstance(level, bool) or not isinstance(level, int) or level not in step.old:
        return StepEffect(archived=True, why=_("The scale is another one. The question is asked again."))
    rule = _clamped if step.strategy == "clamp" else _proportional
    return _with_value(step.made[0], one, rule(step, level), _("The scale is another one."))


def _clamped(step: Rescale, level: int) -> int:
    """The level itself, or the nearest that exists; the lower one of two."""
    return min(step.new, key=lambda one: (abs(one - level), one))


def _proportional(step: Rescale, level: int) -> int:
    """The level at the same place between the lowest and the highest; the lower of two that are as near."""
    last, steps = len(step.old) - 1, len(step.new) - 1
    place = step.old.index(level) * steps
    # Rounded to the nearest, with a half down: an answer must not become better by counting.
    return step.new[(2 * place + last - 1) // (2 * last)]


def _with_value(key: str, one: Held, value: Stored, why: str) -> StepEffect:
    if value == one.answer.value and type(value) is type(one.answer.value):
        return StepEffect({key: one})
    changed = one.answer.model_copy(update={"value": value})
    return StepEffect({key: replace(one, answer=changed, derived=True)}, archived=True, why=why)


def _split(step: Split, held: Mapping[str, Held]) -> StepEffect:
    if step.level == "ask":
        return StepEffect(archived=True, why=_("The question was split. Its parts are asked again."))
    part = replace(held[step.question], derived=True)
    return StepEffect(
        dict.fromkeys(step.into, part), archived=True, why=_("The question was split. Each part got the same answer.")
    )


def _merge(step: Merge, held: Mapping[str, Held]) -> StepEffect:
    parts = [held[key] for key in step.questions if key in held]
    complete = len(parts) == len(step.questions)
    chosen = _chosen(step, [one.answer for one in parts]) if complete and step.level != "ask" else None
    if chosen is None:
        return StepEffect(archived=True, why=_("Several questions became one. It is asked again."))
    sources = tuple(source for one in parts for source in one.sources)
    merged = Held(_together(chosen, [one.answer for one in parts]), sources, derived=True)
    why = _("Several questions became one. The answers were the same.")
    if step.level == "lowest":
        why = _("Several questions became one. It got the lowest level.")
    return StepEffect({step.to: merged}, archived=True, why=why)


def _chosen(step: Merge, answers: list[Answer]) -> Answer | None:
    """The answer that stands for all; nothing where the rule gives none: then it is asked again."""
    first = answers[0]
    if all((one.state, one.value) == (first.state, first.value) for one in answers):
        return first
    levels = [one.value for one in answers if isinstance(one.value, int) and not isinstance(one.value, bool)]
    if step.level != "lowest" or len(levels) < len(answers):
        return None
    return next(one for one in answers if one.value == min(levels))


def _together(chosen: Answer, answers: list[Answer]) -> Answer:
    """The chosen answer with what came with all of them: notes, reasons, evidence, who carries it."""
    return chosen.model_copy(
        update={
            "note": _joined([one.note for one in answers]),
            "reason": _joined([one.reason for one in answers]),
            "evidence": tuple(dict.fromkeys(proof for one in answers for proof in one.evidence)),
            "carried_by": chosen.carried_by or next((one.carried_by for one in answers if one.carried_by), None),
        }
    )


def _joined(texts: list[str | None]) -> str | None:
    return "\n".join(dict.fromkeys(text for text in texts if text)) or None


_APPLY: dict[str, Callable[[Any, Mapping[str, Held]], StepEffect]] = {
    "rename": _rename,
    "archive": _archive,
    "map": _map,
    "rescale": _rescale,
    "split": _split,
    "merge": _merge,
}
