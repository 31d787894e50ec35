"""`mhscan pack diff`: what changed between two packs, and does the version number say so?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import ForceOption, OutputOption, argument
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended
from mhscan.errors import ExitCode
from mhscan.language import _
from mhscan.loading.pack_choice import use_of_folder
from mhscan.loading.packs import Folder, read_folder
from mhscan.loading.paths import is_folder


def pack_diff(
    old: Annotated[str, argument(_("OLD"), _("A folder, or a revision in git."))],
    new: Annotated[str, argument(_("NEW"), _("The same; else this folder."))] = ".",
    output_format: TextOrDataOption = "",
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Say what changed between two packs, and check the version number."""
    from mhscan.diff.version import diff

    chosen = chosen_format(output_format, output)
    folders = _read(old, new), _read(new, old)
    found = diff(*folders, (old, new))
    if chosen == "json":
        from mhscan.diff.document import to_json

        text = to_json(found)
    else:
        from mhscan.ui.changes import diff_text

        text = diff_text(found)
    write_output(text, output, force)
    uses = [use_of_folder(one) for one in folders]
    return ended(*(one for one in uses if one), code=ExitCode.DONE if found.usable else ExitCode.FINDINGS)


def _read(name: str, other: str) -> Folder:
    """A pack in a folder; or at a revision, in the repository of this folder, or else of the other pack."""
    from mhscan.loading.revisions import read_revision

    if is_folder(Path(name)):
        return read_folder(Path(name))
    here = is_folder(Path("factors")) or not is_folder(Path(other))
    return read_revision(name, Path() if here else Path(other))
