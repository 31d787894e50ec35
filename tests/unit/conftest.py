"""Small packs and assessments, made in a line or two, for the rooms that compute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source

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
def judge() -> Callable[..., Result]:
    """What answers under a pack come to."""

    def evaluated(pack: Pack, answers: Mapping[str, Any], **more: Any) -> Result:
        return evaluate(pack, make_assessment(pack, answers, **more))

    return evaluated
