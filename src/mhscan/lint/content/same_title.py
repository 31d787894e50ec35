"""Titles differ."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Location, Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """No two indicators have the same title."""
    first: dict[str, Location] = {}
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            title = indicator.title.strip().casefold()
            place = ("indicators", n, "title")
            if title in first:
                related = (Related(first[title], _("here for the first time")),)
                message = _("another indicator is called '{title}' too").format(title=indicator.title)
                hint = _("Say in the title what is different.")
                yield part.problem("MH513", place, message, hint, related=related)
            first.setdefault(title, part.document.locate(place))
