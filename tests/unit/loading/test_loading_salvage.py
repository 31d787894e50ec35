"""What can still be read of a file whose shape is wrong, and what is remembered of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.loading.packs import read_folder
from mhscan.loading.salvage import Rest, salvage
from mhscan.loading.yaml_reader import read_yaml
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"
TEXTS = {
    Model: (TINY / "factors" / "model.yaml").read_text(),
    Factor: (TINY / "factors" / "soil.yaml").read_text(),
    Questionnaire: (TINY / "questionnaires" / "full.yaml").read_text(),
}


def rest_of(kind: type[Model | Factor | Questionnaire], old: str, new: str) -> Rest | None:
    """What is left of a file of the small pack in which a text was replaced."""
    text = TEXTS[kind]
    assert text.count(old) >= 1, old
    document, problems = read_yaml(text.replace(old, new, 1), "file.yaml")
    assert problems == []
    return salvage(document, kind)


def left_of(old: str, new: str) -> tuple[Model, Rest]:
    """What is left of the model."""
    rest = rest_of(Model, old, new)
    assert rest is not None
    assert isinstance(rest.value, Model)
    return rest.value, rest


def test_an_optional_part_with_a_fault_is_taken_out_and_all_else_stays():
    model, rest = left_of("split: 50", "split: 500")
    assert model.profile is None
    assert len(model.rules) == 4
    assert rest.lost.names["fields"] == {"wild"}


def test_a_thing_with_a_fault_is_taken_out_and_its_name_is_remembered():
    model, rest = left_of("{id: visitor, label: Visitor,", "{id: visitor, label: 7,")
    assert [one.id for one in model.roles] == ["gardener"]
    assert (rest.lost.names, rest.lost.open) == ({"roles": {"visitor"}}, set())


@pytest.mark.parametrize("role", ["{label: Visitor", "{id: 7, label: Visitor", "{id: The Visitor, label: Visitor"])
def test_of_a_list_with_an_id_that_cannot_be_read_not_all_names_are_known(role: str):
    model, rest = left_of("{id: visitor, label: Visitor", role)
    assert [one.id for one in model.roles] == ["gardener"]
    assert rest.lost.open == {"roles"}


def test_of_a_list_that_is_no_list_no_names_are_known():
    model, rest = left_of("efforts:\n  - {id: light, label: Light, size: 1}", "efforts: light")
    assert (model.efforts, rest.lost.open) == ((), {"efforts"})


def test_names_under_a_misspelt_key_may_belong_to_any_list():
    model, rest = left_of("partners:", "partnerz:")
    assert (model.partners, rest.lost.names) == ((), {"": {"neighbour"}})


def test_a_scale_goes_as_a_whole_and_its_name_is_remembered():
    other = "scales:\n  other: {levels: [{level: 0, label: None yet, score: 0}, {level: 1, score: 9}]}"
    model, rest = left_of("scales:", other)
    assert (list(model.scales), rest.lost.names["scales"]) == (["steps"], {"other"})


def test_what_follows_from_taking_out_is_taken_out_too():
    model, rest = left_of("profile:\n  x: plan", "profile:\n  x: 7")
    assert model.profile is None
    assert not rest.lost.names.get("phases")


def test_an_item_that_need_not_have_a_name_goes_alone():
    rest = rest_of(Questionnaire, "context.ground", "7")
    assert rest is not None
    assert isinstance(rest.value, Questionnaire)
    assert rest.value.asks() == ("soil.compost", "water.barrel")


@pytest.mark.parametrize(("old", "new"), [("title: Allotment check", "title: 7"), ("coverage:", "coverag:")])
def test_nothing_is_left_of_a_file_without_what_it_must_have(old: str, new: str):
    assert rest_of(Model, old, new) is None


def test_a_place_in_what_is_left_is_the_place_in_the_file():
    _model, rest = left_of("{id: ground, type: single", "{id: ground, type: 7")
    assert rest.document.data["context"][0]["id"] == "tools"
    whole, _problems = read_yaml(rest.document.text, "file.yaml")
    assert rest.document.locate(("context", 0, "options", 1, "id")) == whole.locate(("context", 1, "options", 1, "id"))
    assert rest.document.locate(("rules", 3), at_key=True) == whole.locate(("rules", 3), at_key=True)


def test_a_whole_folder_is_readable_as_it_is():
    folder = read_folder(TINY)
    assert folder.readable() is folder


def test_what_is_left_is_for_checks_and_is_no_part_of_the_pack(tiny_pack: Path):
    model = tiny_pack / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("split: 50", "split: 500"))
    folder = read_folder(tiny_pack)
    assert folder.model() is None
    assert folder.readable().model() is not None
    assert [one.code for one in folder.problems] == ["MH104"]
