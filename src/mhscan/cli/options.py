"""Options and arguments: how they are made, and those that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from mhscan.language import _


def option(names: str, metavar: str, text: str) -> Any:
    """An option with a value, by its names with spaces between them; its default says nothing to people."""
    return typer.Option(*names.split(), metavar=metavar, help=text, show_default=False)


def argument(metavar: str, text: str, **more: Any) -> Any:
    """An argument; its default says nothing to people."""
    return typer.Argument(metavar=metavar, help=text, show_default=False, **more)


def _file(given: Path) -> Path:
    from mhscan.opening.finding import one_file

    return one_file(given)


WHICH_PACK = _(
    "The folder of a pack. Else the pack of this folder, of the assessment, or of mhscan itself ('shipped')."
)
"""The one rule for which pack is meant, as every command tells it."""
PackOption = Annotated[Path | None, option("--pack", _("FOLDER"), WHICH_PACK)]
FolderArgument = Annotated[Path | None, argument(_("FOLDER"), WHICH_PACK)]
FileArgument = Annotated[Path, argument(_("FILE"), _("The assessment."), callback=_file)]
QuestionnaireOption = Annotated[str, option("--questionnaire -q", "ID", _("Which questionnaire; else the longest."))]
PlanOption = Annotated[
    Path | None,
    option("--plan", _("FILE"), _("File of the plan; else the one named after the subject, beside the assessment.")),
]
TemplatesOption = Annotated[Path | None, option("--templates", _("FOLDER"), _("Your own templates."))]
StyleOption = Annotated[Path | None, option("--style", _("FILE"), _("Your house style."))]
OutputOption = Annotated[Path | None, option("--output -o", _("FILE"), _("File to write; else standard output."))]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))]
AudienceOption = Annotated[
    Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows notes, reasons and evidence."))
]
WatchOption = Annotated[bool, typer.Option("--watch", help=_("Do it again whenever a file changes, until Ctrl-C."))]
