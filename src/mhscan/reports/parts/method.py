"""How the score is made, and what the research under it is."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.language import _
from mhscan.pack.factor import Aspect
from mhscan.reports.words import and_list, percent, whole
from mhscan.scoring.means import exact


def method(result: Result) -> tuple[str, ...]:
    """How the scores come about, in sentences with this pack's numbers filled in."""
    model = result.pack.model
    means = {
        "arithmetic": _("A score is the mean of the parts under it."),
        "geometric": _("A score is the geometric mean of the parts under it: one part at 0 makes it 0."),
        "minimum": _("A score is that of the weakest part under it."),
    }
    bands = [_("'{label}' begins at {n}.").format(label=band.label, n=whole(exact(band.from_))) for band in model.bands]
    least = percent(exact(model.coverage.minimum))
    sentences = (
        _("Each level of a question has a score from 0 to 100."),
        _levels(result),
        means[model.aggregate.mean],
        _parts(result),
        _weights(result),
        _best(result),
        _("What is unknown, skipped or not asked is never counted as 0. It makes the range of what is possible wider."),
        _("Below {n}% answered, no score is shown.").format(n=least) if least else "",
        " ".join((_("Scores fall in bands."), *bands)),
    )
    return tuple(filter(None, sentences))


def _parts(result: Result) -> str:
    """What a score is made of, as far as the pack has it."""
    model = result.pack.model
    if model.aggregate.over == "indicators":
        return _("All questions under a figure count by their own weight.")
    if model.aggregate.over == "aspects":
        return _("The questions of a part make its score. All parts under a figure count by their own weight.")
    aspects = _("The questions of a part make its score, and the parts of a factor make that of the factor.")
    several = any(len(factor.aspects) > 1 for factor in result.pack.factors)
    total = _("The phases make the total.") if model.phases else _("The factors make the total.")
    sentences = (
        aspects if several else _("The questions of a factor make its score."),
        _("The factors of a phase make that of the phase.") if model.phases else "",
        total if model.aggregate.total else "",
    )
    return " ".join(filter(None, sentences))


def _levels(result: Result) -> str:
    """What each level counts for, where that is the same on all scales."""
    scales = {tuple((step.level, step.score) for step in scale.levels) for scale in result.pack.model.scales.values()}
    if len(scales) != 1:
        return ""
    levels, scores = zip(*scales.pop(), strict=True)
    return _("The levels {levels} count for {scores} points.").format(
        levels=and_list(tuple(map(str, levels))), scores=and_list(tuple(str(whole(exact(score))) for score in scores))
    )


def _weights(result: Result) -> str:
    weights = {factor.weight for factor in result.pack.factors} | {aspect.weight for aspect in _aspects(result)}
    weights |= {place.indicator.weight for place in result.pack.places.values()}
    return _("All parts weigh the same.") if weights == {1} else _("Parts have different weights.")


def _aspects(result: Result) -> list[Aspect]:
    return [aspect for factor in result.pack.factors for aspect in factor.aspects]


def _best(result: Result) -> str:
    best = tuple(aspect.title for aspect in _aspects(result) if aspect.combine == "best")
    unscored = tuple(aspect.title for aspect in _aspects(result) if not aspect.scored)
    sentences = (
        _("Of {titles} the best answer counts.").format(titles=and_list(best)) if best else "",
        _("Of {titles} no answer counts in a score.").format(titles=and_list(unscored)) if unscored else "",
    )
    return " ".join(filter(None, sentences))


def research(result: Result) -> tuple[str, ...]:
    """The sources, by title, publisher, research and method."""
    lines = []
    for source in result.pack.sources:
        title = f"{source.title}. {source.subtitle}" if source.subtitle else source.title
        lines.append(_("Source: {title}").format(title=f"{title}. {source.publisher.rstrip('.')}."))
        lines += filter(None, (source.research, source.method))
    return tuple(lines)


def cited(result: Result) -> tuple[str, ...]:
    """The sources in a sentence each, as far as the pack has one."""
    return tuple(source.cite for source in result.pack.sources if source.cite)
