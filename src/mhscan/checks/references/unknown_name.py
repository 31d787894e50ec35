"""Names out of the lists of the model are in those lists."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.names import Names, names_of, unknown_in, with_lost
from mhscan.checks.page import Page
from mhscan.checks.walk import tests_of
from mhscan.codes import N_
from mhscan.conditions import Each, FigureRef, LevelTest
from mhscan.errors import Path, Problem
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Factor, Indicator
from mhscan.pack.model import Model
from mhscan.pack.source import Source

PAGE = Page(
    "MH207",
    N_("A role, phase, scale or effort that the model does not list has no label, no size and no score."),
    wrong="""\
actions:
  - {id: start-heap, owner: gardner, ...}
""",
    right="""\
actions:
  - {id: start-heap, owner: gardener, ...}
""",
    severity="error",
)


def check(folder: Folder) -> Iterator[Problem]:
    """Every name of a role, scale, phase, effort and so on is one that the model lists."""
    names = names_of(folder)
    if names.model is None:
        return
    for part, factor in folder.of(Factor):
        yield from _factor(part, factor, names)
    for part, model in folder.of(Model):
        yield from _profile(part, model, names)
        yield from _quick(part, model, names)
    for part, source in folder.of(Source):
        for n, one in enumerate(source.claims):
            yield from unknown_in(part, "MH207", ("claims", n, "modality"), one.modality, names.listed("modalities"))
    yield from _conditions(folder, names, names.of_model("factors", names.model.factors))


def _factor(part: Part, factor: Factor, names: Names) -> Iterator[Problem]:
    yield from unknown_in(part, "MH207", ("phase",), factor.phase, names.listed("phases"))
    aspects = with_lost(part, "aspects", {aspect.id for aspect in factor.aspects})
    for n, indicator in enumerate(factor.indicators):
        yield from _indicator(part, ("indicators", n), indicator, names, aspects)


def _indicator(part: Part, path: Path, one: Indicator, names: Names, aspects: set[str] | None) -> Iterator[Problem]:
    scales = names.of_model("scales", names.model.scales if names.model else ())
    yield from unknown_in(part, "MH207", (*path, "aspect"), one.aspect, aspects)
    yield from unknown_in(part, "MH207", (*path, "scale"), one.scale, scales)
    for n, action in enumerate(one.actions):
        yield from _action(part, (*path, "actions", n), action, names)


def _action(part: Part, path: Path, action: Action, names: Names) -> Iterator[Problem]:
    single = {"owner": "roles", "effort": "efforts", "term": "terms", "moment": "moments"}
    for key, listed in single.items():
        yield from unknown_in(part, "MH207", (*path, key), getattr(action, key), names.listed(listed))
    for n, partner in enumerate(action.partners):
        yield from unknown_in(part, "MH207", (*path, "partners", n), partner, names.listed("partners"))


def _profile(part: Part, model: Model, names: Names) -> Iterator[Problem]:
    for key in ("x", "y") if model.profile else ():
        yield from unknown_in(part, "MH207", ("profile", key), getattr(model.profile, key), names.listed("phases"))


def _quick(part: Part, model: Model, names: Names) -> Iterator[Problem]:
    for key in ("efforts", "terms") if model.advice.quick else ():
        for n, one in enumerate(getattr(model.advice.quick, key)):
            yield from unknown_in(part, "MH207", ("advice", "quick", key, n), one, names.listed(key))


def _conditions(folder: Folder, names: Names, factors: set[str] | None) -> Iterator[Problem]:
    for part, path, test in tests_of(folder):
        if isinstance(test, FigureRef | Each):
            yield from unknown_in(part, "MH207", (*path, "factor"), test.factor, factors)
            yield from unknown_in(part, "MH207", (*path, "phase"), test.phase, names.listed("phases"))
        if isinstance(test, LevelTest):
            yield from unknown_in(part, "MH207", (*path, "carried"), test.carried, names.listed("carriers"))
