"""Which keys can stand at a place in a file, as the JSON Schema of its model tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from mhscan.errors import Path


def keys_at(model: type[BaseModel], path: Path) -> set[str]:
    """The keys that can stand at a path, as the model's JSON Schema tells; none where any key can."""
    return {key for one in _nodes(model, path) for key in one.get("properties", {})}


def is_needed(model: type[BaseModel], path: Path) -> bool:
    """Whether the key at the end of a path must be there."""
    return any(path[-1] in one.get("required", ()) for one in _nodes(model, path[:-1]))


def pattern_at(model: type[BaseModel], path: Path) -> str:
    """The pattern that the text at a path must have; empty where it is free."""
    return next((str(one["pattern"]) for one in _nodes(model, path) if "pattern" in one), "")


def most_at(model: type[BaseModel], path: Path) -> float | None:
    """The largest number that can stand at a path; nothing where there is no limit."""
    limits = [one[key] for one in _nodes(model, path) for key in ("maximum", "le") if key in one]
    return float(min(limits)) if limits else None


def _nodes(model: type[BaseModel], path: Path) -> list[dict[str, Any]]:
    """The schema nodes that can stand at a path."""
    top = _schema(model)
    nodes = [top]
    for step in path:
        nodes = [below for node in nodes for below in _below(_resolve(top, node), step)]
    return [one for node in nodes for one in _resolve(top, node)]


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(top: dict[str, Any], node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema node with what it refers to, and each of its alternatives."""
    if "$ref" in node:
        yield from _resolve(top, top["$defs"][node["$ref"].rsplit("/", 1)[1]])
    for alternative in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _resolve(top, alternative)
    yield node


def _below(nodes: Iterator[dict[str, Any]], step: str | int) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if isinstance(step, int) and isinstance(node.get("items"), dict):
            yield node["items"]
        elif step in node.get("properties", {}):
            yield node["properties"][step]
        elif isinstance(node.get("additionalProperties"), dict):
            yield node["additionalProperties"]
        yield from node.get("patternProperties", {}).values()
