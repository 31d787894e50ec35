"""What the way to a level depends on: conditions of an indicator and of its actions, and the indicators behind them."""

from __future__ import annotations

from mhscan.base import CONTEXT, card_of
from mhscan.conditions import Condition, LevelTest, figures_of
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import Test, each_place, each_test


def conditions_of(pack: Pack, key: str) -> list[Condition]:
    """The conditions that decide whether an indicator applies, and which of its actions can be done."""
    applies = pack.applies_if(key)
    actions = pack.places[key].indicator.actions
    needs = [need for action in actions for need in (*action.requires, *choosing(action))]
    return [*needs, applies] if applies is not None else needs


def choosing(action: Action) -> tuple[Condition, ...]:
    """The conditions by which an action is one that the subject can count on."""
    applies = (action.applies_if,) if action.applies_if is not None else ()
    given = {bool(one.depends_on_others) for one in action.variants if one.depends_on_others is not None}
    varies = bool(given - {bool(action.depends_on_others)})
    return (*applies, *(one.when for one in action.variants if varies))


def indicators_behind(pack: Pack, condition: Condition) -> set[str]:
    """The full ids of the indicators that can change what a condition comes to, also by way of context questions."""
    found = {place.id for ref in figures_of(condition) for place in each_place(pack, ref)}
    for key, test in each_test(pack, condition):
        if _is_fixed(test) and pack.applies_if(key) is None:
            continue
        asked_if = pack.applies_if(key) if key.startswith(CONTEXT) else None
        found |= indicators_behind(pack, asked_if) if asked_if is not None else {card_of(key)} & pack.places.keys()
    return found


def _is_fixed(test: Test) -> bool:
    """Whether no action changes what a test comes to: who carries an indicator stays."""
    return isinstance(test, LevelTest) and test.model_fields_set & set(LevelTest.model_fields) == {"carried"}
