"""A result to the view of a report."""

from __future__ import annotations

from dataclasses import replace

from mhscan.__about__ import __version__
from mhscan.advice.result import Result
from mhscan.dates import date_words
from mhscan.language import _, ngettext, speaking
from mhscan.pack.model import Decider
from mhscan.pack.pack import label
from mhscan.pack.report_texts import Notice
from mhscan.plans.model import Plan
from mhscan.reports.parts.actions import action_lists, first_steps
from mhscan.reports.parts.answers import annex, facts, not_applicable, not_applicable_remark, not_public, unknown
from mhscan.reports.parts.features import counts, features
from mhscan.reports.parts.glossary import glossary
from mhscan.reports.parts.headings import headings
from mhscan.reports.parts.lenses import lenses
from mhscan.reports.parts.method import cited, method, research
from mhscan.reports.parts.open_answers import find_first, little_known, provisional
from mhscan.reports.parts.pictures import bands, radar
from mhscan.reports.parts.plan import plan_view
from mhscan.reports.parts.profile import across, axes
from mhscan.reports.parts.proposals import arguments, cautions, decided, efforts
from mhscan.reports.parts.signals import signal_count, signals
from mhscan.reports.parts.summary import summary
from mhscan.reports.parts.warnings import undecided, unsaid, warnings
from mhscan.reports.redaction import Audience, seen_by
from mhscan.reports.states import state_of
from mhscan.reports.views.plan import PlanView
from mhscan.reports.views.report import CountsView, NoticeView, ReportView, Stamp
from mhscan.reports.views.robustness import RobustnessView
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import and_list, figure_view


def build_view(
    result: Result,
    audience: Audience = "public",
    plan: Plan | None = None,
    with_robustness: bool = True,
    deciders: tuple[Decider, ...] = (),
) -> ReportView:
    """The view of a report, in the pack's language, for one audience; with its plan where that is given.

    How robust the picture is takes longer to work out than all the rest. With `deciders` it has only the actions on
    which these decide.
    """
    with speaking(result.pack.model.language):
        seen, wording = _seen(result, audience)
        view = _build(seen, wording, with_robustness, deciders)
        if plan is None or view.partner:
            return view
        return replace(view, plan=plan_view(seen, wording, plan))


def build_plan(result: Result, plan: Plan, audience: Audience = "public") -> PlanView:
    """The plan of the subject of a result, in the pack's language, for one audience."""
    with speaking(result.pack.model.language):
        return plan_view(*_seen(result, audience), plan)


def _seen(result: Result, audience: Audience) -> tuple[Result, ResultWording]:
    """A result as an audience may see it, with its words."""
    seen, shown = seen_by(audience, result)
    return seen, ResultWording(result.pack, shown, result.pack.questionnaire(result.assessment.questionnaire))


def _build(result: Result, wording: ResultWording, with_robustness: bool, deciders: tuple[Decider, ...]) -> ReportView:
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    partner = questionnaire is not None and questionnaire.perspective == "partner"
    view = _answers_only(result, wording, partner)
    if partner:
        view = replace(view, counts=CountsView(unknown=len(view.unknown), signals=signal_count(result)))
    else:
        view = _with_scores(result, wording, view, with_robustness)
        view = _with_actions(decided(result, [one.id for one in deciders]), wording, view, deciders)
    return replace(view, glossary=glossary(result.pack, view))


