"""What changed between assessments of one subject, in a view: codes and numbers for programs, words for people."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from mhscan.reports.views.described import Described
from mhscan.reports.views.figures import FigureView
from mhscan.reports.views.report import NoticeView, Stamp
from mhscan.reports.views.words import NO_WORDS, WordsView
from mhscan.trend.compare import Cause, FigureKind
from mhscan.trend.difference import NoVerdict, Verdict
from mhscan.trend.indicators import ChangeKind

PackEffect = Literal["same_pack", "pack_not_at_hand", "higher", "lower", "same", "cannot_be_said"]


@dataclass(frozen=True)
class ScanView(Described):
    """One of the assessments, the oldest first."""

    date: str
    """The date of the answers, as YYYY-MM-DD."""
    date_words: str
    """The same date in words."""
    questionnaire: str
    """The title of the questionnaire."""
    kind: Literal["individual", "consensus"]
    """Whether one person answered, or a group that agreed."""
    final: bool
    """Whether it is closed; the answers of a draft can still change."""
    version: str
    """The version of the pack that it was made with."""
    pack_at_hand: bool
    """Whether that pack is at hand, so that the old score can be worked out too."""
    carried_over: int
    """How many answers go over to the newest pack as they are."""
    derived: int
    """How many answers a migration made out of others."""
    archived: int
    """How many answers do not fit the newest pack, and are not compared."""
    role: str
    """The role of whoever answered; internal only, else empty."""


@dataclass(frozen=True)
class CountsView(Described):
    """How many questions have an answer both times, and how those changed. All are whole numbers from 0."""

    both: int
    """Questions with an answer both times."""
    higher: int
    """Those of them with a higher level now."""
    lower: int
    """Those of them with a lower level now."""
    same: int
    """Those of them with the same level."""
    derived: int
    """Those of them whose old answer a migration made out of others."""


@dataclass(frozen=True)
class FigureChangeView(Described):
    """A phase, a factor or the total, then and now. Differences are in points, -100 to 100, with two decimals."""

    kind: FigureKind
    """What kind of figure it is."""
    id: str
    """The id of the phase or factor; `total` for the total."""
    title: str
    """What it is called."""
    then: FigureView | None
    """The figure under the pack of the time; null where that pack is not at hand, or did not have it."""
    before: FigureView
    """The figure of then, with the old answers under the newest pack."""
    after: FigureView
    """The figure of now, under the newest pack."""
    verdict: Verdict
    """The real change: certainly higher, certainly lower, the same, or not to be said."""
    why_not: NoVerdict | None
    """Why nothing can be said; null where something can."""
    low: float | None
    """The smallest change that the open answers allow; null where one of the two is no figure."""
    high: float | None
    """The largest change that the open answers allow; null where one of the two is no figure."""
    by_pack: PackEffect
    """What the newer pack changed: the old answers under both packs compared."""
    counts: CountsView
    """The questions under it."""
    sentence: str
    """The real change in words."""
    pack_sentence: str
    """What the newer pack changed, in words; empty where both were made with the same pack."""


@dataclass(frozen=True)
class IndicatorChangeView(Described):
    """One question, then and now, both in the newest pack."""

    id: str
    """The full id, `FACTOR.INDICATOR`."""
    title: str
    """What it is about, in a few words."""
    factor: str
    """The title of its factor."""
    kind: ChangeKind
    """What became of it."""
    before_level: int | None
    """The level of then; null where there is none."""
    after_level: int | None
    """The level of now; null where there is none."""
    before: str
    """The answer of then in words."""
    after: str
    """The answer of now in words."""
    derived: bool
    """Whether a migration made the answer of then out of others."""
    new: bool
    """Whether the pack of the time did not ask it."""
    sentence: str
    """What became of it, in words."""


@dataclass(frozen=True)
class CauseView(Described):
    """Something else than a real change that may explain a difference."""

    code: Cause
    """What it is, for programs."""
    sentence: str
    """What it is, in words."""


@dataclass(frozen=True)
class PairView(Described):
    """Two assessments with all that changed between them."""

    before: int
    """The place of the older one in `scans`, from 0."""
    after: int
    """The place of the newer one in `scans`, from 0."""
    title: str
    """Both dates, in words."""
    summary: tuple[str, ...]
    """The picture in a few sentences."""
    causes: tuple[CauseView, ...]
    """What else may explain a difference."""
    counts: CountsView
    """All questions."""
    figures: tuple[FigureChangeView, ...]
    """The phases, the factors and the total; empty for a partner."""
    indicators: tuple[IndicatorChangeView, ...]
    """All questions, in the order of the pack."""

    @property
    def changed(self) -> tuple[IndicatorChangeView, ...]:
        """The questions of which there is something to say."""
        quiet = ("same", "open", "does_not_apply")
        return tuple(change for change in self.indicators if change.kind not in quiet or change.derived)


@dataclass(frozen=True)
class SeriesView(Described):
    """One figure over all assessments, under the newest pack."""

    kind: FigureKind
    """What kind of figure it is."""
    id: str
    """The id of the phase or factor; `total` for the total."""
    title: str
    """What it is called."""
    points: tuple[FigureView, ...]
    """The figure of each assessment, in the order of `scans`."""


@dataclass(frozen=True)
class ActionChangeView(Described):
    """An action of the plan, beside what the answers show."""

    id: str
    """The full id, `FACTOR.ACTION`."""
    title: str
    """What to do."""
    status: Literal["todo", "doing", "done", "dropped"]
    """What became of it, by the plan."""
    since: str
    """Since when, in words; may be empty."""
    kind: ChangeKind | None
    """What became of the question that it is about; null where the newest pack does not have the action."""
    sentence: str
    """What became of it, beside what the answers show."""
    owner: str
    """The role that does it; internal only, else empty."""
    note: str
    """The note in the plan; internal only, else empty."""


@dataclass(frozen=True)
class ComparisonView(Described):
    """What changed between two or more assessments of one subject."""

    NAME: ClassVar[str] = "report"
    """What templates call it."""

    schema: Literal["mhscan/comparison@1"] = field(default="mhscan/comparison@1", kw_only=True)
    """What kind of data this is."""
    language: str
    """The language of all texts, as a code such as `nl`."""
    title: str
    """The title of the pack."""
    subject: str
    """Whom it is about."""
    date: str
    """The first and the last date, in words."""
    internal: bool
    """Whether this is the internal version, with roles and notes."""
    partner: bool
    """Whether a partner answered; then there are no figures."""
    status: str
    """Whether all assessments are closed, as a sentence."""
    scans: tuple[ScanView, ...]
    """The assessments, the oldest first."""
    whole: PairView
    """The first with the last."""
    pairs: tuple[PairView, ...]
    """Each with the next; with two assessments this is the same as `whole`."""
    series: tuple[SeriesView, ...]
    """Each figure over all assessments."""
    actions: tuple[ActionChangeView, ...]
    """The actions of the plan; empty where there is no plan."""
    method: tuple[str, ...]
    """How the comparison comes about, in sentences."""
    stamp: Stamp
    """By what it was made."""
    top: tuple[NoticeView, ...] = ()
    """Texts at the top."""
    end: tuple[NoticeView, ...] = ()
    """Texts at the end of every report."""
    words: WordsView = NO_WORDS
    """The words of whoever made the document."""
