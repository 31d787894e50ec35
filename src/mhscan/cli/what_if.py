"""`mhscan what-if`: what would change if some answers were otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.cli.common import timestamp
from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import FileArgument, ForceOption, OutputOption, PackOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_own
from mhscan.language import _
from mhscan.reports.formats.registry import TEXT_OR_DATA
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.advice.result import Result
    from mhscan.answers.model import Assessment


def what_if(
    file: FileArgument,
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar=_("ID=VALUE"),
            help=_("An answer as for mhscan set; or FACTOR=LEVEL for each of its indicators at least there."),
            show_default=False,
        ),
    ],
    output_format: TextOrDataOption = "",
    output: OutputOption = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Show what other answers would change; nothing is saved."""
    from mhscan.advice.what_if import what_if as compare

    chosen = chosen_format(output_format, output, TEXT_OR_DATA)
    scan = opened_own(file, pack)
    before = scan.result
    changed, keys = _changed(before, answers)
    change = compare(before, changed)
    if chosen == "json":
        from mhscan.language import speaking
        from mhscan.reports.data.what_if import what_if_document
        from mhscan.reports.views.described import view_json

        with speaking(scan.pack.model.language):
            document = what_if_document(change, keys)
        write_output(view_json(document), output, force)
    else:
        from mhscan.ui.what_if import what_if_text

        write_output(what_if_text(change, keys), output, force)
        talk(_("Nothing is saved."))
    return ended(scan.use)


def _changed(before: Result, answers: list[str]) -> tuple[Assessment, tuple[str, ...]]:
    """The assessment with other answers, and which questions these are about."""
    from mhscan.advice.targets import levels_to_set
    from mhscan.advice.what_if import with_levels
    from mhscan.cli.common import parse_level
    from mhscan.interview.assign import Extras, apply, parse_assignment

    factors = {one.id for one in before.pack.factors}
    changed = before.assessment
    keys: list[str] = []
    for one in answers:
        key = one.partition("=")[0].strip()
        if key in factors or key in before.pack.factors_before:
            levels = levels_to_set(before, dict([parse_level(before.pack, one)]))
            changed = with_levels(changed, levels)
            keys += levels
        else:
            extras = Extras(reason=_("what if"))
            planned = parse_assignment(before.pack, changed, one, extras, timestamp())
            changed = apply(changed, [planned])
            keys.append(planned.key)
    return changed, tuple(dict.fromkeys(keys))
