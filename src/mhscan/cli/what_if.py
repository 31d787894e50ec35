"""`mhscan what-if`: what would change if some answers were otherwise."""

from __future__ import annotations

from typing import Annotated

from mhscan.advice.result import Result
from mhscan.advice.targets import Others, UpToOthers, left_to_others, levels_to_set
from mhscan.advice.what_if import what_if as compare
from mhscan.advice.what_if import with_levels
from mhscan.answers.model import Assessment
from mhscan.cli.common import timestamp
from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import FileArgument, ForceOption, OutputOption, PackOption, argument
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_own
from mhscan.interview.assign import Extras, apply, parse_assignment
from mhscan.language import _, speaking
from mhscan.reports.views.described import view_json
from mhscan.ui.streams import talk

OtherAnswersArgument = Annotated[
    list[str],
    argument(
        _("ID=VALUE"), _("An answer as for mhscan set; or FACTOR=LEVEL for each of its indicators at least there.")
    ),
]


def what_if(
    file: FileArgument,
    answers: OtherAnswersArgument,
    output_format: TextOrDataOption = "",
    output: OutputOption = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Show what other answers would change; nothing is saved."""
    chosen = chosen_format(output_format, output)
    scan = opened_own(file, pack)
    changed, keys, others = _changed(scan.result, answers)
    change = compare(scan.result, changed)
    if chosen == "json":
        from mhscan.reports.data.what_if import what_if_document

        with speaking(scan.pack.model.language):
            text = view_json(what_if_document(change, keys, others))
    else:
        from mhscan.reports.parts.consequences import what_if_view
        from mhscan.ui.consequences import what_if_text

        text = what_if_text(what_if_view(change, keys, others))
    write_output(text, output, force)
    if chosen == "text":
        talk(_("Nothing is saved."))
    return ended(scan.use)


def _changed(before: Result, answers: list[str]) -> tuple[Assessment, tuple[str, ...], Others]:
    """The assessment with other answers, which questions these are about, and what of a factor is up to others."""
    from mhscan.cli.common import parse_level

    pack, changed = before.pack, before.assessment
    factors = {*(factor.id for factor in pack.factors), *pack.factors_before}
    keys: list[str] = []
    others: dict[str, UpToOthers] = {}
    for text in answers:
        if text.partition("=")[0].strip() in factors:
            wanted = levels_to_set(before, dict([parse_level(pack, text)]))
            left = left_to_others(before, wanted)
            levels = {key: level for key, level in wanted.items() if key not in left}
            changed = with_levels(changed, levels)
            keys += levels
            others |= left
        else:
            planned = parse_assignment(pack, changed, text, Extras(reason=_("what if")), timestamp())
            changed = apply(changed, [planned])
            keys.append(planned.key)
    return changed, tuple(dict.fromkeys(keys)), {key: one for key, one in others.items() if key not in keys}
