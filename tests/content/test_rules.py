"""What the points to watch say of levels is so for every combination of facts that comes to these levels."""

from __future__ import annotations

from itertools import product

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.pack.ladders import ladders_of

SO = {
    ("aanjager.voortrekker", "<=", 1): lambda f: f["keren"] in ("niet", "een") and f["afspraak"] != "gebruik",
    ("aanjager.rugdekking", "<=", 1): lambda f: (
        f["gesprek"] + (f["opdracht"] != "geen") + (f["ruimte"] == "gebruikt") <= 1
    ),
    ("politiek-lobby.politieke-trekker", "<=", 1): lambda f: f["college"] == f["raad"] == "niet",
    ("politiek-lobby.politieke-trekker", ">=", 2): lambda f: (f["college"], f["raad"]) != ("niet", "niet"),
    ("politiek-lobby.raad", "<=", 1): lambda f: f["keren"] in ("niet", "een"),
    ("politiek-lobby.lobby", "<=", 1): lambda f: f["wie"] != "bestuur",
    ("politiek-lobby.landelijke-steun", "<=", 1): lambda f: f["gevraagd"] != "hulp",
    ("expertfunctie.functie", "<=", 1): lambda f: not (f["persoon"] and (f["advies"] or f["ingericht"] or f["taken"])),
    ("expertfunctie.functie", ">=", 3): lambda f: f["persoon"] and (f["ingericht"] or f["taken"]),
    ("monitoring.terugkoppeling", "<=", 1): lambda f: f["bericht"] in ("niemand", "minder"),
    ("monitoring.terugkoppeling", "<=", 0): lambda f: f["bericht"] == "niemand",
    ("monitoring.evaluatie", "<=", 1): lambda f: f["stand"] + (f["verslag"] != "geen") + f["gepland"] <= 1,
    ("monitoring.evaluatie", ">=", 2): lambda f: f["stand"] or f["verslag"] != "geen",
    ("monitoring.brede-gegevens", "<=", 1): lambda f: f["aantal"] + f["doorgezet"] + f["groepen"] <= 1,
    ("monitoring.signalen", "<=", 1): lambda f: f["overzicht"] == "geen",
    ("capaciteit.training-structureel", "<=", 1): lambda f: f["keren"] != "vaker",
    ("capaciteit.training-structureel", ">=", 2): lambda f: f["keren"] != "niet",
    ("capaciteit.training-bereik", "<=", 1): lambda f: (
        sum(f[field] == "helft" for field in ("zorg", "veiligheid", "balie")) <= 1
    ),
    ("samenwerking.ketens", "<=", 1): lambda f: f["zorg"] + f["opsporing"] + f["bestuur"] <= 1,
    ("samenwerking.overlegritme", "<=", 1): lambda f: f["keren"] in ("niet", "een"),
    ("samenwerking.zorg-veiligheid", "<=", 1): lambda f: f["keren"] in ("niet", "een"),
    ("samenwerking.zorg-veiligheid", ">=", 2): lambda f: f["keren"] != "niet",
    ("samenwerking.eigen-plek", "<=", 1): lambda f: f["punt"] in ("niet", "een"),
    ("regio.deelname", "<=", 1): lambda f: f["keren"] in ("niet", "een"),
    ("regio.deelname", ">=", 2): lambda f: f["keren"] != "niet",
    ("regio.eigen-aanpak", "<=", 1): lambda f: f["acties"] in ("geen", "een"),
    ("regio.eigen-aanpak", ">=", 3): lambda f: f["acties"] == "meer",
    ("regio.actieve-houding", "<=", 1): lambda f: f["contact"] != "zelf" and f["punt"] == "niet" and not f["trekt"],
    ("regio.actieve-houding", "==", 1): lambda f: f["contact"] == "vraag",
    ("regio.delen", "<=", 0): lambda f: f["gedeeld"] == "niet" and not f["gekregen"],
    ("regio.verplaatsing", "<=", 0): lambda f: not f["besproken"] and not f["afspraak"],
    ("motivatie.extrinsiek", "<=", 1): lambda f: f["stuk"] != "vastgesteld",
    ("motivatie.extrinsiek", ">=", 2): lambda f: f["stuk"] == "vastgesteld" or f["acties"] != "geen",
    ("motivatie.intrinsiek", "<=", 1): lambda f: f["waarom"] != "besluit",
    ("aard-en-omvang.alle-vormen", "==", 1): lambda f: f["seksueel"] + f["arbeid"] + f["ander"] <= 1,
    ("communicatie.meldpunt", "<=", 1): lambda f: f["plek"] != "elk" or f["bekeken"] == "nooit",
    ("communicatie.meldpunt", ">=", 2): lambda f: f["bekeken"] != "nooit",
}
"""For a level, or from it up or down, what a point to watch says of the facts of an indicator."""
COMPARE = {"<=": int.__le__, ">=": int.__ge__, "==": int.__eq__}


