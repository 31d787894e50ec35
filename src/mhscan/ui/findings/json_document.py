"""Findings as JSON, in one fixed shape: `mhscan schema problems`."""

import sys
from typing import Any, Literal

from mhscan.__about__ import __version__
from mhscan.errors import Location, Problem, Severity
from mhscan.lint.findings import Findings
from mhscan.loading.pack_choice import PackUse
from mhscan.text import as_json

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict

SCHEMA: Literal["mhscan/problems@1"] = "mhscan/problems@1"


class Place(TypedDict):
    """A place in a file: line and column from 1, in characters; `end` is the column behind it, null if not known."""

    file: str
    line: int
    column: int
    end: int | None


class RelatedDocument(Place):
    """Another place that has to do with a problem, and what stands there."""

    message: str


class ProblemDocument(Place):
    """One problem; `suggestion` is the word that was probably meant, null where none is."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    suggestion: str | None
    related: list[RelatedDocument]


class CheckedPack(TypedDict):
    """A pack: where it lies, its id and version, and how many files its data has."""

    folder: str
    id: str
    version: str
    files: int


class ProblemsDocument(TypedDict):
    """All that `mhscan validate` found; `ignored` counts what comments in the files pass over.

    `packs` are those that were looked at, `against` those that assessments, plans and templates were held against.
    """

    schema: Literal["mhscan/problems@1"]
    tool: str
    files: list[str]
    packs: list[CheckedPack]
    against: list[CheckedPack]
    errors: int
    warnings: int
    ignored: int
    problems: list[ProblemDocument]


def json_text(findings: Findings) -> str:
    """The findings as JSON, whatever there are of them."""
    return as_json(document(findings))


def document(findings: Findings) -> ProblemsDocument:
    """The findings as plain data."""
    return ProblemsDocument(
        schema=SCHEMA,
        tool=f"mhscan {__version__}",
        files=list(findings.files),
        packs=packs_of(findings.packs),
        against=packs_of(findings.against),
        errors=findings.errors,
        warnings=findings.warnings,
        ignored=findings.ignored,
        problems=[_problem(one) for one in findings.problems],
    )


def packs_of(packs: tuple[PackUse, ...]) -> list[CheckedPack]:
    """Packs as plain data."""
    return [CheckedPack(folder=str(one.folder), id=one.id, version=one.version, files=one.files) for one in packs]


def _problem(one: Problem) -> ProblemDocument:
    return ProblemDocument(
        **_place(one.location),
        code=one.code,
        name=one.name,
        severity=one.severity,
        message=one.message,
        hint=one.hint,
        suggestion=one.suggestion or None,
        related=[RelatedDocument(**_place(other.location), message=other.message) for other in one.related],
    )


def _place(place: Location) -> Place:
    return Place(file=place.file, line=place.line, column=place.column, end=place.end or None)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of this document."""
    from pydantic import TypeAdapter  # noqa: PLC0415  only needed here

    return TypeAdapter(ProblemsDocument).json_schema()
