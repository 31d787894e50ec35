"""The result of an assessment as plain data: the one fixed shape of `mhscan score --format json`.

Scores are numbers 0-100 rounded to two decimals, shares 0-1 rounded to four; null means that there is none.
"""

import json
import sys
from fractions import Fraction
from typing import Any, Literal

from mhscan.__about__ import __version__
from mhscan.advice.result import Result
from mhscan.answers.model import Assessment
from mhscan.conditions import State
from mhscan.language import speaking
from mhscan.questions.base import Value
from mhscan.reports.steadiness import RobustnessDocument, robustness_document
from mhscan.scoring.anew import lens_figures
from mhscan.scoring.coverage import Status
from mhscan.scoring.scores import Figure, IndicatorScore

if sys.version_info >= (3, 12):  # pragma: no cover  one of the two, by the version of Python
    from typing import TypedDict
else:  # pragma: no cover  idem
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict

SCHEMA = "mhscan/result@1"
OutcomeWord = Literal["fired", "silent", "undecided"]
OUTCOMES: dict[bool | None, OutcomeWord] = {True: "fired", False: "silent", None: "undecided"}


class PackDocument(TypedDict):
    """The pack under a result."""

    id: str
    version: str
    sha256: str


class MadeWith(TypedDict):
    """What an assessment was made with, and whether that is the pack under the result.

    `earlier` has the packs that its answers were carried over from, the first one first.
    """

    pack: PackDocument
    same: bool
    earlier: tuple[PackDocument, ...]


class AssessmentDocument(TypedDict):
    """Which assessment a result is about."""

    id: str
    subject: str
    date: str
    questionnaire: str
    perspective: Literal["own", "partner"]
    status: Literal["draft", "final"]
    made_with: MadeWith


class CoverageDocument(TypedDict):
    """How many scored indicators apply or may apply, and are answered: of the questionnaire used, and of the model."""

    answered: int
    questionnaire: int
    model: int
    share_of_questionnaire: float | None
    share_of_model: float | None


class BandDocument(TypedDict):
    """A band of scores."""

    id: str
    label: str


class FigureDocument(TypedDict):
    """The score of an aspect, factor or phase.

    `low` and `high` hold over every way to complete the answers; `exact` is false where they may be wider than that.
    """

    id: str
    title: str
    score: float | None
    low: float
    high: float
    exact: bool
    status: Status
    band: BandDocument | None
    coverage: CoverageDocument
    counts: dict[State, int]


class IndicatorDocument(TypedDict):
    """One indicator; `applies` is null where that cannot be said yet."""

    id: str
    title: str
    state: State
    applies: bool | None
    asked: bool
    level: int | None
    label: str | None
    score: float | None
    low: float
    high: float
    carried_by: str | None


class ProfileDocument(TypedDict):
    """The field between the two axes, or why none is named and which axes keep it from being named."""

    x: str
    y: str
    field: str | None
    label: str | None
    why_not: Literal["too_little_known", "near_split", "band_crosses"] | None
    axes: tuple[str, ...]


class SeenDocument(TypedDict):
    """An answer that something rests on."""

    id: str
    state: State
    value: Value | None


class RuleDocument(TypedDict):
    """A rule: it fired, stayed silent, or cannot be decided while the answers in `open` are open."""

    id: str
    title: str
    severity: Literal["warning", "notice"]
    outcome: OutcomeWord
    answers: tuple[SeenDocument, ...]
    open: tuple[str, ...]
    sources: tuple[str, ...]


class ReasonDocument(TypedDict):
    """A reason for the place of an action: its kind, and the ids that it is about."""

    kind: str
    about: tuple[str, ...]


class ActionDocument(TypedDict):
    """An advised action, in the order of the advice."""

    id: str
    title: str
    indicator: str
    from_level: int
    to_level: int
    effort: str | None
    term: str | None
    quick: bool
    reasons: tuple[ReasonDocument, ...]
    sources: tuple[str, ...]


class AsideDocument(TypedDict):
    """What was said not to apply: which indicators, and which share (0-1) of those that are scored.

    `above` tells whether that is more than the pack's limit.
    """

    indicators: tuple[str, ...]
    share: float
    limit: float
    above: bool


