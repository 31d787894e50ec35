"""The plan of a subject beside its advice: each action with what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mhscan.advice.actions import WAITS, Advised
from mhscan.advice.bringing import brought
from mhscan.advice.result import Result
from mhscan.advice.targets import Journey, journey
from mhscan.conditions import keys_of
from mhscan.dates import date_words, days_after
from mhscan.language import _, ngettext
from mhscan.pack.factor import Action
from mhscan.pack.pack import Place, label
from mhscan.plans.fields import status_words
from mhscan.plans.model import STATUSES, ActionState, Plan, Status, Target
from mhscan.reports.parts.actions import action_view, name_in_reason
from mhscan.reports.parts.moments import coming_date
from mhscan.reports.parts.statements import Statements
from mhscan.reports.views.advice import ActionView
from mhscan.reports.views.plan import PlannedView, PlanView, TargetView
from mhscan.reports.wording import ResultWording

SETTLED: tuple[Status, ...] = ("done", "dropped")


def plan_view(result: Result, wording: ResultWording, plan: Plan) -> PlanView:
    """The plan of the subject of a result, in the language in use."""
    way = journey(result, {key: target.level for key, target in plan.targets.items()}) if plan.targets else None
    maker = _PlanMaker(result, wording, plan, frozenset(step.id for step in way.steps) if way else frozenset())
    planned = list(maker.planned(way))
    waiting = [(kind, view) for kind, view in planned if view.status not in SETTLED]
    shown = result.pack.model.advice.shown
    quick, key = ([view for kind, view in waiting if kind == wanted][:shown] for wanted in ("quick", "slow"))
    listed = {view.action.id for view in (*quick, *key)}
    later = [_undated(view) for _kind, view in waiting if view.action.id not in listed]
    statements = Statements(wording)
    return PlanView(
        targets=tuple(
            TargetView(target, _title(result, target), wanted.level, target_words(result, target, wanted))
            for target, wanted in plan.targets.items()
        ),
        target_words=tuple(_way_words(way)) if way else (),
        quick_wins=_numbered(statements, quick),
        key_actions=_numbered(statements, key, len(quick)),
        more_actions=_numbered(statements, later, len(listed)),
        settled=_numbered(statements, [view for _kind, view in planned if view.status in SETTLED]),
        progress=tuple(_progress(plan)),
    )


def _numbered(statements: Statements, views: list[PlannedView], before: int = 0) -> tuple[PlannedView, ...]:
    """The actions numbered on, each statement of the source only where it comes first."""
    actions = statements.once(view.action for view in views)
    numbered = enumerate(zip(views, actions, strict=True), before + 1)
    return tuple(replace(view, action=replace(action, number=n)) for n, (view, action) in numbered)


def _undated(view: PlannedView) -> PlannedView:
    """An action for later: all of them at the end of their terms would be due at once."""
    return replace(view, proposed_due="", due_words=view.due_words if view.due else _("not agreed yet"))


@dataclass(frozen=True)
class _PlanMaker:
    """Makes the view of each action that is advised, planned, or on the way to a target."""

    result: Result
    wording: ResultWording
    plan: Plan
    on_the_way: frozenset[str]

    def planned(self, way: Journey | None) -> Iterator[tuple[str, PlannedView]]:
        """Each action once, with its kind: as advised; then what only a target needs; then what only the plan has."""
        seen = {advised.id for advised in self.result.actions}
        for advised in self.result.actions:
            yield "quick" if advised.quick else "slow", self._view(advised.id, advised, "")
        for step in way.steps if way else ():
            if step.id not in seen:
                seen.add(step.id)
                yield "other", self._view(step.id, self._unadvised(step.place, step.level, step.action), "")
        for key in self.plan.actions:
            if key not in seen:
                yield "other", self._only_planned(key)

    def _only_planned(self, key: str) -> PlannedView:
        """An action that the plan has, and the advice does not name now."""
        planned = _in_pack(self.result, key)
        if planned is None:
            state = self.plan.state(key)
            unknown = ActionView(key, 0, state.title or key)
            remark = _("This version of the scan does not have this action any more.")
            return self._with_state(unknown, "", (), remark)
        place, action = planned
        level = self.result.scores.indicators[place.id].level
        brings = brought(self.result.pack, self.result.facts, place, action)
        reached = brings == "there" or (brings == "open" and level is not None and level >= action.to)
        remark = _("The answers say that this is reached.") if reached else _("The answers do not ask for this now.")
        return self._view(key, self._unadvised(place, level if level is not None else -1, action), remark)

    def _unadvised(self, place: Place, level: int, action: Action) -> Advised:
        """An action that stands in no place of the advice, as it is put for the subject."""
        return Advised(place, level, self.result.fitted(place, action), (), quick=False)

    def _view(self, key: str, advised: Advised, remark: str) -> PlannedView:
        action = action_view(self.result, self.wording, 0, advised)
        if self.result.scores.indicators[advised.place.id].level is None:
            action = replace(action, because="")
        if self.plan.state(key).status == "done" and not remark:
            remark = _("The answers do not show this yet. Answer the question again when it is so.")
        return self._with_state(action, self._proposed(advised.action), self._first(advised), remark)

    def _with_state(self, action: ActionView, proposed: str, first: tuple[str, ...], remark: str) -> PlannedView:
        state = self.plan.state(action.id)
        agreed = label(self.result.pack.model.roles, state.owner)
        return PlannedView(
            action=action,
            status=state.status,
            status_words=status_words(state.status),
            owner=agreed or action.owner,
            owner_agreed=state.owner or "",
            due=state.due or "",
            proposed_due=proposed,
            due_words=_due_words(state, proposed),
            first=first,
            for_target=action.id in self.on_the_way,
            remark=remark,
            note=(state.note or "") if self.wording.shown.audience == "internal" else "",
            revision=state.revision if action.id in self.plan.actions else 0,
        )

    def _first(self, advised: Advised) -> tuple[str, ...]:
        """What has to be done or found out first: as the advice says; else what the action requires and is not so."""
        if advised.reasons:
            reasons = [reason for reason in advised.reasons if reason.kind in WAITS]
            about = (key for reason in reasons for key in reason.about)
            return tuple(name_in_reason(self.result, self.wording, key) for key in about)
        conditions = self.result.scores.conditions
        unmet = [condition for condition in advised.action.requires if conditions.evaluate(condition).value is not True]
        return tuple(dict.fromkeys(self.wording.title(key) for condition in unmet for key in keys_of(condition)))

    def _proposed(self, action: Action) -> str:
        """The end of the action's term, or its moment if that comes sooner, from the date of the assessment."""
        pack, assessment = self.result.pack, self.result.assessment
        terms = (days_after(assessment.date, term.size) for term in pack.model.terms if term.id == action.term)
        coming = coming_date(pack, self.result.facts, assessment, action.moment)
        return min(filter(None, (*terms, coming)), default="")


