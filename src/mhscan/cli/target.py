"""`mhscan target`: what a subject aims at, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.cli.common import once, parse_date, parse_level
from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import FileArgument, ForceOption, OutputOption, PackOption, PlanOption
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_own, tell
from mhscan.errors import InputError, UsageError
from mhscan.language import _
from mhscan.reports.formats.registry import TEXT_OR_DATA
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.plans.model import Plan, Target
TargetsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=_("ID=LEVEL"),
        help=_("A factor (each of its indicators) or an indicator, and the level to reach."),
        show_default=False,
    ),
]
RemoveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--remove", metavar="ID", help=_("Take a target away; may be given more than once."), show_default=False
    ),
]

ByOption = Annotated[
    str, typer.Option("--by", metavar=_("DATE"), help=_("When the targets are to be reached."), show_default=False)
]


def target(
    file: FileArgument,
    targets: TargetsArgument = None,
    by: ByOption = "",
    remove: RemoveOption = None,
    output_format: TextOrDataOption = "",
    output: OutputOption = None,
    force: ForceOption = False,
    plan: PlanOption = None,
    pack: PackOption = None,
) -> int:
    """Keep targets in the plan, and show the gap, the shortest way there and what the score becomes."""
    from mhscan.advice.targets import journey
    from mhscan.opening.plan import read_plan_for, save_plan

    if by and not targets:
        raise UsageError(_("--by needs a target."), _("Write for example: mhscan target FILE ID=LEVEL --by DATE"))
    chosen = chosen_format(output_format, output, TEXT_OR_DATA)
    scan = opened_own(file, pack)
    levels = [parse_level(scan.pack, one) for one in targets or ()]
    once([*(key for key, _level in levels), *(remove or ())])
    wanted = _wanted(dict(levels), parse_date(by))
    if wanted or remove:
        path, notices = save_plan(scan, plan, lambda now: _with(now, wanted, remove or []))
        tell(notices)
        kept, _notices = read_plan_for(scan, plan)
        talk(_("Saved: {answer}").format(answer=path))
    else:
        kept, notices = read_plan_for(scan, plan)
        tell(notices)
    way = journey(scan.result, {key: one.level for key, one in kept.targets.items()})
    if chosen == "json":
        from mhscan.language import speaking
        from mhscan.reports.data.target import journey_document
        from mhscan.reports.views.described import view_json

        with speaking(scan.pack.model.language):
            document = journey_document(scan.result, kept, way)
        write_output(view_json(document), output, force)
    else:
        from mhscan.ui.target import journey_text

        write_output(journey_text(scan.result, kept, way), output, force)
    return ended(scan.use)


def _wanted(levels: dict[str, int], by: str | None) -> dict[str, Target]:
    from mhscan.plans.model import Target

    return {key: Target(level=level, by=by) for key, level in levels.items()}


def _with(plan: Plan, wanted: dict[str, Target], remove: list[str]) -> Plan:
    """The plan with other targets; what else was written with a target stays.

    Raises:
        InputError: a target that should go is not there.
    """
    from mhscan.loading.near import suggest

    targets = dict(plan.targets)
    for key in remove:
        if key not in targets:
            hint = suggest(key, list(targets)) or _("Targets now: {keys}.").format(keys=", ".join(targets) or "-")
            raise InputError(_("There is no target '{id}'.").format(id=key), hint)
        del targets[key]
    for key, new in wanted.items():
        old = targets.get(key)
        # A new level without a date keeps the date.
        given = {"level": new.level} | ({"by": new.by} if new.by else {})
        targets[key] = old.model_copy(update=given) if old else new
    return plan.with_targets(targets)
