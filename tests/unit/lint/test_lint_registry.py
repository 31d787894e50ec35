"""The checks, all at once."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from mhscan.codes import codes, page_text
from mhscan.integrity.names import Names
from mhscan.integrity.registry import MODULES, run_checks
from mhscan.lint import registry
from mhscan.lint.registry import PACKS, checks_in
from mhscan.loading.packs import read_folder

LINT = Path(registry.__file__).parent
INTEGRITY = LINT.parent / "integrity" / "checks"
FOLDERS = (*PACKS, "texts", "assessments", "templates")
WRITTEN = [
    import_module(f"mhscan.{file.relative_to(LINT.parent).with_suffix('').as_posix().replace('/', '.')}")
    for folder in (INTEGRITY, *(LINT / one for one in FOLDERS))
    for file in sorted(folder.glob("*.py"))
]
CHECKS = [one for one in WRITTEN if hasattr(one, "check")]
CODE = re.compile(r'"(MH\d{3})"')


def test_every_check_is_run():
    assert len(CHECKS) >= 70
    run = {one.check for one in MODULES} | {check for folder in FOLDERS for check in checks_in(folder)}
    assert {one.check for one in CHECKS} == run


def test_no_folder_with_checks_is_forgotten():
    others = {"__pycache__"}
    assert {one.name for one in LINT.iterdir() if one.is_dir()} - others == set(FOLDERS)


@pytest.mark.parametrize("module", CHECKS, ids=lambda one: one.__name__)
def test_a_check_is_one_file_with_the_name_of_its_code(module):
    name = module.__name__.split(".")[-1].replace("_", "-")
    (code,) = [code for code, kind in codes().items() if kind.name == name]
    assert code in CODE.findall(Path(module.__file__).read_text(encoding="utf-8"))
    assert (module.__doc__ or "").strip().endswith(".")
    assert (module.check.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("code", codes())
def test_a_page_says_why_with_an_example_and_what_to_write_instead(code):
    kind = codes()[code]
    assert all(re.fullmatch(r"[A-Z].*\.", text) for text in (kind.finds, kind.why))
    assert kind.wrong.strip() != kind.right.strip()
    assert all(f"\n\n{head}\n" in page_text(code) for head in ("What it checks", "Why it matters", "Write instead"))


def test_a_right_pack_passes_every_check(tiny_pack):
    assert run_checks(read_folder(tiny_pack.path)) == []


def test_faults_of_all_checks_are_found_at_once(tiny_pack):
    tiny_pack.edit("factors/model.yaml", "label: Low, from: 0}", "label: Low, from: 1}")
    tiny_pack.edit("factors/model.yaml", "id: visitor,", "id: gardener,")
    tiny_pack.edit("factors/soil.yaml", "to: 1\n", "to: 9\n")
    tiny_pack.edit("factors/soil.yaml", "owner: gardener", "owner: nobody")
    tiny_pack.edit("factors/water.yaml", "is: sand", "is: loam")
    found = [one.code for one in run_checks(read_folder(tiny_pack.path))]
    assert sorted(found) == ["MH202", "MH205", "MH207", "MH402", "MH403"]


def test_the_names_of_an_unreadable_model_are_none(tiny_pack):
    tiny_pack.write("factors/model.yaml", "")
    names = Names(read_folder(tiny_pack.path))
    assert (names.model, names.context, names.subject, names.listed("roles")) == (None, {}, {}, set())
    assert (set(names.indicators), names.broken_factors) == ({"soil.compost", "water.barrel"}, set())


def test_the_names_of_a_pack_are_gathered(tiny_pack):
    names = Names(read_folder(tiny_pack.path))
    assert (set(names.subject), names.claims, names.listed("phases")) == ({"plots"}, {"BK-1", "BK-2"}, {"plan", "grow"})
    assert (names.broken_factors, names.broken_sources) == (set(), False)
