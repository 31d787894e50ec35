"""`mhscan target`: what a subject aims at, and the way there."""

from __future__ import annotations

from typing import Annotated

from mhscan.advice.result import Result
from mhscan.advice.targets import journey
from mhscan.cli.common import once, parse_date, parse_level
from mhscan.cli.formats import TextOrDataOption, chosen_format
from mhscan.cli.options import FileArgument, ForceOption, OutputOption, PackOption, PlanOption, argument, option
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened_own, tell
from mhscan.errors import InputError, UsageError
from mhscan.language import _, speaking
from mhscan.loading.near import suggest
from mhscan.opening.plan import read_plan_for, save_plan
from mhscan.plans.model import Plan, Target
from mhscan.reports.views.described import view_json
from mhscan.ui.streams import talk

TargetsArgument = Annotated[
    list[str] | None,
    argument(_("ID=LEVEL"), _("A factor (each of its indicators) or an indicator, and the level to reach.")),
]
ByOption = Annotated[str, option("--by", _("DATE"), _("When the targets are to be reached."))]
RemoveOption = Annotated[
    list[str] | None, option("--remove", "ID", _("Take a target away; may be given more than once."))
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
    if by and not targets:
        raise UsageError(_("--by needs a target."), _("Write for example: mhscan target FILE ID=LEVEL --by DATE"))
    chosen = chosen_format(output_format, output)
    scan = opened_own(file, pack)
    levels = [parse_level(scan.pack, text) for text in targets or ()]
    once([*(key for key, _level in levels), *(remove or ())])
    wanted = _targets(dict(levels), parse_date(by))
    if wanted or remove:
        path, notices = save_plan(scan, plan, lambda now: _with(now, wanted, remove or []))
        tell(notices)
        kept, _notices = read_plan_for(scan, plan)
        talk(_("Saved: {answer}").format(answer=path))
    else:
        kept, notices = read_plan_for(scan, plan)
        tell(notices)
    write_output(_rendered(scan.result, kept, chosen), output, force)
    return ended(scan.use)


def _rendered(result: Result, plan: Plan, chosen: str) -> str:

    way = journey(result, {key: target.level for key, target in plan.targets.items()})
    if chosen == "json":
        from mhscan.reports.data.target import journey_document

        with speaking(result.pack.model.language):
            return view_json(journey_document(result, plan, way))
    from mhscan.reports.parts.journey import journey_view
    from mhscan.ui.consequences import journey_text

    return journey_text(journey_view(result, plan, way))


def _targets(levels: dict[str, int], by: str | None) -> dict[str, Target]:

    return {key: Target(level=level, by=by) for key, level in levels.items()}


def _with(plan: Plan, wanted: dict[str, Target], remove: list[str]) -> Plan:
    """The plan with other targets; what else was written with a target stays."""
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
