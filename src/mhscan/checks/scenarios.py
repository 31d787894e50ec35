"""What a pack's authors expect of it, held against what it does: the scenarios in `factors/scenarios/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.answers.reading import SCHEMA as ASSESSMENT
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.files import read_document
from mhscan.loading.packs import kind_of, unknown_schema
from mhscan.loading.paths import entries
from mhscan.loading.shape import shape
from mhscan.pack.pack import Pack
from mhscan.pack.scenario import ExpectedProfile, GivenAnswer, Scenario

SCHEMA = "mhscan/scenario@1"


@dataclass(frozen=True)
class Outcome:
    """A scenario with all that came out otherwise than expected."""

    scenario: Scenario
    differences: tuple[str, ...]


def read_scenarios(folder: Path) -> tuple[list[Scenario], list[Problem]]:
    """The scenarios of a pack by file name, and all that is wrong with their files."""
    found: list[Scenario] = []
    problems: list[Problem] = []
    for path in entries(folder / "factors" / "scenarios", "*.yaml"):
        document, more = read_document(path)
        problems += more
        if kind_of(document) == SCHEMA:
            scenario, wrong = shape(document, Scenario)
            problems += wrong
            found += [scenario] if scenario else []
        elif document.data is not None and kind_of(document) != ASSESSMENT:
            # A scenario that is not recognised would be one that nobody runs.
            problems.append(unknown_schema(document, [SCHEMA, ASSESSMENT]))
    return found, problems


def run_scenario(pack: Pack, scenario: Scenario) -> Outcome:
    """What a scenario comes to under a pack, beside what was expected."""
    result = evaluate(pack, as_assessment(pack, scenario))
    return Outcome(
        scenario, (*_answers(result), *_profile(result, scenario), *_rules(result, scenario), *_first(result, scenario))
    )


def as_assessment(pack: Pack, scenario: Scenario) -> Assessment:
    """A scenario as an assessment that was made with the pack."""
    return Assessment(
        schema_="mhscan/assessment@1",
        id=scenario.id,
        subject=scenario.subject,
        date=scenario.date,
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=scenario.questionnaire,
        respondent=Respondent(id=scenario.id),
        answers={key: _answer(given) for key, given in scenario.answers.items()},
    )


def _answer(given: GivenAnswer) -> Answer:
    carried = next((CarriedBy(kind=kind, name=name) for kind, name in given.carried.items()), None)
    if given.unknown:
        return Answer(state="unknown", carried_by=carried)
    if given.not_applicable:
        return Answer(state="not_applicable", reason=given.not_applicable)
    return Answer(state="answered", value=given.value, carried_by=carried)


def _answers(result: Result) -> Iterator[str]:
    for key in result.facts.left_out:
        yield _("the answer to {key} does not fit the pack").format(key=key)


def _profile(result: Result, scenario: Scenario) -> Iterator[str]:
    wanted, place = scenario.expect.profile, result.profile
    if wanted is None or place is None:
        return
    found = ExpectedProfile(field=place.field.id if place.field else None, why_not=place.why_not)
    if found != wanted:
        message = _("profile: expected {wanted}, found {found}")
        yield message.format(wanted=wanted.field or wanted.why_not, found=found.field or found.why_not)


def _rules(result: Result, scenario: Scenario) -> Iterator[str]:
    outcomes = {one.rule.id: one.outcome.value for one in result.rules}
    expected = {
        **dict.fromkeys(scenario.expect.fires, True),
        **dict.fromkeys(scenario.expect.silent, False),
        **dict.fromkeys(scenario.expect.undecided),
    }
    words = {True: _("fires"), False: _("is silent"), None: _("cannot be decided")}
    for rule, wanted in expected.items():
        if rule not in outcomes:
            yield _("the pack has no rule {rule}").format(rule=rule)
        elif outcomes[rule] is not wanted:
            message = _("rule {rule}: expected that it {wanted}, but it {found}")
            yield message.format(rule=rule, wanted=words[wanted], found=words[outcomes[rule]])


def _first(result: Result, scenario: Scenario) -> Iterator[str]:
    wanted = [one.indicator for one in scenario.expect.first]
    found = [one.place.id for one in result.actions[: len(wanted)]]
    if found != wanted:
        message = _("first actions: expected {wanted}; found {found}")
        yield message.format(wanted=", ".join(wanted), found=", ".join(found))
