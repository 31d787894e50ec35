"""The way from answers to a figure, band, rule or action: what a trace shows, ready to be shown.

Numbers that a trace can be recomputed from are exact: whole, or a fraction such as `175/4`, as text. The line under a
field is its description in `schemas/trace.schema.json`.
"""

from dataclasses import dataclass, field
from typing import Literal

from mhscan.reports.views.described import Described
from mhscan.reports.views.figures import SourceRef


@dataclass(frozen=True)
class AnswerTrace(Described):
    """An answer with its state, and what came with it."""

    id: str
    """The key of the question."""
    title: str
    """What it is about, in a few words."""
    question: str
    """The question as it was asked."""
    state: str
    """`answered`, `unknown`, `not_applicable`, `skipped` or `not_asked`."""
    answer: str
    """The answer in words: for an indicator the sentence of the level."""
    note: str
    """The respondent's note; internal only, else empty."""
    reason: str
    """Why it does not apply; internal only, else empty."""
    carried: str
    """Who else arranges it; empty where nobody does."""


@dataclass(frozen=True)
class IndicatorTrace(Described):
    """An indicator under a figure."""

    answer: AnswerTrace
    """What was answered."""
    level: int | None
    """The level of the answer; null without one."""
    label: str
    """What that level is called; empty without one."""
    weight: str
    """How much it weighs, exact."""
    counts: bool
    """Whether it counts in the score: it is answered and surely applies."""
    applies: bool | None
    """Whether it applies; null where open answers decide."""
    waits_for: tuple[str, ...]
    """The open questions that decide whether it applies."""
    point: str | None
    """Its score, 0-100, exact; null where it has none."""
    low: str
    """The lowest that it can be, 0-100, exact."""
    high: str
    """The highest that it can be, 0-100, exact."""
    claims: tuple[SourceRef, ...]
    """The claims under it, each with its section and how firmly it is put."""
    observed: tuple[AnswerTrace, ...] = ()
    """The facts from which its level follows."""
    look_again: str = ""
    """That the level was given before its facts were asked, as a sentence; empty where it follows from them."""


@dataclass(frozen=True)
class FigureTrace(Described):
    """A figure with the formula, filled in, and all that is under it."""

    id: str
    """The kind and id of the figure, such as `phase ID`."""
    title: str
    """What it is called."""
    weight: str
    """How much it weighs in what is above it, exact."""
    mean: Literal["arithmetic", "geometric", "minimum", "best"]
    """How its parts go together."""
    formula: str
    """The formula with the numbers filled in; empty where no part has a score."""
    point: str | None
    """The mean of what is known, 0-100, exact; null where nothing is."""
    low: str
    """The lowest that the score can still become, exact."""
    high: str
    """The highest that the score can still become, exact."""
    exact: bool
    """Whether low and high are exact, or may be too wide."""
    range: str
    """How low and high come about, in words."""
    score: int | None
    """The score as it is shown, 0-100; null where it is not shown."""
    status: str
    """Why no score is shown, or a remark, in words; may be empty."""
    band: str
    """The band with its limits, in words; empty without a score."""
    coverage: str
    """How much is answered, in words."""
    parts: tuple["FigureTrace | IndicatorTrace", ...]
    """The parts that it is made of, and those that do not count."""


@dataclass(frozen=True)
class TestTrace(Described):
    """A condition with what it comes to."""

    text: str
    """What it asks, in words: a test, or how the conditions under it go together."""
    outcome: bool | None
    """Whether it holds; null where open answers decide."""
    seen: str
    """The answer or the score that it looks at, in words; empty where it looks at conditions under it."""
    parts: tuple["TestTrace", ...]
    """The conditions under it."""


@dataclass(frozen=True)
class RuleTrace(Described):
    """A rule with what it comes to, and why."""

    id: str
    """The id of the rule."""
    title: str
    """What the point is."""
    kind: str
    """Whether it is a warning or a note, as a word."""
    outcome: Literal["fired", "silent", "undecided"]
    """What it comes to."""
    text: str
    """What is the case if it fires."""
    why: str
    """Why it matters; may be empty."""
    test: TestTrace
    """Its condition."""
    remedies: tuple[str, ...]
    """What takes it away: the titles of indicators."""
    answers: tuple[AnswerTrace, ...]
    """The answers that it looks at."""
    claims: tuple[SourceRef, ...]
    """The claims under it."""


@dataclass(frozen=True)
class ActionTrace(Described):
    """An action with its place in the advice, and why."""

    id: str
    """The full id of the action."""
    title: str
    """What to do."""
    place: int | None
    """Its place in the advice, from 1; null where it is not advised."""
    to: str
    """The level that it leads to, in words."""
    why_not: str
    """Why it is not advised; empty where it is."""
    reasons: tuple[str, ...]
    """Why it stands where it stands."""
    applies_if: tuple[TestTrace, ...]
    """Where it is an action at all; empty where it always is."""
    needs: tuple[TestTrace, ...]
    """What it needs first."""
    indicator: IndicatorTrace
    """The answer that leads to it."""
    rules: tuple[RuleTrace, ...]
    """The rules that it helps against."""
    claims: tuple[SourceRef, ...]
    """The claims under the action itself."""


@dataclass(frozen=True)
class BandTrace(Described):
    """A band with the figures in it."""

    id: str
    """The id of the band."""
    title: str
    """What it is called, with its limits."""
    text: str
    """What it says; may be empty."""
    figures: tuple[str, ...]
    """The figures whose score lies in it, each with the score, in words."""


@dataclass(frozen=True)
class Trace(Described):
    """The whole way to one thing; one of its parts is filled."""

    id: str
    """What was asked for."""
    subject: str
    """Whom the assessment is about."""
    date: str
    """The date of the assessment, in words."""
    pack: str
    """The pack: its id, version and digest."""
    internal: bool
    """Whether notes and reasons are in it."""
    schema: Literal["mhscan/trace@1"] = field(default="mhscan/trace@1", kw_only=True)
    """What kind of data this is."""
    figure: FigureTrace | None = None
    """The way to a figure."""
    indicator: IndicatorTrace | None = None
    """The way to the score of an indicator."""
    answer: AnswerTrace | None = None
    """The answer to a context question."""
    rule: RuleTrace | None = None
    """The way to a rule."""
    action: ActionTrace | None = None
    """The way to an action."""
    band: BandTrace | None = None
    """The way to a band."""
