"""A list of documents can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.errors import Problem
from mhscan.reports.registry import read_list


def check(templates: Path) -> Iterator[Problem]:
    """The list of documents, if a folder with templates has one, has the shape that it should have."""
    yield from read_list(templates)[1]
