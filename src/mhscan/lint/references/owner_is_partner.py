"""Who owns an action belongs to the subject itself."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.near import possible
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The owner of each action is a role that can answer for the subject."""
    roles = [role for _part, model in folder.of(Model) for role in model.roles]
    own = [role.id for role in roles if "own" in role.perspectives]
    partners = {role.id for role in roles} - set(own)
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            for m, action in enumerate(indicator.actions):
                if action.owner in partners:
                    message = _("the role '{id}' only answers for a partner").format(id=action.owner)
                    hint = _("Name a role of the subject itself, and the partner under 'partners'.")
                    place = ("indicators", n, "actions", m, "owner")
                    yield part.problem("MH221", place, message, f"{hint} {possible(own)}")
