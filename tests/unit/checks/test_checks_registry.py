"""The checks, all at once."""

from __future__ import annotations

import inspect

from mhscan.checks import registry
from mhscan.checks.names import Names
from mhscan.checks.registry import CHECKS, run_checks
from mhscan.loading.packs import read_folder


def test_every_check_of_a_pack_is_registered_once():
    rooms = [room for room in vars(registry).values() if inspect.ismodule(room)]
    functions = [one for room in rooms for one in vars(room).items() if inspect.getmodule(one[1]) is room]
    written = [one for name, one in functions if inspect.isfunction(one) and name.startswith("check")]
    assert len(written) >= 9
    assert sorted(CHECKS, key=repr) == sorted(written, key=repr)


def test_every_check_says_what_it_holds_true():
    assert [check.__qualname__ for check in CHECKS if not (check.__doc__ or "").strip().endswith(".")] == []


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
