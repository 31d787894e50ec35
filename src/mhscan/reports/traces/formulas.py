"""The formula of a figure with its numbers filled in, and how low and high come about."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mhscan.language import _
from mhscan.scoring.means import MEANS, WeightedPart
from mhscan.scoring.scores import Figure

Terms = list[tuple[Fraction, Fraction]]
"""Values with their weights."""


def number(value: Fraction) -> str:
    """A number for people: whole, or with at most two decimals."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def formula(mean: str, parts: Sequence[WeightedPart], figure: Figure) -> str:
    """The mean of what is known, with the numbers filled in, and what kept it within its range."""
    terms = [(part.point, part.weight) for part in parts if part.present and part.point is not None]
    if not terms or figure.part.point is None:
        return ""
    value = MEANS[mean](terms)
    text = f"{_mean_words(mean, terms)} = {number(value)}"
    if value != figure.part.point:
        kept = _("kept within {low} and {high}").format(low=number(figure.low), high=number(figure.high))
        text = f"{text}; {kept}: {number(figure.part.point)}"
    return text


def _mean_words(mean: str, terms: Terms) -> str:
    """A mean as a sum or a product over the number of its terms, or over their weights where these differ."""
    values = [number(value) for value, _weight in terms]
    if mean in ("minimum", "best"):
        words = _("the lowest of {values}") if mean == "minimum" else _("the highest of {values}")
        return words.format(values=", ".join(values))
    weights = [number(weight) for _value, weight in terms]
    same = len({weight for _value, weight in terms}) == 1
    count = str(len(terms)) if same else f"({' + '.join(weights)})"
    pairs = list(zip(values, weights, strict=True))
    if mean == "arithmetic":
        weighted = values if same else [f"{weight}×{value}" for value, weight in pairs]
        return f"({' + '.join(weighted)}) / {count}"
    weighted = values if same else [f"{value}^{weight}" for value, weight in pairs]
    return f"({' × '.join(weighted)})^(1/{count})"


def range_words(mean: str, parts: Sequence[WeightedPart], figure: Figure) -> str:
    """How low and high come about: of the ends of all parts, unless open answers decide which of them count."""
    counted = [part for part in parts if part.present is not False]
    if not counted:
        return _("Nothing under it applies.")
    if figure.low == figure.high:
        return _("No open answer can change it.")
    low, high = number(figure.low), number(figure.high)
    ends = [(part.low, part.weight) for part in counted], [(part.high, part.weight) for part in counted]
    if all(part.present for part in counted) and [MEANS[mean](end) for end in ends] == [figure.low, figure.high]:
        lowest, highest = (_mean_words(mean, end) for end in ends)
        return _("Lowest: {low} = {a}. Highest: {high} = {b}.").format(low=lowest, a=low, high=highest, b=high)
    text = _("From {low} to {high}, over every way to complete the answers: open answers decide which questions apply.")
    too_wide = "" if figure.exact else _("There are too many ways to look at each; it may be narrower.")
    return f"{text.format(low=low, high=high)} {too_wide}".rstrip()
