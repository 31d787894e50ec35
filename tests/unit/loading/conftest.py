"""A small pack on disk, and a file with any content."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"


@pytest.fixture
def tiny_pack(tmp_path: Path) -> Path:
    """A fresh copy of the small pack."""
    return Path(shutil.copytree(TINY, tmp_path / "pack"))


@pytest.fixture
def file_with(tmp_path: Path) -> Callable[[bytes], Path]:
    """Makes a file with these bytes."""

    def make(content: bytes) -> Path:
        path = tmp_path / "file.yaml"
        path.write_bytes(content)
        return path

    return make
