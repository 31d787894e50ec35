"""A pack as a whole, with its look-ups."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.integrity.packs import load_pack
from mhscan.pack.pack import Pack, label

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(TINY)


def test_indicators_are_found_by_their_full_ids_in_the_order_of_the_model(pack):
    assert list(pack.places) == ["soil.compost", "water.barrel"]


def test_a_place_knows_its_factor_and_aspect(pack):
    place = pack.places["water.barrel"]
    assert (place.id, place.indicator.id, place.factor.id, place.aspect.id) == (
        "water.barrel",
        "barrel",
        "water",
        "rain",
    )


def test_context_questions_are_found_by_the_keys_of_their_answers(pack):
    assert list(pack.context) == [f"context.{one}" for one in ("ground", "tools", "fenced", "since", "motto")]


def test_claims_are_found_by_their_ids(pack):
    assert {key: one.kind for key, one in pack.claims.items()} == {"BK-1": "factor", "BK-2": "example"}


def test_a_level_has_the_score_of_its_scale(pack):
    place = pack.places["soil.compost"]
    assert pack.scale(place) is pack.model.scales["steps"]
    assert [pack.score(place, level) for level in (0, 1, 2)] == [0, 40, 100]


def test_a_level_is_called_as_its_indicator_says_or_else_as_its_scale_does(pack):
    place = pack.places["soil.compost"]
    assert [pack.level_label(place, level) for level in (1, 2)] == ["Begun", "Turned"]


def test_a_questionnaire_is_found_by_its_id(pack):
    found = pack.questionnaire("full")
    assert found is not None
    assert found.asks() == ("context.ground", "soil.compost", "water.barrel")
    assert pack.questionnaire("short") is None


def test_the_strongest_of_some_claims_is_the_first_that_the_model_lists(build):
    modalities = [
        {"id": one, "label": one, "phrase": f"It {one}.", "severity": "notice"} for one in ("must", "may", "seen")
    ]
    pack = build.pack(
        build.factor("a", build.indicator("x")), source=build.claims(A="seen", B="may"), modalities=modalities
    )
    assert [getattr(pack.strongest(ids), "id", None) for ids in (("A", "B"), ("A",), ("nope",), ())] == [
        "may",
        "seen",
        None,
        None,
    ]


def test_a_label_goes_with_an_id_and_else_the_id_itself_is_shown(pack):
    assert [label(pack.model.roles, one) for one in ("gardener", "mayor", None)] == ["Gardener", "mayor", ""]


def test_a_question_knows_when_it_is_asked(build):
    condition = {"context": "open", "is": True}
    questions = [{"id": one, "type": "yesno", "text": "Is it?"} for one in ("open", "wide")]
    questions[1]["applies_if"] = condition
    pack = build.pack(
        build.factor("a", build.indicator("x"), build.indicator("y", applies_if=condition)), context=questions
    )
    asked_always = [pack.applies_if(key) is None for key in ("a.x", "a.y", "context.open", "context.wide", "nope")]
    assert asked_always == [True, False, True, False, True]
