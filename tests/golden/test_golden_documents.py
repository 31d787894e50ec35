"""Every document in every format at five profiles, as it was last looked at; a change shows as a readable difference.

`make golden` writes them anew. Look at the difference before it is committed.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import os
import re
from pathlib import Path

import pytest

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.integrity.packs import load_pack
from mhscan.lint.scenarios import as_assessment, read_scenarios
from mhscan.pack.pack import Pack
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import FORMATS, render
from mhscan.reports.rendering.folders import TemplateFolders

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "documents"
PROFILES = {
    "starting": "niets-nog",
    "uneven": "wethouder-en-zaak",
    "anchored": "bijna-alles-geborgd",
    "empty": "",
    "unknown": "",
}
"""The profiles; each with its scenario, or made here."""
FOLDERS = TemplateFolders(ROOT)
KNOWN = registry(FOLDERS)
DIGEST = "0" * 64
"""Stands for the digest of the pack, which changes with each word of it."""
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return dataclasses.replace(load_pack(ROOT), sha256=DIGEST)


@pytest.fixture(scope="module")
def results(pack: Pack) -> dict[str, Result]:
    """What each profile comes to."""
    scenarios = {one.id: one for one in read_scenarios(ROOT).scenarios}
    made = {}
    for profile, scenario in PROFILES.items():
        found = as_assessment(pack, scenarios[scenario]) if scenario else made_here(pack, profile)
        made[profile] = evaluate(pack, found)
    return made


def made_here(pack: Pack, profile: str) -> Assessment:
    """An assessment without any answer, or in which nothing is known."""
    full = max(pack.questionnaires, key=lambda one: len(one.asks()))
    answers = {key: Answer(state="unknown") for key in full.asks()} if profile == "unknown" else {}
    return Assessment(
        schema_="mhscan/assessment@1",
        id="golden",
        subject={"name": "Voorbeeldstad"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=DIGEST),
        questionnaire=full.id,
        respondent=Respondent(id="golden"),
        answers=answers,
    )


def texts(pack: Pack, results: dict[str, Result], document: str, output_format: str) -> dict[str, str]:
    """A document in a format, by the name of its file: one for each profile, or one in all where it needs no answers.

    The data of all documents are the same but for the document itself, so only that of the default has them whole.
    """
    suffix, shown = FORMATS[output_format].suffix, KNOWN.view(document, "nl")
    if KNOWN.entries[document].needs == "questionnaire":
        full = max(pack.questionnaires, key=lambda one: len(one.asks()))
        return {f"{document}{suffix}": shortened(render(FOLDERS, blank_view(pack, full), shown, output_format))}
    made = {}
    for profile, result in results.items():
        text = shortened(render(FOLDERS, build_view(result), shown, output_format))
        if output_format == "json" and document != KNOWN.default:
            text = json.dumps(json.loads(text)["document"], ensure_ascii=False, indent=2) + "\n"
        made[f"{profile}/{document}{suffix}"] = text
    return made


def shortened(text: str) -> str:
    """A text without the style sheet, which is the same in each."""
    return STYLE.sub("<style></style>", text)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("document", KNOWN.entries)
def test_a_document_is_as_it_was_last_looked_at(
    pack: Pack, results: dict[str, Result], document: str, output_format: str
) -> None:
    made = texts(pack, results, document, output_format)
    assert made
    differing = {name: text for name, text in made.items() if read(GOLDEN / name) != text}
    if os.environ.get("MHSCAN_GOLDEN") == "update":
        for name, text in differing.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
        return
    said = [f"{name}:\n{difference(read(GOLDEN / name), text)}" for name, text in differing.items()]
    if said:
        pytest.fail("Run make golden, and look at the difference:\n" + "\n".join(said))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def difference(before: str, after: str) -> str:
    """The lines that differ, at most a screen full."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), "before", "after", lineterm="", n=1))
    return "\n".join(line[:300] for line in lines[:60])


def test_no_file_is_left_of_a_document_that_is_gone(pack: Pack, results: dict[str, Result]) -> None:
    wanted = {name for document in KNOWN.entries for one in FORMATS for name in texts(pack, results, document, one)}
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert len(wanted) > 100
    assert there == wanted


def test_a_difference_can_be_read() -> None:
    assert difference("one\ntwo\nthree\n", "one\n2\nthree\n").splitlines()[2:] == [
        "@@ -1,3 +1,3 @@", " one", "-two", "+2", " three",
    ]  # fmt: skip
