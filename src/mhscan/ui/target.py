"""The targets of a subject and the way there, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.advice.fewest_actions import ActionStep
from mhscan.advice.result import Result
from mhscan.advice.targets import Journey, LevelGap, OpenAnswer
from mhscan.dates import date_words
from mhscan.language import _, ngettext, speaking
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan
from mhscan.reports.parts.plan import target_words
from mhscan.ui.streams import as_lines, wrapped
from mhscan.ui.what_if import consequence_lines


def journey_text(result: Result, plan: Plan, way: Journey) -> str:
    """The targets of a plan and the way there, to the width of the window."""
    with speaking(result.pack.model.language):
        return as_lines(_lines(result, plan, way))


def _lines(result: Result, plan: Plan, way: Journey) -> Iterator[str]:
    assessment = result.assessment
    yield from wrapped(
        _("Targets: {subject}, {date}").format(subject=assessment.name, date=date_words(assessment.date))
    )
    for key, target in plan.targets.items():
        yield from wrapped(target_words(result, key, target), "- ")
    if not plan.targets:
        yield from wrapped(_("There are no targets yet. Set one with: mhscan target FILE ID=LEVEL"))
        return
    yield from _gap_lines(way)
    yield from _open_lines(result.pack, way.open)
    yield from _step_lines(way)
    yield from _out_lines(result.pack, way)
    if way.steps:
        yield from consequence_lines(way.after)


def _gap_lines(way: Journey) -> Iterator[str]:
    yield ""
    if way.reached:
        yield from wrapped(_("All targets are reached."))
        return
    if not way.gaps:
        yield from wrapped(_("What is known is far enough. Some answers are still open."))
        return
    yield from wrapped(_("The gap"))
    for gap in way.gaps:
        yield from wrapped(_gap(gap), "- ")


def _gap(gap: LevelGap) -> str:
    indicator = gap.place.indicator
    said = _("{title}: from level {level} to {wanted}. Now: {now} Then: {then}")
    return said.format(
        title=indicator.title,
        level=gap.level,
        wanted=gap.wanted,
        now=indicator.level_text(gap.level),
        then=indicator.level_text(gap.wanted),
    )


def _open_lines(pack: Pack, found: tuple[OpenAnswer, ...]) -> Iterator[str]:
    if found:
        yield ""
        yield from wrapped(_("Find out first"))
    for one in found:
        place = pack.places.get(one.key)
        title = place.indicator.title if place else pack.context[one.key].name
        yield from wrapped(title, "- ")


def _step_lines(way: Journey) -> Iterator[str]:
    if not way.steps and not way.open:
        return
    yield ""
    count = len(way.steps)
    if way.steps:
        said = ngettext("The shortest way: {n} action.", "The shortest way: {n} actions.", count).format(n=count)
        yield from wrapped(said if way.exact else f"{said} {_('Fewer may do.')}")
    for n, step in enumerate(way.steps, 1):
        yield from wrapped(_step(step), f"{n}. ")
    if way.at_most > count:
        most = ngettext(
            "If the open answers turn out low, it takes {n} action.",
            "If the open answers turn out low, it takes {n} actions.",
            way.at_most,
        )
        yield from wrapped(most.format(n=way.at_most))
    if count and way.exact:
        yield from wrapped(
            _("These are the fewest actions. Where more sets do, the least effort decides, then the lowest levels.")
        )


def _step(step: ActionStep) -> str:
    said = _("{title} ({id}): {indicator} goes from level {level} to {to}.")
    return said.format(
        title=step.action.title, id=step.id, indicator=step.place.indicator.title, level=step.level, to=step.action.to
    )


def _out_lines(pack: Pack, way: Journey) -> Iterator[str]:
    if way.out_of_reach:
        yield ""
        yield from wrapped(_("Out of reach"))
    words = {
        "no_action": _("{title}: no action in this scan leads that high."),
        "blocked": _("{title}: what its actions need first cannot be reached, or is not known."),
    }
    for key, why in way.out_of_reach.items():
        yield from wrapped(words[why].format(title=pack.places[key].indicator.title), "- ")
