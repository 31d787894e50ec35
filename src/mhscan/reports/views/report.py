"""The view of a report: all that a report says, ready to be shown; no template computes anything.

All texts are in the pack's language and are plain text, never markup. Scores are whole numbers 0-100, shares whole
percentages 0-100. A view for the public has no notes, reasons, evidence or respondent in it: they were taken out before
it was built. The line under a field is its description in `schemas/report.schema.json`.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from mhscan.reports.views.advice import ActionView, ArgumentView, EffortView, FindFirstView, UndecidedView, WarningView
from mhscan.reports.views.answers import Annex, HeadingView, Seen, SignalView, UnknownView
from mhscan.reports.views.described import Described
from mhscan.reports.views.document import DocumentView
from mhscan.reports.views.figures import AxesView, FigureView, SourceRef
from mhscan.reports.views.glossary import NO_GLOSSARY, GlossaryView
from mhscan.reports.views.pictures import BandView, ProgressView, RadarView
from mhscan.reports.views.plan import PlanView
from mhscan.reports.views.robustness import LensView, RobustnessView
from mhscan.reports.views.words import NO_WORDS, WordsView


@dataclass(frozen=True)
class NoticeView(Described):
    """A text that every report carries."""

    title: str
    """What it is about."""
    text: str
    """The text."""
    makers: bool
    """Whether it is only for those who work with the report."""


@dataclass(frozen=True)
class Stamp(Described):
    """By what a report was made, so that it can be made again."""

    pack: str
    """The title and id of the pack."""
    version: str
    """The version of the pack."""
    sha256: str
    """The digest of the pack, 64 hexadecimal digits."""
    tool: str
    """The program and its version."""
    questionnaire: str
    """The title of the questionnaire."""


@dataclass(frozen=True)
class FeaturesView(Described):
    """What the pack has, whatever was answered."""

    phases: bool = False
    """Groups of factors with a score of their own."""
    total: bool = False
    """A score over everything."""
    profile: bool = False
    """Two axes with fields between them."""
    sources: bool = False
    """Sources on which statements rest."""
    rules: bool = False
    """Points to watch that answers can give."""
    actions: bool = False
    """Actions that raise an answer."""
    efforts: bool = False
    """How much effort at least one action takes."""
    terms: bool = False
    """When at least one action is done."""
    owners: bool = False
    """Who starts at least one action."""
    quick: bool = False
    """What makes an action a quick win."""


@dataclass(frozen=True)
class CountsView(Described):
    """How many there are of what a sentence counts. All are whole numbers from 0."""

    asked: int = 0
    """Questions that were asked and count in a score."""
    answered: int = 0
    """Those of them that are answered."""
    unknown: int = 0
    """Questions without an answer, also those that count in no score."""
    warnings: int = 0
    """Points to watch, shown first or further on."""
    serious: int = 0
    """Those of them that are warnings."""
    undecided: int = 0
    """Points that wait for an answer."""
    quick_wins: int = 0
    """Quick wins that are shown."""
    key_actions: int = 0
    """Key actions that are shown."""
    more_actions: int = 0
    """All other actions."""
    actions: int = 0
    """All actions together."""
    signals: int = 0
    """How often answers do not fit together, as far as this audience may see them."""


@dataclass(frozen=True)
class ReportView(Described):
    """The whole of a report; that of a partner (`partner`) has the answers only, and no scores."""

    NAME: ClassVar[str] = "report"
    """What templates call it."""

    schema: Literal["mhscan/report@1"] = field(default="mhscan/report@1", kw_only=True)
    """What kind of data this is."""
    document: DocumentView | None = field(default=None, kw_only=True)
    """Which document it is shown as; null where the view stands by itself."""
    language: str
    """The language of all texts, as a code such as `nl`."""
    title: str
    """The title of the pack."""
    subject: str
    """Whom the report is about."""
    facts: tuple[Seen, ...]
    """What is known about the subject; who answered, in internal reports."""
    date: str
    """The date of the assessment, in words."""
    internal: bool
    """Whether this is the internal report, with notes, reasons and evidence."""
    partner: bool
    """Whether a partner answered; then there are no scores and no advice."""
    status: str
    """Whether the assessment is a draft or closed, as a sentence."""
    top: tuple[NoticeView, ...]
    """Texts at the top of every report."""
    unknown: tuple[UnknownView, ...]
    """The questions without an answer."""
    signals: tuple[SignalView, ...]
    """The answers that do not fit together; internal reports only."""
    not_applicable: tuple[Seen, ...]
    """What somebody said does not apply; with the reason in internal reports."""
    not_applicable_remark: str
    """A remark where much was set aside as not applicable; else empty."""
    not_public: tuple[Seen, ...]
    """The questions that depend on an answer that is not public, so that neither is theirs; public reports only."""
    annex: tuple[Annex, ...]
    """All answers, by section of the questionnaire."""
    introduction: tuple[str, ...]
    """What the scan is, in sentences."""
    research: tuple[str, ...]
    """The sources, by title, publisher, research and method."""
    modalities: tuple[str, ...]
    """How strongly a source can put a claim, in words, from strong to weak."""
    cited: tuple[str, ...]
    """The sources again, a sentence each, for a document that names them in passing."""
    limits: tuple[str, ...]
    """What a report does not say, in sentences."""
    end: tuple[NoticeView, ...]
    """Texts at the end of every report."""
    claims: tuple[SourceRef, ...]
    """All claims of the sources."""
    stamp: Stamp
    """By what the report was made."""
    has: FeaturesView = FeaturesView()
    """What the pack has at all, so that nothing is said of what is not there."""
    counts: CountsView = CountsView()
    """The numbers that sentences name."""
    summary: tuple[str, ...] = ()
    """The picture in a few sentences."""
    little_known: str = ""
    """That too little is known to say what to do first, in a sentence or two; empty where enough is known."""
    find_first: tuple[FindFirstView, ...] = ()
    """The open answers that decide most, where too little is known; else empty."""
    provisional: str = ""
    """That the actions are provisional, as a sentence; empty where enough is known."""
    first_steps: tuple[ActionView, ...] = ()
    """The first three actions of the advice, whatever list they stand in; none where too little is known."""
    decision: tuple[str, ...] = ()
    """The decision that is asked, in sentences of the pack; none where too little is known."""
    meaning: str = ""
    """What a score of 0 and of 100 means; may be empty."""
    owners: str = ""
    """What to do where nobody has the role that starts an action; may be empty."""
    axes: AxesView | None = None
    """The two axes with the field between them; null where the pack has none."""
    across: tuple[FigureView, ...] = ()
    """The phases that are no axis, and the total where the pack asks for one."""
    factors: tuple[FigureView, ...] = ()
    """The factors, in the order of the pack."""
    headings: tuple[HeadingView, ...] = ()
    """The headings of the source with their indicators."""
    warnings: tuple[WarningView, ...] = ()
    """The points to watch that are shown first."""
    more_warnings: tuple[WarningView, ...] = ()
    """The other points to watch."""
    undecided: tuple[UndecidedView, ...] = ()
    """The points that wait for an answer."""
    unsaid: tuple[UndecidedView, ...] = ()
    """The points that depend on answers that are not public; public reports only."""
    decided_by: str = ""
    """Who decides on the actions, where the document has only theirs; empty where it has all."""
    quick_wins: tuple[ActionView, ...] = ()
    """The first actions that take little effort and are done soon."""
    key_actions: tuple[ActionView, ...] = ()
    """The first of the other actions, in the order of the advice."""
    more_actions: tuple[ActionView, ...] = ()
    """All further actions, in the order of the advice."""
    arguments: tuple[ArgumentView, ...] = ()
    """Why something should happen: the points to watch, or else the first actions."""
    cautions: tuple[str, ...] = ()
    """What keeps the outcome from being certain or complete, in sentences; may be none."""
    efforts: tuple[EffortView, ...] = ()
    """The quick wins and key actions by the size of their effort, from small to large."""
    bands: tuple[BandView, ...] = ()
    """The bands of scores, from low to high."""
    radar: RadarView | None = None
    """The factors as spokes of a wheel; null where there are too few. No shipped document draws it by itself."""
    progress: ProgressView | None = None
    """What changed since an earlier assessment; null where none is named."""
    words: WordsView = NO_WORDS
    """The words of whoever made the documents."""
    robustness: RobustnessView | None = None
    """How steady the picture is; null where there is none."""
    lenses: tuple[LensView, ...] = ()
    """The same scores in the other groupings of the pack."""
    method: tuple[str, ...] = ()
    """How the scores come about, in sentences."""
    glossary: GlossaryView = NO_GLOSSARY
    """The words of the pack's glossary that stand in the texts above."""
    plan: PlanView | None = None
    """The plan of the subject, with what became of the actions; null where the document does not show it."""
