"""What the public may see of an assessment; taken out before a view is built, so that no face can show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import ROLE, Answer, Assessment, Respondent
from mhscan.base import SUBJECT, card_of
from mhscan.pack.pack import Pack
from mhscan.questions.measures import counts_in
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Suppressed, gather

Audience = Literal["public", "internal"]


@dataclass(frozen=True)
class Shown:
    """An assessment as an audience may see it.

    `hidden` has the keys of counts that are too small to show, `withheld` those of free texts, and of what the pack
    keeps internal, that were answered. These decide whether the questions in `dependent` are asked, so what was said
    about those may not be seen either.
    """

    assessment: Assessment
    audience: Audience
    hidden: frozenset[str]
    withheld: frozenset[str]
    dependent: frozenset[str] = frozenset()

    @property
    def suppressed(self) -> Suppressed:
        """All that may not be seen."""
        return Suppressed(self.hidden | self.withheld, self.dependent)


def seen_by(audience: Audience, result: Result) -> tuple[Result, Shown]:
    """What an audience may see of a result, and of its assessment.

    All that follows is worked out anew from what may be seen. So nothing in it can tell one suppressed answer from
    another: no score, range, rule or action, and no question that applies or does not.
    """
    shown = redact(result.pack, result.assessment, audience)
    return (evaluated(shown, result.pack) if shown.suppressed.keys else result), shown


def evaluated(shown: Shown, pack: Pack) -> Result:
    """What an assessment comes to as an audience may see it."""
    return evaluate(pack, shown.assessment, shown.suppressed)


def evaluate_for(audience: Audience, pack: Pack, assessment: Assessment) -> Result:
    """What an assessment comes to for an audience."""
    return evaluated(redact(pack, assessment, audience), pack)


def redact(pack: Pack, assessment: Assessment, audience: Audience) -> Shown:
    """The assessment for an audience.

    For the public: no notes, reasons, evidence or respondent, no free text, no answer that the pack keeps internal, no
    count below the pack's small number, no answer to a question that depends on these, and nothing that does not fit
    the pack, since nobody knows then what it is.
    """
    if audience == "internal":
        return Shown(assessment, audience, frozenset(), frozenset())
    left_out = gather(pack, assessment).left_out
    fitting = {key: answer for key, answer in assessment.answers.items() if key not in left_out}
    own = _never_public(pack)
    withheld = frozenset(key for key, answer in fitting.items() if key in own and answer.state == "answered")
    hidden = frozenset(key for key, answer in fitting.items() if _is_small(pack, key, answer))
    answers = {key: _public(answer, key in hidden) for key, answer in fitting.items() if key not in withheld}
    subject = {key: value for key, value in assessment.subject.items() if SUBJECT + key not in own}
    redacted = {"answers": answers, "archived": {}, "respondent": Respondent(id=""), "subject": subject}
    seen = Shown(assessment.model_copy(update=redacted), audience, hidden, withheld)
    return _without_dependent(pack, seen) if seen.suppressed.keys else seen


def _never_public(pack: Pack) -> set[str]:
    """The keys of context questions in free text, and of all questions and facts that the pack keeps internal."""
    texts = {key for key, question in pack.context.items() if question.free_text}
    asked = pack.context | pack.subject_fields | pack.observations
    return texts | {key for key, question in asked.items() if question.internal}


def _without_dependent(pack: Pack, shown: Shown) -> Shown:
    """The same without the answers to questions of which a suppressed answer decides whether they are asked."""
    while True:
        # A level that follows from a fact that may not be seen would give it away too.
        keys = shown.suppressed.keys | {card_of(key) for key in shown.hidden | shown.withheld}
        conditions = Conditions(pack, gather(pack, shown.assessment, shown.suppressed.primary))
        dependent = {key for key in (*pack.context, *pack.places) if not conditions.applies(key).open.isdisjoint(keys)}
        if dependent <= shown.dependent:
            return shown
        answers = {key: answer for key, answer in shown.assessment.answers.items() if key not in dependent}
        rest = shown.assessment.model_copy(update={"answers": answers})
        shown = replace(shown, assessment=rest, dependent=shown.dependent | dependent)


def _is_small(pack: Pack, key: str, answer: Answer) -> bool:
    if key in pack.observations and not pack.observations[key].people:
        return False
    question = pack.asked_by_type(key)
    is_count = question is not None and question.traits.count
    return is_count and any(one < pack.model.privacy.small_number for one in counts_in(answer.value))


def _public(answer: Answer, hide: bool) -> Answer:
    return Answer(
        state=answer.state,
        value=None if hide else answer.value,
        reason=ROLE if answer.state == "unknown" and answer.reason == ROLE else None,
        carried_by=answer.carried_by,
        derived_from=answer.derived_from,
    )
