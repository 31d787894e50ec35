"""The checks of this room: the functions `check_...` in a module, or a folder of modules, with the name of a family.

Those that a pack has to pass before it is used stand in `integrity`. These take more time, or are advice.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from mhscan.answers.model import Assessment
from mhscan.errors import Problem
from mhscan.lint.templates.source import Templates
from mhscan.loading.document import Document
from mhscan.loading.packs import Folder

PACKS = ("files", "references", "logic", "scoring", "content")
"""The families of checks of the YAML files of a pack together."""

Check = Callable[..., Iterable[Problem]]


@cache
def checks_in(family: str) -> tuple[Check, ...]:
    """The checks of a family, found by their names; what they need is imported now, and not before."""
    module = import_module(f"{__package__}.{family}")
    names = [one.name for one in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{module.__name__}.")]
    return tuple(
        check
        for one in (module, *map(import_module, names))
        for name, check in vars(one).items()
        if name.startswith("check_") and check.__module__ == one.__name__
    )


def review_files(folder: Folder) -> list[Problem]:
    """What the checks find in the YAML files of a pack."""
    return [found for family in PACKS for check in checks_in(family) for found in check(folder)]


def review_document(document: Document) -> list[Problem]:
    """What a file of any kind has against itself as it is written."""
    return [found for check in checks_in("texts") for found in check(document)]


def review_assessment(document: Document, assessment: Assessment) -> list[Problem]:
    """What an assessment has against itself, whatever its pack is."""
    return [found for check in checks_in("assessments") for found in check(document, assessment)]


def review_templates(folder: Templates) -> list[Problem]:
    """What the checks find in a folder with templates."""
    return [found for check in checks_in("templates") for found in check(folder)]
