"""Each migration leads on to the version of the pack."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.moves import migrations_of
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.versions import numbers, route


def check(folder: Folder) -> Iterator[Problem]:
    """Each migration leads to a later version, and from there a way leads on to that of the model."""
    model, unsure = names_of(folder).model, names_of(folder).broken_migrations
    found = migrations_of(folder)
    for part, one in found if model is not None else ():
        if numbers(one.from_) >= numbers(one.to):
            message = _("a migration leads to a later version; {to} does not come after {start}")
            yield part.problem("MH711", ("to",), message.format(to=one.to, start=one.from_))
        elif model and not unsure and route([each for _part, each in found], one.to, model.version) is None:
            message = _("no migration leads from {to} to {version}, the version of the pack")
            hint = _("Add a migration from {to}, or mend the version here or in model.yaml.").format(to=one.to)
            yield part.problem("MH711", ("to",), message.format(to=one.to, version=model.version), hint)
