"""Advice in a view: points to watch, and actions with the reasons for their place."""

from dataclasses import dataclass

from mhscan.reports.views.answers import Seen
from mhscan.reports.views.described import Described
from mhscan.reports.views.figures import SourceRef


@dataclass(frozen=True)
class WarningView(Described):
    """A rule that fired: what was seen, why it matters, what to do first, and the answers under it."""

    id: str
    """The id of the rule."""
    title: str
    """What the point is, in a few words."""
    kind: str
    """Whether it is a warning or a note, as a word."""
    serious: bool
    """Whether it is a warning: the source calls what is lacking needed."""
    text: str
    """What was seen."""
    ask: tuple[str, ...]
    """Questions that a council member could ask about it; may be none."""
    why: str
    """Why it matters; may be empty."""
    strength: str
    """How strongly the source puts it, as a sentence."""
    first: str
    """What to work on first; may be empty."""
    seen: tuple[Seen, ...]
    """The answers under it."""
    sources: tuple[SourceRef, ...]
    """The claims under it."""
    contradicted: str = ""
    """That it rests on an answer that does not fit with another answer, as a sentence; else empty."""


@dataclass(frozen=True)
class UndecidedView(Described):
    """A rule that cannot be decided yet."""

    id: str
    """The id of the rule."""
    title: str
    """What the point is, in a few words."""
    questions: tuple[str, ...]
    """The open questions that decide it."""


@dataclass(frozen=True)
class FindFirstView(Described):
    """An open answer that decides much: what to find out before anything is advised."""

    id: str
    """The key of the question."""
    title: str
    """What it is about, in a few words."""
    question: str
    """The question as it was asked."""
    why: str
    """What the answer decides, as a sentence."""
    who: str
    """The roles that probably know, the likeliest first; may be empty."""
    find_out: str
    """Where the answer can be found, as a sentence; may be empty."""


@dataclass(frozen=True)
class ActionView(Described):
    """An advised action, with the reasons for its place."""

    id: str
    """The full id, `FACTOR.ACTION`."""
    number: int
    """Its number, from 1; the lists of quick wins, key actions and further actions are numbered on."""
    title: str
    """What to do, said to whoever starts."""
    proposal: str = ""
    """The same, said of the subject; the title where the pack does not say it."""
    because: str = ""
    """The answer that leads to it, in words."""
    leads_to: str = ""
    """The level that it leads to, in words."""
    result: str = ""
    """What is there when it is done; the words of that level where the pack does not say it."""
    steps: tuple[str, ...] = ()
    """The first steps."""
    owner: str = ""
    """The role that starts; may be empty."""
    partners: tuple[str, ...] = ()
    """Who to do it with."""
    effort: str = ""
    """How much work it is, in a word; may be empty."""
    term: str = ""
    """Within which time it is done, in words; may be empty."""
    moment: str = ""
    """The fixed moment that it is bound to, with its date and the way back where these are known; may be empty."""
    decider: str = ""
    """The id of who decides on it; may be empty."""
    decided_by: str = ""
    """Who decides on it; may be empty."""
    others: str = ""
    """That its effect is not in the hand of the subject, and whose it is, as a sentence; else empty."""
    mends: tuple[str, ...] = ()
    """The ids of the points to watch that it mends."""
    reasons: tuple[str, ...] = ()
    """Why it stands where it stands, as sentences."""
    strength: str = ""
    """How strongly the source puts this step itself, as a sentence; empty where no source does."""
    ours: str = ""
    """That the step is the scan's own, as a sentence; empty where a source has it."""
    sources: tuple[SourceRef, ...] = ()
    """The claims under it."""
    contradicted: str = ""
    """That it rests on an answer that does not fit with another answer, as a sentence; else empty."""


@dataclass(frozen=True)
class ArgumentView(Described):
    """Why something should happen, for a proposal."""

    title: str
    """The point, in a few words."""
    texts: tuple[str, ...]
    """What was seen, and why it matters."""
    proposals: tuple[str, ...]
    """The actions that are shown and mend it, said of the subject."""
    strength: str
    """How strongly the source puts it, as a sentence."""
    sources: tuple[SourceRef, ...]
    """The claims under it."""


@dataclass(frozen=True)
class EffortView(Described):
    """How many of the actions that are shown take an effort of one size."""

    label: str
    """The size of the effort, in a word."""
    count: int
    """How many actions."""
