"""The one grammar of conditions, which serves questions, rules and actions alike.

A condition is a mapping whose first key says what it tests. It holds no logic: what it comes to for a given
assessment is worked out in `mhscan.scoring.conditions`, with three outcomes: true, false, or cannot be said.
"""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from mhscan.base import FullId, Id, Number, Seq, Strict, Whole

State = Literal["answered", "unknown", "not_applicable", "skipped", "not_asked"]
Scalar = str | bool | Number


class All(Strict):
    """True if each of the conditions is."""

    all: Seq["Condition"] = Field(min_length=1)


class AnyOf(Strict):
    """True if at least one of the conditions is."""

    any: Seq["Condition"] = Field(min_length=1)


class Not(Strict):
    """True if the condition is false."""

    not_: "Condition" = Field(alias="not")


class ValueTest(Strict):
    """What can be asked of the answer to a context question or a field of the subject; all that is given must hold."""

    is_: Scalar | None = Field(None, alias="is")
    in_: Seq[Scalar] | None = Field(None, alias="in")
    has: Id | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    state: State | None = None


class ContextTest(ValueTest):
    """A test of the answer to a context question."""

    context: Id


class SubjectTest(ValueTest):
    """A test of a field of the subject, such as its number of inhabitants."""

    subject: Id


class LevelTest(Strict):
    """What can be asked of an indicator: its level, its state, who carries it; all that is given must hold."""

    at_least: Whole | None = None
    at_most: Whole | None = None
    state: State | None = None
    carried: Id | None = None


class IndicatorTest(LevelTest):
    """A test of one indicator."""

    indicator: FullId


class FigureRef(Strict):
    """A figure: the score of one factor or of one phase."""

    factor: Id | None = None
    phase: Id | None = None


class FigureTest(FigureRef):
    """A test of the score (0-100) of a factor or a phase."""

    at_least: Number | None = None
    at_most: Number | None = None


class GapTest(Strict):
    """True if `high` is at least so many points above `low`, with enough coverage on both and bands apart."""

    high: FigureRef
    low: FigureRef
    at_least: Number


class Gap(Strict):
    """A gap between two figures."""

    gap: GapTest


class Each(LevelTest):
    """One test over all indicators of a phase or a factor."""

    phase: Id | None = None
    factor: Id | None = None


class CountOf(Strict):
    """True if the number of true conditions lies between `at_least` and `at_most`."""

    count_of: "Seq[Condition] | Each"
    at_least: Whole | None = None
    at_most: Whole | None = None


KINDS = {
    "all": All,
    "any": AnyOf,
    "not": Not,
    "gap": Gap,
    "count_of": CountOf,
    "context": ContextTest,
    "subject": SubjectTest,
    "indicator": IndicatorTest,
    "factor": FigureTest,
    "phase": FigureTest,
}
"""The key that tells what a condition tests, and the model that goes with it."""


def condition_kind(value: Any) -> str | None:
    """The tag of the model that a condition belongs to, from the keys that it has."""
    names = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    keys = {str(name).rstrip("_") for name in names}
    return next((f"<{kind.__name__}>" for key, kind in KINDS.items() if key in keys), None)


Condition = Annotated[
    Annotated[All, Tag("<All>")]
    | Annotated[AnyOf, Tag("<AnyOf>")]
    | Annotated[Not, Tag("<Not>")]
    | Annotated[ContextTest, Tag("<ContextTest>")]
    | Annotated[SubjectTest, Tag("<SubjectTest>")]
    | Annotated[IndicatorTest, Tag("<IndicatorTest>")]
    | Annotated[FigureTest, Tag("<FigureTest>")]
    | Annotated[Gap, Tag("<Gap>")]
    | Annotated[CountOf, Tag("<CountOf>")],
    Discriminator(condition_kind),
]
