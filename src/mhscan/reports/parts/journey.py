"""The targets of a subject and the way there, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhscan.advice.component import ActionStep
from mhscan.advice.result import Result
from mhscan.advice.targets import Journey, LevelGap, OpenAnswer
from mhscan.dates import date_words
from mhscan.language import _, ngettext, speaking
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan
from mhscan.reports.parts.consequences import Consequences, consequences_of, up_to_words
from mhscan.reports.parts.plan import target_words


@dataclass(frozen=True)
class JourneyView:
    """The targets with how far it is to them, what to find out, the actions that lead there, and what follows.

    `verdict` takes the place of the gaps where there are none. `length` and `remarks` stand before and after the
    actions. `consequences` are those of the actions, where there are any.
    """

    language: str
    heading: str
    targets: tuple[str, ...]
    verdict: str
    gaps: tuple[str, ...]
    open: tuple[str, ...]
    length: str
    actions: tuple[str, ...]
    remarks: tuple[str, ...]
    out_of_reach: tuple[str, ...]
    consequences: Consequences | None


def journey_view(result: Result, plan: Plan, way: Journey) -> JourneyView:
    """The targets of a plan and the way there, in the language of the pack."""
    pack, assessment = result.pack, result.assessment
    with speaking(pack.model.language):
        return JourneyView(
            pack.model.language,
            _("Targets: {subject}, {date}").format(subject=assessment.name, date=date_words(assessment.date)),
            tuple(target_words(result, key, target) for key, target in plan.targets.items()),
            _verdict(way),
            tuple(map(_gap, way.gaps)),
            tuple(_open(pack, one) for one in way.open),
            _length(way),
            tuple(map(_step, way.steps)),
            tuple(_remarks(way)),
            tuple(_out_of_reach(pack, way)),
            consequences_of(way.after) if way.steps else None,
        )


def _verdict(way: Journey) -> str:
    if way.reached:
        return _("All targets are reached.")
    return "" if way.gaps else _("What is known is far enough. Some answers are still open.")


def _gap(gap: LevelGap) -> str:
    indicator = gap.place.indicator
    sentence = _("{title}: from level {level} to {wanted}. Now: {now} Then: {then}")
    return sentence.format(
        title=indicator.title,
        level=gap.level,
        wanted=gap.wanted,
        now=indicator.level_text(gap.level),
        then=indicator.level_text(gap.wanted),
    )


def _open(pack: Pack, question: OpenAnswer) -> str:
    place = pack.places.get(question.key)
    return place.indicator.title if place else pack.context[question.key].name


def _length(way: Journey) -> str:
    count = len(way.steps)
    if not count:
        return ""
    sentence = ngettext("The shortest way: {n} action.", "The shortest way: {n} actions.", count).format(n=count)
    return sentence if way.exact else f"{sentence} {_('Fewer may do.')}"


def _step(step: ActionStep) -> str:
    sentence = _("{title} ({id}): {indicator} goes from level {level} to {to}.")
    return sentence.format(
        title=step.action.title, id=step.id, indicator=step.place.indicator.title, level=step.level, to=step.action.to
    )


def _remarks(way: Journey) -> Iterator[str]:
    """How many actions it may take at most, and what it means that these are the fewest."""
    count = len(way.steps)
    if way.at_most > count and (count or way.open):
        sentence = ngettext(
            "If the open answers turn out low, it takes {n} action.",
            "If the open answers turn out low, it takes {n} actions.",
            way.at_most,
        )
        yield sentence.format(n=way.at_most)
    if count and way.exact:
        yield _("These are the fewest actions. Where more sets do, the least effort decides, then the lowest levels.")


def _out_of_reach(pack: Pack, way: Journey) -> Iterator[str]:
    words = {
        "no_action": _("{title}: no action in this scan leads that high."),
        "blocked": _("{title}: what its actions need first cannot be reached, or is not known."),
    }
    for key, why in way.out_of_reach.items():
        title = pack.places[key].indicator.title
        yield up_to_words(pack, key, way.others[key]) if key in way.others else words[why].format(title=title)
