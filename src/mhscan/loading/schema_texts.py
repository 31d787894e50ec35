"""JSON Schemas with a description for each key, so that an editor explains a file while it is written."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from mhscan.questions.base import QuestionBase
from mhscan.questions.registry import TYPES

COMMON = "Common"
FAMILIES = {
    "ContextTest": "ValueTest",
    "SubjectTest": "ValueTest",
    "ObservationTest": "ValueTest",
    **{one.__name__: QuestionBase.__name__ for one in TYPES},
    **dict.fromkeys(("Rename", "Archive", "MapValues", "Rescale", "Split", "Merge"), "MigrationStep"),
}
"""Models that share their keys with a family, and what that family is called in the table of descriptions."""

Texts = dict[str, dict[str, str]]


def texts() -> Texts:
    """The description of each key, by the name of its model; some under the name of a family, or under `Common`."""
    path = Path(__file__).with_name("descriptions.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def with_texts(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with a description for each key that has none; the schema itself is not changed."""
    known = texts()
    models = {name: _with_texts(name, model, known) for name, model in schema.get("$defs", {}).items()}
    whole = _with_texts(str(schema.get("title", "")), schema, known)
    return {**whole, "$defs": models} if models else whole


def _with_texts(name: str, model: dict[str, Any], known: Texts) -> dict[str, Any]:
    if "properties" not in model:
        return model
    tables = [known.get(one, {}) for one in (name, FAMILIES.get(name, ""), COMMON)]
    properties = {key: _with_text(key, value, tables) for key, value in model["properties"].items()}
    return {**model, "properties": properties}


def _with_text(key: str, value: dict[str, Any], tables: list[dict[str, str]]) -> dict[str, Any]:
    """A key with its description, the nearest first."""
    said = next((table[key] for table in tables if key in table), "")
    return value if "description" in value or not said else {**value, "description": said}
