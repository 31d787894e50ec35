"""Every key that a schema has does something: another value in the pack `tests/packs/every` shows another outcome.

The keys are read from the schemas, so a new one is looked at from its first day. It needs a place in that pack. Where
another word, number or truth in the place of its value says nothing, a line in `OTHER` has a value that does.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from mhscan import language
from mhscan.answers.model import Assessment
from mhscan.base import Strict
from mhscan.cli.boundary import run
from mhscan.loading.files import read_document
from mhscan.loading.packs import KINDS
from mhscan.pack.documents import Documents
from mhscan.pack.scenario import Scenario
from mhscan.pack.style import Style
from mhscan.plans.model import Plan

ROOT = Path(__file__).resolve().parents[2]
EVERY = ROOT / "tests" / "packs" / "every"
MODELS: dict[str, type[BaseModel]] = {
    **KINDS,
    "mhscan/documents@1": Documents,
    "mhscan/style@1": Style,
    "mhscan/scenario@1": Scenario,
    "mhscan/assessment@1": Assessment,
    "mhscan/plan@1": Plan,
}
SCHEMAS = sorted(kind.split("/")[1].split("@")[0] for kind in MODELS)
HEX = re.compile(r"[0-9a-f]{64}|\d+(\.\d+)? ms")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
GONE = object()
"""In the place of a value: the key is taken away."""
Path_ = tuple[str | int, ...]


# Which keys there are, and where in the pack each of them stands -----------------------------------------------------


def keys_of_schemas() -> set[str]:
    """All keys of all files that people write, as MODEL.KEY."""
    found = set()
    for name in SCHEMAS:
        schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        top = schema.get("title", name.title())
        for model, one in {**schema.get("$defs", {}), top: schema}.items():
            found |= {f"{model}.{key}" for key in one.get("properties", {})}
    return found


def places(value: Any, data: Any, path: Path_ = ()) -> Iterator[tuple[str, Path_]]:
    """Each key that is written in a file, as MODEL.KEY, with its path in the data."""
    if isinstance(value, Strict):
        yield from fields(value, data, path)
    elif isinstance(value, dict):
        for key, one in value.items():
            if isinstance(data, dict) and key in data:
                yield from places(one, data[key], (*path, key))
    elif isinstance(value, tuple):
        for n, one in enumerate(value):
            yield from places(one, data[n] if isinstance(data, list) and n < len(data) else None, (*path, n))


def fields(value: Strict, data: Any, path: Path_) -> Iterator[tuple[str, Path_]]:
    """The same of a model, and of what stands in it."""
    for name, field in type(value).model_fields.items():
        key = field.alias or name
        if isinstance(data, dict) and key in data:
            yield f"{type(value).__name__}.{key}", (*path, key)
            yield from places(getattr(value, name), data[key], (*path, key))
        elif isinstance(data, str) and name in ("text", "light") and data == getattr(value, name):
            yield f"{type(value).__name__}.{key}", path


def data_of(file: Path) -> Any:
    """What stands in a file, anew each time."""
    document, problems = read_document(file)
    assert problems == []
    return document.data


@cache
def written() -> dict[str, list[tuple[Path, Path_]]]:
    """Where each key stands in the pack: the file, and the path in it."""
    found: dict[str, list[tuple[Path, Path_]]] = {}
    for file in sorted(EVERY.rglob("*.yaml")):
        data = data_of(file)
        value = MODELS[data["schema"]].model_validate(data)
        for key, path in places(value, data):
            found.setdefault(key, []).append((file.relative_to(EVERY), path))
    return found


# Another value in the place of one -----------------------------------------------------------------------------------

OTHER: dict[str, Any] = {
    "Avoided.pattern": "nowhere",
    "Avoided.why": "There is a better word.",
    "Avoided.instead": "Bake it twice.",
    "Claim.kind": "example",
    "DocumentEntry.needs": "questionnaire",
    "Expected.fires": ["quiet"],
    "Expected.silent": ["dry"],
    "Expected.undecided": ["dry"],
    "Expected.profile": {"field": "burnt"},
    "Expected.first": [{"indicator": "sales.till", "because": "It is last."}],
    "Scenario.date": "2020-05-01",
    "GivenAnswer.not_applicable": "",
    "GivenAnswer.value": 2,
}
"""A value that shows what a key does, where the plain one of `another` does not."""


PLACE = {"ExpectedAction.because": -1, "Scenario.date": 2}
"""Which of the places of a key to change, where not the first."""


def another(key: str, value: Any) -> Any:
    """Another value of the same kind: one of the other words where a key has a few, else the value with more to it."""
    words = [one for one in choices().get(key, ()) if one != value]
    if words:
        return words[0]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, str) and DATE.fullmatch(value):
        return f"{value[:-2]}{'11' if value[-2:] != '11' else '12'}"
    return f"{value} otherwise" if isinstance(value, str) else GONE


@cache
def choices() -> dict[str, list[Any]]:
    """The words that a key can have, for each key that has a few only."""
    found = {}
    for name in SCHEMAS:
        schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for model, one in {**schema.get("$defs", {}), schema.get("title", name.title()): schema}.items():
            for key, value in one.get("properties", {}).items():
                kinds = [value, *value.get("anyOf", ())]
                found[f"{model}.{key}"] = next((kind["enum"] for kind in kinds if "enum" in kind), [])
    return found


def changed(file: Path, path: Path_, value: Any, folder: Path) -> None:
    """Put another value in a file of a copy of the pack."""
    data = data_of(EVERY / file)
    here = data
    for step in path[:-1]:
        here = here[step]
    if value is GONE:
        del here[path[-1]]
    else:
        here[path[-1]] = value(here[path[-1]]) if callable(value) else value
    # JSON is YAML too.
    (folder / file).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


# What can be seen ----------------------------------------------------------------------------------------------------


def call(*arguments: str, stdin: str = "") -> str:
    """What a command shows and says, and its exit code."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(stdin), out, err
    try:
        code = run(["--lang", "en", *arguments])
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        language.use("en")
    return HEX.sub("", f"{int(code)}\n{out.getvalue()}\n{err.getvalue()}")


