"""`mhscan questions`: a blank questionnaire, to prepare or to fill in on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.checks.validate import load_pack
from mhscan.cli.common import pack_folder, pick_questionnaire
from mhscan.cli.options import PackOption, QuestionnaireOption, StyleOption, TemplatesOption
from mhscan.cli.output import may_write, say_templates, write_output
from mhscan.language import _


def questions(
    questionnaire: QuestionnaireOption = "",
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
    templates: TemplatesOption = None,
    style: StyleOption = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Print the questions of a questionnaire, with room for the answers."""
    from mhscan.reports.blank import blank_view
    from mhscan.reports.folders import template_folders
    from mhscan.reports.formats import format_for, render
    from mhscan.reports.house_style import house_style
    from mhscan.reports.registry import registry
    from mhscan.reports.views.style import PLAIN

    look = house_style(style) if style else PLAIN
    folders = template_folders(pack_folder(pack), templates)
    used = load_pack(folders.pack)
    view = blank_view(used, pick_questionnaire(used, questionnaire))
    if output is not None:
        may_write(output, force)
    document = registry(folders).blank(view.language)
    say_templates(folders.elsewhere)
    text = render(folders, view, document, format_for(output_format, output.suffix if output else ""), look)
    write_output(text, output, force=True)
    return 0
