"""`mhscan explain`: what an id or a code stands for, and the way to it in one assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from mhscan.answers.names import action_now, called_now, factors_now
from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import ForceOption, OutputOption, PackOption, argument
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_own, opened_pack
from mhscan.codes import code_of, codes, page_text
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.near import suggest
from mhscan.loading.pack_choice import PackUse
from mhscan.opening.scan import Scan
from mhscan.pack.pack import Pack
from mhscan.reports.formats.registry import TEXT_OR_DATA
from mhscan.text import shown

WantedArgument = Annotated[
    str,
    argument(
        _("[FILE] ID"),
        _("For example a full indicator id, or MH203; with an assessment before it, the way to its score."),
    ),
]


def explain(
    wanted: WantedArgument,
    of: Annotated[str | None, argument("", "", hidden=True)] = None,
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
    if of is not None:
        scan, text = _way(Path(wanted), of, audience, chosen, pack)
        write_output(text, output, force)
        return ended(scan.use)
    text, use = _in_words(wanted, pack)
    write_output(text, output, force)
    return ended(*use)


def _in_words(wanted: str, pack: Path | None) -> tuple[str, tuple[PackUse, ...]]:
    """What an id or a code stands for, and the pack that says so; a code needs none."""
    from mhscan.reports.explain import explained, known_ids

    code = code_of(wanted)
    if code is not None:
        return shown(page_text(code)), ()
    used, use = opened_pack(pack)
    text = explained(used, _now(used, wanted))
    if text is None:
        known = [*known_ids(used), *codes()]
        hint = suggest(wanted, known) or _("Ids look like factor.indicator; a factor and a rule have one word.")
        raise InputError(_("There is no '{wanted}'.").format(wanted=wanted), hint)
    return shown(text), (use,)


def _way(
    file: Path, wanted: str, audience: Literal["public", "internal"], chosen: str, pack: Path | None
) -> tuple[Scan, str]:
    """An assessment, and the way to a score, band, rule or action of it."""
    from mhscan.reports.traces.build import traces
    from mhscan.reports.views.described import view_json

    scan = opened_own(file, pack)
    by_id = traces(scan.result, audience)
    make = by_id.get(_now(scan.pack, wanted))
    if make is None:
        hint = suggest(wanted, list(by_id)) or _("For example the id of a factor, phase, rule or action.")
        raise InputError(_("There is no score, band, rule or action '{wanted}'.").format(wanted=wanted), hint)
    if chosen == "json":
        return scan, view_json(make())
    from mhscan.ui.traces import trace_text

    return scan, trace_text(make(), scan.pack.model.language)


def _now(pack: Pack, wanted: str) -> str:

    named = factors_now(pack).get(wanted) or called_now(pack, wanted)
    return named if named != wanted else action_now(pack, wanted)
