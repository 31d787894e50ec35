"""The faces of one list of findings; a new face is a file beside this one and a line here."""

from __future__ import annotations

from collections.abc import Callable

from mhscan.lint.findings import Findings
from mhscan.ui.findings.github import github
from mhscan.ui.findings.json_document import json_text
from mhscan.ui.findings.junit import junit
from mhscan.ui.findings.sarif import sarif
from mhscan.ui.problems import problems_text

FindingsFace = Callable[[Findings], str]
"""Turns findings into a text that ends with a line end, or into nothing."""


def text(findings: Findings) -> str:
    """The findings as people read them."""
    return problems_text(findings.problems)


FACES: dict[str, FindingsFace] = {"text": text, "json": json_text, "github": github, "sarif": sarif, "junit": junit}
