"""`mhscan report`: the advice report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.cli.common import FileArgument, PackOption, may_replace, open_assessment, write_output
from mhscan.language import _


def report(
    file: FileArgument,
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
    audience: Annotated[
        Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows notes, reasons and evidence."))
    ] = "public",
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Make the advice report of an assessment."""
    from mhscan.advice.result import evaluate
    from mhscan.reports.build import build_view
    from mhscan.reports.formats import FORMATS

    used, assessment, folder = open_assessment(file, pack)
    by_suffix = {one.suffix: one.name for one in FORMATS.values()}
    chosen = output_format or by_suffix.get(output.suffix if output else "", "md")
    if output is not None:
        may_replace(output, force)
    view = build_view(evaluate(used, assessment), audience)
    write_output(FORMATS[chosen].render(folder, view), output, force=True)
    return 0
