"""Commands with files of another version of the pack: what is carried over, what is refused, and that it is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

EVERY = Path(__file__).resolve().parents[2] / "packs" / "every"
OLD = """\
schema: mhscan/assessment@1
id: one
subject: {name: Crust}
date: '2026-05-01'
pack: {id: every, version: 1.9.0, sha256: SHA}
questionnaire: full
respondent: {id: two}
answers:
  grain.bags: {state: answered, value: 2, note: Ours.}
"""
PLAN = """\
schema: mhscan/plan@1
subject: {name: Crust}
pack: every
version: 1.9.0
targets: {grain: {level: 2}}
actions:
  grain.buy-silo: {title: Buy a silo, status: done}
"""
NOTES = "# grain\r\nWe buy it.\r\n\r\n## Heat ##\r\nWarm.\r\n"


@pytest.fixture
def files(tmp_path):
    """An assessment of version 1.9.0, its plan and its notes, and a pack of 2.0.0 to which a minor step leads."""
    pack = Path(shutil.copytree(EVERY, tmp_path / "pack"))
    (pack / "factors" / "migrations" / "1-9.yaml").write_text(
        "schema: mhscan/migration@1\nfrom: 1.9.0\nto: 2.0.0\n", encoding="utf-8"
    )
    (tmp_path / "scan.yaml").write_text(OLD.replace("SHA", "1" * 64), encoding="utf-8")
    (tmp_path / "crust.plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "scan.notes.md").write_bytes(NOTES.encode())
    return tmp_path


def test_migrate_takes_the_plan_and_the_notes_along_and_keeps_each_as_it_was(mhscan, files):
    before = {name: (files / name).read_bytes() for name in ("scan.yaml", "crust.plan.yaml", "scan.notes.md")}
    shown = mhscan("migrate", "scan.yaml", "--pack", "pack", "--dry-run")
    for line in (
        "- grain.bags → flour.bags",
        "- grain → flour",
        "- grain.buy-silo → flour.buy-silo",
        "- # grain → # flour",
    ):
        assert line in shown.out
    assert {name: (files / name).read_bytes() for name in before} == before
    done = mhscan("migrate", "scan.yaml", "--pack", "pack")
    assert done.code == 0
    assert {name: (files / f"{name}.1.9.0.bak").read_bytes() for name in before} == before
    assert "flour.bags: {state: answered, value: 2, note: Ours." in (files / "scan.yaml").read_text(encoding="utf-8")
    assert "flour.buy-silo" in (files / "crust.plan.yaml").read_text(encoding="utf-8")
    assert (files / "scan.notes.md").read_bytes().decode() == NOTES.replace("# grain", "# flour")


@pytest.mark.parametrize(
    "command",
    [("score",), ("report", "--format", "md"), ("plan",), ("target",), ("explain", "flour"), ("explain", "grain")],
)
def test_a_look_understands_the_old_names_and_writes_nothing(mhscan, files, command):
    before = {one.name: one.read_bytes() for one in files.iterdir() if one.is_file()}
    done = mhscan(command[0], "scan.yaml", *command[1:], "--pack", "pack")
    assert done.code == 0
    assert "is not asked" not in done.out
    assert {one.name: one.read_bytes() for one in files.iterdir() if one.is_file()} == before


def test_a_report_shows_the_words_under_an_old_heading(mhscan, files):
    done = mhscan("report", "scan.yaml", "-d", "adviesrapport", "--format", "md", "--pack", "pack")
    assert "We buy it." in done.out
    assert "MH620" not in done.err


def test_set_target_and_plan_set_take_an_old_id(mhscan, files):
    assert mhscan("migrate", "scan.yaml", "--pack", "pack").code == 0
    done = mhscan("set", "scan.yaml", "grain.bags=1", "context.sort=bread", "--pack", "pack")
    assert "flour.bags: 1" in done.said or "flour.bags: Some bags." in done.said
    assert "context.kind: Bread" in done.said
    assert mhscan("what-if", "scan.yaml", "grain=2", "--pack", "pack").code == 0
    assert mhscan("target", "scan.yaml", "grain=1", "--pack", "pack").code == 0
    assert "flour: {level: 1" in (files / "crust.plan.yaml").read_text(encoding="utf-8")
    done = mhscan("plan", "set", "scan.yaml", "flour.get-silo", "--status", "dropped", "--pack", "pack")
    assert "flour.buy-silo" in done.said


@pytest.mark.parametrize(
    "command",
    [("set", "flour.bags=1"), ("assess",), ("migrate",), ("plan", "set", "heat.light-it", "--status", "done")],
)
def test_nothing_is_written_into_a_file_of_a_newer_version(mhscan, files, command):
    text = (files / "scan.yaml").read_text(encoding="utf-8").replace("1.9.0", "3.0.0").replace("grain", "flour")
    (files / "scan.yaml").write_text(text, encoding="utf-8")
    plan = PLAN.replace("1.9.0", "3.0.0")
    (files / "crust.plan.yaml").write_text(plan, encoding="utf-8")
    words = [*command]
    words.insert(2 if command[0] == "plan" else 1, "scan.yaml")
    done = mhscan(*words, "--pack", "pack")
    assert (done.code, "this is the older version 2.0.0" in done.said) == (3, True)
    assert (files / "scan.yaml").read_text(encoding="utf-8") == text
    assert (files / "crust.plan.yaml").read_text(encoding="utf-8") == plan


COMMANDS = (
    ("score", "scan.yaml"),
    ("report", "scan.yaml"),
    ("plan", "scan.yaml"),
    ("plan", "set", "scan.yaml", "heat.light-it", "--status", "done"),
    ("target", "scan.yaml"),
    ("what-if", "scan.yaml", "flour=2"),
    ("set", "scan.yaml", "flour.bags=1"),
    ("finish", "scan.yaml"),
    ("migrate", "scan.yaml"),
    ("explain", "flour.bags"),
    ("explain", "scan.yaml", "flour"),
    ("questions",),
    ("compare", "scan.yaml", "scan.yaml"),
    ("assess", "new.yaml"),
)


@pytest.mark.parametrize("needs", ["mhscan>=99", "mhscan 1.0"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pack_that_needs_another_mhscan_is_refused_by_every_command(mhscan, files, command, needs):
    model = files / "pack" / "factors" / "model.yaml"
    text = (
        model.read_text(encoding="utf-8")
        .replace("mhscan>=0.1", needs)
        .replace("version: 2.0.0", "version: 2.0.0\nnew: key")
    )
    model.write_text(text, encoding="utf-8")
    done = mhscan(*command, "--pack", "pack", stdin="Crust\n")
    assert done.code == 3
    assert ("this pack needs mhscan>=99" in done.said) or ("which version of mhscan is needed" in done.said)
    assert not (files / "new.yaml").exists()


@pytest.mark.parametrize("command", [("pack", "show"), ("pack", "test"), ("pack", "diff", "pack")])
def test_so_do_the_commands_for_authors(mhscan, files, command):
    model = files / "pack" / "factors" / "model.yaml"
    model.write_text(model.read_text(encoding="utf-8").replace("mhscan>=0.1", "mhscan>=99"), encoding="utf-8")
    done = mhscan(*command, "pack")
    assert done.code == 3
    assert "this pack needs mhscan>=99" in done.said
    assert mhscan("validate", "pack").code == 1


def test_the_old_pack_gives_the_words_of_a_question_that_no_step_names(mhscan, files):
    before = Path(shutil.copytree(files / "pack", files / "before"))
    flour = before / "factors" / "flour.yaml"
    flour.write_text(flour.read_text(encoding="utf-8").replace("id: sieve", "id: riddle"), encoding="utf-8")
    model = before / "factors" / "model.yaml"
    text = (
        model.read_text(encoding="utf-8")
        .replace("version: 2.0.0", "version: 1.9.0")
        .replace("flour.sieve", "flour.riddle")
    )
    model.write_text(text, encoding="utf-8")
    full = before / "questionnaires" / "full.yaml"
    full.write_text(full.read_text(encoding="utf-8").replace("flour.sieve", "flour.riddle"), encoding="utf-8")
    shutil.rmtree(before / "factors" / "migrations")
    scan = files / "scan.yaml"
    scan.write_text(scan.read_text(encoding="utf-8").replace("grain.bags", "flour.riddle"), encoding="utf-8")
    done = mhscan("migrate", "scan.yaml", "--pack", "pack", "--from", "before", "--output", "copy.yaml")
    assert done.code == 0
    kept = (files / "copy.yaml").read_text(encoding="utf-8")
    for words in ("Is there a sieve?", "factor: Flour", "Two sieves."):
        assert words in kept
    assert mhscan("migrate", "scan.yaml", "--pack", "pack", "--from", "pack").code == 3
    mhscan("migrate", "scan.yaml", "--pack", "pack", "--output", "copy2.yaml")
    assert "of which the words are not kept" in (files / "copy2.yaml").read_text(encoding="utf-8")
