"""What would change, as plain data: the fixed shape of `mhscan what-if --format json`.

Scores are numbers 0-100 rounded to two decimals; null means that there is none.
"""

import sys
from typing import Any, Literal

from mhscan.advice.what_if import FigurePair, WhatIf
from mhscan.conditions import State
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.questions.base import Value
from mhscan.reports.data.figures import rounded
from mhscan.reports.data.result import OUTCOMES, profile_document
from mhscan.reports.data.shape import BandDocument, OutcomeWord, PackDocument, ProfileDocument
from mhscan.scoring.coverage import Status
from mhscan.scoring.scores import Figure

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict


class FigureMoment(TypedDict):
    """A figure at one moment: its score, what is still possible, and its band."""

    score: float | None
    low: float
    high: float
    status: Status
    band: BandDocument | None


class FigureChange(TypedDict):
    """A factor, a phase or the total, before and after; `changed` if anything of that is otherwise."""

    id: str
    title: str
    before: FigureMoment
    after: FigureMoment
    changed: bool


class ProfileChange(TypedDict):
    """The place in the profile before and after; null where the pack has no profile."""

    before: ProfileDocument | None
    after: ProfileDocument | None


class RuleChangeDocument(TypedDict):
    """A rule whose outcome is otherwise: it fires, is silent, or cannot be decided."""

    id: str
    title: str
    severity: Literal["warning", "notice"]
    before: OutcomeWord
    after: OutcomeWord


class ConsequencesDocument(TypedDict):
    """All that follows from a change: of the rules those whose outcome is otherwise; which questions come and go."""

    factors: tuple[FigureChange, ...]
    phases: tuple[FigureChange, ...]
    total: FigureChange | None
    profile: ProfileChange
    rules: tuple[RuleChangeDocument, ...]
    now_apply: tuple[str, ...]
    apply_no_more: tuple[str, ...]


class AnswerMoment(TypedDict):
    """An answer at one moment."""

    state: State
    value: Value | None


class AnswerChange(TypedDict):
    """An answer that is changed."""

    id: str
    title: str
    before: AnswerMoment
    after: AnswerMoment


class WhatIfDocument(TypedDict):
    """What would change if some answers were otherwise."""

    schema: Literal["mhscan/what-if@1"]
    pack: PackDocument
    subject: str
    date: str
    answers: tuple[AnswerChange, ...]
    consequences: ConsequencesDocument


def what_if_document(change: WhatIf, keys: tuple[str, ...]) -> WhatIfDocument:
    """What would change, as data; `keys` are the questions whose answers were changed."""
    assessment = change.before.assessment
    return WhatIfDocument(
        schema="mhscan/what-if@1",
        pack=pack_document(change.before.pack),
        subject=assessment.name,
        date=assessment.date,
        answers=tuple(_answer(change, key) for key in keys),
        consequences=consequences(change),
    )


def pack_document(pack: Pack) -> PackDocument:
    """Which pack something was made with."""
    return PackDocument(id=pack.model.id, version=pack.model.version, sha256=pack.sha256)


def consequences(change: WhatIf) -> ConsequencesDocument:
    """All that follows from a change, as data."""
    pack = change.before.pack
    factors = {one.id: one.title for one in pack.factors}
    phases = {one.id: one.title for one in pack.model.phases}
    total = change.total
    return ConsequencesDocument(
        factors=tuple(_figure(one, factors[one.before.id]) for one in change.factors),
        phases=tuple(_figure(one, phases[one.before.id]) for one in change.phases),
        total=_figure(total, _("Total")) if total else None,
        profile=ProfileChange(before=profile_document(change.before), after=profile_document(change.after)),
        rules=tuple(
            RuleChangeDocument(
                id=one.before.rule.id,
                title=one.before.rule.title,
                severity=one.before.severity,
                before=OUTCOMES[one.before.outcome.value],
                after=OUTCOMES[one.after.outcome.value],
            )
            for one in change.rules
        ),
        now_apply=change.now_apply,
        apply_no_more=change.apply_no_more,
    )


def _answer(change: WhatIf, key: str) -> AnswerChange:
    pack = change.before.pack
    titles = {one: place.indicator.title for one, place in pack.places.items()}
    titles |= {one: question.name for one, question in pack.context.items()}
    before, after = change.before.facts.get(key), change.after.facts.get(key)
    return AnswerChange(
        id=key,
        title=titles.get(key, key),
        before=AnswerMoment(state=before.state, value=before.value),
        after=AnswerMoment(state=after.state, value=after.value),
    )


def _figure(change: FigurePair, title: str) -> FigureChange:
    return FigureChange(
        id=change.before.id,
        title=title,
        before=_moment(change.before),
        after=_moment(change.after),
        changed=change.differs,
    )


def _moment(figure: Figure) -> FigureMoment:
    return FigureMoment(
        score=rounded(figure.point),
        low=round(float(figure.low), 2),
        high=round(float(figure.high), 2),
        status=figure.status,
        band=BandDocument(id=figure.band.id, label=figure.band.label) if figure.band else None,
    )


def what_if_schema() -> dict[str, Any]:
    """The JSON Schema of a what-if."""
    from pydantic import TypeAdapter  # noqa: PLC0415  only needed here

    return TypeAdapter(WhatIfDocument).json_schema()
