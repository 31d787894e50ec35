"""Packs in which one thing was changed: the fault is reported at the key or value that is wrong, and nothing crashes.

Each class of mutation is a function from a random source and a document to a new text with the places (line, column) at
which a problem must be reported: one of them is enough. A class gives nothing where a document has no site for it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mhscan.errors import Path as DataPath
from mhscan.errors import Problem
from mhscan.integrity.registry import run_checks
from mhscan.lint.registry import review_files
from mhscan.loading import keys
from mhscan.loading.document import Document
from mhscan.loading.files import read_document
from mhscan.loading.kinds import kind_of
from mhscan.loading.packs import KINDS, Folder, read_folder
from mhscan.loading.yaml_reader import read_yaml

TESTS = Path(__file__).resolve().parents[1]
PACKS = [TESTS / "packs" / "harbour", TESTS / "packs" / "tiny", TESTS / "cases" / "checks" / "base", TESTS.parent]
"""The last one, the shipped pack, is large: it is held against the checks that a pack must pass, not against advice."""
EACH = 320
SAMPLE = 6


@dataclass(frozen=True)
class Mutant:
    """A changed text, the codes of which one must be reported, and the places, each as (line, column); 0 is any column.

    `words` are texts of which one must stand at the place, where the fault shows in other files too.
    """

    text: str
    codes: str
    places: frozenset[tuple[int, int]] = frozenset()
    words: tuple[str, ...] = ()


Mutate = Callable[[random.Random, Document], Mutant | None]


def routes(data: Any, above: DataPath = ()) -> Iterator[DataPath]:
    """The way to each value in the data, outermost first."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in below:
        yield (*above, step)
        yield from routes(value, (*above, step))


def at(data: Any, path: DataPath) -> Any:
    """The value at a path."""
    for step in path:
        data = data[step]
    return data


def marks(document: Document, path: DataPath) -> tuple[int, int, int, int]:
    """Where the key and the value at a path start and end, as indices."""
    return document.marks[id(at(document.data, path[:-1]))][path[-1]]


def place(text: str, index: int) -> tuple[int, int]:
    """An index as line and column."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def pick(rng: random.Random, document: Document, wanted: Callable[[DataPath, Any], bool]) -> DataPath | None:
    """A path to one of the values that are wanted."""
    sites = [path for path in routes(document.data) if wanted(path, at(document.data, path))]
    return rng.choice(sites) if sites else None


def replaced(document: Document, path: DataPath, new: str) -> tuple[str, int]:
    """The text with another value at a path, and the index at which it starts."""
    _key, _end, start, end = marks(document, path)
    return document.text[:start] + new + document.text[end:], start


def is_scalar(value: Any) -> bool:
    return not isinstance(value, dict | list) and value is not None


def own_line(document: Document, path: DataPath) -> tuple[int, int] | None:
    """The start and end of the line that a key has for itself with its value, which is a scalar of one line."""
    key, _key_end, _start, end = marks(document, path)
    begin = document.text.rfind("\n", 0, key) + 1
    stop = document.text.find("\n", key)
    alone = not document.text[begin:key].strip() and "\n" not in document.text[key:end] and end <= stop
    return (begin, stop + 1) if alone and isinstance(path[-1], str) else None


@cache
def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file."""
    return KINDS[kind].model_json_schema()


def schema_keys(document: Document, path: DataPath) -> tuple[set[str], set[str]]:
    """The keys that the model knows in the mapping at a path, and those that it must have."""
    top = schema_of(kind_of(document))
    nodes = [top]
    for step in path:
        nodes = [below for node in nodes for below in keys._below(keys._resolve(top, node), step)]
    models = [one for node in nodes for one in keys._resolve(top, node) if one.get("properties")]
    known = {key for one in models for key in one["properties"]}
    needed = set.intersection(*(set(one.get("required", ())) for one in models)) if models else set()
    return known, needed


def misspelt(rng: random.Random, word: str) -> str:
    """A word with a slip of the finger."""
    n = rng.randrange(len(word))
    return rng.choice([word[:n] + word[n] * 2 + word[n + 1 :], word + "q", word[:n] + "q" + word[n + 1 :]])


# -- the classes


def typo_in_a_key(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda p, _v: isinstance(p[-1], str) and p[-1] in schema_keys(document, p[:-1])[0])
    if path is None or path == ("schema",):
        return None
    start, end, *_value = marks(document, path)
    text = document.text[:start] + misspelt(rng, str(path[-1])) + document.text[end:]
    # Without the key that says what it tests, a condition as a whole is what cannot be told.
    above = marks(document, path[:-1])[2] if path[:-1] else 0
    return Mutant(text, "MH10", frozenset({place(text, start), place(text, above)}))


