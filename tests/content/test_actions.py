"""Actions are within reach: of an official, of a small municipality, of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

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
FIXED = re.compile(r"burgemeester|de gemeente kiest|de griffie nodigt", re.IGNORECASE)
"""What is untrue where an alderman has the portfolio, where the college proposes, or of the clerk of the council."""
LONGEST_TITLE = 12


def actions(pack: Pack) -> list[tuple[Place, Action]]:
    return [(place, action) for place in pack.places.values() for action in place.indicator.actions]


def texts(action: Action) -> list[str]:
    """All that an action, or what a variant of it says in its place, says."""
    return [one for one in (action.title, action.proposal, action.result, *action.steps) if one]


def said(pack: Pack) -> Iterator[tuple[str, Action]]:
    """Each action as it stands and as each of its variants makes it, with a name to find it by."""
    for place, action in actions(pack):
        yield f"{place.id}: {action.id}", action
        for n, variant in enumerate(action.variants):
            yield f"{place.id}: {action.id}, variant {n}", action.as_variant(variant)


def test_every_partner_that_the_source_names_is_in_an_action(dutch_pack: Pack) -> None:
    listed = {partner.id for partner in dutch_pack.model.partners}
    in_use = {partner for _name, action in said(dutch_pack) for partner in action.partners}
    assert listed >= NAMED
    assert listed == in_use


def test_every_action_says_who_with_whom_how_much_by_when_and_who_decides(dutch_pack: Pack) -> None:
    assert len(actions(dutch_pack)) >= 100
    for name, action in said(dutch_pack):
        assert all((action.owner, action.partners, action.effort, action.term, action.decided_by)), name
        assert all((action.proposal, action.result)), name
        assert 3 <= len(action.steps) <= 4, name
        assert all(step.endswith((".", "?")) for step in action.steps), name
        assert len(action.title.split()) <= LONGEST_TITLE, name
        assert [text for text in texts(action) if FIXED.search(text)] == [], name


def test_every_action_rests_on_a_claim_or_is_the_scans_own(dutch_pack: Pack) -> None:
    """Never on both: what the source says and what the scan adds are kept apart."""
    for name, action in said(dutch_pack):
        assert action.ours == (not action.sources), name


def test_two_actions_to_the_same_level_are_for_different_people_or_bring_about_different_facts(
    dutch_pack: Pack,
) -> None:
    for place in dutch_pack.places.values():
        named = [set(fact.actions) for fact in place.indicator.observations]
        for first, second in pairwise(place.indicator.actions):
            own = any(second.id in one and first.id not in one for one in named)
            assert first.to < second.to or (first.to == second.to and (first.applies_if or own)), place.id


def test_each_action_brings_about_a_fact_of_its_indicator(dutch_pack: Pack) -> None:
    for place in dutch_pack.places.values():
        named = {action for fact in place.indicator.observations for action in fact.actions}
        assert named == {action.id for action in place.indicator.actions}, place.id


def test_only_what_nobody_can_bring_about_is_named_by_no_action(dutch_pack: Pack) -> None:
    """Money is spent by what it is for, an earlier council cannot be told now, and leading a region is a choice."""
    without = {key for key, fact in dutch_pack.observations.items() if not fact.actions}
    assert without == {"aard-en-omvang.besef.eerder", "capaciteit.begroting.besteed", "regio.actieve-houding.trekt"}


def test_what_the_region_carries_is_asked_of_the_region_and_not_made_anew(dutch_pack: Pack) -> None:
    """Where a variant names who carries it, the first word of its title asks, and the region decides, or the owner."""
    asked = [(name, one) for name, one in said(dutch_pack) if "{carrier}" in one.title]
    assert len(asked) >= 25
    for name, action in asked:
        assert action.title.startswith("Vraag {carrier} "), name
        assert "regio" in action.partners, name
        assert action.decided_by in {"regio", "organisatie"}, name
        assert action.owner != "aandachtsfunctionaris", name


def test_only_money_is_for_the_council_to_decide(dutch_pack: Pack) -> None:
    of_council = {place.id for place, action in actions(dutch_pack) if action.decided_by == "raad"}
    assert of_council == {"capaciteit.begroting"}


def test_what_others_do_is_never_promised(dutch_pack: Pack) -> None:
    """Whether the council asks or an organisation comes is theirs: its effect counts in no target."""
    theirs = {place.id for place, action in actions(dutch_pack) if action.depends_on_others}
    assert theirs >= {
        "motivatie.gedragen",
        "politiek-lobby.politieke-trekker",
        "politiek-lobby.raad",
        "politiek-lobby.lobby",
        "monitoring.cijfers-partners",
        "regio.verplaatsing",
        "regio.delen",
    }


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
    for name, action in said(dutch_pack):
        text = " ".join(action.steps)
        if SHARES.search(text):
            seen += 1
            assert SHIELDED.search(text), name
    assert seen >= 5


def test_no_official_presses_the_council(dutch_pack: Pack) -> None:
    for name, action in said(dutch_pack):
        assert not PRESSES.search(" ".join(texts(action))), name
        if "gemeenteraad" in action.partners:
            assert {"college", "griffie"} & {action.owner, *action.partners}, name


@pytest.mark.parametrize("word", ["dossier", "naam van het slachtoffer", "verdachte"])
def test_no_action_goes_into_cases(dutch_pack: Pack, word: str) -> None:
    assert all(word not in " ".join(texts(action)) for _name, action in said(dutch_pack))


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
