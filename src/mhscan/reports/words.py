"""Numbers, dates and figures as words; the one place where a score is rounded."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, overload

from mhscan.language import _, ngettext
from mhscan.reports.views.figures import FigureView
from mhscan.scoring.coverage import CoverageShare
from mhscan.scoring.scores import Figure

OutcomeWord = Literal["fired", "silent", "undecided"]
OUTCOMES: dict[bool | None, OutcomeWord] = {True: "fired", False: "silent", None: "undecided"}
"""What a rule comes to, for programs."""


def whole(value: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return int((value + Fraction(1, 2)) // 1)


@overload
def rounded(value: Fraction, digits: int = 2) -> float: ...
@overload
def rounded(value: Fraction | None, digits: int = 2) -> float | None: ...
def rounded(value: Fraction | None, digits: int = 2) -> float | None:
    """An exact number to so many decimals: two for a score, four for a share; nothing where there is none."""
    return None if value is None else round(float(value), digits)


def percent(share: Fraction | None) -> int:
    """A share (0-1) as whole percentages, rounded down so that 100 means all; 0 where there is none."""
    return int(share * 100) if share is not None else 0


def and_list(words: tuple[str, ...]) -> str:
    """Words as a list in a sentence: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def coverage_words(coverage: CoverageShare) -> str:
    """How much is answered, in words."""
    if not coverage.asked:
        return _("not asked")
    sentence = ngettext(
        "{answered} of {asked} question answered", "{answered} of {asked} questions answered", coverage.asked
    ).format(answered=coverage.asked_answered, asked=coverage.asked)
    if coverage.asked < coverage.model:
        sentence += ", " + _("of {model} in the whole scan").format(model=coverage.model)
    return sentence


def figure_view(figure: Figure, title: str) -> FigureView:
    """A figure with everything that must stand beside it."""
    low, high = whole(figure.low), whole(figure.high)
    score = None if figure.point is None else whole(figure.point)
    statuses = {
        "shown": "",
        "quick_impression": _("quick impression"),
        "too_little_known": _("too little known"),
        "not_applicable": _("does not apply"),
    }
    return FigureView(
        id=figure.id,
        title=title,
        score=score,
        low=low,
        high=high,
        words=str(score) if score is not None else statuses[figure.status],
        band=figure.band.label if figure.band else "",
        band_text=figure.band.text if figure.band else "",
        range_words=_range_words(figure, low, high),
        coverage_words=coverage_words(figure.coverage),
        complete=figure.low == figure.high,
        coverage=percent(figure.coverage.of_questionnaire),
        status=statuses[figure.status],
    )


def _range_words(figure: Figure, low: int, high: int) -> str:
    if figure.status == "not_applicable":
        return _("does not apply")
    if figure.low == figure.high:
        return _("no open answers")
    return _("{low} to {high} possible").format(low=low, high=high)
