"""`mhscan migrate`, and how other commands look at answers of an older version."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mhscan.answers import store
from mhscan.answers.archive import archive_of, keep_pack
from mhscan.answers.model import Answer, Finished
from mhscan.answers.reading import pack_ref
from mhscan.errors import OutputError
from mhscan.integrity.packs import load_pack

ORCHARD = Path(__file__).resolve().parents[2] / "packs" / "orchard"
OLD, NEW = ORCHARD / "1.0.0", ORCHARD / "2.0.0"
ANSWERS = {"trees.pruning": 1, "water.barrel": 2, "pests.birds": Answer(state="answered", value=2, note="Torn.")}


@pytest.fixture
def older(scan):
    """An assessment of the first version of the small pack."""

    def made(answers=ANSWERS, version="1.0.0", **more):
        ref = pack_ref(load_pack(ORCHARD / version))
        fields = {"subject": {"name": "Eden", "trees": 4}, "questionnaire": "all", **more}
        return scan(answers, pack=ref, **fields)

    return made


@pytest.fixture
def orchard(mhscan):
    return lambda *arguments, **more: mhscan(*arguments, "--pack", NEW, **more)


def test_a_dry_run_shows_every_step_and_writes_nothing(orchard, older, tmp_path):
    path = older()
    before = path.read_bytes()
    done = orchard("migrate", path, "--dry-run")
    assert (done.code, path.read_bytes()) == (0, before)
    assert done.out == (
        "From version 1.0.0 to 2.0.0:\n"
        "- water.barrel → water.storage. The question has another id.\n"
        "- trees.pruning (1) → trees.pruning (3); what was answered is archived. The\n"
        "  scale is another one.\n"
        "- pests.birds: archived. The nets caught birds too.\n"
        "- subject.trees → subject.stems. The question has another id.\n"
        "0 answers go over as they are.\n"
        "Nobody gave these answers in this form, so look at them: trees.pruning.\n"
    )
    assert done.err == "Nothing was written.\n"
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


def test_answers_are_carried_over_and_the_file_as_it_was_is_kept(orchard, older, read, tmp_path):
    path = older()
    before = path.read_bytes()
    done = orchard("migrate", path)
    backup = tmp_path / "scan.yaml.1.0.0.bak"
    assert done.code == 0
    assert f"{path} is of version 2.0.0 now. The file as it was is kept in {backup}." in done.said
    assert backup.read_bytes() == before
    after = read(path)
    assert after.answers["water.storage"].value == 2
    assert after.archived["pests.birds"].answer.note == "Torn."
    assert after.earlier == (pack_ref(load_pack(OLD)),)


def test_doing_it_again_changes_nothing(orchard, older, tmp_path):
    path = older()
    orchard("migrate", path)
    once, files = path.read_bytes(), sorted(tmp_path.iterdir())
    done = orchard("migrate", path)
    assert (done.code, done.out, path.read_bytes(), sorted(tmp_path.iterdir())) == (0, "", once, files)
    assert "is of version 2.0.0 already. Nothing was changed." in done.said


def test_what_was_carried_over_is_right_and_complete(orchard, older):
    path = older()
    orchard("migrate", path)
    assert (orchard("validate", path).code, orchard("validate", path).out) == (0, "")
    assert orchard("finish", path).code == 0


def test_an_earlier_copy_is_never_replaced(orchard, older, tmp_path):
    path = older()
    (tmp_path / "scan.yaml.1.0.0.bak").write_text("precious", encoding="utf-8")
    orchard("migrate", path)
    assert (tmp_path / "scan.yaml.1.0.0.bak").read_text(encoding="utf-8") == "precious"
    assert (tmp_path / "scan.yaml.1.0.0-2.bak").is_file()


def test_an_output_that_cannot_be_written_leaves_the_file_as_it_was(orchard, older, monkeypatch):
    path = older()
    before = path.read_bytes()

    def full(*_arguments):
        raise OutputError("The disk is full.")

    monkeypatch.setattr(store, "write_again", full)
    assert (orchard("migrate", path).code, path.read_bytes()) == (4, before)


def test_a_closed_assessment_is_not_changed_and_a_copy_can_be_made(orchard, older, read, tmp_path):
    path = older(status="final", finished=Finished(date="2025-06-01"))
    before = path.read_bytes()
    done = orchard("migrate", path)
    assert (done.code, path.read_bytes()) == (3, before)
    assert f"Make a copy in this version with: mhscan migrate {path} --output NAME.yaml" in done.said
    assert orchard("migrate", path, "--output", tmp_path / "copy.yaml").code == 0
    copy, original = read(tmp_path / "copy.yaml"), read(path)
    assert (copy.status, copy.finished, copy.date) == ("draft", None, original.date)
    assert copy.id != original.id
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.glob("*.bak")] == []


def test_a_copy_replaces_nothing(orchard, older, tmp_path):
    (tmp_path / "copy.yaml").write_text("precious", encoding="utf-8")
    assert orchard("migrate", older(), "--output", tmp_path / "copy.yaml").code == 3
    assert (tmp_path / "copy.yaml").read_text(encoding="utf-8") == "precious"


def test_the_pack_kept_beside_it_has_the_words_of_what_is_archived(orchard, older, read):
    path = older({"context.fruit": ("medlar",)})
    keep_pack(OLD, archive_of(path), load_pack(OLD).sha256)
    orchard("migrate", path)
    kept = read(path).archived["context.fruit"]
    assert (kept.question, kept.answer.said) == ("Which fruit grows there?", "Medlars")


def test_a_kept_pack_that_was_changed_is_said_and_not_used(orchard, older):
    path = older(status="final", finished=Finished(date="2025-06-01"))
    keep_pack(OLD, archive_of(path), load_pack(OLD).sha256)
    model = archive_of(path) / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("score: 50", "score: 60"), encoding="utf-8")
    done = orchard("migrate", path, "--dry-run")
    assert done.code == 0
    assert "is not the one any more with which" in done.said


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("harbour", "The answers were given with pack 'orchard', not with 'harbour-access'."),
        ("orchard/1.0.0", "The answers were given with version 2.0.0; this is the older version 1.0.0."),
    ],
)
def test_what_cannot_be_carried_over_is_left_alone(mhscan, older, pack, said):
    path = older({}, "2.0.0", questionnaire="whole", subject={"name": "Eden"})
    before = path.read_bytes()
    done = mhscan("migrate", path, "--pack", ORCHARD.parent / pack)
    assert (done.code, path.read_bytes()) == (3, before)
    assert said in done.said


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"schema: mhscan/assessment@1\n"])
def test_a_file_that_cannot_be_read_is_left_alone(orchard, tmp_path, content):
    path = tmp_path / "scan.yaml"
    path.write_bytes(content)
    done = orchard("migrate", path)
    assert (done.code, path.read_bytes()) == (3, content)


def test_it_fits_in_a_narrow_window_and_says_all_in_plain_lines(orchard, older, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    path = older()
    assert max(map(len, orchard("migrate", path, "--dry-run").out.splitlines())) <= 40
    plain = orchard("--plain", "migrate", path, "--dry-run").out.splitlines()
    assert "- trees.pruning (1) → trees.pruning (3); what was answered is archived. The scale is another one." in plain


def test_the_text_of_a_migration_is_shown(mhscan, older):
    done = mhscan("migrate", older(), "--dry-run", "--pack", ORCHARD / "1.1.0")
    assert "From version 1.0.0 to 1.1.0:\n  The barrel is called a tank.\n" in done.out
    assert "3 answers go over as they are." in done.out


# Other commands -------------------------------------------------------------------------------------------------------


def test_a_score_is_that_of_the_answers_carried_over_and_the_file_stays_as_it_is(orchard, older):
    path = older()
    before = path.read_bytes()
    done = orchard("score", path, "--format", "json")
    result = json.loads(done.out)
    levels = {one["id"]: one["level"] for one in result["indicators"] if one["level"] is not None}
    assert levels == {"trees.pruning": 3, "water.storage": 2}
    assert [one["version"] for one in result["assessment"]["made_with"]["earlier"]] == ["1.0.0"]
    assert "are of version 1.0.0; here they are carried over to 2.0.0." in done.said
    assert path.read_bytes() == before


def test_without_a_way_what_still_fits_is_used_and_said(mhscan, older, tmp_path):
    pack = Path(shutil.copytree(NEW, tmp_path / "pack"))
    shutil.rmtree(pack / "factors" / "migrations")
    done = mhscan("score", older(), "--pack", pack)
    assert done.code == 0
    assert "MH803" in done.err
    assert "mhscan migrate FILE" in done.said


def test_an_answer_of_this_version_is_not_put_into_a_file_of_an_older_one(orchard, older):
    path = older()
    before = path.read_bytes()
    done = orchard("set", path, "water.storage=1")
    assert (done.code, path.read_bytes()) == (3, before)
    assert f"Carry them over first with: mhscan migrate {path}" in done.said


def test_an_internal_report_lists_what_was_derived_and_what_was_archived(orchard, older):
    path = older()
    orchard("migrate", path)
    text = orchard("report", path, "--format", "md", "--audience", "internal").out
    assert "Nobody gave this answer in this form." in text
    assert "The nets caught birds too." in text
    public = orchard("report", path, "--format", "md").out
    assert "Nobody gave this answer in this form." in public
    assert "The nets caught birds too." not in public
