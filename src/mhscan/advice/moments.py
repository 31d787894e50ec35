"""The fixed moments to which actions are bound: which comes first of a moment and its ways back, by their dates."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.pack.model import Moment
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import Facts


def ways(pack: Pack, wanted: str | None) -> tuple[Moment, ...]:
    """A moment, and those that are the way back one after the other; nothing without a moment."""
    return tuple(_ways({one.id: one for one in pack.model.moments}, wanted))


def _ways(moments: dict[str, Moment], wanted: str | None) -> Iterator[Moment]:
    seen: set[str] = set()
    while wanted is not None and wanted in moments and wanted not in seen:
        seen.add(wanted)
        yield moments[wanted]
        wanted = moments[wanted].otherwise


def date_of(facts: Facts, moment: Moment) -> str:
    """The date of a moment as it was answered, YYYY-MM-DD; empty where it was not."""
    value = facts.get(moment.date).value if moment.date else None
    return value if isinstance(value, str) else ""


def has_passed(facts: Facts, assessment: Assessment, moment: Moment) -> bool:
    """Whether a moment lies before the date of the assessment, as far as that is known."""
    date = date_of(facts, moment)
    return bool(date) and date < assessment.date


def coming(pack: Pack, facts: Facts, assessment: Assessment, wanted: str | None) -> Moment | None:
    """The first that has not passed of a moment and its ways back; nothing where all have."""
    return next((one for one in ways(pack, wanted) if not has_passed(facts, assessment, one)), None)
