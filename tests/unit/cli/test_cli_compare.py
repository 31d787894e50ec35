"""`mhscan compare`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mhscan.answers.archive import archive_of, keep_pack
from mhscan.answers.model import Finished
from mhscan.answers.reading import pack_ref
from mhscan.integrity.packs import load_pack

ORCHARD = Path(__file__).resolve().parents[2] / "packs" / "orchard"
OLD, NEW = ORCHARD / "1.0.0", ORCHARD / "2.0.0"
BEFORE = {"water.barrel": 1, "water.hose": 1, "trees.pruning": 1, "trees.planting": 1, "trees.grafting": 1}
AFTER = {
    "water.storage": 2,
    "water.hose-length": 1,
    "water.hose-state": 1,
    "water.pond": 1,
    "trees.pruning": 5,
    "trees.young": 0,
    "pests.moths": 1,
}


@pytest.fixture
def files(scan):
    """Last year's scan, closed with its pack beside it, and this year's."""

    def made(after=AFTER, **more):
        fields = {"subject": {"name": "Eden"}, **more}
        old = scan(
            BEFORE,
            "old.yaml",
            pack=pack_ref(load_pack(OLD)),
            questionnaire="all",
            status="final",
            finished=Finished(date="2025-06-01"),
            **fields,
        )
        old.write_text(old.read_text().replace("date: '2026-05-01'", "date: '2025-05-01'", 1), encoding="utf-8")
        keep_pack(OLD, archive_of(old), load_pack(OLD).sha256)
        new = scan(after, "new.yaml", pack=pack_ref(load_pack(NEW)), questionnaire="whole", **fields)
        return old, new

    return made


@pytest.fixture
def compare(mhscan):
    return lambda *arguments, **more: mhscan("compare", *arguments, "--pack", NEW, **more)


def test_the_kept_pack_of_the_old_scan_gives_its_old_score_and_the_newest_the_rest(compare, files):
    done = compare(*files(), "--format", "json")
    data = json.loads(done.out)
    assert (done.code, "carried over to 2.0.0" in done.said) == (0, True)
    assert [one["pack_at_hand"] for one in data["scans"]] == [True, True]
    trees = next(one for one in data["whole"]["figures"] if one["id"] == "trees")
    assert (trees["then"]["score"], trees["before"]["score"], trees["after"]["score"]) == (50, 50, 50)
    assert (trees["verdict"], trees["by_pack"]) == ("same", "same")


def test_the_order_of_the_files_makes_no_difference(compare, files):
    old, new = files()
    assert compare(old, new).out == compare(new, old).out


def test_people_read_sentences(compare, files):
    done = compare(*files())
    assert done.out.startswith("Care of an orchard: Eden\n")
    said = " ".join(done.out.split())
    assert "From 1 May 2025 to 1 May 2026" in said
    assert "The same: Growing." in said
    assert "- Trees stayed the same: 50. The newer version of the questions makes no difference here." in said
    assert "- Storage of rain: 1. Begun → 2. Habit. Higher than then." in said
    assert "The questions changed: version 1.0.0 then, version 2.0.0 now." in said


def test_more_files_make_a_row(compare, files, scan, tmp_path):
    old, new = files()
    middle = tmp_path / "middle.yaml"
    middle.write_text(new.read_text().replace("date: '2026-05-01'", "date: '2025-11-01'", 1), encoding="utf-8")
    done = compare(new, old, middle)
    assert "From scan to scan" in done.out
    assert "The scores at each moment" in done.out
    assert "From 1 May 2025 to 1 November 2025." in " ".join(done.out.split())


@pytest.mark.parametrize("name", ["c.md", "c.html", "c.json"])
def test_the_name_of_the_output_says_the_format(compare, files, tmp_path, name):
    done = compare(*files(), "--output", tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert (done.code, done.out) == (0, "")
    assert text.startswith({"c.md": "# What changed", "c.html": "<!DOCTYPE html>", "c.json": "{"}[name])


def test_an_output_is_not_replaced_unasked_and_an_unwritable_one_is_said(compare, files, tmp_path):
    (tmp_path / "c.md").write_text("precious", encoding="utf-8")
    assert compare(*files(), "--output", tmp_path / "c.md").code == 4
    assert (tmp_path / "c.md").read_text(encoding="utf-8") == "precious"
    assert compare(*files(), "--output", tmp_path / "c.md", "--force").code == 0
    assert compare(*files(), "--output", tmp_path / "none" / "c.md").code == 4


def test_another_subject_is_refused(compare, files, tmp_path):
    old, new = files()
    new.write_text(new.read_text().replace("name: Eden", "name: Arden"), encoding="utf-8")
    done = compare(old, new)
    assert (done.code, done.out) == (3, "")
    assert "are about different subjects. name: Eden and Arden." in done.said
    assert "It never ranks one against another." in done.said


def test_the_plan_beside_the_files_is_used(compare, files, tmp_path):
    head = "schema: mhscan/plan@1\nsubject: {name: Eden}\npack: orchard\n"
    plan = f"{head}actions:\n  water.do-storage: {{status: done, title: x}}\n"
    (tmp_path / "eden.plan.yaml").write_text(plan, encoding="utf-8")
    assert "Done. The answer about 'Storage of rain' is higher now." in " ".join(compare(*files()).out.split())
    (tmp_path / "other.yaml").write_text(plan.replace("status: done", "status: todo"), encoding="utf-8")
    done = compare(*files(), "--plan", tmp_path / "other.yaml")
    assert "Not begun. The answer about 'Storage of rain' is higher now." in " ".join(done.out.split())


def test_a_plan_of_another_subject_and_one_that_is_not_there_are_refused(compare, files, tmp_path):
    plan = tmp_path / "arden.plan.yaml"
    plan.write_text("schema: mhscan/plan@1\nsubject: {name: Arden}\npack: orchard\n", encoding="utf-8")
    done = compare(*files(), "--plan", plan)
    assert done.code == 3
    assert "is the plan of another subject. name: Arden and Eden." in done.said
    assert compare(*files(), "--plan", tmp_path / "none.yaml").code == 3


def test_what_is_odd_in_the_plan_is_said(compare, files, tmp_path):
    plan = "schema: mhscan/plan@1\nsubject: {name: Eden}\npack: orchard\nactions:\n  water.do-barrel: {title: Old}\n"
    (tmp_path / "eden.plan.yaml").write_text(plan, encoding="utf-8")
    done = compare(*files())
    assert (done.code, "MH811" in done.err) == (0, True)


def test_roles_are_internal(compare, files):
    public = compare(*files(), "--format", "md").out
    internal = compare(*files(), "--format", "md", "--audience", "internal").out
    assert "master" not in public
    assert "master" in internal


def test_a_wrong_answer_is_refused_and_a_changed_pack_is_not_relied_on(compare, mhscan, files):
    old, new = files()
    new.write_text(new.read_text().replace("value: 5", "value: 9"), encoding="utf-8")
    done = compare(old, new)
    assert (done.code, "9 is not a level of this indicator" in done.said) == (3, True)
    old, new = files()
    model = archive_of(old) / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("score: 50", "score: 60"), encoding="utf-8")
    done = compare(old, new, "--format", "json")
    assert (done.code, "is not the one any more with which" in done.said) == (0, True)
    assert [one["pack_at_hand"] for one in json.loads(done.out)["scans"]] == [False, True]
    assert mhscan("compare", old, new).code == 3


def test_without_the_old_pack_it_says_what_cannot_be_said(compare, files):
    old, new = files()
    shutil.rmtree(archive_of(old))
    done = compare(old, new)
    assert done.code == 0
    assert "The older version is not at hand. So what that changed cannot be said." in " ".join(done.out.split())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"- a\n"])
def test_a_file_that_cannot_be_read_is_said(compare, files, tmp_path, content):
    (tmp_path / "bad.yaml").write_bytes(content)
    assert compare(files()[0], tmp_path / "bad.yaml").code == 3


def test_it_needs_two_files(mhscan, files):
    assert mhscan("compare", files()[0]).code == 2


def test_it_fits_in_a_narrow_window(compare, files, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, compare(*files()).out.splitlines())) <= 40


def test_answers_of_a_partner_are_compared_without_scores(harbour, scan):
    one, other = (scan({"ashore.slope": n}, f"{n}.yaml", questionnaire="visitor") for n in (1, 2))
    done = harbour("compare", one, other)
    assert done.code == 0
    assert "get no score" in " ".join(done.out.split())
    assert "The scores" not in done.out


# Partners beside the own answers -------------------------------------------------------------------------------------

EVERY = Path(__file__).resolve().parents[2] / "packs" / "every"
TABLES = "sales.stall.tables"


@pytest.fixture
def bakery(mhscan, tmp_path):
    """Compares files of a copy of the bakery."""
    folder = Path(shutil.copytree(EVERY, tmp_path / "bakery"))

    def made(*files, **more):
        named = [folder / "answers" / one if one.endswith(".yaml") else one for one in files]
        return mhscan("compare", *named, "--pack", folder, **more)

    return made


def test_a_partner_stands_beside_the_own_answers_fact_by_fact(bakery):
    done = bakery("scan.yaml", "buyer.yaml", "--format", "json", "--audience", "internal")
    assert done.code == 0
    data = json.loads(done.out)
    (partner,) = data["partners"]
    assert (data["schema"], partner["title"]) == ("mhscan/beside@1", "Partner 1: buyer")
    facts = {one["id"]: (one["own"], one["partner"], one["verdict"]) for one in partner["facts"]}
    assert facts == {
        "sales.till": ("not known", "I cannot see this", "unseen"),
        TABLES: ("3", "2", "one_side"),
    }


@pytest.mark.parametrize("output_format", ["text", "md", "html"])
def test_every_face_shows_both_answers_and_how_to_read_them(bakery, output_format):
    done = bakery("buyer.yaml", "scan.yaml", "--format", output_format)
    assert done.code == 0
    said = " ".join(done.out.split())
    for words in ("How many tables did you see?", "one side only", "Of 2 facts both answered 1", "I cannot see this"):
        assert words in said


def test_the_public_comparison_does_not_name_the_role_of_a_partner(bakery):
    assert "1: buyer" not in bakery("scan.yaml", "buyer.yaml").out
    assert "Partner 1: buyer" in bakery("scan.yaml", "buyer.yaml", "--audience", "internal").out


def test_two_own_scans_beside_a_partner_are_refused(bakery):
    done = bakery("scan.yaml", "scan.yaml", "buyer.yaml")
    assert done.code == 3
    assert "There are 2 own scans among the files. Name one own scan" in " ".join(done.err.split())
