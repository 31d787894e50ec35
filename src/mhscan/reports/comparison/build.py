"""A comparison to its view."""

from __future__ import annotations

from fractions import Fraction

from mhscan.__about__ import __version__
from mhscan.answers.subjects import both_names
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.plans.model import Plan
from mhscan.reports.comparison.actions import action_views
from mhscan.reports.comparison.words import (
    cause_sentence,
    counts_sentence,
    figure_sentence,
    indicator_sentence,
    pack_sentence,
    verdict_sentences,
)
from mhscan.reports.redaction import Audience
from mhscan.reports.views.comparison import (
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
from mhscan.reports.views.figures import FigureView
from mhscan.reports.views.report import NoticeView, Stamp
from mhscan.reports.wording import state_words
from mhscan.reports.words import and_list, figure_view
from mhscan.scoring.scores import Figure, IndicatorScore
from mhscan.trend.compare import Comparison, FigureChange, Pair, figure_of
from mhscan.trend.indicators import Counts, IndicatorChange
from mhscan.trend.scans import Scan


def comparison_view(comparison: Comparison, plan: Plan | None, audience: Audience = "public") -> ComparisonView:
    """The view of a comparison, in the pack's language, for one audience."""
    with speaking(comparison.pack.model.language):
        return _View(comparison, audience == "internal").view(plan)


class _View:
    """Builds the parts of one view."""

    def __init__(self, comparison: Comparison, internal: bool) -> None:
        self._comparison = comparison
        self._pack = comparison.pack
        self._internal = internal
        model = comparison.pack.model
        self._titles = {
            **{("phase", one.id): one.title for one in model.phases},
            **{("factor", one.id): one.title for one in comparison.pack.factors},
            ("total", "total"): _("Total"),
        }

    def view(self, plan: Plan | None) -> ComparisonView:
        found, model = self._comparison, self._pack.model
        pairs = tuple(self._pair(one) for one in found.pairs)
        dates = tuple(date_words(one.assessment.date) for one in (found.scans[0], found.scans[-1]))
        drafts = any(one.assessment.status == "draft" for one in found.scans)
        return ComparisonView(
            language=model.language,
            title=model.title,
            subject=both_names(*(one.assessment.name for one in (found.scans[0], found.scans[-1]))),
            date=and_list(dates),
            internal=self._internal,
            partner=not found.scored,
            status=_("Not all scans are closed.") if drafts else _("All scans are closed."),
            scans=tuple(self._scan(one) for one in found.scans),
            whole=pairs[0] if len(pairs) == 1 else self._pair(found.whole),
            pairs=pairs,
            series=tuple(self._series(one) for one in found.whole.figures),
            actions=action_views(self._pack, plan, found.whole, self._internal) if plan else (),
            method=(*_method(len(found.scans)), *(one.text for one in model.limits)),
            stamp=Stamp(
                pack=f"{model.title} ({model.id})",
                version=model.version,
                sha256=self._pack.sha256,
                tool=f"mhscan {__version__}",
                questionnaire=and_list(tuple(dict.fromkeys(self._questionnaire(one) for one in found.scans))),
            ),
            end=tuple(NoticeView(one.title, one.text.text, one.makers) for one in model.report.end),
        )

    def _scan(self, scan: Scan) -> ScanView:
        assessment, moved = scan.assessment, scan.now.assessment
        derived = sum(bool(one.derived_from) for one in moved.answers.values())
        return ScanView(
            date=assessment.date,
            date_words=date_words(assessment.date),
            questionnaire=self._questionnaire(scan),
            kind=assessment.kind,
            final=assessment.status == "final",
            version=assessment.pack.version,
            pack_at_hand=scan.own is not None,
            carried_over=len(moved.answers) - derived,
            derived=derived,
            archived=len(scan.moved.assessment.archived) - len(assessment.archived),
            role=self._role(scan) if self._internal else "",
        )

    def _questionnaire(self, scan: Scan) -> str:
        wanted = scan.now.assessment.questionnaire
        found = self._pack.questionnaire(wanted)
        return found.title if found else wanted

    def _role(self, scan: Scan) -> str:
        role = scan.assessment.respondent.role
        return next((one.label for one in self._pack.model.roles if one.id == role), role or "")

    def _pair(self, pair: Pair) -> PairView:
        scans = self._comparison.scans
        before, after = (date_words(one.assessment.date) for one in (pair.before, pair.after))
        titled = [(self._titles[(one.kind, one.id)], one) for one in pair.figures]
        main = "phase" if self._pack.model.phases else "factor"
        figures = [(title, one) for title, one in titled if one.kind == main]
        return PairView(
            before=scans.index(pair.before),
            after=scans.index(pair.after),
            title=_("From {before} to {after}").format(before=before, after=after),
            summary=(*verdict_sentences(figures), counts_sentence(pair.counts)),
            causes=self._causes(pair),
            counts=_counts(pair.counts),
            figures=tuple(self._figure(pair, title, one) for title, one in titled),
            indicators=tuple(self._indicator(pair, one) for one in pair.indicators),
        )

    def _causes(self, pair: Pair) -> tuple[CauseView, ...]:
        roles = (self._role(pair.before), self._role(pair.after)) if self._internal else ("", "")
        titles = (self._questionnaire(pair.before), self._questionnaire(pair.after))
        return tuple(CauseView(one, cause_sentence(one, pair, roles, titles)) for one in pair.causes)

    def _figure(self, pair: Pair, title: str, change: FigureChange) -> FigureChangeView:
        then, before, after = (
            _dated(one, title, scan) for one, scan in
            ((change.then, pair.before), (change.before, pair.before), (change.after, pair.after))
        )  # fmt: skip
        if before is None or after is None:  # pragma: no cover  both are figures of the newest pack
            raise KeyError(change.id)
        effect = _effect(pair.before, change)
        return FigureChangeView(
            kind=change.kind,
            id=change.id,
            title=title,
            then=then,
            before=before,
            after=after,
            verdict=change.real.verdict,
            why_not=change.real.why_not,
            low=_points(change.real.low),
            high=_points(change.real.high),
            by_pack=effect,
            counts=_counts(change.counts),
            sentence=figure_sentence(change, title, before, after),
            pack_sentence="" if effect in ("same_pack", "pack_not_at_hand") else pack_sentence(change, then, before),
        )

    def _indicator(self, pair: Pair, change: IndicatorChange) -> IndicatorChangeView:
        place = change.place
        return IndicatorChangeView(
            id=place.id,
            title=place.indicator.title,
            factor=place.factor.title,
            kind=change.kind,
            before_level=change.before.level,
            after_level=change.after.level,
            before=self._answer(pair.before, change.before),
            after=self._answer(pair.after, change.after),
            derived=change.derived,
            new=change.new,
            sentence=indicator_sentence(change),
        )

    def _answer(self, scan: Scan, score: IndicatorScore) -> str:
        """An answer in a few words: the level with what it is called, or why there is none."""
        if score.place.id in scan.now.suppressed.keys:
            return _("not public")
        if score.level is None:
            return _("not asked") if score.state == "not_asked" else state_words(score.state)
        label = self._pack.level_label(score.place, score.level)
        return f"{score.level}. {label}"

    def _series(self, change: FigureChange) -> SeriesView:
        title = self._titles[(change.kind, change.id)]
        points = [_dated(figure_of(one.now, change.kind, change.id), title, one) for one in self._comparison.scans]
        return SeriesView(change.kind, change.id, title, tuple(one for one in points if one is not None))


def _dated(figure: Figure | None, title: str, scan: Scan) -> FigureView | None:
    """A figure with the date behind its title, so that a chart of it is told apart from another."""
    if figure is None:
        return None
    return figure_view(figure, _("{title}, {date}").format(title=title, date=date_words(scan.assessment.date)))


def _effect(before: Scan, change: FigureChange) -> PackEffect:
    if before.same_pack:
        return "same_pack"
    return "pack_not_at_hand" if before.own is None else change.by_pack.verdict


def _points(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 2)


def _counts(found: Counts) -> CountsView:
    return CountsView(found.both, found.higher, found.lower, found.same, found.derived)


def _method(many: int) -> tuple[str, ...]:
    """How the comparison comes about."""
    found = [
        _("All scores are made with the newest version of the questions. Old answers are carried over to it first."),
        _("A score is called higher or lower only if that holds for every way in which open answers can turn out."),
        _("Where too little is known, or the possible scores overlap, this report says that it cannot be said."),
        _("A change in a score says nothing about its cause."),
    ]
    if many > 2:
        found.append(_("Each scan is compared with the next. The first part compares the first with the last."))
    return tuple(found)
