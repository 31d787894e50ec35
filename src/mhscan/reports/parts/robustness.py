"""How robust the picture is, in words: one sentence for each trial, and the tables under it."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.advice.alternatives import Alternative
from mhscan.advice.result import Result
from mhscan.advice.robustness import RobustnessResult, robustness
from mhscan.advice.sensitivity import Shift, SingleChange
from mhscan.advice.weight_sampling import Share
from mhscan.language import _, ngettext
from mhscan.questions.base import Value
from mhscan.reports.views.robustness import RobustnessView, SingleView, SteadyView, WayView
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import and_list, whole
from mhscan.scoring.scores import Figure
from mhscan.scoring.trees import headline_figures


def robustness_view(result: Result, wording: ResultWording) -> RobustnessView | None:
    """How robust the picture is; nothing where no score is shown, since there is no picture then."""
    titles = headline_figures(result.pack)
    if not any(result.scores.figures[name].band for name in titles):
        return None
    tried, settings = robustness(result), result.pack.model.robustness
    about = _(
        "For the weights, {n} sets of other weights were drawn, each up to {spread}% lighter or heavier. "
        "Chance moves these percentages by at most {error}. "
        "All of this is about the sums: nobody checked the answers."
    )
    return RobustnessView(
        trials=tuple(_trials(result, tried, titles)),
        singles=_singles(result, wording, tried.singles),
        figures=tuple(titles.values()),
        ways=tuple(map(_way, tried.alternatives)),
        about=about.format(n=settings.draws, spread=round(settings.spread * 100), error=_sampling_error(tried)),
    )


def _sampling_error(tried: RobustnessResult) -> str:
    """The widest half of a 95% interval among the shares, in whole percentage points, rounded up."""
    intervals = [share.interval for share in (*tried.bands.values(), *tried.places.values())]
    points = max((-(-(high - low) * 50 // 1) for low, high in intervals), default=0)
    n = max(1, int(points))
    return ngettext("{n} percentage point", "{n} percentage points", n).format(n=n)


def _trials(result: Result, tried: RobustnessResult, titles: dict[str, str]) -> Iterator[SteadyView]:
    yield _answers(len({change.key for change in tried.singles if change.step}))
    sentences = {
        "weights": (
            _("This picture is firm: with other weights each score stays in its band."),
            _("This picture is firm: with other weights each score stays in its band in at least {n}% of the draws."),
            _("Shaky: with other weights {title} stays in its band in only {n}% of the draws."),
        ),
        "order": (
            _("This picture is firm: with other weights the first actions keep their place."),
            _(
                "This picture is firm: with other weights the first actions keep their place in at least {n}% of the "
                "draws."
            ),
            _("Shaky: with other weights the action at place {place} keeps it in only {n}% of the draws."),
        ),
    }
    for trial, shares in (("weights", tried.bands), ("order", tried.places)):
        if shares:
            yield _draws(trial, shares, result.pack.model.robustness.firm, sentences[trial], titles)
    chosen, *others = tried.alternatives
    # A sentence for the other mean, and for one other meaning of 'equal'; the table has them all.
    equal = next((way for way in others if way.mean == chosen.mean), None)
    yield from (_other_way(way, chosen, titles) for way in others if way.mean != chosen.mean or way is equal)
    if tried.weakest:
        yield _weakest(result, tried)


def _answers(near: int) -> SteadyView:
    """Whether the answer to so many questions changes the picture by one level."""
    if not near:
        text = _("This picture is firm: it stays the same if one answer is one level higher or lower.")
        return SteadyView("answers", True, text)
    text = ngettext(
        "Shaky: the picture changes if one answer is one level higher or lower. {n} question has such an answer.",
        "Shaky: the picture changes if one answer is one level higher or lower. {n} questions have such an answer.",
        near,
    )
    return SteadyView("answers", False, text.format(n=near))


def _draws(
    trial: str, shares: dict[str, Share], firm: float, sentences: tuple[str, str, str], titles: dict[str, str]
) -> SteadyView:
    """What draws of other weights say; `sentences` are for always, for often enough (a share of `firm`), and else."""
    least = min(shares, key=lambda name: shares[name].value)
    n = int(shares[least].value * 100)
    always, often, seldom = sentences
    if n == 100 or shares[least].value >= firm:
        return SteadyView(trial, True, always if n == 100 else often.format(n=n))
    place = list(shares).index(least) + 1
    return SteadyView(trial, False, seldom.format(title=titles.get(least, ""), place=place, n=n))


def _other_way(way: Alternative, chosen: Alternative, titles: dict[str, str]) -> SteadyView:
    trial = "mean" if way.mean != chosen.mean else "equal"
    moved = tuple(
        _("{title} ({band})").format(title=titles[name], band=_band(figure))
        for name, figure in way.figures.items()
        if _band(figure) != _band(chosen.figures[name])
    )
    means = {
        "arithmetic": _("weak and strong parts count alike"),
        "geometric": _("weak parts count more than strong parts"),
        "minimum": _("only the weakest part counts"),
    }
    words = means[way.mean] if trial == "mean" else _equal(way.over)
    if not moved:
        text = _("This picture is firm: each score stays in its band if {way}.").format(way=words)
        return SteadyView(trial, True, text)
    text = _("Shaky: if {way}, there is another band for {titles}.").format(way=words, titles=and_list(moved))
    return SteadyView(trial, False, text)


def _equal(over: str) -> str:
    return {
        "nested": _("each factor counts the same"),
        "aspects": _("each heading counts the same"),
        "indicators": _("each question counts the same"),
    }[over]


def _way(way: Alternative) -> WayView:
    means = {
        "arithmetic": _("ordinary mean"),
        "geometric": _("geometric mean"),
        "minimum": _("the weakest part"),
    }
    text = f"{_equal(way.over)}; {means[way.mean]}"
    return WayView(text[:1].upper() + text[1:], way.chosen, tuple(map(_score, way.figures.values())))


def _band(figure: Figure) -> str:
    return figure.band.label if figure.band else _("no score")


def _score(figure: Figure) -> str:
    if figure.point is None:
        return _band(figure)
    return _("{score} ({band})").format(score=whole(figure.point), band=_band(figure))


def _weakest(result: Result, tried: RobustnessResult) -> SteadyView:
    factors = {factor.id: factor.title for factor in result.pack.factors}
    phases = {phase.id: phase.title for phase in result.pack.model.phases}
    hidden = tuple(
        _("{factor} in {phase} ({n})").format(
            factor=factors[link.factor], phase=phases[link.phase], n=whole(link.figure.point or link.figure.low)
        )
        for link in tried.weakest
        if _band(link.figure) != _band(result.scores.phases[link.phase])
    )
    if not hidden:
        text = _("This picture is firm: the weakest factor of each phase falls in the same band as its phase.")
        return SteadyView("weakest", True, text)
    text = _("Shaky: a score hides a weak part. The weakest links are {parts}.")
    return SteadyView("weakest", False, text.format(parts=and_list(hidden)))


def _singles(result: Result, wording: ResultWording, changes: tuple[SingleChange, ...]) -> tuple[SingleView, ...]:
    """One line for each question and what it would change, with all answers that would change it so."""
    lines: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        effect = "; ".join(_effect(result, shift) for shift in change.shifts)
        lines.setdefault((change.key, effect), []).append(_value_words(result, change.key, change.value))
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
    model = result.pack.model
    if shift.figure is None:
        labels = {field.id: field.label for field in model.profile.fields} if model.profile else {}
        text, none, title = _("the picture: from {old} to {new}"), _("no field"), ""
    else:
        labels = {band.id: band.label for band in model.bands}
        text, none, title = (
            _("{title}: from {old} to {new}"),
            _("no score"),
            headline_figures(result.pack)[shift.figure],
        )
    return text.format(title=title, old=labels.get(shift.old or "", none), new=labels.get(shift.new or "", none))
