"""`mhscan questions`: a blank questionnaire, to prepare or to fill in on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.cli.common import pick_questionnaire
from mhscan.cli.options import PackOption, QuestionnaireOption, StyleOption, TemplatesOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_pack, tell
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
    from mhscan.opening.document import Order, about_templates, make_blank, shelf
    from mhscan.reports.formats import format_for
    from mhscan.reports.house_style import house_style
    from mhscan.reports.views.style import PLAIN

    look = house_style(style) if style else PLAIN
    used, use = opened_pack(pack)
    documents = shelf(use.folder, templates)
    order = Order("", format_for(output_format, output.suffix if output else ""), style=look)
    tell(about_templates(documents.folders, order.output_format))
    write_output(make_blank(pick_questionnaire(used, questionnaire), used, documents, order), output, force)
    return ended(use)
