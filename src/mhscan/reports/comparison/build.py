"""A comparison to its view, and the headings of the document that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mhscan.__about__ import __version__
from mhscan.answers.subjects import both_names
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.pack.pack import Pack, label
from mhscan.plans.model import Plan
from mhscan.reports.comparison.scans import questionnaire_title, scan_view
from mhscan.reports.comparison.words import (
    action_sentence,
    cause_sentence,
    counts_sentence,
    figure_sentence,
    indicator_sentence,
    method,
    pack_sentence,
    verdict_sentences,
)
from mhscan.reports.redaction import Audience
from mhscan.reports.views.comparison import (
    ActionChangeView,
    CauseView,
    ComparisonView,
    CountsView,
    FigureChangeView,
    IndicatorChangeView,
    PackEffect,
    PairView,
    ScanView,
    SeriesView,
)
from mhscan.reports.views.document import DocumentView, SectionView
from mhscan.reports.views.figures import FigureView
from mhscan.reports.views.report import NoticeView, Stamp
from mhscan.reports.wording import state_words
from mhscan.reports.words import and_list, figure_view, rounded
from mhscan.scoring.scores import Figure, IndicatorScore
from mhscan.trend.compare import ActionChange, Comparison, FigureChange, FigureKind, ScanPair, action_changes, figure_of
from mhscan.trend.indicators import Counts, IndicatorChange
from mhscan.trend.scans import ComparedScan


def comparison_view(comparison: Comparison, plan: Plan | None, audience: Audience = "public") -> ComparisonView:
    """The view of a comparison, in the pack's language, for one audience."""
    with speaking(comparison.pack.model.language):
        return _ComparisonMaker(comparison, audience == "internal").view(plan)


def comparison_document(view: ComparisonView) -> DocumentView:
    """The headings of a comparison, in its language; those that have nothing under them are left out."""
    with speaking(view.language):
        sections = {
            "summary": (_("What changed"), True),
            "causes": (_("What else may explain a difference"), bool(view.whole.causes)),
            "figures": (_("The scores"), bool(view.whole.figures)),
            "indicators": (_("The answers"), True),
            "actions": (_("The actions of the plan"), bool(view.actions)),
            "steps": (_("From scan to scan"), len(view.pairs) > 1),
            "scans": (_("The scans"), True),
            "method": (_("How the comparison is made"), True),
        }
        return DocumentView(
            id="comparison",
            title=_("What changed"),
            about=_("Compares scans of one subject."),
            template="comparison",
            contents=True,
            draft=False,
            outward=False,
            proposal=False,
            sections=tuple(SectionView(key, key, title, ()) for key, (title, filled) in sections.items() if filled),
        )


