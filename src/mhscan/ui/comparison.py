"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.language import _, speaking
from mhscan.reports.views.comparison import ComparisonView, PairView
from mhscan.ui.streams import as_lines, wrapped


def comparison_text(view: ComparisonView) -> str:
    """What changed, to the width of the window."""
    with speaking(view.language):
        return as_lines(_lines(view))


def _lines(view: ComparisonView) -> Iterator[str]:
    yield from wrapped(f"{view.title}: {view.subject}")
    yield from wrapped(view.status)
    if view.partner:
        yield from wrapped(_("These are the answers of a partner. They stand beside the own answers and get no score."))
    yield from _pair(view.whole)
    if view.actions:
        yield ""
        yield _("The actions of the plan")
    for action in view.actions:
        yield from wrapped(f"{action.title}. {action.sentence}", "- ")
    if len(view.pairs) > 1:
        yield ""
        yield _("From scan to scan")
        for pair in view.pairs:
            yield from wrapped(f"{pair.title}. {' '.join(pair.summary)}", "- ")
        yield from _series(view)


def _pair(pair: PairView) -> Iterator[str]:
    yield ""
    yield from wrapped(pair.title)
    for sentence in pair.summary:
        yield from wrapped(sentence)
    if pair.figures:
        yield ""
        yield _("The scores")
    for figure in pair.figures:
        yield from wrapped(f"{figure.sentence} {figure.pack_sentence}".strip(), "- ")
    if pair.changed:
        yield ""
        yield _("The answers")
    for one in pair.changed:
        yield from wrapped(f"{one.title}: {one.before} → {one.after}. {one.sentence}", "- ")
    if pair.causes:
        yield ""
        yield _("What else may explain a difference")
    for cause in pair.causes:
        yield from wrapped(cause.sentence, "- ")


def _series(view: ComparisonView) -> Iterator[str]:
    """The scores at each moment, with what is possible while answers are open."""
    yield ""
    yield _("The scores at each moment")
    for series in view.series:
        points = ", ".join(f"{one.words} ({one.range_words})" for one in series.points)
        yield from wrapped(f"{series.title}: {points}", "- ")
