"""The rooms of the house: which imports which, and what each may know."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from mhscan.questions.registry import TYPES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "mhscan"
# The code of these rooms can also run where there is no terminal and no disk, such as inside a browser.
PORTABLE = ("pack", "questions", "scoring", "advice", "trend", "interview", "reports")
# (markupsafe comes with jinja2, and typing_extensions with pydantic)
ALLOWED = {"mhscan", "pydantic", "typing_extensions", "jinja2", "markupsafe", "markdown_it"} | sys.stdlib_module_names
# Which library is known in which room only.
KNOWN_IN = {
    "typer": {"cli"},
    "rich": {"ui"},
    "yaml": {"loading", "answers"},
    "jinja2": {"reports", "lint"},
    "markdown_it": {"reports"},
}


def imports(file: Path) -> set[str]:
    """The names at the top of all that a file imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports from where it stands"
            found.add((node.module or "").split(".")[0])
    return found


def test_the_contracts_of_the_layers_are_kept(capsys):
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    said = capsys.readouterr().out
    assert code == 0, said
    assert "2 kept, 0 broken" in said


def test_every_room_has_its_layer():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layered = {name.strip() for layer in contracts[0]["layers"] for name in layer.split("|")}
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__", "__main__", "__about__"} == layered
    assert contracts[0]["exhaustive"] is True


def test_every_init_file_is_empty_so_that_importing_one_room_imports_no_other():
    inits = list(SOURCE.rglob("__init__.py"))
    assert len(inits) > 10
    assert [path for path in inits if path.read_text().strip()] == []


@pytest.mark.parametrize("room", PORTABLE)
def test_a_portable_room_needs_only_the_standard_library_and_what_is_plain_python(room):
    files = list((SOURCE / room).rglob("*.py"))
    assert len(files) > 1
    assert {name for file in files for name in imports(file)} <= ALLOWED


@pytest.mark.parametrize("library", KNOWN_IN)
def test_a_library_is_known_only_where_it_belongs(library):
    users = {file.relative_to(SOURCE).parts[0] for file in SOURCE.rglob("*.py") if library in imports(file)}
    assert users
    assert users <= KNOWN_IN[library]


def test_no_file_uses_the_network():
    files = list(SOURCE.rglob("*.py"))
    assert len(files) > 50
    network = {"socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "requests", "httpx", "webbrowser"}
    assert {str(file) for file in files if imports(file) & network} == set()
    # Of this library only the part that knows how an address is written.
    opens = re.compile(r"\burllib\b(?!\.parse import quote)")
    assert {str(file) for file in files if opens.search(file.read_text())} == set()


def test_other_programs_are_started_in_three_places_only():
    """Each of these keeps the working folder out: see `mhscan.programs` and tests/e2e/test_working_folder.py."""
    starting = {"subprocess", "multiprocessing", "pty", "ctypes", "runpy"}
    users = {str(file.relative_to(SOURCE)) for file in SOURCE.rglob("*.py") if imports(file) & starting}
    assert users == {"loading/revisions.py", "batch/pool.py", "reports/rendering/sandbox.py"}
    starts = re.compile(r"\bos\.(system|popen|exec\w+|spawn\w+|posix_spawn\w*|startfile|fork)\b|\bshutil\.which\b")
    assert [str(file) for file in SOURCE.rglob("*.py") if starts.search(file.read_text())] == []


def test_no_room_looks_at_the_type_of_a_question():
    """What differs between question types is asked of the question; a new type would be forgotten elsewhere."""
    names = {one.model_fields["type"].annotation.__args__[0] for one in TYPES}
    classes = {one.__name__ for one in TYPES}
    assert names
    files = [file for file in sorted(SOURCE.rglob("*.py")) if file.parent.name != "questions"]
    found = []
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            inside = list(ast.walk(node)) if isinstance(node, ast.Compare | ast.Call | ast.MatchClass) else []
            words = {one.value for one in inside if isinstance(one, ast.Constant)}
            used = {one.id for one in inside if isinstance(one, ast.Name)}
            of_type = any(isinstance(one, ast.Attribute) and one.attr == "type" for one in inside)
            checked = isinstance(node, ast.MatchClass) or {"isinstance", "issubclass"} & used
            if (isinstance(node, ast.Compare) and of_type and names & words) or (checked and classes & used):
                found.append(f"{file.relative_to(SOURCE)}:{node.lineno}")
            if isinstance(node, ast.Constant) and node.value in classes:
                found.append(f"{file.relative_to(SOURCE)}:{node.lineno}")
    assert found == []
