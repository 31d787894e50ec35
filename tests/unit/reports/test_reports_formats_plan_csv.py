"""A plan as a spreadsheet, and an edited one back."""

from __future__ import annotations

import csv
import io

import pytest

from mhscan.language import speaking
from mhscan.plans.model import ActionState, new_plan
from mhscan.plans.spreadsheet import read_plan_csv
from mhscan.reports.build import build_plan
from mhscan.reports.formats.plan_csv import BOM, plan_csv

pytestmark = pytest.mark.slow

TODAY = "2026-11-25"
ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.hoist": 1, "afloat.rescue": 2}
HOIST = "afloat.share-hoist"


@pytest.fixture
def fresh():
    return new_plan("harbour-access", {"name": "Northport"})


@pytest.fixture
def text_of(english_pack, judge):
    """The spreadsheet of a plan."""
    result = judge(english_pack, ANSWERS)
    return lambda plan, internal=False: plan_csv(
        english_pack.model, build_plan(result, plan, "internal" if internal else "public"), internal
    )


@pytest.fixture
def read(english_pack):
    """A spreadsheet back: the plan, and what is wrong with its lines."""

    def back(plan, text):
        after, sheet = read_plan_csv(
            english_pack, plan, text.removeprefix(BOM).replace("\r\n", "\n"), "plan.csv", TODAY
        )
        return after, [(one.code, one.location.line) for one in sheet.problems]

    return back


def cells(text):
    return list(csv.reader(io.StringIO(text.removeprefix(BOM)), delimiter=";"))


def with_cell(text, action, column, value):
    """The spreadsheet with another value in a cell, as a spreadsheet program would save it."""
    rows = cells(text)
    where = rows[0].index(column)
    for row in rows[1:]:
        if row[0] == action:
            row[where] = value
    made = io.StringIO()
    csv.writer(made, delimiter=";").writerows(rows)
    return made.getvalue()


def test_it_is_what_a_dutch_office_opens(text_of, fresh):
    text = text_of(fresh)
    assert text.startswith(f"{BOM}id;action;status;owner;end date;")
    assert text.count("\r\n") == text.count("\n") == len(cells(text))
    assert [row[0] for row in cells(text)][1:] != []
    assert {len(row) for row in cells(text)} == {len(cells(text)[0])}


def test_notes_are_for_internal_use_only(text_of, fresh):
    plan = fresh.with_action(HOIST, ActionState(note="Ask the master."))
    assert "note" not in cells(text_of(plan))[0]
    assert "Ask the master." not in text_of(plan)
    assert "Ask the master." in text_of(plan, internal=True)


@pytest.mark.parametrize("internal", [False, True])
def test_what_is_not_edited_changes_nothing(text_of, read, fresh, internal):
    state = ActionState(
        title="Old words", status="doing", owner="master", due="2026-12-31", note="=1+1", since="2026-06-01"
    )
    plan = fresh.with_action(HOIST, state).with_action("afloat.gone", ActionState(title="Gone", status="done"))
    assert read(plan, text_of(plan, internal)) == (plan, [])


def test_what_is_edited_comes_into_the_plan(text_of, read, fresh):
    text = text_of(fresh)
    for column, value in (("status", "being done"), ("owner", "volunteer"), ("end date", "31-12-2026")):
        text = with_cell(text, HOIST, column, value)
    after, problems = read(fresh, text)
    assert problems == []
    assert after.actions == {
        HOIST: ActionState(
            title="Share a hoist with another harbour",
            status="doing",
            since=TODAY,
            owner="volunteer",
            due="2026-12-31",
        )
    }


def test_an_empty_cell_takes_away_and_a_column_that_is_not_there_leaves_alone(text_of, read, fresh):
    plan = fresh.with_action(HOIST, ActionState(status="done", owner="master", due="2026-12-31", note="Kept."))
    text = with_cell(text_of(plan), HOIST, "owner", "")
    after, _problems = read(plan, text)
    assert (after.actions[HOIST].owner, after.actions[HOIST].due, after.actions[HOIST].note) == (
        None,
        "2026-12-31",
        "Kept.",
    )
    assert read(plan, f"id;status\n{HOIST};done\n")[0] == plan


def test_a_status_that_stays_keeps_its_day(text_of, read, fresh):
    plan = fresh.with_action(HOIST, ActionState(status="done", since="2026-06-01"))
    after, _problems = read(plan, with_cell(text_of(plan), HOIST, "owner", "master"))
    assert after.actions[HOIST].since == "2026-06-01"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_cells_may_be_set_apart_otherwise(read, fresh, delimiter):
    text = delimiter.join(("id", "status")) + "\n" + delimiter.join((HOIST, "done")) + "\n"
    after, problems = read(fresh, text)
    assert (after.state(HOIST).status, problems) == ("done", [])


def test_a_spreadsheet_in_another_language_is_read_too(english_pack, judge, read, fresh):
    with speaking("nl"):
        view = build_plan(judge(english_pack, ANSWERS), fresh)
        text = plan_csv(english_pack.model, view, internal=False)
    assert "einddatum" in text
    after, problems = read(fresh, text.replace("to do", "bezig", 1))
    assert (problems, [one.status for one in after.actions.values()]) == ([], ["doing"])


def test_own_columns_and_empty_lines_are_passed_over(read, fresh):
    text = f"who;id;status\n;;\nme;{HOIST};done\n\n;;\n"
    after, problems = read(fresh, text)
    assert (list(after.actions), problems) == ([HOIST], [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [("MH101", 1)]),
        ("name;status\n", [("MH101", 1)]),
        (f"id;status;status\n{HOIST};done;done\n", [("MH202", 1)]),
        (f"id;status\n{HOIST};busy\n", [("MH104", 2)]),
        (f"id;owner\n{HOIST};Jan\n", [("MH104", 2)]),
        (f"id;end date\n{HOIST};30-2-2026\n", [("MH104", 2)]),
        ("id;status\nafloat.share-hoits;done\n", [("MH811", 2)]),
        (f"id;status\n{HOIST};done\n{HOIST};doing\n", [("MH202", 3)]),
        (f"id;status\n{HOIST}\n", [("MH103", 2)]),
        (f"id;status\n{HOIST};done;more\n", [("MH103", 2)]),
        (f'id;note\n{HOIST};"two\nlines"\nafloat.x;a\n', [("MH811", 4)]),
        (f'id;note\n{HOIST};"open\n', [("MH103", 2)]),
        (f"id;status;owner\n{HOIST};busy;Jan\nafloat.x;;\n", [("MH104", 2), ("MH104", 2), ("MH811", 3)]),
        ("\x00\n", [("MH101", 1)]),
    ],
)
def test_a_wrong_line_is_named_with_its_number(read, fresh, text, problems):
    assert read(fresh, text)[1] == problems


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1", "'=1", "''=1", "|x", "%x"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_a_text_in_the_spreadsheet_and_comes_back_as_it_was(text_of, read, fresh, text):
    plan = fresh.with_action(HOIST, ActionState(note=text.strip()))
    sheet = text_of(plan, internal=True)
    row = next(one for one in cells(sheet) if one[0] == HOIST)
    note = row[cells(sheet)[0].index("note")]
    assert note[0] == "'"
    assert read(plan, sheet) == (plan, [])
