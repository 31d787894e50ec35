"""Findings as a test report of JUnit, which most build servers take in: a suite of one test a file.

The shape is that of the schema of Windy Road for the reports of Apache Ant. A file with an error has failed; its
warnings stand in the output of the suite.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from mhscan.errors import Problem
from mhscan.lint.findings import Findings
from mhscan.text import neutral, visible
from mhscan.ui.findings.places import relative
from mhscan.ui.problems import related_lines

_NOT_XML = re.compile(r"[\ufffe\uffff]")
NO_TIME = "1970-01-01T00:00:00"
"""The schema asks for a moment; the same files give the same report, so it is always this one."""


def junit(findings: Findings) -> str:
    """The report as XML."""
    suites = ET.Element("testsuites")
    for n, file in enumerate(findings.files):
        problems = [one for one in findings.problems if one.location.file == file]
        _suite(suites, n, relative(file, findings), problems)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _suite(suites: ET.Element, number: int, file: str, problems: list[Problem]) -> None:
    name = _xml(visible(file))
    errors = [one for one in problems if one.severity == "error"]
    head = {"package": "mhscan", "id": str(number), "name": name, "timestamp": NO_TIME, "hostname": "localhost"}
    counts = {"tests": str(max(len(errors), 1)), "failures": str(len(errors)), "errors": "0", "time": "0"}
    suite = ET.SubElement(suites, "testsuite", {**head, **counts})
    ET.SubElement(suite, "properties")
    for one in errors:
        case = ET.SubElement(suite, "testcase", {"name": _name(one), "classname": name, "time": "0"})
        failure = ET.SubElement(case, "failure", {"message": _xml(visible(one.message)), "type": one.code})
        failure.text = _xml(_text(one))
    if not errors:
        ET.SubElement(suite, "testcase", {"name": "mhscan validate", "classname": name, "time": "0"})
    warnings = [_text(one) for one in problems if one.severity == "warning"]
    ET.SubElement(suite, "system-out").text = _xml("\n".join(warnings))
    ET.SubElement(suite, "system-err")


def _xml(text: str) -> str:
    return _NOT_XML.sub("", neutral(text))


def _name(one: Problem) -> str:
    return f"{one.code} {one.name} {one.location.line}:{one.location.column}"


def _text(one: Problem) -> str:
    line = f"{visible(one.location)}: {one.severity}[{one.code}] {one.name}: {visible(one.message)}"
    return "\n".join([line, *([visible(one.hint)] if one.hint else []), *related_lines(one)])
