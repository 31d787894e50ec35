"""Every claim of the source is used where its kind says, in the right field."""

from __future__ import annotations

import re

import pytest

from mhscan.conditions import keys_of
from mhscan.pack.factor import Indicator
from mhscan.pack.pack import Pack

MOMENTS = {"capaciteit.begroting", "politiek-lobby.politieke-trekker"}
"""Where some actions are for one moment of the year only."""


def _indicators(pack: Pack) -> list[Indicator]:
    found = [place.indicator for place in pack.places.values()]
    assert len(found) == 44
    return found


def _beside_question(indicator: Indicator) -> set[str]:
    """The claims of the explanation of a question, and of the facts that it asks."""
    explained = set(indicator.help.sources) if indicator.help else set()
    return explained.union(*(one.sources for one in indicator.observations))


def used(pack: Pack) -> dict[str, set[str]]:
    """For each kind of claim, the claims that stand in a field where that kind belongs."""
    indicators = _indicators(pack)
    rules = {c for rule in pack.model.rules for c in (*rule.sources, *(rule.why.sources if rule.why else ()))}
    helped = {c for i in indicators for c in _beside_question(i)}
    whys = {c for i in indicators if i.why for c in i.why.sources} | {
        c for factor in pack.factors if factor.why for c in factor.why.sources
    }
    return {
        "factor": {c for i in indicators for c in i.sources},
        "example": helped | {c for i in indicators for action in i.actions for c in action.sources},
        "pitfall": {c for rule in pack.model.rules for c in rule.sources},
        "relation": rules | helped | whys,
        "context": {c for text in (*pack.model.introduction, *pack.model.limits) for c in text.sources},
    }


@pytest.mark.parametrize("kind", ["factor", "example", "pitfall", "relation", "context"])
def test_every_claim_stands_in_a_field_where_its_kind_belongs(dutch_pack: Pack, kind: str) -> None:
    claims = {claim.id for claim in dutch_pack.claims.values() if claim.kind == kind}
    assert claims
    assert claims - used(dutch_pack)[kind] == set()


def test_the_source_has_all_its_seventy_claims(dutch_pack: Pack) -> None:
    assert len(dutch_pack.claims) == 70


def test_every_indicator_rests_on_a_claim_of_kind_factor_or_says_that_it_rests_on_an_example(dutch_pack: Pack) -> None:
    """Some indicators rest on an example, a pitfall or a relation only; these are all of them."""
    without = {
        key
        for key, place in dutch_pack.places.items()
        if not any(dutch_pack.claims[c].kind == "factor" for c in place.indicator.sources)
    }
    assert without == {
        "motivatie.gedragen",
        "aard-en-omvang.alle-vormen",
        "politiek-lobby.landelijke-steun",
        "communicatie.meldpunt",
        "samenwerking.eigen-plek",
        "regio.delen",
        "regio.eigen-aanpak",
    }


def test_every_level_below_the_highest_has_an_action_that_leads_higher(dutch_pack: Pack) -> None:
    for key, place in dutch_pack.places.items():
        highest = place.indicator.levels[-1].level
        assert 2 <= len(place.indicator.actions) <= 4, key
        assert max(action.to for action in place.indicator.actions) == highest, key


def test_every_text_about_the_reason_of_an_indicator_is_there(dutch_pack: Pack) -> None:
    for key, place in dutch_pack.places.items():
        assert place.indicator.why, key
        assert place.indicator.help or place.indicator.observations, key
        assert place.indicator.evidence or any(one.evidence for one in place.indicator.observations), key


def test_the_partner_questionnaire_asks_facts_only_each_in_its_own_words(dutch_pack: Pack) -> None:
    partner = dutch_pack.questionnaire("ketenpartner")
    assert partner is not None
    assert partner.unseen
    facts = {
        key: one for card in partner.asks() for key, one in dutch_pack.places[card].observations_in(partner).items()
    }
    assert len(facts) == 46
    assert set(facts) == set(partner.wording) == set(partner.fact_words)
    for key, fact in facts.items():
        own = dutch_pack.observations[key]
        assert fact.options == own.options
        assert (fact.text, fact.counts) != (own.text, own.counts) or own.text.startswith("De gemeente "), key
        assert own.type in ("yesno", "single"), key
        assert fact.text.endswith("?") == (own.type == "single"), key


def test_the_questionnaires_ask_what_they_promise(dutch_pack: Pack) -> None:
    full, quick = dutch_pack.questionnaire("zelfscan"), dutch_pack.questionnaire("quickscan")
    assert full is not None
    assert quick is not None
    assert set(full.asks()) == {*dutch_pack.places, *dutch_pack.context}
    assert len([key for key in quick.asks() if key in dutch_pack.places]) == 12


def test_a_question_is_asked_after_the_answers_that_decide_whether_it_applies(dutch_pack: Pack) -> None:

    checked = 0
    for questionnaire in dutch_pack.questionnaires:
        order = {key: n for n, key in enumerate(questionnaire.asks())}
        for key, place in order.items():
            condition = dutch_pack.places[key].indicator.applies_if if key in dutch_pack.places else None
            for needed in keys_of(condition) if condition is not None else ():
                if needed in order:
                    checked += 1
                    assert order[needed] < place, (questionnaire.id, key)
    assert checked


WORDS = {
    "MOT-1": "nodig",
    "MOT-3": "zorgt voor",
    "MOT-4": "belangrijk",
    "MOT-5": "blijkt te helpen",
    "AAN-1": "nodig",
    "ZAAK-2": "kan helpen",
    "POL-2": "wordt geagendeerd",
    "POL-3": "kan helpen",
    "COM-1": "belangrijk",
    "COM-3": "de kans is groter",
    "VOOR-1": "moet",
    "VOOR-3": "moet",
    "VOOR-4": "belangrijk",
    "EXP-1": "draagt bij",
    "CAP-2": "moet",
    "CAP-3": "moet",
    "CAP-4": "moet",
    "CAP-5": "moet",
    "MON-1": "belangrijk",
    "MON-2": "moet",
    "REG-1": "essentieel",
    "REG-3": "moet",
}
"""The word that the source itself uses, read there. A bare 'zorg', 'geef' or 'houd' is an advice without one."""
OWN_FINDING = re.compile(r"\bonderzoek (?:noemt|adviseert|vindt)\b|\b(?:noemt|volgens) het onderzoek\b", re.IGNORECASE)


def test_each_claim_has_the_word_of_the_source_where_that_has_one(dutch_pack: Pack) -> None:
    assert {claim.id: claim.word for claim in dutch_pack.claims.values() if claim.word} == WORDS


def test_a_bare_advice_is_called_that_and_no_more(dutch_pack: Pack) -> None:
    assert dutch_pack.modalities["moet"].label == "aanbeveling"
    assert all("onderzoek" not in one.phrase for one in dutch_pack.model.modalities if one.id != "gezien")


def test_it_is_the_factsheet_that_advises_and_the_research_that_saw(dutch_pack: Pack) -> None:
    """No text about an indicator, factor or phase says that the research finds something needed."""
    indicators, phases = _indicators(dutch_pack), dutch_pack.model.phases
    prose = [*(one.why for one in (*indicators, *dutch_pack.factors)), *(one.help for one in indicators)]
    texts = [one.text for one in (*prose, *(phase.text for phase in phases)) if one]
    assert texts
    assert [text for text in texts if OWN_FINDING.search(text)] == []


def test_each_question_names_who_probably_knows(dutch_pack: Pack) -> None:
    for key in (*dutch_pack.places, *dutch_pack.context):
        assert dutch_pack.who_knows(key), key
