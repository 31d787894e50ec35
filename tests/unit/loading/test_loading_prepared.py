"""A prepared pack is the pack that its files hold, or it is passed over."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mhscan.integrity.packs import checked_pack, load_pack
from mhscan.loading import prepared, shipped
from mhscan.loading.paths import forget_read, was_read

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def content() -> bytes:
    return prepared.prepare_pack(ROOT, checked_pack(ROOT))


@pytest.fixture
def folder(tmp_path, monkeypatch, content) -> Path:
    """A copy of the shipped pack that takes its place, with what was prepared of it."""
    copy = tmp_path / "pack"
    for name in shipped.FOLDERS:
        shutil.copytree(ROOT / name, copy / name)
    kept = tmp_path / "prepared"
    kept.mkdir()
    (kept / prepared.PACK).write_bytes(content)
    monkeypatch.setattr(prepared, "shipped_pack", lambda: copy)
    monkeypatch.setattr(prepared, "prepared_folder", lambda: kept)
    return copy


def test_it_is_the_pack_that_the_files_hold(folder):
    found, wanted = prepared.prepared_pack(folder), checked_pack(folder)
    assert found is not None
    assert vars(found) == vars(wanted)
    assert [one.model_fields_set for one in found.factors] == [one.model_fields_set for one in wanted.factors]
    assert vars(load_pack(folder)) == vars(wanted)


def test_its_files_count_as_read(folder):
    forget_read()
    prepared.prepared_pack(folder)
    assert was_read(folder / "factors" / "model.yaml")


def test_one_byte_more_in_a_file_and_the_files_are_read(folder):
    with (folder / "factors" / "model.yaml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert prepared.prepared_pack(folder) is None
    assert load_pack(folder).sha256 == checked_pack(ROOT).sha256


@pytest.mark.parametrize("change", ["add", "remove", "rename", "link", "shut"])
def test_another_list_of_files_and_they_are_read(folder, change, tmp_path):
    file = folder / "factors" / "glossary.yaml"
    if change == "add":
        shutil.copy(file, file.with_name("more.yml"))
    elif change == "remove":
        file.unlink()
    elif change == "rename":
        file.rename(file.with_name("words.yaml"))
    elif change == "link":
        (folder / "factors" / "out.yaml").symlink_to(tmp_path / "prepared" / prepared.PACK)
    else:
        file.unlink()
        file.mkdir()
    assert prepared.prepared_pack(folder) is None


@pytest.mark.parametrize("name", ["VERSION", "__version__", "CODE"])
def test_another_release_or_other_code_and_the_files_are_read(folder, monkeypatch, name):
    monkeypatch.setattr(prepared, name, ("dates.py",) if name == "CODE" else "0.0.1")
    assert prepared.prepared_pack(folder) is None


def test_the_code_of_a_wheel_is_that_of_its_build(folder, monkeypatch):
    monkeypatch.setattr(prepared, "HERE", folder)
    assert prepared.prepared_pack(folder) is not None


@pytest.mark.parametrize("there", [b"", b"x" * 100])
def test_what_is_no_prepared_pack_is_never_unpickled(folder, there, monkeypatch):
    monkeypatch.setattr(pickle, "loads", lambda _content: pytest.fail("unpickled"))
    (prepared.prepared_folder() / prepared.PACK).write_bytes(there)
    assert prepared.prepared_pack(folder) is None


def test_what_lies_in_another_pack_is_never_unpickled(folder, tmp_path, monkeypatch, content):
    other = shutil.copytree(folder, tmp_path / "other")
    for place in (other / "prepared", other / "build" / "prepared"):
        place.mkdir(parents=True)
        (place / prepared.PACK).write_bytes(content)
    monkeypatch.setattr(pickle, "loads", lambda _content: pytest.fail("unpickled"))
    assert prepared.prepared_pack(other) is None


def test_without_it_the_files_are_read(folder):
    (prepared.prepared_folder() / prepared.PACK).unlink()
    assert prepared.prepared_pack(folder) is None
    assert load_pack(folder).files == 17


def test_two_processes_prepare_the_same_bytes(content):
    made = "from pathlib import Path; import sys; from mhscan.loading.prepared import prepare_pack; "
    made += "from mhscan.integrity.packs import checked_pack; "
    made += "sys.stdout.buffer.write(prepare_pack(Path.cwd(), checked_pack(Path.cwd())))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", made], cwd=ROOT, env=environment, capture_output=True, check=True)
        assert done.stdout == content


def test_it_lies_beside_the_code_of_a_wheel_and_in_the_build_of_a_checkout(monkeypatch, tmp_path):
    assert shipped.prepared_folder() == ROOT / "build" / "prepared"
    for name in shipped.FOLDERS:
        (tmp_path / name).mkdir()
    monkeypatch.setattr(shipped, "HERE", tmp_path)
    assert shipped.prepared_folder() == tmp_path / "prepared"
