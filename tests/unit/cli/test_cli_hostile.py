"""Nothing that a terminal or a build server obeys comes out of any command, whatever the files and their names hold."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from mhscan.answers.model import Answer, CarriedBy, Evidence
from mhscan.integrity.packs import load_pack
from mhscan.lint.plain_language import PROSE
from mhscan.loading.files import read_document
from mhscan.ui.findings.registry import FACES

pytestmark = pytest.mark.slow

HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"
NASTY = "\x1b]0;PWN\x07\x1b[2J\x9b31m\x7f\u202e\u2066 \r\n::error::pwn\n  ::add-mask::pwn ##[set-env]pwn"
RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
NAME = "x\x1b]0;PWN\x07\n::error::pwn\u202e"
"""The name of a folder: only a slash and a NUL cannot be in it."""


def poisoned(value: Any, key: str = "") -> Any:
    """Data of a pack with the nasty text behind each text for people."""
    if isinstance(value, dict):
        return {one: poisoned(below, one) for one, below in value.items()}
    if isinstance(value, list):
        return [poisoned(below, key) for below in value]
    return value + NASTY if isinstance(value, str) and key in PROSE - {"evidence"} and " " in value else value


@pytest.fixture
def place(tmp_path, scan):
    """A folder with a nasty name, a pack, an assessment, notes and a plan in it."""
    folder = tmp_path / NAME
    shutil.copytree(HARBOUR, folder / "pack")
    for path in (folder / "pack").rglob("*.yaml"):
        path.write_text(json.dumps(poisoned(read_document(path)[0].data)), encoding="utf-8")
    pack = load_pack(folder / "pack")
    key = next(iter(pack.places))
    answers = {
        one: Answer(
            state="answered",
            value=place.indicator.levels[0].level,
            said=NASTY,
            note=NASTY,
            evidence=(Evidence(title=NASTY, place=NASTY),),
        )
        for one, place in list(pack.places.items())[:4]
    }
    answers[list(pack.places)[4]] = Answer(state="not_applicable", reason=NASTY)
    carrier = next(iter(pack.model.carriers), None)
    if carrier:
        answers[list(pack.places)[5]] = Answer(state="unknown", carried_by=CarriedBy(kind=carrier.id, name=NASTY))
    file = scan(answers, subject={"name": f"North{NASTY}", "code": "HB012", "berths": 40})
    (folder / "scan.yaml").write_bytes(file.read_bytes())
    (folder / "old.yaml").write_bytes(file.read_bytes())
    (folder / "scan.notes.md").write_text(f"# Report\n\nWords {NASTY}\n\n# {NASTY}\n\nx\n", encoding="utf-8")
    (folder / "bad.yaml").write_text(f'schema: mhscan/assessment@1\n"{NAME!a}": 1\n', encoding="utf-8")
    (folder / "worse.yaml").write_text(json.dumps({"schema": "mhscan/assessment@1", NASTY: NASTY}), encoding="utf-8")
    action = next(f"{one.factor.id}.{act.id}" for one in pack.places.values() for act in one.indicator.actions)
    plan = {
        "schema": "mhscan/plan@1",
        "subject": {"name": f"North{NASTY}", "code": "HB012"},
        "pack": pack.model.id,
        "actions": {action: {"title": NASTY, "note": NASTY, "due": "2026-12-31"}, "ashore.gone": {"title": NASTY}},
    }
    (folder / "plan.yaml").write_text(json.dumps(plan), encoding="utf-8")
    return folder, pack, key, action


def commands(folder: Path, pack: Any, key: str, action: str) -> list[list[str]]:
    """Every command in every format that shows something of these files."""
    file, old, plan = (str(folder / one) for one in ("scan.yaml", "old.yaml", "plan.yaml"))
    found = [["score", file, "--format", one] for one in ("text", "json")]
    found += [["what-if", file, f"{key}=1", "--format", one] for one in ("text", "json")]
    found += [["target", file, "--plan", plan, "--format", one] for one in ("text", "json")]
    found += [["plan", file, "--plan", plan, "--format", one] for one in ("text", "csv", "ics")]
    found += [["plan", file, "--plan", plan, "--audience", "internal"]]
    found += [["compare", old, file, "--format", one] for one in ("text", "json", "md", "html")]
    for audience in ("public", "internal"):
        found += [["report", file, "--format", one, "--audience", audience] for one in ("md", "html", "json")]
        found += [["explain", file, one, "--audience", audience] for one in (key, key.partition(".")[0], action)]
    found += [["questions", "--format", one] for one in ("md", "html")]
    found += [["explain", one] for one in (key, key.partition(".")[0], action, next(iter(pack.claims)))]
    found += [["explain", one.id] for one in pack.model.rules[:2]]
    found += [["explain", one] for one in [*pack.context][:2]]
    found += [["explain", NASTY], ["score", NASTY], [NASTY], ["score", file, NASTY], ["score", f"--{NASTY}"]]
    found += [["set", file, f"{key}=1", "--note", NASTY], ["set", file, f"{NASTY}={NASTY}"]]
    found += [["plan", "set", file, action, "--note", NASTY, "--plan", plan]]
    found += [["report", file, old, "-o", str(folder / "out")], ["report", str(folder), "-o", str(folder / "out2")]]
    found += [["report", file, "-o", str(folder / f"{NAME}.html")]]
    found += [["finish", file], ["migrate", old, "--dry-run"]]
    return found


def test_no_command_writes_what_a_terminal_or_a_build_server_obeys(mhscan, place):
    folder, pack, key, action = place
    codes, shown = [], 0
    for arguments in commands(folder, pack, key, action):
        done = mhscan(*arguments, "--pack", folder / "pack")
        document = "--format" in arguments
        assert_harmless(done.out, arguments, document)
        assert_harmless(done.err, arguments)
        assert done.code != 70, (arguments, done.err)
        codes.append(done.code)
        shown += "pwn" in done.out + done.err
    assert codes.count(0) > len(codes) * 2 // 3, codes
    assert shown == len(codes) - 1  # the dry run of a migration has nothing to tell


@pytest.mark.parametrize("face", FACES)
def test_no_face_of_findings_writes_what_a_terminal_obeys(mhscan, place, face):
    folder = place[0]
    for path in (folder, folder / "bad.yaml", folder / "worse.yaml", folder / "plan.yaml", folder / "not there.yaml"):
        done = mhscan("validate", path, "--pack", folder / "pack", "--format", face)
        assert done.code in (0, 1), done.err
        assert_harmless(done.out, [face, path.name], document=face != "text")
        assert_harmless(done.err, [face, path.name])
        if face == "github":
            assert all(line.startswith(("::error file=", "::warning file=")) for line in done.out.splitlines())


@pytest.mark.parametrize("command", ["show", "test", "diff"])
def test_no_command_for_authors_writes_what_a_terminal_obeys(mhscan, place, command):
    folder = place[0] / "pack"
    more = [str(HARBOUR), str(folder)] if command == "diff" else [str(folder)]
    for form in ([], ["--format", "json"]) if command == "diff" else ([],):
        done = mhscan("pack", command, *more, *form)
        assert done.code in (0, 1, 3), done.err
        assert_harmless(done.out, [command], document=bool(form))
        assert_harmless(done.err, [command])


@pytest.mark.parametrize("plain", ["", "1"])
def test_the_interview_and_the_menu_write_nothing_that_a_terminal_obeys(mhscan, place, monkeypatch, plain):
    folder = place[0]
    monkeypatch.setenv("MHSCAN_PLAIN", plain)
    monkeypatch.chdir(folder)
    done = mhscan("assess", folder / "old.yaml", "--pack", folder / "pack", stdin="p\n?\n1\n", keyboard=True)
    assert_harmless(done.err, ["assess"])
    assert_harmless(done.out, ["assess"])
    assert_harmless(mhscan(stdin="3\n1\n4\n", keyboard=True).err, ["menu"])


def assert_harmless(text: str, arguments: list[str], document: bool = False) -> None:
    """No raw control character; and, but in a document, no line that is a workflow command."""
    bad = RAW.search(text.removeprefix("\ufeff"))
    assert bad is None, (arguments, text[max(0, bad.start() - 80) : bad.end() + 20] if bad else "")
    if not document:
        lines = [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line]
        assert not lines, (arguments, lines)
