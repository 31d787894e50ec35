"""The checks, all at once."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from mhscan.codes import codes, page_text
from mhscan.integrity.names import Names
from mhscan.integrity.registry import ON_WHOLE_FILES, checks_in, run_checks
from mhscan.lint import registry
from mhscan.lint.registry import PACKS
from mhscan.loading.packs import read_folder

LINT = Path(registry.__file__).parent
INTEGRITY = LINT.parent / "integrity" / "checks"
FAMILIES = [f"mhscan.lint.{one}" for one in (*PACKS, "texts", "assessments", "templates")]
CHECKS = [check for name in ("mhscan.integrity.checks", *FAMILIES) for check in checks_in(name)]
OF_SEVERAL_CODES = {
    "check_plain_language": ["MH501", "MH502", "MH503", "MH504", "MH506"],
    "check_never_true": ["MH305", "MH306", "MH308", "MH312", "MH313"],
    "check_documents": ["MH602", "MH604", "MH605", "MH606"],
}
"""The checks that find what several codes are about, out of one look at all."""
CODE = re.compile(r'"(MH\d{3})"')


def test_every_check_is_run():
    assert len(CHECKS) >= 60
    files = [*INTEGRITY.glob("*.py"), *LINT.rglob("*.py")]
    written = [name for one in files for name in re.findall(r"^def (check_\w+)", one.read_text(encoding="utf-8"), re.M)]
    elsewhere = ["check_scenarios"]  # It needs more than the files of the pack.
    assert sorted(written) == sorted([*(one.__name__ for one in CHECKS), *elsewhere])
    assert set(written) >= ON_WHOLE_FILES


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.__name__)
def test_a_check_has_the_name_of_its_code_or_is_one_of_several(check):
    module = Path(inspect.getfile(check)).read_text(encoding="utf-8")
    name = check.__name__.removeprefix("check_").replace("_", "-")
    wanted = OF_SEVERAL_CODES.get(check.__name__) or [code for code, kind in codes().items() if kind.name == name]
    assert wanted
    assert set(wanted) <= set(CODE.findall(module))
    assert (check.__doc__ or "").strip().endswith(".")


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
