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

CONTRADICTIONS = {
    "training-en-geen-training": (
        {"capaciteit.training-bereik": 1, "capaciteit.training-structureel": 0},
        [{"capaciteit.training-bereik": 0}, {"capaciteit.training-structureel": 1}],
    ),
    "geen-functie-en-toch-bezet": (
        {"expertfunctie.functie": 1, "expertfunctie.doorlopend": 3},
        # A function that was taken away this year stood on paper before.
        [{"expertfunctie.functie": 2}, {"expertfunctie.doorlopend": 2}],
    ),
    "bezet-en-geen-tijd": (
        {"expertfunctie.doorlopend": 3, "capaciteit.formatie": 0},
        [{"expertfunctie.doorlopend": 2}, {"capaciteit.formatie": 1}],
    ),
    "meer-meldingen-dan-signalen": (
        {"context.signalen": 3, "context.meldingen": 4},
        [{"context.meldingen": 3}, {"context.signalen": 9}],
    ),
    "geen-overleg-en-toch-overleg": (
        {"context.overleg": "geen", "samenwerking.overlegritme": 1},
        [{"context.overleg": "bestaand"}, {"samenwerking.overlegritme": 0}],
    ),
    "geen-teams-en-toch-uitleg": (
        {"context.teams": (), "communicatie.belang-bekend": 1},
        [{"context.teams": ("ander",)}, {"communicatie.belang-bekend": 0}],
    ),
    "overzicht-en-geen-gegevens": (
        {"monitoring.signalen": 3, "monitoring.brede-gegevens": 0},
        [{"monitoring.signalen": 2}, {"monitoring.brede-gegevens": 1}],
    ),
    "geen-plan-en-toch-acties": (
        {"context.plan": False, "motivatie.extrinsiek": 3},
        [{"context.plan": True}, {"motivatie.extrinsiek": 2}],
    ),
    "geen-eigen-actie-en-toch-bericht": (
        {"regio.eigen-aanpak": 1, "communicatie.organisatiebreed": 3},
        [{"regio.eigen-aanpak": 2}, {"communicatie.organisatiebreed": 2}, {"communicatie.organisatiebreed": BY_REGION}],
    ),
    "kadernota-voorbij": ({"context.kadernota": "2026-04-30"}, [{"context.kadernota": "2026-05-01"}]),
    "plan-voorbij": (
        {"context.plan": True, "context.plan-tot": "2026-04-30"},
        [{"context.plan-tot": "2026-05-01"}],
    ),
    "niemand-en-toch-aanjager": (
        {"context.aanjager": "niemand", "aanjager.voortrekker": 2},
        [{"context.aanjager": "ambtenaar"}, {"aanjager.voortrekker": 1}],
    ),
    "aan-tafel-en-geen-contact": (
        {"regio.deelname": 3, "regio.actieve-houding": 0},
        # Level 2 is also that of an agreement on paper with no meeting at all.
        [{"regio.deelname": 2}, {"regio.actieve-houding": 1}],
    ),
    "analyse-en-geen-vormen": (
        {"context.vormen": (), "aard-en-omvang.probleemanalyse": 3},
        [{"context.vormen": ("ander",)}, {"aard-en-omvang.probleemanalyse": 2}],
    ),
}
"""For each signal answers that contradict each other, and changes of one of them with which they do so no more."""
MORE = [
    {"context.teams": (), "capaciteit.training-bereik": 1},
    {"regio.eigen-aanpak": 0, "communicatie.belang-bekend": 4},
    {"regio.eigen-aanpak": 0, "communicatie.naar-buiten": 3},
    {"regio.eigen-aanpak": 0, "capaciteit.training-structureel": 3},
    {"regio.deelname": 1, "regio.actieve-houding": 0},
]
READINGS = {
    "09-tegenstrijdig": 12,
    # Planned training went on, and no action of its own was done: its own training is one.
    "10-geld": 1,
    # Both say that there is a plan, which ended before the date of the answers.
    "12-zorg": 1,
    "20-stil": 1,
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
        ("context.teams", {"capaciteit.training-bereik": 1}),
        ("context.vormen", {"aard-en-omvang.probleemanalyse": 3}),
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
