"""Two copies of the small pack, of which a test changes the second."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mhscan.diff.compare import compare
from mhscan.loading.packs import read_folder


@pytest.fixture
def packs(tiny_pack: Any, tmp_path: Path) -> Any:
    """`old` is a folder, `new` a pack to edit; `changes` says what differs, with places from the top of the packs."""
    old = Path(shutil.copytree(tiny_pack.path, tmp_path / "old"))

    def changes() -> list[Any]:
        folder = read_folder(tiny_pack.path)
        assert folder.problems == []
        return list(compare(read_folder(old), folder))

    def summary() -> list[tuple[str, ...]]:
        return [
            (one.operation, one.kind, one.id, one.field, one.weight.size, one.weight.effect, place(one))
            for one in changes()
        ]

    def place(one: Any) -> str:
        root = old if one.side == "old" else tiny_pack.path
        return str(one.location).removeprefix(f"{root}/")

    return SimpleNamespace(old=old, new=tiny_pack, changes=changes, summary=summary)
