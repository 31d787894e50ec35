"""`mhscan finish`."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, Finished, PackRef


def test_a_closed_assessment_has_a_date_and_who_agreed_and_is_read_only(harbour, scan, read):
    path = scan({"ashore.slope": 2})
    done = harbour("finish", path, "--agreed", "master", "--agreed", "treasurer")
    assert (done.code, done.out) == (0, "")
    assert read(path).status == "final"
    assert read(path).finished == Finished(date="2026-05-01", agreed=("master", "treasurer"))
    assert path.stat().st_mode & 0o222 == 0


def test_the_pack_is_kept_with_it_and_named(harbour, scan, tmp_path):
    done = harbour("finish", scan())
    assert f"is closed. The pack is kept in {tmp_path / 'scan.pack'}." in done.said
    assert (tmp_path / "scan.pack" / "factors" / "model.yaml").is_file()
    assert (tmp_path / "scan.pack" / "questionnaires" / "full.yaml").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scan.pack", "scan.yaml"]


def test_it_says_how_many_questions_are_open(harbour, scan):
    assert "Questions without an answer: 23. The report says so." in harbour("finish", scan()).said


def test_it_says_nothing_of_open_questions_where_there_are_none(harbour, scan, english_pack):
    answers = {key: Answer(state="unknown") for key in (*english_pack.context, *english_pack.places)}
    assert "Questions without an answer" not in harbour("finish", scan(answers)).said


def test_the_kept_pack_is_used_from_then_on(harbour, mhscan, scan, tmp_path):
    path = scan({"people.lead": 2, "people.course": 2})
    harbour("finish", path)
    done = mhscan("score", path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Access to a small harbour: Northport")


def test_a_closed_assessment_cannot_be_closed_again(harbour, mhscan, scan):
    path = scan()
    harbour("finish", path)
    before = path.read_bytes()
    done = mhscan("finish", path)
    assert (done.code, path.read_bytes()) == (3, before)
    assert "was closed on 2026-05-01 and is not changed any more." in done.said


def test_an_unknown_role_closes_nothing(harbour, scan, read, tmp_path):
    path = scan()
    done = harbour("finish", path, "--agreed", "mayor")
    assert done.code == 3
    assert "There is no role 'mayor'." in done.err
    assert read(path).status == "draft"
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_it_is_closed_only_with_the_pack_that_it_was_made_with(harbour, scan, read, tmp_path):
    path = scan(pack=PackRef(id="harbour-access", version="1.0.0", sha256="0"))
    done = harbour("finish", path)
    assert done.code == 3
    assert "was made with another version of the pack. Carry it over first with: mhscan migrate" in done.said
    assert read(path).status == "draft"
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


@pytest.mark.parametrize("inside", ["factors/half.yaml", "mine.txt"])
def test_another_folder_of_that_name_is_never_replaced(harbour, scan, read, tmp_path, inside):
    mine = tmp_path / "scan.pack" / inside
    mine.parent.mkdir(parents=True)
    mine.write_text("precious", encoding="utf-8")
    path = scan()
    done = harbour("finish", path)
    (kept,) = tmp_path.glob("scan-*.pack")
    assert (done.code, f"is kept in {kept}" in done.said) == (0, True)
    assert mine.read_text(encoding="utf-8") == "precious"
    assert (read(path).status, harbour("score", path).code) == ("final", 0)


def test_of_a_link_the_real_file_has_the_pack(harbour, scan, tmp_path):
    (tmp_path / "real").mkdir()
    real = scan().rename(tmp_path / "real" / "scan.yaml")
    (tmp_path / "link.yaml").symlink_to(real)
    assert harbour("finish", "link.yaml").code == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.yaml", "real"]
    assert sorted(one.name for one in real.parent.iterdir()) == ["scan.pack", "scan.yaml"]


def test_where_it_cannot_be_protected_it_is_closed_and_both_are_said(harbour, scan, read, monkeypatch):
    def refused(_self, _mode):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    path = scan()
    monkeypatch.setattr(Path, "chmod", refused)
    done = harbour("finish", path)
    assert (done.code, read(path).status) == (0, "final")
    assert f"{path} is closed." in done.said
    assert "The file itself could not be protected against changes: no permission." in done.said


def test_it_says_which_answers_do_not_fit_together(harbour, scan):
    said = harbour("finish", scan({"context.inspection": "2026-04-01"})).said
    assert "This answer does not fit: The next inspection lies before the date of these answers." in said
    assert "The internal report names it." in said
