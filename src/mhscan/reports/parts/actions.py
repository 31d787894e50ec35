"""The advised actions, with the reasons for their place in words."""

from __future__ import annotations

from collections.abc import Sequence

from mhscan.advice.actions import Advised, Reason
from mhscan.advice.result import Result
from mhscan.language import _, ngettext
from mhscan.pack.factor import Action
from mhscan.pack.pack import label
from mhscan.reports.observed_words import because
from mhscan.reports.parts.moments import moment_words
from mhscan.reports.parts.signals import contradicted
from mhscan.reports.parts.statements import Statements
from mhscan.reports.views.advice import ActionView
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import and_list

FIRST = 3
"""How many actions come first."""
NAMED = 2
"""How many points to watch a sentence names."""
Lists = tuple[tuple[ActionView, ...], tuple[ActionView, ...], tuple[ActionView, ...]]


def action_lists(result: Result, wording: ResultWording) -> Lists:
    """The first quick actions, the first of the others, and all further ones; numbered on, in the order of the advice.

    In each of the first two lists there are as many as the pack shows.
    """
    shown = result.pack.model.advice.shown
    quick = [advised for advised in result.actions if advised.quick][:shown]
    key = [advised for advised in result.actions if not advised.quick][:shown]
    listed = {advised.id for advised in (*quick, *key)}
    more = [advised for advised in result.actions if advised.id not in listed]
    views = Statements(wording).once(
        action_view(result, wording, n, advised) for n, advised in enumerate((*quick, *key, *more), 1)
    )
    ends = len(quick), len(quick) + len(key)
    return views[: ends[0]], views[ends[0] : ends[1]], views[ends[1] :]


def first_steps(result: Result, listed: Sequence[ActionView]) -> tuple[ActionView, ...]:
    """The first actions of the advice, whatever list they stand in; `listed` has all actions."""
    by_id = {view.id: view for view in listed}
    return tuple(by_id[advised.id] for advised in result.actions[:FIRST])


def action_view(result: Result, wording: ResultWording, number: int, advised: Advised) -> ActionView:
    """An action with the reasons for its place."""
    model, action, place = result.pack.model, advised.action, advised.place
    return ActionView(
        id=advised.id,
        number=number,
        title=action.title,
        proposal=action.proposal or action.title,
        because=" ".join(because(result.pack, place, action, result.facts)) or wording.level_text(place, advised.level),
        leads_to=wording.level_text(place, action.to),
        result=action.result or wording.level_text(place, action.to),
        steps=action.steps,
        owner=label(model.roles, action.owner),
        partners=tuple(label(model.partners, partner) for partner in action.partners),
        effort=label(model.efforts, action.effort),
        term=label(model.terms, action.term),
        moment=moment_words(result.pack, result.facts, result.assessment, action.moment),
        decider=action.decided_by or "",
        decided_by=label(model.deciders, action.decided_by),
        others=others_words(result, action),
        mends=tuple(rule for reason in advised.reasons if reason.kind == "remedy" for rule in reason.about),
        reasons=_reasons(result, wording, advised),
        strength=wording.strength_of_action(action),
        ours=wording.ours(action),
        sources=wording.claims(() if action.ours else action.sources),
        contradicted=contradicted(result, (place.id,)),
    )


def others_words(result: Result, action: Action) -> str:
    """That the effect of an action is not in the hand of the subject, and whose it is; empty where it is."""
    if not action.depends_on_others:
        return ""
    who = label(result.pack.model.deciders, action.up_to)
    if not who:
        return _("Whether this works depends on others.")
    return _("Whether this works depends on others: {who}.").format(who=who)


def _reasons(result: Result, wording: ResultWording, advised: Advised) -> tuple[str, ...]:
    """Why it stands where it stands; how strong the source is stands elsewhere. Little effort alone is no reason."""
    told = [reason for reason in advised.reasons if reason.kind != "claim"]
    if [reason.kind for reason in told] == ["small_effort"]:
        return ()
    return tuple(reason_words(result, wording, reason) for reason in told)


def reason_words(result: Result, wording: ResultWording, reason: Reason) -> str:
    """One reason for the place of an action, as a sentence."""
    if reason.kind == "priority":
        return _priority_words(result, reason)
    names = tuple(name_in_reason(result, wording, key) for key in reason.about)
    if reason.kind == "remedy":
        return _remedy_words(names)
    about = and_list(names)
    sentences = {
        "enables": _("This comes first, for: {about}."),
        "waits": _("First do: {about}."),
        "waits_for_answer": _("First find out: {about}."),
        "moment": _("The moment is near: {about}."),
        "lagging_axis": _("This belongs to {about}. Less is arranged there than for {other}."),
        "small_effort": _("This takes little effort."),
    }
    return sentences[reason.kind].format(about=about, other=_other_axis(result, reason))


def _remedy_words(points: tuple[str, ...]) -> str:
    """Which points to watch it helps with; two by their titles, since a longer list is no sentence."""
    sentence = ngettext(
        "This helps with the point to watch {about}.", "This helps with these points to watch: {about}.", len(points)
    )
    if len(points) > NAMED:
        sentence = _("This helps with {n} points to watch, among them {about}.")
    return sentence.format(n=len(points), about=and_list(tuple(f"'{point}'" for point in points[:NAMED])))


def _priority_words(result: Result, reason: Reason) -> str:
    """Why what has a priority goes before the rest, in the words of the pack."""
    words = next(one.reason for one in result.pack.model.advice.priorities if one.id in reason.about)
    return words or _("Without this the rest does not get going.")


def _other_axis(result: Result, reason: Reason) -> str:
    """The phase on the other axis of the profile; empty where a reason is about none."""
    profile = result.pack.model.profile
    others = {
        phase.id: phase.title for phase in result.pack.model.phases if profile and phase.id in (profile.x, profile.y)
    }
    return next((title for key, title in others.items() if key not in reason.about), "")


def name_in_reason(result: Result, wording: ResultWording, key: str) -> str:
    """What an id in a reason is called."""
    titles = {rule.id: rule.title for rule in result.pack.model.rules}
    titles |= {key: action.title for key, action in result.pack.actions.items()}
    titles |= {advised.id: advised.action.title for advised in result.actions}
    titles |= {phase.id: phase.title for phase in result.pack.model.phases}
    titles |= {moment.id: moment.label for moment in result.pack.model.moments}
    return titles[key] if key in titles else wording.title(key)
