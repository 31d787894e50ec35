"""A closed assessment and the pack that was kept with it."""

from __future__ import annotations

import shutil

import pytest

from mhscan.answers.archive import keep_pack
from mhscan.answers.model import Answer, Assessment, Finished, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.answers.writing import Writer
from mhscan.integrity.packs import load_pack
from mhscan.lint.review import validate


@pytest.fixture
def closed(tiny_pack, tmp_path):
    pack = load_pack(tiny_pack.path)
    made = Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Eden"},
        date="2026-05-01",
        pack=pack_ref(pack),
        questionnaire="full",
        status="final",
        finished=Finished(date="2026-05-01"),
        respondent=Respondent(id="2"),
        answers={"soil.compost": Answer(state="answered", value=1)},
    )
    path = tmp_path / "scan.yaml"
    path.write_text(Writer().text(made), encoding="utf-8")
    keep_pack(tiny_pack.path, tmp_path / "scan.pack", pack.sha256)
    return path


def found(path):
    return [(one.code, one.severity) for one in validate([path])]


def test_it_is_held_against_its_own_pack_whatever_became_of_the_other(closed, tiny_pack):
    tiny_pack.edit("factors/model.yaml", "version: 1.2.3", "version: 2.0.0")
    assert found(closed) == []


def test_a_wrong_answer_is_an_error_then(closed, tiny_pack):
    closed.write_text(closed.read_text().replace("value: 1", "value: 9"), encoding="utf-8")
    assert found(closed) == [("MH802", "error")]


@pytest.mark.parametrize("content", ["score: 41", "score: [41"])
def test_another_score_in_the_kept_pack_is_an_error(closed, tiny_pack, content):
    file = closed.with_name("scan.pack") / "factors" / "model.yaml"
    file.write_text(file.read_text().replace("score: 40", content), encoding="utf-8")
    (problem,) = validate([closed])
    assert (problem.code, problem.severity, problem.location.line) == ("MH805", "error", 8)
    assert problem.hint == "Changed: factors/model.yaml. Put the folder back from a backup."


def test_a_pack_of_another_digest_in_its_place_is_an_error(closed, tiny_pack, tmp_path):
    tiny_pack.edit("factors/model.yaml", "score: 40", "score: 41")
    shutil.rmtree(tmp_path / "scan.pack")
    keep_pack(tiny_pack.path, tmp_path / "scan.pack", load_pack(tiny_pack.path).sha256)
    (problem,) = validate([closed])
    assert (problem.code, problem.severity) == ("MH805", "error")
    assert problem.hint.startswith(f"Put its pack back in {tmp_path}, for example as scan.pack;")


def test_a_change_that_makes_no_difference_for_the_scores_is_a_warning(closed, tiny_pack):
    file = closed.with_name("scan.pack") / "factors" / "model.yaml"
    file.write_text("# Changed\n" + file.read_text(), encoding="utf-8")
    assert found(closed) == [("MH805", "warning")]
