"""The difference between two packs as text."""

from __future__ import annotations

import pytest

from mhscan.diff import kinds
from mhscan.diff.change import Change, Weight
from mhscan.diff.version import Diff, PackSide
from mhscan.errors import Location
from mhscan.ui.changes import diff_text, kind_words

OLD, NEW = PackSide("v1", "p", "1.0.0", "0"), PackSide(".", "p", "1.0.0", "1")


def text(operation="changed", before=None, after=None, key="", weight=("patch", "kept"), kind="rule") -> list[str]:
    size, effect = weight
    one = Change(operation, kind, "x", key, before, after, Weight(size, effect), "new", Location("f.yaml", 2, 3))
    return diff_text(Diff(OLD, NEW, (one,))).split("\n")


@pytest.mark.parametrize(
    ("operation", "said"),
    [("added", "rule x is new"), ("removed", "rule x is gone"), ("renamed", "rule x was called y")],
)
def test_a_change_is_said_in_words(operation, said):
    first, second, *_rest = text(operation, before="y")
    assert first == f"f.yaml:2:3: patch, kept: {said}"
    assert second == "1 change: patch 1."


def test_values_stand_below_each_other_and_nothing_is_said_as_such():
    assert text(key="text", before="A  long\nstory", after=None)[1:3] == ["  - A long story", "  + (nothing)"]
    assert text("moved", key="ask", before=["a", "b"], after=["b", "a"])[1:3] == ['  - ["a", "b"]', '  + ["b", "a"]']


def test_long_values_are_shown_from_where_they_begin_to_differ(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = text(key="text", before="x" * 200 + "old", after="x" * 200 + "new")
    assert all(len(line) <= 40 for line in lines[1:3])
    assert lines[1].endswith("xold")
    assert lines[2].endswith("xnew")


def test_a_name_without_an_alias_says_what_to_write():
    assert (
        "Write 'aliases: [y]' with it, else its answers are put in the archive"
        in text("renamed", "y", weight=("major", "archived"))[0]
    )


def test_text_of_a_file_cannot_steer_the_terminal():
    assert "\x1b" not in "\n".join(text(key="text", before="\x1b[31mred", after="b"))


def test_every_kind_of_the_table_has_a_word_of_its_own():
    known = {one.name for one in vars(kinds).values() if isinstance(one, kinds.Kind)}
    assert known == set(kind_words())


def test_a_kind_without_a_name_of_its_own_is_called_by_its_own():
    assert "thing x is new" in text("added", kind="thing")[0]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("0.9.0", "The version went down from 1.0.0 to 0.9.0. That is too little: it takes 1.0.1."),
        ("1.0.0", "The version stayed 1.0.0. That is too little: it takes 1.0.1."),
        ("2.0.0", "The version went from 1.0.0 to 2.0.0, which claims a major change. That is enough."),
    ],
)
def test_the_verdict_says_what_the_number_claims(version, said):
    one = Change("added", "rule", "x", "", None, "x", Weight("patch", "kept"), "new", Location("f.yaml"))
    assert said in diff_text(Diff(OLD, PackSide(".", "p", version, "1"), (one,)))
