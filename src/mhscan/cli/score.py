"""`mhscan score`: scores, profile, rules and actions."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from mhscan.cli.options import FileArgument, PackOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened
from mhscan.language import _


def score(
    file: FileArgument,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", help=_("For people or for programs."))
    ] = "text",
    steady: Annotated[
        bool,
        typer.Option("--robustness", help=_("Also try other answers, weights and ways of counting. Takes a second.")),
    ] = False,
    pack: PackOption = None,
) -> int:
    """Show what an assessment comes to."""
    scan = opened(file, pack)
    if output_format == "json":
        from mhscan.reports.document import to_json

        write_output(to_json(scan.result, steady), None, force=False)
    else:
        from mhscan.ui.scores import scores_text

        write_output(scores_text(scan.result, steady), None, force=False)
    return ended(scan.use)
