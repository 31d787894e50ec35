"""A command that a sentence names can be copied: what comes into it is quoted for a shell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from mhscan.cli.app import COMMANDS

SOURCE = Path(__file__).resolve().parents[2] / "src" / "mhscan"
COMMAND = re.compile(rf"(?<!# )\bmhscan (?:{'|'.join(COMMANDS)})\b[^.:;]*")
PLACE = re.compile(r"\{(\w+)\}")


def texts(node: ast.AST) -> Iterator[str]:
    """The texts in an expression."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def in_commands(text: str) -> set[str]:
    """The places in a sentence that are part of a command."""
    # The dot of a name of a file ends no sentence.
    plain = text.replace("NAME.yaml", "NAME")
    return {place for command in COMMAND.findall(plain) for place in PLACE.findall(command)}


def is_quoted(value: ast.expr) -> bool:
    """Whether an expression is quoted for a shell, or a word that stands for one, such as FILE."""
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in ("shell", "_")


def bare(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and the place of each thing that comes into a command as it is."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            said = node.func.value
            sentences = named.get(said.id, []) if isinstance(said, ast.Name) else [said]
            places = {place for one in sentences for text in texts(one) for place in in_commands(text)}
            yield from (
                (node.lineno, one.arg or "") for one in node.keywords if one.arg in places and not is_quoted(one.value)
            )
        if isinstance(node, ast.JoinedStr):
            before = ""
            for part in node.values:
                if isinstance(part, ast.Constant):
                    before += str(part.value)
                elif COMMAND.search(before) and not is_quoted(part.value):  # type: ignore[attr-defined]
                    yield node.lineno, ast.unparse(part)


def test_the_search_finds_what_is_not_quoted():
    code = 'a = _("See: mhscan plan {p}").format(p=q)\nb = f"mhscan assess {q}"\nc = _("mhscan set {p}")'
    code += ".format(p=shell(q))\n"
    assert [line for line, _place in bare(ast.parse(code))] == [1, 2]


def test_what_comes_into_a_command_is_quoted():
    files = sorted(SOURCE.rglob("*.py"))
    assert len(files) > 100
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {place}"
        for path in files
        for line, place in bare(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []
