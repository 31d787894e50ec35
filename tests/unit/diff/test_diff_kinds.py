"""The table of changes says something of every key that a file of a pack can have."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import BaseModel

from mhscan.diff import kinds
from mhscan.diff.kinds import APART, Kind
from mhscan.pack.factor import Action, Aspect, Factor, Indicator, Level
from mhscan.pack.glossary import Glossary, Term
from mhscan.pack.model import (
    Aggregate,
    Band,
    Carrier,
    Coverage,
    Decider,
    Duration,
    Modality,
    Model,
    Moment,
    Named,
    Phase,
    Privacy,
    Profile,
    ProfileField,
    Robustness,
    Role,
    Scale,
    ScaleLevel,
    Subject,
    Weighted,
)
from mhscan.pack.observation import Observation
from mhscan.pack.questionnaire import FactWording, Questionnaire, Wording
from mhscan.pack.report_texts import Lens, LensGroup
from mhscan.pack.rule import Advice, Rule
from mhscan.pack.signal import Signal
from mhscan.pack.source import Claim, Source
from mhscan.questions.base import Option
from mhscan.questions.multi import MultiOption
from mhscan.questions.registry import Question

MODELS: list[tuple[Kind, tuple[type[BaseModel], ...]]] = [
    (kinds.LEVEL, (Level,)),
    (kinds.ACTION, (Action,)),
    (kinds.INDICATOR, (Indicator,)),
    (kinds.ASPECT, (Aspect,)),
    (kinds.FACTOR, (Factor,)),
    (kinds.OPTION, (Option, MultiOption)),
    (kinds.CONTEXT, get_args(get_args(Question)[0])),
    (kinds.SUBJECT_FIELD, get_args(get_args(Question)[0])),
    (kinds.SCALE_LEVEL, (ScaleLevel,)),
    (kinds.SCALE, (Scale,)),
    (kinds.PHASE, (Phase,)),
    (kinds.ROLE, (Role,)),
    (kinds.PARTNER, (Named,)),
    (kinds.EFFORT, (Weighted,)),
    (kinds.TERM, (Duration,)),
    (kinds.MOMENT, (Moment,)),
    (kinds.CARRIER, (Carrier,)),
    (kinds.DECIDER, (Decider,)),
    (kinds.MODALITY, (Modality,)),
    (kinds.BAND, (Band,)),
    (kinds.PROFILE, (Profile,)),
    (kinds.PROFILE_FIELD, (ProfileField,)),
    (kinds.OBSERVATION, (Observation,)),
    (kinds.RULE, (Rule,)),
    (kinds.SIGNAL, (Signal,)),
    (kinds.LENS, (Lens,)),
    (kinds.LENS_GROUP, (LensGroup,)),
    (kinds.MODEL, (Model,)),
    (kinds.QUESTIONNAIRE, (Questionnaire,)),
    (kinds.WORDING, (Wording, FactWording)),
    (kinds.SOURCE, (Source,)),
    (kinds.CLAIM, (Claim,)),
    (kinds.GLOSSARY, (Glossary,)),
    (kinds.EXPLAINED, (Term,)),
]
GROUPS = {
    "subject": Subject,
    "aggregate": Aggregate,
    "coverage": Coverage,
    "robustness": Robustness,
    "advice": Advice,
    "privacy": Privacy,
}
ELSEWHERE = {"claims"}
"""Keys whose things are told apart in the whole pack."""


def keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def said(kind: Kind) -> set[str]:
    return {*kind.fields, *kind.parts, *kind.order, kind.key, *APART, *ELSEWHERE}


def test_every_kind_of_the_table_is_looked_at():
    known = {id(one) for one in vars(kinds).values() if isinstance(one, Kind)}
    assert known - {id(kind) for kind, _models in MODELS} == {id(kinds.ENTRY), id(kinds.WORDED_LEVEL)}


@pytest.mark.parametrize(("kind", "models"), MODELS, ids=[kind.name for kind, _models in MODELS])
def test_every_key_of_a_model_has_a_weight(kind, models):
    wanted: set[str] = set().union(*map(keys, models))
    wanted = {key for key in wanted if key not in GROUPS} if kind is kinds.MODEL else wanted
    assert wanted
    assert wanted - said(kind) == set(), "say in diff/kinds.py what a change of it comes to"


@pytest.mark.parametrize("group", GROUPS)
def test_every_key_of_a_group_in_the_model_has_a_weight(group):
    wanted = {f"{group}.{key}" for key in keys(GROUPS[group])}
    assert wanted - said(kinds.MODEL) == set(), "say in diff/kinds.py what a change of it comes to"


def test_nothing_in_the_table_is_of_a_key_that_no_model_has():
    made: dict[int, Any] = {id(kinds.INDICATOR): {"factor"}, id(kinds.CLAIM): {"source"}}
    made[id(kinds.QUESTIONNAIRE)] = {"ask"}
    made[id(kinds.MODEL)] = {f"{group}.{key}" for group, model in GROUPS.items() for key in keys(model)}
    for kind, models in MODELS:
        known = set().union(*map(keys, models)) | made.get(id(kind), set())
        assert {*kind.fields, *kind.parts, *kind.order} <= known, kind.name
