"""One file to one document, as a piece of work."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.writing import Writer
from mhscan.batch.job import BatchJob, work
from mhscan.opening.document import DocumentOrder

HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"


@pytest.fixture
def job(tmp_path, english_pack):
    """A job for an assessment of the second pack, or for a file with any content."""

    def made(content: str | None = None, document="adviesrapport", audience="public", **more):
        model = english_pack.model
        fields = {
            "subject": {"name": "Northport", "code": "HB012"},
            "questionnaire": "full",
            "pack": PackRef(id=model.id, version=model.version, sha256=english_pack.sha256),
            "answers": {"people.lead": Answer(state="answered", value=1, note="Only for us")},
            **more,
        }
        if content is None:
            respondent = Respondent(id="2")
            assessment = Assessment(
                schema_="mhscan/assessment@1", id="1", date="2026-05-01", respondent=respondent, **fields
            )
            content = Writer().text(assessment)
        file = tmp_path / "scan.yaml"
        file.write_text(content, encoding="utf-8")
        return BatchJob(DocumentOrder(document, "html", audience), file, tmp_path / "scan.html", HARBOUR)

    return made


def test_a_document_is_made_and_its_subject_and_date_are_told(job):
    one = job()
    outcome = work(one)
    assert (outcome.state, outcome.subject, outcome.date, outcome.notices) == ("made", "Northport", "2026-05-01", ())
    assert one.target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_only_an_internal_document_has_the_notes(job):
    public, internal = job(), job(audience="internal")
    work(public)
    assert "Only for us" not in public.target.read_text(encoding="utf-8")
    work(internal)
    assert "Only for us" in internal.target.read_text(encoding="utf-8")
    always_public = job(document="vragen-voor-de-raad", audience="internal")
    work(always_public)
    assert "Only for us" not in always_public.target.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["mhscan/plan@1", "mhscan/factor@1", "other/thing"])
def test_a_file_that_says_it_is_something_else_is_passed_over(job, kind):
    outcome = work(job(f"schema: {kind}\n"))
    assert (outcome.state, outcome.message) == ("passed", kind)


@pytest.mark.parametrize(
    "content", ["", "a: [", "name: x\n", "schema: mhscan/asessment@1\n", "schema: mhscan/assessment@2\n"]
)
def test_a_file_that_may_well_be_an_assessment_goes_wrong_and_says_why(job, content):
    one = job(content)
    outcome = work(one)
    assert (outcome.state, outcome.stops, one.target.exists()) == ("failed", False, False)
    assert "cannot be used" in outcome.message
    assert outcome.problems


def test_an_answer_that_does_not_fit_its_own_pack_goes_wrong(job):
    outcome = work(job(answers={"people.lead": Answer(state="answered", value=99)}))
    assert (outcome.state, [one.code for one in outcome.problems]) == ("failed", ["MH802"])


def test_an_assessment_of_another_version_is_made_with_a_remark(job):
    outcome = work(job(pack=PackRef(id="harbour-access", version="1.0.0", sha256="0")))
    assert (outcome.state, [one.kind for one in outcome.notices]) == ("made", ["misfit"])


def test_a_document_with_scores_cannot_be_made_of_a_partner(job):
    outcome = work(job(questionnaire="visitor", answers={}, document="samenvatting"))
    assert (outcome.state, "needs scores" in outcome.message) == ("failed", True)


@pytest.mark.parametrize(("number", "stops"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False)])
def test_what_cannot_be_written_goes_wrong_and_a_full_disk_stops_the_rest(job, monkeypatch, number, stops):
    def refuse(_descriptor):
        raise OSError(number, os.strerror(number))

    one = job()
    monkeypatch.setattr(os, "fsync", refuse)
    outcome = work(one)
    assert (outcome.state, outcome.stops, one.target.exists()) == ("failed", stops, False)
    assert [path.name for path in one.target.parent.iterdir()] == ["scan.yaml"]


@pytest.mark.parametrize(("document", "steady"), [("adviesrapport", True), ("samenvatting", False)])
def test_how_steady_the_picture_is_is_worked_out_where_it_is_shown(job, monkeypatch, document, steady):
    found = []
    monkeypatch.setattr("mhscan.reports.build._robustness", lambda *given: found.append(given))
    assert work(job(document=document)).state == "made"
    assert bool(found) is steady
