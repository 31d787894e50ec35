"""Which actions of a pack are one for a subject, and how each is put for it: its variant, with its texts filled in."""

from __future__ import annotations

from typing import Any

from mhscan.answers.model import Assessment
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place, label
from mhscan.pack.placeholders import CARRIER, date_key, filled
from mhscan.scoring.conditions import Conditions


def is_for(conditions: Conditions, action: Action) -> bool:
    """Whether an action may be one for the subject: what cannot be said does not take it away."""
    return action.applies_if is None or conditions.evaluate(action.applies_if).value is not False


def as_variant(conditions: Conditions, action: Action) -> Action:
    """The action with what its first variant gives that surely fits; the action itself where none does."""
    fitting = (one for one in action.variants if conditions.evaluate(one.when).value is True)
    variant = next(fitting, None)
    return action if variant is None else action.as_variant(variant)


def fitted(pack: Pack, assessment: Assessment, conditions: Conditions, place: Place, action: Action) -> Action:
    """The action as it is put for the subject, in the language of the pack.

    `assessment` and `conditions` are those that an audience may see, so nothing else can stand in a text.
    """
    variant = as_variant(conditions, action)

    def value(name: str) -> str | None:
        key = date_key(name)
        if key is not None:
            return _date(conditions.facts.get(key).value)
        return _carrier(pack, assessment, place) if name == CARRIER else None

    with speaking(pack.model.language):
        texts: dict[str, Any] = {
            key: filled(text, value)
            for key in ("title", "proposal", "result")
            if (text := getattr(variant, key)) is not None
        }
        return variant.model_copy(update={**texts, "steps": tuple(filled(step, value) for step in variant.steps)})


def _date(answer: object) -> str:
    return date_words(answer) if isinstance(answer, str) else _("[date not known]")


def _carrier(pack: Pack, assessment: Assessment, place: Place) -> str:
    """The name of the arrangement that carries an indicator; else what the pack calls its carrier."""
    answer = assessment.answers.get(place.id)
    carried = answer.carried_by if answer else None
    if carried is None:
        return _("[not known who]")
    return carried.name.strip() or label(pack.model.carriers, carried.kind)
