"""What a pack's authors expect of it, held against what it does: the scenarios in `factors/scenarios/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.answers.reading import SCHEMA as ASSESSMENT
from mhscan.base import SUBJECT
from mhscan.codes import problem
from mhscan.errors import Path as DataPath
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.files import read_document
from mhscan.loading.packs import kind_of, unknown_schema
from mhscan.loading.shape import shape
from mhscan.loading.yaml_reader import Document
from mhscan.pack.pack import Pack
from mhscan.pack.scenario import ExpectedProfile, GivenAnswer, Scenario

SCHEMA = "mhscan/scenario@1"


@dataclass(frozen=True)
class Difference:
    """Something that came out otherwise than expected, and where in the scenario that stands."""

    path: DataPath
    message: str

    def __str__(self) -> str:
        """What it says."""
        return self.message


@dataclass(frozen=True)
class Outcome:
    """A scenario with all that came out otherwise than expected."""

    scenario: Scenario
    differences: tuple[Difference, ...]


def read_scenarios(folder: Path) -> tuple[list[Scenario], list[Problem]]:
    """The scenarios of a pack by file name, and all that is wrong with their files."""
    found, problems = read_scenario_files(folder)
    return [scenario for _document, scenario in found], problems


def scenario_problems(document: Document, outcome: Outcome) -> Iterator[Problem]:
    """What came out otherwise than expected, each at its place in the file."""
    hint = _("Change what is expected if the pack is right; else change the pack.")
    for one in outcome.differences:
        message = f"{outcome.scenario.id}: {one.message}"
        yield problem("MH821", message, document.locate(one.path), hint)


def read_scenario_files(folder: Path) -> tuple[list[tuple[Document, Scenario]], list[Problem]]:
    """The scenarios of a pack by file name, each with its file, and all that is wrong with the files."""
    found: list[tuple[Document, Scenario]] = []
    problems: list[Problem] = []
    for path in sorted((folder / "factors" / "scenarios").glob("*.yaml")):
        document, more = read_document(path)
        problems += more
        if kind_of(document) == SCHEMA:
            scenario, wrong = shape(document, Scenario)
            problems += wrong
            found += [(document, scenario)] if scenario else []
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


def _answers(result: Result) -> Iterator[Difference]:
    for key in result.facts.left_out:
        path = ("subject", key.removeprefix(SUBJECT)) if key.startswith(SUBJECT) else ("answers", key)
        yield Difference(path, _("the answer to {key} does not fit the pack").format(key=key))


def _profile(result: Result, scenario: Scenario) -> Iterator[Difference]:
    wanted, place = scenario.expect.profile, result.profile
    if wanted is None or place is None:
        return
    found = ExpectedProfile(field=place.field.id if place.field else None, why_not=place.why_not)
    if found != wanted:
        message = _("profile: expected {wanted}, found {found}")
        said = message.format(wanted=wanted.field or wanted.why_not, found=found.field or found.why_not)
        yield Difference(("expect", "profile"), said)


def _rules(result: Result, scenario: Scenario) -> Iterator[Difference]:
    outcomes = {one.rule.id: one.outcome.value for one in result.rules}
    lists = {"fires": True, "silent": False, "undecided": None}
    words = {True: _("fires"), False: _("is silent"), None: _("cannot be decided")}
    for name, wanted in lists.items():
        for n, rule in enumerate(getattr(scenario.expect, name)):
            path: DataPath = ("expect", name, n)
            if rule not in outcomes:
                yield Difference(path, _("the pack has no rule {rule}").format(rule=rule))
            elif outcomes[rule] is not wanted:
                message = _("rule {rule}: expected that it {wanted}, but it {found}")
                said = message.format(rule=rule, wanted=words[wanted], found=words[outcomes[rule]])
                yield Difference(path, said)


def _first(result: Result, scenario: Scenario) -> Iterator[Difference]:
    wanted = [one.indicator for one in scenario.expect.first]
    found = [one.place.id for one in result.actions[: len(wanted)]]
    if found != wanted:
        message = _("first actions: expected {wanted}; found {found}")
        at = next((n for n, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]), len(found))
        said = message.format(wanted=", ".join(wanted), found=", ".join(found) or "-")
        missed = min(at, len(wanted) - 1)
        reason = _("{indicator} is expected because: {because}").format(**scenario.expect.first[missed].model_dump())
        yield Difference(("expect", "first", missed), f"{said}. {reason}")