def _in_pack(result: Result, key: str) -> tuple[Place, Action] | None:
    actions = ((place, action) for place in result.pack.places.values() for action in place.indicator.actions)
    return next(((place, action) for place, action in actions if f"{place.factor.id}.{action.id}" == key), None)


def _due_words(state: ActionState, proposed: str) -> str:
    if state.due:
        return date_words(state.due)
    return _("{date} (proposed)").format(date=date_words(proposed)) if proposed else ""


def _title(result: Result, target: str) -> str:
    """What a factor or an indicator is called; its id where the pack does not have it."""
    place = result.pack.places.get(target)
    factors = {factor.id: factor.title for factor in result.pack.factors}
    return place.indicator.title if place else factors.get(target, target)


def target_words(result: Result, key: str, target: Target) -> str:
    """A target as a sentence."""
    whole = any(factor.id == key for factor in result.pack.factors)
    sentence = (
        _("{title}: each question at level {level} or higher") if whole else _("{title}: level {level} or higher")
    )
    by = _(", by {date}").format(date=date_words(target.by)) if target.by else ""
    return sentence.format(title=_title(result, key), level=target.level) + by


def _way_words(way: Journey) -> Iterator[str]:
    """How far it is to the targets."""
    if way.reached:
        yield _("All targets are reached.")
    gaps, steps, unknown = len(way.gaps), len(way.steps), len(way.open)
    sentences = {
        ngettext("{n} question stands below its target.", "{n} questions stand below their target.", gaps): gaps,
        ngettext("The shortest way: {n} action.", "The shortest way: {n} actions.", steps): steps,
        ngettext("{n} open answer decides it too.", "{n} open answers decide it too.", unknown): unknown,
    }
    yield from (sentence.format(n=n) for sentence, n in sentences.items() if n)


def _progress(plan: Plan) -> Iterator[str]:
    """How many actions of the plan have each status."""
    counts = Counter(state.status for state in plan.actions.values())
    for status in STATUSES:
        if counts[status]:
            yield _("{status}: {n}").format(status=status_words(status), n=counts[status])
