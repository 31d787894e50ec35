"""What a pack advises: rules across indicators, and the order of its actions."""

from typing import Any, Literal

from pydantic import Field, model_validator

from mhscan.base import ClaimId, FullId, Id, Seq, SourcedText, Strict, Text, Whole
from mhscan.conditions import Condition


class Detail(Strict):
    """A sentence that holds under a condition."""

    when: Condition
    text: Text


class Remedy(Strict):
    """What takes a point to watch away: the indicator to raise, and the claims that carry it (or those of the rule)."""

    indicator: FullId
    sources: Seq[ClaimId] = ()


class Rule(Strict):
    """A point to watch across indicators: when it fires, what was seen, why it matters, what takes it away.

    `details` say more of what was seen, each where its own condition is true. `ask` has questions for a council.
    """

    id: Id
    title: Text
    when: Condition
    text: Text
    details: Seq[Detail] = ()
    ask: Seq[Text] = ()
    why: SourcedText | None = None
    remedies: Seq[Remedy] = ()
    severity: Literal["warning", "notice"] | None = None
    sources: Seq[ClaimId] = ()

    @model_validator(mode="before")
    @classmethod
    def _older(cls, data: Any) -> Any:
        """A pack of before `remedies` has `mend`: the ids alone."""
        if isinstance(data, dict) and isinstance(data.get("mend"), list) and "remedies" not in data:
            data = {**data, "remedies": [{"indicator": one} for one in data["mend"]]}
            del data["mend"]
        return data

    def remedied(self) -> tuple[str, ...]:
        """The full ids of the indicators that take the point away."""
        return tuple(remedy.indicator for remedy in self.remedies)


class Priority(Strict):
    """Indicators whose actions go before the rest while `when` holds; `reason` says why.

    Each has its turn while its level is below `below`; else while it is not enough.
    """

    id: Id
    reason: str = ""
    when: Condition | None = None
    below: Whole | None = None
    indicators: Seq[FullId] = Field(min_length=1)


class QuickWin(Strict):
    """Which actions are quick wins."""

    efforts: Seq[Id]
    terms: Seq[Id]


class Advice(Strict):
    """The order of advice: what goes first, how many to show, what is quick, when a moment is near.

    A level up to `low` is low; from `enough` on there is no hurry: it is no remedy, and has no priority unless
    that says so. A scale can have its own.
    """

    priorities: Seq[Priority] = ()
    low: Whole
    enough: Whole
    shown: int = Field(5, gt=0)
    soon_days: int = Field(91, ge=0, le=36525)
    quick: QuickWin | None = None

    @model_validator(mode="before")
    @classmethod
    def _older(cls, data: Any) -> Any:
        """A pack of before `priorities` has `first`: the ids alone, so without a reason of its own."""
        if isinstance(data, dict) and isinstance(data.get("first"), list) and "priorities" not in data:
            first = {"id": "first", "indicators": data["first"]}
            data = {**data, "priorities": [first] if data["first"] else []}
            del data["first"]
        return data
