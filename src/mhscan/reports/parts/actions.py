"""The advised actions, with the reasons for their place in words."""

from __future__ import annotations

from collections.abc import Sequence

from mhscan.advice.actions import Advised, Reason
from mhscan.advice.result import Result
from mhscan.language import _
from mhscan.pack.pack import label
from mhscan.reports.views.advice import ActionView
from mhscan.reports.wording import Wording
from mhscan.reports.words import and_list

FIRST = 3
"""How many actions come first."""


def quick_wins(result: Result, wording: Wording) -> tuple[ActionView, ...]:
    """The first quick actions, in the order of the advice."""
    return _numbered(result, wording, _quick(result)[: result.pack.model.advice.shown])


def key_actions(result: Result, wording: Wording) -> tuple[ActionView, ...]:
    """The first of the other actions, in the order of the advice."""
    shown = result.pack.model.advice.shown
    return _numbered(result, wording, _slow(result)[:shown], len(_quick(result)[:shown]))


def more_actions(result: Result, wording: Wording) -> tuple[ActionView, ...]:
    """All actions that stand in neither list, in the order of the advice."""
    shown = result.pack.model.advice.shown
    listed = {one.id for one in (*_quick(result)[:shown], *_slow(result)[:shown])}
    return _numbered(result, wording, [one for one in result.actions if one.id not in listed], len(listed))


def first_steps(result: Result, listed: Sequence[ActionView]) -> tuple[ActionView, ...]:
    """The first actions of the advice, whatever list they stand in; `listed` has all actions."""
    by_id = {one.id: one for one in listed}
    return tuple(by_id[one.id] for one in result.actions[:FIRST])


def _quick(result: Result) -> list[Advised]:
    return [one for one in result.actions if one.quick]


def _slow(result: Result) -> list[Advised]:
    return [one for one in result.actions if not one.quick]


def _numbered(result: Result, wording: Wording, actions: list[Advised], before: int = 0) -> tuple[ActionView, ...]:
    return tuple(action_view(result, wording, n, one) for n, one in enumerate(actions, before + 1))


def action_view(result: Result, wording: Wording, number: int, advised: Advised) -> ActionView:
    """An action with the reasons for its place."""
    model, action, place = result.pack.model, advised.action, advised.place
    sources = (*place.indicator.sources, *action.sources)
    return ActionView(
        id=advised.id,
        number=number,
        title=action.title,
        proposal=action.proposal or action.title,
        because=wording.level_text(place, advised.level),
        leads_to=wording.level_text(place, action.to),
        result=action.result or wording.level_text(place, action.to),
        steps=action.steps,
        owner=label(model.roles, action.owner),
        partners=tuple(label(model.partners, one) for one in action.partners),
        effort=label(model.efforts, action.effort),
        term=label(model.terms, action.term),
        moment=label(model.moments, action.moment),
        mends=tuple(rule for one in advised.reasons if one.kind == "mends" for rule in one.about),
        reasons=tuple(reason_words(result, wording, reason) for reason in advised.reasons if reason.kind != "claim"),
        strength=wording.strength_of_action(place, action),
        sources=wording.claims(sources),
    )


def reason_words(result: Result, wording: Wording, reason: Reason) -> str:
    """One reason for the place of an action, as a sentence."""
    about = and_list(tuple(name_in_reason(result, wording, one) for one in reason.about))
    sentences = {
        "blocks": _("Without this the rest does not get going."),
        "mends": _("This helps against: {about}."),
        "enables": _("This comes first, for: {about}."),
        "waits": _("First do: {about}."),
        "waits_for_answer": _("First find out: {about}."),
        "moment": _("The moment is near: {about}."),
        "lagging_axis": _("This belongs to {about}, where least is arranged."),
        "small_effort": _("This takes little effort."),
    }
    return sentences[reason.kind].format(about=about)


def name_in_reason(result: Result, wording: Wording, one: str) -> str:
    """What an id in a reason is called."""
    titles = {rule.id: rule.title for rule in result.pack.model.rules}
    titles |= {advised.id: advised.action.title for advised in result.actions}
    titles |= {phase.id: phase.title for phase in result.pack.model.phases}
    titles |= {moment.id: moment.label for moment in result.pack.model.moments}
    return titles[one] if one in titles else wording.title(one)
