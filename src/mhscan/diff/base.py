"""Packs against what they were at a revision: does the version number say what changed?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mhscan.diff.version import diff, version_problems
from mhscan.errors import Problem
from mhscan.loading.packs import Folder, read_folder
from mhscan.loading.paths import is_folder
from mhscan.loading.revisions import read_revision


def base_problems(paths: list[Path], revision: str) -> list[Problem]:
    """Where the version number of a pack in a folder claims less than what changed since a revision.

    A pack that is new, or of which one of the two has errors, cannot be compared: its own errors say enough. A link at
    the revision is named, for nothing else tells of it.

    Raises:
        InputError: there is no git, no repository, or no such revision.
    """
    found: list[Problem] = []
    for path in paths:
        if is_folder(path / "factors"):
            found += _pack_problems(path, revision)
    return found


def _pack_problems(path: Path, revision: str) -> list[Problem]:
    old, new = read_revision(revision, path), read_folder(path)
    if not (_whole(old) and _whole(new)):
        return [replace(one, severity="warning") for one in old.problems if one.code == "MH019"]
    return version_problems(diff(old, new, (revision, str(path))), new)


def _whole(folder: Folder) -> bool:
    """Whether all of a pack could be read."""
    return folder.model() is not None and not any(one.severity == "error" for one in folder.problems)
