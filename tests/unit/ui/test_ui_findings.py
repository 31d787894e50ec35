"""Green says what it is green about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mhscan.codes import problem
from mhscan.errors import Location
from mhscan.lint.findings import Findings
from mhscan.loading.pack_choice import PackUse
from mhscan.ui.findings.json_document import json_text
from mhscan.ui.findings.sarif import sarif
from mhscan.ui.notices import findings_text

QUAY = PackUse(Path("packs/quay"), "named", "quay", "1.0.0", 8)
PIER = PackUse(Path("packs/pier"), "shipped", "pier", "2.0.0", 9)
FAULT = problem("MH101", "a key is missing", Location("a.yaml"))


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        (Findings((), ("a.yaml",)), "Nothing wrong found in 1 file."),
        (Findings((), ("a.yaml", "b.yaml"), packs=(QUAY,)), "Nothing wrong found in 2 files of pack quay 1.0.0."),
        (
            Findings((), ("a.yaml", "b.yaml"), packs=(QUAY, PIER, QUAY)),
            "Nothing wrong found in 2 files of pack quay 1.0.0, pack pier 2.0.0.",
        ),
        (
            Findings((), ("a.yaml",), against=(PIER,)),
            "Nothing wrong found in 1 file. Held against pack pier 2.0.0.",
        ),
        (Findings((FAULT,), ("a.yaml",), packs=(QUAY,)), "1 error in 1 file of pack quay 1.0.0."),
    ],
)
def test_it_says_how_many_files_of_which_packs(findings, text):
    assert findings_text(findings) == text


def test_programs_are_told_too():
    findings = Findings((), ("a.yaml",), packs=(QUAY,), against=(PIER,))
    told = {"packs": [{"folder": "packs/quay", "id": "quay", "version": "1.0.0", "files": 8}]}
    data = json.loads(json_text(findings))
    assert {"packs": data["packs"]} == told
    assert [one["id"] for one in data["against"]] == ["pier"]
    assert json.loads(sarif(findings))["runs"][0]["properties"]["packs"] == told["packs"]
