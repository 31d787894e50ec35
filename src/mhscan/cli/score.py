"""`mhscan score`: scores, profile, rules and actions."""

from __future__ import annotations

from typing import Annotated

import typer

from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import FileArgument, ForceOption, OutputOption, PackOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened
from mhscan.language import _

RobustnessOption = Annotated[
    bool,
    typer.Option("--robustness", help=_("Also try other answers, weights and ways of counting. Takes a second.")),
]


def score(
    file: FileArgument,
    output_format: TextOrDataOption = "",
    output: OutputOption = None,
    force: ForceOption = False,
    robustness: RobustnessOption = False,
    pack: PackOption = None,
) -> int:
    """Show what an assessment comes to."""
    chosen = chosen_format(output_format, output)
    scan = opened(file, pack)
    if chosen == "json":
        from mhscan.reports.data.result import to_json

        text = to_json(scan.result, robustness)
    else:
        from mhscan.reports.build import build_view
        from mhscan.ui.scores import scores_text

        text = scores_text(build_view(scan.result, "internal", with_robustness=robustness))
    write_output(text, output, force)
    return ended(scan.use)
