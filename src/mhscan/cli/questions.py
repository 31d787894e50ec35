"""`mhscan questions`: a blank questionnaire, to prepare or to fill in on paper."""

from __future__ import annotations

from typing import Annotated

from mhscan.cli.common import pick_questionnaire
from mhscan.cli.formats import chosen_format, chosen_style, format_option
from mhscan.cli.options import ForceOption, OutputOption, PackOption, QuestionnaireOption, StyleOption, TemplatesOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_pack, tell
from mhscan.reports.formats.registry import FORMATS


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
    from mhscan.opening.document import DocumentOrder, about_templates, document_set, make_blank

    look = chosen_style(style)
    chosen = chosen_format(output_format, output, tuple(FORMATS))
    used, use = opened_pack(pack)
    documents = document_set(use.folder, templates)
    tell(about_templates(documents.folders, chosen))
    order = DocumentOrder("", chosen, style=look)
    write_output(make_blank(pick_questionnaire(used, questionnaire), used, documents, order), output, force)
    return ended(use)
