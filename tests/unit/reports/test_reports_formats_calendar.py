"""The plan as a calendar, held against RFC 5545 by a library that reads it."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest

from mhscan.plans.model import ActionState, new_plan
from mhscan.reports.build import build_plan
from mhscan.reports.formats.calendar import plan_ics

ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.hoist": 1, "afloat.rescue": 2}
HOIST = "afloat.share-hoist"
LONG = "Ünïcode, met; tekens \\ en 😀 emoji, " * 12


@pytest.fixture
def fresh():
    return new_plan("harbour-access", {"name": "Northport"})


@pytest.fixture
def made(english_pack, judge):
    """The calendar of a plan, as text."""

    def calendar(plan, **more):
        result = judge(english_pack, ANSWERS, **more)
        return plan_ics(result, build_plan(result, plan))

    return calendar


def events(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    found = calendar.walk("VEVENT")
    assert [error for one in found for error in one.errors] == []
    return {str(one["DESCRIPTION"]).rsplit("\n", 1)[1]: one for one in found}


def test_a_library_reads_it_with_all_that_the_standard_asks(made, fresh):
    text = made(fresh)
    calendar = icalendar.Calendar.from_ical(text)
    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert calendar["PRODID"].startswith("-//mhscan//mhscan ")
    found = events(text)
    assert found
    assert {key for one in found.values() for key in ("UID", "DTSTAMP", "DTSTART") if key not in one} == set()
    assert len({str(one["UID"]) for one in found.values()}) == len(found)


def test_an_action_is_a_whole_day_on_its_date_for_which_nobody_is_busy(made, fresh):
    one = events(made(fresh.with_action(HOIST, ActionState(due="2026-12-31"))))[HOIST]
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    assert one["DTSTART"].params["VALUE"] == one["DTEND"].params["VALUE"] == "DATE"
    assert (one["TRANSP"], one["STATUS"], one["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "CONFIRMED", "FREE")
    assert str(one["SUMMARY"]) == "Testhaven: Share a hoist with another harbour"


def test_a_date_that_is_proposed_only_is_tentative_and_says_so(made, fresh):
    one = events(made(fresh))[HOIST]
    assert one["STATUS"] == "TENTATIVE"
    assert "This date is a proposal." in one["DESCRIPTION"]


def test_the_same_plan_gives_the_same_bytes_and_no_clock_is_read(made, fresh):
    assert made(fresh) == made(fresh)
    stamps = {one["DTSTAMP"].dt for one in events(made(fresh)).values()}
    assert stamps == {dt.datetime(2026, 5, 1, tzinfo=dt.UTC)}


def test_an_action_keeps_its_uid_over_scans_and_has_another_for_another_subject(made, fresh):
    first = events(made(fresh))[HOIST]["UID"]
    assert (
        events(made(fresh.with_action(HOIST, ActionState(due="2027-01-01")), date="2026-11-01"))[HOIST]["UID"] == first
    )
    assert events(made(fresh, subject={"name": "Southport"}))[HOIST]["UID"] != first
    assert events(made(fresh, subject={"code": "HB012"}))[HOIST]["UID"] != first


def test_what_is_done_is_not_in_it(made, fresh):
    assert HOIST not in events(made(fresh.with_action(HOIST, ActionState(status="done", due="2026-12-31"))))


def test_lines_end_as_the_standard_says_and_none_is_longer_than_75_octets(made, fresh):
    text = made(fresh, subject={"name": LONG.strip()})
    assert text.endswith("END:VCALENDAR\r\n")
    assert re.findall(r"(?<!\r)\n|\r(?!\n)", text) == []
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if line.startswith(b" ")]
    for line in lines:
        line.decode()


def test_every_sign_in_a_text_comes_through(made, fresh):
    name = f"{LONG.strip()} \\n \\, end"
    found = events(made(fresh, subject={"name": name}))
    assert str(found[HOIST]["SUMMARY"]) == f"{name}: Share a hoist with another harbour"


def test_no_text_can_add_a_line_of_its_own(made, fresh):
    found = events(made(fresh, subject={"name": "A\r\nATTENDEE:mailto:x@example.org\nB\x1b[31m\u202e"}))
    assert "ATTENDEE" not in found[HOIST]
    assert str(found[HOIST]["SUMMARY"]).startswith("A\nATTENDEE:mailto:x@example.org\nB: ")


def test_nobody_is_named_in_it(made, fresh):
    text = made(fresh.with_action(HOIST, ActionState(owner="master", due="2026-12-31", note="Call Jan.")))
    assert not re.search(r"ORGANIZER|ATTENDEE|CONTACT|Jan|mailto", text)
    assert "Who: " in str(events(text)[HOIST]["DESCRIPTION"])


def test_a_plan_without_dates_is_an_empty_calendar(build, judge):
    pack = build.pack(build.factor("f", build.indicator("a", actions=[build.action("do-a", 3)])))
    result = judge(pack, {"f.a": 0})
    text = plan_ics(result, build_plan(result, new_plan("small", {})))
    assert text.split("\r\n")[-2] == "END:VCALENDAR"
    assert events(text) == {}


def test_each_change_that_a_calendar_shows_makes_the_event_a_newer_one(made, fresh):
    states = [{"due": "2026-12-31"}, {"due": "2027-03-01"}, {"owner": "master"}, {"status": "doing"}, {"due": None}]
    numbers, plan = [int(events(made(fresh))[HOIST]["SEQUENCE"])], fresh
    for change in states:
        plan = plan.with_action(HOIST, plan.state(HOIST).model_copy(update=change))
        numbers.append(int(events(made(plan))[HOIST]["SEQUENCE"]))
    assert numbers == [0, 1, 2, 3, 4, 5]


def test_a_note_or_the_same_state_again_changes_no_byte(made, fresh):
    plan = fresh.with_action(HOIST, ActionState(due="2026-12-31"))
    noted = plan.with_action(HOIST, plan.state(HOIST).model_copy(update={"note": "Secret."}))
    assert made(plan) == made(noted) == made(noted.with_action(HOIST, noted.state(HOIST)))


def test_what_is_given_up_is_cancelled_on_the_day_it_had(made, fresh):
    plan = fresh.with_action(HOIST, ActionState(due="2026-12-31"))
    dropped = plan.with_action(HOIST, plan.state(HOIST).model_copy(update={"status": "dropped"}))
    before, after = events(made(plan))[HOIST], events(made(dropped))[HOIST]
    assert (after["STATUS"], after["UID"], after["DTSTART"].dt) == ("CANCELLED", before["UID"], before["DTSTART"].dt)
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    again = dropped.with_action(HOIST, dropped.state(HOIST).model_copy(update={"status": "todo"}))
    assert (events(made(again))[HOIST]["STATUS"], int(events(made(again))[HOIST]["SEQUENCE"])) == ("CONFIRMED", 3)
