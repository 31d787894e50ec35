"""The conditions of actions and of their variants make a difference where the action is advised, and fill its texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mhscan.base import CONTEXT
from mhscan.conditions import All, AnyOf, Condition, ContextTest, IndicatorTest, Not, ObservationTest
from mhscan.errors import Path, Problem
from mhscan.integrity.walk import actions_of, as_given
from mhscan.language import _
from mhscan.lint.logic.decidable import pack_of
from mhscan.lint.logic.solver import Solver
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Variant
from mhscan.pack.pack import Pack
from mhscan.pack.placeholders import CARRIER, date_key, placeholders, texts_of


@dataclass(frozen=True)
class Step:
    """An action with the full id of its indicator, and where it stands."""

    part: Part
    path: Path
    indicator: str
    action: Action

    def ground(self, pack: Pack) -> list[Condition]:
        """What is true for sure wherever the action is advised: its question applies and stands below its level.

        One that brings about a fact can be advised from any level but the highest.
        """
        applies, indicator = pack.applies_if(self.indicator), pack.places[self.indicator].indicator
        brings = any(self.action.id in fact.actions for fact in indicator.observations)
        top = max(one.level for one in indicator.levels) if brings else self.action.to
        below = IndicatorTest(indicator=self.indicator, at_most=top - 1)
        return [below] if applies is None else [below, applies]


def _steps(folder: Folder) -> Iterator[Step]:
    yield from (Step(*found) for found in actions_of(folder))


def _never(pack: Pack, conditions: Sequence[Condition]) -> bool:
    """Whether no answers make all of these true."""
    return bool(conditions) and Solver(pack, All(all=tuple(conditions)), every_state=True).can_be(True) is False


def check_action_never_applies(folder: Folder) -> Iterator[Problem]:
    """Each action can be one for somebody who is asked for it, and stands below the level that it leads to."""
    pack = pack_of(folder)
    for step in _steps(folder) if pack else ():
        applies = step.action.applies_if
        if pack is None or applies is None or _never(pack, step.ground(pack)) or _never(pack, [applies]):
            continue
        if _never(pack, [*step.ground(pack), applies]):
            message = _("this is never true where the question applies and is answered below level {level}")
            hint = _("Only there the action can be advised, as it leads to that level. Change the condition, or 'to'.")
            at = (*step.path, "applies_if")
            yield step.part.problem("MH315", at, message.format(level=step.action.to), hint)


def check_variant_never_fits(folder: Folder) -> Iterator[Problem]:
    """Each variant fits somebody to whom its action is advised, and for whom no earlier variant does."""
    pack = pack_of(folder)
    for step in _steps(folder) if pack else ():
        for n, variant in enumerate(step.action.variants):
            if pack is not None and not _never(pack, [variant.when]):
                yield from _unfit(pack, step, n)


def _unfit(pack: Pack, step: Step, n: int) -> Iterator[Problem]:
    action, path = step.action, (*step.path, "variants", n, "when")
    advised = [*step.ground(pack), *([action.applies_if] if action.applies_if is not None else [])]
    when, earlier = action.variants[n].when, tuple(one.when for one in action.variants[:n])
    if _never(pack, [*advised, when]):
        message = _("this variant never fits where the action is advised")
        yield step.part.problem("MH313", path, message, _("Change the condition, or remove the variant."))
    elif earlier and _never(pack, [*advised, when, Not(not_=AnyOf(any=earlier))]):
        message = _("an earlier variant fits wherever this one does")
        yield step.part.problem("MH313", path, message, _("Put this one before it, or remove it."))


def check_open_placeholder(folder: Folder) -> Iterator[Problem]:
    """What a text of an action takes from an answer is known for certain where the text is used."""
    pack = pack_of(folder)
    for step in _steps(folder) if pack else ():
        for at, given in as_given(step.action):
            for inside, text in texts_of(given):
                for name in dict.fromkeys(placeholders(text)):
                    if pack is not None and _may_be_unknown(pack, step, given, name):
                        yield _open(step, (*step.path, *at, *inside), name)


def _may_be_unknown(pack: Pack, step: Step, given: Action | Variant, name: str) -> bool:
    known = _ways_to_know(pack, step, name)
    if known is None:
        return False
    certain = [*step.ground(pack), *([given.when] if isinstance(given, Variant) else [])]
    unknown = [Not(not_=AnyOf(any=known))] if known else []
    return Solver(pack, All(all=(*certain, *unknown)), every_state=True).can_be(True) is True


def _ways_to_know(pack: Pack, step: Step, name: str) -> tuple[Condition, ...] | None:
    """The conditions under each of which the value of a placeholder is known; None where it is no placeholder."""
    key = date_key(name)
    if key in pack.context:
        return (ContextTest(context=str(key).removeprefix(CONTEXT), state="answered"),)
    if key in pack.observations:
        return (ObservationTest(observation=str(key), state="answered"),)
    if name != CARRIER:
        return None
    return tuple(IndicatorTest(indicator=step.indicator, carried=one.id) for one in pack.model.carriers)


def _open(step: Step, path: Path, name: str) -> Problem:
    message = _("what stands for '{name}' may not be known where this text is used").format(name=name)
    hint = _("Put the text in a variant whose 'when' asks for it: the date with a limit, or who carries it.")
    return step.part.problem("MH314", path, message, hint)
