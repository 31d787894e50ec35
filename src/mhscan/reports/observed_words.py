"""What was observed of an indicator, as sentences: what is there, what is missing, what nobody knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mhscan.language import _
from mhscan.pack.factor import Action
from mhscan.pack.ladders import ladders_of
from mhscan.pack.observation import there_is
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.facts import Facts


@dataclass(frozen=True)
class ObservedWords:
    """The facts of one indicator in the words of the pack: what is there, what is missing, what is not known."""

    there: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]

    def sentences(self) -> tuple[str, ...]:
        """Sentences for each; none where there is nothing to say."""
        # Each of these is a sentence by itself already.
        unknown = [_("Not known: {things}").format(things=" ".join(self.unknown))] if self.unknown else []
        return (*there_is(self.there), *there_is(self.missing), *unknown)


def observed_words(pack: Pack, place: Place, facts: Facts, only: Collection[str] | None = None) -> ObservedWords:
    """What was observed of an indicator; of some facts only, if these are named. What may not be seen is not told."""
    there, missing, unknown = [], [], []
    for key, observation in place.observations.items():
        fact = facts.get(key)
        if only is not None and key not in only:
            continue
        if fact.value is None:
            unknown += [] if fact.is_suppressed else [observation.text]
            continue
        some, less = ladders_of(pack)[place.id].extent(key, fact.value, facts.date)
        there += [observation.there] if some else []
        missing += [(not some and observation.absent) or observation.missing] if less else []
    return ObservedWords(tuple(there), tuple(missing), tuple(unknown))


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
