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
from mhscan.pack.scenario import Expected, ExpectedAction, ExpectedProfile, GivenAnswer, Scenario

SCHEMA = "mhscan/scenario@1"


@dataclass(frozen=True)
class Deviation:
    """Something that came out otherwise than expected, and where in the scenario that stands."""

    path: DataPath
    message: str


@dataclass(frozen=True)
class ScenarioFile:
    """A file among the scenarios: a scenario, or the example; nothing where its shape is wrong."""

    document: Document
    content: Scenario | Assessment | None = None


@dataclass
class Scenarios:
    """The files among the scenarios of a pack, and what is wrong with them."""

    files: list[ScenarioFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def scenarios(self) -> list[Scenario]:
        """The scenarios whose shape is right."""
        return [file.content for file in self.files if isinstance(file.content, Scenario)]

    @property
    def documents(self) -> list[Document]:
        """Every file that was read."""
        return [file.document for file in self.files]

    def differing(self, pack: Pack) -> Iterator[Problem]:
        """What comes out otherwise than expected, each at its place in the file."""
        for file in self.files:
            if isinstance(file.content, Scenario):
                yield from _differing(pack, file.document, file.content)


def read_scenarios(folder: Path) -> Scenarios:
    """The scenarios of a pack by file name, with the example, and all that is wrong with the form of their files."""
    files, problems = list_yaml(folder / SCENARIOS, folder)
    found = Scenarios(problems=[*problems, *twins(files)])
    kinds: dict[str, type[Scenario | Assessment]] = {SCHEMA: Scenario, ASSESSMENT: Assessment}
    for path in without_twins(files):
        document, unread = read_document(path)
        kind = kinds.get(kind_of(document))
        # A scenario that is not recognised would be one that nobody runs.
        unknown = [unknown_schema(document, [*kinds])] if document.data is not None else []
        content, wrong = to_model(document, kind) if kind else (None, unknown)
        found.files.append(ScenarioFile(document, content))
        found.problems += [*unread, *wrong]
    return found


def check_scenarios(folder: Folder) -> Scenarios:
    """The scenarios of a pack, with all that is wrong with them; held against the pack if that can be used."""
    found = read_scenarios(folder.path)
    try:
        pack = build(folder)
    except InputError:
        return found
    ids: dict[str, Document] = {}
    for file in found.files:
        if isinstance(file.content, Assessment):
            example = file.content.model_copy(update={"pack": pack_ref(pack)})
            found.problems += check_fit(pack, file.document, example)
        elif file.content is not None:
            first = ids.setdefault(file.content.id, file.document)
            wrong = [*_unfit(pack, file.document, file.content), *_taken(file.document, file.content.id, first)]
            found.problems += wrong or _differing(pack, file.document, file.content)
    return found


def _differing(pack: Pack, document: Document, scenario: Scenario) -> Iterator[Problem]:
    """What comes out of a scenario otherwise than expected."""
    hint = _("Change what is expected if the pack is right; else change the pack.")
    for one in run_scenario(pack, scenario):
        yield problem("MH821", f"{scenario.id}: {one.message}", document.locate(one.path), hint)


def _taken(document: Document, id_: str, first: Document) -> Iterator[Problem]:
    """The problem of an id that the scenario in another file has too."""
    if first is not document:
        at = first.locate(("id",))
        message = _("the id '{id}' is used twice; first in {where}").format(id=id_, where=at)
        related = (Related(at, _("here for the first time")),)
        hint = _("Give one of the two another id.")
        yield problem("MH202", message, document.locate(("id",)), hint, related=related)


def _unfit(pack: Pack, document: Document, scenario: Scenario) -> Iterator[Problem]:
    """What a scenario says that the pack does not know: in its answers, and in what is expected."""
    yield from check_fit(pack, document, as_assessment(pack, scenario))
    expect, rules = scenario.expect, [rule.id for rule in pack.model.rules]
    for key in ("fires", "silent", "undecided"):
        for n, rule in enumerate(getattr(expect, key)):
            yield from _unknown("MH207", _("there is no rule '{id}'"), document, ("expect", key, n), rule, rules)
    if expect.profile is not None and expect.profile.field is not None:
        fields = [one.id for one in pack.model.profile.fields] if pack.model.profile else []
        at: DataPath = ("expect", "profile", "field")
        yield from _unknown("MH207", _("the profile has no field '{id}'"), document, at, expect.profile.field, fields)
    for n, action in enumerate(expect.first):
        at = ("expect", "first", n, "indicator")
        yield from _unknown(
            "MH203", _("there is no indicator '{id}'"), document, at, action.indicator, list(pack.places)
        )


def _unknown(
    code: str, message: str, document: Document, at: DataPath, name: str, names: list[str]
) -> Iterator[Problem]:
    """The problem of a name that nothing has."""
    if name not in names:
        hint, near = meant(name, names)
        yield problem(code, message.format(id=name), document.locate(at), hint, suggestion=near)


def run_scenario(pack: Pack, scenario: Scenario) -> tuple[Deviation, ...]:
    """What comes out of a scenario under a pack otherwise than expected."""
    result = evaluate(pack, as_assessment(pack, scenario))
    expect = scenario.expect
    return (*_answers(result), *_profile(result, expect), *_rules(result, expect), *_first(result, expect))


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


def _answers(result: Result) -> Iterator[Deviation]:
    for key in result.facts.left_out:
        path = ("subject", key.removeprefix(SUBJECT)) if key.startswith(SUBJECT) else ("answers", key)
        yield Deviation(path, _("the answer to {key} does not fit the pack").format(key=key))


def _profile(result: Result, expect: Expected) -> Iterator[Deviation]:
    wanted, place = expect.profile, result.profile
    if wanted is None or place is None:
        return
    found = ExpectedProfile(field=place.field.id if place.field else None, why_not=place.why_not)
    if found != wanted:
        message = _("profile: expected {wanted}, found {found}")
        message = message.format(wanted=wanted.field or wanted.why_not, found=found.field or found.why_not)
        yield Deviation(("expect", "profile"), message)


def _rules(result: Result, expect: Expected) -> Iterator[Deviation]:
    outcomes = {one.rule.id: one.outcome.value for one in result.rules}
    words = {True: _("fires"), False: _("is silent"), None: _("cannot be decided")}
    for key, wanted in {"fires": True, "silent": False, "undecided": None}.items():
        for n, rule in enumerate(getattr(expect, key)):
            if rule not in outcomes:
                yield Deviation(("expect", key, n), _("the pack has no rule {rule}").format(rule=rule))
            elif outcomes[rule] is not wanted:
                message = _("rule {rule}: expected that it {wanted}, but it {found}")
                message = message.format(rule=rule, wanted=words[wanted], found=words[outcomes[rule]])
                yield Deviation(("expect", key, n), message)


def _first(result: Result, expect: Expected) -> Iterator[Deviation]:
    """The first action that does not stand where it is expected: others often follow from it."""
    advised = [(one.place.id, *one.action.also) for one in result.actions]
    for n, action in enumerate(expect.first):
        reach = advised[: action.within] if action.within else advised[n : n + 1]
        if not any(action.indicator in settled for settled in reach):
            yield Deviation(("expect", "first", n), _missed(action, n, advised))
            return


def _missed(action: ExpectedAction, n: int, advised: list[tuple[str, ...]]) -> str:
    """That an action does not stand where it is expected, and where it does stand."""
    places = [place for place, settled in enumerate(advised, 1) if action.indicator in settled]
    place = _("place {n}").format(n=places[0]) if places else _("not advised")
    wanted = _("among the first {n}").format(n=action.within) if action.within else _("place {n}").format(n=n + 1)
    message = _("action for {indicator}: expected {wanted}; found {place}. It is expected because: {because}")
    return message.format(indicator=action.indicator, wanted=wanted, place=place, because=action.because)
