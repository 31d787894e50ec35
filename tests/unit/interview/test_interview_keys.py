"""The letters that do something other than answer."""

from __future__ import annotations

import pytest

from mhscan.interview.engine import Interview
from mhscan.interview.keys import commands, letters
from mhscan.language import available, use


def offered(pack, questionnaire, key):
    """The commands at a question: id and label."""
    interview = Interview(pack, pack.questionnaire(questionnaire))
    return {one.id: one.label for one in commands(interview, interview.by_key[key])}


@pytest.mark.parametrize("code", available())
def test_every_letter_stands_for_one_command_in_every_language(code):
    use(code)
    assert len(set(letters().values())) == len(letters()) > 8
    assert all(len(letter) == 1 and letter.isalpha() for letter in letters().values())


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("subject.code", "explain skip back list stop"),
        ("respondent.role", "explain skip back list stop"),
        ("context.lead", "explain unknown not_applicable skip back list stop"),
        ("ashore.slope", "explain unknown not_applicable carried note evidence skip back list stop"),
    ],
)
def test_a_question_offers_the_commands_that_make_sense(english_pack, key, ids):
    assert list(offered(english_pack, "full", key)) == ids.split()


def test_a_partner_may_say_that_it_cannot_be_seen_and_says_nothing_of_who_carries_it(english_pack):
    found = offered(english_pack, "visitor", "ashore.slope")
    assert found["unseen"] == "I cannot see this as a visitor"
    assert "carried" not in found


def test_the_key_for_who_carries_it_names_the_only_one_or_others(english_pack, dutch_pack):
    assert offered(english_pack, "full", "ashore.slope")["carried"] == "carried by others"
    only = dutch_pack.model.carriers[0].label
    key = next(iter(dutch_pack.places))
    assert offered(dutch_pack, "zelfscan", key)["carried"] == only


def test_a_pack_in_which_nobody_else_carries_anything_does_not_ask(build):
    pack = build.pack(build.factor("soil", build.indicator("depth")))
    assert "carried" not in offered(pack, "full", "soil.depth")
