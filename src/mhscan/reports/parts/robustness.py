"""How steady the picture is, in words: one sentence for each trial, and the tables under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mhscan.advice.alternatives import Alternative
from mhscan.advice.result import Result
from mhscan.advice.robustness import Robustness, robustness
from mhscan.advice.sensitivity import Shift, SingleChange
from mhscan.advice.weight_sampling import Share
from mhscan.language import _, ngettext
from mhscan.questions.base import Value
from mhscan.reports.views.robustness import RobustnessView, SingleView, SteadyView, WayView
from mhscan.reports.wording import Wording
from mhscan.reports.words import and_list, whole
from mhscan.scoring.scores import Figure
from mhscan.scoring.trees import headline_figures


def robustness_view(result: Result, wording: Wording) -> RobustnessView | None:
    """How steady the picture is; nothing where no score is shown, since there is no picture then."""
    titles = headline_figures(result.pack)
    if not any(result.scores.figures[name].band for name in titles):
        return None
    found = robustness(result)
    settings = result.pack.model.robustness
    return RobustnessView(
        trials=tuple(_trials(result, found)),
        singles=_singles(result, wording, found.singles),
        figures=tuple(titles.values()),
        ways=tuple(WayView(_way(one), one.chosen, _scores(one.figures.values())) for one in found.alternatives),
        about=_(
            "For the weights, {n} sets of other weights were drawn, each up to {spread}% lighter or heavier. "
            "Chance moves these percentages by at most {error}. "
            "All of this is about the sums: nobody checked the answers."
        ).format(n=settings.draws, spread=whole_percent(settings.spread), error=_error(found)),
    )


def whole_percent(share: float) -> int:
    """A share (0-1) as a whole percentage, to the nearest."""
    return round(share * 100)


def _error(found: Robustness) -> str:
    """The widest half of a 95% interval among the shares, in whole percentage points, rounded up."""
    intervals = [share.interval for share in (*found.bands.values(), *found.places.values())]
    points = max((-(-(high - low) * 50 // 1) for low, high in intervals), default=0)
    n = max(1, int(points))
    return ngettext("{n} percentage point", "{n} percentage points", n).format(n=n)


def _trials(result: Result, found: Robustness) -> Iterator[SteadyView]:
    yield _answers(found.singles)
    titles = headline_figures(result.pack)
    firm = result.pack.model.robustness.firm
    if found.bands:
        yield _weights(found.bands, titles, firm)
    if found.places:
        yield _order(found.places, firm)
    yield from (
        _other_way(one, found.alternatives[0], titles) for one in found.alternatives[1:] if _is_told(one, found)
    )
    yield from _weakest(result, found)


def _answers(found: Sequence[SingleChange]) -> SteadyView:
    near = len({one.key for one in found if one.step})
    if not near:
        text = _("This picture is firm: it stays the same if one answer is one level higher or lower.")
        return SteadyView("answers", True, text)
    text = ngettext(
        "Shaky: the picture changes if one answer is one level higher or lower. {n} question has such an answer.",
        "Shaky: the picture changes if one answer is one level higher or lower. {n} questions have such an answer.",
        near,
    )
    return SteadyView("answers", False, text.format(n=near))


def _weights(bands: dict[str, Share], titles: dict[str, str], firm: float) -> SteadyView:
    least = min(bands, key=lambda name: bands[name].value)
    n = int(bands[least].value * 100)
    if n == 100:
        return SteadyView("weights", True, _("This picture is firm: with other weights each score stays in its band."))
    if bands[least].value >= firm:
        text = _("This picture is firm: with other weights each score stays in its band in at least {n}% of the draws.")
        return SteadyView("weights", True, text.format(n=n))
    text = _("Shaky: with other weights {title} stays in its band in only {n}% of the draws.")
    return SteadyView("weights", False, text.format(title=titles[least], n=n))


def _order(places: dict[str, Share], firm: float) -> SteadyView:
    shares = [share.value for share in places.values()]
    least = min(shares)
    n = int(least * 100)
    if n == 100:
        return SteadyView(
            "order", True, _("This picture is firm: with other weights the first actions keep their place.")
        )
    if least >= firm:
        text = _(
            "This picture is firm: with other weights the first actions keep their place in at least {n}% of the draws."
        )
        return SteadyView("order", True, text.format(n=n))
    place = shares.index(least) + 1
    text = _("Shaky: with other weights the action at place {place} keeps it in only {n}% of the draws.")
    return SteadyView("order", False, text.format(place=place, n=n))


def _is_told(one: Alternative, found: Robustness) -> bool:
    """A sentence for the other mean, and for one other meaning of 'equal'; the table has them all."""
    chosen = found.alternatives[0]
    overs = [each.over for each in found.alternatives[1:] if each.mean == chosen.mean]
    return one.mean != chosen.mean or one.over == overs[0]


def _other_way(one: Alternative, chosen: Alternative, titles: dict[str, str]) -> SteadyView:
    trial = "mean" if one.mean != chosen.mean else "equal"
    moved = tuple(
        _("{title} ({band})").format(title=titles[name], band=_band(figure))
        for name, figure in one.figures.items()
        if _band(figure) != _band(chosen.figures[name])
    )
    way = _means(one.mean) if trial == "mean" else _equals(one.over)
    if not moved:
        text = _("This picture is firm: each score stays in its band if {way}.").format(way=way)
        return SteadyView(trial, True, text)
    text = _("Shaky: if {way}, there is another band for {titles}.").format(way=way, titles=and_list(moved))
    return SteadyView(trial, False, text)


def _means(mean: str) -> str:
    return {
        "arithmetic": _("weak and strong parts count alike"),
        "geometric": _("weak parts count more than strong parts"),
        "minimum": _("only the weakest part counts"),
    }[mean]


def _equals(over: str) -> str:
    return {
        "nested": _("each factor counts the same"),
        "aspects": _("each heading counts the same"),
        "indicators": _("each question counts the same"),
    }[over]


def _way(one: Alternative) -> str:
    means = {
        "arithmetic": _("ordinary mean"),
        "geometric": _("geometric mean"),
        "minimum": _("the weakest part"),
    }
    text = f"{_equals(one.over)}; {means[one.mean]}"
    return text[:1].upper() + text[1:]


def _band(figure: Figure) -> str:
    return figure.band.label if figure.band else _("no score")


def _scores(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(
        _band(one) if one.point is None else _("{score} ({band})").format(score=whole(one.point), band=_band(one))
        for one in figures
    )


def _weakest(result: Result, found: Robustness) -> Iterator[SteadyView]:
    factors = {factor.id: factor.title for factor in result.pack.factors}
    titles = {phase.id: phase.title for phase in result.pack.model.phases}
    hidden = [
        _("{factor} in {phase} ({n})").format(
            factor=factors[one.factor], phase=titles[one.phase], n=whole(one.figure.point or one.figure.low)
        )
        for one in found.weakest
        if _band(one.figure) != _band(result.scores.phases[one.phase])
    ]
    if not found.weakest:
        return
    if hidden:
        text = _("Shaky: a score hides a weak part. The weakest links are {parts}.")
        yield SteadyView("weakest", False, text.format(parts=and_list(tuple(hidden))))
    else:
        text = _("This picture is firm: the weakest factor of each phase falls in the same band as its phase.")
        yield SteadyView("weakest", True, text)


def _singles(result: Result, wording: Wording, found: Sequence[SingleChange]) -> tuple[SingleView, ...]:
    """One line for each question and what it would change, with all answers that would change it so."""
    lines: dict[tuple[str, str], list[str]] = {}
    for one in found:
        effect = "; ".join(_effect(result, shift) for shift in one.shifts)
        lines.setdefault((one.key, effect), []).append(_value_words(result, one.key, one.value))
    return tuple(
        SingleView(key, wording.title(key), wording.answer(key), "; ".join(others), effect)
        for (key, effect), others in lines.items()
    )


def _value_words(result: Result, key: str, value: Value) -> str:
    """What another answer would be, in words."""
    place = result.pack.places.get(key)
    if place is None:
        return result.pack.context[key].describe(value)
    level = int(value) if isinstance(value, int) else 0
    return f"{level}. {result.pack.level_label(place, level)}"


def _effect(result: Result, shift: Shift) -> str:
    """What changes: a figure that goes to another band, or another field."""
    if shift.figure is None:
        fields = (
            {field.id: field.label for field in result.pack.model.profile.fields} if result.pack.model.profile else {}
        )
        none = _("no field")
        return _("the picture: from {old} to {new}").format(
            old=fields.get(shift.old or "", none), new=fields.get(shift.new or "", none)
        )
    bands = {band.id: band.label for band in result.pack.model.bands}
    none = _("no score")
    return _("{title}: from {old} to {new}").format(
        title=headline_figures(result.pack)[shift.figure],
        old=bands.get(shift.old or "", none),
        new=bands.get(shift.new or "", none),
    )
