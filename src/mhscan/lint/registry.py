"""The checks of this room: the functions `check_...` in a module, or a folder of modules, with the name of a family.

Those that a pack has to pass before it is used stand in `integrity`. These take more time, or are advice.
"""

from __future__ import annotations

from mhscan.answers.model import Assessment
from mhscan.errors import Problem
from mhscan.integrity.registry import checks_in
from mhscan.lint.templates.source import Templates
from mhscan.loading.document import Document
from mhscan.loading.packs import Folder

PACKS = ("files", "references", "logic", "scoring", "content")
"""The families of checks of the YAML files of a pack together."""


def review_files(folder: Folder) -> list[Problem]:
    """What the checks find in the YAML files of a pack."""
    return [found for family in PACKS for found in _found(family, folder)]


def review_document(document: Document) -> list[Problem]:
    """What a file of any kind has against itself as it is written."""
    return _found("texts", document)


def review_assessment(document: Document, assessment: Assessment) -> list[Problem]:
    """What an assessment has against itself, whatever its pack is."""
    return _found("assessments", document, assessment)


def review_templates(folder: Templates) -> list[Problem]:
    """What the checks find in a folder with templates."""
    return _found("templates", folder)


def _found(family: str, *looked_at: object) -> list[Problem]:
    return [found for check in checks_in(f"{__package__}.{family}") for found in check(*looked_at)]
