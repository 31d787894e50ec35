"""The file of a plan: nothing in it gets lost."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from mhscan.answers.locks import locked
from mhscan.answers.model import Assessment, PackRef, Respondent
from mhscan.errors import InputError, OutputError
from mhscan.plans.model import ActionState, Target
from mhscan.plans.reading import parse_plan, read_plan
from mhscan.plans.store import change_plan, plan_of, plan_path, plan_text

DONE = ActionState(status="done", since="2026-11-01")


@pytest.fixture
def scan(english_pack):
    return Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Northport", "code": "HB012", "berths": 40},
        date="2026-05-01",
        pack=PackRef(id="harbour", version="1.0.0", sha256=english_pack.sha256),
        questionnaire="full",
        respondent=Respondent(id="2"),
    )


def mark_done(plan):
    return plan.with_action("afloat.longer-ramp", DONE)


@pytest.mark.parametrize(
    ("name", "file"),
    [("Northport", "northport.plan.yaml"), ("'s-Gravenhage", "s-gravenhage.plan.yaml"), ("Ζ", "scan.plan.yaml")],
)
def test_a_plan_lies_beside_the_assessments_under_the_name_of_the_subject(english_pack, scan, name, file):
    named = scan.model_copy(update={"subject": {"name": name}})
    assert plan_path(english_pack, Path("folder") / "scan-2027.yaml", named) == Path("folder") / file


def test_a_file_that_was_asked_for_has_to_be_there(english_pack, scan, tmp_path):
    with pytest.raises(InputError) as error:
        plan_of(english_pack, scan, tmp_path / "none.plan.yaml", asked=True)
    assert [one.code for one in error.value.problems] == ["MH001"]


def test_without_a_file_the_plan_is_empty_and_reading_makes_none(english_pack, scan, tmp_path):
    plan = plan_of(english_pack, scan, tmp_path / "northport.plan.yaml")[1].plan
    assert (plan.subject, plan.pack, plan.targets, plan.actions) == (
        {"name": "Northport", "code": "HB012"},
        "harbour-access",
        {},
        {},
    )
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_on_the_disk_when_it_returns(english_pack, scan, tmp_path):
    path = tmp_path / "northport.plan.yaml"
    after = change_plan(english_pack, scan, path, mark_done)
    assert read_plan(path)[1] == after
    assert [one.name for one in tmp_path.iterdir()] == ["northport.plan.yaml"]


def test_a_change_keeps_what_it_does_not_touch_and_what_it_does_not_know(english_pack, scan, written, edit):
    edit("status: doing", "status: doing, colour: null, costs: [1, 2]")
    edit("targets:", "wishes: {more: boats}\ntargets:")
    before = read_plan(written)[1]
    after = change_plan(english_pack, scan, written, mark_done)
    read = read_plan(written)[1]
    assert read == after == mark_done(before)
    assert read.actions["afloat.share-hoist"].data()["costs"] == [1, 2]
    assert "colour" in read.actions["afloat.share-hoist"].unknown
    assert read.unknown == ("wishes",)


def test_a_change_that_changes_nothing_writes_nothing(english_pack, scan, written):
    before = written.read_bytes(), written.stat().st_mtime_ns
    change_plan(english_pack, scan, written, lambda plan: plan)
    assert (written.read_bytes(), written.stat().st_mtime_ns) == before


def test_a_full_disk_keeps_the_old_plan(english_pack, scan, written, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = written.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="the disk is full"):
        change_plan(english_pack, scan, written, mark_done)
    assert written.read_bytes() == before
    assert [one.name for one in written.parent.iterdir()] == [written.name]


def test_a_second_writer_is_refused_and_loses_nothing_of_the_first(english_pack, scan, written):
    before = written.read_bytes()
    with locked(written), pytest.raises(InputError, match="open in another window"):
        change_plan(english_pack, scan, written, mark_done)
    assert written.read_bytes() == before


def test_a_broken_plan_is_not_overwritten(english_pack, scan, written):
    written.write_text("schema: mhscan/plan@1\nactions: [", encoding="utf-8")
    before = written.read_bytes()
    with pytest.raises(InputError, match="cannot be used"):
        change_plan(english_pack, scan, written, mark_done)
    assert written.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("HB012", "HB099", "the plan of another subject. code: HB099 and HB012."),
        ("{name: Northport, code: HB012}", "{name: Southport}", "the plan of another subject. name: Southport and"),
        ("pack: harbour-access", "pack: museum", "the plan for another pack: museum"),
    ],
)
def test_the_plan_of_another_subject_or_pack_is_not_used(english_pack, scan, written, edit, old, new, message):
    edit(old, new)
    with pytest.raises(InputError, match=re.escape(message)) as error:
        plan_of(english_pack, scan, written)
    assert error.value.hint == "Name another file with --plan."


def test_a_plan_by_hand_without_a_code_is_that_of_the_subject(english_pack, scan, written, edit):
    edit("{name: Northport, code: HB012}", "{name: ' northport '}")
    assert plan_of(english_pack, scan, written)[1].plan.state("afloat.share-hoist").status == "doing"


@pytest.mark.parametrize(
    "text", ["0344", "no", "a: b", "=1+1", "é € 😀", "'", '"', "- x", "2026-01-01", "x" * 5000, "\n"]
)
def test_every_text_reads_back_as_it_was(english_pack, scan, tmp_path, text):
    path = tmp_path / "northport.plan.yaml"
    state = ActionState(title=text, note=text)
    change_plan(english_pack, scan, path, lambda plan: plan.with_action("afloat.longer-ramp", state))
    assert read_plan(path)[1].actions["afloat.longer-ramp"] == state


def test_the_text_has_a_line_for_each_target_and_action(plan):
    text = plan_text(plan.with_targets({"people": Target(level=2)}))
    assert text == (
        "# The plan of one subject, made with mhscan. See: mhscan schema plan\n"
        "schema: mhscan/plan@1\n"
        "subject:\n  name: Northport\n  code: HB012\n"
        "pack: harbour-access\n"
        "version: 2.1.0\n"
        "targets:\n  people: {level: 2}\n"
        "actions:\n  afloat.share-hoist: {title: Share a hoist with another harbour, status: doing, "
        "owner: volunteer, due: '2026-12-31'}\n"
    )


def test_what_is_written_is_a_plan_in_which_nothing_is_wrong(english_pack, scan, tmp_path):
    path = tmp_path / "northport.plan.yaml"
    change_plan(english_pack, scan, path, mark_done)
    assert parse_plan(path)[2] == []


def test_a_subject_with_another_name_keeps_its_plan_by_its_code(english_pack, scan, written):
    renamed = scan.model_copy(update={"subject": {**scan.subject, "name": "Greater Northport"}})
    assert plan_path(english_pack, written.with_name("scan.yaml"), renamed) == written
    assert plan_of(english_pack, renamed, written)[1].plan.actions != {}
    other = scan.model_copy(update={"subject": {"name": "Greater Northport"}})
    assert plan_path(english_pack, written.with_name("scan.yaml"), other).name == "greater-northport.plan.yaml"