def _answers_only(result: Result, wording: ResultWording, partner: bool) -> ReportView:
    """What every report has, also that of a partner: the answers, without anything that follows from them."""
    model = result.pack.model
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    return ReportView(
        language=model.language,
        title=model.title,
        subject=result.assessment.name,
        facts=facts(result, wording),
        date=date_words(result.assessment.date),
        internal=wording.shown.audience == "internal",
        partner=partner,
        status=_status(result),
        top=_notices(model.report.top),
        unknown=unknown(result, wording, partner),
        signals=signals(result, wording),
        not_applicable=not_applicable(result, wording),
        not_applicable_remark=not_applicable_remark(result),
        not_public=not_public(result, wording),
        annex=annex(result, wording),
        has=features(result.pack),
        introduction=tuple(text.text for text in model.introduction),
        research=research(result),
        modalities=tuple(modality.label for modality in model.modalities),
        cited=cited(result),
        limits=tuple(text.text for text in model.limits),
        end=_notices(model.report.end),
        claims=wording.claims(tuple(result.pack.claims)),
        stamp=Stamp(
            pack=f"{model.title} ({model.id})",
            version=model.version,
            sha256=result.pack.sha256,
            tool=f"mhscan {__version__}",
            questionnaire=questionnaire.title if questionnaire else result.assessment.questionnaire,
        ),
    )


def _with_scores(result: Result, wording: ResultWording, view: ReportView, with_robustness: bool) -> ReportView:
    """The view with all that follows from the answers."""
    shown, more = warnings(result, wording)
    texts = result.pack.model.report
    little = little_known(result)
    return replace(
        view,
        summary=summary(result),
        little_known=little,
        find_first=find_first(result, wording),
        provisional=provisional(result),
        decision=() if little else texts.decision,
        meaning=texts.meaning or "",
        owners=texts.owners or "",
        axes=axes(result),
        across=across(result),
        factors=tuple(figure_view(result.scores.factors[f.id], f.title) for f in result.pack.factors),
        headings=headings(result, wording),
        warnings=shown,
        more_warnings=more,
        undecided=undecided(result, wording),
        unsaid=unsaid(result, wording),
        robustness=_robustness(result, wording) if with_robustness else None,
        lenses=lenses(result),
        method=method(result),
    )


def _with_actions(
    result: Result, wording: ResultWording, view: ReportView, deciders: tuple[Decider, ...]
) -> ReportView:
    """The view with the actions of a result, and with what is made of these and of the rest."""
    quick, key, rest = action_lists(result, wording)
    steps = () if view.little_known else first_steps(result, (*quick, *key, *rest))
    who = and_list(tuple(one.label for one in deciders))
    view = replace(view, quick_wins=quick, key_actions=key, more_actions=rest, first_steps=steps, decided_by=who)
    view = replace(view, counts=counts(result, view))
    return replace(
        view,
        arguments=arguments(result, wording, view),
        cautions=cautions(view),
        efforts=efforts(result, view),
        bands=bands(result),
        radar=radar(view.factors),
    )


def _robustness(result: Result, wording: ResultWording) -> RobustnessView | None:
    from mhscan.reports.parts.robustness import robustness_view  # noqa: PLC0415  only needed where it is asked for

    return robustness_view(result, wording)


def _notices(notices: tuple[Notice, ...]) -> tuple[NoticeView, ...]:
    return tuple(NoticeView(notice.title, notice.text.text, notice.makers) for notice in notices)


def _status(result: Result) -> str:
    """Whether the assessment is a draft or closed, and whether a group answered it together."""
    together = _("A group gave these answers together.") if result.assessment.kind == "consensus" else ""
    return f"{_closed_or_not(result)} {together}".rstrip()


def _closed_or_not(result: Result) -> str:
    finished = result.assessment.finished
    if finished is None:
        asked = [key for key, score in result.scores.indicators.items() if score.asked]
        left = sum(state_of(result, key) in ("not_asked", "skipped") for key in asked)
        if not left:
            return _("Draft: not closed yet.")
        return ngettext(
            "Draft: {n} question was skipped or not asked yet.",
            "Draft: {n} questions were skipped or not asked yet.",
            left,
        ).format(n=left)
    agreed = ", ".join(label(result.pack.model.roles, role) for role in finished.agreed)
    closed = _("Closed on {date}.").format(date=date_words(finished.date))
    return f"{closed} {_('Agreed by: {roles}.').format(roles=agreed)}" if agreed else closed
