"""What is in a pack as an outline: phases, factors, aspects and indicators with weights, counts and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhscan.base import card_of
from mhscan.conditions import keys_of
from mhscan.language import _, ngettext
from mhscan.pack.factor import Aspect, Factor, Indicator
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire

SHOWN = 6
"""How many claims are named; of more, only their number."""


@dataclass(frozen=True)
class OutlineNode:
    """A line of the outline, its details, and the nodes under it."""

    text: str
    details: tuple[str, ...] = ()
    below: tuple[OutlineNode, ...] = ()


def headings(pack: Pack) -> tuple[str, str]:
    """Which pack it is, and how many there are of everything in it."""
    model = pack.model
    title = _("{title} ({id} {version}), for {subjects}").format(
        title=model.title, id=model.id, version=model.version, subjects=model.subject.plural
    )
    phases, aspects = len(model.phases), sum(len(factor.aspects) for factor in pack.factors)
    counts = (
        ngettext("{n} phase", "{n} phases", phases).format(n=phases) if phases else "",
        ngettext("{n} factor", "{n} factors", len(pack.factors)).format(n=len(pack.factors)),
        ngettext("{n} aspect", "{n} aspects", aspects).format(n=aspects),
        _indicators(len(pack.places)),
        _actions([place.indicator for place in pack.places.values()]),
        _rules(len(model.rules)),
        _claim_count(len(pack.claims)),
    )
    return title, ", ".join(count for count in counts if count)


def outline(pack: Pack) -> Iterator[OutlineNode]:
    """The phases with their factors, or the factors alone; then rules, questionnaires and sources."""
    for phase in pack.model.phases:
        below = tuple(_factor(pack, factor) for factor in pack.factors if factor.phase == phase.id)
        yield _node(phase.id, phase.title, _weight(phase.weight), below=below)
    yield from (_factor(pack, factor) for factor in pack.factors if factor.phase is None)
    if pack.model.rules:
        yield OutlineNode(
            _("rules"), (), tuple(_node(one.id, one.title, _claims(one.sources)) for one in pack.model.rules)
        )
    yield OutlineNode(_("questionnaires"), (), tuple(_questionnaire(pack, one) for one in pack.questionnaires))
    sources = tuple(
        _node(source.id, source.title, _claims(tuple(claim.id for claim in source.claims))) for source in pack.sources
    )
    if sources:
        yield OutlineNode(_("sources"), (), sources)


def _node(name: str, title: str, *details: str, below: tuple[OutlineNode, ...] = ()) -> OutlineNode:
    return OutlineNode(f"{name}: {title}", tuple(detail for detail in details if detail), below)


def _factor(pack: Pack, factor: Factor) -> OutlineNode:
    indicators = factor.indicators
    rules = {rule for one in indicators for rule in _rules_about(pack, f"{factor.id}.{one.id}")}
    return _node(
        factor.id,
        factor.title,
        _weight(factor.weight),
        _indicators(len(indicators)),
        _actions(indicators),
        _rules(len(rules)),
        _claims(tuple(dict.fromkeys(claim for one in indicators for claim in one.sources))),
        below=tuple(_aspect(pack, factor, aspect) for aspect in factor.aspects),
    )


def _aspect(pack: Pack, factor: Factor, aspect: Aspect) -> OutlineNode:
    best = _("the best counts") if aspect.combine == "best" else ""
    unscored = "" if aspect.scored else _("not scored")
    places = (place for place in pack.places.values() if place.factor is factor and place.aspect is aspect)
    below = tuple(_indicator(pack, place) for place in places)
    return _node(aspect.id, aspect.title, _weight(aspect.weight), best, unscored, below=below)


def _indicator(pack: Pack, place: Place) -> OutlineNode:
    indicator = place.indicator
    return _node(
        indicator.id,
        indicator.title,
        _("scale {name}").format(name=indicator.scale),
        _weight(indicator.weight),
        _("asked if it applies") if indicator.applies_if else "",
        _facts(len(indicator.observations)) if indicator.observations else "",
        _actions([indicator]),
        _rules(len(_rules_about(pack, place.id))),
        _claims(indicator.sources),
    )


def _questionnaire(pack: Pack, questionnaire: Questionnaire) -> OutlineNode:
    asks = questionnaire.asks()
    scored, minutes = sum(key in pack.places for key in asks), questionnaire.minutes
    rest = len(asks) - scored
    context = ngettext("{n} context question", "{n} context questions", rest).format(n=rest)
    duration = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    return _node(questionnaire.id, questionnaire.title, _indicators(scored), context, duration)


def _rules_about(pack: Pack, key: str) -> list[str]:
    """The rules that look at an indicator, or that it mends."""
    return [rule.id for rule in pack.model.rules if key in {*rule.remedied(), *map(card_of, keys_of(rule.when))}]


def _weight(weight: float) -> str:
    return _("weight {n}").format(n=weight)


def _indicators(count: int) -> str:
    return ngettext("{n} indicator", "{n} indicators", count).format(n=count)


def _facts(count: int) -> str:
    return ngettext("{n} fact", "{n} facts", count).format(n=count)


def _actions(indicators: list[Indicator] | tuple[Indicator, ...]) -> str:
    count = sum(len(indicator.actions) for indicator in indicators)
    return ngettext("{n} action", "{n} actions", count).format(n=count)


def _rules(count: int) -> str:
    return ngettext("{n} rule", "{n} rules", count).format(n=count)


def _claim_count(count: int) -> str:
    return ngettext("{n} claim", "{n} claims", count).format(n=count)


def _claims(ids: tuple[str, ...]) -> str:
    """The claims that something rests on: each by its id, or their number where there are many."""
    if not ids:
        return _("no sources")
    return _claim_count(len(ids)) if len(ids) > SHOWN else " ".join(ids)
