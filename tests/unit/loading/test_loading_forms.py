"""Forms of texts in words."""

from __future__ import annotations

import re

import pytest

from mhscan.answers.model import Assessment
from mhscan.base import DATE_PATTERN, FULL_ID_PATTERN, ID_PATTERN, KEY_PATTERN, VERSION_PATTERN
from mhscan.loading.forms import FORMS, form, mended
from mhscan.loading.near import Vocabulary
from mhscan.loading.packs import KINDS
from mhscan.pack.documents import Documents
from mhscan.pack.scenario import Scenario
from mhscan.pack.style import Style
from mhscan.plans.model import Plan

MODELS = [*KINDS.values(), Assessment, Plan, Scenario, Documents, Style]
WORDS = Vocabulary()
WORDS.add({"id": "soil", "indicators": [{"id": "compost", "title": "The compost heap"}], "context": [{"id": "ground"}]})


def patterns() -> set[str]:
    found: set[str] = set()
    for model in MODELS:
        found |= set(
            re.findall(r'"pattern": "((?:[^"\\\\]|\\\\.)*)"', __import__("json").dumps(model.model_json_schema()))
        )
    return {one.replace("\\\\", "\\") for one in found}


def test_each_pattern_of_each_model_is_told_in_words() -> None:
    assert len(patterns()) > 8
    assert patterns() - set(FORMS) == set()
    assert all(re.search(r"[A-Z].*\.$", form(one)) for one in FORMS)
    assert form("^z$") == "Write it in another form."


@pytest.mark.parametrize(
    ("value", "pattern", "wanted"),
    [
        ("Budget", ID_PATTERN, "budget"),
        ("name_a_lead", ID_PATTERN, "name-a-lead"),
        ("b\u00fbdget 2", ID_PATTERN, "budget-2"),
        ("compost,", ID_PATTERN, "compost"),
        ("The compost heap", ID_PATTERN, "compost"),
        ("context.ground", ID_PATTERN, "ground"),
        ("soil.compost", ID_PATTERN, "compost"),
        ("compost", FULL_ID_PATTERN, "soil.compost"),
        ("Soil.Compost", FULL_ID_PATTERN, "soil.compost"),
        ("The compost heap", FULL_ID_PATTERN, "soil.compost"),
        ("ground", KEY_PATTERN, "context.ground"),
        ("v1.2", VERSION_PATTERN, "1.2.0"),
        ("1.2.3-beta", VERSION_PATTERN, ""),
        ("first", r"^context\.[a-z0-9-]+$", "context.first"),
        ("English", r"^[a-z]{2,3}$", "en"),
        ("nl_NL", r"^[a-z]{2,3}$", "nl"),
        ("31-5-2026", DATE_PATTERN, "2026-05-31"),
        ("2026/5/31", DATE_PATTERN, "2026-05-31"),
        ("May", DATE_PATTERN, ""),
        ("13-13-2026", DATE_PATTERN, ""),
        ("!!", ID_PATTERN, ""),
        ("  ", r"\S", ""),
    ],
)
def test_the_value_that_was_probably_meant_has_the_form(value: str, pattern: str, wanted: str) -> None:
    assert mended(value, pattern, WORDS) == wanted
