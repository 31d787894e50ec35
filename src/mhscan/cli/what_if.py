"""`mhscan what-if`: what would change if some answers were otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.cli.common import open_own, timestamp
from mhscan.cli.options import FileArgument, PackOption
from mhscan.cli.output import write_output
from mhscan.language import _
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
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", help=_("For people or for programs."))
    ] = "text",
    pack: PackOption = None,
) -> int:
    """Show what other answers would change; nothing is saved."""
    from mhscan.advice.result import evaluate
    from mhscan.advice.what_if import what_if as compare

    used, assessment = open_own(file, pack)
    before = evaluate(used, assessment)
    changed, keys = _changed(before, answers)
    change = compare(before, changed)
    if output_format == "json":
        from mhscan.language import speaking
        from mhscan.reports.what_if import as_json, what_if_document

        with speaking(used.model.language):
            document = what_if_document(change, keys)
        write_output(as_json(document), None, force=False)
    else:
        from mhscan.ui.what_if import what_if_text

        write_output(what_if_text(change, keys), None, force=False)
        talk(_("Nothing is saved."))
    return 0


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
        if key in factors:
            levels = levels_to_set(before, dict([parse_level(before.pack, one)]))
            changed = with_levels(changed, levels)
            keys += levels
        else:
            extras = Extras(reason=_("what if"))
            planned = parse_assignment(before.pack, changed, one, extras, timestamp())
            changed = apply(changed, [planned])
            keys.append(planned.key)
    return changed, tuple(dict.fromkeys(keys))
