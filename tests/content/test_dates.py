"""A date that is known changes what is advised, and stands in the sentence; one that has passed is said as passed."""

from __future__ import annotations

from typing import Any

import pytest

from mhscan.advice.result import evaluate
from mhscan.lint.scenarios import as_assessment
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack
from mhscan.pack.scenario import Scenario

DATE = "2026-05-01"


def advised(pack: Pack, answers: dict[str, Any]) -> dict[str, Action]:
    """The action that is advised for each indicator, as it is said to this municipality."""
    scenario = Scenario.model_validate(
        {
            "schema": "mhscan/scenario@1",
            "id": "dates",
            "name": "dates",
            "subject": {"name": "Voorbeeldstad"},
            "date": DATE,
            "questionnaire": "zelfscan",
            "answers": answers,
            "expect": {},
        }
    )
    return {one.place.id: one.action for one in evaluate(pack, as_assessment(pack, scenario)).actions}


HOURS = {"capaciteit.formatie.uren": 8, "capaciteit.formatie.afgesproken": "papier", "capaciteit.formatie.vast": False}
FUNCTION = {
    "expertfunctie.functie": 4,
    "expertfunctie.doorlopend.maanden": "jaar",
    "expertfunctie.doorlopend.blijft": False,
    "expertfunctie.doorlopend.vervanger": False,
}
PLAN = {"context.plan": True, "motivatie.extrinsiek": 3}


@pytest.mark.parametrize(
    ("answers", "indicator", "title", "said"),
    [
        (
            {**HOURS, "capaciteit.formatie.tot": "2026-12-31"},
            "capaciteit.formatie",
            "Regel nieuwe uren",
            "31 december 2026",
        ),
        (
            {**HOURS, "capaciteit.formatie.tot": "2026-03-01"},
            "capaciteit.formatie",
            "Vraag meteen nieuwe",
            "1 maart 2026",
        ),
        (
            {**HOURS, "capaciteit.formatie.afgesproken": "mondeling", "capaciteit.formatie.tot": "2026-12-31"},
            "capaciteit.formatie",
            "Zet de mondelinge uren",
            "31 dec",
        ),
        ({**PLAN, "context.plan-tot": "2025-12-31"}, "motivatie.extrinsiek", "Verleng het plan", "31 december 2025"),
        (
            {**PLAN, "context.plan-tot": "2026-12-31"},
            "motivatie.extrinsiek",
            "Maak vóór 31 december 2026",
            "31 december 2026",
        ),
        (
            {**FUNCTION, "expertfunctie.doorlopend.leeg": "2026-08-01"},
            "expertfunctie.doorlopend",
            "Regel een opvolger",
            "1 augustus 2026",
        ),
        (
            {**FUNCTION, "expertfunctie.doorlopend.leeg": "2026-03-01"},
            "expertfunctie.doorlopend",
            "Vraag wie het werk nu doet",
            "1 maart 2026",
        ),
        (
            {
                "capaciteit.begroting.staat": "eigen",
                "capaciteit.begroting.besteed": True,
                "capaciteit.begroting.tot": "2027-12-31",
            },
            "capaciteit.begroting",
            "Vraag nieuw geld",
            "31 december 2027",
        ),
    ],
)
def test_a_known_date_stands_in_the_action_that_it_changes(
    dutch_pack: Pack, answers: dict[str, Any], indicator: str, title: str, said: str
) -> None:
    action = advised(dutch_pack, answers)[indicator]
    assert action.title.startswith(title)
    assert said in " ".join((action.proposal or "", *action.steps))


@pytest.mark.parametrize(
    ("answers", "indicator"),
    [
        ({"capaciteit.formatie": 3}, "capaciteit.formatie"),
        ({"expertfunctie.functie": 4, "expertfunctie.doorlopend": 3}, "expertfunctie.doorlopend"),
    ],
)
def test_a_date_that_nobody_gave_is_not_spoken_of(dutch_pack: Pack, answers: dict[str, Any], indicator: str) -> None:
    action = advised(dutch_pack, answers)[indicator]
    assert "{" not in " ".join((action.title, action.proposal or "", action.result or "", *action.steps))


@pytest.mark.parametrize("level", range(4))
def test_before_the_kadernota_money_is_asked_from_every_level(dutch_pack: Pack, level: int) -> None:
    near = advised(dutch_pack, {"capaciteit.begroting": level, "context.kadernota": "2026-06-01"})
    assert near["capaciteit.begroting"].moment == "kadernota"


@pytest.mark.parametrize("kadernota", ["2026-04-01", "2027-04-01"])
def test_where_the_kadernota_has_passed_or_is_far_the_budget_is_the_moment(dutch_pack: Pack, kadernota: str) -> None:
    found = advised(dutch_pack, {"capaciteit.begroting": 2, "context.kadernota": kadernota})
    assert found["capaciteit.begroting"].moment == "begroting"


def test_a_new_programme_of_the_college_is_a_moment_where_its_date_is_known(dutch_pack: Pack) -> None:
    quiet = {"politiek-lobby.politieke-trekker": 0}
    known = advised(dutch_pack, {**quiet, "context.collegeprogramma": "2026-06-15"})
    assert known["politiek-lobby.politieke-trekker"].moment == "collegeprogramma"
    assert advised(dutch_pack, quiet)["politiek-lobby.politieke-trekker"].moment is None
