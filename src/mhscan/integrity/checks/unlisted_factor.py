"""Each file of a factor is one that the model lists."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.names import names_of, renames, unlisted
from mhscan.language import _
from mhscan.loading.near import did_you_mean
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """Every factor with a file stands on the list of the model; one that was listed by another name is said there."""
    renamed = {one.id: one.listed for one in renames(folder)}
    names = names_of(folder)
    present = {factor.id for _part, factor in folder.of(Factor)}
    lacking = [one for one in names.model.factors if one not in present | set(renamed.values())] if names.model else []
    others = [(name, part) for name, part in unlisted(folder) if name not in renamed]
    for name, part in others[len(lacking) :] if len(others) > len(lacking) else []:
        hint = _("Add it to 'factors' in model.yaml, or remove the file.")
        yield part.problem("MH208", ("id",), _("the model does not list the factor '{id}'").format(id=name), hint)
    for one in renames(folder):
        message = _("the model does not list the factor '{id}'").format(id=one.id)
        yield one.part.problem("MH208", ("id",), message, did_you_mean(one.listed), suggestion=one.listed)
