"""Long runs of the reader over anything at all: a problem, never an exception, and always at a place in the text."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import os
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhscan.cli.boundary import run
from mhscan.integrity.packs import checked_folder, load_pack
from mhscan.loading.files import read_document
from mhscan.loading.yaml_reader import read_yaml

pytestmark = pytest.mark.proof

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "tests" / "packs" / "harbour"
FOLDERS = ("factors", "factors/sources", "factors/scenarios", "questionnaires")
FILES = sorted(file for folder in FOLDERS for file in (ROOT / folder).glob("*.yaml"))
PIECES = [
    *"-:?,[]{}#&*!|>'\"%@`~= \t\n\r\\0123456789.eE+_/\ufeff\u2028\x85\x00\x1bé😀",
    *("<<:", "&a", "*a", "!!str", "null", "yes", "No", "0o17", "0x1F"),
    *("012", "1e999", ".inf", ".nan", "12:30:45", "2026-05-01"),
    *("\n  ", "\n- ", ": ", "\n---\n", "\n...\n"),
]
LONG = settings(deadline=None, max_examples=6000, suppress_health_check=list(HealthCheck))


def check(text: str) -> None:
    """Read a text, and look at every place that comes out of it."""
    document, problems = read_yaml(text, "a.yaml")
    assert problems or document.data is not None
    places = [one.location for one in problems]
    places += [document.locate(path, at_key) for path in routes(document.data) for at_key in (False, True)]
    lines = text.split("\n")
    for place in places:
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def routes(data: object, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to each value."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [above, *(route for step, value in below for route in routes(value, (*above, step)))]


@LONG
@given(st.text(max_size=400))
def test_any_text_gives_problems_and_no_exception(text: str) -> None:
    check(text)


@LONG
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join))
def test_any_row_of_pieces_of_yaml_gives_problems_and_no_exception(text: str) -> None:
    check(text)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A part of a file of the pack in which some pieces were put, taken out or doubled."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + draw(st.integers(1, 3000))]
    for _change in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
        piece = draw(st.sampled_from(PIECES) | st.just(text[at : at + length] * 2))
        text = text[:at] + piece + text[at + draw(st.sampled_from([0, 0, length])) :]
    return text


TEXTS = [file.read_text(encoding="utf-8") for file in FILES]


@LONG
@given(mutated())
def test_a_damaged_part_of_the_pack_gives_problems_and_no_exception(text: str) -> None:
    check(text)


@settings(LONG, max_examples=3000)
@given(text=mutated(), at=st.integers(0, 3000), rubbish=st.binary(min_size=1, max_size=4))
def test_any_bytes_in_a_file_give_problems_and_no_exception(
    tmp_path_factory: pytest.TempPathFactory, text: str, at: int, rubbish: bytes
) -> None:
    raw = text.encode(errors="surrogatepass")
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(raw[:at] + rubbish + raw[at:])
    document, problems = read_document(path)
    assert problems or document.data is not None
    lines = path.read_bytes().decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(1 <= one.location.line <= len(lines) for one in problems)


SCALARS = [
    "",
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "99999999999999999999",
    "''",
    "x",
    "[]",
    "{}",
    "[a, a]",
    "{a: b}",
    "'a.b'",
]


@st.composite
def changed_lines(draw: st.DrawFn) -> tuple[Path, str]:
    """A file of the second pack in which lines were taken out, doubled, moved, or got another value."""
    file = draw(st.sampled_from(SECOND))
    lines = file.read_text(encoding="utf-8").split("\n")
    for _change in range(draw(st.integers(1, 3))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        key, colon, _value = lines[at].partition(": ")
        value = f"{key}{colon}{draw(st.sampled_from(SCALARS))}"
        lines[at : at + 1] = draw(st.sampled_from([[], [lines[at]] * 2, [lines[other]], [value], [value], [value]]))
        lines = lines or [""]
    return file, "\n".join(lines)


SECOND = sorted((HARBOUR / "factors").rglob("*.yaml")) + sorted((HARBOUR / "questionnaires").glob("*.yaml"))


@settings(LONG, max_examples=1500)
@given(changed=changed_lines())
def test_a_pack_with_any_lines_changed_is_judged_and_no_exception(
    tmp_path_factory: pytest.TempPathFactory, changed: tuple[Path, str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "harbour"
    if not folder.exists():
        shutil.copytree(HARBOUR, folder)
    file, text = changed
    target = folder / file.relative_to(HARBOUR)
    target.write_text(text, encoding="utf-8")
    try:
        problems = checked_folder(folder).problems
    finally:
        shutil.copy(file, target)
    for one in problems:
        lines = (
            text.split("\n") if one.location.file == str(target) else Path(one.location.file).read_text().split("\n")
        )
        assert 1 <= one.location.line <= len(lines)
        assert 1 <= one.location.column <= len(lines[one.location.line - 1]) + 1


EXTREMES: list[Any] = [
    0, 1, -1, 0.5, -0.0, 5e-324, 1e-9, 1e15, 1e16, 1e300, 1.7e308, -1e300, 10**15, 10**18, -(10**18),
    99, 100, 100.00001, 1e-300, True, False, None, "", "x", "é" * 3000, "a b " * 2000, "'; --", "0", "-", "2026-02-30",
    "0001-01-01", "9999-12-31", "2026-05-01", "a.b", "context.x", "\x1b[31m", "\n::error::x", "{{ x }}", "{% for %}",
    "(a+)+$", "([a-z]*)*x", "(a|a|b)*c", "[", "(?P<a>x)(?P=a)", "a" * 300, [], {}, [[]], [None], ["a", "a"],
    {"not": {"not": {"context": "x"}}}, {"all": [{"context": "lead", "is": 1e300}]}, {"state": "answered"},
]  # fmt: skip
"""Values that a model may allow and arithmetic, a calendar, a pattern or a file name may not."""


def deep(depth: int) -> Any:
    """A condition that is nested so deep."""
    return {"not": deep(depth - 1)} if depth else {"context": "lead", "is": "council"}


def leaves(data: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to each value below the top."""
    return routes(data, above)[1:]


