"""Scores and claims in a view: whole numbers 0-100, with everything that must stand beside them."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class SourceRef(Described):
    """A claim of the source under a text."""

    id: str
    """The id of the claim, as the pack's source file has it."""
    section: str
    """The section of the source in which it stands."""
    modality: str
    """How strongly the source puts it, in a word or two; empty where the pack does not say."""
    text: str
    """What the source says, in the pack's own words."""


@dataclass(frozen=True)
class FigureView(Described):
    """A figure with everything that must stand beside it. All numbers are whole, 0-100."""

    id: str
    """The id of the phase, factor or aspect; `total` for the total."""
    title: str
    """What it is called."""
    score: int | None
    """The score, 0-100; null where too little is known, or nothing applies."""
    low: int
    """The lowest score that the open answers still allow, 0-100."""
    high: int
    """The highest score that the open answers still allow, 0-100."""
    words: str
    """The score as text, or why there is none."""
    band: str
    """The label of the band of the score; empty without a score."""
    band_text: str
    """What that band says, in a sentence; may be empty."""
    range_words: str
    """`low` and `high` as a short phrase."""
    coverage_words: str
    """How many questions are answered, as a short phrase."""
    complete: bool
    """Whether no open answer can change it: `low` and `high` are the same."""
    coverage: int
    """Which share of the questions of the questionnaire is answered, in whole percentages, 0-100."""
    status: str
    """A remark, such as that it is a quick impression; empty where there is nothing to remark."""


@dataclass(frozen=True)
class AxesView(Described):
    """The two axes with the field between them."""

    x: FigureView
    """The axis from left to right."""
    y: FigureView
    """The axis from bottom to top."""
    field: str
    """The label of the field; empty where none can be named."""
    text: str
    """What the field says, or why none is named."""
    note: str
    """The pack's remark beside the picture; may be empty."""
    split: int
    """Where the line between the fields lies on both axes, 0-100."""
