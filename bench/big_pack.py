"""A pack as large as one likes, for measuring: factors, conditions, actions and rules in proportion."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PER_FACTOR = 25
LEVELS = range(5)


def write_big_pack(folder: Path, indicators: int) -> None:
    """Write a pack with so many indicators, all of which its one questionnaire asks."""
    count = -(-indicators // PER_FACTOR)
    sizes = [min(PER_FACTOR, indicators - n * PER_FACTOR) for n in range(count)]
    names = [f"factor-{n}" for n in range(count)]
    factors = [_factor(name, size) for name, size in zip(names, sizes, strict=True)]
    _write(folder / "factors" / "model.yaml", _model(names))
    for factor in factors:
        _write(folder / "factors" / f"{factor['id']}.yaml", factor)
    _write(folder / "factors" / "sources" / "book.yaml", _source())
    _write(folder / "questionnaires" / "full.yaml", _questionnaire(factors))


def _write(path: Path, data: dict[str, Any]) -> None:
    """JSON is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")


def _model(names: list[str]) -> dict[str, Any]:
    half = len(names) // 2
    return {
        "schema": "mhscan/model@1",
        "id": "big",
        "version": "1.0.0",
        "title": "A big pack",
        "language": "en",
        "subject": {"singular": "place", "plural": "places", "name": "Which place?"},
        "scales": {"five": {"levels": [{"level": n, "label": f"Step {n}", "score": 25 * n} for n in LEVELS]}},
        "factors": names,
        "context": [{"id": f"choice-{n}", "type": "yesno", "text": f"Does choice {n} hold?"} for n in range(10)],
        "modalities": [{"id": "must", "label": "required", "phrase": "The source asks this.", "severity": "warning"}],
        "efforts": [{"id": "day", "label": "a day", "size": 1}],
        "terms": [{"id": "month", "label": "a month", "size": 30}],
        "coverage": {"minimum": 0.5},
        "bands": [{"id": "low", "label": "Low", "from": 0}, {"id": "high", "label": "High", "from": 50}],
        "rules": [_rule(n, name, names[n - half]) for n, name in enumerate(names)],
        "advice": {"low": 1, "enough": 3, "quick": {"efforts": ["day"], "terms": ["month"]}},
        "privacy": {"free_text": "Write no names."},
    }


def _rule(number: int, name: str, other: str) -> dict[str, Any]:
    tests = [{"indicator": f"{name}.point-0", "at_least": 2}, {"indicator": f"{other}.point-1", "at_most": 1}]
    return {
        "id": f"rule-{number}",
        "title": f"Rule {number}",
        "when": {"all": [*tests, {"count_of": {"factor": name, "at_most": 1}, "at_least": 3}]},
        "text": "Two answers do not go together.",
        "mend": [f"{other}.point-1"],
        "sources": ["B-1"],
    }


def _factor(name: str, size: int) -> dict[str, Any]:
    return {
        "schema": "mhscan/factor@1",
        "id": name,
        "title": name.replace("-", " ").capitalize(),
        "aspects": [{"id": "whole", "title": "The whole"}],
        "indicators": [_indicator(name, n) for n in range(size)],
    }


def _indicator(factor: str, number: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": f"point-{number}",
        "aspect": "whole",
        "scale": "five",
        "title": f"Point {number} of {factor}",
        "question": f"How far is point {number} of {factor}?",
        "help": "Think of the last twelve months. What stands on paper counts.",
        "levels": [{"level": n, "text": f"At step {n}, somebody can show {n} of the four papers."} for n in LEVELS],
        "evidence": ["a decision", "a report"],
        "sources": ["B-1"],
        "actions": [
            {"id": f"do-{number}-{to}", "to": to, "title": f"Reach step {to}", "steps": ["Begin.", "Go on."]}
            | {"effort": "day", "term": "month", "sources": ["B-1"]}
            for to in (2, 4)
        ],
    }
    if number % 5 == 4:
        made["applies_if"] = {"context": f"choice-{number % 10}", "is": True}
    return made


def _source() -> dict[str, Any]:
    claim = {"id": "B-1", "section": "One", "kind": "factor", "modality": "must", "text": "Points help."}
    return {"schema": "mhscan/source@1", "id": "book", "title": "The book", "publisher": "A press", "claims": [claim]}


def _questionnaire(factors: list[dict[str, Any]]) -> dict[str, Any]:
    context = [f"context.choice-{n}" for n in range(10)]
    points = [
        {"title": factor["title"], "ask": [f"{factor['id']}.{one['id']}" for one in factor["indicators"]]}
        for factor in factors
    ]
    return {
        "schema": "mhscan/questionnaire@1",
        "id": "full",
        "title": "All points",
        "minutes": 60,
        "sections": [{"title": "First", "ask": context}, *points],
    }
