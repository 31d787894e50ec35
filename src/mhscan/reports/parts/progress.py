"""What changed since an earlier assessment, beside each other in one picture."""

from __future__ import annotations

from mhscan.errors import InputError
from mhscan.language import _, ngettext, speaking
from mhscan.reports.comparison.build import comparison_view
from mhscan.reports.views.comparison import FigureChangeView
from mhscan.reports.views.pictures import ChangeView, ProgressView
from mhscan.trend.compare import Comparison


def progress(comparison: Comparison) -> ProgressView:
    """The phases and factors of the first and the last assessment side by side, in the pack's language.

    Both are under the newest pack. A difference that open answers can undo is not named.

    Raises:
        InputError: there is nothing to compare, as they are by a partner.
    """
    if not comparison.scored:
        raise InputError(
            _("The answers of a partner have no scores, so there is nothing to compare."),
            _("Name an earlier assessment by the organisation itself."),
        )
    view = comparison_view(comparison, None)
    with speaking(view.language):
        return ProgressView(
            since=view.scans[0].date_words,
            changes=tuple(_change(figure) for figure in view.whole.figures if figure.kind != "total"),
            remarks=tuple(cause.sentence for cause in view.whole.causes),
        )


def _change(figure: FigureChangeView) -> ChangeView:
    return ChangeView(figure.title, figure.before.score, figure.after.score, _words(figure))


def _words(figure: FigureChangeView) -> str:
    then, now = figure.before.score, figure.after.score
    if figure.verdict == "cannot_be_said" or then is None or now is None:
        return _("cannot be compared")
    if figure.verdict == "same":
        return _("the same")
    if figure.verdict == "higher":
        return ngettext("{n} point higher", "{n} points higher", now - then).format(n=now - then)
    return ngettext("{n} point lower", "{n} points lower", then - now).format(n=then - now)
