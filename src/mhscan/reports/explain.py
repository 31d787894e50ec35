"""What a thing in a pack is, as text: an indicator, factor, rule, action, claim, context question or explained word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from mhscan.base import CONTEXT
from mhscan.language import _, speaking
from mhscan.pack.factor import Action, Factor
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack, Place, label
from mhscan.pack.rule import Rule
from mhscan.pack.source import Claim
from mhscan.questions.registry import Question
from mhscan.reports.words import and_list


def known_ids(pack: Pack) -> list[str]:
    """Everything that can be explained."""
    return [*dict.fromkeys((*_lookups(pack), *(term.id for term in pack.terms)))]


def explained(pack: Pack, wanted: str) -> str | None:
    """What an id stands for, in the pack's language; nothing where the pack has no such id."""
    explain, term = _lookups(pack).get(wanted), pack.term(wanted)
    if explain is None and term is None:
        return None
    lines = [f"{term.id}: {term.term}", term.text] if term else []
    with speaking(pack.model.language):
        return "".join(f"{line}\n" for line in (*lines, *(explain() if explain else ())))


def _lookups(pack: Pack) -> dict[str, Callable[[], Iterable[str]]]:
    by_id: dict[str, Callable[[], Iterable[str]]] = {}
    by_id |= {claim.id: partial(_claim, pack, claim) for claim in pack.claims.values()}
    by_id |= {rule.id: partial(_rule, pack, rule) for rule in pack.model.rules}
    by_id |= {factor.id: partial(_factor, pack, factor) for factor in pack.factors}
    by_id |= {key: partial(_context, question) for key, question in pack.context.items()}
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
    yield from _sources(pack, (*place.indicator.sources, *action.sources))


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
    yield from (f"  {key}: {pack.places[key].indicator.title}" for key in rule.mend)
    yield from _sources(pack, rule.sources)


def _context(question: Question) -> Iterable[str]:
    yield f"{CONTEXT}{question.id}: {question.text}"
    if question.help:
        yield question.help.text
    yield from (f"  {choice.value}: {choice.label}" for choice in question.choices())


def _claim(pack: Pack, claim: Claim) -> Iterable[str]:
    modality = pack.modalities.get(claim.modality)
    yield f"{claim.id} ({claim.section}): {claim.text}"
    if modality:
        yield modality.phrase
    used = [place.id for place in pack.places.values() if claim.id in place.indicator.sources]
    if used:
        yield _("Used by: {ids}").format(ids=", ".join(used))


def _sources(pack: Pack, ids: Iterable[str]) -> Iterable[str]:
    for claim in (pack.claims[key] for key in dict.fromkeys(ids) if key in pack.claims):
        modality = pack.modalities.get(claim.modality)
        strength = f", {modality.label}" if modality else ""
        yield f"{_('Source')} {claim.id} ({claim.section}{strength}): {claim.text}"
