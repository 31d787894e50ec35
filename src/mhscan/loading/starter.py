"""A small working pack to begin with, in each language for which there is one in `starters/`."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mhscan.base import ID_PATTERN
from mhscan.loading.scalars import AmbiguousError, plain
from mhscan.text import neutral, slug

MODEL = "factors/model.yaml"
LONGEST = 60
"""As long as an id may be."""
FOLDER = Path(__file__).with_name("starters")
FALLBACK = "en"


def starter(language: str) -> dict[str, str]:
    """The text of each file of the pack by its path in it; the English one where there is none in this language."""
    folder = FOLDER / language
    if not folder.is_dir():
        folder = FOLDER / FALLBACK
    files = sorted(folder.rglob("*.yaml"))
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def named(texts: dict[str, str], name: str) -> dict[str, str]:
    """The files of the pack with an id and a title after a name, such as that of its folder."""
    title = " ".join(neutral(name).replace("_", " ").split())
    title = title.replace("-", " ") if re.fullmatch(ID_PATTERN, title) else title
    # JSON puts a text between quotes as YAML reads it.
    quoted = json.dumps(f"{title[:1].upper()}{title[1:]}", ensure_ascii=False)
    model = texts[MODEL]
    model = re.sub(
        r"^id: (\S+ *)", lambda old: f"id: {_written(pack_id(name)).ljust(len(old[1]) - 1)} ", model, flags=re.MULTILINE
    )
    model = re.sub(r"^title: .*$", lambda _old: f"title: {quoted}", model, flags=re.MULTILINE)
    return {**texts, MODEL: model}


def pack_id(name: str) -> str:
    """A name as the id of a pack: small letters, digits and dashes; `pack` where none is left."""
    return slug(name, "pack")[:LONGEST].strip("-")


def _written(word: str) -> str:
    """A word as it stands in YAML: between quotes where it would be read as something else."""
    try:
        same = plain(word) == word
    except AmbiguousError:
        same = False
    return word if same else json.dumps(word)
