"""Claims that are named are claims that a source makes."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Path, Problem
from mhscan.integrity.names import Wanted, names_of
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """Every claim under a key `sources` is made by a source."""
    names = names_of(folder)
    if names.broken_sources:
        return
    for part in folder.parts:
        if part.value is not None:
            for path, claim in claims_in(part.document.data):
                if claim not in names.claims:
                    yield Wanted(part, path, "claim", names.words).problem("MH206", claim, names.claims)


def claims_in(data: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each claim id under a key `sources`, anywhere in a file."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources" and isinstance(value, list):
                yield from (((*path, key, n), one) for n, one in enumerate(value) if isinstance(one, str))
            else:
                yield from claims_in(value, (*path, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from claims_in(value, (*path, n))