@dataclass(frozen=True)
class _ComparisonMaker:
    """Makes the parts of the view of one comparison."""

    comparison: Comparison
    internal: bool

    @property
    def pack(self) -> Pack:
        return self.comparison.pack

    @cached_property
    def titles(self) -> dict[tuple[FigureKind, str], str]:
        titles: dict[tuple[FigureKind, str], str] = {("total", "total"): _("Total")}
        titles |= {("phase", phase.id): phase.title for phase in self.pack.model.phases}
        return titles | {("factor", factor.id): factor.title for factor in self.pack.factors}

    def view(self, plan: Plan | None) -> ComparisonView:
        comparison, model = self.comparison, self.pack.model
        ends = comparison.scans[0].assessment, comparison.scans[-1].assessment
        pairs = tuple(map(self.pair, comparison.pairs))
        drafts = any(scan.assessment.status == "draft" for scan in comparison.scans)
        return ComparisonView(
            language=model.language,
            title=model.title,
            subject=both_names(*(end.name for end in ends)),
            date=and_list(tuple(date_words(end.date) for end in ends)),
            internal=self.internal,
            partner=not comparison.scored,
            status=_("Not all scans are closed.") if drafts else _("All scans are closed."),
            scans=tuple(map(self.scan, comparison.scans)),
            whole=pairs[0] if len(pairs) == 1 else self.pair(comparison.whole),
            pairs=pairs,
            series=tuple(map(self.series, comparison.whole.figures)),
            actions=tuple(map(self.action, action_changes(self.pack, plan, comparison.whole))) if plan else (),
            method=(*method(len(comparison.scans)), *(limit.text for limit in model.limits)),
            stamp=Stamp(
                pack=f"{model.title} ({model.id})",
                version=model.version,
                sha256=self.pack.sha256,
                tool=f"mhscan {__version__}",
                questionnaire=and_list(tuple(dict.fromkeys(map(self.questionnaire, comparison.scans)))),
            ),
            end=tuple(NoticeView(notice.title, notice.text.text, notice.makers) for notice in model.report.end),
        )

    def scan(self, scan: ComparedScan) -> ScanView:
        return scan_view(self.pack, scan, self.internal)

    def questionnaire(self, scan: ComparedScan) -> str:
        return questionnaire_title(self.pack, scan)

    def role(self, scan: ComparedScan) -> str:
        return label(self.pack.model.roles, scan.assessment.respondent.role) if self.internal else ""

    def pair(self, pair: ScanPair) -> PairView:
        before, after = pair.before, pair.after
        roles, titles = (tuple(map(words, (before, after))) for words in (self.role, self.questionnaire))
        main = "phase" if self.pack.model.phases else "factor"
        figures = [(self.titles[change.kind, change.id], change) for change in pair.figures if change.kind == main]
        return PairView(
            before=self.comparison.scans.index(before),
            after=self.comparison.scans.index(after),
            title=_("From {before} to {after}").format(
                before=date_words(before.assessment.date), after=date_words(after.assessment.date)
            ),
            summary=(*verdict_sentences(figures), counts_sentence(pair.counts)),
            causes=tuple(CauseView(cause, cause_sentence(cause, pair, roles, titles)) for cause in pair.causes),
            counts=_counts(pair.counts),
            figures=tuple(self.figure(pair, change) for change in pair.figures),
            indicators=tuple(self.indicator(pair, change) for change in pair.indicators),
        )

    def figure(self, pair: ScanPair, change: FigureChange) -> FigureChangeView:
        title = self.titles[change.kind, change.id]
        then = _dated(change.then, title, pair.before) if change.then else None
        before, after = _dated(change.before, title, pair.before), _dated(change.after, title, pair.after)
        effect: PackEffect = change.by_pack.verdict
        if pair.before.same_pack or pair.before.own is None:
            effect = "same_pack" if pair.before.same_pack else "pack_not_at_hand"
        return FigureChangeView(
            kind=change.kind,
            id=change.id,
            title=title,
            then=then,
            before=before,
            after=after,
            verdict=change.real.verdict,
            why_not=change.real.why_not,
            low=rounded(change.real.low),
            high=rounded(change.real.high),
            by_pack=effect,
            counts=_counts(change.counts),
            sentence=figure_sentence(change, title, before, after),
            pack_sentence="" if effect in ("same_pack", "pack_not_at_hand") else pack_sentence(change, then, before),
        )

    def indicator(self, pair: ScanPair, change: IndicatorChange) -> IndicatorChangeView:
        place = change.place
        return IndicatorChangeView(
            id=place.id,
            title=place.indicator.title,
            factor=place.factor.title,
            kind=change.kind,
            before_level=change.before.level,
            after_level=change.after.level,
            before=self.answer(pair.before, change.before),
            after=self.answer(pair.after, change.after),
            derived=change.derived,
            new=change.new,
            sentence=indicator_sentence(change),
        )

    def answer(self, scan: ComparedScan, score: IndicatorScore) -> str:
        """An answer in a few words: the level with what it is called, or why there is none."""
        if score.place.id in scan.now.suppressed.keys:
            return _("not public")
        if score.level is None:
            return _("not asked") if score.state == "not_asked" else state_words(score.state)
        return f"{score.level}. {self.pack.level_label(score.place, score.level)}"

    def series(self, change: FigureChange) -> SeriesView:
        title = self.titles[change.kind, change.id]
        figures = ((figure_of(scan.now, change.kind, change.id), scan) for scan in self.comparison.scans)
        points = tuple(_dated(figure, title, scan) for figure, scan in figures if figure is not None)
        return SeriesView(change.kind, change.id, title, points)

    def action(self, change: ActionChange) -> ActionChangeView:
        state, newest = change.state, self.comparison.scans[-1].now
        action = newest.fitted(change.change.place, change.action) if change.action and change.change else None
        return ActionChangeView(
            id=change.id,
            title=action.title if action else state.title or change.id,
            status=state.status,
            since=date_words(state.since or ""),
            kind=change.change.kind if change.change else None,
            sentence=action_sentence(change),
            owner=label(self.pack.model.roles, state.owner) if self.internal else "",
            note=(state.note or "") if self.internal else "",
        )


def _dated(figure: Figure, title: str, scan: ComparedScan) -> FigureView:
    """A figure with the date behind its title, so that a chart of it is told apart from another."""
    return figure_view(figure, _("{title}, {date}").format(title=title, date=date_words(scan.assessment.date)))


def _counts(counts: Counts) -> CountsView:
    return CountsView(counts.both, counts.higher, counts.lower, counts.same, counts.derived)
