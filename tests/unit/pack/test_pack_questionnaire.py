"""A questionnaire as a model."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from mhscan.integrity.packs import load_pack
from mhscan.pack.questionnaire import Questionnaire

WORKSHOP = load_pack(Path(__file__).resolve().parents[2] / "packs" / "workshop")
FULL = {
    "schema": "mhscan/questionnaire@1",
    "id": "full",
    "title": "All",
    "minutes": 10,
    "sections": [{"title": "One", "ask": ["context.a", "b.c"]}, {"title": "Two", "ask": ["b.a"]}],
}


def test_all_that_is_asked_comes_in_the_order_of_the_sections():
    assert Questionnaire.model_validate(FULL).asks() == ("context.a", "b.c", "b.a")


def test_a_questionnaire_is_about_oneself_unless_it_says_otherwise():
    made = Questionnaire.model_validate(FULL)
    assert (made.perspective, made.unseen, made.wording) == ("own", "", {})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("minutes", 0),
        ("perspective", "theirs"),
        ("sections", []),
        ("sections", [{"title": "One", "ask": []}]),
        ("sections", [{"title": "One", "ask": ["a"]}]),
        ("wording", {"a": {"question": "What?"}}),
        ("wording", {"a.b": {"help": "Look."}}),
    ],
)
def test_a_questionnaire_with_a_wrong_part_is_refused(key, value):
    with pytest.raises(ValidationError, match=rf"for Questionnaire\n{key}"):
        Questionnaire.model_validate({**FULL, key: value})


# Other words for a fact ----------------------------------------------------------------------------------------------

TOOLS = "bench.tools"


def asked(wording, perspective="partner"):
    """The facts of the tools as a questionnaire asks them."""
    questionnaire = Questionnaire.model_validate({**FULL, "wording": wording, "perspective": perspective})
    return WORKSHOP.places[TOOLS].observations_in(questionnaire)


def test_a_partner_is_asked_only_the_facts_that_have_words():
    facts = asked({f"{TOOLS}.stands": {"text": "How many stands did you see?"}})
    assert {key: (one.text, one.counts) for key, one in facts.items()} == {
        f"{TOOLS}.stands": ("How many stands did you see?", None)
    }
    assert facts[f"{TOOLS}.stands"].question.check(40) == 40
    assert facts[f"{TOOLS}.stands"].question.text == "How many stands did you see?"


def test_a_partner_is_asked_all_facts_where_none_has_words():
    assert asked({}) == WORKSHOP.places[TOOLS].observations


def test_the_subject_is_asked_all_facts_and_reads_other_words():
    facts = asked({f"{TOOLS}.set": {"text": "The set is whole.", "counts": "Mine too."}}, "own")
    assert list(facts) == list(WORKSHOP.places[TOOLS].observations)
    assert (facts[f"{TOOLS}.set"].text, facts[f"{TOOLS}.set"].counts) == ("The set is whole.", "Mine too.")


@pytest.mark.parametrize(
    ("wording", "words", "facts"),
    [
        ({"a.b": {"question": "What?"}}, ["a.b"], []),
        ({"a.b.c": {"text": "It is so."}}, [], ["a.b.c"]),
        ({"a.b": {"text": "It is so."}}, [], []),
        ({"a.b.c": {"question": "What?"}}, [], []),
    ],
)
def test_words_belong_to_an_indicator_or_to_a_fact(wording, words, facts):
    made = Questionnaire.model_validate({**FULL, "wording": wording})
    assert (list(made.words), list(made.fact_words)) == (words, facts)
