"""Checks of what has a name in a pack: it is used, it is asked, and no old name is used again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mhscan.base import CONTEXT
from mhscan.errors import InputError, Path, Problem
from mhscan.integrity.names import names_of
from mhscan.integrity.walk import (
    actions_of,
    as_given,
    claims_of,
    indicators_of,
    observations_of,
    questions_of,
    scales_of,
)
from mhscan.language import _
from mhscan.loading.near import possible, suggest
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.reports.formats.documents import registry
from mhscan.reports.rendering.folders import TemplateFolders


def check_unasked_indicator(folder: Folder) -> Iterator[Problem]:
    """Each indicator is in a questionnaire that asks about the subject's own view."""
    names = names_of(folder)
    own = [one for _part, one in folder.of(Questionnaire) if one.perspective == "own"]
    if names.model is None or not own or names.broken_questionnaires:
        return
    asked = {key for questionnaire in own for key in questionnaire.asks()}
    for part, path, factor, indicator in indicators_of(folder):
        full = f"{factor.id}.{indicator.id}"
        if factor.id in names.model.factors and full not in asked:
            yield _unasked("MH210", part, path, full)


def check_unasked_context(folder: Folder) -> Iterator[Problem]:
    """Each context question is in a questionnaire."""
    asked = {key for _part, questionnaire in folder.of(Questionnaire) for key in questionnaire.asks()}
    for part, model in folder.of(Model) if asked and not names_of(folder).broken_questionnaires else ():
        for n, question in enumerate(model.context):
            if CONTEXT + question.id not in asked:
                yield _unasked("MH211", part, ("context", n), CONTEXT + question.id)


def _unasked(code: str, part: Part, path: Path, key: str) -> Problem:
    message = _("no questionnaire asks for '{id}'").format(id=key)
    return part.problem(code, (*path, "id"), message, _("Add it to a questionnaire."))


def check_unused_name(folder: Folder) -> Iterator[Problem]:
    """Each scale, phase, effort, term, moment, partner, decider and modality is used somewhere."""
    if names_of(folder).broken_factors or names_of(folder).broken_sources:
        return
    hint = _("Remove it, or use it.")
    scales = {indicator.scale for indicator in names_of(folder).indicators.values()}
    for part, path, name, _scale in scales_of(folder):
        if name not in scales:
            yield part.problem("MH212", path, _("nothing uses '{id}'").format(id=name), hint, at_key=True)
    for part, model in folder.of(Model):
        for name, used in _used_names(folder).items():
            for n, thing in enumerate(getattr(model, name)):
                if thing.id not in used:
                    message = _("nothing uses '{id}'").format(id=thing.id)
                    yield part.problem("MH212", (name, n, "id"), message, hint)


def _used_names(folder: Folder) -> dict[str, set[str | None]]:
    """The names that something uses, by the list of the model in which they stand."""
    actions = [action for _part, _path, _indicator, action in actions_of(folder)]
    as_written = [given for action in actions for _at, given in as_given(action)]
    return {
        "phases": {factor.phase for _part, factor in folder.of(Factor)},
        "partners": {partner for given in as_written for partner in given.partners or ()},
        "deciders": {name for given in as_written for name in (given.decided_by, str(given.depends_on_others))},
        "efforts": {action.effort for action in actions},
        "terms": {action.term for action in actions},
        "moments": {action.moment for action in actions} | _ways_back(folder),
        "modalities": {claim.modality for _part, _path, claim in claims_of(folder)},
    }


def _ways_back(folder: Folder) -> set[str | None]:
    """The moments that are the way back of another one."""
    moments = [moment for _part, model in folder.of(Model) for moment in model.moments]
    return {moment.otherwise for moment in moments if moment.otherwise != moment.id}


def check_empty_aspect(folder: Folder) -> Iterator[Problem]:
    """Each aspect of a factor has an indicator."""
    for part, factor in folder.of(Factor):
        used = {indicator.aspect for indicator in factor.indicators}
        for n, aspect in enumerate(factor.aspects):
            if aspect.id not in used:
                message = _("no indicator belongs to the aspect '{id}'").format(id=aspect.id)
                yield part.problem("MH213", ("aspects", n, "id"), message, _("Remove it, or give it an indicator."))


