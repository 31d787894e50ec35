"""What a pack advises: rules across indicators, and the order of its actions."""

from typing import Literal

from pydantic import Field

from mhscan.base import ClaimId, FullId, Id, Seq, SourcedText, Strict, Text, Whole
from mhscan.conditions import Condition


class Detail(Strict):
    """A sentence that holds under a condition."""

    when: Condition
    text: Text


class Rule(Strict):
    """A warning across indicators: when it fires, what was seen, why it matters, which indicators mend it.

    `details` say more of what was seen, each where its own condition is true. `ask` has questions for a council.
    """

    id: Id
    title: Text
    when: Condition
    text: Text
    details: Seq[Detail] = ()
    ask: Seq[Text] = ()
    why: SourcedText | None = None
    mend: Seq[FullId] = ()
    severity: Literal["warning", "notice"] | None = None
    sources: Seq[ClaimId] = ()


class QuickWin(Strict):
    """Which actions are quick wins."""

    efforts: Seq[Id]
    terms: Seq[Id]


class Advice(Strict):
    """The order of advice: what blocks the rest, how many to show, what is quick, when a moment is near.

    A level up to `low` is low; one from `enough` on mends no point to watch any more. A scale can have its own.
    """

    first: Seq[FullId] = ()
    low: Whole
    enough: Whole
    shown: int = Field(5, gt=0)
    soon_days: int = Field(91, ge=0, le=36525)
    quick: QuickWin | None = None
