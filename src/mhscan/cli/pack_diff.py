"""`mhscan pack diff`: what changed between two packs, and does the version number say so?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.errors import ExitCode
from mhscan.language import _
from mhscan.ui.streams import out, out_document

if TYPE_CHECKING:
    from mhscan.loading.packs import Folder


def pack_diff(
    old: Annotated[
        str, typer.Argument(metavar=_("OLD"), help=_("A folder, or a revision in git."), show_default=False)
    ],
    new: Annotated[
        str, typer.Argument(metavar=_("NEW"), help=_("The same; else this folder."), show_default=False)
    ] = ".",
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar=_("FORMAT"), help=_("text or json."))
    ] = "text",
) -> int:
    """Say what changed between two packs, and check the version number."""
    from mhscan.checks.diff.version import diff

    found = diff(_read(old, new), _read(new, old), (old, new))
    if form == "json":
        from mhscan.checks.diff.document import to_json

        out_document(to_json(found))
    else:
        from mhscan.ui.changes import diff_text

        out(diff_text(found))
    return ExitCode.DONE if found.enough else ExitCode.FINDINGS


def _read(name: str, other: str) -> Folder:
    """A pack in a folder; or at a revision, in the repository of this folder, or else of the other pack."""
    from mhscan.loading.files import is_folder
    from mhscan.loading.packs import read_folder
    from mhscan.loading.revisions import read_revision

    if is_folder(Path(name)):
        return read_folder(Path(name))
    here = is_folder(Path("factors")) or not is_folder(Path(other))
    return read_revision(name, Path() if here else Path(other))
