"""`mhscan questions`: a blank questionnaire, to prepare or to fill in on paper."""

from __future__ import annotations

from typing import Annotated

from mhscan.checks.validate import load_pack
from mhscan.cli.common import pack_folder, pick_questionnaire
from mhscan.cli.formats import chosen_format, format_option
from mhscan.cli.options import (
    ForceOption,
    OutputOption,
    PackOption,
    QuestionnaireOption,
    StyleOption,
    TemplatesOption,
)
from mhscan.cli.output import may_write, write_output
from mhscan.reports.formats import FORMATS


def questions(
    questionnaire: QuestionnaireOption = "",
    output_format: Annotated[str, format_option(FORMATS)] = "",
    output: OutputOption = None,
    templates: TemplatesOption = None,
    style: StyleOption = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Print the questions of a questionnaire, with room for the answers."""
    from mhscan.reports.blank import blank_view
    from mhscan.reports.folders import template_folders
    from mhscan.reports.formats import render
    from mhscan.reports.house_style import house_style
    from mhscan.reports.registry import registry
    from mhscan.reports.views.style import PLAIN

    look = house_style(style) if style else PLAIN
    chosen = chosen_format(output_format, output, tuple(FORMATS))
    folders = template_folders(pack_folder(pack), templates)
    used = load_pack(folders.pack)
    view = blank_view(used, pick_questionnaire(used, questionnaire))
    if output is not None:
        may_write(output, force)
    document = registry(folders).blank(view.language)
    text = render(folders, view, document, chosen, look)
    write_output(text, output, force=True)
    return 0
