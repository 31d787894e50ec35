"""Write the JSON Schemas of all kinds of files to `schemas/`, or check that they are up to date.

Usage: python tools/schemas.py update|check
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

from mhscan.cli.schema import Name, schema_text

FOLDER = Path(__file__).resolve().parents[1] / "schemas"


def stale() -> list[str]:
    """The names of the schemas that are missing or differ from what the code says."""
    return [name for name in get_args(Name) if _read(FOLDER / f"{name}.schema.json") != schema_text(name)]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def main(mode: str) -> int:
    """Run a mode; gives the exit code."""
    if mode == "update":
        FOLDER.mkdir(exist_ok=True)
        for name in get_args(Name):
            (FOLDER / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8")
    found = stale()
    for name in found:
        sys.stderr.write(f"schemas/{name}.schema.json is not up to date: run make schemas\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
