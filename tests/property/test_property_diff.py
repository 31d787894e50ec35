"""A pack does not differ from itself, whatever its files are called and in which order things stand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.diff.compare import compare
from mhscan.loading.files import read_document
from mhscan.loading.packs import read_folder

ROOT = Path(__file__).resolve().parents[2]
PACKS = [ROOT, ROOT / "tests" / "packs" / "harbour", ROOT / "tests" / "packs" / "tiny"]


def shuffled(data, random):
    """The data with the keys of each mapping in another order."""
    if isinstance(data, dict):
        keys = list(data)
        random.shuffle(keys)
        return {key: shuffled(data[key], random) for key in keys}
    return [shuffled(one, random) for one in data] if isinstance(data, list) else data


def rewrite(source: Path, target: Path, random) -> None:
    """The same pack in files with other names, with other keys first."""
    files = [*(source / "factors").glob("*.yaml"), *(source / "factors/sources").glob("*.yaml")]
    files += (source / "questionnaires").glob("*.yaml")
    for file in files:
        name = file.name if file.name == "model.yaml" else f"{random.randrange(10**9)}-{file.stem}.yaml"
        path = target / file.parent.relative_to(source) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        document, _problems = read_document(file)
        # JSON is YAML too.
        path.write_text(json.dumps(shuffled(document.data, random)), encoding="utf-8")


@pytest.mark.parametrize("pack", PACKS, ids=["shipped", "harbour", "tiny"])
def test_a_pack_does_not_differ_from_itself(pack):
    assert compare(read_folder(pack), read_folder(pack)) == ()


@settings(max_examples=15)
@given(random=st.randoms(use_true_random=False))
def test_names_of_files_and_the_order_of_keys_make_no_difference(random, tmp_path_factory):
    source = PACKS[random.randrange(1, 3)]
    target = tmp_path_factory.mktemp("pack")
    rewrite(source, target, random)
    assert read_folder(target).problems == []
    assert compare(read_folder(source), read_folder(target)) == ()


@settings(max_examples=25)
@given(data=st.data())
def test_a_change_is_found_from_both_sides_and_each_place_exists(data, tmp_path_factory):
    target = tmp_path_factory.mktemp("pack")
    shutil.copytree(PACKS[1], target, dirs_exist_ok=True)
    files = sorted((target / "factors").glob("*.yaml"))
    file = data.draw(st.sampled_from(files))
    lines = file.read_text(encoding="utf-8").split("\n")
    wanted = [n for n, line in enumerate(lines) if line.lstrip().startswith(("title:", "weight:", "question:"))]
    number = data.draw(st.sampled_from(wanted))
    key = lines[number].split(":")[0]
    lines[number] = f"{key}: {'7' if key.strip() == 'weight' else 'Other words'}"
    file.write_text("\n".join(lines), encoding="utf-8")
    old, new = read_folder(PACKS[1]), read_folder(target)
    there, back = compare(old, new), compare(new, old)
    assert there
    assert {(one.kind, one.id, one.field, one.weight) for one in there} == {
        (one.kind, one.id, one.field, one.weight) for one in back
    }
    for one in there:
        assert (Path(one.location.file), one.location.line) == (file, number + 1)