class LensGroupDocument(TypedDict):
    """A group of a lens; `figure` is null where the scan asks nothing in it."""

    id: str
    title: str
    figure: FigureDocument | None
    not_covered: tuple[str, ...]


class LensDocument(TypedDict):
    """Another grouping of the same indicators: the pack's own, not the source's."""

    id: str
    title: str
    groups: tuple[LensGroupDocument, ...]


class ResultDocument(TypedDict):
    """The whole of a result. A partner's answers have no scores: then all lists but `answers` are empty."""

    schema: Literal["mhscan/result@1"]
    tool: str
    pack: PackDocument
    assessment: AssessmentDocument
    scored: bool
    phases: tuple[FigureDocument, ...]
    factors: tuple[FigureDocument, ...]
    aspects: tuple[FigureDocument, ...]
    indicators: tuple[IndicatorDocument, ...]
    total: FigureDocument | None
    set_aside: AsideDocument | None
    lenses: tuple[LensDocument, ...]
    profile: ProfileDocument | None
    rules: tuple[RuleDocument, ...]
    actions: tuple[ActionDocument, ...]
    answers: tuple[SeenDocument, ...]
    left_out: tuple[str, ...]
    robustness: RobustnessDocument | None


def to_document(result: Result, steady: bool = False) -> ResultDocument:
    """The result as data; `steady` asks for how steady it is, which takes longer than all the rest."""
    pack, assessment = result.pack, result.assessment
    questionnaire = pack.questionnaire(assessment.questionnaire)
    perspective = questionnaire.perspective if questionnaire else "own"
    scored = perspective == "own"
    made = PackDocument(id=assessment.pack.id, version=assessment.pack.version, sha256=assessment.pack.sha256)
    here = PackDocument(id=pack.model.id, version=pack.model.version, sha256=pack.sha256)
    empty = ResultDocument(
        schema="mhscan/result@1",
        tool=f"mhscan {__version__}",
        pack=here,
        assessment=AssessmentDocument(
            id=assessment.id,
            subject=assessment.name,
            date=assessment.date,
            questionnaire=assessment.questionnaire,
            perspective=perspective,
            status=assessment.status,
            made_with=MadeWith(pack=made, same=made == here, earlier=_earlier(assessment)),
        ),
        scored=scored,
        phases=(),
        factors=(),
        aspects=(),
        indicators=(),
        total=None,
        set_aside=None,
        lenses=(),
        profile=None,
        rules=(),
        actions=(),
        answers=tuple(_seen(result, key) for key in (*pack.context, *pack.places) if key in assessment.answers),
        left_out=result.facts.left_out,
        robustness=None,
    )
    return _with_scores(result, empty, steady) if scored else empty


def _earlier(assessment: Assessment) -> tuple[PackDocument, ...]:
    return tuple(PackDocument(id=one.id, version=one.version, sha256=one.sha256) for one in assessment.earlier)


def _with_scores(result: Result, empty: ResultDocument, steady: bool) -> ResultDocument:
    pack, scores = result.pack, result.scores
    aspects = {f"{f.id}/{a.id}": a.title for f in pack.factors for a in f.aspects}
    return ResultDocument(
        schema=empty["schema"],
        tool=empty["tool"],
        pack=empty["pack"],
        assessment=empty["assessment"],
        scored=True,
        answers=empty["answers"],
        left_out=empty["left_out"],
        robustness=robustness_document(result) if steady else None,
        phases=tuple(_figure(scores.phases[one.id], one.title) for one in pack.model.phases),
        factors=tuple(_figure(scores.factors[one.id], one.title) for one in pack.factors),
        aspects=tuple(_figure(scores.aspects[key], title) for key, title in aspects.items()),
        indicators=tuple(_indicator(result, one) for one in scores.indicators.values()),
        total=_figure(scores.total, "total") if scores.total else None,
        set_aside=_aside(result),
        lenses=_lenses(result),
        profile=profile_document(result),
        rules=_rules(result),
        actions=_actions(result),
    )


