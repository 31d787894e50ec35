"""Which pack goes with an assessment, for ever: also after the shipped one changed, was lost, or was tampered with."""

from __future__ import annotations

import shutil

import pytest

from mhscan.answers import archive
from mhscan.answers.model import PackRef
from mhscan.loading.packs import read_folder


@pytest.fixture
def closed(mhscan, scan, english_folder):
    """A closed assessment with its kept pack; the pack that it was made with has changed since."""
    path = scan({"ashore.slope": 1, "people.lead": 2, "people.course": 2})
    assert mhscan("finish", path, "--pack", english_folder).code == 0
    before = mhscan("score", path).out
    model = english_folder / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("version: 2.1.0", "version: 3.0.0").replace("score: 50", "score: 95"))
    return path, before


def test_a_closed_assessment_is_scored_with_the_kept_pack_after_its_pack_changed(closed, mhscan, english_folder):
    path, before = closed
    for command in (("score", path), ("report", path), ("explain", path, "people")):
        done = mhscan(*command)
        assert (done.code, done.err) == (0, "")
    assert mhscan("score", path).out == before
    shutil.rmtree(english_folder)
    assert mhscan("score", path).out == before
    assert mhscan("validate", path).code == 0


def test_a_pack_that_was_asked_for_goes_before_the_kept_one(closed, mhscan, english_folder):
    path, before = closed
    done = mhscan("score", path, "--pack", english_folder)
    assert (done.code, done.out == before) == (0, False)
    assert "MH803" in done.err


def test_a_file_that_was_renamed_finds_its_pack(closed, mhscan):
    path, before = closed
    path.rename(path.with_name("renamed.yaml"))
    done = mhscan("score", path.with_name("renamed.yaml"))
    assert (done.code, done.out, done.err) == (0, before, "")


def test_a_kept_pack_with_another_score_in_it_is_refused(closed, mhscan):
    path, _before = closed
    model = path.with_name("scan.pack") / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("score: 25", "score: 26"))
    for command in ("score", "report"):
        done = mhscan(command, path)
        assert (done.code, done.out) == (3, "")
        assert "scan.pack is not the one any more with which" in done.said
        assert "Changed since: factors/model.yaml." in done.said
        assert "Put the folder back from a backup, or name another pack with --pack FOLDER." in done.said
    assert mhscan("validate", path).code == 1


def test_a_kept_pack_that_is_broken_is_refused(closed, mhscan):
    path, _before = closed
    (path.with_name("scan.pack") / "factors" / "people.yaml").unlink()
    done = mhscan("score", path)
    assert done.code == 3
    assert "Changed since: factors/people.yaml." in done.said


def test_a_change_that_makes_no_difference_for_the_scores_is_said(closed, mhscan):
    path, before = closed
    (path.with_name("scan.pack") / "templates").mkdir()
    (path.with_name("scan.pack") / "templates" / "mine.md.j2").touch()
    done = mhscan("score", path)
    assert (done.code, done.out) == (0, before)
    assert "these files were changed since it was kept: templates/mine.md.j2. The scores stay the same." in done.said


@pytest.mark.parametrize("other", [False, True], ids=["gone", "that of another scan"])
@pytest.mark.parametrize("command", [("score",), ("report",), ("plan",), ("target",), ("what-if", "ashore.slope=2")])
def test_without_its_kept_pack_a_closed_scan_is_refused_unless_another_is_named(
    closed, mhscan, english_folder, command, other
):
    path, _before = closed
    shutil.rmtree(path.with_name("scan.pack"))
    if other:
        archive.keep_pack(english_folder, path, read_folder(english_folder).sha256)
    done = mhscan(command[0], path, *command[1:])
    assert (done.code, done.out) == (3, "")
    assert "is closed, and the pack it was closed with (harbour-access 2.1.0) is not beside it" in done.said
    assert ("scan.pack is another one." in done.said) is other
    assert "for example as scan.pack; or name a pack to use with --pack FOLDER." in done.said
    assert mhscan(command[0], path, *command[1:], "--pack", english_folder).code == 0


def test_nor_is_it_compared_or_made_one_of_many(closed, mhscan, tmp_path):
    path, _before = closed
    shutil.rmtree(path.with_name("scan.pack"))
    done = mhscan("compare", path, path)
    assert (done.code, "is not beside it" in done.said) == (3, True)
    done = mhscan("report", path, "-o", tmp_path, "--format", "md")
    assert (done.code, "is not beside it" in done.said) == (1, True)
    assert not (tmp_path / "scan.md").exists()


@pytest.mark.parametrize("names", [("scan.yaml", "scan-2025.yaml"), ("scan.yml", "scan.yaml")])
def test_the_next_scan_under_the_same_name_leaves_the_pack_of_the_first(mhscan, scan, english_folder, tmp_path, names):
    first, moved = scan({"ashore.slope": 1}), tmp_path / names[1]
    first = first.rename(tmp_path / names[0])
    assert mhscan("finish", first, "--pack", english_folder).code == 0
    before = mhscan("score", first).out
    if names[0] == "scan.yaml":
        # Next year's scan gets the name, and the older one is put away.
        first = first.rename(moved)
    model = english_folder / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("version: 2.1.0", "version: 2.2.0"), encoding="utf-8")
    newer = PackRef(id="harbour-access", version="2.2.0", sha256=read_folder(english_folder).sha256)
    second = scan({"ashore.slope": 1}, file="scan.yaml" if names[0] == "scan.yml" else names[0], pack=newer)
    done = mhscan("finish", second, "--pack", english_folder)
    assert done.code == 0
    assert mhscan("score", second).code == 0
    done = mhscan("score", first)
    assert (done.code, done.out, done.said) == (0, before, "")


def test_a_pack_that_a_broken_off_closing_left_behind_is_passed_over_for_a_draft(
    mhscan, scan, english_folder, tmp_path
):
    path = scan({"ashore.slope": 1})
    (tmp_path / "scan.pack" / "factors").mkdir(parents=True)
    assert mhscan("score", path, "--pack", english_folder).code == 0
    assert archive.kept_folder(path, scan_of(path)) is None
    assert mhscan("finish", path, "--pack", english_folder).code == 0
    kept = archive.kept_folder(path, scan_of(path))
    assert kept is not None
    assert (kept.name.startswith("scan-"), mhscan("score", path).code) == (True, 0)


def scan_of(path):
    from mhscan.answers.reading import read_assessment

    return read_assessment(path)[1]


def test_a_draft_of_an_older_version_finds_a_pack_that_was_kept_with_another(closed, mhscan, scan):
    _path, _before = closed
    draft = scan({"ashore.slope": 1}, "draft.yaml")
    done = mhscan("score", draft)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Access to a small harbour: Northport")