def put(data: Any, route: tuple[str | int, ...], value: Any) -> None:
    """Put another value at the end of a way."""
    for step in route[:-1]:
        data = data[step]
    # A copy: what is put in may be changed by the next change.
    data[route[-1]] = copy.deepcopy(value)


@st.composite
def extreme(draw: st.DrawFn) -> tuple[str, Any]:
    """A file of a small working set, in which one to three values became extreme ones, keys got lost or were added."""
    name = draw(st.sampled_from(sorted(WORKING)))
    data = copy.deepcopy(WORKING[name])
    for _change in range(draw(st.integers(1, 3))):
        ways = leaves(data)
        if not ways:
            break
        number = st.integers(-(10**19), 10**19) | st.floats(allow_nan=False)
        value = st.sampled_from(EXTREMES) | number | st.text(max_size=40) | st.integers(0, 40).map(deep)
        numeric = [way for way in ways if isinstance(get(data, way), int | float)]
        way = draw(st.sampled_from(numeric) if numeric and draw(st.booleans()) else st.sampled_from(ways))
        if draw(st.integers(0, 9)) == 0 and isinstance(get(data, way), dict):
            put(data, (*way, draw(st.sampled_from(KEYS))), draw(value))
        else:
            put(data, way, draw(value))
    return name, data


def get(data: Any, route: tuple[str | int, ...]) -> Any:
    """The value at the end of a way."""
    for step in route:
        data = data[step]
    return data


