"""Options and arguments that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan.language import _

WHICH_PACK = _(
    "The folder of a pack. Else the pack of this folder, of the assessment, or of mhscan itself ('shipped')."
)
"""The one rule for which pack is meant, as every command tells it."""
PackOption = Annotated[Path | None, typer.Option("--pack", metavar=_("FOLDER"), help=WHICH_PACK, show_default=False)]
FolderArgument = Annotated[Path | None, typer.Argument(metavar=_("FOLDER"), help=WHICH_PACK, show_default=False)]
TemplatesOption = Annotated[
    Path | None,
    typer.Option("--templates", metavar=_("FOLDER"), help=_("Your own templates."), show_default=False),
]
StyleOption = Annotated[
    Path | None, typer.Option("--style", metavar=_("FILE"), help=_("Your house style."), show_default=False)
]
WatchOption = Annotated[bool, typer.Option("--watch", help=_("Do it again whenever a file changes, until Ctrl-C."))]


def _file(given: Path) -> Path:
    """The file that is meant by a name, a pattern or a folder."""
    from mhscan.opening.finding import one_file

    return one_file(given)


FileArgument = Annotated[
    Path, typer.Argument(metavar=_("FILE"), help=_("The assessment."), show_default=False, callback=_file)
]
QuestionnaireOption = Annotated[
    str,
    typer.Option(
        "--questionnaire", "-q", metavar="ID", help=_("Which questionnaire; else the longest."), show_default=False
    ),
]
PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar=_("FILE"),
        help=_("File of the plan; else the one named after the subject, beside the assessment."),
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar=_("FILE"), help=_("File to write; else standard output."), show_default=False
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))]
