"""What a thing in a pack is, as text: an indicator, factor, rule, action, claim, context question or explained word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from mhscan.base import CONTEXT, Prose
from mhscan.language import _, speaking
from mhscan.pack.factor import Action, Factor
from mhscan.pack.glossary import named
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack, Place, known_by, label
from mhscan.pack.placeholders import texts_of
from mhscan.pack.rule import Rule
from mhscan.pack.source import Claim
from mhscan.questions.registry import Question
from mhscan.reports.wording import claim_strength, claim_word
from mhscan.reports.words import and_list


def known_ids(pack: Pack) -> list[str]:
    """Everything that can be explained."""
    return [*dict.fromkeys((*_lookups(pack), *(term.id for term in pack.terms)))]


def explained(pack: Pack, wanted: str) -> str | None:
    """What an id stands for, in the pack's language; nothing where the pack has no such id."""
    explain, term = _lookups(pack).get(wanted), pack.term(wanted)
    if explain is None and term is None:
        return None
    with speaking(pack.model.language):
        lines = [f"{term.id}: {term.term}", term.text, *(f"  - {line}" for line in term.lines())] if term else []
        return "".join(f"{line}\n" for line in (*lines, *(explain() if explain else ())))


def _lookups(pack: Pack) -> dict[str, Callable[[], Iterable[str]]]:
    by_id: dict[str, Callable[[], Iterable[str]]] = {}
    by_id |= {claim.id: partial(_claim, pack, claim) for claim in pack.claims.values()}
    by_id |= {rule.id: partial(_rule, pack, rule) for rule in pack.model.rules}
    by_id |= {factor.id: partial(_factor, pack, factor) for factor in pack.factors}
    by_id |= {key: partial(_context, pack, question) for key, question in pack.context.items()}
    for place in pack.places.values():
        by_id[place.id] = partial(_indicator, pack, place)
        by_id |= {key: partial(_observation, pack, key, one) for key, one in place.observations.items()}
        for action in place.indicator.actions:
            by_id[f"{place.factor.id}.{action.id}"] = partial(_action, pack, place, action)
    return by_id


def _indicator(pack: Pack, place: Place) -> Iterable[str]:
    indicator = place.indicator
    yield f"{place.id}: {indicator.title}"
    yield _("{factor}; scale {scale}").format(factor=place.factor.title, scale=indicator.scale)
    if pack.scale(place).meaning:
        yield pack.scale(place).meaning
    yield indicator.question
    for level in indicator.levels:
        worth = f"{pack.level_label(place, level.level)}, {pack.score(place, level.level)}"
        yield f"  {level.level}. {level.text} ({worth})"
    for key, observation in place.observations.items():
        yield _("Fact {id}: {text}").format(id=key, text=" ".join(filter(None, (observation.text, observation.counts))))
    yield from (text.text for text in (indicator.help, indicator.why) if text)
    yield from _lists(pack, (indicator.question, *(level.text for level in indicator.levels)), indicator.help)
    yield from filter(None, (known_by(pack, place.id),))
    if pack.only_examples(indicator.sources):
        yield _("The source gives it as an example.")
    for action in indicator.actions:
        yield _("To level {level}: {title} ({id})").format(
            level=action.to, title=action.title, id=f"{place.factor.id}.{action.id}"
        )
    yield from _sources(pack, indicator.sources)


def _observation(pack: Pack, key: str, observation: Observation) -> Iterable[str]:
    yield f"{key}: {observation.text}"
    yield from filter(None, (observation.counts,))
    yield from (f"  {choice.value}: {choice.label}" for choice in observation.question.choices())
    yield _("There is {things}.").format(things=observation.there)
    yield _("There is {things}.").format(things=observation.missing)
    roles = tuple(label(pack.model.roles, role) for role in observation.asks)
    yield from filter(None, (_("Ask: {roles}.").format(roles=and_list(roles)) if roles else "",))
    yield from filter(None, (_("This is ours: no source says it.") if observation.ours else "",))
    yield from _sources(pack, observation.sources)


def _action(pack: Pack, place: Place, action: Action) -> Iterable[str]:
    yield f"{place.factor.id}.{action.id}: {action.title}"
    yield _("Raises {title} to level {level}: {text}").format(
        title=place.indicator.title, level=action.to, text=place.indicator.level_text(action.to)
    )
    yield from filter(None, (action.proposal, action.result))
    yield from (f"  - {step}" for step in action.steps)
    who = [label(pack.model.roles, action.owner), *(label(pack.model.partners, partner) for partner in action.partners)]
    yield ", ".join(word for word in who if word)
    decider = label(pack.model.deciders, action.decided_by)
    if decider:
        yield _("Who decides: {who}").format(who=decider)
    if action.depends_on_others:
        yield _("Whether this works depends on others.")
    for variant in action.variants:
        yield _("In other cases this takes the place of it:")
        yield from (f"  {text}" for _path, text in texts_of(variant))
    if action.ours:
        yield _("This step is the scan's own: no source names it.")
    yield from _sources(pack, action.sources)


def _factor(pack: Pack, factor: Factor) -> Iterable[str]:
    yield f"{factor.id}: {factor.title}"
    if factor.why:
        yield factor.why.text
    yield from (f"  {factor.id}.{indicator.id}: {indicator.title}" for indicator in factor.indicators)
    yield from _sources(pack, factor.why.sources if factor.why else ())


def _rule(pack: Pack, rule: Rule) -> Iterable[str]:
    yield f"{rule.id}: {rule.title}"
    yield rule.text
    yield from (f"  - {detail.text}" for detail in rule.details)
    if rule.why:
        yield rule.why.text
    yield from (f"  {question}" for question in rule.ask)
    yield from (f"  {key}: {pack.places[key].indicator.title}" for key in rule.remedied())
    yield from _sources(pack, rule.sources)


def _context(pack: Pack, question: Question) -> Iterable[str]:
    yield f"{CONTEXT}{question.id}: {question.text}"
    if question.help:
        yield question.help.text
    yield from _lists(pack, (question.text,), question.help)
    yield from filter(None, (known_by(pack, f"{CONTEXT}{question.id}"),))
    yield from (f"  {choice.value}: {choice.label}" for choice in question.choices())


def _lists(pack: Pack, texts: tuple[str, ...], help_text: Prose | None) -> Iterable[str]:
    """What the words of a question stand for outside the pack, where the glossary lists it."""
    for term in named(pack.terms, [*texts, help_text.text if help_text else ""]):
        if lines := term.lines():
            yield f"{term.term}: {term.text}"
            yield from (f"  - {line}" for line in lines)


def _claim(pack: Pack, claim: Claim) -> Iterable[str]:
    yield f"{claim.id} ({claim.section}): {claim.text}"
    yield from filter(None, (claim_strength(pack, claim),))
    used = [place.id for place in pack.places.values() if claim.id in place.indicator.sources]
    if used:
        yield _("Used by: {ids}").format(ids=", ".join(used))


def _sources(pack: Pack, ids: Iterable[str]) -> Iterable[str]:
    for claim in (pack.claims[key] for key in dict.fromkeys(ids) if key in pack.claims):
        word = claim_word(pack, claim)
        strength = f", {word}" if word else ""
        yield f"{_('Source')} {claim.id} ({claim.section}{strength}): {claim.text}"
