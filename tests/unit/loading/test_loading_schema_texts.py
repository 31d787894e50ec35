"""JSON Schemas with a description for each key."""

from __future__ import annotations

from mhscan.loading.schema_texts import with_texts


def test_a_key_gets_the_description_of_its_model():
    schema = {"title": "Factor", "properties": {"phase": {"type": "string"}}}
    assert "model.yaml" in with_texts(schema)["properties"]["phase"]["description"]
    assert "description" not in schema["properties"]["phase"]


def test_a_model_without_one_of_its_own_gets_that_of_its_family_and_then_the_common_one():
    schema = {
        "title": "Else",
        "properties": {},
        "$defs": {"ContextTest": {"properties": {"has": {}, "at_least": {}}}, "Plain": {"enum": ["a"]}},
    }
    found = with_texts(schema)["$defs"]
    assert found["ContextTest"]["properties"]["has"]["description"].startswith("True if this option")
    assert found["ContextTest"]["properties"]["at_least"]["description"] == "True from this number on."
    assert found["Plain"] == {"enum": ["a"]}


def test_a_description_that_is_there_stays_and_an_unknown_key_gets_none():
    schema = {"title": "Factor", "properties": {"phase": {"description": "mine"}, "nonsense": {}}}
    assert with_texts(schema)["properties"] == {"phase": {"description": "mine"}, "nonsense": {}}
