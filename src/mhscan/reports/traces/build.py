"""Finds what an id stands for in a result, and the way to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, cast

from mhscan.advice.bringing import brought
from mhscan.advice.fitting import is_for
from mhscan.advice.result import Result
from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Answer
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.pack.factor import Action
from mhscan.pack.pack import Place
from mhscan.reports.parts.actions import others_words, reason_words
from mhscan.reports.parts.answers import carried_words
from mhscan.reports.parts.headings import look_again
from mhscan.reports.parts.warnings import seen_words, severity_words
from mhscan.reports.redaction import Audience, seen_by
from mhscan.reports.traces.conditions import score_words, test_trace, title_of
from mhscan.reports.traces.formulas import formula, number, range_words
from mhscan.reports.views.trace import (
    ActionTrace,
    AnswerTrace,
    BandTrace,
    FigureTrace,
    IndicatorTrace,
    RuleTrace,
    Trace,
)
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import OUTCOMES, coverage_words, figure_view
from mhscan.scoring.means import exact
from mhscan.scoring.trees import TreeNode, trees_of

TracedMean = Literal["arithmetic", "geometric", "minimum", "best"]
TracePart = dict[str, Any]
"""The one part of a `Trace` that is filled, by the name of its field."""


def trace(result: Result, wanted: str, audience: Audience = "public") -> Trace | None:
    """The way to what an id stands for, in the pack's language; nothing where it stands for nothing here."""
    make = traces(result, audience).get(wanted)
    return make() if make else None


def traces(result: Result, audience: Audience = "public") -> dict[str, Callable[[], Trace]]:
    """What makes the way to each thing, by every id that it goes by: the result is redacted once for all."""
    seen, shown = seen_by(audience, result)
    tracer = _Tracer(seen, ResultWording(seen.pack, shown, seen.pack.questionnaire(seen.assessment.questionnaire)))
    return {wanted: partial(tracer.trace, wanted, make) for wanted, make in tracer.lookups().items()}