def rounded(value: Fraction | None) -> float | None:
    """A score to two decimals; nothing where there is none."""
    return None if value is None else round(float(value), 2)


def _share(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 4)


def _figure(figure: Figure, title: str) -> FigureDocument:
    coverage = figure.coverage
    return FigureDocument(
        id=figure.id,
        title=title,
        score=rounded(figure.point),
        low=round(float(figure.low), 2),
        high=round(float(figure.high), 2),
        exact=figure.exact,
        status=figure.status,
        band=BandDocument(id=figure.band.id, label=figure.band.label) if figure.band else None,
        coverage=CoverageDocument(
            answered=coverage.answered,
            questionnaire=coverage.asked,
            model=coverage.model,
            share_of_questionnaire=_share(coverage.of_questionnaire),
            share_of_model=_share(coverage.of_model),
        ),
        counts=figure.counts,
    )


def _indicator(result: Result, score: IndicatorScore) -> IndicatorDocument:
    place, level = score.place, score.level
    return IndicatorDocument(
        id=place.id,
        title=place.indicator.title,
        state=score.state,
        applies=score.applies.value,
        asked=score.asked,
        level=level,
        label=result.pack.level_label(place, level) if level is not None else None,
        score=rounded(score.part.point),
        low=round(float(score.part.low), 2),
        high=round(float(score.part.high), 2),
        carried_by=score.fact.carried,
    )


def _lenses(result: Result) -> tuple[LensDocument, ...]:
    figures = lens_figures(result.pack, result.facts, result.scores)
    return tuple(
        LensDocument(
            id=lens.id,
            title=lens.title,
            groups=tuple(
                LensGroupDocument(
                    id=group.id,
                    title=group.title,
                    figure=_figure(figures[f"{lens.id}/{group.id}"], group.title)
                    if f"{lens.id}/{group.id}" in figures
                    else None,
                    not_covered=group.not_covered,
                )
                for group in lens.groups
            ),
        )
        for lens in result.pack.model.lenses
    )


def _aside(result: Result) -> AsideDocument:
    aside = result.scores.set_aside
    return AsideDocument(
        indicators=aside.indicators,
        share=round(float(aside.share), 4),
        limit=round(float(aside.limit), 4),
        above=aside.above,
    )


def profile_document(result: Result) -> ProfileDocument | None:
    """The place in the profile; nothing where the pack has none."""
    place = result.profile
    if place is None:
        return None
    field = place.field
    return ProfileDocument(
        x=place.x.id,
        y=place.y.id,
        field=field.id if field else None,
        label=field.label if field else None,
        why_not=place.why_not,
        axes=place.axes,
    )


def _seen(result: Result, key: str) -> SeenDocument:
    fact = result.facts.get(key)
    return SeenDocument(id=key, state=fact.state, value=fact.value)


def _rules(result: Result) -> tuple[RuleDocument, ...]:
    return tuple(
        RuleDocument(
            id=one.rule.id,
            title=one.rule.title,
            severity=one.severity,
            outcome=OUTCOMES[one.outcome.value],
            answers=tuple(_seen(result, key) for key in one.looks_at),
            open=tuple(sorted(one.outcome.open)),
            sources=one.rule.sources,
        )
        for one in result.rules
    )


def _actions(result: Result) -> tuple[ActionDocument, ...]:
    return tuple(
        ActionDocument(
            id=one.id,
            title=one.action.title,
            indicator=one.place.id,
            from_level=one.level,
            to_level=one.action.to,
            effort=one.action.effort,
            term=one.action.term,
            quick=one.quick,
            reasons=tuple(ReasonDocument(kind=reason.kind, about=reason.about) for reason in one.reasons),
            sources=one.action.sources,
        )
        for one in result.actions
    )


def to_json(result: Result, steady: bool = False) -> str:
    """The result as JSON text; `steady` asks for how steady it is."""
    with speaking(result.pack.model.language):
        data = to_document(result, steady)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a result."""
    from pydantic import TypeAdapter  # noqa: PLC0415  only needed here

    return TypeAdapter(ResultDocument).json_schema()
