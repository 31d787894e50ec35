"""A result as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from mhscan.advice.result import Result
from mhscan.language import _, speaking
from mhscan.reports.build import build_view
from mhscan.reports.views.advice import ActionView
from mhscan.reports.views.figures import FigureView
from mhscan.reports.views.report import ReportView
from mhscan.ui.streams import as_lines, is_plain, width, wrapped

BAR = 20


def scores_text(result: Result, steady: bool = False) -> str:
    """The scores, profile, warnings and first actions as text, to the width of the window.

    `steady` asks for how steady the picture is, which takes longer than all the rest.
    """
    view = build_view(result, "internal", with_robustness=steady)
    with speaking(view.language):
        lines = _partner_lines(view) if view.partner else _lines(view)
        return as_lines(lines)


def _lines(view: ReportView) -> Iterable[str]:
    yield from _head(view)
    for sentence in view.summary:
        yield from wrapped(sentence)
    axes = (view.axes.x, view.axes.y) if view.axes else ()
    for figure in (*axes, *view.across):
        yield from _figure(figure)
    yield ""
    yield _("By factor")
    for figure in view.factors:
        yield from _figure(figure)
    for title, warnings in ((_("Points to watch"), (*view.warnings, *view.more_warnings)),):
        if warnings:
            yield ""
            yield title
        for one in warnings:
            yield from wrapped(f"{one.title} ({one.kind}). {one.text}", "- ")
    yield from _undecided(view)
    yield from _actions(_("Quick wins"), view.quick_wins)
    yield from _actions(_("Key actions"), view.key_actions)
    if view.robustness:
        yield ""
        yield _("How firm this picture is")
        for trial in view.robustness.trials:
            yield from wrapped(trial.text, "- ")


def _head(view: ReportView) -> Iterable[str]:
    yield from wrapped(f"{view.title}: {view.subject}, {view.date}")
    yield from wrapped(view.status)
    yield ""


def _partner_lines(view: ReportView) -> Iterable[str]:
    yield from _head(view)
    yield from wrapped(_("These are the answers of a partner. They stand beside the own answers and get no score."))
    for section in view.annex:
        yield ""
        yield section.title
        for line in section.lines:
            yield from wrapped(f"{line.question} {line.answer}", "- ")


def _undecided(view: ReportView) -> Iterable[str]:
    if view.undecided:
        yield ""
        yield _("Still to look at")
    for one in view.undecided:
        yield from wrapped(
            _("{title}: depends on {questions}").format(title=one.title, questions=", ".join(one.questions)), "- "
        )


def _actions(title: str, actions: tuple[ActionView, ...]) -> Iterable[str]:
    if actions:
        yield ""
        yield title
    for action in actions:
        yield from wrapped(f"{action.title}. {' '.join(action.reasons)}", f"{action.number}. ")


def _figure(figure: FigureView) -> Iterable[str]:
    words = f"{figure.words}"
    if figure.band:
        words += f", {figure.band}"
    details = f"{figure.range_words}; {figure.coverage_words}"
    if figure.status and figure.status != figure.words:
        details += f"; {figure.status}"
    bar = "" if is_plain() or width() < 60 else f"{_bar(figure)} "
    yield from wrapped(f"{bar}{figure.title}: {words} ({details})", "  ")


def _bar(figure: FigureView) -> str:
    """The range as a light bar with the score as a mark."""
    cells = ["·"] * BAR
    low, high = figure.low * (BAR - 1) // 100, figure.high * (BAR - 1) // 100
    cells[low : high + 1] = ["─"] * (high + 1 - low)
    if figure.score is not None:
        cells[figure.score * (BAR - 1) // 100] = "█"
    return "".join(cells)
