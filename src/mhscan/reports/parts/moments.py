"""The fixed moment to which an action is bound: when it comes, whether it has passed, and what the way back is."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.pack.model import Moment
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import Facts


def moment_words(pack: Pack, facts: Facts, assessment: Assessment, wanted: str | None) -> str:
    """When an action is to be brought in, with the way back; empty for an action that is bound to no moment.

    A date that has passed stays passed: nobody knows whether next year has the same.
    """
    first, *later = ways(pack, wanted) or (None,)
    if first is None:
        return ""
    date = date_of(facts, first)
    if not date:
        return first.label
    following = next((one for one in later if not has_passed(facts, assessment, one)), None)
    if has_passed(facts, assessment, first):
        passed = _("{moment} closed on {date}").format(moment=_named(first), date=date_words(date))
        if following is None:
            return _("{passed}; find out when the next moment is").format(passed=passed)
        return _("{passed}; the next moment is {moment}").format(passed=passed, moment=_dated(facts, following))
    before = _("before {date} ({moment})").format(date=date_words(date), moment=first.label)
    if following is None:
        return before
    return _("{before}; if that fails, at {moment}").format(before=before, moment=_dated(facts, following))


def ways(pack: Pack, wanted: str | None) -> tuple[Moment, ...]:
    """A moment, and those that are the way back one after the other."""
    moments = {one.id: one for one in pack.model.moments}
    return tuple(_ways(moments, wanted))


def _ways(moments: dict[str, Moment], wanted: str | None) -> Iterator[Moment]:
    seen: set[str] = set()
    while wanted is not None and wanted in moments and wanted not in seen:
        seen.add(wanted)
        yield moments[wanted]
        wanted = moments[wanted].otherwise


def date_of(facts: Facts, moment: Moment) -> str:
    """The date of a moment as it was answered; empty where it was not."""
    value = facts.get(moment.date).value if moment.date else None
    return value if isinstance(value, str) else ""


def has_passed(facts: Facts, assessment: Assessment, moment: Moment) -> bool:
    """Whether a moment lies before the date of the assessment, as far as that is known."""
    date = date_of(facts, moment)
    return bool(date) and date < assessment.date


def coming_date(pack: Pack, facts: Facts, assessment: Assessment, wanted: str | None) -> str:
    """The date of the first moment that has not passed, of one and its ways back; empty where it is not known."""
    coming = (one for one in ways(pack, wanted) if not has_passed(facts, assessment, one))
    first = next(coming, None)
    return date_of(facts, first) if first else ""


def _named(moment: Moment) -> str:
    """What a moment is called in a sentence."""
    return moment.name or moment.label


def _dated(facts: Facts, moment: Moment) -> str:
    """A moment in a sentence, with its date where that is known."""
    date = date_of(facts, moment)
    return (
        _("{moment} (before {date})").format(moment=_named(moment), date=date_words(date)) if date else _named(moment)
    )
