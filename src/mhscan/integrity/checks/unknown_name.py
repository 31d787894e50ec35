"""Names out of the lists of the model are in those lists."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import Each, FigureRef, LevelTest
from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, Wanted, names_of, with_lost
from mhscan.integrity.walk import tests_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Factor, Indicator
from mhscan.pack.model import Model
from mhscan.pack.source import Source

Used = tuple[Wanted, str | None, set[str] | None]
"""Where a name is used, the name, and what is known; nothing where nobody can say what is known."""
OF_ACTIONS = {
    "owner": ("role", "roles"),
    "effort": ("effort", "efforts"),
    "term": ("term", "terms"),
    "moment": ("moment", "moments"),
}
"""The keys of an action that hold a name, with what it names and the list of the model that has it."""


def check(folder: Folder) -> Iterator[Problem]:
    """Every name of a role, scale, phase, effort and so on is one that the model lists."""
    names = names_of(folder)
    if names.model is None:
        return
    for wanted, name, known in (*_in_factors(folder, names), *_in_model(folder, names), *_in_conditions(folder, names)):
        yield from wanted.unless_in(known, "MH207", name)
    yield from _without_phases(folder)


def _in_factors(folder: Folder, names: Names) -> Iterator[Used]:
    for part, factor in folder.of(Factor):
        yield Wanted(part, ("phase",), "phase", names.words), factor.phase, names.listed("phases")
        aspects = with_lost(part, "aspects", {aspect.id for aspect in factor.aspects})
        for n, indicator in enumerate(factor.indicators):
            yield from _of_indicator(part, ("indicators", n), indicator, names, aspects)
    for part, source in folder.of(Source):
        for n, one in enumerate(source.claims):
            path: Path = ("claims", n, "modality")
            yield Wanted(part, path, "modality", names.words), one.modality, names.listed("modalities")


def _of_indicator(part: Part, path: Path, one: Indicator, names: Names, aspects: set[str] | None) -> Iterator[Used]:
    scales = names.of_model("scales", names.model.scales if names.model else ())
    yield Wanted(part, (*path, "aspect"), "aspect", names.words), one.aspect, aspects
    yield Wanted(part, (*path, "scale"), "scale", names.words), one.scale, scales
    for n, action in enumerate(one.actions):
        yield from _of_action(part, (*path, "actions", n), action, names)


def _of_action(part: Part, path: Path, action: Action, names: Names) -> Iterator[Used]:
    for key, (thing, listed) in OF_ACTIONS.items():
        yield Wanted(part, (*path, key), thing, names.words), getattr(action, key), names.listed(listed)
    for n, partner in enumerate(action.partners):
        yield Wanted(part, (*path, "partners", n), "partner", names.words), partner, names.listed("partners")


def _in_model(folder: Folder, names: Names) -> Iterator[Used]:
    for part, model in folder.of(Model):
        for key in ("x", "y") if model.profile and model.phases else ():
            name = getattr(model.profile, key)
            yield Wanted(part, ("profile", key), "phase", names.words), name, names.listed("phases")
        for key, thing in (("efforts", "effort"), ("terms", "term")) if model.advice.quick else ():
            for n, one in enumerate(getattr(model.advice.quick, key)):
                yield Wanted(part, ("advice", "quick", key, n), thing, names.words), one, names.listed(key)


def _without_phases(folder: Folder) -> Iterator[Problem]:
    """One problem of a profile in a model without phases: both its axes are phases."""
    for part, model in folder.of(Model):
        if model.profile and not model.phases and not (part.lost and "phases" in part.lost.open | set(part.lost.names)):
            message = _("a profile has two phases as its axes, and this model has none")
            hint = _("Add 'phases', or remove the profile.")
            yield part.problem("MH207", ("profile",), message, hint, at_key=True)


def _in_conditions(folder: Folder, names: Names) -> Iterator[Used]:
    factors = names.of_model("factors", names.model.factors if names.model else ())
    for part, path, test in tests_of(folder):
        if isinstance(test, FigureRef | Each):
            yield Wanted(part, (*path, "factor"), "factor", names.words), test.factor, factors
            yield Wanted(part, (*path, "phase"), "phase", names.words), test.phase, names.listed("phases")
        if isinstance(test, LevelTest):
            yield Wanted(part, (*path, "carried"), "carrier", names.words), test.carried, names.listed("carriers")
