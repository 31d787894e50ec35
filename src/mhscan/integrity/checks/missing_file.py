"""Each factor that the model lists has a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.errors import Location, Problem, Related
from mhscan.integrity.names import renames, unlisted
from mhscan.language import _
from mhscan.loading.files import list_files
from mhscan.loading.near import did_you_mean, nearest
from mhscan.loading.packs import Folder
from mhscan.loading.paths import is_folder, is_yaml
from mhscan.loading.shipped import FOLDERS
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """Each factor that the model lists has a file, which may be a broken one."""
    broken = {str(one.document.data.get("id")) for one in folder.parts if one.value is None}
    present = {factor.id for _part, factor in folder.of(Factor)} | broken
    unread = {Path(p.location.file).stem for p in folder.problems}
    renamed = {one.listed for one in renames(folder)}
    free = sorted({one for one, _part in unlisted(folder)})
    for part, model in folder.of(Model):
        for n, factor in enumerate(model.factors):
            if factor not in present | unread | renamed:
                message = _("there is no file for the factor '{id}'").format(id=factor)
                hint = _("Add factors/{id}.yaml, or take it off this list.").format(id=factor)
                near = nearest(factor, free) or (free[0] if len(free) == 1 else "")
                better = f"{did_you_mean(near)} {hint}" if near else hint
                elsewhere = _elsewhere(folder, factor)
                if elsewhere:
                    better = _("Put {path} in the folder factors itself, or take it off this list.").format(
                        path=elsewhere[0].location.file
                    )
                yield part.problem("MH201", ("factors", n), message, better, related=elsewhere)


def _elsewhere(folder: Folder, factor: str) -> tuple[Related, ...]:
    """Where a file of this factor lies, beside the folder that is read or in a folder inside it."""
    files = [*list_files(folder.path)[0], *list_files(folder.path / FOLDERS[0], deep=True)[0]]
    found = [one for one in files if is_yaml(one) and one.stem == factor and not is_folder(one)]
    return tuple(Related(Location(str(one)), _("it lies here")) for one in found[:1])
