"""`mhscan explain`: what an id or a code stands for, and the way to it in one assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.cli.common import open_assessment, pack_folder
from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import ForceOption, OutputOption, PackOption
from mhscan.cli.output import write_output
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.reports.formats import TEXT_OR_DATA
from mhscan.text import shown


def explain(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar=_("[FILE] ID"),
            help=_("For example a full indicator id, or MH203; with an assessment before it, the way to its score."),
            show_default=False,
        ),
    ],
    of: Annotated[str | None, typer.Argument(metavar="", hidden=True, show_default=False)] = None,
    audience: Annotated[
        Literal["public", "internal"], typer.Option("--audience", help=_("Internal: with notes and reasons."))
    ] = "public",
    output_format: TextOrDataOption = "",
    output: OutputOption = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Say what an indicator, factor, rule, claim or error code is; with an assessment, how its score comes about."""
    possible = TEXT_OR_DATA if of is not None else TEXT_OR_DATA[:1]
    chosen = chosen_format(output_format, output, possible)
    text = _in_words(wanted, pack) if of is None else _way(Path(wanted), of, audience, chosen, pack)
    write_output(text, output, force)
    return 0


def _in_words(wanted: str, pack: Path | None) -> str:
    """What an id or a code stands for."""
    from mhscan.checks.validate import load_pack
    from mhscan.codes import CODES, code_of
    from mhscan.loading.shape import suggest
    from mhscan.reports.explain import explained, known_ids

    code = code_of(wanted)
    if code is not None:
        from mhscan.checks.page import page_text
        from mhscan.checks.reviews import PAGES

        return shown(page_text(PAGES[code]))
    used = load_pack(pack_folder(pack))
    text = explained(used, wanted)
    if text is None:
        known = [*known_ids(used), *CODES]
        hint = suggest(wanted, known) or _("Ids look like factor.indicator; a factor and a rule have one word.")
        raise InputError(_("There is no '{wanted}'.").format(wanted=wanted), hint)
    return shown(text)


def _way(file: Path, wanted: str, audience: Literal["public", "internal"], chosen: str, pack: Path | None) -> str:
    """The way to a score, band, rule or action of an assessment."""
    from mhscan.advice.result import evaluate
    from mhscan.loading.shape import suggest
    from mhscan.reports.traces.build import trace, traceable
    from mhscan.reports.traces.view import trace_json

    used, assessment, _folder = open_assessment(file, pack)
    questionnaire = used.questionnaire(assessment.questionnaire)
    if questionnaire is not None and questionnaire.perspective == "partner":
        raise InputError(
            _("The answers of a partner get no score, so there is no way to show."),
            _("Take the assessment of the {subject} itself.").format(subject=used.model.subject.singular),
        )
    result = evaluate(used, assessment)
    found = trace(result, wanted, audience)
    if found is None:
        hint = suggest(wanted, traceable(result)) or _("For example the id of a factor, phase, rule or action.")
        raise InputError(_("There is no score, band, rule or action '{wanted}'.").format(wanted=wanted), hint)
    if chosen == "json":
        return trace_json(found)
    from mhscan.ui.traces import trace_text

    return trace_text(found, used.model.language)