@dataclass(frozen=True)
class _Tracer:
    """Makes traces of one result, in the words for one audience."""

    result: Result
    wording: ResultWording

    def trace(self, wanted: str, make: Callable[[], TracePart]) -> Trace:
        """A trace with the part that is asked for."""
        pack, assessment = self.result.pack, self.result.assessment
        with speaking(pack.model.language):
            head = f"{pack.model.id} {pack.model.version}, {pack.sha256}"
            internal = self.wording.shown.audience == "internal"
            return Trace(wanted, assessment.name, date_words(assessment.date), head, internal, **make())

    def lookups(self) -> dict[str, Callable[[], TracePart]]:
        """What makes the part of a trace, by id; where two things share an id, its kind tells: `rule ID`."""
        by_id: dict[str, Callable[[], TracePart]] = {}
        pack = self.result.pack

        def add(name: str, field: str, make: Callable[..., object], *given: object) -> None:
            fill = partial(lambda: {field: make(*given)})
            by_id.setdefault(name.partition(" ")[2], fill)
            by_id[name] = fill

        for node in (node for tree in trees_of(pack) for node in tree.figures):
            add(node.name, "figure", self.figure, node)
        for key, place in pack.places.items():
            add(f"indicator {key}", "indicator", self.indicator, key)
            for action in place.indicator.actions:
                add(f"action {place.factor.id}.{action.id}", "action", self.action, place, action)
        for key in pack.context:
            add(f"question {key}", "answer", self.answer, key)
        for rule in self.result.rules:
            add(f"rule {rule.rule.id}", "rule", self.rule, rule)
        for band in pack.model.bands:
            add(f"band {band.id}", "band", self.band, band.id)
        return by_id

    def figure(self, node: TreeNode) -> FigureTrace:
        """The way to a figure."""
        scores = self.result.scores
        figure = scores.figures[node.name]
        shown = figure_view(figure, "")
        parts = [scores.indicators[key].part for key in node.leaves]
        parts += [scores.figures[below.name].part for below in node.nodes]
        return FigureTrace(
            id=node.name,
            title=title_of(self.result, node.name),
            weight=str(node.weight),
            mean=cast("TracedMean", node.mean),
            formula=formula(node.mean, parts, figure),
            point=None if figure.part.point is None else str(figure.part.point),
            low=str(figure.low),
            high=str(figure.high),
            exact=figure.exact,
            range=range_words(node.mean, parts, figure),
            score=shown.score,
            status=shown.status or (shown.words if shown.score is None else ""),
            band=self._limits(figure.band.id) if figure.band else "",
            coverage=coverage_words(figure.coverage),
            parts=(*map(self.indicator, node.leaves), *map(self.figure, node.nodes)),
        )

    def indicator(self, key: str) -> IndicatorTrace:
        """An indicator with its answer and score."""
        score = self.result.scores.indicators[key]
        part = score.part
        return IndicatorTrace(
            answer=self.answer(key),
            level=score.level,
            label="" if score.level is None else self.result.pack.level_label(score.place, score.level),
            weight=str(part.weight),
            counts=bool(part.present) and part.point is not None,
            applies=score.applies.value,
            waits_for=tuple(map(self.wording.title, sorted(score.applies.open))),
            point=None if part.point is None else str(part.point),
            low=str(part.low),
            high=str(part.high),
            claims=self.wording.claims(score.place.indicator.sources),
            observed=tuple(map(self.answer, score.place.observations)),
            look_again=look_again() if score.fact.is_undecided else "",
        )

    def answer(self, key: str) -> AnswerTrace:
        """An answer as an audience may see it."""
        answer = self.wording.shown.assessment.answers.get(key) or Answer(state="skipped")
        indicator = self.result.scores.indicators.get(key)
        aside = indicator is not None and indicator.applies.value is False
        return AnswerTrace(
            id=key,
            title=self.wording.title(key),
            question=self.wording.question(key),
            state=indicator.state if indicator else self.result.facts.get(key).state,
            answer=_("does not apply, given the other answers") if aside else self.wording.answer(key),
            note=answer.note or "",
            reason=self.wording.reason(answer),
            carried=carried_words(self.result, answer),
        )

    def rule(self, outcome: RuleResult) -> RuleTrace:
        """The way to a rule."""
        rule = outcome.rule
        return RuleTrace(
            id=rule.id,
            title=rule.title,
            kind=severity_words(outcome.severity),
            outcome=OUTCOMES[outcome.outcome.value],
            text=seen_words(self.result, rule) if outcome.outcome.value else rule.text,
            why=rule.why.text if rule.why else "",
            test=test_trace(self.result, self.wording, rule.when),
            remedies=tuple(map(self.wording.title, rule.remedied())),
            answers=tuple(map(self.answer, outcome.looks_at)),
            claims=self.wording.claims(rule.sources),
        )

    def action(self, place: Place, action: Action) -> ActionTrace:
        """The way to an action."""
        full, result, wording = f"{place.factor.id}.{action.id}", self.result, self.wording
        action = result.fitted(place, action)
        at = next((n for n, advised in enumerate(result.actions, 1) if advised.id == full), None)
        reasons = result.actions[at - 1].reasons if at is not None else ()
        remedied = {rule for reason in reasons if reason.kind == "remedy" for rule in reason.about}
        words = [reason_words(result, wording, reason) for reason in reasons if reason.kind != "claim"]
        if at is not None:
            rests = wording.strength_of_action(action) or wording.ours(action)
            words += filter(None, (others_words(result, action), rests))
        return ActionTrace(
            id=full,
            title=action.title,
            place=at,
            to=f"{action.to}. {result.pack.level_label(place, action.to)}: {wording.level_text(place, action.to)}",
            why_not=self._why_not(place, action) if at is None else "",
            reasons=tuple(words),
            applies_if=tuple(test_trace(result, wording, one) for one in (action.applies_if,) if one is not None),
            needs=tuple(test_trace(result, wording, condition) for condition in action.requires),
            indicator=self.indicator(place.id),
            rules=tuple(self.rule(outcome) for outcome in result.rules if outcome.rule.id in remedied),
            claims=wording.claims(action.sources),
        )

    def _why_not(self, place: Place, action: Action) -> str:
        score = self.result.scores.indicators[place.id]
        if score.applies.value is False or score.fact.state == "not_applicable":
            return _("The question does not apply.")
        if score.level is None:
            return _("The question has no answer yet.")
        if score.applies.value is None:
            return _("It is not certain that the question applies.")
        brings = brought(self.result.pack, self.result.facts, place, action)
        if brings == "there":
            return _("What it brings about is there already.")
        if action.to <= score.level and brings != "missing":
            return _("The answer is at that level already.")
        if not is_for(self.result.scores.conditions, action):
            return _("This is no action here, given the other answers.")
        first = next((one for one in self.result.actions if one.place.id == place.id), None)
        if first is None:
            return _("It would raise nothing that counts, or what it needs cannot come about.")
        return _("First comes: {title}.").format(title=first.action.title)

    def band(self, wanted: str) -> BandTrace:
        """A band with the figures in it."""
        figures = self.result.scores.figures.items()
        inside = [(name, figure) for name, figure in figures if figure.band is not None and figure.band.id == wanted]
        words = tuple(score_words(figure, f"{title_of(self.result, name)} ({name})") for name, figure in inside)
        text = next(band.text for band in self.result.pack.model.bands if band.id == wanted)
        return BandTrace(wanted, self._limits(wanted), text, words)

    def _limits(self, wanted: str) -> str:
        """A band with its limits, in words."""
        bands = self.result.pack.model.bands
        at, band = next((n, band) for n, band in enumerate(bands) if band.id == wanted)
        low = number(exact(band.from_))
        if at + 1 == len(bands):
            return _("{label}: from {low}").format(label=band.label, low=low)
        high = number(exact(bands[at + 1].from_))
        return _("{label}: from {low}, below {high}").format(label=band.label, low=low, high=high)
