"""Nothing before the action on which it depends."""

from __future__ import annotations

from mhscan.advice.candidates import Candidate, Reason
from mhscan.conditions import All, Condition, keys_of
from mhscan.scoring.scores import Scores


def after_needs(ordered: list[Candidate], scores: Scores) -> list[Candidate]:
    """The same order, but nothing before the action on which it depends."""
    by_indicator = {candidate.score.place.id: candidate for candidate in ordered}
    done: dict[str, Candidate] = {}

    def visit(candidate: Candidate, path: frozenset[str]) -> None:
        if candidate.id in done or candidate.id in path:
            return
        for needed, is_open in _needs(candidate, scores).items():
            before = by_indicator.get(needed)
            if before is not None and before is not candidate:
                if before.id not in done:
                    before.reasons.append(Reason("enables", (candidate.id,)))
                visit(before, path | {candidate.id})
                candidate.reasons.append(Reason("waits", (before.id,)))
            elif is_open:
                candidate.reasons.append(Reason("waits_for_answer", (needed,)))
        done[candidate.id] = candidate

    for candidate in ordered:
        visit(candidate, frozenset())
    return list(done.values())


def _needs(candidate: Candidate, scores: Scores) -> dict[str, bool]:
    """The answers in the requirements of an action that are not met, and whether each is still open."""
    unmet: dict[str, bool] = {}
    for condition in candidate.action.requires:
        unmet |= _unmet(condition, scores)
    return unmet


def _unmet(condition: Condition, scores: Scores) -> dict[str, bool]:
    if isinstance(condition, All):
        return {key: is_open for one in condition.all for key, is_open in _unmet(one, scores).items()}
    outcome = scores.conditions.evaluate(condition)
    return {} if outcome.value is True else {key: key in outcome.open for key in keys_of(condition)}
