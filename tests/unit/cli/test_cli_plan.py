"""`mhscan plan`, and `set` and `read` below it."""

from __future__ import annotations

import csv
import io

import icalendar
import pytest

from mhscan.plans.model import ActionState
from mhscan.plans.reading import read_plan

ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.hoist": 1, "afloat.rescue": 2, "afloat.ramp": 0}
HOIST = "afloat.share-hoist"
PLAN = "northport.plan.yaml"

READ = "Only status, owner, end date and note are read. Other columns and rows that are not there change nothing."
NOTHING_NEW = f"Nothing changed: what is read stands in the plan already. {READ}"


@pytest.fixture
def kept(tmp_path):
    """What became of the actions, as the plan file has it."""
    return lambda: read_plan(tmp_path / PLAN)[1].actions


def test_the_plan_is_shown_with_reason_steps_and_what_comes_first_and_no_file_is_made(harbour, scan, tmp_path):
    done = harbour("plan", scan(ANSWERS))
    said = " ".join(done.out.split())
    assert (done.code, done.err) == (0, "")
    assert said.startswith("Action plan for Northport, 1 May 2026 Too little is known to say what comes first: ")
    assert "The actions and their order are provisional." in said
    assert " Quick wins 1. " in said
    assert "Share a hoist with another harbour (afloat.share-hoist) to do; " in said
    assert "Because you answered: Nothing was done about the hoist. First: " in said
    assert "- Call the next harbour." in said
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_without_actions_it_says_so(harbour, scan):
    assert "These answers give no actions." in harbour("plan", scan({})).out


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("--format", "md"), "# "),
        (("--format", "html"), "<!DOCTYPE html>"),
        (("--format", "csv"), "\ufeffid;"),
        (("--format", "ics"), "BEGIN:VCALENDAR\r\n"),
        (("-o", "plan.html"), "<!DOCTYPE html>"),
        (("-o", "plan.csv"), "\ufeffid;"),
        (("-o", "plan.ics"), "BEGIN:VCALENDAR\r\n"),
        (("-o", "plan.txt"), "Action plan for"),
        (("-o", "plan.md", "--format", "csv"), "\ufeffid;"),
    ],
)
def test_the_format_is_that_asked_for_or_of_the_name_of_the_output(harbour, scan, tmp_path, arguments, start):
    done = harbour("plan", scan(ANSWERS), *arguments)
    assert done.code == 0
    written = (tmp_path / arguments[1]).read_bytes().decode() if arguments[0] == "-o" else done.out
    assert written.startswith(start)


@pytest.mark.parametrize("form", ["text", "md", "html", "csv", "ics"])
def test_every_format_has_what_became_of_an_action_and_the_same_bytes_twice(harbour, scan, form):
    path = scan(ANSWERS)
    harbour("plan", "set", path, HOIST, "--status", "doing", "--owner", "master", "--due", "2026-12-31")
    done = harbour("plan", path, "--format", form)
    assert done.code == 0
    text = done.out.replace("\r\n ", "")
    assert "being done" in text
    assert "31 December 2026" in text or "2026-12-31" in text or "20261231" in text
    assert harbour("plan", path, "--format", form).out == done.out


def test_the_calendar_is_one_that_a_library_reads_and_what_has_no_date_is_said(harbour, scan):
    done = harbour("plan", scan(ANSWERS), "--format", "ics")
    assert icalendar.Calendar.from_ical(done.out).errors == []


def test_a_note_leaves_with_an_internal_plan_only(harbour, scan, english_pack):
    path = scan(ANSWERS)
    done = harbour("plan", "set", path, HOIST, "--note", "=Ask the master")
    assert done.said.startswith(english_pack.model.privacy.free_text)
    for form in ("text", "md", "html", "csv", "ics"):
        assert "Ask the master" not in harbour("plan", path, "--format", form).out, form
    for form in ("text", "md", "html", "csv"):
        shown = harbour("plan", path, "--format", form, "--audience", "internal").out
        assert "Ask the master" in shown, form
    assert ";'=Ask the master;" in harbour("plan", path, "--format", "csv", "--audience", "internal").out


