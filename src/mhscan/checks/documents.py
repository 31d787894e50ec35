"""The list of documents of a pack can be read."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.loading.packs import Folder
from mhscan.reports.folders import TEMPLATES
from mhscan.reports.registry import read_list


def check(folder: Folder) -> Iterator[Problem]:
    """The list of documents, if the pack has one, has the shape that it should have."""
    yield from read_list(folder.path / TEMPLATES)[1]
