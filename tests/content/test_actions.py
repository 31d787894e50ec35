"""Actions are within reach: of an official, of a small municipality, of the law."""

from __future__ import annotations

import re

import pytest

from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place

# Whom the source names, by the ids of the pack's partners.
NAMED = {
    "comensha", "vng", "nationaal-rapporteur", "leger-des-heils", "zorgorganisatie", "ngo", "zorgcoordinator",
    "ketenregisseur", "politie", "andere-instanties", "scholen", "rode-kruis", "ckm", "college", "gemeenteraad",
    "buurgemeenten", "regio", "zorgteams", "veiligheidsteams", "toezicht",
}  # fmt: skip
SHARES = re.compile(r"(gegevens|informatie) (over|van) personen|persoonsgegevens|casus")
SHIELDED = re.compile(r"wettelijke grondslag|(geen|zonder) gegevens|gegevens over personen weg")
COUNCIL = "(de raad|raadsleden|fracties|een fractie)"
PRESSES = re.compile(rf"(laat|vraag) {COUNCIL} (om )?(vragen|moties|een motie)", re.IGNORECASE)
BLAMES = re.compile(r"\b(schuld|faalt|slecht|moet u|helaas|veroorzaakt)\b")


def actions(pack: Pack) -> list[tuple[Place, Action]]:
    return [(place, action) for place in pack.places.values() for action in place.indicator.actions]


def test_every_partner_that_the_source_names_is_in_an_action(dutch_pack: Pack) -> None:
    listed = {partner.id for partner in dutch_pack.model.partners}
    in_use = {partner for _place, action in actions(dutch_pack) for partner in action.partners}
    assert listed >= NAMED
    assert listed == in_use


def test_every_action_says_who_with_whom_how_much_by_when_and_on_which_ground(dutch_pack: Pack) -> None:
    found = actions(dutch_pack)
    assert len(found) >= 88
    for _place, action in found:
        said = (action.owner, action.partners, action.effort, action.term, action.sources)
        assert all(said), action.id
        assert 3 <= len(action.steps) <= 4, action.id
        assert all(step.endswith((".", "?")) for step in action.steps), action.id


def test_no_two_actions_of_an_indicator_lead_to_the_same_level(dutch_pack: Pack) -> None:
    for place in dutch_pack.places.values():
        levels = [action.to for action in place.indicator.actions]
        assert levels == sorted(set(levels)), place.id


def test_an_action_that_takes_a_quarter_is_not_large(dutch_pack: Pack) -> None:
    sizes = {(action.effort, action.term) for _place, action in actions(dutch_pack)}
    assert ("klein", "kwartaal") in sizes
    assert ("groot", "kwartaal") not in sizes


def test_a_first_action_is_never_large_where_a_small_one_can_come_before_it(dutch_pack: Pack) -> None:
    """A municipality of 12.000 people can begin everywhere; only the training of all teams is large at once."""
    first = {place.id: place.indicator.actions[0].effort for place in dutch_pack.places.values()}
    assert {key for key, effort in first.items() if effort == "groot"} == {"capaciteit.training-bereik"}


def test_whoever_is_asked_to_share_about_persons_is_told_of_the_legal_ground(dutch_pack: Pack) -> None:
    seen = 0
    for place, action in actions(dutch_pack):
        text = " ".join(action.steps)
        if SHARES.search(text):
            seen += 1
            assert SHIELDED.search(text), f"{place.id}: {action.id}"
    assert seen >= 5


def test_no_official_presses_the_council(dutch_pack: Pack) -> None:
    for _place, action in actions(dutch_pack):
        if action.owner != "griffie":
            assert not PRESSES.search(" ".join((action.title, *action.steps))), action.id
        if "gemeenteraad" in action.partners:
            assert {"college", "griffie"} & {action.owner, *action.partners}, action.id


@pytest.mark.parametrize("word", ["dossier", "naam van het slachtoffer", "verdachte"])
def test_no_action_goes_into_cases(dutch_pack: Pack, word: str) -> None:
    assert all(word not in " ".join(action.steps) for _place, action in actions(dutch_pack))


def test_every_warning_says_what_was_seen_why_and_what_comes_first(dutch_pack: Pack) -> None:
    assert len(dutch_pack.model.rules) >= 21
    for rule in dutch_pack.model.rules:
        assert rule.why is not None, rule.id
        assert re.search(r"\b(onderzoek|factsheet)\b", rule.why.text), rule.id
        assert rule.remedies, rule.id
        assert rule.sources, rule.id
        assert not BLAMES.search(f"{rule.text} {rule.why.text}"), rule.id


def test_where_the_source_saw_two_things_together_the_warning_says_no_more(dutch_pack: Pack) -> None:
    rule = next(one for one in dutch_pack.model.rules if one.id == "wachten-op-de-regio")
    assert "samen voor" in rule.text
    assert rule.why is not None
    assert "Wat de oorzaak is, zegt het factsheet niet." in rule.why.text


def test_each_remedy_is_carried_by_a_claim_about_its_indicator(dutch_pack: Pack) -> None:
    for rule in dutch_pack.model.rules:
        for remedy in rule.remedies:
            indicator = dutch_pack.places[remedy.indicator].indicator
            about = {*indicator.sources, *(claim for action in indicator.actions for claim in action.sources)}
            assert about & set(remedy.sources or rule.sources), (rule.id, remedy.indicator)
