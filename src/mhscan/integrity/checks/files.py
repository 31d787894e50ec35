"""The factors that the model lists are those that have a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.errors import Location, Problem, Related
from mhscan.integrity.names import names_of, renames, unlisted
from mhscan.language import _
from mhscan.loading.files import list_files
from mhscan.loading.near import did_you_mean, nearest
from mhscan.loading.packs import Folder
from mhscan.loading.paths import is_folder, is_yaml
from mhscan.loading.shipped import FOLDERS
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model


def check_missing_file(folder: Folder) -> Iterator[Problem]:
    """Each factor that the model lists has a file, which may be a broken one."""
    broken = {str(part.document.data.get("id")) for part in folder.parts if part.value is None}
    unread = {Path(problem.location.file).stem for problem in folder.problems}
    there = _with_file(folder) | broken | unread | {one.listed for one in renames(folder)}
    free = sorted({name for name, _part in unlisted(folder)})
    for part, model in folder.of(Model):
        for n, factor in enumerate(model.factors):
            if factor not in there:
                message = _("there is no file for the factor '{id}'").format(id=factor)
                elsewhere = _elsewhere(folder, factor)
                hint = _where_to_put(factor, elsewhere, free)
                yield part.problem("MH201", ("factors", n), message, hint, related=elsewhere)


def _with_file(folder: Folder) -> set[str]:
    return {factor.id for _part, factor in folder.of(Factor)}


def _elsewhere(folder: Folder, factor: str) -> tuple[Related, ...]:
    """Where a file of this factor lies, beside the folder that is read or in a folder inside it."""
    files = [*list_files(folder.path)[0], *list_files(folder.path / FOLDERS[0], deep=True)[0]]
    found = [file for file in files if is_yaml(file) and file.stem == factor and not is_folder(file)]
    return tuple(Related(Location(str(file)), _("it lies here")) for file in found[:1])


def _where_to_put(factor: str, elsewhere: tuple[Related, ...], free: list[str]) -> str:
    """The hint for a factor without a file; `free` are the factors with a file that are not listed."""
    if elsewhere:
        hint = _("Put {path} in the folder factors itself, or take it off this list.")
        return hint.format(path=elsewhere[0].location.file)
    hint = _("Add factors/{id}.yaml, or take it off this list.").format(id=factor)
    near = nearest(factor, free) or (free[0] if len(free) == 1 else "")
    return f"{did_you_mean(near)} {hint}" if near else hint


def check_unlisted_factor(folder: Folder) -> Iterator[Problem]:
    """Every factor with a file stands on the list of the model; one that was listed by another name is said there."""
    message = _("the model does not list the factor '{id}'")
    renamed = {one.id: one.listed for one in renames(folder)}
    model = names_of(folder).model
    present = _with_file(folder) | set(renamed.values())
    lacking = [name for name in model.factors if name not in present] if model else []
    others = [(name, part) for name, part in unlisted(folder) if name not in renamed]
    for name, part in others[len(lacking) :]:
        hint = _("Add it to 'factors' in model.yaml, or remove the file.")
        yield part.problem("MH208", ("id",), message.format(id=name), hint)
    for one in renames(folder):
        hint = did_you_mean(one.listed)
        yield one.part.problem("MH208", ("id",), message.format(id=one.id), hint, suggestion=one.listed)
