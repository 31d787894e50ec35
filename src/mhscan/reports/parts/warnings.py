"""The rules that fired, and those that cannot be decided yet."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.advice.rules import RuleResult
from mhscan.language import _, pgettext
from mhscan.pack.rule import Rule
from mhscan.reports.views.advice import UndecidedView, WarningView
from mhscan.reports.wording import Said
from mhscan.reports.words import and_list

FIRST = 2
"""How many of what mends a point are named beside it."""


def warnings(result: Result, said: Said) -> tuple[tuple[WarningView, ...], tuple[WarningView, ...]]:
    """The rules that fired: as many as the pack shows first, and the rest."""
    fired = tuple(_warning(result, said, one) for one in result.rules if one.outcome.value is True)
    shown = result.pack.model.advice.shown
    return fired[:shown], fired[shown:]


def _warning(result: Result, said: Said, fired: RuleResult) -> WarningView:
    rule = fired.rule
    sources = (*rule.sources, *(rule.why.sources if rule.why else ()))
    answered = tuple(
        key for key in fired.looks_at if result.facts.get(key).state != "not_asked" and key not in said.shown.withheld
    )
    return WarningView(
        id=rule.id,
        title=rule.title,
        kind=_("warning") if fired.severity == "warning" else pgettext("kind of point to watch", "note"),
        serious=fired.severity == "warning",
        text=seen_words(result, rule),
        ask=rule.ask,
        why=rule.why.text if rule.why else "",
        strength=said.strength(rule.sources),
        first=and_list(tuple(said.title(key) for key in rule.mend if _can_mend(result, key))[:FIRST]),
        seen=said.seen(answered),
        sources=said.claims(sources),
    )


def _can_mend(result: Result, key: str) -> bool:
    """Whether an indicator may still mend something: it may apply, and does not stand high enough for sure."""
    one = result.scores.indicators[key]
    return one.state != "not_applicable" and (one.level is None or one.level < result.pack.enough(one.place))


def seen_words(result: Result, rule: Rule) -> str:
    """What a rule saw, with the details that hold for sure."""
    held = [one.text for one in rule.details if result.scores.decide(one.when).value]
    return " ".join((rule.text, *held))


def undecided(result: Result, said: Said) -> tuple[UndecidedView, ...]:
    """The rules that an open answer to a question of the questionnaire can still decide, with these questions."""
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    asked = set(questionnaire.asks()) if questionnaire else set(result.pack.places)
    return tuple(
        UndecidedView(one.rule.id, one.rule.title, tuple(map(said.title, _open(result, one))))
        for one in result.rules
        if one.outcome.value is None and any(key in asked and said.is_public(key) for key in one.outcome.open)
    )


def unsaid(result: Result, said: Said) -> tuple[UndecidedView, ...]:
    """The rules that only answers that are not public decide, with their questions."""
    return tuple(
        UndecidedView(one.rule.id, one.rule.title, tuple(map(said.title, _open(result, one))))
        for one in result.rules
        if one.outcome.value is None and one.outcome.open and not any(map(said.is_public, one.outcome.open))
    )


def _open(result: Result, one: RuleResult) -> list[str]:
    """The questions that decide a rule, in the order of the model."""
    return [key for key in (*result.pack.context, *result.pack.places) if key in one.outcome.open]