@pytest.mark.parametrize(("key", "how", "level"), SO)
def test_what_is_said_of_a_level_is_so_for_all_facts_that_come_to_it(dutch_pack, key, how, level):
    ladder, place = ladders_of(dutch_pack)[key], dutch_pack.places[key]
    names = [one.id for one in place.indicator.observations]
    values = [[choice.value for choice in dutch_pack.asked_by_type(f"{key}.{name}").choices()] for name in names]
    assert all(values), names
    seen = 0
    for combination in product(*values):
        facts = dict(zip(names, combination, strict=True))
        (come_to,) = ladder.levels({f"{key}.{name}": (value, None) for name, value in facts.items()}, "2026-05-01")
        if COMPARE[how](come_to, level):
            seen += 1
            assert SO[key, how, level](facts), facts
    assert seen


HOURS = {"uren": 8, "afgesproken": "papier", "vast": False}
MONEY = {"staat": "eigen", "besteed": True, "tot": "2026-12-31"}
TRAINING = {"keren": "vaker", "volgende": True, "middelen": False}
TALKS = {"keren": "vaker", "bellen": True, "werk": False, "gepland": True}
PIONEER = {"keren": "drie", "waar": "breder", "afspraak": "gebruik", "blijft": "kort"}
PLACE = {"maanden": "jaar", "blijft": False, "leeg": "2026-07-01", "vervanger": False}
ON_FACTS = {
    "uren-stoppen": ("capaciteit.formatie", {**HOURS, "tot": "2026-09-01"}, {"tot": "2026-12-31"}),
    "geld-voor-een-jaar": ("capaciteit.begroting", MONEY, {"tot": "2027-12-31"}),
    "geld-niet-gebruikt": ("capaciteit.begroting", {**MONEY, "besteed": False}, {"besteed": True}),
    "training-zonder-ruimte": ("capaciteit.training-structureel", TRAINING, {"middelen": True}),
    "werk-niet-uitgelegd": ("samenwerking.zorg-veiligheid", TALKS, {"werk": True}),
    "trekker-weg": ("aanjager.voortrekker", PIONEER, {"blijft": "lang"}),
    "functie-raakt-leeg": ("expertfunctie.doorlopend", PLACE, {"blijft": True, "leeg": None}),
}
"""For each point to watch that a fact decides: its indicator, facts with which it fires, and what silences it."""


def fired(pack, key, facts):
    """The points to watch that fire on the facts of one indicator, on 1 May 2026."""
    answers = {
        f"{key}.{name}": Answer(state="answered", value=value) for name, value in facts.items() if value is not None
    }
    assessment = Assessment(
        schema="mhscan/assessment@1",
        id="a",
        subject={"name": "N"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256="0" * 64),
        questionnaire="zelfscan",
        respondent=Respondent(id="r"),
        answers=answers,
    )
    return {one.rule.id for one in evaluate(pack, assessment).rules if one.outcome.value is True}


@pytest.mark.parametrize("name", ON_FACTS)
def test_a_point_to_watch_on_a_fact_fires_and_falls_silent_with_it(dutch_pack, name):
    key, facts, change = ON_FACTS[name]
    assert name in fired(dutch_pack, key, facts)
    assert name not in fired(dutch_pack, key, facts | change)
