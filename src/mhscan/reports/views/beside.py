"""The answers of partners beside the own ones, in a view: codes for programs, words for people."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from mhscan.reports.views.comparison import ScanView
from mhscan.reports.views.described import Described
from mhscan.reports.views.report import NoticeView, Stamp
from mhscan.reports.views.words import NO_WORDS, WordsView
from mhscan.trend.beside import Verdict


@dataclass(frozen=True)
class FactPairView(Described):
    """One fact with both answers to it."""

    id: str
    """The full id, `FACTOR.INDICATOR.FACT`; of a question that is answered by a level `FACTOR.INDICATOR`."""
    title: str
    """What the question is about, in a few words."""
    factor: str
    """The title of the factor."""
    asked: str
    """What the partner was asked."""
    own: str
    """The own answer in words."""
    partner: str
    """The answer of the partner in words."""
    open: bool
    """Whether neither of both answered."""
    least: bool
    """Whether the partner sees one side only, so that an own answer that is higher is no difference."""
    verdict: Verdict
    """Whether both say the same, or why that cannot be said."""
    sentence: str
    """The same in words."""


@dataclass(frozen=True)
class PartnerView(Described):
    """The answers of one partner, beside the own ones."""

    title: str
    """Who it is: the role, internal only; else a number."""
    scan: ScanView
    """The scan of the partner."""
    summary: str
    """How many facts are alike, different and open, in sentences."""
    facts: tuple[FactPairView, ...]
    """All facts that the partner was asked, in that order."""

    @property
    def answered(self) -> tuple[FactPairView, ...]:
        """The facts to which at least one of both has an answer."""
        return tuple(one for one in self.facts if not one.open)

    @property
    def different(self) -> tuple[FactPairView, ...]:
        """The facts that ask for a talk."""
        return tuple(one for one in self.facts if one.verdict == "different")


@dataclass(frozen=True)
class BesideView(Described):
    """The answers of partners beside the own ones, of one subject."""

    NAME: ClassVar[str] = "report"
    """What templates call it."""

    schema: Literal["mhscan/beside@1"] = field(default="mhscan/beside@1", kw_only=True)
    """What kind of data this is."""
    language: str
    """The language of all texts, as a code such as `nl`."""
    title: str
    """The title of the pack."""
    subject: str
    """Whom it is about."""
    date: str
    """The date of the own answers, in words."""
    internal: bool
    """Whether this is the internal version, with roles."""
    status: str
    """Whether all scans are closed, as a sentence."""
    own: ScanView
    """The own scan."""
    partners: tuple[PartnerView, ...]
    """The partners, the oldest answers first."""
    method: tuple[str, ...]
    """How to read it, in sentences."""
    stamp: Stamp
    """By what it was made."""
    top: tuple[NoticeView, ...] = ()
    """Texts at the top."""
    end: tuple[NoticeView, ...] = ()
    """Texts at the end of every report."""
    words: WordsView = NO_WORDS
    """The words of whoever made the document."""

    @property
    def scans(self) -> tuple[ScanView, ...]:
        """The own scan and those of the partners."""
        return (self.own, *(one.scan for one in self.partners))
