"""A plan file to a `Plan`, and how it fits a pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mhscan.answers.reading import parse_named, read_named
from mhscan.codes import problem
from mhscan.errors import Path as DataPath
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.near import meant, suggest
from mhscan.loading.slips import Stray
from mhscan.pack.pack import Pack
from mhscan.plans.migrator import Moved, carry_plan
from mhscan.plans.model import ActionState, Kept, Plan, Target

SCHEMA = "mhscan/plan@1"


def parse_plan(path: Path) -> tuple[Document, Plan | None, list[Problem]]:
    """A plan file with places, and all that is wrong with its form."""
    return parse_named(path, SCHEMA, Plan)


def read_plan(path: Path) -> tuple[Document, Plan]:
    """A plan file.

    Raises:
        InputError: it cannot be used; the error carries all problems.
    """
    return read_named(path, SCHEMA, Plan)


def check_plan(pack: Pack, document: Document, plan: Plan) -> list[Problem]:
    """How a plan does not fit a pack.

    An action that a newer pack no longer has is a warning: its title shows that it was there once. What only a person
    can have typed wrong is an error. A key that nobody knows is kept, and said.
    """
    found = list(unknown_keys(document, plan))
    if plan.pack != pack.model.id:
        message = _("made for pack {made}, read with {here}").format(made=plan.pack, here=pack.model.id)
        return [*found, problem("MH803", message, document.locate(("pack",)), "")]
    moved = carry_plan(pack, plan).moved
    found += _old_names(document, plan, moved)
    old = {one.old for one in moved}
    for key, target in plan.targets.items():
        found += [] if key in old else _target_problems(pack, document, key, target)
    actions = pack_actions(pack)
    for key, state in plan.actions.items():
        if key not in actions and key not in old:
            found.append(_unknown_action(document, key, state, actions))
        found += _owner_problems(pack, document, key, state)
    return found


def pack_actions(pack: Pack) -> dict[str, str]:
    """The title of each action of a pack by its full id, in the order of the model."""
    return {key: action.title for key, action in pack.actions.items()}


def levels_of(pack: Pack, target: str) -> tuple[int, ...]:
    """The levels that can be aimed at in a factor or an indicator: all but the lowest; none for an unknown id."""
    places = [one for one in pack.places.values() if target in (one.id, one.factor.id)]
    found: set[int] = set()
    for place in places:
        levels = {level.level for level in place.indicator.levels}
        found |= levels - {min(levels)}
    return tuple(sorted(found))


def target_problem(pack: Pack, key: str, level: int) -> tuple[str, str, str] | None:
    """The code, message and hint of a target that the pack cannot have; nothing where it can."""
    levels = levels_of(pack, key)
    if not levels:
        known = [*pack.places] if "." in key else list(pack.model.factors)
        hint = meant(key, known)[0]
        if "." in key:
            return "MH203", _("there is no indicator '{id}'").format(id=key), hint
        return "MH207", _("there is no factor '{id}'").format(id=key), hint
    if level not in levels:
        known_levels = ", ".join(map(str, levels))
        message = _("{value} is no level to aim at here; possible: {known}").format(value=level, known=known_levels)
        return "MH812", message, ""
    return None


def _target_problems(pack: Pack, document: Document, key: str, target: Target) -> Iterator[Problem]:
    wrong = target_problem(pack, key, target.level)
    if wrong is not None:
        code, message, hint = wrong
        path: DataPath = ("targets", key, "level") if code == "MH812" else ("targets", key)
        yield problem(code, message, document.locate(path, at_key=code != "MH812"), hint)


def _old_names(document: Document, plan: Plan, moved: Sequence[Moved]) -> Iterator[Problem]:
    """The ids that the pack calls otherwise now; a command that reads the plan understands them."""
    for one in moved:
        message = _("'{id}' is called '{new}' now").format(id=one.old, new=one.new)
        if one.old == one.new:
            message = _("level {old} is level {new} now").format(old=one.level_before, new=one.level)
        path = ("targets" if one.old in plan.targets else "actions", one.old)
        hint = _("It is understood as it is. To write it anew: mhscan migrate FILE, with the assessment.")
        suggestion = one.new if one.new != one.old else ""
        yield problem(
            "MH808", message, document.locate(path, at_key=True), hint, severity="warning", suggestion=suggestion
        )


def _unknown_action(document: Document, key: str, state: ActionState, known: dict[str, str]) -> Problem:
    at = document.locate(("actions", key), at_key=True)
    if state.title:
        message = _("the pack has no action '{id}' any more").format(id=key)
        return problem("MH811", message, at, _("What became of it is kept."), severity="warning")
    hint = suggest(key, list(known)) or _("The ids of actions stand in: mhscan plan FILE --format csv.")
    return problem("MH811", _("the pack has no action '{id}'").format(id=key), at, hint)


def _owner_problems(pack: Pack, document: Document, key: str, state: ActionState) -> Iterator[Problem]:
    roles = [role.id for role in pack.model.roles]
    if state.owner is not None and state.owner not in roles:
        hint = meant(state.owner, roles)[0]
        message = _("there is no role '{id}'").format(id=state.owner)
        yield problem("MH207", message, document.locate(("actions", key, "owner")), hint)


def unknown_keys(document: Document, plan: Plan) -> Iterator[Problem]:
    """A warning for each key that is kept and has no meaning."""
    parts: list[tuple[DataPath, Kept]] = [((), plan)]
    parts += [(("targets", key), one) for key, one in plan.targets.items()]
    parts += [(("actions", key), one) for key, one in plan.actions.items()]
    for path, part in parts:
        for key in part.unknown:
            known = [field.alias or name for name, field in type(part).model_fields.items()]
            kept = _("It is kept as it is, and used for nothing.")
            yield Stray(document, (*path, key), known).problem(kept, "warning")
