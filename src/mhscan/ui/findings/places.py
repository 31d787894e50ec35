"""How a file is named for a program that reads findings: from the root of its repository, with slashes."""

from __future__ import annotations

import os
from pathlib import Path

from mhscan.lint.findings import Findings
from mhscan.loading.paths import real_path


def relative(file: str, findings: Findings) -> str:
    """The name of a file from the root of the findings, or this folder; its whole name where it lies outside."""
    here, path = real_path(Path()), Path(file)
    root = findings.root or here
    whole = Path(os.path.normpath(here / path))
    if path.is_absolute() or findings.root is not None:
        path = whole.relative_to(root) if whole.is_relative_to(root) else whole
    return path.as_posix()