BUYER = "answers/buyer.yaml"
SCAN, OLD, NAMES, PLAN = "answers/scan.yaml", "answers/old.yaml", "answers/older-names.yaml", "answers/crust.plan.yaml"
PACK = ("--pack", ".")
ASK = ("report", SCAN, *PACK, "--format")
INTERVIEW = (
    "Crust :e AB :e 3 e 1 :e 2020-01-01 e 1 e 1 e 1 e 1 :e 120 :e 6/8 :e 2026-06-01 :e Rise e 1 e 0 r 1 Clock"
    " e 1 e 1 e 1 e 1 e 1 e 1 e 1 2 4 2026-03-01"
).replace(" ", "\n")
Look = tuple[tuple[str, ...], str]
LOOKS: tuple[Look, ...] = (
    (("score", SCAN, *PACK, "--format", "json"), ""),
    (("plan", SCAN, *PACK, "--audience", "internal"), ""),
    (("plan", SCAN, *PACK, "--format", "ics"), ""),
    (("target", SCAN, *PACK), ""),
    (("pack", "test", "."), ""),
    (("pack", "show", "."), ""),
    (("explain", SCAN, "flour.silo", *PACK, "--audience", "internal"), ""),
    (("explain", "heat.buy-timer", *PACK), ""),
    *((("explain", f"context.{one}", *PACK), "") for one in ("kind", "tools", "shop", "loaves", "check", "motto")),
    *(
        (("explain", one, *PACK), "")
        for one in ("flour.silo", "BK-1", "dry", "flour.buy-silo", "gluten", "sales.stall.awning", "sales.stall.hours")
    ),
    (("migrate", OLD, *PACK, "--dry-run"), ""),
    (("score", OLD, *PACK, "--format", "json"), ""),
    (("score", NAMES, *PACK, "--format", "json"), ""),
    (("score", NAMES, *PACK), ""),
    (("assess", "new.yaml", *PACK), INTERVIEW),
    (("compare", SCAN, BUYER, *PACK), ""),
    (("compare", OLD, SCAN, *PACK, "--audience", "internal"), ""),
    (("score", SCAN, *PACK, "--robustness", "--format", "json"), ""),
    (("validate", SCAN, PLAN, "templates/style.yaml", *PACK), ""),
    (("report", "--list", *PACK), ""),
    ((*ASK, "md", "-d", "adviesrapport", "--audience", "internal"), ""),
    (("questions", *PACK), ""),
    (("questions", *PACK, "-q", "buyer"), ""),
    ((*ASK, "md"), ""),
    ((*ASK, "md", "--audience", "internal"), ""),
    (("report", OLD, *PACK, "--format", "md", "--audience", "internal", "-d", "adviesrapport"), ""),
    ((*ASK, "md", "-d", "letter"), ""),
    (("report", SCAN, *PACK, "-d", "poster"), ""),
    (("report", NAMES, *PACK, "-d", "letter"), ""),
    ((*ASK, "md", "-d", "samenvatting"), ""),
    ((*ASK, "html", "--style", "templates/style.yaml"), ""),
)
"""What people do with a pack and with answers, the quickest first."""
CHECK = (("validate", "."), "")
"""What tells authors about a pack; for a text it counts only where the pack cannot be used any more."""


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Look], str]:
    """What each look shows with the pack as it is; looked at once."""
    folder = Path(shutil.copytree(EVERY, tmp_path_factory.mktemp("every") / "pack"))
    return cache(lambda look: seen(folder, look))


def seen(folder: Path, look: Look) -> str:
    """What one look shows of a pack."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", "1777629600")
        arguments, stdin = look
        return call(*arguments, stdin=stdin)


def test_every_key_of_the_schemas_stands_in_the_pack():
    assert len(keys_of_schemas()) > 400
    assert sorted(keys_of_schemas() - set(written())) == []


@pytest.mark.proof
@pytest.mark.parametrize("key", sorted(written()))
def test_another_value_shows_another_outcome(key: str, before: Callable[[Look], str], tmp_path: Path):
    file, path = written()[key][PLACE.get(key, 0)]
    folder = Path(shutil.copytree(EVERY, tmp_path / "pack"))
    data = data_of(EVERY / file)
    for step in path:
        data = data[step]
    changed(file, path, OTHER.get(key, another(key, data)), folder)
    looks = LOOKS if isinstance(data, str) and key not in OTHER else (*LOOKS, CHECK)
    assert any(seen(folder, one) != before(one) for one in looks), f"{file}: {path}"
