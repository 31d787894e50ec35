"""Runs the real program, through pipes and on a real terminal."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.reading import read_assessment
from mhscan.answers.store import with_given
from mhscan.answers.writing import Writer
from mhscan.interview.engine import Interview, InterviewStep, answered
from mhscan.interview.observations import ObservationsQuestion
from mhscan.interview.told import with_told
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack

HARBOUR = Path(__file__).resolve().parents[1] / "packs" / "harbour"


def _load_terminal() -> ModuleType:
    """The module beside this one; tests are no package, so it is loaded by its path."""
    spec = importlib.util.spec_from_file_location("terminal", Path(__file__).with_name("terminal.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_terminal = _load_terminal()


@dataclass(frozen=True)
class Done:
    """What a command came to; `said` is what it told people, with all white space as single spaces."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return " ".join(self.err.split())


@dataclass(frozen=True)
class Line:
    """A line to type, and what must then be kept, by question or fact."""

    text: str
    values: dict[str, Any]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Done]:
    """Runs the program in an empty folder with some input through a pipe."""

    def call(*arguments: object, stdin: str | bytes = "", **settings: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "mhscan", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env=_terminal.environment(**settings),
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens terminals with the program in them, in an empty folder; ends what is left of them afterwards."""
    opened: list[Any] = []

    def call(*arguments: object, **more: Any) -> Any:
        opened.append(_terminal.Terminal(*arguments, folder=tmp_path, **more))
        return opened[-1]

    yield call
    for one in opened:
        one.child.close(force=True)


@pytest.fixture
def harbour() -> Path:
    """The folder of the second pack."""
    return HARBOUR


@pytest.fixture
def read() -> Callable[[Path | str], Assessment]:
    """Reads an assessment."""
    return lambda path: read_assessment(Path(path))[1]


@pytest.fixture
def scan(tmp_path: Path, english_pack: Pack) -> Callable[..., Path]:
    """Writes an assessment of the second pack; what is no `Answer` is the value of one."""

    def made(answers: dict[str, Any] | None = None, file: str = "scan.yaml", **more: Any) -> Path:
        given = {
            key: one if isinstance(one, Answer) else Answer(state="answered", value=one)
            for key, one in (answers or {}).items()
        }
        path = tmp_path / file
        fields = {"subject": {"name": "Northport", "code": "HB012", "berths": 40}, "questionnaire": "full", **more}
        path.write_text(Writer().text(_assessment(english_pack, given, **fields)), encoding="utf-8")
        return path

    return made


def _assessment(pack: Pack, answers: dict[str, Answer], **more: Any) -> Assessment:
    fields: dict[str, Any] = {
        "pack": PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        "respondent": Respondent(id="2", role=next(iter(pack.model.roles)).id),
        **more,
    }
    return Assessment(schema_="mhscan/assessment@1", id="1", date="2026-05-01", answers=answers, **fields)


@pytest.fixture(scope="session")
def lines_for() -> Callable[..., list[Line]]:
    """Works out lines that answer a whole questionnaire, with every choice taken now and then."""

    def made(pack: Pack, questionnaire: str, before: Assessment | None = None) -> list[Line]:
        chosen = pack.questionnaire(questionnaire)
        assert chosen is not None
        interview = Interview(pack, chosen)
        now = before or _assessment(
            pack, {}, subject={"name": "N"}, questionnaire=questionnaire, respondent=Respondent(id="2")
        )
        lines: list[Line] = []
        while (step := interview.start(now)) is not None:
            line = _line(step, len(lines))
            lines.append(line)
            now = _after(now, step, line)
        return lines

    return made


def _line(step: InterviewStep, n: int) -> Line:
    """A line that answers a question, or all facts of a card: another choice each time."""
    if isinstance(step.question, ObservationsQuestion):
        facts = enumerate(step.question.observations.values(), 1)
        text = " ".join(filter(None, (_fact(fact, number, n) for number, fact in facts))) or "0"
        none = not any(word.isdigit() for word in text.split())
        text = f"0 {text}" if none and text != "0" else text
        return Line(text, dict(step.question.told(text)))
    text = _typed(step.question, n)
    return Line(text, {step.key: step.question.parse(text)})


def _fact(fact: Observation, number: int, n: int) -> str:
    """What a line says of a fact: nothing where it is not so."""
    if fact.type == "yesno":
        return str(number) if (n + number) % 2 else ""
    return f"{number}={_typed(fact.question, n)}"


def _typed(question: Any, n: int) -> str:
    """An answer to a question as it is typed."""
    choices = question.choices()
    if choices:
        return str(choices[n * 7 % len(choices)].key)
    texts = {"number": "45", "share": "6/8", "date": "2026-09-01", "text": getattr(question, "example", "")}
    return texts[str(getattr(question, "type", ""))] or "Open Quay"


def _after(now: Assessment, step: InterviewStep, line: Line) -> Assessment:
    if isinstance(step.question, ObservationsQuestion):
        return with_told(now, step.key, line.values, None)
    value = line.values[step.key]
    if step.kind in ("subject", "role"):
        return with_given(now, step.key, value)
    return now.model_copy(update={"answers": {**now.answers, step.key: answered(step, value, None, None)}})


@pytest.fixture(scope="session")
def kept() -> Callable[[Assessment], dict[str, Any]]:
    """All values in an assessment, by the key of the question."""

    def values(assessment: Assessment) -> dict[str, Any]:
        found = {f"subject.{key}": value for key, value in assessment.subject.items() if key != "name"}
        if assessment.respondent.role:
            found["respondent.role"] = assessment.respondent.role
        return found | {key: one.value for key, one in assessment.answers.items()}

    return values
