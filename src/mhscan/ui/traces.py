"""The way to a figure, band, rule or action as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from mhscan.language import _, speaking
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
from mhscan.ui.streams import as_lines, wrapped

STEP = "  "


def trace_text(trace: Trace, language: str) -> str:
    """The whole way, to the width of the window."""
    with speaking(language):
        return as_lines(_lines(trace))


def _lines(trace: Trace) -> Iterable[str]:
    yield from wrapped(f"{trace.subject}, {trace.date}. {trace.pack}")
    if trace.internal:
        yield from wrapped(_("Internal: with notes and reasons."))
    yield ""
    if trace.figure:
        yield from _figure(trace.figure, "")
    if trace.indicator:
        yield from _indicator(trace.indicator, "")
    if trace.answer:
        yield from _answer(trace.answer, "")
    if trace.rule:
        yield from _rule(trace.rule, "")
    if trace.action:
        yield from _action(trace.action)
    if trace.band:
        yield from _band(trace.band)


def _said(text: str, indent: str, first: str = "") -> Iterable[str]:
    yield from wrapped(text, indent + first)


def _figure(figure: FigureTrace, indent: str) -> Iterable[str]:
    score = _("not shown") if figure.score is None else str(figure.score)
    yield from _said(f"{figure.title} ({figure.id}): {score}", indent)
    inner = indent + STEP
    for text in (figure.formula, figure.range, figure.band, figure.coverage, figure.status):
        if text:
            yield from _said(text, inner)
    if indent:
        yield from _said(_("weighs {weight}").format(weight=figure.weight), inner)
    for part in figure.parts:
        yield from _figure(part, inner) if isinstance(part, FigureTrace) else _indicator(part, inner)


def _indicator(one: IndicatorTrace, indent: str) -> Iterable[str]:
    yield from _said(f"{one.answer.title} ({one.answer.id}): {_worth(one)}", indent)
    inner = indent + STEP
    answer = f"{one.level}. {one.label}: {one.answer.answer}" if one.level is not None else one.answer.answer
    yield from _said(answer, inner)
    yield from _said(_("weighs {weight}").format(weight=one.weight), inner)
    if one.waits_for:
        yield from _said(_("Whether it applies depends on: {titles}.").format(titles=", ".join(one.waits_for)), inner)
    yield from _with(one.answer, inner)
    yield from _claims(one.claims, inner)


def _worth(one: IndicatorTrace) -> str:
    if one.counts:
        return str(one.point)
    if one.applies is False or one.answer.state == "not_applicable":
        return _("does not count")
    return _("counts only in what is possible, from {low} to {high}").format(low=one.low, high=one.high)


def _with(answer: AnswerTrace, indent: str) -> Iterable[str]:
    """What came with an answer."""
    for label, text in ((_("Note"), answer.note), (_("Reason"), answer.reason)):
        if text:
            yield from _said(f"{label}: {text}", indent)
    if answer.carried:
        yield from _said(answer.carried, indent)


def _answer(answer: AnswerTrace, indent: str) -> Iterable[str]:
    yield from _said(f"{answer.title} ({answer.id}): {answer.answer}", indent)
    yield from _with(answer, indent + STEP)


def _claims(claims: tuple[SourceRef, ...], indent: str) -> Iterable[str]:
    for one in claims:
        modality = f", {one.modality}" if one.modality else ""
        yield from _said(f"{_('Source')} {one.id} ({one.section}{modality}): {one.text}", indent)


def _rule(rule: RuleTrace, indent: str) -> Iterable[str]:
    outcomes = {
        "fired": _("this point was found"),
        "silent": _("this point was not found"),
        "undecided": _("this cannot be said yet"),
    }
    yield from _said(f"{rule.title} ({rule.id}, {rule.kind}): {outcomes[rule.outcome]}", indent)
    inner = indent + STEP
    yield from _said(rule.text, inner)
    if rule.why:
        yield from _said(rule.why, inner)
    yield from _said(_("It is found if:"), inner)
    yield from _test(rule.test, inner + STEP)
    for key in rule.answers:
        yield from _with(key, inner)
    if rule.mend:
        yield from _said(_("What mends it, in this order: {titles}.").format(titles=", ".join(rule.mend)), inner)
    yield from _claims(rule.claims, inner)


def _test(test: TestTrace, indent: str) -> Iterable[str]:
    outcome = {True: _("yes"), False: _("no"), None: _("not known yet")}[test.outcome]
    seen = f" ({test.seen})" if test.seen else ""
    yield from _said(f"{test.text}{seen}: {outcome}", indent, "- ")
    for part in test.parts:
        yield from _test(part, indent + STEP)


def _action(action: ActionTrace) -> Iterable[str]:
    place = _("place {n} in the advice").format(n=action.place) if action.place else _("not advised")
    yield from _said(f"{action.title} ({action.id}): {place}", "")
    for text in (action.why_not, *action.reasons):
        if text:
            yield from _said(text, STEP)
    yield from _said(_("It leads to: {level}").format(level=action.to), STEP)
    if action.needs:
        yield from _said(_("It needs:"), STEP)
        for need in action.needs:
            yield from _test(need, STEP + STEP)
    yield from _claims(action.claims, STEP)
    yield from _indicator(action.indicator, STEP)
    for rule in action.rules:
        yield from _rule(rule, STEP)


def _band(band: BandTrace) -> Iterable[str]:
    yield from _said(band.title, "")
    if band.text:
        yield from _said(band.text, STEP)
    for figure in band.figures:
        yield from _said(figure, STEP, "- ")
