"""Which part of a condition keeps it from ever being true, and with which other part it cannot go together."""

from __future__ import annotations

from mhscan.conditions import All, Condition
from mhscan.errors import Path, Related
from mhscan.integrity.walk import ABOUT, Placed
from mhscan.language import _
from mhscan.lint.logic.solver import Solver
from mhscan.pack.pack import Pack


def conflict(pack: Pack, placed: Placed) -> tuple[Path, tuple[Related, ...], str]:
    """For a condition that no answers meet: where the part stands that makes it so, the other part, and a hint.

    Of an 'all' that is the first part with which those before it cannot all be true; else it is the whole.
    """
    condition = placed.condition
    if not isinstance(condition, All):
        return placed.path, (), _("Its parts exclude each other, or it asks for more than there is.")
    parts, at = list(condition.all), (*placed.path, "all")
    last = next((n for n in range(len(parts)) if _never(pack, parts[: n + 1])), len(parts) - 1)
    other = next((n for n in range(last) if _never(pack, [parts[n], parts[last]])), None)
    if other is None:
        return (*at, last), (), _("It cannot be true together with the parts before it.")
    where = placed.part.document.locate((*at, other))
    hint = _("{part} and {other} on line {n} cannot both be true. Change one of the two.")
    hint = hint.format(part=_written(parts[last]), other=_written(parts[other]), n=where.line)
    return (*at, last), (Related(where, _("this part")),), hint


def _written(condition: Condition) -> str:
    """A condition as it can stand in a file."""
    data = condition.model_dump(by_alias=True, exclude_unset=True)
    pairs = sorted(data.items(), key=lambda one: one[0] not in ABOUT)
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in pairs) + "}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{...}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _never(pack: Pack, parts: list[Condition]) -> bool:
    return Solver(pack, All(all=tuple(parts)), every_state=True).can_be(True) is False
