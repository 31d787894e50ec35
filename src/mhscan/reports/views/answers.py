"""Answers in a view, in words."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described
from mhscan.reports.views.figures import FigureView, SourceRef


@dataclass(frozen=True)
class Seen(Described):
    """An answer that something rests on, or a fact about the subject."""

    question: str
    """What was asked, in a few words or as the whole question."""
    answer: str
    """The answer in words."""


@dataclass(frozen=True)
class EvidenceView(Described):
    """What supports an answer; internal reports only."""

    title: str
    """What it is called."""
    date: str
    """Its date in words; may be empty."""
    place: str
    """Where it can be found; may be empty."""


@dataclass(frozen=True)
class IndicatorView(Described):
    """One indicator: what was answered, what that means, what the next level asks, how strongly the source puts it."""

    id: str
    """The full id, `FACTOR.INDICATOR`."""
    title: str
    """What it is about, in a few words."""
    question: str
    """The question as it was asked."""
    state: str
    """`answered`, `unknown`, `not_applicable`, `skipped` or `not_asked`."""
    level: int | None
    """The level of the answer; null without an answer."""
    label: str
    """What that level is called; empty without an answer."""
    answer: str
    """The answer in words; also says that there is none."""
    why: str
    """Why it matters; may be empty."""
    strength: str
    """How strongly the source puts it, as a sentence."""
    next_label: str
    """What the next level is called; empty at the highest level or without an answer."""
    next_text: str
    """What the next level asks; empty at the highest level or without an answer."""
    action: str
    """The action that leads on; empty where there is none."""
    carried: str
    """Who else arranges it, such as a region; empty where nobody does."""
    note: str
    """The respondent's note; internal reports only, else empty."""
    reason: str
    """Why it does not apply; internal reports only, else empty."""
    evidence: tuple[EvidenceView, ...]
    """What supports the answer; internal reports only, else empty."""
    sources: tuple[SourceRef, ...]
    """The claims under it."""
    observed: tuple[str, ...] = ()
    """What is there, what is missing and what is not known, a sentence each; empty without observations."""
    look_again: str = ""
    """That the level was given before its facts were asked, as a sentence; empty where it follows from them."""


@dataclass(frozen=True)
class HeadingView(Described):
    """One heading of the source with its indicators."""

    title: str
    """The heading."""
    factor: str
    """The title of the factor that it belongs to."""
    factor_id: str
    """The id of that factor."""
    phase: str
    """The title of the phase; empty in a pack without phases."""
    why: str
    """Why the factor matters; may be empty."""
    figures: tuple[FigureView, ...]
    """The figures of its aspects."""
    remark: str
    """What does not count in a score; may be empty."""
    indicators: tuple[IndicatorView, ...]
    """Its indicators, in the order of the pack."""


@dataclass(frozen=True)
class UnknownView(Described):
    """A question without an answer."""

    title: str
    """What it is about, in a few words."""
    question: str
    """The question as it was asked."""
    state: str
    """Why there is no answer, in a word or two."""
    find_out: str
    """Where the answer can be found, as a sentence; may be empty."""


@dataclass(frozen=True)
class SignalView(Described):
    """Answers that do not fit together; internal reports only."""

    id: str
    """The id of the signal."""
    text: str
    """Why they do not fit together."""
    answers: tuple[Seen, ...]
    """These answers."""
    remark: str
    """What the respondent says about it, in the notes with these answers; empty where nothing is said."""


@dataclass(frozen=True)
class AnswerLine(Described):
    """One line of the annex."""

    id: str
    """The id of the question."""
    question: str
    """The question as it was asked."""
    answer: str
    """The answer in words, with the level before it."""
    extra: tuple[str, ...]
    """What came with it, each as a phrase; mostly internal reports only."""


@dataclass(frozen=True)
class Annex(Described):
    """The answers of one section of the questionnaire."""

    title: str
    """The title of the section."""
    lines: tuple[AnswerLine, ...]
    """Its questions with their answers."""
