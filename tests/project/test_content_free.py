"""No Python names anything of the content: what differs per pack stands in the pack."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "mhscan"
FILES = sorted(SOURCE.rglob("*.py"))
# Ids of the shipped pack that are a word of the product too, and what that word is there.
SHARED_IDS = {
    "code": "of a problem",
    "hr": "an element of HTML",
    "plan": "the file with the plan of a subject",
    "region": "a stretch of a file, in a format of others",
}
# Words of the Dutch texts that are English too and that no English pack has; a Dutch word never belongs here.
ENGLISH_TOO = {"december", "interview"}
ENGLISH_PACKS = (ROOT / "tests" / "packs", ROOT / "tests" / "cases", SOURCE / "loading" / "starters" / "en")
WORD = re.compile(r"[^\W\d_]{6,}")
JUDGES = ("scoring", "advice", "interview", "answers")


def docstrings(tree: ast.AST) -> set[int]:
    """The texts that only explain: a comment may give an example."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def strings(file: Path) -> Iterator[tuple[str, str]]:
    """Each text in a file of code, with its place."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    explaining = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
            yield f"{file.relative_to(SOURCE)}:{node.lineno}", node.value


def identifiers(file: Path) -> Iterator[tuple[str, str]]:
    """Each name in a file of code, with its place."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        found = (getattr(node, field, None) for field in ("id", "attr", "arg", "name"))
        for name in found:
            if isinstance(name, str):
                yield f"{file.relative_to(SOURCE)}:{getattr(node, 'lineno', 0)}", name


def data() -> list[Any]:
    """All that the shipped pack says."""
    paths = [path for folder in ("factors", "questionnaires") for path in sorted((ROOT / folder).rglob("*.yaml"))]
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths if "scenarios" not in path.parts]


def values(part: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Each text in data, with the key that it stands under."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from values(value, name) if name != "observations" else ()
    elif isinstance(part, list):
        for value in part:
            yield from values(value, key)
    elif isinstance(part, str):
        yield key, part


@pytest.fixture(scope="module")
def ids() -> set[str]:
    """The ids of factors, phases, roles, efforts, rules, questions, options and all else that has one.

    Those of facts are short words, such as 'later', and mean something only behind the id of their indicator.
    """
    found = {value for part in data() for key, value in values(part) if key == "id"}
    assert len(found) > 300
    return found


@pytest.fixture(scope="module")
def words() -> set[str]:
    """All words of some length in the Dutch texts."""
    prose = {"title", "label", "text", "question", "help", "why", "steps", "decision", "note", "evidence", "singular"}
    texts = [value for part in data() for key, value in values(part) if key in prose]
    found = {word for text in texts for word in WORD.findall(text.casefold())}
    assert len(found) > 800
    return found


@pytest.fixture(scope="module")
def english() -> set[str]:
    """All words of some length in the English packs."""
    files = [file for folder in ENGLISH_PACKS for file in folder.rglob("*.yaml") if file.is_file()]
    found = {word for file in files for word in WORD.findall(file.read_text(errors="replace").casefold())}
    assert len(found) > 300
    return found


def test_no_text_in_the_code_names_an_id_of_the_content(ids):
    wanted = sorted(ids - set(SHARED_IDS), key=len, reverse=True)
    one = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, wanted))})(?![\w-])")
    assert [(place, found[0]) for file in FILES for place, text in strings(file) if (found := one.search(text))] == []


def test_no_name_in_the_code_is_an_id_of_the_content(ids):
    wanted = {one.replace("-", "_").casefold() for one in ids - set(SHARED_IDS)}
    found = [(place, name) for file in FILES for place, name in identifiers(file) if name.casefold() in wanted]
    assert found == []


def test_no_text_in_the_code_has_a_dutch_word_of_the_content(words, english):
    dutch = words - english - ENGLISH_TOO
    found = {
        (place, word)
        for file in FILES
        for place, text in strings(file)
        for word in WORD.findall(text.casefold())
        if word in dutch
    }
    assert sorted(found) == [], "a word that is English as well goes in ENGLISH_TOO"


def test_no_threshold_of_the_content_stands_in_the_rooms_that_judge(dutch_pack):
    model = dutch_pack.model
    assert model.profile is not None
    scores = {level.score for scale in model.scales.values() for level in scale.levels}
    thresholds = {model.coverage.minimum, model.coverage.not_applicable_at_most, model.advice.soon_days}
    thresholds |= {model.profile.split, *scores, *(band.from_ for band in model.bands)}
    wanted = {float(one) for one in thresholds} - {0.0, 1.0, 100.0}
    assert len(wanted) > 4
    files = [file for room in JUDGES for file in sorted((SOURCE / room).rglob("*.py"))]
    assert len(files) > 20
    found = [
        (str(file.relative_to(SOURCE)), node.lineno, node.value)
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and float(node.value) in wanted
    ]
    assert found == []


def test_the_shipped_pack_leaves_no_threshold_to_the_code(dutch_pack):
    model = dutch_pack.model
    assert {"low", "enough", "shown", "soon_days", "quick"} <= model.advice.model_fields_set
    assert "small_number" in model.privacy.model_fields_set
    assert {"split", "margin"} <= model.profile.model_fields_set
    assert {"minimum", "not_applicable_at_most"} <= model.coverage.model_fields_set
    assert {"over", "mean", "total"} <= model.aggregate.model_fields_set
