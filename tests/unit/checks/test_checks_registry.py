"""The checks, all at once."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from mhscan.checks import registry
from mhscan.checks.names import Names
from mhscan.checks.page import page_text
from mhscan.checks.registry import MODULES, run_checks
from mhscan.checks.reviews import ASSESSMENTS, DOCUMENTS, PAGES, REVIEWS, TEMPLATES
from mhscan.codes import CODES
from mhscan.loading.packs import read_folder

CHECKS_FOLDER = Path(registry.__file__).parent
FAMILIES = {
    "files": "MH0",
    "shape": "MH1",
    "references": "MH2",
    "logic": "MH3",
    "scoring": "MH4",
    "content": "MH5",
    "templates": "MH6",
    "compatibility": "MH7",
    "assessments": "MH8",
}
WRITTEN = [
    import_module(f"mhscan.checks.{family}.{file.stem}")
    for family in FAMILIES
    for file in sorted((CHECKS_FOLDER / family).glob("*.py"))
]
PAGED = [one for one in WRITTEN if hasattr(one, "PAGE")]


def test_every_file_with_a_page_is_registered_and_every_code_has_one():
    assert len(PAGED) >= 40
    assert sorted(PAGES) == sorted(one.PAGE.code for one in PAGED)
    assert set(PAGES) == set(CODES)


def test_every_check_is_run():
    written = {one.__name__ for one in PAGED if hasattr(one, "check")}
    assert written == {one.__name__ for one in (*MODULES, *REVIEWS, *DOCUMENTS, *ASSESSMENTS, *TEMPLATES)}


@pytest.mark.parametrize("module", PAGED, ids=lambda one: one.PAGE.code)
def test_a_check_is_one_file_in_the_folder_of_its_family_with_the_name_of_its_code(module):
    family, name = module.__name__.split(".")[-2:]
    assert module.PAGE.code.startswith(FAMILIES[family])
    assert name.replace("_", "-") == CODES[module.PAGE.code].name
    assert (module.__doc__ or "").strip().endswith(".")
    if hasattr(module, "check"):
        assert (module.check.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_says_why_with_an_example_and_what_to_write_instead(page):
    assert re.fullmatch(r"[A-Z].*\.", page.why)
    assert page.wrong.strip() != page.right.strip()
    assert all(f"\n\n{head}\n" in page_text(page) for head in ("What it checks", "Why it matters", "Write instead"))


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
