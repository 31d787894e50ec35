"""Finds what an id stands for in a result, and the way to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from mhscan.advice.actions import next_action
from mhscan.advice.result import Result
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.pack.factor import Action
from mhscan.pack.pack import Place
from mhscan.reports.parts.actions import reason_words
from mhscan.reports.redaction import Audience, redact, seen_by
from mhscan.reports.traces.figures import (
    answer_trace,
    band_words,
    figure_trace,
    indicator_trace,
    nodes_of,
    score_words,
    title_of,
)
from mhscan.reports.traces.rules import rule_trace, test_trace
from mhscan.reports.views.trace import ActionTrace, BandTrace, Trace
from mhscan.reports.wording import Wording

Made = dict[str, Any]


def trace(result: Result, wanted: str, audience: Audience = "public") -> Trace | None:
    """The way to what an id stands for, in the pack's language; nothing where it stands for nothing here."""
    pack = result.pack
    with speaking(pack.model.language):
        seen, shown = seen_by(audience, result)
        wording = Wording(pack, shown, pack.questionnaire(result.assessment.questionnaire))
        found = _lookups(seen, wording).get(wanted)
        if found is None:
            return None
        head = f"{pack.model.id} {pack.model.version}, {pack.sha256}"
        date = date_words(result.assessment.date)
        return Trace(wanted, result.assessment.name, date, head, audience == "internal", **found())


def traceable(result: Result) -> list[str]:
    """Every id to which there is a way."""
    with speaking(result.pack.model.language):
        return [*_lookups(result, Wording(result.pack, redact(result.pack, result.assessment, "public"), None))]


def _lookups(result: Result, wording: Wording) -> dict[str, Callable[[], Made]]:
    """By id; where two things share an id, the kind goes before it, as in `rule ID`."""
    found: dict[str, Callable[[], Made]] = {}

    def add(kind: str, one: str, make: Callable[[], Made]) -> None:
        found.setdefault(one, make)
        found[f"{kind} {one}"] = make

    for name, node in nodes_of(result).items():
        kind, _space, one = name.partition(" ")
        add(kind, one, partial(lambda node: {"figure": figure_trace(result, wording, node)}, node))
    for key, place in result.pack.places.items():
        add("indicator", key, partial(lambda key: {"indicator": indicator_trace(result, wording, key)}, key))
        for action in place.indicator.actions:
            one = f"{place.factor.id}.{action.id}"
            add("action", one, partial(lambda p, a: {"action": _action(result, wording, p, a)}, place, action))
    for key in result.pack.context:
        add("question", key, partial(lambda key: {"answer": answer_trace(result, wording, key)}, key))
    for rule in result.rules:
        add("rule", rule.rule.id, partial(lambda rule: {"rule": rule_trace(result, wording, rule)}, rule))
    for band in result.pack.model.bands:
        add("band", band.id, partial(lambda one: {"band": _band(result, one)}, band.id))
    return found


def _band(result: Result, wanted: str) -> BandTrace:
    band = next(one for one in result.pack.model.bands if one.id == wanted)
    inside = {
        name: one for name, one in result.scores.figures.items() if one.band is not None and one.band.id == wanted
    }
    words = tuple(score_words(figure, f"{title_of(result, name)} ({name})") for name, figure in inside.items())
    return BandTrace(wanted, band_words(result, wanted), band.text, words)


def _action(result: Result, wording: Wording, place: Place, action: Action) -> ActionTrace:
    full = f"{place.factor.id}.{action.id}"
    at = next((n for n, one in enumerate(result.actions, 1) if one.id == full), None)
    reasons = result.actions[at - 1].reasons if at is not None else ()
    mends = {one for reason in reasons if reason.kind == "mends" for one in reason.about}
    words = [reason_words(result, wording, reason) for reason in reasons if reason.kind != "claim"]
    if at is not None and result.pack.sources:
        words.append(wording.strength(place.indicator.sources))
    label = result.pack.level_label(place, action.to)
    return ActionTrace(
        id=full,
        title=action.title,
        place=at,
        to=f"{action.to}. {label}: {wording.level_text(place, action.to)}",
        why_not=_why_not(result, place, action) if at is None else "",
        reasons=tuple(words),
        needs=tuple(test_trace(result, wording, one) for one in action.requires),
        indicator=indicator_trace(result, wording, place.id),
        rules=tuple(rule_trace(result, wording, one) for one in result.rules if one.rule.id in mends),
        claims=wording.claims(action.sources),
    )


def _why_not(result: Result, place: Place, action: Action) -> str:
    score = result.scores.indicators[place.id]
    if score.applies.value is False or score.fact.state == "not_applicable":
        return _("The question does not apply.")
    if score.level is None:
        return _("The question has no answer yet.")
    if score.applies.value is None:
        return _("It is not certain that the question applies.")
    if action.to <= score.level:
        return _("The answer is at that level already.")
    first = next_action(score)
    return _("First comes: {title}.").format(title=first.title if first else "")
