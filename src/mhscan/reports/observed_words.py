"""What was observed of an indicator, as sentences: what is there, what is missing, what nobody knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mhscan.language import _
from mhscan.pack.factor import Action
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place
from mhscan.reports.words import and_list
from mhscan.scoring.facts import Fact, Facts


@dataclass(frozen=True)
class ObservedWords:
    """The facts of one indicator in the words of the pack: what is there, what is missing, what is not known."""

    there: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]

    def sentences(self) -> tuple[str, ...]:
        """A sentence for each; none where there is nothing to say."""
        there = [_("There is {things}.").format(things=and_list(some)) for some in (self.there, self.missing) if some]
        # Each of these is a sentence by itself already.
        unknown = [_("Not known: {things}").format(things=" ".join(self.unknown))] if self.unknown else []
        return (*there, *unknown)


def observed_words(pack: Pack, place: Place, facts: Facts, only: Collection[str] | None = None) -> ObservedWords:
    """What was observed of an indicator; of some facts only, if these are named. What may not be seen is not told."""
    there, missing, unknown = [], [], []
    for key, observation in place.observations.items():
        fact = facts.get(key)
        if only is not None and key not in only:
            continue
        if fact.value is None:
            unknown += [] if fact.is_suppressed else [observation.text]
        elif _is_there(pack, place, key, fact, facts.date):
            there.append(observation.there)
        else:
            missing.append(observation.missing)
    return ObservedWords(tuple(there), tuple(missing), tuple(unknown))


def _is_there(pack: Pack, place: Place, key: str, fact: Fact, date: str) -> bool:
    """Whether there is enough of a fact to say so: some of it, and where levels have limits, at least the lowest."""
    observation, ladder = place.observations[key], ladders_of(pack)[place.id]
    if fact.value is None or not observation.is_there(fact.value):
        return False
    has_limits = observation.type in ("number", "share", "date")
    return not has_limits or any(ladder.holds(key, fact.value, date)) or not ladder.tests[key]


def because(pack: Pack, place: Place, action: Action, facts: Facts) -> tuple[str, ...]:
    """Why an action is advised, by the facts: what is missing that it brings about, else all that is missing."""
    brought = [key for key, one in place.observations.items() if action.id in one.actions]
    for only in (brought, list(place.observations)):
        words = observed_words(pack, place, facts, only)
        if words.missing:
            return ObservedWords((), words.missing, ()).sentences()
    return ()


def open_evidence(place: Place, facts: Facts) -> tuple[str, ...]:
    """Where the facts of an indicator that are not known can be looked up."""
    open_facts = [one for key, one in place.observations.items() if facts.get(key).value is None]
    return tuple(dict.fromkeys(name for one in open_facts for name in one.evidence))
