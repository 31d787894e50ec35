"""A plan file to a plan, and how it fits a pack."""

from __future__ import annotations

import pytest

from mhscan.errors import InputError
from mhscan.plans.reading import check_plan, levels_of, pack_actions, parse_plan, read_plan


def found(pack, path):
    """What is wrong with a plan: code, severity, line and column."""
    document, plan, problems = parse_plan(path)
    problems += check_plan(pack, document, plan) if plan else []
    return [(one.code, one.severity, one.location.line, one.location.column) for one in problems]


def said(pack, path):
    document, plan, problems = parse_plan(path)
    problems += check_plan(pack, document, plan) if plan else []
    return [f"{one.message}. {one.hint}" for one in problems]


def test_a_plan_in_which_all_is_right(english_pack, written):
    assert found(english_pack, written) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("afloat.hoist:", "afloat.hoits:", ("MH203", "error", 5, 3)),
        ("afloat.hoist:", "aflaot:", ("MH207", "error", 5, 3)),
        ("level: 3", "level: 6", ("MH812", "error", 5, 25)),
        ("level: 3", "level: 1", ("MH812", "error", 5, 25)),
        ("level: 3", "level: high", ("MH103", "error", 5, 25)),
        ("2027-12-31", "2027-02-30", ("MH104", "error", 5, 32)),
        ("2026-12-31", "31-12-2026", ("MH104", "error", 7, 105)),
        ("owner: volunteer", "owner: voluntere", ("MH207", "error", 7, 89)),
        ("status: doing", "status: bezig", ("MH104", "error", 7, 75)),
        ("status: doing", "stauts: doing", ("MH102", "warning", 7, 67)),
        ("pack: harbour-access", "pack: museum", ("MH803", "warning", 3, 7)),
        ("pack: harbour-access\n", "", ("MH101", "error", 1, 1)),
        ("{name: Northport, code: HB012}", "{code: HB012}", ("MH101", "error", 2, 10)),
        ("mhscan/plan@1", "mhscan/plan@2", ("MH723", "error", 1, 9)),
        ("afloat.share-hoist:", "afloat.share_hoist:", ("MH104", "error", 7, 3)),
    ],
)
def test_what_is_wrong_is_named_with_its_place(english_pack, written, edit, old, new, problem):
    edit(old, new)
    assert found(english_pack, written) == [problem]


def test_an_action_that_the_pack_no_longer_has_is_a_warning_and_a_typing_error_is_an_error(english_pack, written, edit):
    edit("afloat.share-hoist", "afloat.shared-hoist")
    assert found(english_pack, written) == [("MH811", "warning", 7, 3)]
    edit("title: Share a hoist with another harbour, ", "")
    assert found(english_pack, written) == [("MH811", "error", 7, 3)]
    assert said(english_pack, written) == [
        "the pack has no action 'afloat.shared-hoist'. Did you mean 'afloat.share-hoist'?"
    ]


def test_a_typing_error_in_a_key_is_said_with_what_was_meant(english_pack, written, edit):
    edit("due:", "deu:")
    assert said(english_pack, written) == ["unknown key 'deu'. Did you mean 'due'?"]


@pytest.mark.parametrize(
    ("content", "code"), [("", "MH005"), ("- a\n", "MH103"), ("\xff", "MH003"), ("a: [", "MH004"), ("a: 1\n", "MH105")]
)
def test_a_file_that_is_no_plan_is_refused_with_the_reason(written, content, code):
    written.write_bytes(content.encode("latin-1"))
    with pytest.raises(InputError, match="cannot be used") as error:
        read_plan(written)
    assert [one.code for one in error.value.problems] == [code]


def test_levels_to_aim_at_are_all_but_the_lowest_of_each_indicator(english_pack):
    assert levels_of(english_pack, "afloat.ramp") == (1, 2)
    assert levels_of(english_pack, "afloat.hoist") == (2, 3, 4, 5)
    assert levels_of(english_pack, "afloat") == (1, 2, 3, 4, 5)
    assert levels_of(english_pack, "nothing") == ()


def test_each_action_of_the_pack_has_its_full_id(english_pack, dutch_pack):
    assert pack_actions(english_pack)["afloat.longer-ramp"] == "Make the ramp longer"
    assert len(pack_actions(dutch_pack)) == sum(len(one.indicator.actions) for one in dutch_pack.places.values())
