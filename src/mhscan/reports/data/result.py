"""The result of an assessment as plain data: the one fixed shape of `mhscan score --format json`."""

from __future__ import annotations

from typing import Any

from mhscan.__about__ import __version__
from mhscan.advice.result import Result
from mhscan.answers.model import Assessment
from mhscan.language import speaking
from mhscan.reports.data.figures import figure_document, indicator_document, lens_documents
from mhscan.reports.data.robustness import robustness_document
from mhscan.reports.data.shape import (
    ActionDocument,
    AsideDocument,
    AssessmentDocument,
    MadeWith,
    OutcomeWord,
    PackDocument,
    ProfileDocument,
    ReasonDocument,
    ResultDocument,
    RuleDocument,
    SeenDocument,
)
from mhscan.text import as_json

OUTCOMES: dict[bool | None, OutcomeWord] = {True: "fired", False: "silent", None: "undecided"}


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
        phases=tuple(figure_document(scores.phases[one.id], one.title) for one in pack.model.phases),
        factors=tuple(figure_document(scores.factors[one.id], one.title) for one in pack.factors),
        aspects=tuple(figure_document(scores.aspects[key], title) for key, title in aspects.items()),
        indicators=tuple(indicator_document(result, one) for one in scores.indicators.values()),
        total=figure_document(scores.total, "total") if scores.total else None,
        set_aside=_aside(result),
        lenses=lens_documents(result),
        profile=profile_document(result),
        rules=_rules(result),
        actions=_actions(result),
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
    return as_json(data)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a result."""
    from pydantic import TypeAdapter  # noqa: PLC0415  only needed here

    return TypeAdapter(ResultDocument).json_schema()
