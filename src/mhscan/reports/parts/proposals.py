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
    if view.warnings:
        mended = {(one.id, rule): one.proposal for one in actions for rule in one.mends}
        return tuple(
            ArgumentView(
                one.title,
                tuple(text for text in (one.text, one.why) if text),
                tuple(proposal for (_action, rule), proposal in mended.items() if rule == one.id),
                one.strength,
                one.sources,
            )
            for one in view.warnings
        )
    return tuple(_for_action(result, one) for one in actions[:FIRST])


def _for_action(result: Result, action: ActionView) -> ArgumentView:
    """What an action is for, as an argument for it."""
    indicator = next(one.place.indicator for one in result.actions if one.id == action.id)
    texts = (action.because, indicator.why.text) if indicator.why else (action.because,)
    return ArgumentView(indicator.title, texts, (action.proposal,), action.strength, action.sources)


def cautions(view: ReportView) -> tuple[str, ...]:
    """What keeps the outcome from being certain or complete, as sentences."""
    counts, bare = view.counts, sum(one.score is None for one in view.factors)
    unknown = ngettext(
        "{n} question has no answer yet. That is not a zero.",
        "{n} questions have no answer yet. That is not a zero.",
        counts.unknown,
    ).format(n=counts.unknown)
    undecided = ngettext(
        "{n} point to watch waits for an answer.", "{n} points to watch wait for an answer.", counts.undecided
    ).format(n=counts.undecided)
    without = ngettext(
        "{n} factor has no score: too little is known about it, or it does not apply.",
        "{n} factors have no score: too little is known about them, or they do not apply.",
        bare,
    ).format(n=bare)
    found = (
        unknown if counts.unknown else "",
        without if bare else "",
        undecided if counts.undecided else "",
        view.not_applicable_remark,
    )
    return tuple(one for one in found if one)


def efforts(result: Result, view: ReportView) -> tuple[EffortView, ...]:
    """The actions that are shown, by the size of their effort, from small to large; none where no action has one."""
    if not view.has.efforts:
        return ()
    sizes = sorted(result.pack.model.efforts, key=lambda one: one.size)
    shown = [one.effort for one in (*view.quick_wins, *view.key_actions)]
    counted = [EffortView(one.label, shown.count(one.label)) for one in sizes]
    unsaid = EffortView(_("not said"), shown.count(""))
    return tuple(one for one in (*counted, unsaid) if one.count)
