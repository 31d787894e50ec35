"""Nothing heavy is imported where it is not used, since that is felt at every start."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"typer", "rich", "pydantic", "yaml", "jinja2", "asyncio", "unittest", "readline"}
# Runs the command as the shell does, then says which modules there are.
RUN = """
import sys
sys.argv = ["mhscan", *sys.argv[1:]]
from mhscan.__main__ import main
code = main()
print(code, *sorted(sys.modules), file=sys.stderr)
"""


def modules_after(*arguments: str | Path) -> set[str]:
    """The modules that are loaded when a command is done, which must have gone well."""
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    code, *modules = done.stderr.splitlines()[-1].split()
    assert (code, done.returncode) == ("0", 0), done.stderr
    assert "mhscan.__main__" in modules
    return set(modules)


def heavy(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules} & HEAVY


def rooms(modules: set[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.startswith("mhscan.")}


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "made"
    subprocess.run([sys.executable, "-m", "mhscan", "demo", folder], capture_output=True, check=True)
    (file,) = folder.glob("*.yaml")
    return file


def test_the_version_needs_nothing_at_all():
    modules = modules_after("--version")
    assert heavy(modules) == set()
    assert rooms(modules) == {"__main__", "__about__"}


@pytest.mark.parametrize("arguments", [["--help"], ["--lang", "en", "--help"]])
def test_the_help_needs_the_command_line_and_no_content(arguments):
    modules = modules_after(*arguments)
    assert heavy(modules) == {"typer"}
    assert rooms(modules).isdisjoint({"pack", "questions", "scoring", "advice", "interview", "reports", "checks"})


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_score_needs_no_templates_and_no_terminal(assessment, form):
    modules = modules_after("score", assessment, "--format", form)
    assert heavy(modules) == {"typer", "pydantic", "yaml"}
    assert not [
        name for name in modules if name.startswith(("mhscan.reports.rendering.environment", "mhscan.ui.terminal"))
    ]


def test_a_pack_that_was_checked_before_is_scored_without_the_checks(assessment):
    assert "mhscan.integrity.registry" not in modules_after("score", assessment)


@pytest.mark.parametrize("arguments", [["explain", "MH002"], ["schema", "factor"]])
def test_what_only_prints_a_text_needs_no_templates_and_no_terminal(arguments):
    assert heavy(modules_after(*arguments)) <= {"typer", "pydantic", "yaml"}


@pytest.mark.parametrize("command", ["validate", "report"])
def test_templates_are_loaded_where_they_are_used_and_a_terminal_is_not(assessment, command):
    arguments = ["report", assessment] if command == "report" else ["validate"]
    assert heavy(modules_after(*arguments)) == {"typer", "pydantic", "yaml", "jinja2"}


@pytest.mark.parametrize(
    ("arguments", "steady"),
    [
        (["--document", "samenvatting"], False),
        (["--document", "collegevoorstel", "--format", "html"], False),
        (["--document", "adviesrapport"], True),
        (["--document", "samenvatting", "--format", "json"], True),
    ],
)
def test_how_steady_the_picture_is_is_worked_out_where_it_is_shown(assessment, arguments, steady):
    modules = modules_after("report", assessment, *arguments)
    assert ("mhscan.advice.weight_sampling" in modules) is steady
    assert ("mhscan.advice.sensitivity" in modules) is steady


def test_an_assessment_is_validated_without_templates(assessment):
    assert "jinja2" not in heavy(modules_after("validate", assessment))


@pytest.fixture
def copied(assessment: Path, tmp_path: Path) -> Path:
    """The assessment in a folder of its own, as a command may change it."""
    return Path(shutil.copyfile(assessment, tmp_path / "scan.yaml"))


@pytest.mark.parametrize(
    "arguments", [["set", "FILE", "regio.delen.gedeeld=een"], ["finish", "FILE"], ["assess", "FILE"]]
)
def test_answers_are_kept_without_templates_and_through_a_pipe_without_a_terminal(copied, arguments):
    wanted = [str(copied) if word == "FILE" else word for word in arguments]
    modules = modules_after(*wanted, "--factor", "motivatie") if arguments[0] == "assess" else modules_after(*wanted)
    assert heavy(modules) == {"typer", "pydantic", "yaml"} | ({"jinja2"} if arguments[0] == "assess" else set())
    assert "mhscan.ui.terminal" not in modules


def test_an_interview_that_is_not_done_needs_no_scores_and_no_templates(tmp_path):
    modules = modules_after("assess", tmp_path / "new.yaml", "--name", "Stad")
    assert heavy(modules) == {"typer", "pydantic", "yaml"}
    assert not [name for name in modules if name.startswith(("mhscan.advice", "mhscan.reports", "mhscan.ui.terminal"))]


def test_a_blank_questionnaire_needs_templates_but_no_scores():
    modules = modules_after("questions")
    assert heavy(modules) == {"typer", "pydantic", "yaml", "jinja2"}
    assert not [name for name in modules if name.startswith(("mhscan.ui.terminal", "mhscan.interview.dialog"))]


def test_the_menu_needs_no_content(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    modules = modules_after()
    assert heavy(modules) <= {"typer", "pydantic", "yaml"}
    assert rooms(modules).isdisjoint({"scoring", "advice", "reports"})
