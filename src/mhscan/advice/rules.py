"""Which of the pack's rules fire, stay silent, or cannot be decided yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mhscan.conditions import keys_of
from mhscan.pack.pack import Pack
from mhscan.pack.rule import Rule
from mhscan.scoring.outcomes import Outcome
from mhscan.scoring.scores import Scores


@dataclass(frozen=True)
class RuleResult:
    """A rule with its outcome, how serious it is, and the keys of the answers that it looks at."""

    rule: Rule
    outcome: Outcome
    severity: Literal["warning", "notice"]
    looks_at: tuple[str, ...]


def run_rules(pack: Pack, scores: Scores) -> tuple[RuleResult, ...]:
    """All rules, the serious ones first, further in the order of the model."""
    results = [
        RuleResult(rule, scores.decide(rule.when), _severity(pack, rule), tuple(dict.fromkeys(keys_of(rule.when))))
        for rule in pack.model.rules
    ]
    return tuple(sorted(results, key=lambda result: result.severity != "warning"))


def _severity(pack: Pack, rule: Rule) -> Literal["warning", "notice"]:
    """What the rule says itself, else what the strongest claim under it makes it."""
    strongest = pack.strongest(rule.sources)
    return rule.severity or (strongest.severity if strongest else "notice")
