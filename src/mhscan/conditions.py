"""The one grammar of conditions, which serves questions, rules and actions alike.

A condition is a mapping whose first key says what it tests. It holds no logic: what it comes to for a given
assessment is worked out in `mhscan.scoring.conditions`, with three outcomes: true, false, or cannot be said.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from mhscan.base import CONTEXT, SUBJECT, ComparedKey, DayCount, FullId, Id, Number, ObservationId, Seq, Strict, Whole
from mhscan.errors import Path

State = Literal["answered", "unknown", "not_applicable", "skipped", "not_asked"]
Scalar = str | bool | Number


class Node(Strict):
    """What all conditions have: what stands in them, and what they look at themselves."""

    def children(self) -> "Iterator[tuple[Path, Condition]]":
        """The conditions that it puts together, each with its place in it."""
        yield from ()

    def answer_keys(self) -> tuple[str, ...]:
        """The keys of the answers that it looks at itself."""
        return ()

    def figure_refs(self) -> "tuple[FigureRef, ...]":
        """The scores that it looks at itself."""
        return ()


class All(Node):
    """True if each of the conditions is."""

    all: Seq["Condition"] = Field(min_length=1)

    def children(self) -> "Iterator[tuple[Path, Condition]]":
        """Each of the conditions."""
        yield from ((("all", n), condition) for n, condition in enumerate(self.all))


class AnyOf(Node):
    """True if at least one of the conditions is."""

    any: Seq["Condition"] = Field(min_length=1)

    def children(self) -> "Iterator[tuple[Path, Condition]]":
        """Each of the conditions."""
        yield from ((("any", n), condition) for n, condition in enumerate(self.any))


class Not(Node):
    """True if the condition is false."""

    not_: "Condition" = Field(alias="not")

    def children(self) -> "Iterator[tuple[Path, Condition]]":
        """The condition that is turned round."""
        yield ("not",), self.not_


class DaysAhead(Strict):
    """How many days a date lies after the date of the scan: below 0 it lies before it."""

    at_least: DayCount | None = None
    at_most: DayCount | None = None


class ValueTest(Node):
    """What can be asked of the answer to a context question or a field of the subject; all that is given must hold.

    `above` names another answer, with the prefix of its key, that this one is larger or later than. `ahead` tests a
    date by the date of the scan.
    """

    is_: Scalar | None = Field(None, alias="is")
    in_: Seq[Scalar] | None = Field(None, alias="in")
    has: Id | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    above: ComparedKey | None = None
    ahead: DaysAhead | None = None
    state: State | None = None


class ContextTest(ValueTest):
    """A test of the answer to a context question."""

    context: Id

    def answer_keys(self) -> tuple[str, ...]:
        """The key of the question, and of the one that it is compared with."""
        return _with_compared(CONTEXT + self.context, self)


class SubjectTest(ValueTest):
    """A test of a field of the subject, such as its number of inhabitants."""

    subject: Id

    def answer_keys(self) -> tuple[str, ...]:
        """The key of the field, and of the question that it is compared with."""
        return _with_compared(SUBJECT + self.subject, self)


def _with_compared(key: str, test: ValueTest) -> tuple[str, ...]:
    return (key,) if test.above is None else (key, test.above)


class ObservationTest(ValueTest):
    """A test of one observed fact; in the levels of its own indicator its short id is enough."""

    observation: ObservationId
    has: ClassVar[None] = None  # type: ignore[misc]  # a fact has one answer, so nothing can be among several

    def answer_keys(self) -> tuple[str, ...]:
        """The full id of the fact, and of the question that it is compared with."""
        return _with_compared(self.observation, self)


class LevelTest(Node):
    """What can be asked of an indicator: its level, its state, who carries it; all that is given must hold."""

    at_least: Whole | None = None
    at_most: Whole | None = None
    state: State | None = None
    carried: Id | None = None


class IndicatorTest(LevelTest):
    """A test of one indicator."""

    indicator: FullId

    def answer_keys(self) -> tuple[str, ...]:
        """The id of the indicator."""
        return (self.indicator,)


class FigureRef(Node):
    """A figure: the score of one factor or of one phase."""

    factor: Id | None = None
    phase: Id | None = None

    @property
    def name(self) -> str:
        """The name of the figure among all scores: its kind and its id."""
        return f"factor {self.factor}" if self.factor else f"phase {self.phase}"


class FigureTest(FigureRef):
    """A test of the score (0-100) of a factor or a phase."""

    at_least: Number | None = None
    at_most: Number | None = None

    def figure_refs(self) -> "tuple[FigureRef, ...]":
        """Its figure."""
        return (self,)


class GapTest(Strict):
    """True if `high` is at least so many points above `low`, with enough coverage on both and bands apart."""

    high: FigureRef
    low: FigureRef
    at_least: Number


class Gap(Node):
    """A gap between two figures."""

    gap: GapTest

    def figure_refs(self) -> "tuple[FigureRef, ...]":
        """Both figures."""
        return self.gap.high, self.gap.low


class Each(LevelTest):
    """One test over all indicators of a phase or a factor."""

    phase: Id | None = None
    factor: Id | None = None


class CountOf(Node):
    """True if the number of true conditions lies between `at_least` and `at_most`."""

    count_of: "Seq[Condition] | Each"
    at_least: Whole | None = None
    at_most: Whole | None = None

    def children(self) -> "Iterator[tuple[Path, Condition]]":
        """Each of the conditions that are counted; none for one test over many indicators."""
        if not isinstance(self.count_of, Each):
            yield from ((("count_of", n), condition) for n, condition in enumerate(self.count_of))


KINDS = {
    "all": All,
    "any": AnyOf,
    "not": Not,
    "gap": Gap,
    "count_of": CountOf,
    "context": ContextTest,
    "subject": SubjectTest,
    "indicator": IndicatorTest,
    "observation": ObservationTest,
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
    | Annotated[ObservationTest, Tag("<ObservationTest>")]
    | Annotated[FigureTest, Tag("<FigureTest>")]
    | Annotated[Gap, Tag("<Gap>")]
    | Annotated[CountOf, Tag("<CountOf>")],
    Discriminator(condition_kind),
]


def walk(condition: Condition, path: Path = ()) -> Iterator[tuple[Path, Condition]]:
    """A condition and all conditions in it, each with its place, in the order in which they stand there."""
    yield path, condition
    for inside, child in condition.children():
        yield from walk(child, (*path, *inside))


def of_indicator(condition: Condition, indicator: str) -> Condition:
    """A condition in the levels of an indicator, with the full ids of its facts in the place of the short ones."""
    if isinstance(condition, ObservationTest):
        short = "." not in condition.observation
        full = f"{indicator}.{condition.observation}" if short else condition.observation
        return condition.model_copy(update={"observation": full})
    if isinstance(condition, Not):
        return condition.model_copy(update={"not_": of_indicator(condition.not_, indicator)})
    for name in ("all", "any", "count_of"):
        parts = getattr(condition, name, None)
        if isinstance(parts, tuple):
            return condition.model_copy(update={name: tuple(of_indicator(one, indicator) for one in parts)})
    return condition


def keys_of(condition: Condition) -> list[str]:
    """The keys of the answers that a condition names, in the order in which it names them."""
    return [key for _path, each in walk(condition) for key in each.answer_keys()]


def score_tests(condition: Condition) -> list[FigureTest | Gap]:
    """The tests of scores in a condition, in the order in which they stand there."""
    return [each for _path, each in walk(condition) if isinstance(each, FigureTest | Gap)]


def figures_of(condition: Condition) -> list[FigureRef]:
    """The scores that a condition names, in the order in which it names them."""
    return [ref for test in score_tests(condition) for ref in test.figure_refs()]
