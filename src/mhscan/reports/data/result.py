"""The result of an assessment as data: the one fixed shape of `mhscan score --format json`."""

from __future__ import annotations

from functools import partial

from mhscan.__about__ import __version__
from mhscan.advice.actions import Advised
from mhscan.advice.result import Result
from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Assessment
from mhscan.language import speaking
from mhscan.pack.pack import Pack
from mhscan.reports.data.figures import figure_document, indicator_document, lens_documents
from mhscan.reports.data.robustness import robustness_document
from mhscan.reports.data.shape import (
    ActionDocument,
    AsideDocument,
    AssessmentDocument,
    MadeWith,
    PackDocument,
    ProfileDocument,
    ReasonDocument,
    ResultDocument,
    RuleDocument,
    SeenDocument,
    SignalDocument,
)
from mhscan.reports.views.described import view_json
from mhscan.reports.words import OUTCOMES, rounded
from mhscan.scoring.signals import SignalResult


def to_json(result: Result, with_robustness: bool = False) -> str:
    """The result as JSON text; robustness takes longer to work out than all the rest."""
    with speaking(result.pack.model.language):
        return view_json(to_document(result, with_robustness))


def to_document(result: Result, with_robustness: bool = False) -> ResultDocument:
    """The result as data. A partner's answers have no scores, so nothing that follows from them either."""
    pack, assessment, scores = result.pack, result.assessment, result.scores
    questionnaire = pack.questionnaire(assessment.questionnaire)
    scored = questionnaire is None or questionnaire.perspective == "own"
    every = (*pack.context, *pack.places, *pack.observations)
    document = partial(
        ResultDocument,
        schema="mhscan/result@1",
        tool=f"mhscan {__version__}",
        pack=pack_document(pack),
        assessment=_assessment(assessment, pack, scored),
        scored=scored,
        answers=tuple(_seen(result, key) for key in every if _is_said(result, key)),
        left_out=result.facts.left_out,
        signals=tuple(_signal(result, signal) for signal in result.signals),
    )
    if not scored:
        lists = partial(document, phases=(), factors=(), aspects=(), indicators=(), lenses=(), rules=(), actions=())
        return lists(robustness=None, total=None, set_aside=None, profile=None)
    aspects = {f"{factor.id}/{aspect.id}": aspect.title for factor in pack.factors for aspect in factor.aspects}
    return document(
        robustness=robustness_document(result) if with_robustness else None,
        phases=tuple(figure_document(scores.phases[phase.id], phase.title) for phase in pack.model.phases),
        factors=tuple(figure_document(scores.factors[factor.id], factor.title) for factor in pack.factors),
        aspects=tuple(figure_document(scores.aspects[key], title) for key, title in aspects.items()),
        indicators=tuple(indicator_document(result, score) for score in scores.indicators.values()),
        total=figure_document(scores.total, "total") if scores.total else None,
        set_aside=_aside(result),
        lenses=lens_documents(result),
        profile=profile_document(result),
        rules=tuple(_rule(result, rule) for rule in result.rules),
        actions=tuple(map(_action, result.actions)),
    )


def pack_document(pack: Pack) -> PackDocument:
    """Which pack something was made with."""
    return PackDocument(pack.model.id, pack.model.version, pack.sha256)


def _assessment(assessment: Assessment, pack: Pack, own: bool) -> AssessmentDocument:
    made, *earlier = (PackDocument(ref.id, ref.version, ref.sha256) for ref in (assessment.pack, *assessment.earlier))
    return AssessmentDocument(
        id=assessment.id,
        subject=assessment.name,
        date=assessment.date,
        questionnaire=assessment.questionnaire,
        perspective="own" if own else "partner",
        status=assessment.status,
        made_with=MadeWith(made, same=made == pack_document(pack), earlier=tuple(earlier)),
    )


def _aside(result: Result) -> AsideDocument:
    aside = result.scores.set_aside
    return AsideDocument(aside.indicators, rounded(aside.share, 4), rounded(aside.limit, 4), aside.above)


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


def _is_said(result: Result, key: str) -> bool:
    """Whether anything was answered to a question, or follows from the facts under it."""
    follows = key in result.pack.places and result.facts.get(key).within != ()
    return key in result.assessment.answers or follows


def _seen(result: Result, key: str) -> SeenDocument:
    fact = result.facts.get(key)
    return SeenDocument(key, fact.state, fact.value)


def _rule(result: Result, outcome: RuleResult) -> RuleDocument:
    return RuleDocument(
        id=outcome.rule.id,
        title=outcome.rule.title,
        severity=outcome.severity,
        outcome=OUTCOMES[outcome.outcome.value],
        answers=tuple(_seen(result, key) for key in outcome.looks_at),
        open=tuple(sorted(outcome.outcome.open)),
        sources=outcome.rule.sources,
    )


def _signal(result: Result, found: SignalResult) -> SignalDocument:
    return SignalDocument(
        id=found.signal.id,
        text=found.signal.text,
        outcome=OUTCOMES[found.outcome.value],
        answers=tuple(_seen(result, key) for key in found.keys),
        explained=found.explained,
    )


def _action(advised: Advised) -> ActionDocument:
    action = advised.action
    return ActionDocument(
        id=advised.id,
        title=action.title,
        indicator=advised.place.id,
        from_level=advised.level,
        to_level=action.to,
        effort=action.effort,
        term=action.term,
        moment=action.moment,
        owner=action.owner,
        decided_by=action.decided_by,
        depends_on_others=bool(action.depends_on_others),
        up_to=action.up_to,
        ours=action.ours,
        quick=advised.quick,
        reasons=tuple(ReasonDocument(reason.kind, reason.about) for reason in advised.reasons),
        sources=action.sources,
    )
