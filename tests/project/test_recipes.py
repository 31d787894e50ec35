"""The recipes of CONTRIBUTING.md, all followed in one copy of the project: the places that they name are enough.

New files stand in `recipes/`, as they would lie in the project. What else a recipe asks is done here, to the letter.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.project.conftest import Project

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = "factors/scenarios/example.yaml"
QUESTIONS = "src/mhscan/questions/registry.py"
EVERY = "tests/packs/every"
TABLE = '''
[MH599]
name = "recipe-title"
severity = "warning"
finds = "A title ends with an exclamation mark."
why = "A title names its subject, and does not shout."
wrong = """
title: A heap of compost!
"""
right = """
title: A heap of compost
"""
'''.replace('"""', "'''")
CHECK = '''

def check_recipe_title(folder: Folder) -> Iterator[Problem]:
    """No title of an indicator ends with an exclamation mark."""
    for part, path, _factor, indicator in indicators_of(folder):
        if indicator.title.endswith("!"):
            message = _("the title '{title}' ends with an exclamation mark").format(title=indicator.title)
            yield part.problem("MH599", (*path, "title"), message, _("Write it as you would say it."))
'''
LAYERS = ("-c", "from importlinter.cli import lint_imports_command as run; run()")
"""`lint-imports`, of the copy."""


def question(project: Project) -> None:
    project.add("question")
    line = "from mhscan.questions.share import ShareQuestion\n"
    project.change(QUESTIONS, line, f"from mhscan.questions.recipe import RecipeQuestion\n{line}")
    types = re.search(r"Question = Annotated\[\n    (.*),\n", (ROOT / QUESTIONS).read_text(encoding="utf-8"))
    assert types
    # With one more they no longer fit on a line.
    each = "\n    | ".join(["RecipeQuestion", *types[1].split(" | ")])
    project.change(QUESTIONS, types[1], each)
    texts = "src/mhscan/loading/descriptions.toml"
    described = '[RecipeQuestion]\ntype = "recipe: the answer is a percentage."\n\n'
    project.change(texts, "[TextQuestion]\n", f"{described}[TextQuestion]\n")
    asked = "  - {id: share, title: Share, type: recipe, text: Which share is sold?}\n"
    project.change(f"{EVERY}/factors/model.yaml", "  - {id: door, title: Door,", f"{asked}  - {{id: door, title: Door,")
    project.change(f"{EVERY}/questionnaires/full.yaml", "context.door]", "context.door, context.share]")


def check(project: Project) -> None:
    project.append("src/mhscan/lint/content.py", CHECK)
    codes = (ROOT / "src/mhscan/codes.toml").read_text(encoding="utf-8")
    last = max(re.findall(r"^\[(MH5\d\d)\]$", codes, re.MULTILINE))
    end = codes[codes.index(f"[{last}]") :].split("\n[MH", 1)[0]
    project.change("src/mhscan/codes.toml", end, end + TABLE)
    base = (ROOT / "tests/cases/checks/base/factors/soil.yaml").read_text(encoding="utf-8")
    line = 1 + base[: base.index("title: Compost")].count("\n")
    for case, title in (("fails-a-mark", "Heap!"), ("passes-none", "Heap")):
        text = base.replace("title: Compost", f"title: {title}")
        project.write(f"tests/cases/checks/MH599/{case}/factors/soil.yaml", text)
    project.write("tests/cases/checks/MH599/fails-a-mark/expected.txt", f"factors/soil.yaml:{line}:12 MH599\n")


def report_format(project: Project) -> None:
    project.add("format")
    line = '        Format("titles", (".titles",), "mhscan.reports.formats.titles", templates=False),\n'
    project.change(
        "src/mhscan/reports/formats/registry.py", '        Format("json", ', f'{line}        Format("json", '
    )


def command(project: Project) -> None:
    project.add("command")
    line = '    "recipe": ("recipe", _("Say how many answers there are.")),\n'
    project.change("src/mhscan/cli/app.py", '    "score": (', f'{line}    "score": (')
    alike = "tests/e2e/test_opening_alike.py"
    project.change(alike, '    "plan": (', '    "recipe": ("recipe", "FILE"),\n    "plan": (')


def interface(project: Project) -> None:
    project.write("src/mhscan/locale/fy/LC_MESSAGES/mhscan.po", "")
    starters = project.path / "src" / "mhscan" / "loading" / "starters"
    shutil.copytree(starters / "en", starters / "fy")
    project.touched.append("src/mhscan/loading/starters/fy/factors/model.yaml")
    project.change("src/mhscan/loading/starters/fy/factors/model.yaml", "language: en", "language: fy")