def test_a_pack_without_a_document_for_it_says_so(harbour, scan, english_folder, mhscan):
    (english_folder / "templates").mkdir()
    path = scan(ANSWERS)
    entries = (
        "schema: mhscan/documents@1\ndocuments:\n  - {id: actieplan, title: Plan, about: A plan., template: report}\n"
    )
    (english_folder / "templates" / "documents.yaml").write_text(entries, encoding="utf-8")
    done = mhscan("plan", path, "--format", "md", "--pack", english_folder)
    assert (done.code, done.said) == (3, "This pack has no document that shows a plan. Use another --format.")


def test_the_document_of_the_plan_shows_what_became_of_the_actions(harbour, scan):
    path = scan(ANSWERS)
    harbour("plan", "set", path, HOIST, "--status", "done")
    harbour("target", path, "people=2")
    said = harbour("report", path, "--document", "actieplan").out
    assert "Done or given up" in said
    assert "## The targets" in said
    assert said == harbour("plan", path, "--format", "md").out
    assert "being done" not in harbour("report", path).out


SAID = "status being done; owner harbour master; end date 31 December 2026"


def test_what_is_set_is_kept_and_survives_the_next_scan(harbour, scan, kept):
    done = harbour("plan", "set", scan(ANSWERS), HOIST, "--status", "doing", "--owner", "master", "--due", "31-12-26")
    assert (done.code, done.said) == (0, f"Saved: {scan(ANSWERS).parent / PLAN}: {HOIST}: {SAID}")
    state = ActionState(
        title="Share a hoist with another harbour",
        status="doing",
        since="2026-05-01",
        owner="master",
        due="2026-12-31",
    )
    assert kept() == {HOIST: state}
    later = scan({**ANSWERS, "people.lead": 3}, file="later.yaml")
    assert "being done" in harbour("plan", later).out
    harbour("plan", "set", later, HOIST, "--status", "done")
    assert kept()[HOIST] == state.model_copy(update={"status": "done", "changes": 1})
    assert harbour("validate", later.parent / PLAN).code == 0


def test_an_empty_text_takes_away(harbour, scan, kept):
    path = scan(ANSWERS)
    harbour("plan", "set", path, HOIST, "--owner", "master", "--due", "2026-12-31", "--note", "Ask.")
    harbour("plan", "set", path, HOIST, "--owner", "", "--due", "", "--note", "")
    assert kept() == {HOIST: ActionState(title="Share a hoist with another harbour", changes=1)}


