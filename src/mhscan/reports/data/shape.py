"""The fixed shape of a result as data; `result` fills it.

Scores are numbers 0-100 rounded to two decimals, shares 0-1 rounded to four; null means that there is none. What each
key holds stands in `loading/descriptions.toml`.
"""

from dataclasses import dataclass
from typing import Literal

from mhscan.conditions import State
from mhscan.questions.base import Value
from mhscan.reports.words import OutcomeWord
from mhscan.scoring.coverage import Status


@dataclass(frozen=True)
class PackDocument:
    """The pack under a result."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True)
class MadeWith:
    """What an assessment was made with, and whether that is the pack under the result.

    `earlier` has the packs that its answers were carried over from, the first one first.
    """

    pack: PackDocument
    same: bool
    earlier: tuple[PackDocument, ...]


@dataclass(frozen=True)
class AssessmentDocument:
    """Which assessment a result is about."""

    id: str
    subject: str
    date: str
    questionnaire: str
    perspective: Literal["own", "partner"]
    status: Literal["draft", "final"]
    made_with: MadeWith


@dataclass(frozen=True)
class CoverageDocument:
    """How many scored indicators apply or may apply, and are answered: of the questionnaire used, and of the model."""

    answered: int
    questionnaire: int
    model: int
    share_of_questionnaire: float | None
    share_of_model: float | None


@dataclass(frozen=True)
class BandDocument:
    """A band of scores."""

    id: str
    label: str


@dataclass(frozen=True)
class FigureDocument:
    """The score of an aspect, factor or phase.

    `low` and `high` hold over every way to complete the answers; `exact` is false where they may be wider than that.
    """

    id: str
    title: str
    score: float | None
    low: float
    high: float
    exact: bool
    status: Status
    band: BandDocument | None
    coverage: CoverageDocument
    counts: dict[State, int]


@dataclass(frozen=True)
class IndicatorDocument:
    """One indicator; `applies` is null where that cannot be said yet."""

    id: str
    title: str
    state: State
    applies: bool | None
    asked: bool
    level: int | None
    label: str | None
    score: float | None
    low: float
    high: float
    carried_by: str | None
    possible: tuple[int, ...] = ()
    look_again: bool = False


@dataclass(frozen=True)
class ProfileDocument:
    """The field between the two axes, or why none is named and which axes keep it from being named."""

    x: str
    y: str
    field: str | None
    label: str | None
    why_not: Literal["too_little_known", "near_split", "band_crosses"] | None
    axes: tuple[str, ...]


@dataclass(frozen=True)
class SeenDocument:
    """An answer that something rests on."""

    id: str
    state: State
    value: Value | None


@dataclass(frozen=True)
class RuleDocument:
    """A rule: it fired, stayed silent, or cannot be decided while the answers in `open` are open."""

    id: str
    title: str
    severity: Literal["warning", "notice"]
    outcome: OutcomeWord
    answers: tuple[SeenDocument, ...]
    open: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class SignalDocument:
    """Answers that do not fit together: whether that is so, which ones, and whether a note explains it."""

    id: str
    text: str
    outcome: OutcomeWord
    answers: tuple[SeenDocument, ...]
    explained: bool


@dataclass(frozen=True)
class ReasonDocument:
    """A reason for the place of an action: its kind, and the ids that it is about."""

    kind: str
    about: tuple[str, ...]


@dataclass(frozen=True)
class ActionDocument:
    """An advised action, in the order of the advice."""

    id: str
    title: str
    indicator: str
    from_level: int
    to_level: int
    effort: str | None
    term: str | None
    moment: str | None
    owner: str | None
    decided_by: str | None
    depends_on_others: bool
    up_to: str | None
    ours: bool
    quick: bool
    reasons: tuple[ReasonDocument, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class AsideDocument:
    """What was said not to apply: which indicators, and which share (0-1) of those that are scored.

    `above` tells whether that is more than the pack's limit.
    """

    indicators: tuple[str, ...]
    share: float
    limit: float
    above: bool


@dataclass(frozen=True)
class LensGroupDocument:
    """A group of a lens; `figure` is null where the scan asks nothing in it."""

    id: str
    title: str
    figure: FigureDocument | None
    not_covered: tuple[str, ...]


@dataclass(frozen=True)
class LensDocument:
    """Another grouping of the same indicators: the pack's own, not the source's."""

    id: str
    title: str
    groups: tuple[LensGroupDocument, ...]


@dataclass(frozen=True)
class ShiftDocument:
    """What one answer would move; `figure` is null for the profile."""

    figure: str | None
    old: str | None
    new: str | None


@dataclass(frozen=True)
class SingleDocument:
    """A single answer that would move a band or the field."""

    id: str
    state: State
    value: Value | None
    other: Value
    step: bool
    shifts: tuple[ShiftDocument, ...]


@dataclass(frozen=True)
class ShareDocument:
    """In which share (0-1) of the draws something stays, with the 95% interval for endless draws."""

    id: str
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class WayDocument:
    """The figures that make the picture, under one way to make a score."""

    over: str
    mean: str
    chosen: bool
    scores: dict[str, float | None]
    bands: dict[str, str | None]
    field: str | None


@dataclass(frozen=True)
class WeakestDocument:
    """The factor of a phase with the lowest score."""

    phase: str
    factor: str
    score: float | None


@dataclass(frozen=True)
class RobustnessDocument:
    """How steady the picture is: single answers, other weights, other ways to make a score, weakest links."""

    draws: int
    spread: float
    seed: int
    firm: float
    singles: tuple[SingleDocument, ...]
    bands: tuple[ShareDocument, ...]
    places: tuple[ShareDocument, ...]
    ways: tuple[WayDocument, ...]
    weakest: tuple[WeakestDocument, ...]


@dataclass(frozen=True)
class ResultDocument:
    """The whole of a result. A partner's answers have no scores: then all lists but `answers` are empty."""

    schema: Literal["mhscan/result@1"]
    tool: str
    pack: PackDocument
    assessment: AssessmentDocument
    scored: bool
    answers: tuple[SeenDocument, ...]
    left_out: tuple[str, ...]
    robustness: RobustnessDocument | None
    phases: tuple[FigureDocument, ...]
    factors: tuple[FigureDocument, ...]
    aspects: tuple[FigureDocument, ...]
    indicators: tuple[IndicatorDocument, ...]
    total: FigureDocument | None
    set_aside: AsideDocument | None
    lenses: tuple[LensDocument, ...]
    profile: ProfileDocument | None
    signals: tuple[SignalDocument, ...]
    rules: tuple[RuleDocument, ...]
    actions: tuple[ActionDocument, ...]
