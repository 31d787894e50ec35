"""Documents that propose to somebody take what these decide; where that is nothing, another document is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

EVERY = Path(__file__).resolve().parents[2] / "packs" / "every"


@pytest.fixture
def bakery(tmp_path, monkeypatch):
    """A copy of the pack with deciders, in which a test works; its scan is `answers/scan.yaml`."""
    folder = Path(shutil.copytree(EVERY, tmp_path / "bakery"))
    monkeypatch.chdir(folder)
    return folder


def made(mhscan, document):
    return mhscan("report", "answers/scan.yaml", "--pack", ".", "-d", document, "--format", "json")


def test_a_document_takes_only_what_those_decide_to_whom_it_proposes(bakery, mhscan):
    done = made(mhscan, "letter")
    assert done.code == 0
    view = json.loads(done.out)
    actions = [*view["quick_wins"], *view["key_actions"], *view["more_actions"]]
    assert view["decided_by"] == "the owner"
    assert actions
    assert {one["decided_by"] for one in actions} == {"the owner"}
    assert {one["id"] for one in view["first_steps"]} <= {one["id"] for one in actions}
    proposals = {proposal for one in view["arguments"] for proposal in one["proposals"]}
    assert proposals == {one["proposal"] for one in (*view["quick_wins"], *view["key_actions"])}


def test_where_there_is_nothing_to_decide_no_document_is_made_and_another_is_named(bakery, mhscan):
    done = made(mhscan, "offer")
    assert (done.code, done.out) == (3, "")
    assert "No action of this scan is for this decider: the council. So there is no offer to make." in done.said
    assert "Send this instead: letter. It is made with: --document letter" in done.said


def test_a_document_that_no_decider_names_takes_all_actions(bakery, mhscan):
    view = json.loads(made(mhscan, "adviesrapport").out)
    assert view["decided_by"] == ""
    assert {one["decided_by"] for one in (*view["quick_wins"], *view["key_actions"], *view["more_actions"])} > {
        "others"
    }


def test_the_names_of_carriers_and_dates_stand_in_every_face_and_what_depends_on_others_is_said(bakery, mhscan):
    title, step = "Ask Our clock for a timer", "Ask before 1 June 2026."
    others = "Whether this works depends on others: others."
    for arguments in (
        ("plan",),
        ("plan", "--format", "ics"),
        ("plan", "--format", "csv"),
        ("score", "--format", "json"),
    ):
        command, *options = arguments
        assert title in mhscan(command, "answers/scan.yaml", "--pack", ".", *options).out
    for form in ("md", "html"):
        text = mhscan("report", "answers/scan.yaml", "--pack", ".", "-d", "actieplan", "--format", form).out
        assert all(one in text for one in (title, others, step))
    told = " ".join(mhscan("explain", "answers/scan.yaml", "heat.buy-timer", "--pack", ".").out.split())
    assert all(one in told for one in (title, others, "This step is the scan's own: no source names it."))
