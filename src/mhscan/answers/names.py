"""Under which other ids answers have to stand, since the pack calls their questions or options otherwise; pure."""

from __future__ import annotations

from collections.abc import Collection

from mhscan.base import Stored, card_of
from mhscan.pack.aliases import Names, option_names
from mhscan.pack.migration import Migration, Rename
from mhscan.pack.pack import Pack


def for_migration(pack: Pack, migration: Migration, keys: Collection[str]) -> Names:
    """What to call questions so that a migration finds them: it was written after they got another id.

    A question has one name too many if the migration takes it under another name than the answers have.
    """
    taken = {key for step in migration.steps for key in step.taken}
    before = pack.questions_before
    found: Names = {}
    for key in (one for one in keys if one not in taken):
        now = before.get(key)
        names = [one for one in taken - set(keys) if one == now or (now is not None and before.get(one) == now)]
        if len(names) == 1:
            found[key] = names[0]
    return found


def for_pack(pack: Pack, keys: Collection[str]) -> Names:
    """What the pack calls questions now that still have an old name."""
    return {key: pack.questions_before[key] for key in keys if key in pack.questions_before}


def option_now(pack: Pack, key: str, value: Stored | None) -> Stored | None:
    """The answer with what its options are called now; as it is, where none of them has another name."""
    question = pack.asked_by_type(key)
    names = option_names(question) if question is not None else {}
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(names.get(one, one) for one in value))
    return names.get(value, value) if isinstance(value, str) else value


def called_now(pack: Pack, key: str) -> str:
    """The id that a question with this id has in the pack: by its migrations and aliases; the same where it has none.

    Only what got another id is followed, not what was split, merged or archived.
    """
    renamed = {one.question: one.to for way in pack.migrations for one in way.steps if isinstance(one, Rename)}
    seen: set[str] = set()
    while not pack.asks(key) and key not in seen:
        seen.add(key)
        own = key.removeprefix(card_of(key))
        key = pack.questions_before.get(key) or renamed.get(key) or renamed.get(card_of(key), card_of(key)) + own
    return key


def factors_of_moved(pack: Pack) -> dict[str, set[str]]:
    """The factors in which the questions of a factor stand now, for each factor out of which one went."""
    steps = (one for way in pack.migrations for one in way.steps if isinstance(one, Rename))
    found: dict[str, set[str]] = {}
    for old in (*(one.question for one in steps), *pack.questions_before):
        place = pack.places.get(called_now(pack, old))
        if place is not None and place.factor.id != old.split(".")[0]:
            found.setdefault(old.split(".")[0], set()).add(place.factor.id)
    return found


def factors_now(pack: Pack) -> Names:
    """What factors are called now that have an old name, or of which all questions went to one other factor."""
    present = {one.id for one in pack.factors}
    moved = {old: next(iter(new)) for old, new in factors_of_moved(pack).items() if len(new) == 1}
    return {old: new for old, new in {**moved, **pack.factors_before}.items() if old not in present}


def action_now(pack: Pack, key: str) -> str:
    """The full id that an action has in the pack; the same where it is there, or where nobody says what became of it.

    An action goes along with the question that it belongs to when that moves to another factor.
    """
    if key in pack.actions or key in pack.actions_before:
        return pack.actions_before.get(key, key)
    factor, _dot, own = key.partition(".")
    goals = [full for one in factors_of_moved(pack).get(factor, set()) if (full := f"{one}.{own}") in pack.actions]
    return goals[0] if len(goals) == 1 else key
