"""The actions of a plan as a calendar (iCalendar, RFC 5545): a whole day for each action that is still to be done.

They are events, since Outlook passes over tasks (VTODO); see docs/decisions. Nothing in it depends on a clock: the
same plan gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator

from mhscan.__about__ import __version__
from mhscan.advice.result import Result
from mhscan.answers.subjects import key_of
from mhscan.language import _
from mhscan.reports.views.plan import PlannedView, PlanView
from mhscan.text import neutral

OCTETS = 75
"""A line has at most so many octets before its end; a longer one is folded (RFC 5545, 3.1)."""


def plan_ics(result: Result, view: PlanView) -> str:
    """The actions that are still to be done and have a date, agreed or proposed, as a calendar.

    What was given up, or has lost its date, is there as cancelled: a calendar that has it can take it away.
    """
    language = result.pack.model.language.upper()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//mhscan//mhscan {__version__}//{language}",
        "CALSCALE:GREGORIAN",
        *(
            line
            for planned in dated(view)
            for line in _event(result, planned, "CONFIRMED" if planned.due else "TENTATIVE")
        ),
        *(line for planned in cancelled(view) for line in _event(result, planned, "CANCELLED")),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def dated(view: PlanView) -> tuple[PlannedView, ...]:
    """The actions that are still to be done and have a date."""
    return tuple(planned for planned in view.open if planned.due or planned.proposed_due)


def cancelled(view: PlanView) -> tuple[PlannedView, ...]:
    """The actions that an earlier calendar may have, and that have no day any more: given up, or without a date."""
    undated = (planned for planned in view.open if not (planned.due or planned.proposed_due) and planned.revision > 1)
    return (*undated, *(planned for planned in view.settled if planned.status == "dropped"))


def _event(result: Result, planned: PlannedView, status: str) -> Iterator[str]:
    assessment = result.assessment
    day = dt.date.fromisoformat(planned.due or planned.proposed_due or assessment.date)
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(result, planned.action.id)}"
    yield f"DTSTAMP:{_compact(dt.date.fromisoformat(assessment.date))}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(day)}"
    # Of two states of an event the one with the higher number counts (RFC 5546, 2.1.4).
    yield f"SEQUENCE:{planned.revision}"
    # The end is the first day after it; Outlook needs it to see a whole day.
    yield f"DTEND;VALUE=DATE:{_compact(day + dt.timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(f'{assessment.name}: {planned.action.title}')}"
    yield f"DESCRIPTION:{_escaped(_description(planned))}"
    yield f"STATUS:{status}"
    # Nobody is busy all day with it.
    yield "TRANSP:TRANSPARENT"
    yield "X-MICROSOFT-CDO-BUSYSTATUS:FREE"
    yield "END:VEVENT"


def _uid(result: Result, action: str) -> str:
    """The same for the same action of the same subject, whichever assessment it comes from."""
    subject = key_of(result.pack, result.assessment.subject)
    name = "/".join(["mhscan", result.pack.model.id, subject, action])
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def _description(planned: PlannedView) -> str:
    parts = [
        _("Status: {words}").format(words=planned.status_words),
        _("Who: {role}").format(role=planned.owner) if planned.owner else "",
        "" if planned.due else _("This date is a proposal."),
        *(f"- {step}" for step in planned.action.steps),
        planned.action.id,
    ]
    return "\n".join(part for part in parts if part)


def _compact(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11)."""
    found = neutral(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return found.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets; no character is broken, each but the first begins with a space."""
    pieces, rest = [], line.encode()
    while len(rest) > OCTETS:
        end = OCTETS
        while rest[end] & 0xC0 == 0x80:  # in the middle of a character in UTF-8
            end -= 1
        pieces.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*pieces, rest]).decode()
