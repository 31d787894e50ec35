"""`mhscan explain`: what an id or a code stands for, and the way to it in one assessment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.cli.options import PackOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_own, opened_pack
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.ui.streams import out

if TYPE_CHECKING:
    from mhscan.pack.pack import Pack


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
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", help=_("With an assessment: for people or for programs."))
    ] = "text",
    pack: PackOption = None,
) -> int:
    """Say what an indicator, factor, rule, claim or error code is; with an assessment, how its score comes about."""
    if of is not None:
        return _explain_in(Path(wanted), of, audience, output_format, pack)
    return _explain_id(wanted, pack)


def _explain_id(wanted: str, pack: Path | None) -> int:
    from mhscan.codes import CODES, code_of
    from mhscan.loading.shape import suggest
    from mhscan.reports.explain import explained, known_ids

    code = code_of(wanted)
    if code is not None:
        from mhscan.checks.page import page_text
        from mhscan.checks.reviews import PAGES

        out(page_text(PAGES[code]))
        return 0
    used, use = opened_pack(pack)
    text = explained(used, _now(used, wanted))
    if text is None:
        known = [*known_ids(used), *CODES]
        hint = suggest(wanted, known) or _("Ids look like factor.indicator; a factor and a rule have one word.")
        raise InputError(_("There is no '{wanted}'.").format(wanted=wanted), hint)
    out(text)
    return ended(use)


def _explain_in(
    file: Path, wanted: str, audience: Literal["public", "internal"], output_format: str, pack: Path | None
) -> int:
    from mhscan.loading.shape import suggest
    from mhscan.reports.traces.build import trace, traceable
    from mhscan.reports.traces.view import trace_json

    scan = opened_own(file, pack)
    result = scan.result
    found = trace(result, _now(scan.pack, wanted), audience)
    if found is None:
        hint = suggest(wanted, traceable(result)) or _("For example the id of a factor, phase, rule or action.")
        raise InputError(_("There is no score, band, rule or action '{wanted}'.").format(wanted=wanted), hint)
    if output_format == "json":
        write_output(trace_json(found), None, force=False)
    else:
        from mhscan.ui.traces import trace_text

        write_output(trace_text(found, scan.pack.model.language), None, force=False)
    return ended(scan.use)


def _now(pack: Pack, wanted: str) -> str:
    """What an id of before is called now."""
    from mhscan.answers.names import action_now, called_now, factors_now

    named = factors_now(pack).get(wanted) or called_now(pack, wanted)
    return named if named != wanted else action_now(pack, wanted)
