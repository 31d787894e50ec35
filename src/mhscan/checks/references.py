"""Names that are used are names that exist."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT
from mhscan.checks.names import Names
from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.loading.shape import suggest
from mhscan.pack.factor import Action, Factor, Indicator
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source


def unknown(part: Part, code: str, path: Path, name: str, known: set[str], at_key: bool = False) -> Problem:
    """The problem of a name that nothing has."""
    hint = suggest(name, sorted(known))
    if not hint and known:
        hint = _("Possible here: {keys}.").format(keys=", ".join(sorted(known)[:12]))
    return part.problem(code, path, _("'{name}' does not exist").format(name=name), hint, at_key)


def check_factors(folder: Folder) -> Iterator[Problem]:
    """What the files of factors name: phase, aspects, scales, and what an action names."""
    names = Names(folder)
    for part, factor in folder.of(Factor):
        if names.model is None:
            return
        if factor.phase is not None and factor.phase not in names.listed("phases"):
            yield unknown(part, "MH207", ("phase",), factor.phase, names.listed("phases"))
        if factor.id not in names.model.factors:
            hint = _("Add it to 'factors' in model.yaml, or remove the file.")
            yield part.problem(
                "MH208", ("id",), _("the model does not list the factor '{id}'").format(id=factor.id), hint
            )
        aspects = {aspect.id for aspect in factor.aspects}
        for n, indicator in enumerate(factor.indicators):
            path: Path = ("indicators", n)
            if indicator.aspect not in aspects:
                yield unknown(part, "MH207", (*path, "aspect"), indicator.aspect, aspects)
            if indicator.scale not in names.model.scales:
                yield unknown(part, "MH207", (*path, "scale"), indicator.scale, set(names.model.scales))
            yield from _actions(part, path, indicator, names)


def _actions(part: Part, path: Path, indicator: Indicator, names: Names) -> Iterator[Problem]:
    for n, action in enumerate(indicator.actions):
        yield from _action(part, (*path, "actions", n), action, names)


def _action(part: Part, path: Path, action: Action, names: Names) -> Iterator[Problem]:
    single = {"owner": "roles", "effort": "efforts", "term": "terms", "moment": "moments"}
    for key, listed in single.items():
        name = getattr(action, key)
        if name is not None and name not in names.listed(listed):
            yield unknown(part, "MH207", (*path, key), name, names.listed(listed))
    for n, partner in enumerate(action.partners):
        if partner not in names.listed("partners"):
            yield unknown(part, "MH207", (*path, "partners", n), partner, names.listed("partners"))


def check_model(folder: Folder) -> Iterator[Problem]:
    """What the model names: factors with a file, phases of the profile, indicators of rules and advice, moments."""
    names = Names(folder)
    broken = {str(one.document.data.get("id")) for one in folder.parts if one.value is None}
    present = {factor.id for _part, factor in folder.of(Factor)} | broken
    unread = {p.location.file.rsplit("/", 1)[-1].removesuffix(".yaml") for p in folder.problems}
    for part, model in folder.of(Model):
        for n, factor in enumerate(model.factors):
            if factor not in present | unread:
                message = _("there is no file for the factor '{id}'").format(id=factor)
                hint = _("Add factors/{id}.yaml, or take it off this list.").format(id=factor)
                yield part.problem("MH201", ("factors", n), message, hint)
        yield from _profile(part, model, names)
        yield from _advice(part, model, names)
        for n, moment in enumerate(model.moments):
            if moment.date is not None and moment.date.removeprefix(CONTEXT) not in names.context:
                yield unknown(
                    part, "MH204", ("moments", n, "date"), moment.date, {CONTEXT + one for one in names.context}
                )


def _profile(part: Part, model: Model, names: Names) -> Iterator[Problem]:
    if model.profile is not None:
        for key in ("x", "y"):
            if getattr(model.profile, key) not in names.listed("phases"):
                yield unknown(part, "MH207", ("profile", key), getattr(model.profile, key), names.listed("phases"))


def _advice(part: Part, model: Model, names: Names) -> Iterator[Problem]:
    for n, one in enumerate(model.advice.first):
        yield from indicator(part, ("advice", "first", n), one, names)
    for n, rule in enumerate(model.rules):
        for m, one in enumerate(rule.mend):
            yield from indicator(part, ("rules", n, "mend", m), one, names)
    if model.advice.quick is not None:
        for key, listed in (("efforts", "efforts"), ("terms", "terms")):
            for n, one in enumerate(getattr(model.advice.quick, key)):
                if one not in names.listed(listed):
                    yield unknown(part, "MH207", ("advice", "quick", key, n), one, names.listed(listed))


def indicator(part: Part, path: Path, name: str, names: Names, at_key: bool = False) -> Iterator[Problem]:
    """The problem of an indicator that no factor has; none if its factor's file could not be read."""
    if name not in names.indicators and name.split(".", maxsplit=1)[0] not in names.broken_factors:
        yield unknown(part, "MH203", path, name, set(names.indicators), at_key)


def check_questionnaires(folder: Folder) -> Iterator[Problem]:
    """What questionnaires ask, and give other words to, exists."""
    names = Names(folder)
    if names.model is None:
        return
    for part, questionnaire in folder.of(Questionnaire):
        for n, section in enumerate(questionnaire.sections):
            for m, key in enumerate(section.ask):
                path: Path = ("sections", n, "ask", m)
                if not key.startswith(CONTEXT):
                    yield from indicator(part, path, key, names)
                elif key.removeprefix(CONTEXT) not in names.context:
                    yield unknown(part, "MH204", path, key, {CONTEXT + one for one in names.context})
        for key in questionnaire.wording:
            yield from indicator(part, ("wording", key), key, names, at_key=True)


def check_claims(folder: Folder) -> Iterator[Problem]:
    """Every claim that is named in `sources` is made by a source, and put as strongly as the model has a word for."""
    names = Names(folder)
    for part, source in folder.of(Source):
        for n, one in enumerate(source.claims):
            if names.model is not None and one.modality not in names.listed("modalities"):
                yield unknown(part, "MH207", ("claims", n, "modality"), one.modality, names.listed("modalities"))
    if names.broken_sources:
        return
    for part in folder.parts:
        if part.value is not None:
            for path, claim in _claims(part.document.data, ()):
                if claim not in names.claims:
                    yield unknown(part, "MH206", path, claim, names.claims)


def _claims(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Each claim id under a key `sources`, anywhere in a file."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources" and isinstance(value, list):
                yield from (((*path, key, n), one) for n, one in enumerate(value) if isinstance(one, str))
            else:
                yield from _claims(value, (*path, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _claims(value, (*path, n))
