"""Slips that people make in a file, at random places in files of every kind: each is said once, at its line."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mhscan import language
from mhscan.answers.model import Assessment
from mhscan.errors import Problem
from mhscan.integrity.registry import run_checks
from mhscan.lint.document_list import twice
from mhscan.lint.follows import gathered, without_followers
from mhscan.lint.registry import review_document, review_files
from mhscan.loading.document import Document
from mhscan.loading.files import read_document
from mhscan.loading.keys import is_needed, pattern_at
from mhscan.loading.kinds import kind_of
from mhscan.loading.packs import KINDS, Folder, read_folder
from mhscan.loading.validation import to_model
from mhscan.loading.yaml_reader import read_yaml
from mhscan.pack.documents import Documents
from mhscan.pack.scenario import Scenario
from mhscan.pack.style import Style
from mhscan.plans.model import Plan
from mhscan.plans.reading import unknown_keys

TESTS = Path(__file__).resolve().parents[1]
PACKS = [TESTS / "packs" / name for name in ("tiny", "harbour", "workshop", "orchard/2.0.0")]
OTHERS: dict[str, Any] = {
    "mhscan/assessment@1": Assessment,
    "mhscan/plan@1": Plan,
    "mhscan/scenario@1": Scenario,
    "mhscan/documents@1": Documents,
    "mhscan/style@1": Style,
}
ALONE = {
    "assessment.yaml": """\
schema: mhscan/assessment@1
id: one
subject:
  name: Voorbeeldstad
date: '2026-05-01'
pack:
  id: allotment
  version: 1.2.3
  sha256: abc
questionnaire: full
respondent:
  id: nobody
  role: gardener
answers:
  soil.compost:
    state: answered
    value: 1
    note: We saw the heap behind the shed
  water.barrel:
    state: not_applicable
    reason: There is no roof
""",
    "x.plan.yaml": """\
schema: mhscan/plan@1
subject:
  name: Voorbeeldstad
pack: allotment
targets:
  soil:
    level: 2
    by: '2027-12-31'
actions:
  soil.start-heap:
    title: Start a heap
    status: doing
    owner: gardener
    note: The corner by the shed
""",
    "scenario.yaml": """\
schema: mhscan/scenario@1
id: dry
name: A dry garden
questionnaire: full
date: '2026-05-01'
subject:
  name: Somewhere
answers:
  soil.compost: 1
expect:
  fires: [dry-sand]
""",
    "documents.yaml": """\
schema: mhscan/documents@1
default: sheet
documents:
  - id: sheet
    title: A sheet of paper
    about: What it is for
    template: sheet
    needs: scores
""",
    "style.yaml": """\
schema: mhscan/style@1
sender: The garden of the town
address: [Lane 1, The town]
colours:
  main: '#114477'
  accent: '#114477'
fonts:
  text: Open Sans
