"""What an action brings about: the facts of its indicator that name it, and whether these are there already."""

from __future__ import annotations

from typing import Literal

from mhscan.pack.factor import Action
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.facts import Facts

Brought = Literal["missing", "there", "open"]


def brought(pack: Pack, facts: Facts, place: Place, action: Action) -> Brought:
    """How what an action brings about stands: a fact of it is missing, all of them are there, or that is open.

    A fact is missing where it is answered, and another answer to it can count for more. It is open too where no fact
    names the action, such as at an indicator whose level is chosen from a list.
    """
    named = [key for key, fact in place.observations.items() if action.id in fact.actions]
    if not named:
        return "open"
    ladder = ladders_of(pack)[place.id]
    values = {key: facts.get(key).value for key in named}
    if any(value is not None and ladder.lacks(key, value, facts.date) for key, value in values.items()):
        return "missing"
    return "open" if None in values.values() else "there"