def test_several_actions_are_set_at_once_or_none(harbour, scan, kept, tmp_path):
    path = scan(ANSWERS)
    done = harbour("plan", "set", path, HOIST, "afloat.longer-rump", "--status", "done")
    assert (done.code, (tmp_path / PLAN).exists()) == (3, False)
    assert done.said == "There is no action 'afloat.longer-rump'. Did you mean 'afloat.longer-ramp'?"
    assert harbour("plan", "set", path, HOIST, "afloat.longer-ramp", "--status", "done").code == 0
    assert list(kept()) == [HOIST, "afloat.longer-ramp"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((HOIST, "--status", "busy"), 3, "'busy' is no status; possible: to do, being done, done, given up."),
        ((HOIST, "--owner", "Jan"), 3, "'Jan' is no role; possible: "),
        ((HOIST, "--due", "soon"), 3, "'soon' is no date."),
        ((HOIST,), 2, "There is nothing to keep. Add --status, --owner, --due or --note."),
        ((), 2, "ACTION is missing."),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_kept(harbour, scan, tmp_path, arguments, code, message):
    done = harbour("plan", "set", scan(ANSWERS), *arguments)
    assert (done.code, message in done.said, (tmp_path / PLAN).exists()) == (code, True, False), done.said


def test_an_action_of_an_older_pack_can_still_be_changed(harbour, scan, tmp_path, kept):
    path = scan(ANSWERS)
    (tmp_path / PLAN).write_text(
        "schema: mhscan/plan@1\nsubject: {name: Northport}\npack: harbour-access\n"
        "actions:\n  afloat.gone: {title: Once}\n",
        encoding="utf-8",
    )
    assert harbour("plan", "set", path, "afloat.gone", "--status", "dropped").code == 0
    assert kept()["afloat.gone"] == ActionState(title="Once", status="dropped", since="2026-05-01", changes=1)


def test_a_plan_that_cannot_be_used_is_named_with_its_place(harbour, scan, tmp_path):
    (tmp_path / PLAN).write_text("schema: mhscan/plan@1\nsubject: {name: Northport}\npack: 5\n", encoding="utf-8")
    for command in (("plan",), ("target",), ("report", "--document", "actieplan")):
        done = harbour(command[0], scan(ANSWERS), *command[1:])
        assert (done.code, done.out) == (3, "")
        assert f"{PLAN}:3:7: error[MH103]" in done.err


# An edited spreadsheet ------------------------------------------------------------------------------------------------


@pytest.fixture
def sheet(harbour, tmp_path):
    """The spreadsheet of a plan as a file, with some cells otherwise."""

    def made(path, **cells):
        harbour("plan", path, "-o", tmp_path / "plan.csv", "--force", "--audience", "internal")
        rows = list(csv.reader(io.StringIO((tmp_path / "plan.csv").read_text("utf-8-sig")), delimiter=";"))
        for row in rows[1:]:
            if row[0] == HOIST:
                for column, value in cells.items():
                    row[rows[0].index(column.replace("_", " "))] = value
        with (tmp_path / "plan.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
        return tmp_path / "plan.csv"

    return made


def test_an_edited_spreadsheet_is_taken_over_and_what_changed_is_said(harbour, scan, sheet, kept):
    path = scan(ANSWERS)
    file = sheet(path, status="being done", owner="master", end_date="31-12-2026", note="Ask.")
    done = harbour("plan", "read", path, file)
    assert done.code == 0
    assert f"1 action changed in {path.parent / PLAN}:" in done.said
    assert f"- {HOIST}: status to do > being done; owner - > harbour master;" in done.said
    assert "end date - > 31 December 2026; note - > Ask." in done.said
    assert kept()[HOIST].due == "2026-12-31"
    again = harbour("plan", "read", path, file)
    assert (again.code, again.said) == (0, NOTHING_NEW)


def test_a_spreadsheet_that_was_not_edited_makes_no_plan(harbour, scan, sheet, tmp_path):
    path = scan(ANSWERS)
    assert harbour("plan", "read", path, sheet(path)).said == NOTHING_NEW
    assert not (tmp_path / PLAN).exists()


def test_one_wrong_line_changes_nothing_and_is_named(harbour, scan, sheet, tmp_path):
    path = scan(ANSWERS)
    harbour("plan", "set", path, HOIST, "--status", "doing")
    before = (tmp_path / PLAN).read_bytes()
    file = sheet(path, status="done", end_date="31-02-2026")
    done = harbour("plan", "read", path, file)
    line = next(n for n, one in enumerate(file.read_text("utf-8-sig").splitlines(), 1) if one.startswith(HOIST))
    assert (done.code, (tmp_path / PLAN).read_bytes()) == (3, before)
    assert f"plan.csv:{line}:" in done.err
    assert f"row {line}, column E (end date): '31-02-2026' is no date." in done.said
    assert "Nothing in the file was changed." in done.said


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "MH101"),
        (b"id;status\nafloat.\xe9;done\n", "MH003"),
        ("id;status\n".encode("utf-16"), "MH003"),
        (None, "MH001"),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_refused(harbour, scan, tmp_path, content, code):
    if content is not None:
        (tmp_path / "plan.csv").write_bytes(content)
    done = harbour("plan", "read", scan(ANSWERS), tmp_path / "plan.csv")
    assert (done.code, f"error[{code}]" in done.err) == (3, True), done.err


def test_help_names_what_changes_the_plan(mhscan):
    assert "plan set and plan read change it" in mhscan("plan", "--help").out
    assert "--status" in mhscan("plan", "set", "--help").out
    assert "CSV" in mhscan("plan", "read", "--help").out
