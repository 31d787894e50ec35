"""The way to targets as plain data: the fixed shape of `mhscan target --format json`."""

import sys
from typing import Any, Literal

from mhscan.advice.fewest_actions import ActionStep, Blocked
from mhscan.advice.result import Result
from mhscan.advice.targets import Journey
from mhscan.conditions import State
from mhscan.plans.model import Plan, Status
from mhscan.reports.data.shape import PackDocument
from mhscan.reports.data.what_if import ConsequencesDocument, consequences, pack_document

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict


class TargetDocument(TypedDict):
    """What is aimed at: a factor (each of its indicators) or one indicator, at least at a level, by a date."""

    id: str
    title: str
    level: int
    by: str | None


class GapDocument(TypedDict):
    """An indicator that surely stands too low."""

    id: str
    title: str
    level: int
    wanted: int


class OpenDocument(TypedDict):
    """A question to find out; `wanted` is the level that is aimed at, null where only an action needs the answer."""

    id: str
    title: str
    state: State
    wanted: int | None


class StepDocument(TypedDict):
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


class OutOfReachDocument(TypedDict):
    """An indicator that no actions can bring there: none leads that high, or what they require cannot become true."""

    id: str
    title: str
    why: Blocked


class JourneyDocument(TypedDict):
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
    titles = {one.id: one.title for one in pack.factors}
    titles |= {key: place.indicator.title for key, place in pack.places.items()}
    titles |= {key: question.name for key, question in pack.context.items()}
    return JourneyDocument(
        schema="mhscan/target@1",
        pack=pack_document(pack),
        subject=assessment.name,
        date=assessment.date,
        targets=tuple(
            TargetDocument(id=key, title=titles.get(key, key), level=one.level, by=one.by)
            for key, one in plan.targets.items()
        ),
        reached=way.reached,
        gap=tuple(
            GapDocument(id=one.place.id, title=titles[one.place.id], level=one.level, wanted=one.wanted)
            for one in way.gaps
        ),
        open=tuple(
            OpenDocument(id=one.key, title=titles[one.key], state=one.state, wanted=one.wanted) for one in way.open
        ),
        actions=tuple(_step(plan, one) for one in way.steps),
        at_most=way.at_most,
        exact=way.exact,
        out_of_reach=tuple(
            OutOfReachDocument(id=key, title=titles[key], why=why) for key, why in way.out_of_reach.items()
        ),
        consequences=consequences(way.after),
    )


def _step(plan: Plan, step: ActionStep) -> StepDocument:
    state = plan.state(step.id)
    return StepDocument(
        id=step.id,
        title=step.action.title,
        indicator=step.place.id,
        from_level=step.level,
        to_level=step.action.to,
        effort=step.action.effort,
        term=step.action.term,
        owner=state.owner or step.action.owner,
        due=state.due,
        status=state.status,
    )


def journey_schema() -> dict[str, Any]:
    """The JSON Schema of the way to targets."""
    from pydantic import TypeAdapter  # noqa: PLC0415  only needed here

    return TypeAdapter(JourneyDocument).json_schema()
