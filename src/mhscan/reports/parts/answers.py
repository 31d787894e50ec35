"""The answers themselves: facts about the subject, the annex, what is unknown and what does not apply."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.advice.result import Result
from mhscan.answers.model import Answer
from mhscan.base import card_of
from mhscan.conditions import keys_of
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.pack.pack import known_by, label
from mhscan.reports.observed_words import observed_words, open_evidence
from mhscan.reports.states import state_of
from mhscan.reports.views.answers import Annex, AnswerLine, Seen, UnknownView
from mhscan.reports.wording import ResultWording, state_words, stored_words
from mhscan.reports.words import and_list, percent

WITHOUT = ("unknown", "skipped", "not_asked")
"""The states of a question without an answer."""


def facts(result: Result, wording: ResultWording) -> tuple[Seen, ...]:
    """What is known about the subject, and in which role somebody answered."""
    return tuple(_facts(result, wording))


def _facts(result: Result, wording: ResultWording) -> Iterator[Seen]:
    model, shown = result.pack.model, wording.shown.assessment
    for question in model.subject.fields:
        value = shown.subject.get(question.id)
        if value is not None:
            words = question.describe(tuple(value) if isinstance(value, list) else value)
            size = question.size_class(value)
            yield Seen(question.name, f"{words} ({size})" if size else words)
    if any(role.id == shown.respondent.role for role in model.roles):
        yield Seen(_("Answered by"), label(model.roles, shown.respondent.role))


def annex(result: Result, wording: ResultWording) -> tuple[Annex, ...]:
    """All answers, by section of the questionnaire; answers to other questions of the pack at the end."""
    pack, questionnaire = result.pack, result.pack.questionnaire(result.assessment.questionnaire)
    sections = [(section.title, list(section.ask)) for section in questionnaire.sections] if questionnaire else []
    passed_over = {key for _title, keys in sections for key in keys} | {*result.facts.left_out}
    cards = dict.fromkeys(map(card_of, result.assessment.answers))
    other = [key for key in cards if key not in passed_over and (key in pack.places or key in pack.context)]
    if other:
        sections.append((_("Other answers"), other))
    withheld = wording.shown.withheld
    return (
        *(
            Annex(title, tuple(line for k in keys if k not in withheld for line in _lines(result, wording, k)))
            for title, keys in sections
        ),
        *_archived(result, wording),
    )


def _lines(result: Result, wording: ResultWording, key: str) -> Iterator[AnswerLine]:
    """The answer to a question, and those to the facts under it."""
    yield _line(result, wording, key)
    if key in result.pack.places and result.scores.indicators[key].state != "not_applicable":
        for fact in result.pack.places[key].observations:
            if fact in wording.shown.assessment.answers:
                yield AnswerLine(fact, wording.question(fact), wording.answer(fact), ())


def _line(result: Result, wording: ResultWording, key: str) -> AnswerLine:
    indicator = result.scores.indicators.get(key)
    if result.scores.conditions.applies(key).value is False:
        return AnswerLine(key, wording.question(key), _("does not apply, given the other answers"), ())
    words = wording.answer(key)
    if indicator is not None and indicator.level is not None:
        words = f"{indicator.level}. {words}"
    answer = wording.shown.assessment.answers.get(key)
    return AnswerLine(key, wording.question(key), words, tuple(_extra(result, answer)) if answer else ())


def _extra(result: Result, answer: Answer) -> Iterator[str]:
    """What came with an answer, each as a phrase."""
    if answer.carried_by:
        yield carried_words(result, answer)
    if answer.derived_from:
        yield _("Taken over from an older version of the scan. Nobody gave this answer in this form.")
    if answer.reason and answer.state == "not_applicable":
        yield _("Reason: {reason}").format(reason=answer.reason)
    if answer.note:
        yield _("Note: {note}").format(note=answer.note)
    for evidence in answer.evidence:
        date = f", {date_words(evidence.date)}" if evidence.date else ""
        yield _("Evidence: {title}").format(title=evidence.title) + date


def carried_words(result: Result, answer: Answer) -> str:
    """Who else carries what was asked, and the name of the arrangement; empty where nobody does."""
    carried = answer.carried_by
    if carried is None:
        return ""
    carrier = label(result.pack.model.carriers, carried.kind)
    return f"{carrier[:1].upper()}{carrier[1:]}: {carried.name}"


def _archived(result: Result, wording: ResultWording) -> tuple[Annex, ...]:
    """Answers that the pack no longer asks for, or that do not fit it: kept, and not counted."""
    shown = wording.shown.assessment
    lines = [
        AnswerLine(
            key,
            f"{kept.factor}: {kept.question}" if kept.factor else kept.question,
            _as_stored(kept.answer),
            (kept.because,) if kept.because else (),
        )
        for key, kept in shown.archived.items()
    ]
    misfits = [key for key in result.facts.left_out if key in shown.answers]
    lines += [AnswerLine(key, key, _as_stored(shown.answers[key]), ()) for key in misfits]
    title = _("Kept, not counted: these answers do not fit this version of the scan")
    return (Annex(title, tuple(lines)),) if lines else ()


def _as_stored(answer: Answer) -> str:
    """An answer that no question explains any more."""
    if answer.said is not None or answer.value is None:
        return answer.said or state_words(answer.state)
    return stored_words(answer.value)


def unknown(result: Result, wording: ResultWording, partner: bool) -> tuple[UnknownView, ...]:
    """The questions of the questionnaire without an answer, and how to find out."""
    how = {
        key: "" if partner else _how(result, key)
        for key, score in result.scores.indicators.items()
        if score.asked and score.part.present is not False and state_of(result, key) in WITHOUT
    }
    applies = result.scores.conditions.applies
    how |= {
        key: "" if partner else _how(result, key)
        for key in result.pack.context
        if result.facts.get(key).state in ("unknown", "skipped") and applies(key).value is not False
    }
    return tuple(
        UnknownView(wording.title(key), wording.question(key), wording.answer(key), place) for key, place in how.items()
    )


def find_out(result: Result, key: str) -> str:
    """What of a question is open and where it can be found, as sentences; empty where the pack does not say."""
    place = result.pack.places.get(key)
    if place is None:
        return ""
    evidence = open_evidence(place, result.facts) or place.indicator.evidence
    words = observed_words(result.pack, place, result.facts).unknown if place.observations else ()
    sentences = (
        (_("Open: {facts}").format(facts=" ".join(words)), words),
        (_("Look in: {places}.").format(places=and_list(evidence)), evidence),
    )
    return " ".join(sentence for sentence, things in sentences if things)


def _how(result: Result, key: str) -> str:
    """Where an answer can be found and who probably knows it."""
    return " ".join(filter(None, (find_out(result, key), known_by(result.pack, key))))


def not_applicable(result: Result, wording: ResultWording) -> tuple[Seen, ...]:
    """What does not apply: as somebody said, with the reason for internal use only, or given other answers."""
    answers = wording.shown.assessment.answers
    aside = {}
    for key, indicator in result.scores.indicators.items():
        if indicator.applies.value is False and indicator.asked:
            aside[key] = _given(result, wording, key)
        elif indicator.fact.state == "not_applicable" and key in answers:
            aside[key] = answers[key].reason or _("does not apply")
    return tuple(Seen(wording.title(key), why) for key, why in aside.items())


def _given(result: Result, wording: ResultWording, key: str) -> str:
    """Which answers make that a question does not apply."""
    condition = result.pack.applies_if(key)
    deciding = tuple(map(wording.title, dict.fromkeys(keys_of(condition)))) if condition else ()
    if not deciding:
        return _("does not apply, given the other answers")
    return _("does not apply, given the answer to: {titles}").format(titles=and_list(deciding))


def not_public(result: Result, wording: ResultWording) -> tuple[Seen, ...]:
    """The questions of the questionnaire of which an answer that is not public decides whether they are asked."""
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    asked = questionnaire.asks() if questionnaire else tuple(result.pack.places)
    return wording.seen(tuple(key for key in asked if key in wording.shown.dependent))


def not_applicable_remark(result: Result) -> str:
    """A remark where more was set aside as not applicable than the pack finds likely; else empty."""
    aside = result.scores.set_aside
    if not aside.above:
        return ""
    remark = _(
        "{n} of {all} questions do not apply, it was said. That is more than {limit}%. Read the scores with care."
    )
    return remark.format(n=len(aside.indicators), all=aside.of, limit=percent(aside.limit))
