"""The way to targets as data: the fixed shape of `mhscan target --format json`."""

from dataclasses import dataclass
from typing import Literal

from mhscan.advice.component import ActionStep, Blocked
from mhscan.advice.result import Result
from mhscan.advice.targets import Journey
from mhscan.conditions import State
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan, Status
from mhscan.reports.data.result import pack_document
from mhscan.reports.data.shape import PackDocument
from mhscan.reports.data.what_if import ConsequencesDocument, consequences, question_titles


@dataclass(frozen=True)
class TargetDocument:
    """What is aimed at: a factor (each of its indicators) or one indicator, at least at a level, by a date."""

    id: str
    title: str
    level: int
    by: str | None


@dataclass(frozen=True)
class GapDocument:
    """An indicator that surely stands too low."""

    id: str
    title: str
    level: int
    wanted: int


@dataclass(frozen=True)
class OpenDocument:
    """A question to find out; `wanted` is the level that is aimed at, null where only an action needs the answer."""

    id: str
    title: str
    state: State
    wanted: int | None


@dataclass(frozen=True)
class StepDocument:
    """An action on the way, with what became of it so far."""

    id: str
    title: str
    indicator: str
    from_level: int
    to_level: int
    effort: str | None
    term: str | None
    owner: str | None
    due: str | None
    status: Status


@dataclass(frozen=True)
class OutOfReachDocument:
    """An indicator that no actions of the subject can bring there, and why.

    Where it is up to others, `up_to` names them, and `action` what the subject can do for it, if there is such a thing.
    """

    id: str
    title: str
    why: Blocked
    action: str | None
    up_to: str | None


@dataclass(frozen=True)
class JourneyDocument:
    """The targets of a subject, and the way there.

    `actions` are the fewest if all open answers turn out at the top, in an order in which they can be done; `at_most`
    is their number if all turn out lowest. `exact` is false where fewer may do.
    """

    schema: Literal["mhscan/target@1"]
    pack: PackDocument
    subject: str
    date: str
    targets: tuple[TargetDocument, ...]
    reached: bool
    gap: tuple[GapDocument, ...]
    open: tuple[OpenDocument, ...]
    actions: tuple[StepDocument, ...]
    at_most: int
    exact: bool
    out_of_reach: tuple[OutOfReachDocument, ...]
    consequences: ConsequencesDocument


def journey_document(result: Result, plan: Plan, way: Journey) -> JourneyDocument:
    """The way to the targets of a plan, as data."""
    pack, assessment = result.pack, result.assessment
    titles = {factor.id: factor.title for factor in pack.factors} | question_titles(pack)
    return JourneyDocument(
        schema="mhscan/target@1",
        pack=pack_document(pack),
        subject=assessment.name,
        date=assessment.date,
        targets=tuple(
            TargetDocument(key, titles.get(key, key), target.level, target.by) for key, target in plan.targets.items()
        ),
        reached=way.reached,
        gap=tuple(GapDocument(gap.place.id, titles[gap.place.id], gap.level, gap.wanted) for gap in way.gaps),
        open=tuple(OpenDocument(each.key, titles[each.key], each.state, each.wanted) for each in way.open),
        actions=tuple(_step(plan, step) for step in way.steps),
        at_most=way.at_most,
        exact=way.exact,
        out_of_reach=tuple(_out_of_reach(pack, way, key) for key in way.out_of_reach),
        consequences=consequences(way.after),
    )


def _out_of_reach(pack: Pack, way: Journey, key: str) -> OutOfReachDocument:
    place, others = pack.places[key], way.others.get(key)
    return OutOfReachDocument(
        id=key,
        title=place.indicator.title,
        why=way.out_of_reach[key],
        action=f"{place.factor.id}.{others.action.id}" if others and others.is_for else None,
        up_to=others.action.up_to if others else None,
    )


def _step(plan: Plan, step: ActionStep) -> StepDocument:
    action, state = step.action, plan.state(step.id)
    return StepDocument(
        id=step.id,
        title=action.title,
        indicator=step.place.id,
        from_level=step.level,
        to_level=action.to,
        effort=action.effort,
        term=action.term,
        owner=state.owner or action.owner,
        due=state.due,
        status=state.status,
    )
