"""What the public may see of an assessment; taken out before a view is built, so that no face can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.pack.pack import Pack

Audience = Literal["public", "internal"]


@dataclass(frozen=True)
class Shown:
    """An assessment as an audience may see it; `hidden` has the keys of counts that are too small to show."""

    assessment: Assessment
    audience: Audience
    hidden: frozenset[str]


def redact(pack: Pack, assessment: Assessment, audience: Audience) -> Shown:
    """The assessment for an audience.

    For the public: no notes, reasons, evidence or respondent, no free text, and no count below the pack's small number.
    """
    if audience == "internal":
        return Shown(assessment, audience, frozenset())
    hidden = frozenset(key for key, answer in assessment.answers.items() if _is_small(pack, key, answer))
    texts = {key for key, question in pack.context.items() if question.free_text}
    answers = {key: _public(answer, key in hidden) for key, answer in assessment.answers.items() if key not in texts}
    nobody = Respondent(id="")
    return Shown(assessment.model_copy(update={"answers": answers, "respondent": nobody}), audience, hidden)


def _is_small(pack: Pack, key: str, answer: Answer) -> bool:
    question = pack.context.get(key)
    value = answer.value
    if question is None or question.type != "number" or isinstance(value, bool):
        return False
    return isinstance(value, int | float) and value < pack.model.privacy.small_number


def _public(answer: Answer, hide: bool) -> Answer:
    return answer.model_copy(
        update={
            "note": None,
            "reason": None,
            "evidence": (),
            "at": None,
            "value": None if hide else answer.value,
        }
    )
