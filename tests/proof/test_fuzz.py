"""Long runs of the reader over anything at all: a problem, never an exception, and always at a place in the text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhscan.checks.validate import checked_folder
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
