"""Names in lists of the model: each that a file uses stands in its list."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import Each, FigureRef, LevelTest
from mhscan.errors import Path, Problem
from mhscan.integrity.checks.references import listed
from mhscan.integrity.names import Names, Reference, names_of, with_lost
from mhscan.integrity.walk import (
    actions_of,
    as_given,
    claims_of,
    indicators_of,
    observations_of,
    questions_of,
    tests_of,
)
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Factor, Variant
from mhscan.pack.model import Model


def check_unknown_name(folder: Folder) -> Iterator[Problem]:
    """Every name of a role, scale, phase, effort and so on is one that the model lists."""
    names = names_of(folder)
    if names.model is None:
        return
    for reference in (*_in_factors(folder, names), *_in_model(folder, names), *_in_conditions(folder, names)):
        yield from reference.problems("MH207")
    yield from _without_phases(folder)


def _in_factors(folder: Folder, names: Names) -> Iterator[Reference]:
    for part, factor in folder.of(Factor):
        yield listed(names, part, ("phase",), "phase", factor.phase)
    for part, path, factor, indicator in indicators_of(folder):
        aspects = with_lost(part, "aspects", {aspect.id for aspect in factor.aspects})
        yield Reference(part, (*path, "aspect"), "aspect", indicator.aspect, aspects, names.words)
        yield listed(names, part, (*path, "scale"), "scale", indicator.scale)
        yield from _roles(names, part, path, indicator.asks)
    for part, path, _indicator, action in actions_of(folder):
        yield listed(names, part, (*path, "effort"), "effort", action.effort)
        yield listed(names, part, (*path, "term"), "term", action.term)
        yield listed(names, part, (*path, "moment"), "moment", action.moment)
        for at, given in as_given(action):
            yield from _of_people(names, part, (*path, *at), given)
    for part, path, _indicator, observation in observations_of(folder):
        yield from _roles(names, part, path, observation.asks)
    for part, path, claim in claims_of(folder):
        yield listed(names, part, (*path, "modality"), "modality", claim.modality)


def _of_people(names: Names, part: Part, path: Path, given: Action | Variant) -> Iterator[Reference]:
    """Who does an action, with whom, and who decides on it."""
    yield listed(names, part, (*path, "owner"), "role", given.owner)
    yield listed(names, part, (*path, "decided_by"), "decider", given.decided_by)
    others = given.depends_on_others
    yield listed(names, part, (*path, "depends_on_others"), "decider", others if isinstance(others, str) else None)
    for n, partner in enumerate(given.partners or ()):
        yield listed(names, part, (*path, "partners", n), "partner", partner)


def _roles(names: Names, part: Part, path: Path, asks: tuple[str, ...]) -> Iterator[Reference]:
    """The roles that probably know the answer to the question at a path."""
    return (listed(names, part, (*path, "asks", n), "role", role) for n, role in enumerate(asks))


def _in_model(folder: Folder, names: Names) -> Iterator[Reference]:
    for part, model in folder.of(Model):
        for n, moment in enumerate(model.moments):
            yield listed(names, part, ("moments", n, "otherwise"), "moment", moment.otherwise)
        if model.profile and model.phases:
            yield listed(names, part, ("profile", "x"), "phase", model.profile.x)
            yield listed(names, part, ("profile", "y"), "phase", model.profile.y)
        if model.advice.quick:
            for n, effort in enumerate(model.advice.quick.efforts):
                yield listed(names, part, ("advice", "quick", "efforts", n), "effort", effort)
            for n, term in enumerate(model.advice.quick.terms):
                yield listed(names, part, ("advice", "quick", "terms", n), "term", term)
    for part, path, question in questions_of(folder):
        yield from _roles(names, part, path, question.asks)


def _in_conditions(folder: Folder, names: Names) -> Iterator[Reference]:
    for part, path, test in tests_of(folder):
        if isinstance(test, FigureRef | Each):
            yield listed(names, part, (*path, "factor"), "factor", test.factor)
            yield listed(names, part, (*path, "phase"), "phase", test.phase)
        if isinstance(test, LevelTest):
            yield listed(names, part, (*path, "carried"), "carrier", test.carried)


def _without_phases(folder: Folder) -> Iterator[Problem]:
    """One problem of a profile in a model without phases: both its axes are phases."""
    for part, model in folder.of(Model):
        if model.profile and with_lost(part, "phases", {phase.id for phase in model.phases}) == set():
            message = _("a profile has two phases as its axes, and this model has none")
            hint = _("Add 'phases', or remove the profile.")
            yield part.problem("MH207", ("profile",), message, hint, at_key=True)
