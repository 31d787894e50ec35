"""Findings as SARIF 2.1.0, which GitHub, GitLab, Azure DevOps and many editors take in."""

from __future__ import annotations

from typing import Any

from mhscan.__about__ import __version__
from mhscan.checks.findings import Findings
from mhscan.codes import CODES
from mhscan.errors import Location, Problem
from mhscan.language import _, current
from mhscan.text import as_json
from mhscan.ui.faces.places import relative

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""What may stand in the path of a URI as it is; the library that knows this also opens connections."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(findings: Findings) -> str:
    """One run with a rule for each code that was found; columns count characters."""
    codes = sorted({one.code for one in findings.problems})
    run = {
        "tool": {"driver": {"name": "mhscan", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "language": current(),
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(file)} for file in findings.files],
        "results": [_result(one, codes) for one in findings.problems],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    text = _(CODES[code].text)
    return {"id": code, "name": CODES[code].name, "shortDescription": {"text": text}, "help": {"text": text}}


def _result(one: Problem, codes: list[str]) -> dict[str, Any]:
    said = f"{one.message}. {one.hint}" if one.hint else one.message
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": said},
        "locations": [_location(one.location)],
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": n, **_location(other.location), "message": {"text": other.message}}
            for n, other in enumerate(one.related)
        ]
    return result


def _location(place: Location) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end:
        region["endColumn"] = place.end
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _artifact(file: str) -> dict[str, str]:
    """A file as a reference that a program can follow."""
    return {
        "uri": "".join(
            chr(sign) if sign in _SAFE else f"%{sign:02X}" for sign in relative(file).encode(errors="replace")
        )
    }
