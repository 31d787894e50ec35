"""A factor with its aspects, indicators, levels and actions: one file each in a pack's `factors/`."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

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


def _others_kind(value: Any) -> str:
    """The tag of what a value is meant to be, so that a wrong one is one fault."""
    return "<id>" if isinstance(value, str) else "<bool>"


Others = Annotated[Annotated[bool, Tag("<bool>")] | Annotated[Id, Tag("<id>")], Discriminator(_others_kind)]
"""Whether an effect depends on others: true or false, or the id of those on whom it depends."""


class Variant(Strict):
    """Where `when` is true, what it gives takes the place of the same in its action; the rest stays."""

    when: Condition
    also: Seq[FullId] | None = None
    title: Text | None = None
    proposal: Text | None = None
    result: Text | None = None
    steps: Seq[Text] | None = Field(None, min_length=1)
    owner: Id | None = None
    partners: Seq[Id] | None = None
    decided_by: Id | None = None
    depends_on_others: Others | None = None

    def given(self) -> dict[str, Any]:
        """What takes the place of the same key in the action."""
        return {key: getattr(self, key) for key in self.model_fields_set - {"when"}}


class Action(Strict):
    """Something to do that raises an indicator to the level `to`, from any below it.

    `title` speaks to whoever starts. `proposal` says the same of the subject, for whoever decides or asks about it;
    `result` says what is there when it is done. `aliases` are full ids that it had before. Where `applies_if` is false,
    it is no action for this subject. What `depends_on_others` is not in the hand of the subject, but of those that
    it names, or else of those that decide. What is `ours` has no source. `also` has the full ids of other indicators
    that it settles in the same conversation; `target` and `what-if` count only the effect on its own.
    """

    id: Id
    aliases: Seq[FullId] = ()
    to: Whole
    also: Seq[FullId] = ()
    applies_if: Condition | None = None
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
    decided_by: Id | None = None
    depends_on_others: Others = False
    ours: bool = False
    sources: Seq[ClaimId] = ()
    variants: Seq[Variant] = ()

    @property
    def up_to(self) -> str | None:
        """The id of those in whose hand its effect is; nothing where that is the subject, or is not said."""
        if isinstance(self.depends_on_others, str):
            return self.depends_on_others
        return self.decided_by if self.depends_on_others else None

    def as_variant(self, variant: Variant) -> "Action":
        """The same action with what a variant gives."""
        return self.model_copy(update=variant.given())


class Indicator(Observed):
    """One observable thing, with a scale and a text for each of its levels, and perhaps facts from which they follow.

    With `not_applicable: false` nobody can say that it does not apply; its own condition still can. `asks` has the
    roles that probably know the answer, the likeliest first.
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
    asks: Seq[Id] = ()
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
