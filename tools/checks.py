"""Write the list of all codes to `docs/checks.md`, or check that it is up to date.

Usage: python tools/checks.py update|check
"""

from __future__ import annotations

import sys
from pathlib import Path

from mhscan.codes import codes

FILE = Path(__file__).resolve().parents[1] / "docs" / "checks.md"
FAMILIES = {
    "MH0": "Files, YAML, comments and settings",
    "MH1": "Shape",
    "MH2": "Names and references",
    "MH3": "Conditions",
    "MH4": "Scales, levels, bands",
    "MH5": "Texts, sources, actions",
    "MH6": "Templates",
    "MH7": "Versions",
    "MH8": "Assessments and plans",
}
HEAD = """\
# What `mhscan validate` checks

Written by `make checks`; do not change it by hand. `mhscan explain CODE` says why a check matters, with an example and
what to write instead. An example of each code that fails, and of what is right, stands in
[tests/cases/checks](../tests/cases/checks).
"""


def text() -> str:
    """The whole of the list."""
    return "\n".join([HEAD, *(_family(start, title) for start, title in FAMILIES.items())])


def _family(start: str, title: str) -> str:
    rows = [
        f'| <a id="{code.lower()}"></a>{code} | `{kind.name}` | {kind.severity} | {kind.finds} |'
        for code, kind in codes().items()
        if code.startswith(start)
    ]
    return "\n".join([f"## {start}: {title}", "", "| code | name | | finds |", "| --- | --- | --- | --- |", *rows, ""])


def main(mode: str) -> int:
    """Run a mode; gives the exit code."""
    if mode == "update":
        FILE.write_text(text(), encoding="utf-8")
    if FILE.is_file() and FILE.read_text(encoding="utf-8") == text():
        return 0
    sys.stderr.write("docs/checks.md is not up to date: run make checks\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
