"""What proposals need beside the advice: arguments, cautions and the size of the work."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from mhscan.advice.result import Result
from mhscan.language import _, ngettext
from mhscan.pack.model import Decider
from mhscan.pack.pack import Pack
from mhscan.reports.views.advice import ActionView, ArgumentView, EffortView, WarningView
from mhscan.reports.views.report import ReportView
from mhscan.reports.wording import ResultWording

FIRST = 3
"""How many actions are arguments where there is no point to watch."""


def decided(result: Result, deciders: Collection[str]) -> Result:
    """The result with the actions that one of these decides on; as it is where none are named."""
    if not deciders:
        return result
    return replace(result, actions=tuple(one for one in result.actions if one.action.decided_by in deciders))


def deciders_of(pack: Pack, names: Collection[str]) -> tuple[Decider, ...]:
    """To whom a document that goes by these names proposes; nobody where it takes all actions."""
    return tuple(one for one in pack.model.deciders if not set(one.documents).isdisjoint(names))


def arguments(result: Result, wording: ResultWording, view: ReportView) -> tuple[ArgumentView, ...]:
    """The points to watch that are shown first; the first actions where there are none.

    Where the actions are those of some deciders, each argument is for one of these, and each of these has one.
    """
    actions = (*view.quick_wins, *view.key_actions)
    found = [_for_warning(warning, actions) for warning in view.warnings]
    if view.decided_by:
        found = [one for one in found if one.proposals]
        argued = {proposal for one in found for proposal in one.proposals}
        return *found, *(_for_action(result, wording, one) for one in actions if one.proposal not in argued)
    return tuple(found or (_for_action(result, wording, action) for action in actions[:FIRST]))


def _for_warning(warning: WarningView, actions: Sequence[ActionView]) -> ArgumentView:
    """A point to watch, as an argument for the actions that mend it."""
    return ArgumentView(
        warning.title,
        tuple(filter(None, (warning.text, warning.why))),
        tuple(action.proposal for action in actions if warning.id in action.mends),
        warning.strength,
        warning.sources,
    )


def _for_action(result: Result, wording: ResultWording, action: ActionView) -> ArgumentView:
    """What an action is for, as an argument for it: that rests on what is asked, whoever thought of the action."""
    indicator = next(advised.place.indicator for advised in result.actions if advised.id == action.id)
    texts = (action.because, indicator.why.text) if indicator.why else (action.because,)
    strength, sources = wording.strength(indicator.sources), wording.claims(indicator.sources)
    return ArgumentView(indicator.title, texts, (action.proposal,), strength, sources)


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
