"""Everything that follows from an assessment: scores, profile, rules and actions together."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.advice.actions import Advised, advise
from mhscan.advice.fitting import fitted
from mhscan.advice.profile import ProfileResult, place_in_profile
from mhscan.advice.rules import RuleResult, run_rules
from mhscan.answers.model import Assessment
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.facts import NOTHING_SUPPRESSED, Facts, Suppressed, gather
from mhscan.scoring.scores import Scores, score


@dataclass(frozen=True)
class Result:
    """What an assessment comes to under a pack."""

    pack: Pack
    assessment: Assessment
    facts: Facts
    scores: Scores
    profile: ProfileResult | None
    rules: tuple[RuleResult, ...]
    actions: tuple[Advised, ...]
    suppressed: Suppressed = NOTHING_SUPPRESSED

    def fitted(self, place: Place, action: Action) -> Action:
        """An action as it is put for the subject of this result."""
        return fitted(self.pack, self.assessment, self.scores.conditions, place, action)


def evaluate(pack: Pack, assessment: Assessment, suppressed: Suppressed = NOTHING_SUPPRESSED) -> Result:
    """The result of an assessment; the same input gives the same result, whatever the order of its answers.

    What is suppressed counts as it is seen: a count is any small number, and what depends on it was not asked.
    """
    facts = gather(pack, assessment, suppressed.primary)
    scores = score(pack, facts, asked_of(pack, assessment) - suppressed.secondary)
    rules = run_rules(pack, scores)
    return Result(
        pack,
        assessment,
        facts,
        scores,
        place_in_profile(pack, scores.phases),
        rules,
        advise(pack, assessment, scores, rules),
        suppressed,
    )


def asked_of(pack: Pack, assessment: Assessment) -> frozenset[str]:
    """What the questionnaire of an assessment asks; all indicators where the pack does not know it."""
    questionnaire = pack.questionnaire(assessment.questionnaire)
    return frozenset(questionnaire.asks()) if questionnaire else frozenset(pack.places)
