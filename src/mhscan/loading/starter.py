"""A small working pack to begin with, in each language for which there is one in `starters/`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).with_name("starters")
FALLBACK = "en"


def starter(language: str) -> dict[str, str]:
    """The text of each file of the pack by its path in it; the English one where there is none in this language."""
    folder = FOLDER / language
    if not folder.is_dir():
        folder = FOLDER / FALLBACK
    files = sorted(folder.rglob("*.yaml"))
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
