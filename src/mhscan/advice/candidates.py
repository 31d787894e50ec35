"""Actions on their way to a place in the advice, with the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mhscan.pack.factor import Action
from mhscan.scoring.scores import IndicatorScore

ReasonKind = Literal[
    "blocks", "mends", "enables", "waits", "waits_for_answer", "moment", "claim", "lagging_axis", "small_effort"
]


@dataclass(frozen=True)
class Reason:
    """One reason for the place of an action: its kind, and what it is about (ids of rules, actions, a phase, ...)."""

    kind: ReasonKind
    about: tuple[str, ...] = ()


@dataclass
class Candidate:
    """An action on its way to a place in the order: `key` sorts it, and `reasons` say why."""

    score: IndicatorScore
    action: Action
    level: int
    reasons: list[Reason] = field(default_factory=list)
    key: tuple[object, ...] = ()

    @property
    def id(self) -> str:
        """The full id of the action."""
        return f"{self.score.place.factor.id}.{self.action.id}"