def working_set() -> dict[str, Any]:
    """The files of the second pack, and an assessment, a plan, a style, a scenario and a migration that go with it."""
    files = {str(file.relative_to(HARBOUR)): read_document(file)[0].data for file in SECOND}
    model = files["factors/model.yaml"]
    pack = {"id": model["id"], "version": model["version"], "sha256": load_pack(HARBOUR).sha256}
    answers = {key: {"state": "answered", "value": 1} for key in list(load_pack(HARBOUR).places)[:6]}
    answers |= {
        key: {"state": "answered", "value": 3} for key in ("context.boats",) if key in load_pack(HARBOUR).context
    }
    subject = {"name": "Northport", "code": "HB012", "berths": 40}
    scan = {
        "schema": "mhscan/assessment@1", "id": "1", "date": "2026-05-01", "questionnaire": "full", "subject": subject,
        "pack": pack, "respondent": {"id": "2", "role": "master"}, "answers": answers,
    }  # fmt: skip
    action = next(
        f"{place.factor.id}.{one.id}" for place in load_pack(HARBOUR).places.values() for one in place.indicator.actions
    )
    state = {"title": "x", "status": "doing", "since": "2026-05-02", "due": "2026-12-31", "note": "y"}
    return files | {
        "scan.yaml": scan,
        "northport.plan.yaml": {
            "schema": "mhscan/plan@1", "subject": {"name": "Northport", "code": "HB012"}, "pack": model["id"],
            "targets": {action.partition(".")[0]: {"level": 2, "by": "2027-01-01"}}, "actions": {action: state},
        },
        "factors/scenarios/one.yaml": {
            "schema": "mhscan/scenario@1", "id": "one", "name": "One", "questionnaire": "full", "date": "2026-05-01",
            "subject": subject, "answers": dict.fromkeys(list(answers)[:3], 1), "expect": {"fires": []},
        },
        "factors/migrations/one.yaml": {
            "schema": "mhscan/migration@1", "from": "0.1.0", "to": model["version"], "text": "x",
            "steps": [{"type": "rename", "question": "ashore.old", "to": next(iter(answers))}],
        },
        "style.yaml": {
            "schema": "mhscan/style@1", "sender": "North", "address": ["Quay 1"],
            "colours": {"main": "#123456", "accent": {"light": "#aa5500"}}, "fonts": {"text": "Arial"},
        },
    }  # fmt: skip


WORKING = working_set()
KEYS = sorted({str(way[-1]) for data in WORKING.values() for way in leaves(data) if isinstance(way[-1], str)})
COMMANDS = [
    ["validate", "."], ["score", "scan.yaml"], ["score", "scan.yaml", "--format", "json"], ["plan", "scan.yaml"],
    ["plan", "scan.yaml", "--format", "csv"], ["plan", "scan.yaml", "--format", "ics"], ["target", "scan.yaml"],
    ["report", "scan.yaml", "--style", "style.yaml"],
    ["report", "scan.yaml", "--format", "json", "--audience", "internal"],
    ["explain", "scan.yaml", "ashore"], ["what-if", "scan.yaml", "ashore.slope=1"], ["questions"],
    ["pack", "test", "."],
    ["pack", "show", "."], ["migrate", "scan.yaml", "--dry-run"], ["set", "scan.yaml", "ashore.slope=1"],
    ["compare", "scan.yaml", "scan.yaml"], ["pack", "diff", "old", "."],
]  # fmt: skip
"""What is done with each mutant; all but the first with the pack in this folder."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the working set, written anew for each mutant."""
    folder = tmp_path_factory.mktemp("extremes")
    for name in WORKING:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(HARBOUR, folder / "old")
    before = Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


@settings(LONG, max_examples=int(os.environ.get("MHSCAN_MUTANTS", "1000")))
@given(mutant=extreme(), seed=st.integers(0, 99))
def test_no_extreme_value_that_a_file_may_hold_crashes_a_command(
    place: Path, mutant: tuple[str, Any], seed: int
) -> None:
    name, changed = mutant
    for file, data in {**WORKING, name: changed}.items():
        (place / file).write_text(json.dumps(data), encoding="utf-8")
    chosen = [COMMANDS[0], *random.Random(seed).sample(COMMANDS[1:], 5)]
    for arguments in chosen:
        more = [] if arguments[0] == "validate" or arguments[:1] == ["pack"] else ["--pack", "."]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            before = time.process_time()
            code = run([*arguments, *more])
            took = time.process_time() - before
        assert code != 70, (arguments, said.getvalue())
        assert took < 5, (arguments, took)