""",
}
SAMPLE = 25
ENGLISH = re.compile(
    r"\b(while|expected|found|mapping|scanning|string|should|match|pattern|Value error|input|unterminated|block|token|"
    r"missing|valid|invalid|unexpected|character)\b|\^\[a-z"
)
"""Words of libraries; Dutch has none of them."""


@dataclass(frozen=True)
class Slip:
    """A text with a slip in it, and the line that it is on."""

    text: str
    line: int


Make = Callable[[random.Random, Document, Any], Slip | None]


def lines(
    document: Document, wanted: Callable[[tuple[Any, ...], Any], bool]
) -> list[tuple[tuple[Any, ...], int, int, int]]:
    """The values on a line of their own, `key: value` or `- key: value`: path, and where key, value and its end are."""
    found = []
    for path, value in walk(document.data):
        span, key = document.span(path), document.span(path, at_key=True)
        if isinstance(value, dict | list) or span is None or key is None or not isinstance(path[-1], str):
            continue
        start = document.text.rfind("\n", 0, key[0]) + 1
        alone = not document.text[start : key[0]].strip(" -") and "\n" not in document.text[key[0] : span[1]]
        if alone and document.text[span[1] : span[1] + 1] == "\n" and path != ("schema",) and wanted(path, value):
            found.append((path, key[0], span[0], span[1]))
    return found


def before(document: Document, index: int) -> str:
    """What stands before an index on its line, but for spaces."""
    return document.text[document.text.rfind("\n", 0, index) + 1 : index].strip()


def walk(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    steps = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else []
    for step in steps:
        yield (*path, step), data[step]
        yield from walk(data[step], (*path, step))


def changed(document: Document, start: int, end: int, new: str, down: int = 0) -> Slip:
    text = document.text[:start] + new + document.text[end:]
    return Slip(text, document.text.count("\n", 0, start) + 1 + down)


def prose(path: tuple[Any, ...], value: Any) -> bool:
    return isinstance(value, str) and " " in value and "'" not in value and '"' not in value and path[-1] != "pattern"


def on_text(replace: Callable[[str], str]) -> Make:
    """A slip in a text for people that stands on a line of its own."""

    def make(rng: random.Random, document: Document, _model: Any) -> Slip | None:
        places = [one for one in lines(document, prose) if document.text[one[2]] not in "'\""]
        if not places:
            return None
        _path, _key, start, end = rng.choice(places)
        return changed(document, start, end, replace(document.text[start:end]))

    return make


def on_line(replace: Callable[[str, str], str], down: int = 0) -> Make:
    """A slip in a whole `key: value`."""

    def make(rng: random.Random, document: Document, _model: Any) -> Slip | None:
        places = lines(document, lambda p, v: isinstance(v, str) and document.data is not None)
        places = [
            one for one in places if document.text[document.text.rfind("\n", 0, one[1]) + 1 : one[1]].strip() == ""
        ]
        places = [one for one in places if len(one[0]) > 1]
        if not places:
            return None
        path, key, start, end = rng.choice(places)
        return changed(document, key, end, replace(str(path[-1]), document.text[start:end]), down)

    return make


def on_id(replace: Callable[[str], str]) -> Make:
    """A slip in an id, or in a name that has the form of one."""

    def make(rng: random.Random, document: Document, model: Any) -> Slip | None:
        places = [
            path for path, value in walk(document.data)
            if isinstance(value, str) and path != ("schema",) and re.fullmatch("[a-z][a-z-]{2,}", value)
            and pattern_at(model, path).startswith("^[a-z0-9]")
        ]  # fmt: skip
        if not places:
            return None
        path = rng.choice(places)
        start, end = document.span(path) or (0, 0)
        return changed(document, start, end, replace(document.text[start:end]))

    return make


def typo(rng: random.Random, document: Document, model: Any) -> Slip | None:
    places = lines(document, lambda p, v: len(str(p[-1])) > 3 and "." not in str(p[-1]))
    places = [one for one in places if is_key(model, one[0])]
    if not places:
        return None
    path, key, _start, _end = rng.choice(places)
    word = str(path[-1])
    n = rng.randrange(1, len(word) - 1)
    wrong = word[:n] + word[n + 1] + word[n] + word[n + 2 :] if word[n] != word[n + 1] else word[:n] + word[n + 1 :]
    return changed(document, key, key + len(word), wrong)


def is_key(model: Any, path: tuple[Any, ...]) -> bool:
    from mhscan.loading.keys import keys_at

    return path[-1] in keys_at(model, path[:-1])


def empty(rng: random.Random, document: Document, model: Any) -> Slip | None:
    places = [one for one in lines(document, lambda p, v: isinstance(v, str)) if is_needed(model, one[0])]
    if not places:
        return None
    _path, _key, start, end = rng.choice(places)
    return changed(document, start - 1, end, "")


def dropped(rng: random.Random, document: Document, model: Any) -> Slip | None:
    places = [one for one in lines(document, lambda p, v: len(p) > 1) if is_needed(model, one[0])]
    # A step of a migration needs `to` or not by its type; a mapping with one key is nothing without it.
    places = [one for one in places if len(document.at(one[0][:-1])) > 1 and one[0][-1] != "to"]
    places = [one for one in places if not before(document, one[1])]
    if not places:
        return None
    path, key, _start, end = rng.choice(places)
    begin = document.text.rfind("\n", 0, key)
    top = document.locate(path[:-1]).line
    return Slip(document.text[:begin] + document.text[end:], top)


def comma(rng: random.Random, document: Document, _model: Any) -> Slip | None:
    places = [path for path, value in walk(document.data) if isinstance(value, float)]
    if not places:
        return None
    start, end = document.span(rng.choice(places)) or (0, 0)
    return changed(document, start, end, document.text[start:end].replace(".", ","))


def copied(rng: random.Random, document: Document, _model: Any) -> Slip | None:
    """An entry of a list that stands twice, whole."""
    places = []
    for path, value in walk(document.data):
        if isinstance(value, dict) and "id" in value and isinstance(path[-1], int):
            start = document.text.rfind("\n", 0, document.locate(path) and (document.span(path) or (0, 0))[0]) + 1
            first = document.text[start : document.text.find("\n", start)]
            indent = len(first) - len(first.lstrip(" "))
            rest = re.match(rf"[^\n]*\n(?: {{{indent + 1},}}[^\n]*\n|\n(?= {{{indent + 1}}}))*", document.text[start:])
            if first.lstrip().startswith("- ") and rest and path[0] not in ("lenses", "profile"):
                places.append((start, start + rest.end(), path))
    if not places:
        return None
    start, end, _path = rng.choice(places)
    block = document.text[start:end]
    n = block[: block.index("id:")].count("\n") if "id:" in block else 0
    return changed(document, end, end, block, n)


def merged(rng: random.Random, document: Document, _model: Any) -> Slip | None:
    start = rng.choice([found.end() for found in re.finditer("\n", document.text)][:-1])
    return changed(document, start, start, "<<<<<<< HEAD\n=======\n>>>>>>> other\n")


SLIPS: dict[str, Make] = {
    "typo": typo,
    "empty": empty,
    "dropped": dropped,
    "decimal comma": comma,
    "copied entry": copied,
    "merge": merged,
    "no colon": on_line(lambda key, value: f"{key} {value}"),
    "no space": on_line(lambda key, value: f"{key}:{value}"),
    "no-break space behind the colon": on_line(lambda key, value: f"{key}:\u00a0{value}"),
    "no-break space before the key": on_line(lambda key, value: f"\u00a0{key}: {value}"),
    "zero-width space in the key": on_line(lambda key, value: f"{key[:2]}\u200b{key[2:]}: {value}"),
    "tab": on_line(lambda key, value: f"\t{key}: {value}"),
    "duplicate key": on_line(lambda key, value: f"{key}: {value}\n¶{key}: {value}", 1),
    "open double quote": on_text(lambda text: f'"{text}'),
    "open single quote": on_text(lambda text: f"'{text}"),
    "apostrophe": on_text(lambda text: f"'s-Hertogenbosch, {text}"),
    "percent": on_text(lambda text: f"%{text}"),
    "star": on_text(lambda text: f"*{text}*"),
    "at": on_text(lambda text: f"@{text}"),
    "colon": on_text(lambda text: f"{text.split(' ')[0]}: {text}"),
    "cut off": on_text(lambda text: f"{text} #12"),
    "curly quotes": on_text(lambda text: f"“{text}”"),
    "behind the quote": on_text(lambda text: f'"{text}" and more'),
    "zero-width space in a text": on_text(lambda text: f"{text[:3]}\u200b{text[3:]}"),
    "look-alike in a text": on_text(lambda text: f"{text} cоmpost"),
    "capital": on_id(lambda name: name.capitalize()),
    "underscore": on_id(lambda name: f"{name}_2"),
    "space": on_id(lambda name: f"the {name}"),
    "look-alike": on_id(lambda name: f"{name}а"),
    "zero-width space": on_id(lambda name: f"{name[:2]}\u200b{name[2:]}"),
    "comma": on_id(lambda name: f'"{name},"'),
}


@dataclass(frozen=True)
class Read:
    """A pack that was read once."""

    folder: Folder
    files: dict[str, tuple[Document, list[Problem]]]

    def said_of(self, file: str, text: str) -> list[Problem]:
        """What validation says of the pack with another text in a file."""

        def read(path: Path) -> tuple[Document, list[Problem]]:
            return read_yaml(text, str(path)) if str(path) == file else self.files[str(path)]

        folder = read_folder(self.folder.path, read)
        folder.problems += run_checks(folder)
        found = [*folder.problems, *review_files(folder)]
        found += [one for document in folder.documents for one in review_document(document)]
        return without_followers(found)


@pytest.fixture(scope="module")
def packs() -> list[Read]:
    found = []
    for path in PACKS:
        files = {}

        def read(file: Path, files: dict[str, Any] = files) -> tuple[Document, list[Problem]]:
            return files.setdefault(str(file), read_document(file))

        found.append(Read(read_folder(path, read), files))
    return found


def of_packs(packs: list[Read]) -> list[tuple[Document, Any, Callable[[str], list[Problem]]]]:
    """Each file with its model, and what is said of it with another text; what is said of the right one is left out."""
    found: list[tuple[Document, Any, Callable[[str], list[Problem]]]] = []
    for pack in packs:
        for part in pack.folder.parts:
            usual = {(one.code, one.message) for one in pack.said_of("", "")}
            name = part.document.file

            def say(text: str, pack: Read = pack, name: str = name, usual: Any = usual) -> list[Problem]:
                found = pack.said_of(name, text)
                return gathered(one for one in found if (one.code, one.message) not in usual)

            found.append((part.document, KINDS[part.kind], say))
    for name, text in ALONE.items():
        document, problems = read_yaml(text, name)
        assert problems == []
        model = OTHERS[kind_of(document)]
        assert to_model(document, model)[1] == []

        def say_alone(text: str, name: str = name, model: Any = model) -> list[Problem]:
            document, problems = read_yaml(text, name)
            if document.data is not None:
                value, wrong = to_model(document, model)
                problems += [*wrong, *review_document(document)]
                problems += twice(document, value) if isinstance(value, Documents) else []
                problems += unknown_keys(document, value) if isinstance(value, Plan) else []
            return without_followers(problems)

        found.append((document, model, say_alone))
    return found


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_said_once_at_its_line_in_plain_dutch(name: str, packs: list[Read]) -> None:
    language.use("nl")
    rng = random.Random(f"slips {name}")
    files, made, tries = of_packs(packs), 0, 0
    while made < SAMPLE:
        tries += 1
        assert tries < 40 * SAMPLE, "this slip finds too few places"
        document, model, say = rng.choice(files)
        slip = SLIPS[name](rng, document, model)
        if slip is None or slip.text == document.text:
            continue
        text = slip.text
        if "¶" in text:
            start = text.rfind("\n", 0, text.rfind("\n", 0, text.index("¶"))) + 1
            text = text.replace(
                "¶", text[start : len(text[:start]) + len(text[start:]) - len(text[start:].lstrip(" "))]
            )
        made += 1
        found = say(text)
        shown = "\n".join(f"{one.location} {one.code} {one.message} -> {one.hint}" for one in found)
        assert [one.location.line for one in found] == [slip.line], (
            document.file,
            slip.line,
            shown,
            text.split("\n")[slip.line - 1],
        )
        assert not ENGLISH.search(re.sub(r"'[^']*'", "", found[0].message + found[0].hint)), shown
