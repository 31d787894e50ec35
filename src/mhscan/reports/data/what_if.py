"""What would change, as data: the fixed shape of `mhscan what-if --format json`.

Scores are numbers 0-100 rounded to two decimals; null means that there is none.
"""

from dataclasses import dataclass
from typing import Literal

from mhscan.advice.targets import Others
from mhscan.advice.what_if import FigurePair, WhatIf
from mhscan.conditions import State
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.questions.base import Value
from mhscan.reports.data.figures import band_document
from mhscan.reports.data.result import pack_document, profile_document
from mhscan.reports.data.shape import BandDocument, PackDocument, ProfileDocument
from mhscan.reports.words import OUTCOMES, OutcomeWord, rounded
from mhscan.scoring.coverage import Status
from mhscan.scoring.facts import Fact
from mhscan.scoring.scores import Figure


@dataclass(frozen=True)
class FigureMoment:
    """A figure at one moment: its score, what is still possible, and its band."""

    score: float | None
    low: float
    high: float
    status: Status
    band: BandDocument | None


@dataclass(frozen=True)
class FigureChange:
    """A factor, a phase or the total, before and after; `changed` if anything of that is otherwise."""

    id: str
    title: str
    before: FigureMoment
    after: FigureMoment
    changed: bool


@dataclass(frozen=True)
class ProfileChange:
    """The place in the profile before and after; null where the pack has no profile."""

    before: ProfileDocument | None
    after: ProfileDocument | None


@dataclass(frozen=True)
class RuleChangeDocument:
    """A rule whose outcome is otherwise: it fires, is silent, or cannot be decided."""

    id: str
    title: str
    severity: Literal["warning", "notice"]
    before: OutcomeWord
    after: OutcomeWord


@dataclass(frozen=True)
class ConsequencesDocument:
    """All that follows from a change: of the rules those whose outcome is otherwise; which questions come and go."""

    factors: tuple[FigureChange, ...]
    phases: tuple[FigureChange, ...]
    total: FigureChange | None
    profile: ProfileChange
    rules: tuple[RuleChangeDocument, ...]
    now_apply: tuple[str, ...]
    apply_no_more: tuple[str, ...]


@dataclass(frozen=True)
class AnswerMoment:
    """An answer at one moment."""

    state: State
    value: Value | None


@dataclass(frozen=True)
class AnswerChange:
    """An answer that is changed."""

    id: str
    title: str
    before: AnswerMoment
    after: AnswerMoment


@dataclass(frozen=True)
class UpToDocument:
    """An indicator of a factor that was not raised, since only actions lead there of which the effect is others'."""

    id: str
    up_to: str | None


@dataclass(frozen=True)
class WhatIfDocument:
    """What would change if some answers were otherwise."""

    schema: Literal["mhscan/what-if@1"]
    pack: PackDocument
    subject: str
    date: str
    answers: tuple[AnswerChange, ...]
    not_counted: tuple[UpToDocument, ...]
    consequences: ConsequencesDocument


def what_if_document(change: WhatIf, keys: tuple[str, ...], left: Others) -> WhatIfDocument:
    """What would change, as data.

    `keys` are the questions whose answers were changed, `left` those that were not since they are up to others.
    """
    before, after = change.before, change.after
    titles = question_titles(before.pack)
    return WhatIfDocument(
        schema="mhscan/what-if@1",
        pack=pack_document(before.pack),
        subject=before.assessment.name,
        date=before.assessment.date,
        answers=tuple(
            AnswerChange(key, titles.get(key, key), _answer(before.facts.get(key)), _answer(after.facts.get(key)))
            for key in keys
        ),
        not_counted=tuple(UpToDocument(key, others.action.up_to) for key, others in left.items()),
        consequences=consequences(change),
    )


def question_titles(pack: Pack) -> dict[str, str]:
    """What each question is about, in a few words, by its key."""
    titles = {key: place.indicator.title for key, place in pack.places.items()}
    return titles | {key: question.name for key, question in pack.context.items()}


def consequences(change: WhatIf) -> ConsequencesDocument:
    """All that follows from a change, as data."""
    before, total = change.before, change.total
    factors = {factor.id: factor.title for factor in before.pack.factors}
    phases = {phase.id: phase.title for phase in before.pack.model.phases}
    return ConsequencesDocument(
        factors=tuple(_figure(figure, factors[figure.before.id]) for figure in change.factors),
        phases=tuple(_figure(figure, phases[figure.before.id]) for figure in change.phases),
        total=_figure(total, _("Total")) if total else None,
        profile=ProfileChange(profile_document(before), profile_document(change.after)),
        rules=tuple(
            RuleChangeDocument(
                id=rule.before.rule.id,
                title=rule.before.rule.title,
                severity=rule.before.severity,
                before=OUTCOMES[rule.before.outcome.value],
                after=OUTCOMES[rule.after.outcome.value],
            )
            for rule in change.rules
        ),
        now_apply=change.now_apply,
        apply_no_more=change.apply_no_more,
    )


def _answer(fact: Fact) -> AnswerMoment:
    return AnswerMoment(fact.state, fact.value)


def _figure(change: FigurePair, title: str) -> FigureChange:
    return FigureChange(change.before.id, title, _moment(change.before), _moment(change.after), change.differs)


def _moment(figure: Figure) -> FigureMoment:
    low, high = rounded(figure.low), rounded(figure.high)
    return FigureMoment(rounded(figure.point), low, high, figure.status, band_document(figure))
