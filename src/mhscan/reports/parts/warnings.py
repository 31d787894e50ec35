"""The rules that fired, and those that cannot be decided yet."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.advice.rules import RuleResult
from mhscan.language import _, pgettext
from mhscan.pack.rule import Rule
from mhscan.reports.parts.signals import contradicted
from mhscan.reports.parts.statements import Statements
from mhscan.reports.views.advice import UndecidedView, WarningView
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import and_list

FIRST = 2
"""How many remedies of a point are named beside it."""


def warnings(result: Result, wording: ResultWording) -> tuple[tuple[WarningView, ...], tuple[WarningView, ...]]:
    """The rules that fired: as many as the pack shows first, and the rest.

    Warnings come first; of the same kind, those with the first remedies in the advice.
    """
    fired = Statements(wording).once(_warning(result, wording, outcome) for outcome in _in_order(result))
    shown = result.pack.model.advice.shown
    return fired[:shown], fired[shown:]


def _in_order(result: Result) -> list[RuleResult]:
    """The rules that fired, in the order in which a reader can act on them."""

    def first_remedy(fired: RuleResult) -> int:
        remedied = set(fired.rule.remedied())
        turns = (n for n, one in enumerate(result.actions) if remedied & {one.place.id, *one.action.also})
        return next(turns, len(result.actions))

    fired = [rule for rule in result.rules if rule.outcome.value is True]
    return sorted(fired, key=lambda rule: (rule.severity != "warning", first_remedy(rule)))


def _warning(result: Result, wording: ResultWording, fired: RuleResult) -> WarningView:
    rule = fired.rule
    sources = (*rule.sources, *(rule.why.sources if rule.why else ()))
    answered = tuple(
        key
        for key in fired.looks_at
        if result.facts.get(key).state != "not_asked" and key not in wording.shown.withheld
    )
    return WarningView(
        id=rule.id,
        title=rule.title,
        kind=severity_words(fired.severity),
        serious=fired.severity == "warning",
        text=seen_words(result, rule),
        ask=rule.ask,
        why=rule.why.text if rule.why else "",
        strength=wording.strength(rule.sources),
        first=and_list(tuple(map(wording.title, _remedies(result, rule)))),
        seen=wording.seen(answered),
        sources=wording.claims(sources),
        contradicted=contradicted(result, fired.looks_at),
    )


def severity_words(severity: str) -> str:
    """Whether a point is a warning or a note, as a word."""
    return _("warning") if severity == "warning" else pgettext("kind of point to watch", "note")


def _remedies(result: Result, rule: Rule) -> list[str]:
    """The first remedies that are advised and not yet enough, in the order of the advice; none where none is left."""
    advised = (one for one in result.actions if one.place.id in rule.remedied())
    return [one.place.id for one in advised if one.level < result.pack.enough(one.place)][:FIRST]


def seen_words(result: Result, rule: Rule) -> str:
    """What a rule saw, with the details that hold for sure."""
    held = [detail.text for detail in rule.details if result.scores.decide(detail.when).value]
    return " ".join((rule.text, *held))


def undecided(result: Result, wording: ResultWording) -> tuple[UndecidedView, ...]:
    """The rules that an open answer to a question of the questionnaire can still decide, with these questions."""
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    asked = set(questionnaire.asks()) if questionnaire else set(result.pack.places)
    return tuple(
        _undecided(result, wording, rule)
        for rule in result.rules
        if rule.outcome.value is None and any(key in asked and wording.is_public(key) for key in rule.outcome.open)
    )


def unsaid(result: Result, wording: ResultWording) -> tuple[UndecidedView, ...]:
    """The rules that only answers that are not public decide, with their questions."""
    return tuple(
        _undecided(result, wording, rule)
        for rule in result.rules
        if rule.outcome.value is None and rule.outcome.open and not any(map(wording.is_public, rule.outcome.open))
    )


def _undecided(result: Result, wording: ResultWording, rule: RuleResult) -> UndecidedView:
    """A rule with the questions that decide it, in the order of the model."""
    every = (*result.pack.context, *result.pack.places, *result.pack.observations)
    keys = (key for key in every if key in rule.outcome.open)
    return UndecidedView(rule.rule.id, rule.rule.title, tuple(map(wording.title, keys)))
