"""`mhscan questions`: a blank questionnaire, to prepare or to fill in on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.checks.validate import load_pack
from mhscan.cli.common import PackOption, choose, may_replace, pack_folder, write_output
from mhscan.language import _
from mhscan.reports.blank import blank_view, render_blank


def questions(
    questionnaire: Annotated[
        str,
        typer.Option(
            "--questionnaire", "-q", metavar="ID", help=_("Which questionnaire; else the longest."), show_default=False
        ),
    ] = "",
    output_format: Annotated[
        Literal["md", "html"] | None,
        typer.Option("--format", help=_("Markdown or HTML; else by the name of the output."), show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=_("FILE"), help=_("File to write; else standard output."), show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Print the questions of a questionnaire, with room for the answers."""
    folder = pack_folder(pack)
    used = load_pack(folder)
    known = {one.id: one for one in used.questionnaires}
    own = [one for one in known if known[one].perspective == "own"] or list(known)
    wanted = questionnaire or max(own, key=lambda one: len(known[one].asks()))
    choose(_("questionnaire"), wanted, list(known))
    chosen = output_format or ("html" if output is not None and output.suffix == ".html" else "md")
    if output is not None:
        may_replace(output, force)
    write_output(render_blank(folder, chosen, blank_view(used, known[wanted])), output, force=True)
    return 0
