"""Small packs and assessments, made in a line or two for the rooms that compute, and a pack on disk to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.errors import Problem
from mhscan.lint.review import validate
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
MARK = "¦"
NEWLINE = "\n"
SCALE = {"levels": [{"level": n, "label": f"Step {n}", "score": 25 * n} for n in range(5)]}
MODEL = {
    "schema": "mhscan/model@1",
    "id": "small",
    "version": "1.0.0",
    "title": "Small pack",
    "language": "en",
    "subject": {"singular": "club", "plural": "clubs", "name": "Which club?"},
    "scales": {"five": SCALE},
    "coverage": {"minimum": 0.5},
    "bands": [{"id": "low", "label": "Low", "from": 0}, {"id": "high", "label": "High", "from": 50}],
    "advice": {"low": 1, "enough": 3},
    "privacy": {"free_text": "Write no names."},
}


SET = {"observation": "set", "is": True}
WHEN = [
    None,
    SET,
    {"all": [SET, {"observation": "count", "at_least": 3}]},
    {"all": [SET, {"observation": "count", "at_least": 6}]},
    {"all": [SET, {"observation": "count", "at_least": 6}, {"observation": "day", "ahead": {"at_least": -30}}]},
]


def indicator(name: str, **more: Any) -> dict[str, Any]:
    """An indicator with five levels, 0-4, worth 0-100."""
    scale = {"aspect": "a", "scale": "five", "title": name.title(), "question": f"How far is {name}?"}
    levels = [{"level": n, "text": f"{name} is at {n}."} for n in more.pop("levels", range(5))]
    return {"id": name, **scale, "levels": levels, **more}


def action(name: str, to: int, **more: Any) -> dict[str, Any]:
    """An action with one step."""
    return {"id": name, "to": to, "title": f"Do {name}", "steps": ["Begin."], **more}


def factor(name: str, *indicators: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A factor with one aspect, `a`, unless told otherwise."""
    aspects = more.pop("aspects", [{"id": "a", "title": "Aspect"}])
    head = {"schema": "mhscan/factor@1", "id": name, "title": name.title()}
    return {**head, "aspects": aspects, "indicators": list(indicators), **more}


def claims(**modalities: str) -> dict[str, Any]:
    """A source with a claim for each name, as strong as it says."""
    made = [
        {"id": one, "section": "One", "kind": "factor", "modality": modality, "text": f"{one} holds."}
        for one, modality in modalities.items()
    ]
    return {"schema": "mhscan/source@1", "id": "book", "title": "The book", "publisher": "A press", "claims": made}


def make_pack(*factors: dict[str, Any], asks: tuple[str, ...] = (), source: Any = None, **model: Any) -> Pack:
    """A pack of these factors; its questionnaire `full` asks all, `short` what `asks` names."""
    made = [Factor.model_validate(one) for one in factors]
    every = tuple(f"{f.id}.{i.id}" for f in made for i in f.indicators)
    lists = {"full": every, "short": asks or every[:1]}
    questionnaires = [
        {
            "schema": "mhscan/questionnaire@1",
            "id": one,
            "title": one.title(),
            "minutes": 5,
            "sections": [{"title": "All", "ask": keys}],
        }
        for one, keys in lists.items()
    ]
    return Pack(
        model=Model.model_validate({**MODEL, "factors": [one.id for one in made], **model}),
        factors=tuple(made),
        questionnaires=tuple(Questionnaire.model_validate(one) for one in questionnaires),
        sources=(Source.model_validate(source),) if source else (),
        sha256="0" * 64,
    )


def make_assessment(pack: Pack, answers: Mapping[str, Any], **more: Any) -> Assessment:
    """An assessment; an answer that is no `Answer` is the value of one."""
    given = {
        key: one if isinstance(one, Answer) else Answer(state="answered", value=one) for key, one in answers.items()
    }
    fields: dict[str, Any] = {
        "id": "an-id",
        "subject": {"name": "Testhaven", **more.pop("subject", {})},
        "date": "2026-05-01",
        "pack": PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        "questionnaire": "full",
        "respondent": Respondent(id="somebody"),
    }
    return Assessment(schema_="mhscan/assessment@1", answers=given, **{**fields, **more})


@pytest.fixture
def build() -> Any:
    """The functions above that make the parts of a pack."""
    return SimpleNamespace(
        indicator=indicator, action=action, factor=factor, claims=claims, pack=make_pack, assessment=make_assessment
    )


@pytest.fixture
def observed() -> Callable[..., dict[str, Any]]:
    """Makes an indicator: level 1 with a `set`, 2 and 3 with a `count` of 3 and 6 too, 4 with a `day` of this month.

    Other conditions for its levels can be given.
    """

    def made(name: str = "tools", conditions: Sequence[Any] = WHEN, **more: Any) -> dict[str, Any]:
        one = indicator(name, **more)
        facts = [
            {"id": key, "type": type_, "text": "?", "there": key, "missing": f"no {key}", "ours": True}
            for key, type_ in {"set": "yesno", "count": "number", "day": "date"}.items()
        ]
        levels = [
            level | ({"when": when} if when else {}) for level, when in zip(one["levels"], conditions, strict=True)
        ]
        return {**one, "observations": facts, "levels": levels}

    return made


@pytest.fixture
def judge() -> Callable[..., Result]:
    """What answers under a pack come to."""

    def evaluated(pack: Pack, answers: Mapping[str, Any], **more: Any) -> Result:
        return evaluate(pack, make_assessment(pack, answers, **more))

    return evaluated


@dataclass(frozen=True)
class TinyPack:
    """A copy of the small pack; files are named from its top."""

    path: Path

    def edit(self, file: str, old: str, new: str) -> list[str]:
        """Put one text in the place of another, which must be there exactly once.

        Gives the places, as FILE:LINE:COLUMN, that are marked with ¦ in the new text; the marks are not written.
        """
        text = (self.path / file).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        parts = text.replace(old, new).split(MARK)
        self.write(file, "".join(parts))
        before = ["".join(parts[:n]) for n in range(1, len(parts))]
        return [f"{file}:{one.count(NEWLINE) + 1}:{len(one) - one.rfind(NEWLINE)}" for one in before]

    def write(self, file: str, content: str | bytes) -> None:
        """Write a whole file."""
        raw = content.encode() if isinstance(content, str) else content
        (self.path / file).write_bytes(raw)

    def found(self) -> list[Problem]:
        """All errors that validation says; what a pack could do better is for the examples of each check."""
        return [one for one in validate([self.path], self.path) if one.severity == "error"]

    def problems(self) -> list[tuple[str, str]]:
        """The code and place of each problem, with files named from the top of the pack."""
        return [(one.code, str(one.location).removeprefix(f"{self.path}/")) for one in self.found()]


@pytest.fixture
def tiny_pack(tmp_path: Path) -> TinyPack:
    """A fresh copy of the small pack."""
    return TinyPack(Path(shutil.copytree(TINY, tmp_path / "pack")))
