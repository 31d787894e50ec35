"""Findings as SARIF 2.1.0, which GitHub, GitLab, Azure DevOps and many editors take in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mhscan.__about__ import __version__
from mhscan.codes import codes as all_codes
from mhscan.codes import page_text
from mhscan.errors import Location, Problem
from mhscan.language import _, current
from mhscan.lint.findings import Findings
from mhscan.loading.paths import real_path
from mhscan.text import as_json
from mhscan.ui.findings.json_document import packs_of
from mhscan.ui.findings.places import relative

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
"""What the root of the repository is called in the report."""
DOCS = "MHSCAN_DOCS"
"""The variable with the address of `docs/checks.md`, to which the help of a rule leads."""


def sarif(findings: Findings) -> str:
    """One run with a rule for each code that was found; columns count characters."""
    codes = sorted({one.code for one in findings.problems})
    root = (findings.root or real_path(Path())).as_uri()
    run = {
        "tool": {"driver": {"name": "mhscan", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "language": current(),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"uri": root if root.endswith("/") else f"{root}/"}},
        "artifacts": [{"location": _artifact(file, findings)} for file in findings.files],
        "properties": {"packs": packs_of(findings.packs), "against": packs_of(findings.against)},
        "results": [_result(one, codes, findings) for one in findings.problems],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    return {
        "id": code,
        "name": all_codes()[code].name,
        "shortDescription": {"text": _(all_codes()[code].finds)},
        "help": {"text": page_text(code)},
        "helpUri": help_uri(code),
    }


def help_uri(code: str) -> str:
    """Where the page of a code stands: below the address that is set, else under a name that leads nowhere."""
    docs = os.environ.get(DOCS, "").strip()
    return f"{docs.partition('#')[0]}#{code.lower()}" if docs else f"urn:mhscan:checks:{code.lower()}"


def _result(one: Problem, codes: list[str], findings: Findings) -> dict[str, Any]:
    said = f"{one.message}. {one.hint}" if one.hint else one.message
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": said},
        "locations": [_location(one.location, findings)],
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": n, **_location(other.location, findings), "message": {"text": other.message}}
            for n, other in enumerate(one.related)
        ]
    return result


def _location(place: Location, findings: Findings) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end:
        region["endColumn"] = place.end
    return {"physicalLocation": {"artifactLocation": _artifact(place.file, findings), "region": region}}


def _artifact(file: str, findings: Findings) -> dict[str, str]:
    """A file as a reference that a program can follow: from the root, where it lies below that."""
    name = relative(file, findings)
    uri = quote(name, errors="replace")
    return {"uri": uri} if name.startswith(("/", "../")) else {"uri": uri, "uriBaseId": ROOT}
