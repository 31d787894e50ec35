"""Factors, indicators, levels and actions as models."""

from __future__ import annotations

import copy
import re

import pytest
from pydantic import ValidationError

from mhscan.base import Prose
from mhscan.pack.factor import Factor

FACTOR = {
    "schema": "mhscan/factor@1",
    "id": "soil",
    "title": "Soil",
    "aspects": [{"id": "care", "title": "Care"}],
    "indicators": [
        {
            "id": "compost",
            "aspect": "care",
            "scale": "steps",
            "title": "Compost",
            "question": "Is there compost?",
            "levels": [{"level": 0, "text": "No."}, {"level": 1, "text": "Yes."}],
            "actions": [{"id": "heap", "to": 1, "title": "A heap", "steps": ["Begin."]}],
        }
    ],
}


@pytest.fixture
def data():
    return copy.deepcopy(FACTOR)


def test_what_is_not_said_has_a_default(data):
    factor = Factor.model_validate(data)
    indicator = factor.indicators[0]
    assert (factor.weight, factor.phase, indicator.weight, indicator.applies_if) == (1, None, 1, None)
    assert (factor.aspects[0].combine, factor.aspects[0].scored, factor.aspects[0].section) == ("mean", True, "")
    assert (indicator.sources, indicator.evidence, indicator.actions[0].owner) == ((), (), None)


def test_the_sentence_of_a_level_is_found_by_its_number(data):
    indicator = Factor.model_validate(data).indicators[0]
    assert [indicator.level_text(n) for n in (0, 1, 2)] == ["No.", "Yes.", ""]


def test_a_help_text_can_be_short_or_name_its_sources(data):
    data["indicators"][0] |= {"help": "Look.", "why": {"text": "So.", "sources": ["A-1"]}}
    indicator = Factor.model_validate(data).indicators[0]
    assert (indicator.help, indicator.why) == (Prose(text="Look."), Prose(text="So.", sources=("A-1",)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "mhscan/model@1"),
        (("weight",), 0),
        (("aspects",), []),
        (("indicators",), []),
        (("aspects", 0, "combine"), "worst"),
        (("aspects", 0, "scored"), 1),
        (("indicators", 0, "levels"), [{"level": 0, "text": "No."}]),
        (("indicators", 0, "levels", 0, "level"), "0"),
        (("indicators", 0, "levels", 0, "text"), ""),
        (("indicators", 0, "actions", 0, "steps"), []),
        (("indicators", 0, "actions", 0, "to"), None),
        (("indicators", 0, "weight"), -1),
        (("indicators", 0, "applies_if"), "always"),
    ],
)
def test_a_factor_with_a_wrong_part_is_refused(data, path, value):
    here = data
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    with pytest.raises(ValidationError, match=re.escape(".".join(map(str, path)))):
        Factor.model_validate(data)
