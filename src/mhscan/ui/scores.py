"""A result as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mhscan.language import _
from mhscan.reports.views.advice import ActionView
from mhscan.reports.views.figures import FigureView
from mhscan.reports.views.report import ReportView
from mhscan.ui.layout import listed, numbered, sentences, text_in
from mhscan.ui.streams import is_plain, width, wrapped

BAR = 20


def scores_text(view: ReportView) -> str:
    """The scores, profile, warnings and first actions, to the width of the window; of a partner the answers."""
    return text_in(view.language, _partner(view) if view.partner else _own(view))


def _own(view: ReportView) -> Iterator[str]:
    yield from _head(view)
    yield from sentences(view.summary)
    yield from sentences([_find_first(view)])
    axes = (view.axes.x, view.axes.y) if view.axes else ()
    for figure in (*axes, *view.across):
        yield from _figure(figure)
    yield from ("", _("By factor"))
    for figure in view.factors:
        yield from _figure(figure)
    warnings = (f"{one.title} ({one.kind}). {one.text}" for one in (*view.warnings, *view.more_warnings))
    yield from listed(_("Points to watch"), warnings)
    depends = _("{title}: depends on {questions}")
    undecided = (depends.format(title=one.title, questions=", ".join(one.questions)) for one in view.undecided)
    yield from listed(_("Still to look at"), undecided)
    yield from _signals(view)
    yield from numbered(_("Quick wins"), _actions(view.quick_wins))
    yield from numbered(_("Key actions"), _actions(view.key_actions))
    if view.robustness:
        yield from listed(_("How firm this picture is"), (trial.text for trial in view.robustness.trials))


def _find_first(view: ReportView) -> str:
    """What to find out first, on one line; empty where enough is known."""
    if not view.find_first:
        return view.little_known
    first = _("{title} ({who})")
    named = [first.format(title=one.title, who=one.who) if one.who else one.title for one in view.find_first]
    return f"{view.little_known} {_('First find out: {titles}.').format(titles='; '.join(named))}"


def _head(view: ReportView) -> Iterator[str]:
    yield from sentences([f"{view.title}: {view.subject}, {view.date}", view.status])
    yield ""


def _partner(view: ReportView) -> Iterator[str]:
    yield from _head(view)
    yield from wrapped(_("These are the answers of a partner. They stand beside the own answers and get no score."))
    for section in view.annex:
        yield from ("", section.title)
        for line in section.lines:
            yield from wrapped(f"{line.question} {line.answer}", "- ")
    yield from _signals(view)


def _signals(view: ReportView) -> Iterator[str]:
    """The answers that do not fit together."""
    yield from listed(_("Answers that do not fit together"), (one.text for one in view.signals))


def _actions(actions: Iterable[ActionView]) -> Iterator[tuple[int, str]]:
    return ((action.number, f"{action.title}. {' '.join(action.reasons)}") for action in actions)


def _figure(figure: FigureView) -> Iterator[str]:
    words = ", ".join(word for word in (figure.words, figure.band) if word)
    details = f"{figure.range_words}; {figure.coverage_words}"
    if figure.status and figure.status != figure.words:
        details += f"; {figure.status}"
    bar = "" if is_plain() or width() < 60 else f"{_bar(figure)} "
    yield from wrapped(f"{bar}{figure.title}: {words} ({details})", "  ")


def _bar(figure: FigureView) -> str:
    cells = ["·"] * BAR
    low, high = (value * (BAR - 1) // 100 for value in (figure.low, figure.high))
    cells[low : high + 1] = ["─"] * (high + 1 - low)
    if figure.score is not None:
        cells[figure.score * (BAR - 1) // 100] = "█"
    return "".join(cells)
