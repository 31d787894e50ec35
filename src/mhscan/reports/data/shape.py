"""The fixed shape of a result as plain data; `document` fills it.

Scores are numbers 0-100 rounded to two decimals, shares 0-1 rounded to four; null means that there is none.
"""

import sys
from typing import Literal

from mhscan.conditions import State
from mhscan.questions.base import Value
from mhscan.reports.data.robustness import RobustnessDocument
from mhscan.scoring.coverage import Status

if sys.version_info >= (3, 12):  # pragma: no cover  one of the two, by the version of Python
    from typing import TypedDict
else:  # pragma: no cover  idem
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict

OutcomeWord = Literal["fired", "silent", "undecided"]


class PackDocument(TypedDict):
    """The pack under a result."""

    id: str
    version: str
    sha256: str


class MadeWith(TypedDict):
    """What an assessment was made with, and whether that is the pack under the result.

    `earlier` has the packs that its answers were carried over from, the first one first.
    """

    pack: PackDocument
    same: bool
    earlier: tuple[PackDocument, ...]


class AssessmentDocument(TypedDict):
    """Which assessment a result is about."""

    id: str
    subject: str
    date: str
    questionnaire: str
    perspective: Literal["own", "partner"]
    status: Literal["draft", "final"]
    made_with: MadeWith


class CoverageDocument(TypedDict):
    """How many scored indicators apply or may apply, and are answered: of the questionnaire used, and of the model."""

    answered: int
    questionnaire: int
    model: int
    share_of_questionnaire: float | None
    share_of_model: float | None


class BandDocument(TypedDict):
    """A band of scores."""

    id: str
    label: str


class FigureDocument(TypedDict):
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


class IndicatorDocument(TypedDict):
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


class ProfileDocument(TypedDict):
    """The field between the two axes, or why none is named and which axes keep it from being named."""

    x: str
    y: str
    field: str | None
    label: str | None
    why_not: Literal["too_little_known", "near_split", "band_crosses"] | None
    axes: tuple[str, ...]


class SeenDocument(TypedDict):
    """An answer that something rests on."""

    id: str
    state: State
    value: Value | None


class RuleDocument(TypedDict):
    """A rule: it fired, stayed silent, or cannot be decided while the answers in `open` are open."""

    id: str
    title: str
    severity: Literal["warning", "notice"]
    outcome: OutcomeWord
    answers: tuple[SeenDocument, ...]
    open: tuple[str, ...]
    sources: tuple[str, ...]


class ReasonDocument(TypedDict):
    """A reason for the place of an action: its kind, and the ids that it is about."""

    kind: str
    about: tuple[str, ...]


class ActionDocument(TypedDict):
    """An advised action, in the order of the advice."""

    id: str
    title: str
    indicator: str
    from_level: int
    to_level: int
    effort: str | None
    term: str | None
    quick: bool
    reasons: tuple[ReasonDocument, ...]
    sources: tuple[str, ...]


class AsideDocument(TypedDict):
    """What was said not to apply: which indicators, and which share (0-1) of those that are scored.

    `above` tells whether that is more than the pack's limit.
    """

    indicators: tuple[str, ...]
    share: float
    limit: float
    above: bool


class LensGroupDocument(TypedDict):
    """A group of a lens; `figure` is null where the scan asks nothing in it."""

    id: str
    title: str
    figure: FigureDocument | None
    not_covered: tuple[str, ...]


class LensDocument(TypedDict):
    """Another grouping of the same indicators: the pack's own, not the source's."""

    id: str
    title: str
    groups: tuple[LensGroupDocument, ...]


class ResultDocument(TypedDict):
    """The whole of a result. A partner's answers have no scores: then all lists but `answers` are empty."""

    schema: Literal["mhscan/result@1"]
    tool: str
    pack: PackDocument
    assessment: AssessmentDocument
    scored: bool
    phases: tuple[FigureDocument, ...]
    factors: tuple[FigureDocument, ...]
    aspects: tuple[FigureDocument, ...]
    indicators: tuple[IndicatorDocument, ...]
    total: FigureDocument | None
    set_aside: AsideDocument | None
    lenses: tuple[LensDocument, ...]
    profile: ProfileDocument | None
    rules: tuple[RuleDocument, ...]
    actions: tuple[ActionDocument, ...]
    answers: tuple[SeenDocument, ...]
    left_out: tuple[str, ...]
    robustness: RobustnessDocument | None
