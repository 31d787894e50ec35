"""No call to the file system stands bare: what it refuses becomes a message of ours, never a fault of the program."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "mhscan"
OF_PATHS = frozenset(
    """open read_text read_bytes write_text write_bytes exists is_file is_dir is_symlink stat lstat chmod unlink rename
    mkdir rmdir resolve readlink glob rglob iterdir touch symlink_to hardlink_to samefile owner group cwd home
    expanduser""".split()  # noqa: SIM905  words read better than a list of texts
)
"""Calls on a path.

`os.walk` and `glob.glob` leave out what they may not see, and raise nothing. `replace` is a call on texts too.
"""
OF_MODULES = {
    "os": """open stat lstat fstat listdir scandir chmod chown link rename replace unlink remove mkdir makedirs
    rmdir truncate utime access getcwd symlink readlink fsync fchmod fchown dup dup2 write read close""",
    "shutil": "copy copy2 copyfile copytree move rmtree copyfileobj chown disk_usage",
    "glob": "",
    "tempfile": "TemporaryFile NamedTemporaryFile TemporaryDirectory mkdtemp mkstemp",
}
CATCHES = frozenset({"OSError", "Exception", "BaseException", "PermissionError", "FileNotFoundError"})
GUARDS = frozenset({"suppress", "unwritable"})
"""Context managers inside which a refusal of the system is taken care of."""
ROOMS = {
    "answers/files.py": "the room where such errors become ours; its functions that raise OSError say so",
    "answers/locks.py": "idem, for locks",
    "loading/files.py": "idem, for reading",
    "loading/paths.py": "idem, for looking at paths",
    "loading/revisions.py": "a temporary folder of its own",
    "loading/schema_texts.py": "a file of the program itself",
    "loading/shipped.py": "folders of the program itself",
    "loading/starter.py": "files of the program itself",
    "codes.py": "a file of the program itself",
    "loading/prepared.py": "files of the program itself",
    "reports/rendering/prepared.py": "idem",
    "reports/rendering/environment.py": "idem, when they are prepared",
    "programs.py": "looks for programs; what may not be looked at is none",
    "language.py": "catalogues of the program itself",
}


def bare_calls(tree: ast.Module) -> list[tuple[int, str]]:
    """The calls to the file system that no try and no guard is around, with their lines."""
    found: list[tuple[int, str]] = []

    def visit(node: ast.AST, guarded: bool) -> None:
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            # A function is called elsewhere: what stands around it does not count.
            guarded = isinstance(node, ast.FunctionDef) and promises(node)
        if isinstance(node, ast.Try):
            for one in node.body:
                visit(one, guarded or any(catches(handler) for handler in node.handlers))
            for one in (*node.handlers, *node.orelse, *node.finalbody):
                visit(one, guarded)
            return
        if isinstance(node, ast.With):
            guarded = guarded or any(name(item.context_expr) in GUARDS for item in node.items)
        if isinstance(node, ast.Call) and not guarded and (called := file_call(node)):
            found.append((node.lineno, called))
        for child in ast.iter_child_nodes(node):
            visit(child, guarded)

    visit(tree, guarded=False)
    return found


def promises(node: ast.FunctionDef) -> bool:
    """Whether a function says that it raises OSError; whoever calls it takes care of that."""
    return "OSError:" in (ast.get_docstring(node) or "")


def catches(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(one, ast.Name) and one.id in CATCHES for one in kinds if one is not None)


def name(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def file_call(node: ast.Call) -> str:
    """The name of a call to the file system; empty for another call."""
    if isinstance(node.func, ast.Name):
        return "open" if node.func.id == "open" else ""
    if not isinstance(node.func, ast.Attribute):
        return ""
    if any(one.arg == "ignore_errors" for one in node.keywords):
        return ""
    owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
    if owner in OF_MODULES:
        return f"{owner}.{node.func.attr}" if node.func.attr in OF_MODULES[owner].split() else ""
    if node.func.attr == "open" and not all(isinstance(one, ast.Constant) for one in node.args):
        # What is not given a mode opens something else, such as the open questions of an interview.
        return ""
    return node.func.attr if node.func.attr in OF_PATHS else ""


def test_every_call_is_taken_care_of():
    files = sorted(SOURCE.rglob("*.py"))
    assert len(files) > 100
    bare = [
        f"{path.relative_to(SOURCE)}:{line}: {called}"
        for path in files
        if path.relative_to(SOURCE).as_posix() not in ROOMS
        for line, called in bare_calls(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert bare == []


def test_the_rooms_that_may_are_there():
    assert all((SOURCE / room).is_file() for room in ROOMS)


@pytest.mark.parametrize(
    ("code", "bare"),
    [
        ("path.exists()", True),
        ("open('x')", True),
        ("os.stat('x')", True),
        ("shutil.rmtree('x')", True),
        ("'a'.replace('a', 'b')", False),
        ("interview.open(assessment)", False),
        ("try:\n    path.stat()\nexcept OSError:\n    pass", False),
        ("try:\n    path.stat()\nexcept ValueError:\n    pass", True),
        ("try:\n    pass\nexcept OSError:\n    path.stat()", True),
        ("with suppress(OSError):\n    path.stat()", False),
        ("with unwritable(path):\n    path.stat()", False),
        ("try:\n    def f():\n        path.stat()\nexcept OSError:\n    pass", True),
        ("def f():\n    '''X.\n\n    Raises:\n        OSError: y.\n    '''\n    path.stat()", False),
    ],
)
def test_it_sees_what_is_bare(code, bare):
    assert bool(bare_calls(ast.parse(code))) is bare
