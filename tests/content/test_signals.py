"""The signals of the shipped pack: each fires on what contradicts itself, and on nothing near to it."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.answers.reading import read_assessment
from mhscan.lint.scenarios import as_assessment
from mhscan.loading.files import read_document
from mhscan.pack.scenario import Scenario
from mhscan.scoring.signals import standing_signals

ROOT = Path(__file__).resolve().parents[2]
REGION = CarriedBy(kind="region", name="Tafel")
BY_REGION = Answer(state="answered", value=4, carried_by=REGION)

MESSAGES = {
    "communicatie.organisatiebreed.bereik": "8/10",
    "communicatie.organisatiebreed.helder": True,
    "communicatie.organisatiebreed.vindbaar": False,
    "communicatie.organisatiebreed.nieuw": False,
}
PREVENTION = {
    "communicatie.kwetsbare-groepen.groepen": "geen",
    "communicatie.kwetsbare-groepen.inhoud": False,
    "communicatie.kwetsbare-groepen.terecht": False,
    "communicatie.kwetsbare-groepen.plekken": "geen",
    "communicatie.kwetsbare-groepen.preventie": True,
}
PIONEER = {
    "aanjager.voortrekker.keren": "twee",
    "aanjager.voortrekker.waar": "eigen",
    "aanjager.voortrekker.afspraak": "geen",
    "aanjager.voortrekker.blijft": "lang",
}

CONTRADICTIONS = {
    "training-en-geen-training": (
        {"capaciteit.training-bereik.zorg": "minder", "capaciteit.training-structureel.keren": "niet"},
        [{"capaciteit.training-bereik.zorg": "niemand"}, {"capaciteit.training-structureel.keren": "een"}],
    ),
    "persoon-en-toch-leeg": (
        {"expertfunctie.functie.persoon": True, "expertfunctie.doorlopend.leeg": "2026-05-01"},
        [{"expertfunctie.functie.persoon": False}, {"expertfunctie.doorlopend.leeg": "2026-05-02"}],
    ),
    "geen-persoon-en-toch-bezet": (
        {"expertfunctie.functie.persoon": False, "expertfunctie.doorlopend.leeg": "2026-05-02"},
        [{"expertfunctie.functie.persoon": True}, {"expertfunctie.doorlopend.leeg": "2026-05-01"}],
    ),
    "advies-en-toch-niemand": (
        {"expertfunctie.functie.advies": True, "expertfunctie.doorlopend.maanden": "geen"},
        [{"expertfunctie.functie.advies": False}, {"expertfunctie.doorlopend.maanden": "deel"}],
    ),
    "bezet-en-geen-tijd": (
        {"expertfunctie.functie.persoon": True, "capaciteit.formatie.uren": 0},
        # Hours are worked where no fixed person is: that is no contradiction.
        [{"expertfunctie.functie.persoon": False}, {"capaciteit.formatie.uren": 1}],
    ),
    "uren-zonder-einde-met-einddatum": (
        {"capaciteit.formatie.vast": True, "capaciteit.formatie.tot": "2026-12-31"},
        [{"capaciteit.formatie.vast": False}],
    ),
    "geld-en-datum-voorbij": (
        {"capaciteit.begroting.staat": "eigen", "capaciteit.begroting.tot": "2026-04-30"},
        [{"capaciteit.begroting.staat": "woorden"}, {"capaciteit.begroting.tot": "2026-05-01"}],
    ),
    "geen-geld-en-toch-einddatum": (
        {"capaciteit.begroting.staat": "woorden", "capaciteit.begroting.tot": "2026-05-01"},
        [{"capaciteit.begroting.staat": "later"}, {"capaciteit.begroting.tot": "2026-04-30"}],
    ),
    "meer-meldingen-dan-signalen": (
        {"context.signalen": 3, "context.meldingen": 4},
        [{"context.meldingen": 3}, {"context.signalen": 9}],
    ),
    "geen-overleg-en-toch-overleg": (
        {"context.overleg": "geen", "samenwerking.overlegritme.keren": "een"},
        [{"context.overleg": "bestaand"}, {"samenwerking.overlegritme.keren": "niet"}],
    ),
    "geen-teams-en-toch-teams": (
        {"context.teams": (), "motivatie.gedragen.teams": "een"},
        [{"context.teams": ("ander",)}, {"motivatie.gedragen.teams": "geen"}],
    ),
    "overzicht-en-geen-gegevens": (
        {"monitoring.signalen.vervolg": True, "monitoring.brede-gegevens.aantal": False},
        [{"monitoring.signalen.vervolg": False}, {"monitoring.brede-gegevens.aantal": True}],
    ),
    "aantal-en-toch-onbekend": (
        {"context.signalen": 1, "monitoring.brede-gegevens.aantal": False},
        # A zero may be given without asking anybody; it then counts as not known.
        [{"context.signalen": 0}, {"monitoring.brede-gegevens.aantal": True}],
    ),
    "geen-plan-en-toch-acties": (
        {"context.plan": False, "regio.eigen-aanpak.besluit": True},
        [{"context.plan": True}, {"regio.eigen-aanpak.besluit": False}],
    ),
    "geen-eigen-actie-en-toch-actie": (
        # Whether the region carries it can be said as soon as all of its facts are known.
        {"regio.eigen-aanpak.acties": "geen", **MESSAGES},
        [
            {"regio.eigen-aanpak.acties": "een"},
            {"communicatie.organisatiebreed.helder": False},
            {"communicatie.organisatiebreed": BY_REGION},
        ],
    ),
    "kadernota-voorbij": ({"context.kadernota": "2026-04-30"}, [{"context.kadernota": "2026-05-01"}]),
    "plan-voorbij": (
        {"context.plan": True, "context.plan-tot": "2026-04-30"},
        [{"context.plan-tot": "2026-05-01"}],
    ),
    "niemand-en-toch-aanjager": (
        {"context.aanjager": "niemand", "aanjager.voortrekker": 3},
        # Who asked more than once may have left since: that is level 2.
        [{"context.aanjager": "ambtenaar"}, {"aanjager.voortrekker": 2}],
    ),
    "aan-tafel-en-geen-contact": (
        {"regio.deelname.keren": "een", "regio.actieve-houding.contact": "nee"},
        [{"regio.deelname.keren": "niet"}, {"regio.actieve-houding.contact": "vraag"}],
    ),
    "overleg-en-toch-geen-overleg": (
        {
            "context.overleg": "eigen",
            "samenwerking.overlegritme.keren": "niet",
        },
        [{"context.overleg": "geen"}, {"samenwerking.overlegritme.keren": "een"}],
    ),
    "trekt-de-aanpak-en-geen-tijd": (
        {"context.aanjager": "ambtenaar", "capaciteit.formatie.uren": 0},
        [{"context.aanjager": "bestuurder"}, {"capaciteit.formatie.uren": 1}],
    ),
    "bericht-met-plek-en-geen-plek": (
        {"communicatie.organisatiebreed.helder": True, "communicatie.meldpunt.plek": "geen"},
        [{"communicatie.organisatiebreed.helder": False}, {"communicatie.meldpunt.plek": "sterke"}],
    ),
    "trekt-de-regio-en-niet-aan-tafel": (
        {"regio.actieve-houding.trekt": True, "regio.deelname.keren": "niet"},
        [{"regio.actieve-houding.trekt": False}, {"regio.deelname.keren": "een"}],
    ),
    "analyse-en-geen-vormen": (
        {"context.vormen": (), "aard-en-omvang.probleemanalyse.vormen": True},
        [{"context.vormen": ("ander",)}, {"aard-en-omvang.probleemanalyse.vormen": False}],
    ),
    "geen-uitleg-en-toch-uitleg": (
        {"communicatie.naar-buiten.uitleg": False, "communicatie.naar-buiten.terecht": True},
        [{"communicatie.naar-buiten.uitleg": True}, {"communicatie.naar-buiten.terecht": False}],
    ),
    "niet-gebeurd-en-toch-zo": (
        {"capaciteit.training-structureel.keren": "niet", "capaciteit.training-bereik.inhoud": True},
        [{"capaciteit.training-structureel.keren": "een"}, {"capaciteit.training-bereik.inhoud": False}],
    ),
}
"""For each signal answers that contradict each other, and changes of one of them with which they do so no more."""
MORE = [
    {"capaciteit.training-bereik": 1, "capaciteit.training-structureel": 0},
    {"expertfunctie.functie": 2, "capaciteit.formatie": 0},
    {"context.overleg": "geen", "samenwerking.overlegritme": 2},
    {"context.overleg": "geen", "samenwerking.eigen-plek.besproken": True},
    {"context.teams": (), "motivatie.gedragen": 1},
    {"monitoring.signalen": 3, "monitoring.brede-gegevens": 0},
    {"context.meldingen": 2, "monitoring.brede-gegevens.doorgezet": False},
    {"context.plan": False, "regio.eigen-aanpak": 4},
    {"regio.eigen-aanpak": 0, "communicatie.organisatiebreed": 4},
    {"regio.eigen-aanpak.acties": "geen", **PREVENTION},
    {"context.aanjager": "niemand", **PIONEER},
    {"regio.deelname": 2, "regio.actieve-houding": 0},
    {"regio.actieve-houding.contact": "nee", "regio.actieve-houding.punt": "een"},
    {"communicatie.kwetsbare-groepen.groepen": "geen", "communicatie.kwetsbare-groepen.inhoud": True},
    {"communicatie.slachtofferperspectief.uitleg": "0/6", "communicatie.slachtofferperspectief.crimineel": True},
    {"monitoring.terugkoppeling.bericht": "niemand", "monitoring.terugkoppeling.maand": True},
    {"samenwerking.overlegritme.keren": "niet", "samenwerking.overlegritme.breed": True},
]
READINGS = {
    # At meetings of the region, and no contact with it.
    "06-regio": 1,
    "09-tegenstrijdig": 9,
    # Both say that there is a plan, which ended before the date of the answers.
    "12-zorg": 1,
    # Also a fixed person, and nobody who works.
    "20-stil": 2,
}
"""How many signals fire on the answers of invented municipalities; none on the others. Each was read by hand."""


def with_answers(values):
    """An assessment of 1 May 2026 with these answers."""
    answers = {
        key: value if isinstance(value, Answer) else Answer(state="answered", value=value)
        for key, value in values.items()
    }
    return Assessment(
        schema="mhscan/assessment@1",
        id="a",
        subject={"name": "N"},
        date="2026-05-01",
        pack=PackRef(id="mensenhandel", version="2.0.0", sha256="0" * 64),
        questionnaire="zelfscan",
        respondent=Respondent(id="r"),
        answers=answers,
    )


def fired(pack, assessment):
    return [one.signal.id for one in standing_signals(pack, assessment)]


def test_each_signal_is_tried(dutch_pack):
    assert [one.id for one in dutch_pack.model.signals] == list(CONTRADICTIONS)


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_signal_fires_on_a_contradiction_and_not_on_what_is_near(dutch_pack, name):
    answers, changes = CONTRADICTIONS[name]
    assert fired(dutch_pack, with_answers(answers)) == [name]
    for change in changes:
        assert fired(dutch_pack, with_answers(answers | change)) == [], change
    for key in answers:
        unknown = answers | {key: Answer(state="unknown")}
        assert fired(dutch_pack, with_answers(unknown)) == [], key


@pytest.mark.parametrize("answers", MORE, ids=" ".join)
def test_each_part_of_a_signal_fires(dutch_pack, answers):
    assert len(fired(dutch_pack, with_answers(answers))) == 1


def test_a_signal_that_asks_for_none_of_the_options_names_them_all(dutch_pack):
    for key, answers in (
        ("context.teams", {"motivatie.gedragen.teams": "een"}),
        ("context.vormen", {"aard-en-omvang.probleemanalyse.vormen": True}),
    ):
        for option in dutch_pack.context[key].offered:
            assert fired(dutch_pack, with_answers({key: (option.id,), **answers})) == []


def test_the_shipped_example_and_scenarios_do_not_contradict_themselves(dutch_pack):
    paths = sorted((ROOT / "factors" / "scenarios").glob("*.yaml"))
    assert len(paths) > 10
    for path in paths:
        data = read_document(path)[0].data
        is_scenario = data["schema"] == "mhscan/scenario@1"
        given = as_assessment(dutch_pack, Scenario.model_validate(data)) if is_scenario else read_assessment(path)[1]
        assert fired(dutch_pack, given) == [], path.name


def test_signals_fire_on_few_of_the_readings(dutch_pack):
    path = Path(__file__).with_name("test_readings.py")
    spec = spec_from_file_location("readings", path)
    readings = module_from_spec(spec)
    spec.loader.exec_module(readings)
    found = {
        one.stem: len(fired(dutch_pack, as_assessment(dutch_pack, readings.read(one)[0]))) for one in readings.FILES
    }
    assert {name: n for name, n in found.items() if n} == READINGS