def check_alias_in_use(folder: Folder) -> Iterator[Problem]:
    """No name under `aliases` is the id of something of its kind that is there, or stands twice."""
    things: dict[tuple[str, str], tuple[Part, Path, Sequence[str]]] = {}
    for part, path, kind, id_, aliases in _with_aliases(folder):
        things.setdefault((kind, id_), (part, path, aliases))  # what stands twice is said elsewhere
    in_use = set(things)
    for (kind, _id), (part, path, aliases) in things.items():
        for n, old in enumerate(aliases):
            if (kind, old) in in_use:
                message = _("'{id}' is in use for something else").format(id=old)
                hint = _("An id is never used again. Give the new one another id.")
                yield part.problem("MH214", (*path, "aliases", n), message, hint)
            in_use.add((kind, old))


def _with_aliases(folder: Folder) -> Iterator[tuple[Part, Path, str, str, Sequence[str]]]:
    """What can have aliases: where it stands, its kind, its id as an alias of its kind is written, and its aliases."""
    for part, factor in folder.of(Factor):
        yield part, (), "factor", factor.id, factor.aliases
    for part, path, factor, indicator in indicators_of(folder):
        yield part, path, "indicator", f"{factor.id}.{indicator.id}", indicator.aliases
        for n, action in enumerate(indicator.actions):
            yield part, (*path, "actions", n), "action", f"{factor.id}.{action.id}", action.aliases
    for part, path, full, observation in observations_of(folder):
        yield part, path, f"observation of {full}", observation.id, observation.aliases
        for n, option in enumerate(observation.options):
            yield part, (*path, "options", n), f"option of {full}.{observation.id}", option.id, option.aliases
    for part, path, question in questions_of(folder):
        yield part, path, str(path[:-1]), question.id, question.aliases
        for n, option in enumerate(question.offered):
            yield part, (*path, "options", n), f"{path[:-1]} {question.id}", option.id, option.aliases


def check_owner_is_partner(folder: Folder) -> Iterator[Problem]:
    """The owner of each action is a role that can answer for the subject."""
    roles = [role for _part, model in folder.of(Model) for role in model.roles]
    own = [role.id for role in roles if "own" in role.perspectives]
    partners = {role.id for role in roles} - set(own)
    for part, path, _indicator, action in actions_of(folder):
        for at, given in as_given(action):
            if given.owner in partners:
                message = _("the role '{id}' only answers for a partner").format(id=given.owner)
                hint = _("Name a role of the subject itself, and the partner under 'partners'.")
                yield part.problem("MH221", (*path, *at, "owner"), message, f"{hint} {possible(own)}")


def check_no_decider(folder: Folder) -> Iterator[Problem]:
    """Where documents take only what somebody decides, each action says who decides on it."""
    deciders = [one for _part, model in folder.of(Model) for one in model.deciders]
    documents = sorted({name for one in deciders for name in one.documents})
    for part, path, _indicator, action in actions_of(folder) if documents else ():
        if action.decided_by is None:
            message = _("this action does not say who decides on it, so these documents leave it out: {names}")
            hint = _("Add 'decided_by'.") + " " + possible([one.id for one in deciders])
            yield part.problem("MH222", (*path, "id"), message.format(names=", ".join(documents)), hint)


def check_no_such_document(folder: Folder) -> Iterator[Problem]:
    """Each document that proposes to a decider is one that the pack can make."""
    try:
        documents = registry(TemplateFolders(folder.path))
    except InputError:
        return  # Another check says so.
    for part, model in folder.of(Model):
        for n, decider in enumerate(model.deciders):
            for m, name in enumerate(decider.documents):
                if documents.find(name) is None:
                    names = documents.names(model.language)
                    message = _("there is no document '{name}' here").format(name=name)
                    hint = suggest(name, names) or _("Possible here: {keys}.").format(keys=", ".join(names))
                    yield part.problem("MH223", ("deciders", n, "documents", m), message, hint)
