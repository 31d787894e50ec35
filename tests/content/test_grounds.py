"""No action without its ground, and one conversation at a time, whatever is answered."""

from __future__ import annotations

import random
from typing import Any

import pytest

from mhscan.advice.result import evaluate
from mhscan.advice.targets import journey
from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack

SEEDS = range(60)
REGION = "Tafel Oost"
OWN = {
    "motivatie.intrinsiek",
    "motivatie.gedragen",
    "aanjager.voortrekker",
    "aard-en-omvang.zaak-benut",
    "aard-en-omvang.alle-vormen",
    "politiek-lobby.politieke-trekker",
    "politiek-lobby.raad",
    "politiek-lobby.lobby",
    "politiek-lobby.landelijke-steun",
    "samenwerking.zorg-veiligheid",
    "regio.deelname",
    "regio.actieve-houding",
    "regio.eigen-aanpak",
}
"""What only the municipality itself can do, also where the answer says that a region carries it."""
TOGETHER = [
    {"waardentekst-schrijven", "uitspraak-voorbereiden"},
    {"bestuurder-in-raad", "raadsbrief-sturen"},
    {"raad-informeren", "raadsbrief-sturen"},
    {"eerste-ketens", "eerste-ketenoverleg"},
    {"begin-overzicht", "overzicht-bijwerken"},
    {"begin-overzicht", "tel-signalen"},
    {"functie-op-papier", "opvolging-regelen"},
    {"sessie-raad", "informatieavond-fracties"},
    {"meldpunt-afspreken", "functionaris-vindbaar"},
    {"nieuwe-medewerkers-informeren", "uitleg-nieuwe-collegas"},
    {"nieuwe-medewerkers-informeren", "nieuwe-medewerkers-trainen"},
    {"uitleg-nieuwe-collegas", "nieuwe-medewerkers-trainen"},
]
"""Actions that are one conversation: of each set, one at most is advised where nothing is carried by a region."""


class Town:
    """A municipality made by chance that answers every question, and what is advised to it."""

    def __init__(self, pack: Pack, seed: int, carried: bool) -> None:
        chance = random.Random(seed)
        height = chance.random()
        self.values: dict[str, Any] = {}
        self.carried: set[str] = set()
        answers = {}
        for key in (key for key in max(pack.questionnaires, key=lambda one: len(one.asks())).asks()):
            self.values[key] = value = self._value(pack, key, chance, height)
            by = CarriedBy(kind="region", name=REGION) if carried and chance.random() < 0.3 else None
            if by and key in pack.places:
                self.carried.add(key)
            answers[key] = Answer(state="answered", value=value, carried_by=by if key in pack.places else None)
        assessment = Assessment(
            schema_="mhscan/assessment@1",
            id="town",
            subject={"name": "Voorbeeldstad", "inhabitants": chance.choice((1200, 18000, 60000))},
            date="2026-05-01",
            pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
            questionnaire="zelfscan",
            respondent=Respondent(id="r"),
            answers=answers,
        )
        self.advised: dict[str, Action] = {one.place.id: one.action for one in evaluate(pack, assessment).actions}
        self.ids = {action.id for action in self.advised.values()}

    @staticmethod
    def _value(pack: Pack, key: str, chance: random.Random, height: float) -> Any:
        if key in pack.places:
            return min(4, int(5 * chance.triangular(0, 1, height)))
        question = pack.context[key]
        options = [choice.value for choice in question.choices()]
        if question.type == "multi":
            return tuple(one for one in options if chance.random() < 0.4)
        dates = ("2026-03-01", "2026-06-15", "2026-12-31", "2028-12-31")
        return chance.choice({"number": (0, 1, 3, 12), "date": dates}.get(question.type) or options)


@pytest.fixture(params=SEEDS)
def town(request: pytest.FixtureRequest, dutch_pack: Pack) -> Town:
    return Town(dutch_pack, request.param, carried=False)


