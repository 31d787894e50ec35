"""The codes of problems."""

from __future__ import annotations

import re
from pathlib import Path

import mhscan
from mhscan.codes import codes, problem
from mhscan.errors import Location, Problem
from mhscan.language import N_

SOURCE = Path(mhscan.__file__).parent
USED = {
    code
    for file in SOURCE.rglob("*.py")
    for code in re.findall(r'"(MH\d{3})"', file.read_text())
    if file.stem != "codes"
}


def test_every_code_that_is_used_is_explained_and_the_other_way_round():
    assert len(USED) > 20
    assert set(codes()) == USED


def test_codes_have_one_form_and_stand_in_order():
    assert all(re.fullmatch(r"MH\d{3}", code) for code in codes())
    assert list(codes()) == sorted(codes())


def test_each_code_has_a_name_of_its_own_that_can_be_typed():
    names = [one.name for one in codes().values()]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)
    assert len(set(names)) == len(names)


def test_a_problem_gets_the_name_of_its_code():
    made = problem("MH002", "twice", Location("a", 2, 3), "Remove one.", severity="warning")
    assert made == Problem("MH002", "duplicate-key", "twice", Location("a", 2, 3), "Remove one.", severity="warning")


def test_marking_a_sentence_for_translation_leaves_it_as_it_is():
    assert N_("A sentence.") == "A sentence."
