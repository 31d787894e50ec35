"""The way to a figure: its parts, and the formula with their numbers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, cast

from mhscan.advice.result import Result
from mhscan.answers.model import Answer
from mhscan.language import _
from mhscan.reports.parts.answers import carried_words
from mhscan.reports.views.trace import AnswerTrace, FigureTrace, IndicatorTrace
from mhscan.reports.wording import Wording
from mhscan.reports.words import coverage_words, figure_view, whole
from mhscan.scoring.means import MEANS, Part
from mhscan.scoring.scores import Figure
from mhscan.scoring.trees import Node, trees_of

Mean = Literal["arithmetic", "geometric", "minimum", "best"]
Pairs = Sequence[tuple[Fraction, Fraction]]


def number(value: Fraction) -> str:
    """A number for people: whole, or with at most two decimals."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def nodes_of(result: Result) -> dict[str, Node]:
    """Each figure of a pack by its name, such as `phase ID`, as the mean that makes it."""
    return {node.name: node for tree in trees_of(result.pack) for node in tree.root.all_nodes if node.path in tree.own}


def title_of(result: Result, name: str) -> str:
    """What a figure is called."""
    titles = {f"phase {one.id}": one.title for one in result.pack.model.phases}
    for factor in result.pack.factors:
        titles[f"factor {factor.id}"] = factor.title
        titles |= {f"aspect {factor.id}/{one.id}": one.title for one in factor.aspects}
    return titles.get(name, _("Total"))


def figure_trace(result: Result, wording: Wording, node: Node) -> FigureTrace:
    """The way to a figure."""
    figure = result.scores.figures[node.name]
    shown = figure_view(figure, "")
    parts = [
        *(result.scores.indicators[key].part for key in node.leaves),
        *(result.scores.figures[one.name].part for one in node.nodes),
    ]
    return FigureTrace(
        id=node.name,
        title=title_of(result, node.name),
        weight=str(node.weight),
        mean=cast("Mean", node.mean),
        formula=formula(node.mean, parts, figure),
        point=None if figure.part.point is None else str(figure.part.point),
        low=str(figure.low),
        high=str(figure.high),
        exact=figure.exact,
        range=_range(node, parts, figure),
        score=shown.score,
        status=shown.status or (shown.words if shown.score is None else ""),
        band=_band(result, figure),
        coverage=coverage_words(figure.coverage),
        parts=(
            *(indicator_trace(result, wording, key) for key in node.leaves),
            *(figure_trace(result, wording, one) for one in node.nodes),
        ),
    )


def _known(parts: Sequence[Part]) -> Pairs:
    return [(part.point, part.weight) for part in parts if part.present and part.point is not None]


def formula(mean: str, parts: Sequence[Part], figure: Figure) -> str:
    """The mean of what is known, with the numbers filled in, and what kept it within its range."""
    pairs = _known(parts)
    if not pairs or figure.part.point is None:
        return ""
    value = MEANS[mean](pairs)
    text = f"{_mean_words(mean, pairs)} = {number(value)}"
    if value != figure.part.point:
        kept = _("kept within {low} and {high}").format(low=number(figure.low), high=number(figure.high))
        text = f"{text}; {kept}: {number(figure.part.point)}"
    return text


def _mean_words(mean: str, pairs: Pairs) -> str:
    values = [number(value) for value, _weight in pairs]
    if mean in ("minimum", "best"):
        word = _("the lowest of {values}") if mean == "minimum" else _("the highest of {values}")
        return word.format(values=", ".join(values))
    sign, joined = ("×", " + ") if mean == "arithmetic" else ("^", " × ")
    same = len({weight for _value, weight in pairs}) == 1
    terms = (
        values
        if same
        else [
            f"{number(weight)}×{v}" if sign == "×" else f"{v}^{number(weight)}"
            for v, (_v, weight) in zip(values, pairs, strict=True)
        ]
    )
    below = str(len(pairs)) if same else f"({' + '.join(number(weight) for _value, weight in pairs)})"
    return f"({joined.join(terms)}) / {below}" if sign == "×" else f"({joined.join(terms)})^(1/{below})"


def _range(node: Node, parts: Sequence[Part], figure: Figure) -> str:
    """How low and high come about."""
    counted = [part for part in parts if part.present is not False]
    if not counted:
        return _("Nothing under it applies.")
    if figure.low == figure.high:
        return _("No open answer can change it.")
    if all(part.present for part in counted):
        ends = [
            MEANS[node.mean]([(end, part.weight) for end, part in zip(each, counted, strict=True)])
            for each in _ends(counted)
        ]
        if ends == [figure.low, figure.high]:
            low, high = (
                _mean_words(node.mean, [(e, p.weight) for e, p in zip(each, counted, strict=True)])
                for each in _ends(counted)
            )
            return _("Lowest: {low} = {a}. Highest: {high} = {b}.").format(
                low=low, a=number(figure.low), high=high, b=number(figure.high)
            )
    text = _("From {low} to {high}, over every way to complete the answers: open answers decide which questions apply.")
    sentence = text.format(low=number(figure.low), high=number(figure.high))
    return (
        sentence if figure.exact else f"{sentence} {_('There are too many ways to look at each; it may be narrower.')}"
    )


def _ends(parts: Sequence[Part]) -> tuple[list[Fraction], list[Fraction]]:
    return [part.low for part in parts], [part.high for part in parts]


def _band(result: Result, figure: Figure) -> str:
    return "" if figure.band is None else band_words(result, figure.band.id)


def band_words(result: Result, wanted: str) -> str:
    """A band with its limits."""
    bands = list(result.pack.model.bands)
    n = next(n for n, band in enumerate(bands) if band.id == wanted)
    low = number(Fraction(str(bands[n].from_)))
    if n + 1 == len(bands):
        return _("{label}: from {low}").format(label=bands[n].label, low=low)
    high = number(Fraction(str(bands[n + 1].from_)))
    return _("{label}: from {low}, below {high}").format(label=bands[n].label, low=low, high=high)


def answer_trace(result: Result, wording: Wording, key: str) -> AnswerTrace:
    """An answer as an audience may see it."""
    answer = wording.shown.assessment.answers.get(key) or Answer(state="skipped")
    indicator = result.scores.indicators.get(key)
    state = indicator.state if indicator else result.facts.get(key).state
    aside = indicator is not None and indicator.applies.value is False
    return AnswerTrace(
        id=key,
        title=wording.title(key),
        question=wording.question(key),
        state=state,
        answer=_("does not apply, given the other answers") if aside else wording.answer(key),
        note=answer.note or "",
        reason=answer.reason or "" if answer.state == "not_applicable" else "",
        carried=carried_words(result, answer),
    )


def indicator_trace(result: Result, wording: Wording, key: str) -> IndicatorTrace:
    """An indicator with its answer and score."""
    score = result.scores.indicators[key]
    part, one = score.part, score.place.indicator
    return IndicatorTrace(
        answer=answer_trace(result, wording, key),
        level=score.level,
        label="" if score.level is None else result.pack.level_label(score.place, score.level),
        weight=str(part.weight),
        counts=bool(part.present) and part.point is not None,
        applies=score.applies.value,
        waits_for=tuple(wording.title(each) for each in sorted(score.applies.open)),
        point=None if part.point is None else str(part.point),
        low=str(part.low),
        high=str(part.high),
        claims=wording.claims(one.sources),
    )


def score_words(figure: Figure, title: str) -> str:
    """A figure with its score, in a few words."""
    return (
        f"{title}: {whole(figure.point)}" if figure.point is not None else f"{title}: {figure_view(figure, '').words}"
    )