@pytest.fixture(params=SEEDS)
def leaning_town(request: pytest.FixtureRequest, dutch_pack: Pack) -> Town:
    return Town(dutch_pack, request.param, carried=True)


def test_nobody_is_sought_where_somebody_pulls(town: Town) -> None:
    sought = [action for action in town.advised.values() if action.title.startswith("Zoek één persoon")]
    assert not sought or town.values["context.aanjager"] == "niemand"


def test_residents_are_told_only_where_somebody_and_a_place_for_signals_are(town: Town) -> None:
    if town.ids & {"bestaande-campagne", "vaste-momenten-inwoners"}:
        assert town.values["communicatie.meldpunt"] >= 2


def test_nothing_is_evaluated_or_counted_where_nobody_works(town: Town) -> None:
    idle = town.values["expertfunctie.functie"] <= 2 and town.values["capaciteit.formatie"] <= 1
    if idle and (town.values["context.aanjager"] != "ambtenaar" or town.values["aanjager.voortrekker"] <= 2):
        counted = {
            "korte-evaluatie",
            "evaluatietermijn",
            "cijferoverzicht-maken",
            "cijfers-vragen",
            "cijfers-afspreken",
        }
        assert town.ids & counted == set()


def test_a_look_back_goes_along_with_a_yearly_evaluation_that_is_there(town: Town) -> None:
    if any("jaarlijkse evaluatie" in action.title for action in town.advised.values()):
        assert town.values["monitoring.evaluatie"] == 4


def test_one_conversation_is_advised_once(town: Town) -> None:
    assert [one for one in TOGETHER if len(one & town.ids) > 1] == []


def test_politics_that_pay_attention_are_not_lobbied(town: Town) -> None:
    values = town.values
    if values["politiek-lobby.politieke-trekker"] >= 2 or values["politiek-lobby.raad"] >= 2:
        titles = [action.title for action in town.advised.values()]
        assert "Vertel organisaties bij wie zij met een verzoek terechtkunnen" not in titles
        assert "landelijk-gesprek-plannen" not in town.ids


def test_what_a_region_carries_is_asked_of_the_region(leaning_town: Town) -> None:
    """From level 1 on, where it really carries something; a look-back goes along with the own evaluation."""
    for key in leaning_town.carried - OWN:
        action = leaning_town.advised.get(key)
        if action is None or leaning_town.values[key] == 0 or "jaarlijkse evaluatie" in action.title:
            continue
        said = " ".join((action.title, action.proposal or "", *action.steps))
        assert "regio" in said or REGION in said, f"{key}: {action.title}"
        assert not action.title.startswith(("Maak een", "Schrijf een", "Wijs")), f"{key}: {action.title}"


def test_no_brace_is_left(leaning_town: Town) -> None:
    for action in leaning_town.advised.values():
        said = (action.title, action.proposal or "", action.result or "", *action.steps)
        assert [text for text in said if "{" in text] == [], action.id


@pytest.mark.parametrize("level", [0, 1, 2])
def test_the_way_to_everything_is_found_without_trying_every_order(dutch_pack: Pack, level: int) -> None:
    """Grounds tie most indicators together: there are far too many orders to try."""
    answers = {key: Answer(state="answered", value=level) for key in dutch_pack.places}
    answers["context.aanjager"] = Answer(state="answered", value="ambtenaar")
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="town",
        subject={"name": "Voorbeeldstad"},
        date="2026-05-01",
        pack=PackRef(id=dutch_pack.model.id, version=dutch_pack.model.version, sha256=dutch_pack.sha256),
        questionnaire="zelfscan",
        respondent=Respondent(id="r"),
        answers=answers,
    )
    way = journey(evaluate(dutch_pack, assessment), {factor.id: 3 for factor in dutch_pack.factors})
    after = {step.place.id: step.action.to for step in way.steps}
    assert len(after) > 15
    missed = {gap.place.id for gap in way.gaps if after.get(gap.place.id, gap.level) < gap.wanted}
    assert missed <= set(way.out_of_reach)
