"""What an id stands for, for each kind of thing in a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan import language
from mhscan.integrity.packs import load_pack
from mhscan.reports.explain import explained, known_ids


def lines(pack, wanted):
    return (explained(pack, wanted) or "").splitlines()


def test_everything_with_an_id_can_be_explained(english_pack):
    ids = known_ids(english_pack)
    assert len(ids) == len(set(ids)) > 50
    assert all(lines(english_pack, one)[0].startswith(one) for one in ids)


def test_everything_of_the_shipped_pack_can_be_explained(dutch_pack):
    ids = known_ids(dutch_pack)
    assert len(ids) > 150
    assert all(lines(dutch_pack, one)[0].startswith(one) for one in ids)


@pytest.mark.parametrize("wanted", ["", "gone", "ashore.gone", "context.gone"])
def test_an_id_that_the_pack_lacks_explains_nothing(english_pack, wanted):
    assert explained(english_pack, wanted) is None


def test_an_indicator_that_rests_on_an_example_only_says_so(dutch_pack):
    said = "De bron noemt het alleen als voorbeeld."
    assert said in lines(dutch_pack, "communicatie.meldpunt")
    assert said not in lines(dutch_pack, "communicatie.belang-bekend")


def test_a_word_of_the_glossary_stands_before_a_thing_of_the_same_id(dutch_pack):
    found = lines(dutch_pack, "aanjager")
    assert (found[0], found[2]) == ("aanjager: aanjager", "aanjager: Actieve aanjager")
    assert lines(dutch_pack, "Signalen")[0] == "signaal: signaal"


def test_an_indicator_shows_levels_with_labels_and_scores_help_actions_and_sources(english_pack):
    found = lines(english_pack, "ashore.slope")
    assert found[:4] == [
        "ashore.slope: Gentle slopes",
        "Getting to the quay; scale presence",
        "Whether something is there.",
        "How far is the harbour with gentle slopes?",
    ]
    assert "  1. There are some gentle slopes. (Partly, 50)" in found
    assert "Gentle is one in twelve or less." in found
    assert "To level 2: Rebuild steep slopes (ashore.rebuild-slopes)" in found
    assert found[-1] == "Source AUD-1 (Chapter 1, advised): A gentle slope helps most visitors."


def test_an_indicator_shows_its_own_label_and_why(english_pack):
    assert "  3. At least half know of the plan for a broken lift. (At least half, 60)" in lines(
        english_pack, "ashore.lift-spare"
    )
    assert "Who does not hear well misses a warning." in lines(english_pack, "ashore.sound")


def test_an_action_shows_what_it_raises_its_steps_and_who_does_it(english_pack):
    assert lines(english_pack, "ashore.paint-edges")[:5] == [
        "ashore.paint-edges: Paint the edges",
        "Raises Edges that stand out to level 2: Every edge stands out.",
        "  - Buy yellow paint.",
        "  - Paint on a dry day.",
        "volunteer, sailing club",
    ]


def test_a_factor_shows_why_and_its_indicators(english_pack):
    found = lines(english_pack, "people")
    assert found[:3] == [
        "people: Prepared people",
        "People make the difference.",
        "  people.lead: One person who leads",
    ]
    assert found[-1].startswith("Source GUI-4")


def test_a_factor_without_a_reason_is_shown_without(build):
    pack = build.pack(build.factor("f", build.indicator("one")))
    assert lines(pack, "f") == ["f: F", "  f.one: One"]


def test_a_rule_shows_its_text_why_and_what_mends_it(english_pack):
    assert lines(english_pack, "wheelchair-without-toilet")[1:4] == [
        "The plan names visitors with a wheelchair. There is no toilet that they can use.",
        "A visit ends where there is no toilet.",
        "  ashore.toilet: A toilet for everybody",
    ]
    assert lines(english_pack, "nobody-trained")[2:] == []


def test_a_context_question_shows_its_options(english_pack):
    assert lines(english_pack, "context.users")[1:3] == [
        "Choose all that a plan on paper names.",
        "  wheelchair: Visitors with a wheelchair",
    ]
    assert lines(english_pack, "context.remark") == ["context.remark: What is the plan for access called?"]


def test_a_claim_shows_how_strong_it_is_and_who_uses_it(english_pack):
    assert lines(english_pack, "GUI-2") == [
        "GUI-2 (Part A): The quay and the boats belong together.",
        "The source advises this.",
        "Used by: ashore.sound, afloat.hoist",
    ]
    assert lines(english_pack, "AUD-5")[-1] == "Used by: people.lead"
    assert len(lines(english_pack, "GUI-4")) == 2


def test_a_source_without_a_known_strength_is_shown_without(build):
    pack = build.pack(
        build.factor("f", build.indicator("one", sources=["ONE", "GONE"])), source=build.claims(ONE="must")
    )
    assert lines(pack, "f.one")[-1] == "Source ONE (One): ONE holds."
    assert lines(pack, "ONE") == ["ONE (One): ONE holds.", "Used by: f.one"]


def test_an_explanation_speaks_the_language_of_the_pack(english_pack):
    language.use("nl")
    assert lines(english_pack, "ashore.slope")[1] == "Getting to the quay; scale presence"


EVERY = Path(__file__).resolve().parents[2] / "packs" / "every"
LIST = [
    "  - State on 1 May 2026.",
    "  - The flour act (2019), to be confirmed. Source: the gazette. It names five grains.",
]


@pytest.mark.parametrize(
    ("wanted", "before"), [("gluten", "What makes dough stretch."), ("heat.oven", "gluten: What makes dough stretch.")]
)
def test_a_word_and_a_question_that_uses_it_show_what_it_stands_for_on_a_day(wanted, before):
    shown = lines(load_pack(EVERY), wanted)
    at = shown.index(before)
    assert shown[at + 1 : at + 3] == LIST


def test_a_question_without_such_words_shows_no_list():
    assert not set(LIST) & set(lines(load_pack(EVERY), "sales.till"))
