"""What the public may see of an assessment; taken out before a view is built, so that no face can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mhscan.answers.model import ROLE, Answer, Assessment, Respondent
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import gather

Audience = Literal["public", "internal"]


@dataclass(frozen=True)
class Shown:
    """An assessment as an audience may see it.

    `hidden` has the keys of counts that are too small to show, `withheld` those of free texts that were answered.
    """

    assessment: Assessment
    audience: Audience
    hidden: frozenset[str]
    withheld: frozenset[str]


def redact(pack: Pack, assessment: Assessment, audience: Audience) -> Shown:
    """The assessment for an audience.

    For the public: no notes, reasons, evidence or respondent, no free text, no count below the pack's small number, and
    nothing that does not fit the pack, since nobody knows then what it is.
    """
    if audience == "internal":
        return Shown(assessment, audience, frozenset(), frozenset())
    left_out = gather(pack, assessment).left_out
    fitting = {key: answer for key, answer in assessment.answers.items() if key not in left_out}
    texts = {key for key, question in pack.context.items() if question.free_text}
    withheld = frozenset(key for key, answer in fitting.items() if key in texts and answer.state == "answered")
    hidden = frozenset(key for key, answer in fitting.items() if _is_small(pack, key, answer))
    answers = {key: _public(answer, key in hidden) for key, answer in fitting.items() if key not in withheld}
    redacted = {"answers": answers, "archived": {}, "respondent": Respondent(id="")}
    return Shown(assessment.model_copy(update=redacted), audience, hidden, withheld)


def _is_small(pack: Pack, key: str, answer: Answer) -> bool:
    question = pack.context.get(key)
    value = answer.value
    if question is None or question.type != "number" or isinstance(value, bool):
        return False
    return isinstance(value, int | float) and value < pack.model.privacy.small_number


def _public(answer: Answer, hide: bool) -> Answer:
    return Answer(
        state=answer.state,
        value=None if hide else answer.value,
        reason=ROLE if answer.state == "unknown" and answer.reason == ROLE else None,
        carried_by=answer.carried_by,
        derived_from=answer.derived_from,
    )
