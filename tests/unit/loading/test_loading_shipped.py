"""Where the shipped pack lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.loading import shipped
from mhscan.loading.shipped import FOLDERS, shipped_pack


def make(folder: Path) -> Path:
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    return folder


def test_the_shipped_pack_has_all_that_a_pack_has():
    assert (shipped_pack() / "factors" / "model.yaml").is_file()
    assert [name for name in FOLDERS if not (shipped_pack() / name).is_dir()] == []


def test_in_a_wheel_it_lies_beside_the_code(tmp_path, monkeypatch):
    monkeypatch.setattr(shipped, "HERE", make(tmp_path / "lib" / "mhscan"))
    make(tmp_path / "x")
    assert shipped_pack() == tmp_path / "lib" / "mhscan"


def test_in_a_checkout_it_lies_beside_the_source(tmp_path, monkeypatch):
    make(tmp_path)
    monkeypatch.setattr(shipped, "HERE", tmp_path / "src" / "mhscan")
    assert shipped_pack() == tmp_path


def test_half_a_pack_is_none(tmp_path, monkeypatch):
    make(tmp_path)
    (tmp_path / "templates").rmdir()
    monkeypatch.setattr(shipped, "HERE", tmp_path / "src" / "mhscan")
    with pytest.raises(InputError, match="The pack that comes with mhscan is not there"):
        shipped_pack()
