"""The pack in the CI of somebody else: pre-commit, GitHub Actions and GitLab, each run as it would be run there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.proof

ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests" / "packs" / "tiny"
PAGE = (ROOT / "docs" / "pack-author" / "ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
BROKEN = "factors/soil.yaml"


def environment(**more: str) -> dict[str, str]:
    kept = {key: one for key, one in os.environ.items() if not key.startswith(("COV", "PYTHON", "GIT_", "MHSCAN"))}
    return {**kept, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, **more}


def run(*command: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    words = [str(one) for one in command]
    return subprocess.run(words, cwd=cwd, env=environment(**more), capture_output=True, text=True, check=False)


def must(*command: object, cwd: Path, **more: str) -> str:
    done = run(*command, cwd=cwd, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def commit(folder: Path) -> None:
    must("git", "add", "--all", cwd=folder)
    must("git", "commit", "--quiet", "--no-verify", "--message", "A change", cwd=folder)


@pytest.fixture(scope="module")
def tool(tmp_path_factory) -> Path:
    """A repository with this very checkout in it, as others would name it."""
    folder = tmp_path_factory.mktemp("tool") / "mhscan"
    left_out = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, folder, symlinks=True, ignore=left_out)
    must("git", "init", "--quiet", cwd=folder)
    commit(folder)
    must("git", "tag", "v1", cwd=folder)
    return folder


@pytest.fixture
def project(tmp_path) -> Path:
    """The repository of an author, in whose pack one key is misspelt."""
    folder = tmp_path / "project"
    shutil.copytree(TINY, folder)
    must("git", "init", "--quiet", "--initial-branch", "main", cwd=folder)
    commit(folder)
    return folder


def break_it(project: Path) -> None:
    path = project / BROKEN
    text = path.read_text(encoding="utf-8")
    assert text.count("    title: Compost\n") == 1
    path.write_text(text.replace("    title: Compost\n", "    titel: Compost\n"), encoding="utf-8")


def place(project: Path) -> tuple[int, int]:
    """Where the misspelt key stands."""
    lines = (project / BROKEN).read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, 1) if "titel" in line)
    return number, lines[number - 1].index("titel") + 1


def shown(kind: str, start: str) -> str:
    """The block of the page that begins so."""
    (found,) = [text for name, text in BLOCK.findall(PAGE) if name == kind and text.startswith(start)]
    return found


# pre-commit -----------------------------------------------------------------------------------------------------------


def test_pre_commit_stops_a_commit_at_the_right_line_and_lets_a_right_one_pass(tool, project, tmp_path):
    config = shown("yaml", "repos:").replace("MHSCAN", f"file://{tool}").replace("VERSION", "v1")
    (project / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    settings = {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "MHSCAN_LANG": "en", "PRE_COMMIT_COLOR": "never"}
    must(sys.executable, "-m", "pre_commit", "install", cwd=project, **settings)
    must("git", "add", "--all", cwd=project)
    must("git", "commit", "--message", "A right pack", cwd=project, **settings)

    break_it(project)
    line, column = place(project)
    must("git", "add", "--all", cwd=project)
    done = run("git", "commit", "--message", "A wrong pack", cwd=project, **settings)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "mhscan validate" in said
    assert f"{BROKEN}:{line}:{column}: error[MH102] unknown-key: unknown key 'titel'" in said
    assert "hint: Did you mean 'title'?" in said

    (project / BROKEN).write_text((TINY / BROKEN).read_text(encoding="utf-8") + "# A remark.\n", encoding="utf-8")
    must("git", "add", "--all", cwd=project)
    must("git", "commit", "--message", "Mended", cwd=project, **settings)


BREAKS = {
    "a file taken away": lambda project: must("git", "rm", "--quiet", "factors/water.yaml", cwd=project),
    "a file with another name": lambda project: must(
        "git", "mv", "factors/water.yaml", "factors/water.txt", cwd=project
    ),
    "other settings": lambda project: (project / "mhscan.toml").write_text("strcit = true\n", encoding="utf-8"),
    "another file altogether": lambda project: (project / "note.txt").write_text("x", encoding="utf-8"),
}


def test_pre_commit_looks_at_each_commit_whatever_is_in_it(tool, project, tmp_path):
    config = shown("yaml", "repos:").replace("MHSCAN", f"file://{tool}").replace("VERSION", "v1")
    (project / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    settings = {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "MHSCAN_LANG": "en", "PRE_COMMIT_COLOR": "never"}
    must(sys.executable, "-m", "pre_commit", "install", cwd=project, **settings)
    must("git", "add", "--all", cwd=project)
    must("git", "commit", "--message", "A right pack", cwd=project, **settings)
    for name, change in BREAKS.items():
        change(project)
        must("git", "add", "--all", cwd=project)
        done = run("git", "commit", "--message", name, cwd=project, **settings)
        right = name == "another file altogether"
        assert (done.returncode == 0) is right, name + done.stdout + done.stderr
        assert "Skipped" not in done.stdout + done.stderr
        must("git", "reset", "--quiet", "--hard", "HEAD", cwd=project)


# GitHub Actions -------------------------------------------------------------------------------------------------------


def filled(text: str, known: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: known[match[1]], text)


def steps(tool: Path, temp: Path, **inputs: str):
    """The steps of the action that run something, with what stands between ${{ and }} filled in."""
    given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    known = {f"inputs.{name}": value for name, value in given.items()}
    known |= {
        "steps.python.outputs.python-path": sys.executable,
        "github.action_path": str(tool),
        "github.server_url": "https://example.org",
        "github.action_repository": "somebody/mhscan",
        "github.action_ref": "v1",
        "runner.temp": str(temp),
    }
    for step in ACTION["runs"]["steps"]:
        if "run" in step:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"], "what comes from outside goes through the environment"
            yield step["run"], {name: filled(value, known) for name, value in step["env"].items()}


@pytest.fixture(scope="module")
def runner(tool, tmp_path_factory):
    """Runs the action in a project as a runner of GitHub does; installs only once."""
    temp = tmp_path_factory.mktemp("runner")

    def act(project: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        done = None
        for script, settings in steps(tool, temp, **inputs):
            if "pip install" in script and (temp / "mhscan").exists():
                continue
            shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            done = run(*shell, cwd=project, GITHUB_ACTIONS="true", **settings)
            if done.returncode:
                return done
        assert done is not None
        return done

    return act


def test_the_action_marks_the_right_line(runner, project):
    assert runner(project).returncode == 0
    break_it(project)
    line, column = place(project)
    done = runner(project)
    assert done.returncode == 1
    assert f"::error file={BROKEN},line={line}," in done.stdout
    assert f"col={column}" in done.stdout
    assert "titel" in done.stdout


def test_the_action_takes_its_inputs(runner, project):
    path = project / BROKEN
    path.write_text(path.read_text(encoding="utf-8").replace("title: Compost", "title: Heap"), encoding="utf-8")
    assert runner(project, base="main").returncode == 1
    assert "MH701" in runner(project, base="main").stdout
    assert runner(project, path="factors/model.yaml questionnaires/full.yaml").returncode == 0
    assert runner(project, path="$(touch gone); nothere").returncode == 1
    assert not (project / "gone").exists()
    assert runner(project, language="nl", path="nothere").stdout.count("bestaat niet") >= 1


def test_the_workflow_of_the_page_names_inputs_that_exist():
    workflow = yaml.safe_load(shown("yaml", "name: pack"))
    used = workflow["jobs"]["validate"]["steps"][-1]
    assert used["uses"] == "OWNER/mhscan@VERSION"
    assert set(used["with"]) <= set(ACTION["inputs"])


# GitLab, and anything else --------------------------------------------------------------------------------------------


def script_of(text: str, tool: Path) -> list[str]:
    """The lines of a job, with the address filled in."""
    job = yaml.safe_load(text)["pack"]["script"]
    return [line.replace("MHSCAN", f"file://{tool}").replace("VERSION", "v1") for line in job]


def test_the_gitlab_job_writes_a_report_with_the_right_line(tool, project, tmp_path):
    must(sys.executable, "-m", "venv", tmp_path / "venv", cwd=project)
    must("git", "update-ref", "refs/remotes/origin/main", "main", cwd=project)
    path = f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "CI_DEFAULT_BRANCH": "main"}
    install, check = script_of(shown("yaml", "pack:"), tool)
    must("bash", "-ec", install, cwd=project, **settings)
    must("bash", "-ec", check, cwd=project, **settings)
    break_it(project)
    done = run("bash", "-ec", check, cwd=project, **settings)
    assert done.returncode == 1
    line, column = place(project)
    report = ET.parse(project / "mhscan.xml")
    said = "".join(report.getroot().itertext()) + " ".join(str(one.attrib) for one in report.iter())
    assert f"{BROKEN}:{line}:{column}" in said

    # The last block of the page needs the same program.
    for command in shown("sh", "python -I -m pip").replace("my-pack", ".").split("\n")[1:]:
        if command:
            done = run("bash", "-ec", command, cwd=project, **settings)
            assert done.returncode in (1, 3), command


def test_the_settings_of_the_page_are_right(project, tmp_path):
    (project / "mhscan.toml").write_text(shown("toml", "strict"), encoding="utf-8")
    must(sys.executable, "-m", "mhscan", "validate", ".", cwd=project)
