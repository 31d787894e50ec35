"""A pack as a tree: phases, factors, aspects and indicators with their weights, counts and sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mhscan.conditions import keys_of
from mhscan.language import _, ngettext
from mhscan.pack.factor import Aspect, Factor
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.ui.streams import as_lines, is_plain, width

TOGETHER = "\N{NO-BREAK SPACE}"
"""Stands inside a detail until the lines are made, so that no line ends within it."""
DETAIL = f"{TOGETHER}· "
LONGEST = 24
"""In characters: a longer detail may be broken."""
SHOWN = 6
"""How many claims are named; of more, only their number."""
Signs = tuple[str, str, str, str]
BOXES: Signs = ("├─ ", "└─ ", "│  ", "   ")
PLAIN: Signs = ("  ", "  ", "  ", "  ")


@dataclass(frozen=True)
class Node:
    """A line of the tree, and those under it."""

    text: str
    below: tuple[Node, ...] = ()


def tree_text(pack: Pack) -> str:
    """The pack as a tree that fits the window; without lines to draw it where plain text is asked for."""
    signs = PLAIN if is_plain() else BOXES
    lines = [*_wrapped(_head(pack), "", ""), *_wrapped(_counts(pack), "", "")]
    for node, last in _with_last(_top(pack)):
        lines += _draw(node, "", last, signs)
    return as_lines(lines)


def _draw(node: Node, indent: str, last: bool, signs: Signs) -> Iterator[str]:
    branch, rest = (signs[1], signs[3]) if last else (signs[0], signs[2])
    below = indent + rest
    yield from _wrapped(node.text, indent + branch, below + (signs[2] if node.below else signs[3]))
    for one, is_last in _with_last(node.below):
        yield from _draw(one, below, is_last, signs)


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    """A text in lines that fit the window, however deep it stands."""
    room = max(width(), len(rest) + 16)
    lines = textwrap.wrap(text, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [line.replace(TOGETHER, " ") for line in lines]


def _with_last(nodes: Iterable[Node]) -> Iterator[tuple[Node, bool]]:
    found = list(nodes)
    yield from ((node, n == len(found)) for n, node in enumerate(found, 1))


def _head(pack: Pack) -> str:
    model = pack.model
    said = _("{title} ({id} {version}), for {subjects}")
    return said.format(title=model.title, id=model.id, version=model.version, subjects=model.subject.plural)


def _counts(pack: Pack) -> str:
    """How many there are of everything."""
    model, claims = pack.model, len(pack.claims)
    factors, phases, rules = len(pack.factors), len(model.phases), len(model.rules)
    aspects = sum(len(one.aspects) for one in pack.factors)
    actions = sum(len(place.indicator.actions) for place in pack.places.values())
    said = [
        *([ngettext("{n} phase", "{n} phases", phases).format(n=phases)] if phases else []),
        ngettext("{n} factor", "{n} factors", factors).format(n=factors),
        ngettext("{n} aspect", "{n} aspects", aspects).format(n=aspects),
        _indicators(len(pack.places)),
        _actions(actions),
        _rules(rules),
        ngettext("{n} claim", "{n} claims", claims).format(n=claims),
    ]
    return ", ".join(said)


def _top(pack: Pack) -> Iterator[Node]:
    """The phases with their factors, or the factors alone; then rules, questionnaires and sources."""
    phases = pack.model.phases
    for phase in phases:
        inside = tuple(_factor(pack, one) for one in pack.factors if one.phase == phase.id)
        yield Node(_line(phase.id, phase.title, _weight(phase.weight)), inside)
    yield from (_factor(pack, one) for one in pack.factors if one.phase is None)
    if pack.model.rules:
        rules = [Node(_line(one.id, one.title, _claims(one.sources))) for one in pack.model.rules]
        yield Node(_("rules"), tuple(rules))
    yield Node(_("questionnaires"), tuple(_questionnaire(pack, one) for one in pack.questionnaires))
    sources = [Node(_line(one.id, one.title, _claims(tuple(c.id for c in one.claims)))) for one in pack.sources]
    if sources:
        yield Node(_("sources"), tuple(sources))


def _factor(pack: Pack, factor: Factor) -> Node:
    actions = sum(len(one.actions) for one in factor.indicators)
    rules = len({rule for one in factor.indicators for rule in _rules_about(pack, f"{factor.id}.{one.id}")})
    sources = tuple(dict.fromkeys(claim for one in factor.indicators for claim in one.sources))
    details = (_weight(factor.weight), _indicators(len(factor.indicators)), _actions(actions), _rules(rules))
    aspects = tuple(_aspect(pack, factor, one) for one in factor.aspects)
    return Node(_line(factor.id, factor.title, *details, _claims(sources)), aspects)


def _aspect(pack: Pack, factor: Factor, aspect: Aspect) -> Node:
    places = [one for one in pack.places.values() if one.factor is factor and one.aspect is aspect]
    best = _("the best counts") if aspect.combine == "best" else ""
    unscored = "" if aspect.scored else _("not scored")
    text = _line(aspect.id, aspect.title, _weight(aspect.weight), best, unscored)
    return Node(text, tuple(_indicator(pack, one) for one in places))


def _indicator(pack: Pack, place: Place) -> Node:
    one = place.indicator
    scale = _("scale {name}").format(name=one.scale)
    asked = _("asked if it applies") if one.applies_if else ""
    counts = (_actions(len(one.actions)), _rules(len(_rules_about(pack, place.id))))
    return Node(_line(one.id, one.title, scale, _weight(one.weight), asked, *counts, _claims(one.sources)))


def _questionnaire(pack: Pack, one: Questionnaire) -> Node:
    asks = one.asks()
    scored = sum(key in pack.places for key in asks)
    rest = len(asks) - scored
    context = ngettext("{n} context question", "{n} context questions", rest).format(n=rest)
    minutes = ngettext("{n} minute", "{n} minutes", one.minutes).format(n=one.minutes)
    return Node(_line(one.id, one.title, _indicators(scored), context, minutes))


def _rules_about(pack: Pack, key: str) -> list[str]:
    """The rules that look at an indicator, or that it mends."""
    return [one.id for one in pack.model.rules if key in one.mend or key in keys_of(one.when)]


def _line(name: str, title: str, *details: str) -> str:
    kept = [one.replace(" ", TOGETHER) if len(one) <= LONGEST else one for one in details if one]
    return f"{name}: " + DETAIL.join([title, *kept])


def _weight(weight: float) -> str:
    return _("weight {n}").format(n=weight)


def _indicators(count: int) -> str:
    return ngettext("{n} indicator", "{n} indicators", count).format(n=count)


def _actions(count: int) -> str:
    return ngettext("{n} action", "{n} actions", count).format(n=count)


def _rules(count: int) -> str:
    return ngettext("{n} rule", "{n} rules", count).format(n=count)


def _claims(ids: tuple[str, ...]) -> str:
    """The claims that something rests on: each by its id, or their number where there are many."""
    if not ids:
        return _("no sources")
    many = ngettext("{n} claim", "{n} claims", len(ids)).format(n=len(ids))
    return many if len(ids) > SHOWN else " ".join(ids)
