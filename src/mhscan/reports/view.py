"""The view of a report: all that a report says, ready to be shown; no template computes anything.

All texts are in the pack's language and are plain text, never markup. Scores are whole numbers 0-100, shares whole
percentages 0-100. A view for the public has no notes, reasons, evidence or respondent in it: they were taken out before
it was built.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceRef:
    """A claim of the source under a text: its id, section, how strongly the source puts it, and what it says."""

    id: str
    section: str
    modality: str
    text: str


@dataclass(frozen=True)
class FigureView:
    """A figure with everything that must stand beside it.

    `score` is None where too little is known, or nothing applies; `low` and `high` always hold. `words` is the score or
    why there is none, `range_words` and `coverage_words` are the same numbers as short phrases, `status` a remark or
    nothing. All numbers are whole, 0-100.
    """

    id: str
    title: str
    score: int | None
    low: int
    high: int
    words: str
    band: str
    band_text: str
    range_words: str
    coverage_words: str
    coverage: int
    status: str


@dataclass(frozen=True)
class AxesView:
    """The two axes with the field between them; `field` is empty where none can be named, then `text` says why."""

    x: FigureView
    y: FigureView
    field: str
    text: str
    note: str
    split: int


@dataclass(frozen=True)
class EvidenceView:
    """What supports an answer."""

    title: str
    date: str
    place: str


@dataclass(frozen=True)
class IndicatorView:
    """One indicator: what was answered, what that means, what the next level asks, how strongly the source puts it.

    `level` is None without an answer. `next_text` is empty at the highest level or without an answer.
    """

    id: str
    title: str
    question: str
    state: str
    level: int | None
    label: str
    answer: str
    why: str
    strength: str
    next_label: str
    next_text: str
    action: str
    carried: str
    note: str
    reason: str
    evidence: tuple[EvidenceView, ...]
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True)
class HeadingView:
    """One heading of the source with its indicators.

    `figures` are those of its aspects; `remark` says what does not count.
    """

    title: str
    factor: str
    phase: str
    why: str
    figures: tuple[FigureView, ...]
    remark: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True)
class Seen:
    """An answer that something rests on: the question and the answer."""

    question: str
    answer: str


@dataclass(frozen=True)
class WarningView:
    """A rule that fired: what was seen, why it matters, what to do first, and the answers under it."""

    id: str
    title: str
    kind: str
    serious: bool
    text: str
    why: str
    strength: str
    first: str
    seen: tuple[Seen, ...]
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True)
class UndecidedView:
    """A rule that cannot be decided yet, with the questions that decide it."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class ActionView:
    """An advised action, with the reasons for its place."""

    id: str
    number: int
    title: str
    because: str
    leads_to: str
    steps: tuple[str, ...]
    owner: str
    partners: tuple[str, ...]
    effort: str
    term: str
    moment: str
    reasons: tuple[str, ...]
    strength: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True)
class UnknownView:
    """A question without an answer, and how to find out."""

    title: str
    question: str
    state: str
    find_out: str


@dataclass(frozen=True)
class NoticeView:
    """A text that every report carries."""

    title: str
    text: str


@dataclass(frozen=True)
class AnswerLine:
    """One line of the annex: a question, the answer in words, and what came with it."""

    id: str
    question: str
    answer: str
    extra: tuple[str, ...]


@dataclass(frozen=True)
class Annex:
    """The answers of one section of the questionnaire."""

    title: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True)
class Stamp:
    """By what a report was made, so that it can be made again."""

    pack: str
    version: str
    sha256: str
    tool: str
    questionnaire: str


@dataclass(frozen=True)
class ReportView:
    """The whole of an advice report; that of a partner (`partner`) has the answers only, and no scores."""

    language: str
    title: str
    subject: str
    facts: tuple[Seen, ...]
    date: str
    internal: bool
    partner: bool
    status: str
    top: tuple[NoticeView, ...]
    unknown: tuple[UnknownView, ...]
    not_applicable: tuple[Seen, ...]
    not_applicable_remark: str
    annex: tuple[Annex, ...]
    introduction: tuple[str, ...]
    research: tuple[str, ...]
    limits: tuple[str, ...]
    end: tuple[NoticeView, ...]
    claims: tuple[SourceRef, ...]
    stamp: Stamp
    summary: tuple[str, ...] = ()
    first_steps: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    axes: AxesView | None = None
    across: tuple[FigureView, ...] = ()
    factors: tuple[FigureView, ...] = ()
    headings: tuple[HeadingView, ...] = ()
    warnings: tuple[WarningView, ...] = ()
    more_warnings: tuple[WarningView, ...] = ()
    undecided: tuple[UndecidedView, ...] = ()
    quick_wins: tuple[ActionView, ...] = ()
    key_actions: tuple[ActionView, ...] = ()
    method: tuple[str, ...] = ()
