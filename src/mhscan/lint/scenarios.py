"""What a pack's authors expect of it, held against what it does: the scenarios in `factors/scenarios/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, PackRef, Respondent
from mhscan.answers.reading import SCHEMA as ASSESSMENT
from mhscan.answers.reading import check_fit, pack_ref
from mhscan.base import SUBJECT
from mhscan.codes import problem
from mhscan.errors import InputError, Problem, Related
from mhscan.errors import Path as DataPath
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.files import list_yaml, read_document
from mhscan.loading.kinds import kind_of, unknown_schema
from mhscan.loading.near import meant
from mhscan.loading.packs import SCENARIOS, Folder, build, twins, without_twins
from mhscan.loading.validation import to_model
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


@dataclass(frozen=True)
class ScenarioFile:
    """A file among the scenarios: a scenario, or the example, where its shape is right."""

    document: Document
    scenario: Scenario | None = None
    example: Assessment | None = None


@dataclass
class Scenarios:
    """The files among the scenarios of a pack, and what is wrong with them."""

    files: list[ScenarioFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def scenarios(self) -> list[Scenario]:
        """The scenarios whose shape is right."""
        return [one.scenario for one in self.files if one.scenario is not None]

    @property
    def documents(self) -> list[Document]:
        """Every file that was read."""
        return [one.document for one in self.files]

    def differing(self, pack: Pack) -> Iterator[Problem]:
        """What comes out otherwise than expected, each at its place in the file."""
        for one in self.files:
            if one.scenario is not None:
                yield from _differing(pack, one.document, one.scenario)


def read_scenarios(folder: Path) -> Scenarios:
    """The scenarios of a pack by file name, with the example, and all that is wrong with the form of their files."""
    files, problems = list_yaml(folder / SCENARIOS, folder)
    found = Scenarios(problems=[*problems, *twins(files)])
    for path in without_twins(files):
        document, more = read_document(path)
        found.problems += more
        kind = kind_of(document)
        if kind == SCHEMA:
            scenario, wrong = to_model(document, Scenario)
            found.files.append(ScenarioFile(document, scenario=scenario))
        elif kind == ASSESSMENT:
            example, wrong = to_model(document, Assessment)
            found.files.append(ScenarioFile(document, example=example))
        else:
            # A scenario that is not recognised would be one that nobody runs.
            wrong = [unknown_schema(document, [SCHEMA, ASSESSMENT])] if document.data is not None else []
            found.files.append(ScenarioFile(document))
        found.problems += wrong
    return found


def check_scenarios(folder: Folder) -> Scenarios:
    """The scenarios of a pack, with all that is wrong with them; held against the pack if that can be used."""
    found = read_scenarios(folder.path)
    try:
        pack = build(folder)
    except InputError:
        return found
    ids: dict[str, Document] = {}
    for one in found.files:
        if one.example is not None:
            example = one.example.model_copy(update={"pack": pack_ref(pack)})
            found.problems += check_fit(pack, one.document, example)
        if one.scenario is not None:
            wrong = [*_unfit(pack, one.document, one.scenario), *_taken(one, ids)]
            found.problems += wrong or _differing(pack, one.document, one.scenario)
    return found


def _differing(pack: Pack, document: Document, scenario: Scenario) -> Iterator[Problem]:
    """What comes out of a scenario otherwise than expected."""
    hint = _("Change what is expected if the pack is right; else change the pack.")
    for one in run_scenario(pack, scenario).differences:
        yield problem("MH821", f"{scenario.id}: {one.message}", document.locate(one.path), hint)


def _taken(one: ScenarioFile, ids: dict[str, Document]) -> Iterator[Problem]:
    """The problem of an id that another scenario has too."""
    if one.scenario is not None:
        first = ids.setdefault(one.scenario.id, one.document)
        if first is not one.document:
            at = first.locate(("id",))
            message = _("the id '{id}' is used twice; first in {where}").format(id=one.scenario.id, where=at)
            related = (Related(at, _("here for the first time")),)
            yield problem(
                "MH202", message, one.document.locate(("id",)), _("Give one of the two another id."), related=related
            )


def _unfit(pack: Pack, document: Document, scenario: Scenario) -> Iterator[Problem]:
    """What a scenario says that the pack does not know: in its answers, and in what is expected."""
    yield from check_fit(pack, document, as_assessment(pack, scenario))
    rules = [rule.id for rule in pack.model.rules]
    expect = scenario.expect
    for key in ("fires", "silent", "undecided"):
        for n, rule in enumerate(getattr(expect, key)):
            yield from _unknown("MH207", _("there is no rule '{id}'"), document, ("expect", key, n), rule, rules)
    fields = [one.id for one in pack.model.profile.fields] if pack.model.profile else []
    if expect.profile is not None and expect.profile.field is not None:
        at: DataPath = ("expect", "profile", "field")
        yield from _unknown("MH207", _("the profile has no field '{id}'"), document, at, expect.profile.field, fields)
    indicators = list(pack.places)
    for n, action in enumerate(expect.first):
        at = ("expect", "first", n, "indicator")
        yield from _unknown("MH203", _("there is no indicator '{id}'"), document, at, action.indicator, indicators)


def _unknown(
    code: str, message: str, document: Document, at: DataPath, wanted: str, known: list[str]
) -> Iterator[Problem]:
    """The problem of a name that is not among the known ones."""
    if wanted not in known:
        hint, near = meant(wanted, known)
        yield problem(code, message.format(id=wanted), document.locate(at), hint, suggestion=near)


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
