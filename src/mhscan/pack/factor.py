"""A factor with its aspects, indicators, levels and actions: one file each in a pack's `factors/`."""

from typing import Literal

from pydantic import Field

from mhscan.base import ClaimId, FullId, Id, Seq, SourcedText, Strict, Text, Weight, Whole
from mhscan.conditions import Condition
from mhscan.pack.observation import Observed


class Level(Strict):
    """One step of an indicator: a sentence that a colleague can check, and a label if the scale's does not fit.

    Of an indicator with observations, each level but the lowest has a condition on them; the highest that is met holds.
    """

    level: Whole
    text: Text
    label: str | None = None
    when: Condition | None = None


class Action(Strict):
    """Something to do that raises an indicator to the level `to`, from any below it.

    `title` speaks to whoever starts. `proposal` says the same of the subject, for whoever decides or asks about it;
    `result` says what is there when it is done. `aliases` are full ids that it had before.
    """

    id: Id
    aliases: Seq[FullId] = ()
    to: Whole
    title: Text
    proposal: Text | None = None
    result: Text | None = None
    steps: Seq[Text] = Field(min_length=1)
    owner: Id | None = None
    partners: Seq[Id] = ()
    effort: Id | None = None
    term: Id | None = None
    moment: Id | None = None
    requires: Seq[Condition] = ()
    sources: Seq[ClaimId] = ()


class Indicator(Observed):
    """One observable thing, with a scale and a text for each of its levels, and perhaps facts from which they follow.

    With `not_applicable: false` nobody can say that it does not apply; its own condition still can.
    """

    id: Id
    aliases: Seq[FullId] = ()
    aspect: Id
    scale: Id
    weight: Weight = 1
    applies_if: Condition | None = None
    not_applicable: bool = True
    title: Text
    question: Text
    help: SourcedText | None = None
    why: SourcedText | None = None
    levels: Seq[Level] = Field(min_length=2)
    evidence: Seq[Text] = ()
    sources: Seq[ClaimId] = ()
    actions: Seq[Action] = ()

    def level_text(self, level: int) -> str:
        """The sentence of a level; empty for a level that this indicator does not have."""
        return next((one.text for one in self.levels if one.level == level), "")


class Aspect(Strict):
    """A part of a factor, which stands under one heading of the source.

    `combine` says how its indicators make one score: their mean, or the best of them. An aspect that is not scored is
    shown and advised on only.
    """

    id: Id
    title: Text
    section: str = ""
    weight: Weight = 1
    combine: Literal["mean", "best"] = "mean"
    scored: bool = True


class Factor(Strict):
    """A factor: aspects, and the indicators that belong to them."""

    schema_: Literal["mhscan/factor@1"] = Field(alias="schema")
    id: Id
    aliases: Seq[Id] = ()
    phase: Id | None = None
    title: Text
    why: SourcedText | None = None
    weight: Weight = 1
    aspects: Seq[Aspect] = Field(min_length=1)
    indicators: Seq[Indicator] = Field(min_length=1)
