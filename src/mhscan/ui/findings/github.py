"""Findings as workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.findings import Findings
from mhscan.text import visible
from mhscan.ui.findings.places import relative
from mhscan.ui.problems import related_lines


def github(findings: Findings) -> str:
    """A workflow command a line; its message has the hint too, and the other places that have to do with it."""
    return "".join(f"{_command(one, findings)}\n" for one in findings.problems)


def _command(problem: Problem, findings: Findings) -> str:
    place = problem.location
    fields = {"file": relative(place.file, findings), "line": str(place.line), "col": str(place.column)}
    if place.end:
        fields |= {"endLine": str(place.line), "endColumn": str(place.end)}
    fields["title"] = f"{problem.code} {problem.name}"
    hint = [f"{_('hint')}: {visible(problem.hint)}"] if problem.hint else []
    message = "\n".join([visible(problem.message), *hint, *related_lines(problem)])
    properties = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{problem.severity} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """A text with the signs that end a command written as GitHub reads them."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text that also leaves alone what stands between the fields of a command."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
