"""The way to a figure, band, rule or action as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.language import _
from mhscan.reports.views.figures import SourceRef
from mhscan.reports.views.trace import (
    ActionTrace,
    AnswerTrace,
    BandTrace,
    FigureTrace,
    IndicatorTrace,
    RuleTrace,
    TestTrace,
    Trace,
)
from mhscan.ui.layout import sentences, text_in
from mhscan.ui.streams import wrapped

STEP = "  "


def trace_text(trace: Trace, language: str) -> str:
    """The whole way, to the width of the window."""
    return text_in(language, _lines(trace))


def _lines(trace: Trace) -> Iterator[str]:
    yield from wrapped(f"{trace.subject}, {trace.date}. {trace.pack}")
    if trace.internal:
        yield from wrapped(_("Internal: with notes and reasons."))
    yield ""
    if trace.figure:
        yield from _figure(trace.figure, "")
    if trace.indicator:
        yield from _indicator(trace.indicator, "")
    if trace.answer:
        yield from wrapped(f"{trace.answer.title} ({trace.answer.id}): {trace.answer.answer}")
        yield from _remarks(trace.answer, STEP)
    if trace.rule:
        yield from _rule(trace.rule, "")
    if trace.action:
        yield from _action(trace.action)
    if trace.band:
        yield from _band(trace.band)


def _figure(figure: FigureTrace, indent: str) -> Iterator[str]:
    score = _("not shown") if figure.score is None else str(figure.score)
    yield from wrapped(f"{figure.title} ({figure.id}): {score}", indent)
    inner = indent + STEP
    yield from sentences((figure.formula, figure.range, figure.band, figure.coverage, figure.status), inner)
    if indent:
        yield from wrapped(_("weighs {weight}").format(weight=figure.weight), inner)
    for part in figure.parts:
        yield from _figure(part, inner) if isinstance(part, FigureTrace) else _indicator(part, inner)


def _indicator(trace: IndicatorTrace, indent: str) -> Iterator[str]:
    answer, inner = trace.answer, indent + STEP
    yield from wrapped(f"{answer.title} ({answer.id}): {_worth(trace)}", indent)
    yield from wrapped(
        answer.answer if trace.level is None else f"{trace.level}. {trace.label}: {answer.answer}", inner
    )
    for one in trace.observed:
        yield from wrapped(f"{one.question} {one.answer}", inner + STEP)
    yield from sentences((trace.look_again,), inner)
    yield from wrapped(_("weighs {weight}").format(weight=trace.weight), inner)
    if trace.waits_for:
        waits = _("Whether it applies depends on: {titles}.").format(titles=", ".join(trace.waits_for))
        yield from wrapped(waits, inner)
    yield from _remarks(answer, inner)
    yield from _claims(trace.claims, inner)


def _worth(trace: IndicatorTrace) -> str:
    if trace.counts:
        return str(trace.point)
    if trace.applies is False or trace.answer.state == "not_applicable":
        return _("does not count")
    return _("counts only in what is possible, from {low} to {high}").format(low=trace.low, high=trace.high)


def _remarks(answer: AnswerTrace, indent: str) -> Iterator[str]:
    labelled = ((_("Note"), answer.note), (_("Reason"), answer.reason))
    yield from sentences([*(f"{label}: {text}" for label, text in labelled if text), answer.carried], indent)


def _claims(claims: tuple[SourceRef, ...], indent: str) -> Iterator[str]:
    for claim in claims:
        modality = f", {claim.modality}" if claim.modality else ""
        yield from wrapped(f"{_('Source')} {claim.id} ({claim.section}{modality}): {claim.text}", indent)


def _rule(rule: RuleTrace, indent: str) -> Iterator[str]:
    outcomes = {
        "fired": _("this point was found"),
        "silent": _("this point was not found"),
        "undecided": _("this cannot be said yet"),
    }
    yield from wrapped(f"{rule.title} ({rule.id}, {rule.kind}): {outcomes[rule.outcome]}", indent)
    inner = indent + STEP
    yield from wrapped(rule.text, inner)
    yield from sentences((rule.why, _("It is found if:")), inner)
    yield from _test(rule.test, inner + STEP)
    for answer in rule.answers:
        yield from _remarks(answer, inner)
    if rule.remedies:
        yield from wrapped(_("What takes it away: {titles}.").format(titles=", ".join(rule.remedies)), inner)
    yield from _claims(rule.claims, inner)


def _test(test: TestTrace, indent: str) -> Iterator[str]:
    outcome = {True: _("yes"), False: _("no"), None: _("not known yet")}[test.outcome]
    seen = f" ({test.seen})" if test.seen else ""
    yield from wrapped(f"{test.text}{seen}: {outcome}", f"{indent}- ")
    for part in test.parts:
        yield from _test(part, indent + STEP)


def _action(action: ActionTrace) -> Iterator[str]:
    place = _("place {n} in the advice").format(n=action.place) if action.place else _("not advised")
    yield from wrapped(f"{action.title} ({action.id}): {place}")
    yield from sentences((action.why_not, *action.reasons), STEP)
    yield from wrapped(_("It leads to: {level}").format(level=action.to), STEP)
    if action.applies_if:
        yield from wrapped(_("It is an action if:"), STEP)
    for test in action.applies_if:
        yield from _test(test, STEP + STEP)
    if action.needs:
        yield from wrapped(_("It needs:"), STEP)
    for need in action.needs:
        yield from _test(need, STEP + STEP)
    yield from _claims(action.claims, STEP)
    yield from _indicator(action.indicator, STEP)
    for rule in action.rules:
        yield from _rule(rule, STEP)


def _band(band: BandTrace) -> Iterator[str]:
    yield from wrapped(band.title)
    yield from sentences([band.text], STEP)
    for figure in band.figures:
        yield from wrapped(figure, f"{STEP}- ")
