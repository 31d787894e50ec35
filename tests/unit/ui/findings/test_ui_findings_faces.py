"""One list of findings in each of its faces."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema

from mhscan import language
from mhscan.cli.schema import schema_text
from mhscan.codes import codes, problem
from mhscan.errors import Location, Related
from mhscan.lint.findings import Findings
from mhscan.ui.findings.registry import FACES

SCHEMAS = Path(__file__).resolve().parents[3] / "schemas"
NASTY = "50% \x1b[2Jof, these: <b>&amp;\ufffe\nnext"
FIRST = Related(Location("factors/a.yaml", 2, 3, 7), "here for the first time")
FOUND = Findings(
    problems=(
        problem("MH202", "the id 'x' is used twice", Location("factors/a b,c.yaml", 4, 5, 9), related=(FIRST,)),
        problem("MH203", NASTY, Location("factors/a.yaml", 1, 1), "Did you mean 'é'?", suggestion="é"),
        problem("MH501", "too long", Location("factors/a.yaml", 3, 1), severity="warning"),
    ),
    files=("factors/a b,c.yaml", "factors/a.yaml", "factors/good.yaml"),
    ignored=2,
)
NOTHING = Findings((), ("factors/good.yaml",))
ALL_CODES = Findings(
    tuple(problem(code, "m", Location("a.yaml", n + 1)) for n, code in enumerate(codes())), ("a.yaml",)
)


def test_there_is_a_face_for_people_and_one_for_each_kind_of_program():
    assert list(FACES) == ["text", "json", "github", "sarif", "junit"]


@pytest.mark.parametrize("name", FACES)
def test_every_face_gives_the_same_text_for_the_same_findings_and_ends_its_last_line(name):
    text = FACES[name](FOUND)
    assert text.endswith("\n")
    assert text == FACES[name](FOUND)
    assert "\x1b" not in text


def test_the_text_names_related_places():
    lines = FACES["text"](FOUND).splitlines()
    assert lines[0] == "factors/a b,c.yaml:4:5: error[MH202] duplicate-id: the id 'x' is used twice"
    assert "  see: factors/a.yaml:2:3: here for the first time" in lines


@pytest.mark.parametrize("findings", [FOUND, NOTHING, ALL_CODES])
def test_json_has_the_one_shape_of_its_schema(findings):
    schema = json.loads(schema_text("problems"))
    document = json.loads(FACES["json"](findings))
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    assert (len(document["problems"]), document["errors"] + document["warnings"]) == (len(findings.problems),) * 2


def test_json_has_all_that_is_known_of_a_problem():
    first, second, third = json.loads(FACES["json"](FOUND))["problems"]
    assert first["related"] == [
        {"file": "factors/a.yaml", "line": 2, "column": 3, "end": 7, "message": "here for the first time"}
    ]
    assert (first["end"], second["end"], second["suggestion"], third["suggestion"]) == (9, None, "é", None)
    assert (second["message"], third["severity"]) == (NASTY, "warning")
    assert json.loads(FACES["json"](FOUND))["ignored"] == 2


def test_github_gets_a_command_a_line_in_which_nothing_ends_it_too_soon():
    first, second, third = FACES["github"](FOUND).splitlines()
    place = "file=factors/a b%2Cc.yaml,line=4,col=5,endLine=4,endColumn=9,title=MH202 duplicate-id"
    assert first == f"::error {place}::the id 'x' is used twice%0Asee: factors/a.yaml:2:3: here for the first time"
    assert second.endswith("::50%25 \\x1b[2Jof, these: <b>&amp;\ufffe\\nnext%0Ahint: Did you mean 'é'?")
    assert third.startswith("::warning file=factors/a.yaml,line=3,col=1,title=MH501 sentence-too-long::")


@pytest.mark.parametrize("findings", [FOUND, NOTHING, ALL_CODES])
@pytest.mark.parametrize("speaks", ["en", "nl"])
def test_sarif_fits_the_published_schema(findings, speaks):
    language.use(speaks)
    log = json.loads(FACES["sarif"](findings))
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(log, schema, jsonschema.Draft7Validator)
    (run,) = log["runs"]
    assert len(run["results"]) == len(findings.problems)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_sarif_points_at_files_as_uris_and_at_related_places():
    first, second, third = json.loads(FACES["sarif"](FOUND))["runs"][0]["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "factors/a%20b%2Cc.yaml", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 4, "startColumn": 5, "endColumn": 9}
    assert first["relatedLocations"][0]["message"] == {"text": "here for the first time"}
    assert (second["level"], third["level"], "relatedLocations" in third) == ("error", "warning", False)


@pytest.mark.parametrize("findings", [FOUND, NOTHING, ALL_CODES])
def test_junit_fits_the_schema_of_windy_road(findings, tmp_path):
    path = tmp_path / "report.xml"
    path.write_text(FACES["junit"](findings), encoding="utf-8")
    xmlschema.XMLSchema(SCHEMAS / "JUnit.xsd").validate(str(path))


def test_junit_has_a_suite_a_file_with_its_errors_as_failures_and_its_warnings_beside_them():
    suites = ET.fromstring(FACES["junit"](FOUND))
    counts = [(one.get("name"), one.get("tests"), one.get("failures")) for one in suites]
    assert counts == [("factors/a b,c.yaml", "1", "1"), ("factors/a.yaml", "1", "1"), ("factors/good.yaml", "1", "0")]
    assert suites[1].findtext("testcase/failure").startswith("factors/a.yaml:1:1: error[MH203] unknown-indicator: 50%")
    assert "warning[MH501]" in suites[1].findtext("system-out")


def test_a_file_below_this_folder_is_named_from_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    here = Findings((problem("MH005", "empty", Location(str(tmp_path / "a.yaml"))),), ())
    assert FACES["github"](here).startswith("::error file=a.yaml,line=1,col=1,")
    elsewhere = Findings((problem("MH005", "empty", Location("/elsewhere/a.yaml")),), ())
    assert FACES["github"](elsewhere).startswith("::error file=/elsewhere/a.yaml,line=1,")


def test_files_are_named_from_the_root_of_the_repository(tmp_path, monkeypatch):
    (tmp_path / "packs" / "mine").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "packs")
    found = problem("MH005", "empty", Location("mine/a.yaml"))
    outside = problem("MH005", "empty", Location("../../b.yaml"))
    findings = Findings((found, outside), ("mine/a.yaml",), root=tmp_path)
    first, second = FACES["github"](findings).splitlines()
    assert first.startswith("::error file=packs/mine/a.yaml,line=1,")
    assert second.startswith(f"::error file={tmp_path.parent}/b.yaml,line=1,")
    (run,) = json.loads(FACES["sarif"](findings))["runs"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run["results"]]
    assert places == [
        {"uri": "packs/mine/a.yaml", "uriBaseId": "SRCROOT"},
        {"uri": f"{tmp_path.parent}/b.yaml"},
    ]
    assert run["originalUriBaseIds"] == {"SRCROOT": {"uri": f"{tmp_path.as_uri()}/"}}
    assert ET.fromstring(FACES["junit"](findings))[0].get("name") == "packs/mine/a.yaml"


def test_each_rule_of_sarif_leads_to_its_page(monkeypatch):
    rules = json.loads(FACES["sarif"](ALL_CODES))["runs"][0]["tool"]["driver"]["rules"]
    assert [one["helpUri"] for one in rules] == [f"urn:mhscan:checks:{code.lower()}" for code in sorted(codes())]
    assert all("Why it matters" in one["help"]["text"] for one in rules)
    monkeypatch.setenv("MHSCAN_DOCS", "https://example.org/docs/checks.md")
    rules = json.loads(FACES["sarif"](ALL_CODES))["runs"][0]["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"] == "https://example.org/docs/checks.md#mh001"


def test_the_page_that_rules_lead_to_has_each_of_them():
    page = (SCHEMAS.parents[1] / "docs" / "checks.md").read_text(encoding="utf-8")
    assert [code for code in codes() if f'<a id="{code.lower()}"></a>' not in page] == []
