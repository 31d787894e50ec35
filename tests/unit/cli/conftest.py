"""Runs commands inside this process, and assessments for them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.reading import read_assessment
from mhscan.answers.writing import Writer
from mhscan.cli.boundary import run
from mhscan.pack.pack import Pack

HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"


@dataclass(frozen=True)
class Done:
    """What a command came to.

    `said` is what it told people, with all white space as single spaces; `used` are the last lines of that, which say
    with which packs it was done.
    """

    code: int
    out: str
    err: str
    used: str = ""

    @property
    def said(self) -> str:
        return " ".join(self.err.split())


class Keyboard(io.StringIO):
    """Lines that a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, English, a fixed date and a window of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MHSCAN_LANG", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777629600")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def mhscan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Runs a command with some input: through a pipe, or typed at a keyboard."""

    def call(*arguments: object, stdin: str = "", keyboard: bool = False) -> Done:
        monkeypatch.setattr(sys, "stdin", Keyboard(stdin) if keyboard else io.StringIO(stdin))
        capsys.readouterr()
        code = run([str(one) for one in arguments])
        out, err = capsys.readouterr()
        rest, used = err.splitlines(keepends=True), ""
        while rest and rest[-1].startswith(("Used: ", "Gebruikt: ")):
            used = rest.pop() + used
        return Done(code, out, "".join(rest), used)

    return call


@pytest.fixture
def harbour(mhscan: Callable[..., Done]) -> Callable[..., Done]:
    """Runs a command with the second pack."""
    return lambda *arguments, **more: mhscan(*arguments, "--pack", HARBOUR, **more)


@pytest.fixture
def scan(tmp_path: Path, english_pack: Pack) -> Callable[..., Path]:
    """Writes an assessment of the second pack; what is no `Answer` is the value of one."""

    def made(answers: dict[str, Any] | None = None, file: str = "scan.yaml", **more: Any) -> Path:
        given = {
            key: one if isinstance(one, Answer) else Answer(state="answered", value=one)
            for key, one in (answers or {}).items()
        }
        model = english_pack.model
        fields: dict[str, Any] = {
            "subject": {"name": "Northport", "code": "HB012", "berths": 40},
            "questionnaire": "full",
            "respondent": Respondent(id="2", role="master"),
            "pack": PackRef(id=model.id, version=model.version, sha256=english_pack.sha256),
            **more,
        }
        assessment = Assessment(schema_="mhscan/assessment@1", id="1", date="2026-05-01", answers=given, **fields)
        path = tmp_path / file
        path.write_text(Writer().text(assessment), encoding="utf-8")
        return path

    return made


@pytest.fixture
def read() -> Callable[[Path | str], Assessment]:
    """Reads an assessment."""
    return lambda path: read_assessment(Path(path))[1]
