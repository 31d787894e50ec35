"""`mhscan validate` beside check-jsonschema on the same files, and on a pack that is ten times as large."""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from big_pack import write_big_pack

from mhscan.cli.schema import schema_text
from mhscan.lint.code_filter import Choice
from mhscan.lint.review import review

KINDS = ("model", "factor", "questionnaire", "source")
FOLDERS = ("factors", "factors/sources", "questionnaires")
NO_TEMPLATES = Choice(ignore=("MH6",))
Times = list[tuple[float, float]]


def one_schema() -> dict[str, Any]:
    """One schema for all files of a pack: the line `schema:` of a file says which of the published ones it must fit."""
    models: dict[str, Any] = {}
    cases = []
    for kind in KINDS:
        whole = json.loads(schema_text(kind))
        models |= whole.pop("$defs", {})
        models[whole["title"]] = whole
        is_it = {"properties": {"schema": {"const": f"mhscan/{kind}@1"}}}
        cases.append({"if": is_it, "then": {"$ref": f"#/$defs/{whole['title']}"}})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": models, "allOf": cases}


def times_of(
    rounds: int, pack: Path, folder: Path, run: Callable[[list[str], int], tuple[float, float]]
) -> dict[str, Times]:
    """Wall and processor seconds of the peer, and of ours without and with templates, each once a round."""
    schema = folder / "pack.schema.json"
    schema.write_text(json.dumps(one_schema()), encoding="utf-8")
    files = [str(file) for one in FOLDERS for file in sorted((pack / one).glob("*.yaml"))]
    peer, ours = (str(Path(sys.executable).with_name(name)) for name in ("check-jsonschema", "mhscan"))
    check = [ours, "validate", str(pack), "--format", "text"]
    commands = {
        "peer": [peer, "--schemafile", str(schema), *files],
        "without": [*check, "--ignore", "MH6"],
        "with": check,
    }
    found: dict[str, Times] = {name: [] for name in commands}
    with Path(os.devnull).open("wb") as nowhere:
        for number in range(-1, rounds):
            for name, command in commands.items():
                taken = run(command, nowhere.fileno())
                if number >= 0:
                    found[name].append(taken)
    return found


def growth(rounds: int, folder: Path, seconds: Callable[[Callable[[], object]], float]) -> tuple[float, float, float]:
    """How much longer a pack of 500 indicators takes than one of 50, inside one process; and the ms of both."""
    small, large = folder / "fifty", folder / "five-hundred"
    write_big_pack(small, 50)
    write_big_pack(large, 500)
    for one in (small, large):
        wrong = review([one], one, NO_TEMPLATES).errors
        if wrong:
            raise SystemExit(f"the pack to measure with has {wrong} errors")
    ratios, ones, tens = [], [], []
    for _round in range(rounds):
        ones.append(seconds(lambda: review([small], small, NO_TEMPLATES)))
        tens.append(seconds(lambda: review([large], large, NO_TEMPLATES)))
        ratios.append(tens[-1] / ones[-1])
    return statistics.median(ratios), statistics.median(ones) * 1000, statistics.median(tens) * 1000
