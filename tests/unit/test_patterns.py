"""Patterns from a file: what people write is taken, what could keep the program busy is not."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.patterns import LONGEST, is_quick

QUICK = [
    "GM[0-9]{4}", "[A-Z].*", "[A-Z]{2}[0-9]{3}", r"[^@ ]+@[^@ ]+\.[a-z]{2,}", r"\d{4} ?[A-Z]{2}", r"\w+(-\w+)*",
    r"https?://[^/ ]+/.*", "(?:a|b|c)+d", "(jan|feb|mrt) [0-9]{4}", r"[0-9]{1,3}(\.[0-9]{3})*(,[0-9]+)?", "", "a",
    r"\+?[0-9 ()-]{8,15}", "(?i)x+", "(?>a+)b", "a++b",
    "(a++)+b", "(?!x)[a-z]+", r"^[a-z]+$", "[A-Z][a-z]+( [A-Z][a-z]+){0,3}",
]  # fmt: skip
SLOW = [
    "(a+)+$", "(a|aa)+$", "([a-z]*)*x", "(a?){30}a{30}", "a?" * 30 + "a" * 30, "(.*a){12}", "((a{1,9}){1,9}){1,9}",
    r"(\w+\s?)+$", r"^(([a-z])+.)+[A-Z]([a-z])+$", "(?P<a>x*)(?P=a)", "(x+x+)+y", ".*.*.*.*=", "(?=(a+)+b)x",
    "a*a*a*a*a", "(a*)*", "(?:a|a?)+", "(ab?|a)*x", "(?:(?:a+)?)+b", "(a{0,50}){0,50}",
]  # fmt: skip


@pytest.mark.parametrize("pattern", QUICK)
def test_what_people_write_is_taken(pattern):
    assert is_quick(pattern)


@pytest.mark.parametrize("pattern", SLOW)
def test_what_could_take_for_ever_is_not(pattern):
    assert not is_quick(pattern)


PIECES = st.sampled_from(
    [
        "a",
        "b",
        ".",
        "[ab]",
        r"\w",
        r"\b",
        " ",
        "a*",
        "b+",
        "a?",
        ".*",
        r"\w+",
        "{2}",
        "{1,3}",
        "*",
        "+",
        "(",
        "(?:",
        ")",
        "|",
        "$",
    ]
)
TEXTS = ("a" * LONGEST, "ab" * (LONGEST // 2), "a " * (LONGEST // 2), "a" * (LONGEST - 1) + "!")


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_is_taken_is_quick_on_every_text(pattern):
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    for text in TEXTS if is_quick(pattern) else ():
        before = time.process_time()
        compiled.fullmatch(text)
        assert time.process_time() - before < 3, pattern


def test_a_pack_with_such_a_pattern_is_refused_in_words_of_ours(english_folder):
    from mhscan.integrity.packs import checked_folder

    model = english_folder / "factors" / "model.yaml"
    text = model.read_text(encoding="utf-8")
    for pattern, why in (("(a+)+$", "can take for ever"), ("[", "is not closed")):
        model.write_text(text.replace("'[A-Z]{2}[0-9]{3}'", f"'{pattern}'"), encoding="utf-8")
        found = [one for one in checked_folder(english_folder).problems if one.code == "MH104"]
        assert [why in one.message for one in found] == [True]
