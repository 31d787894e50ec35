"""What proposals need beside the advice: arguments, cautions and the size of the work."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.language import _, ngettext
from mhscan.reports.views.advice import ActionView, ArgumentView, EffortView
from mhscan.reports.views.report import ReportView

FIRST = 3
"""How many actions are arguments where there is no point to watch."""


def arguments(result: Result, view: ReportView) -> tuple[ArgumentView, ...]:
    """The points to watch that are shown first; the first actions where there are none."""
    actions = (*view.quick_wins, *view.key_actions)
    if not view.warnings:
        return tuple(_for_action(result, action) for action in actions[:FIRST])
    return tuple(
        ArgumentView(
            warning.title,
            tuple(filter(None, (warning.text, warning.why, warning.contradicted))),
            tuple(action.proposal for action in actions if warning.id in action.mends),
            warning.strength,
            warning.sources,
        )
        for warning in view.warnings
    )


def _for_action(result: Result, action: ActionView) -> ArgumentView:
    """What an action is for, as an argument for it."""
    indicator = next(advised.place.indicator for advised in result.actions if advised.id == action.id)
    texts = (action.because, indicator.why.text if indicator.why else "", action.contradicted)
    return ArgumentView(
        indicator.title, tuple(filter(None, texts)), (action.proposal,), action.strength, action.sources
    )


def cautions(view: ReportView) -> tuple[str, ...]:
    """What keeps the outcome from being certain or complete, as sentences."""
    unknown, undecided = view.counts.unknown, view.counts.undecided
    bare = sum(factor.score is None for factor in view.factors)
    sentences = (
        (
            unknown,
            ngettext(
                "{n} question has no answer yet. That is not a zero.",
                "{n} questions have no answer yet. That is not a zero.",
                unknown,
            ),
        ),
        (
            bare,
            ngettext(
                "{n} factor has no score: too little is known about it, or it does not apply.",
                "{n} factors have no score: too little is known about them, or they do not apply.",
                bare,
            ),
        ),
        (
            undecided,
            ngettext("{n} point to watch waits for an answer.", "{n} points to watch wait for an answer.", undecided),
        ),
        (
            view.counts.signals,
            ngettext(
                "In {n} place answers do not fit together.",
                "In {n} places answers do not fit together.",
                view.counts.signals,
            ),
        ),
    )
    counted = tuple(sentence.format(n=n) for n, sentence in sentences if n)
    return (*counted, *filter(None, (view.not_applicable_remark,)))


def efforts(result: Result, view: ReportView) -> tuple[EffortView, ...]:
    """The actions that are shown, by the size of their effort, from small to large; none where no action has one."""
    if not view.has.efforts:
        return ()
    sizes = sorted(result.pack.model.efforts, key=lambda effort: effort.size)
    shown = [action.effort for action in (*view.quick_wins, *view.key_actions)]
    counted = [EffortView(effort.label, shown.count(effort.label)) for effort in sizes]
    unsaid = EffortView(_("not said"), shown.count(""))
    return tuple(effort for effort in (*counted, unsaid) if effort.count)
