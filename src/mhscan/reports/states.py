"""What was said of a question: of a partner by the facts, without a level that these do not decide."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire


def partner_facts(pack: Pack, questionnaire: Questionnaire | None, key: str) -> tuple[str, ...]:
    """The facts of an indicator that a partner is asked; none where there are none, or the subject itself answers."""
    if questionnaire is None or not questionnaire.of_partner or key not in pack.places:
        return ()
    return tuple(pack.places[key].observations_in(questionnaire))


def state_of(result: Result, key: str) -> str:
    """The state of an indicator; of a partner 'answered' once something was said of each fact, and one is known."""
    score = result.scores.indicators[key]
    asked = partner_facts(result.pack, result.pack.questionnaire(result.assessment.questionnaire), key)
    states = {result.facts.get(one).state for one in asked}
    if states.isdisjoint(("answered", "unknown")):
        return score.state
    if not states <= {"answered", "unknown"}:
        return "not_asked"
    return "answered" if "answered" in states else "unknown"
