"""`mhscan pack show`: what is in a pack, as a tree."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan.cli.common import author_folder
from mhscan.errors import ExitCode
from mhscan.language import _
from mhscan.ui.streams import out


def pack_show(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar=_("FOLDER"),
            help=_("The pack; else the one in this folder, or the shipped one."),
            show_default=False,
        ),
    ] = None,
) -> int:
    """Draw what is in a pack, with weights, counts and sources."""
    from mhscan.checks.validate import load_pack
    from mhscan.ui.tree import tree_text

    out(tree_text(load_pack(author_folder(folder))))
    return ExitCode.DONE
