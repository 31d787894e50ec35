"""Which pack is meant where there is no assessment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.loading.pack_choice import (
    SHIPPED,
    choose_pack,
    choose_pack_of,
    pack_around,
    pack_asked_for,
    pack_id,
    packs_near,
)
from mhscan.loading.shipped import shipped_pack


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def pack(english_folder) -> Path:
    """A pack in the folder `pack` of this one."""
    return Path(english_folder.name)


def test_the_order_is_named_then_here_then_shipped(pack, monkeypatch):
    assert choose_pack(None).origin == "shipped"
    assert (choose_pack(pack).folder, choose_pack(pack).origin) == (pack, "named")
    monkeypatch.chdir(pack)
    assert (choose_pack(None).folder, choose_pack(None).origin) == (Path(), "here")
    monkeypatch.chdir("factors/sources")
    assert (choose_pack(None).folder, choose_pack(None).origin) == (Path("../.."), "here")
    assert choose_pack(Path(SHIPPED)).folder == shipped_pack()


def test_a_folder_that_is_called_shipped_goes_before_the_word(pack):
    pack.rename(SHIPPED)
    assert choose_pack(Path(SHIPPED)).folder == Path(SHIPPED)


@pytest.mark.parametrize("model", ["model.yaml", "model.yml"])
def test_a_pack_is_a_folder_with_a_model(pack, model):
    (pack / "factors" / "model.yaml").rename(pack / "factors" / model)
    assert pack_around(pack / "questionnaires") == pack
    assert pack_id(pack) == "harbour-access"
    (pack / "factors" / model).unlink()
    assert pack_around(pack / "questionnaires") is None
    assert pack_id(pack) == ""


@pytest.mark.parametrize(
    ("named", "message", "hint"),
    [
        ("none", "The folder none does not exist.", "Packs are in: pack."),
        (".", "There is no pack in .", "Packs are in: pack."),
        ("pack/questionnaires", "There is no pack in pack/questionnaires.", "Packs are in: pack."),
        ("pack/factors/model.yaml", "The folder pack/factors/model.yaml does not exist.", "Packs are in: pack."),
    ],
)
def test_what_is_named_and_is_no_pack_is_refused_with_where_packs_are(pack, named, message, hint):
    with pytest.raises(InputError, match=message) as caught:
        choose_pack(Path(named))
    assert caught.value.hint == hint


def test_without_any_pack_it_is_told_what_one_is():
    with pytest.raises(InputError) as caught:
        pack_asked_for(Path("none"))
    assert caught.value.hint == "A pack is a folder with factors/model.yaml, questionnaires/ and templates/."


def test_packs_are_found_two_folders_deep_and_not_where_nobody_looks(pack):
    for place in ("packs/one", ".hidden", "a/b/c"):
        shutil.copytree(pack, place)
    assert packs_near(Path()) == (pack, Path("packs/one"))


def test_the_pack_of_the_folder_of_a_file_goes_before_the_shipped_one_if_it_has_the_id(pack):
    assert choose_pack_of("harbour-access", pack / "scans", None).folder == pack
    assert choose_pack_of("harbour-access", pack / "scans", None).origin == "around"
    assert choose_pack_of("orchard", pack / "scans", None).origin == "shipped"
