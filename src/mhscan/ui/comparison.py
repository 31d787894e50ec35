"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.language import _
from mhscan.reports.views.comparison import ComparisonView, PairView
from mhscan.ui.layout import listed, sentences, text_in
from mhscan.ui.streams import wrapped


def comparison_text(view: ComparisonView) -> str:
    """What changed, to the width of the window."""
    return text_in(view.language, _lines(view))


def _lines(view: ComparisonView) -> Iterator[str]:
    yield from sentences([f"{view.title}: {view.subject}", view.status])
    if view.partner:
        yield from wrapped(_("These are the answers of a partner. They stand beside the own answers and get no score."))
    yield from _pair(view.whole)
    yield from listed(_("The actions of the plan"), (f"{one.title}. {one.sentence}" for one in view.actions))
    if len(view.pairs) > 1:
        pairs = (f"{one.title}. {' '.join(one.summary)}" for one in view.pairs)
        yield from listed(_("From scan to scan"), pairs)
        yield from ("", _("The scores at each moment"))
        for series in view.series:
            points = ", ".join(f"{one.words} ({one.range_words})" for one in series.points)
            yield from wrapped(f"{series.title}: {points}", "- ")


def _pair(pair: PairView) -> Iterator[str]:
    yield ""
    yield from sentences([pair.title, *pair.summary])
    figures = (f"{one.sentence} {one.pack_sentence}".strip() for one in pair.figures)
    changed = (f"{one.title}: {one.before} → {one.after}. {one.sentence}" for one in pair.changed)
    yield from listed(_("The scores"), figures)
    yield from listed(_("The answers"), changed)
    yield from listed(_("What else may explain a difference"), (cause.sentence for cause in pair.causes))