def questionnaire(project: Project) -> None:
    text = (ROOT / "questionnaires" / "quickscan.yaml").read_text(encoding="utf-8")
    renamed = text.replace("id: quickscan", "id: tweede").replace("title: Quickscan", "title: Tweede lijst")
    project.write("questionnaires/tweede.yaml", renamed)
    project.change("factors/model.yaml", "\nversion: 2.0.0\n", "\nversion: 2.1.0\n")


RECIPES: dict[str, Callable[[Project], None]] = {
    "A question type": question,
    "A check of a pack": check,
    "A report format": report_format,
    "A command": command,
    "A language of the interface": interface,
    "A factor, indicator, rule or questionnaire": questionnaire,
}
"""Each recipe by its heading."""


@pytest.fixture(scope="module")
def followed(project: Project) -> dict[str, list[str]]:
    """What each recipe had somebody change by hand; what is to be run is run after all of them."""
    touched = {}
    for name, follow in RECIPES.items():
        project.touched.clear()
        follow(project)
        touched[name] = list(project.touched)
    first = project.run("tools/catalogue.py", "update")
    assert first.returncode == 1, "no sentence is named that needs a translation"
    for language in ("nl", "fy"):
        project.translate(language)
    for tool in ("catalogue", "schemas", "checks", "herkomst"):
        done = project.run(f"tools/{tool}.py", "update")
        assert done.returncode == 0, done.stdout + done.stderr
    return touched


def test_every_recipe_is_followed():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (.+)$", text.split("## Recipes")[1], re.MULTILINE) == list(RECIPES)


def test_each_file_that_was_touched_is_named_in_its_recipe(followed):
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Recipes")[1]
    for name, touched in followed.items():
        recipe = text.split(f"### {name}\n")[1].split("\n### ")[0]
        for file in touched:
            ways = (file, Path(file).name, f"{Path(file).parent.as_posix()}/", *map(str, Path(file).parents))
            assert any(one in recipe for one in ways if len(one) > 3), f"{name}: {file}"


def test_nothing_is_left_to_lint(project, followed):
    tools = [(f"tools/{one}.py", "check") for one in ("catalogue", "schemas", "checks", "herkomst")]
    style = [("-m", "ruff", "check", "--no-cache", "."), ("-m", "ruff", "format", "--no-cache", "--check", ".")]
    assert project.complaints(*style, LAYERS, *tools, ("-m", "mhscan", "validate", ".")) == []


def test_the_new_things_work(project, followed, tmp_path):
    assert "MH599" in project.mhscan("explain", "recipe-title")
    assert "answers are given" in project.mhscan("recipe", EXAMPLE)
    assert "Say how many" in project.mhscan("--help")
    assert project.mhscan("questions", "--questionnaire", "tweede").startswith("# Tweede lijst")
    project.mhscan("--lang", "fy", "pack", "new", str(tmp_path / "nij"))
    for name in ("report", "plan", "compare", "questions"):
        asked = {"compare": [EXAMPLE, EXAMPLE], "questions": []}.get(name, [EXAMPLE])
        made = project.mhscan(name, *asked, "--format", "titles")
        project.mhscan(name, *asked, "-o", str(tmp_path / f"{name}.TITLES"))
        assert (tmp_path / f"{name}.TITLES").read_text(encoding="utf-8") == made != ""
        assert "titles" in project.mhscan(name, "--help")
    assert ".titles" in project.run("-m", "mhscan", "report", EXAMPLE, "-o", "x.pdf").stderr


def test_the_new_format_is_one_of_all_formats(project, followed):
    tests = ("tests/unit/cli/test_cli_formats.py", "tests/unit/lint/test_lint_templates_rendered.py")
    assert project.complaints(("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "titles or formats", *tests)) == []


def test_the_new_check_finds_what_its_examples_say(project, followed):
    test = "tests/unit/lint/test_lint_examples.py"
    assert project.complaints(("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "MH599", test)) == []


def test_the_new_question_type_is_treated_as_the_others_in_all_rooms(project, followed):
    files = ("test_questions_types.py", "test_questions_base.py", "test_questions_recipe.py")
    tests = [f"tests/unit/questions/{one}" for one in files]
    assert project.complaints(("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not logic", *tests)) == []


@pytest.mark.proof
def test_types_fit(project, followed):
    assert project.complaints(("-m", "mypy", "--no-incremental")) == []


@pytest.mark.proof
def test_a_question_type_that_forgets_something_is_refused_by_the_type_checker(project, followed):
    file = project.path / QUESTIONS.replace("registry", "recipe")
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("def values_for", "def values_of"), encoding="utf-8")
    try:
        assert any("values_for" in one for one in project.complaints(("-m", "mypy", "--no-incremental")))
    finally:
        file.write_text(whole, encoding="utf-8")
