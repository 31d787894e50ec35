"""A profile names each of its four fields once."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The fields of the profile are low and high on each axis, once each."""
    for part, model in folder.of(Model):
        found: list[tuple[str, str]] = []
        for n, one in enumerate(model.profile.fields if model.profile else ()):
            if (one.x, one.y) in found:
                message = _("another field is {x} on x and {y} on y already").format(x=one.x, y=one.y)
                hint = _("Give each of the four places one field.")
                yield part.problem("MH411", ("profile", "fields", n), message, hint)
            found.append((one.x, one.y))
        missing = [f"{x}/{y}" for x in ("low", "high") for y in ("low", "high") if (x, y) not in found]
        if model.profile and missing and len(found) == len(set(found)):
            message = _("there is no field for {places} (x/y)").format(places=", ".join(missing))
            hint = _("Give each of the four places one field.")
            yield part.problem("MH411", ("profile", "fields"), message, hint, at_key=True)
