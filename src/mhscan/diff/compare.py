"""What differs between two packs: a pure function of both, whatever files their things stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mhscan.diff.carried import Carried, carried, renames, with_migrations
from mhscan.diff.change import Change, Operation, Side, Weight, sort_changes
from mhscan.diff.kinds import (
    APART,
    CONTEXT,
    FACTOR,
    INDICATOR,
    LOST,
    MODEL,
    OBSERVATION,
    RENAMED,
    ROOTS,
    SUBJECT_FIELD,
    UNKNOWN,
    Kind,
)
from mhscan.diff.things import Thing, Things, things
from mhscan.loading.packs import Folder

OBSERVED = "observation"
"""The key under which a condition names an observation."""
Names = Mapping[str, Mapping[str, str]]
"""For each kind of thing that can be renamed: what an old id is called now."""


def compare(old: Folder, new: Folder) -> tuple[Change, ...]:
    """All changes from one pack to another, the heaviest first."""
    before, after = things(old), things(new)
    steps = carried(old, new)
    names = {kind.name: _renames(kind, before[kind.name], after[kind.name], steps) for kind in (FACTOR, INDICATOR)}
    for key in (CONTEXT, SUBJECT_FIELD):
        inside = _inside(key, before[MODEL.name], after[MODEL.name])
        names[key.prefix.rstrip(".")] = inside
        names[INDICATOR.name] |= {key.prefix + was: key.prefix + now for was, now in inside.items()}
    names[OBSERVED] = dict(_observations(before[INDICATOR.name], after[INDICATOR.name], names[INDICATOR.name]))
    found: list[Change] = []
    for kind in ROOTS:
        renamed = names.get(kind.name, {})
        olds = {renamed.get(one, one): thing for one, thing in before[kind.name].items()}
        found += _things(kind, olds, after[kind.name], names)
    return sort_changes([with_migrations(one, steps) for one in found])


def _renames(kind: Kind, old: Things, new: Things, steps: Carried) -> dict[str, str]:
    """What old ids are called now: by a migration, by an alias of the new thing, or by the words that both share."""
    known = {was: now for was, now in renames(steps).items() if was in old and now in new}
    known |= {alias: one.id for one in new.values() for alias in one.aliases if alias in old and alias not in new}
    taken = {*old, *known.values()}
    words = "question" if kind is INDICATOR else "title"
    come = {str(one.value(words)): key for key, one in new.items() if key not in taken}
    gone = {key: str(one.value(words)) for key, one in old.items() if key not in new and key not in known}
    return {key: come.pop(said) for key, said in gone.items() if said in come} | known


def _inside(kind: Kind, old: Things, new: Things) -> dict[str, str]:
    """What the questions of the model are called now that had another id."""
    key = next(key for key, part in MODEL.parts.items() if part is kind)
    olds, news = ({} if not one else next(iter(one.values())).parts(key, kind) for one in (old, new))
    return _aliases(kind, olds, news)


def _observations(old: Things, new: Things, renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the observations of indicators are called now, by their full ids."""
    for was, one in old.items():
        now = new.get(renamed.get(was, was))
        if now is not None:
            olds, news = one.parts("observations", OBSERVATION), now.parts("observations", OBSERVATION)
            aliases = _aliases(OBSERVATION, olds, news)
            yield from ((f"{was}.{key}", f"{now.id}.{aliases.get(key, key)}") for key in olds)


def _aliases(kind: Kind, old: Things, new: Things) -> dict[str, str]:
    """What things inside another one are called now, by their aliases; the last word of a full id counts."""
    named = ((str(was).rpartition(".")[2], key) for key, one in new.items() for was in one.value(kind.names) or ())
    return {was: now for was, now in named if was in old and was not in new} if kind.names else {}


def _things(kind: Kind, old: Things, new: Things, names: Names) -> Iterator[Change]:
    """What differs among the things of one kind; the old ones stand under the ids that they have now."""
    aliases = _aliases(kind, old, new)
    old = {aliases.get(key, key): one for key, one in old.items()}
    for key, one in old.items():
        if key not in new:
            yield _change("removed", one, "", (one.id, None), kind.removed, "old")
    for key, one in new.items():
        if key not in old:
            yield _change("added", one, "", (None, one.id), kind.added, "new")
        else:
            yield from _thing(old[key], one, names)


def _thing(old: Thing, new: Thing, names: Names) -> Iterator[Change]:
    """What differs in one thing: its id, its keys, the things inside it, their order."""
    kind = new.kind
    yield from _renamed(old, new)
    for key, weight in (*kind.fields.items(), *_unknown(old, new)):
        before, after = old.value(key), new.value(key)
        if _today(before, names, key) != after:
            yield _change("changed", new, key, (before, after), weight, "new")
    for key, part in kind.parts.items():
        yield from _things(part, _under_new_names(old.parts(key, part), names), new.parts(key, part), names)
    for key, weight in kind.order.items():
        before, after = _common(old.names(key), new.names(key), names)
        if before != after:
            yield _change("moved", new, key, (before, after), weight, "new")


def _renamed(old: Thing, new: Thing) -> Iterator[Change]:
    """The new id of a thing; without an alias the answers under the old one are lost."""
    if new.kind in (FACTOR, INDICATOR) and old.id != new.id:
        yield _change("renamed", new, "", (old.id, new.id), RENAMED if old.id in new.aliases else LOST, "new")
    elif new.kind.names and old.value(new.kind.key) != new.value(new.kind.key):
        yield _change("renamed", new, "", (old.id, new.id), RENAMED, "new")


def _unknown(old: Thing, new: Thing) -> list[tuple[str, Weight]]:
    """The keys of which the table says nothing."""
    kind = new.kind
    said = {key.split(".")[0] for key in (*kind.fields, *kind.parts, *kind.order, kind.key)} | APART
    return [(key, UNKNOWN) for key in sorted({*old.data, *new.data} - said)]


def _under_new_names(old: Things, names: Names) -> Things:
    """The things of a questionnaire that are called after an indicator, under what that is called now."""
    return {names[INDICATOR.name].get(key, key): one for key, one in old.items()}


def _today(value: Any, names: Names, key: str = "") -> Any:
    """The value with the ids in it as they are now, so that a rename is no difference wherever the id stands."""
    if isinstance(value, dict):
        return {names[INDICATOR.name].get(name, name): _today(one, names, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_today(one, names, key) for one in value]
    kind = key if key in (FACTOR.name, "context", "subject", OBSERVED) else INDICATOR.name
    return names[kind].get(value, value) if isinstance(value, str) else value


def _common(old: list[str], new: list[str], names: Names) -> tuple[list[str], list[str]]:
    """What two lists both have, in the order of each."""
    merged = {**names[FACTOR.name], **names[INDICATOR.name]}
    was = [merged.get(one, one) for one in old]
    return [one for one in was if one in set(new)], [one for one in new if one in set(was)]


def _change(
    operation: Operation, thing: Thing, key: str, values: tuple[Any, Any], weight: Weight, side: Side
) -> Change:
    before, after = values
    return Change(operation, thing.kind.name, thing.id, key, before, after, weight, side, thing.locate(key))