def wrong_type(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda p, v: is_scalar(v) and p != ("schema",))
    if path is None:
        return None
    text, start = replaced(document, path, "{zz: 1}")
    return Mutant(text, "MH10", frozenset({place(text, start), place(text, start + 1)}))


def removed_required_key(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(
        rng, document, lambda p, v: is_scalar(v) and own_line(document, p) is not None
        and p != ("schema",) and len(at(document.data, p[:-1])) > 1 and p[-1] in schema_keys(document, p[:-1])[1]
    )  # fmt: skip
    if path is None:
        return None
    begin, stop = own_line(document, path) or (0, 0)
    text = document.text[:begin] + document.text[stop:]
    changed, _problems = read_yaml(text, document.file)
    where = changed.locate(path[:-1]) if len(path) > 1 else changed.top()
    return Mutant(text, "MH10", frozenset({(where.line, where.column)}))


def changed_id(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda p, _v: p[-1] == "id" and len(p) == 3 and p[0] in USED_IDS)
    if path is None:
        return None
    old = at(document.data, path)
    text, start = replaced(document, path, f"{old}-zz")
    return Mutant(text, "MH", frozenset({place(text, start)}), words=(old,))


USED_IDS = {"aspects", "indicators", "context"}
"""Lists of which something uses each id."""


def levels_of(document: Document, rng: random.Random) -> DataPath | None:
    return pick(rng, document, lambda p, v: p[-1] == "levels" and isinstance(v, list) and p[0] == "indicators")


def swapped_levels(rng: random.Random, document: Document) -> Mutant | None:
    path = levels_of(document, rng)
    if path is None:
        return None
    one, other = sorted(rng.sample(range(len(at(document.data, path))), 2))
    first, second = (marks(document, (*path, n, "level")) for n in (one, other))
    text = document.text
    low, high = text[first[2] : first[3]], text[second[2] : second[3]]
    text = text[: first[2]] + high + text[first[3] : second[2]] + low + text[second[3] :]
    return Mutant(text, "MH401", frozenset({(place(text, first[2])[0], 0)}))


def removed_level(rng: random.Random, document: Document) -> Mutant | None:
    path = levels_of(document, rng)
    if path is None:
        return None
    items = at(document.data, path)
    n = rng.randrange(len(items))
    begin = document.text.rfind("\n", 0, marks(document, (*path, n))[2]) + 1
    last = max(marks(document, (*path, n, *inner))[3] for inner in routes(items[n]) if inner)
    stop = document.text.find("\n", last) + 1
    text = document.text[:begin] + document.text[stop:]
    # The entry that now stands in its place, or the last one that is left.
    line = place(text, begin)[0] if n < len(items) - 1 else place(text, marks(document, (*path, n - 1))[2])[0]
    return Mutant(text, "MH", frozenset({(line, 0)}))


REFERENCES = {
    "indicator",
    "aspect",
    "scale",
    "phase",
    "owner",
    "effort",
    "term",
    "moment",
    "context",
    "factor",
    "carried",
}


def broken_reference(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(
        rng, document, lambda p, v: isinstance(v, str) and kind_of(document) != "mhscan/glossary@1"
        and (p[-1] in REFERENCES or p[-2:-1] in (("mend",), ("sources",)))
    )  # fmt: skip
    if path is None:
        return None
    text, start = replaced(document, path, f"{at(document.data, path)}zz")
    return Mutant(text, "MH20", frozenset({place(text, start)}))


def duplicate_key(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda p, v: is_scalar(v) and own_line(document, p) is not None)
    if path is None:
        return None
    begin, stop = own_line(document, path) or (0, 0)
    key = marks(document, path)[0]
    text = document.text[:stop] + document.text[begin:stop] + document.text[stop:]
    return Mutant(text, "MH002", frozenset({place(text, stop + key - begin)}))


def duplicate_id(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(
        rng, document, lambda p, v: p[-1] == "id" and isinstance(v, str) and len(p) > 2 and p[-2] != 0
        and isinstance(p[-2], int) and p[0] not in ("lenses", "profile", "terms")
    )  # fmt: skip
    if path is None:
        return None
    other = at(document.data, (*path[:-2], rng.randrange(int(path[-2])), "id"))
    text, start = replaced(document, path, other)
    return Mutant(text, "MH20", frozenset({place(text, start)}))


def bad_indentation(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(
        rng, document, lambda p, v: len(p) > 1 and own_line(document, p) is not None and not first_of(document, p)
    )
    if path is None:
        return None
    begin, _stop = own_line(document, path) or (0, 0)
    text = document.text[:begin] + " " + document.text[begin:]
    line = place(text, begin)[0]
    return Mutant(text, "MH0", frozenset((n, 0) for n in (line - 1, line, line + 1)))


def first_of(document: Document, path: DataPath) -> bool:
    return next(iter(at(document.data, path[:-1]))) == path[-1]


def trap_scalar(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda _p, v: isinstance(v, str))
    if path is None:
        return None
    text, start = replaced(document, path, rng.choice(["no", "Yes", "off", "ON", "0344", "0x1F", "0o17", "007"]))
    return Mutant(text, "MH007", frozenset({place(text, start)}))


def unknown_option(rng: random.Random, document: Document) -> Mutant | None:
    def is_option(path: DataPath, value: Any) -> bool:
        test = path[:-2] if path[-2:-1] == ("in",) else path[:-1]
        asked = path[-1] in ("is", "has") or path[-2:-1] == ("in",)
        return asked and isinstance(value, str) and "context" in at(document.data, test)

    path = pick(rng, document, is_option)
    if path is None:
        return None
    text, start = replaced(document, path, f"{at(document.data, path)}zz")
    return Mutant(text, "MH205", frozenset({place(text, start)}))


def removed_claim(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda p, _v: len(p) == 2 and p[0] == "claims" and len(document.data["claims"]) > 1)
    if path is None:
        return None
    old = at(document.data, path)["id"]
    begin = document.text.rfind("\n", 0, marks(document, path)[2]) + 1
    last = max(marks(document, (*path, key))[3] for key in at(document.data, path))
    stop = document.text.find("\n", last) + 1
    return Mutant(document.text[:begin] + document.text[stop:], "MH206", words=(old,))


def tab(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(rng, document, lambda p, v: own_line(document, p) is not None and len(p) > 1)
    if path is None:
        return None
    begin, _stop = own_line(document, path) or (0, 0)
    key = marks(document, path)[0]
    text = document.text[:begin] + "\t" + document.text[key:]
    line = place(text, begin)[0]
    return Mutant(text, "MH0", frozenset((n, 0) for n in (line - 1, line, line + 1)))


def unknown_kind(rng: random.Random, document: Document) -> Mutant | None:
    kind, version = str(document.data["schema"]).split("@")
    text, start = replaced(document, ("schema",), f"{misspelt(rng, kind)}@{version}")
    return Mutant(text, "MH105", frozenset({place(text, start)}))


def off_the_scale(rng: random.Random, document: Document) -> Mutant | None:
    path = pick(
        rng, document, lambda p, v: p[-1] == "to" and isinstance(v, int)
    )  # fmt: skip
    if path is None:
        return None
    text, start = replaced(document, path, str(rng.choice([-7, 77])))
    return Mutant(text, "MH403", frozenset({place(text, start)}))


CLASSES: tuple[Mutate, ...] = (
    typo_in_a_key,
    wrong_type,
    removed_required_key,
    changed_id,
    swapped_levels,
    removed_level,
    broken_reference,
    duplicate_key,
    duplicate_id,
    bad_indentation,
    trap_scalar,
    unknown_option,
    removed_claim,
    tab,
    unknown_kind,
    off_the_scale,
)


@dataclass(frozen=True)
class Read:
    """A pack that was read once; a mutant takes the place of one of its files."""

    folder: Folder
    files: dict[str, tuple[Document, list[Problem]]]

    def with_text(self, file: str, text: str) -> list[Problem]:
        """All problems of the pack with another text in a file."""
        folder = self._with({file: text})
        folder.problems += run_checks(folder)
        advice = review_files(folder) if self.folder.path != PACKS[-1] else []
        return [*folder.problems, *advice]

    def errors_with(self, texts: dict[str, str]) -> list[Problem]:
        """What a pack with other texts in some files must mend before it is used."""
        folder = self._with(texts)
        return [*folder.problems, *run_checks(folder)]

    def texts(self) -> dict[str, str]:
        """The text of each file."""
        return {name: document.text for name, (document, _problems) in self.files.items()}

    def _with(self, texts: dict[str, str]) -> Folder:
        def read(path: Path) -> tuple[Document, list[Problem]]:
            name = str(path)
            return read_yaml(texts[name], name) if name in texts else self.files[name]

        return read_folder(self.folder.path, read)


@pytest.fixture(scope="module")
def packs() -> list[Read]:
    """All packs, read once."""
    found = []
    for path in PACKS:
        files: dict[str, tuple[Document, list[Problem]]] = {}

        def read(file: Path, files: dict[str, Any] = files) -> tuple[Document, list[Problem]]:
            return files.setdefault(str(file), read_document(file))

        folder = read_folder(path, read)
        assert folder.problems == []
        found.append(Read(folder, files))
    return found


def check(mutate: Mutate, packs: list[Read], count: int, seed: str) -> None:
    """Make so many mutants of a class, and look at all that is said of each."""
    rng = random.Random(f"{mutate.__name__}{seed}")
    made = tries = 0
    while made < count:
        tries += 1
        assert tries < 200 * count, "this class finds too few sites"
        pack = rng.choice(packs)
        part = rng.choice(pack.folder.parts)
        mutant = mutate(rng, part.document)
        if mutant is None or mutant.text == part.document.text:
            continue
        made += 1
        look(pack, part.document.file, mutant)


def look(pack: Read, file: str, mutant: Mutant) -> None:
    """What is said of a mutant lies in the files, and one of it is what must be said."""
    problems = pack.with_text(file, mutant.text)
    texts = pack.texts() | {file: mutant.text}
    for one in problems:
        for where in (one.location, *(other.location for other in one.related)):
            lines = texts[where.file].split("\n")
            assert 1 <= where.line <= len(lines), one
            assert 1 <= where.column <= len(lines[where.line - 1]) + 1, one
            assert where.end == 0 or where.column < where.end <= max(
                len(lines[where.line - 1]) + 1, where.column + 1
            ), one
    assert any(fits(one, file, mutant, texts) for one in problems), (file, mutant.places, problems)


def fits(one: Problem, file: str, mutant: Mutant, texts: dict[str, str]) -> bool:
    """Whether a problem is what must be said: the code, at the place or on the word."""
    if not one.code.startswith(mutant.codes):
        return False
    where = one.location
    if where.file == file and {(where.line, where.column), (where.line, 0)} & mutant.places:
        return True
    line = texts[where.file].split("\n")[where.line - 1][where.column - 1 :]
    return any(re.match(rf"['\"]?([\w-]+\.)?{re.escape(word)}(?![\w-])", line) for word in mutant.words)


@pytest.mark.parametrize("mutate", CLASSES, ids=lambda one: one.__name__)
def test_a_sample_of_each_class_is_reported_at_its_place(mutate: Mutate, packs: list[Read]) -> None:
    check(mutate, packs, SAMPLE, "sample")


@pytest.mark.proof
@pytest.mark.parametrize("mutate", CLASSES, ids=lambda one: one.__name__)
def test_every_mutant_is_reported_at_its_place(mutate: Mutate, packs: list[Read]) -> None:
    assert EACH * len(CLASSES) >= 5000
    check(mutate, packs, EACH, "proof")


SHAPE = (typo_in_a_key, wrong_type, removed_required_key)
"""The classes that leave a file with a wrong shape."""


def second_faults(rng: random.Random, pack: Read) -> Iterator[tuple[str, str, str]]:
    """A fault in a reference, in each kind of file that is not the model: the file, its new text, and the code."""
    for kind, code, key in (("mhscan/factor@1", "MH207", "owner"), ("mhscan/questionnaire@1", "MH203", "ask")):
        documents = [part.document for part in pack.folder.parts if part.kind == kind]
        document = rng.choice(documents)
        path = pick(
            rng, document, lambda p, v, key=key: key in (p[-1], p[-2:-1] and p[-2]) and isinstance(v, str)
            and not v.startswith("context.")
        )  # fmt: skip
        if path is not None:
            text, _start = replaced(document, path, f"{at(document.data, path)}-zz")
            yield document.file, text, code


def check_all_at_once(packs: list[Read], count: int, seed: str) -> None:
    """Nothing follows from a fault of shape but what is said at its place, and it hides no fault in another file."""
    rng = random.Random(f"all at once {seed}")
    made = seen = hidden = 0
    while made < count:
        pack = rng.choice(packs)
        part = rng.choice([one for one in pack.folder.parts if rng.random() < 0.3 or one.kind == "mhscan/model@1"])
        mutant = rng.choice(SHAPE)(rng, part.document)
        if mutant is None or mutant.text == part.document.text:
            continue
        made += 1
        file = part.document.file
        alone = pack.errors_with({file: mutant.text})
        texts = pack.texts() | {file: mutant.text}
        assert alone
        assert [one for one in alone if not fits(one, file, mutant, texts)] == []
        for other, text, code in second_faults(rng, pack):
            if other != file:
                more = [one for one in pack.errors_with({file: mutant.text, other: text}) if one not in alone]
                assert [one for one in more if (one.location.file, one.code) != (other, code)] == []
                seen, hidden = seen + len(more), hidden + (not more)
    # What each file must have, such as the title of a model, cannot be taken out: then no names are known.
    assert seen > 5 * hidden, (seen, hidden)


def test_in_a_sample_no_fault_of_shape_hides_or_makes_another_one(packs: list[Read]) -> None:
    check_all_at_once(packs, 40, "sample")


@pytest.mark.proof
def test_no_fault_of_shape_hides_or_makes_another_one(packs: list[Read]) -> None:
    check_all_at_once(packs, 1500, "proof")
