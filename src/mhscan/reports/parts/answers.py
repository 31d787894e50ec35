"""The answers themselves: facts about the subject, the annex, what is unknown and what does not apply."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.answers.model import Answer
from mhscan.conditions import keys_of
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.reports.views.answers import Annex, AnswerLine, Seen, UnknownView
from mhscan.reports.wording import Said, state_words, stored_words
from mhscan.reports.words import and_list, percent


def facts(result: Result, said: Said) -> tuple[Seen, ...]:
    """What is known about the subject, its size class, and who answered (internal only)."""
    found = []
    for question in result.pack.model.subject.fields:
        value = said.shown.assessment.subject.get(question.id)
        if value is None:
            continue
        words = question.describe(tuple(value) if isinstance(value, list) else value)
        size = question.size_class(value)
        found.append(Seen(question.name, f"{words} ({size})" if size else words))
    role = next((r.label for r in result.pack.model.roles if r.id == said.shown.assessment.respondent.role), "")
    if role:
        found.append(Seen(_("Answered by"), role))
    return tuple(found)


def annex(result: Result, said: Said) -> tuple[Annex, ...]:
    """All answers, by section of the questionnaire; answers to other questions of the pack at the end."""
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    sections = [(one.title, list(one.ask)) for one in questionnaire.sections] if questionnaire else []
    listed = {key for _title, keys in sections for key in keys}
    other = [key for key in result.assessment.answers if key not in listed and key not in result.facts.left_out]
    other = [key for key in other if key in result.pack.places or key in result.pack.context]
    if other:
        sections.append((_("Other answers"), other))
    withheld = said.shown.withheld
    parts = [
        Annex(title, tuple(_line(result, said, key) for key in keys if key not in withheld)) for title, keys in sections
    ]
    return (*parts, *_archived(result, said))


def _line(result: Result, said: Said, key: str) -> AnswerLine:
    indicator = result.scores.indicators.get(key)
    if result.scores.conditions.applies(key).value is False:
        return AnswerLine(key, said.question(key), _("does not apply, given the other answers"), ())
    words = said.answer(key)
    if indicator is not None and indicator.level is not None:
        words = f"{indicator.level}. {words}"
    return AnswerLine(key, said.question(key), words, _extra(result, said, key))


def _extra(result: Result, said: Said, key: str) -> tuple[str, ...]:
    answer = said.shown.assessment.answers.get(key)
    if answer is None:
        return ()
    found = []
    if answer.carried_by:
        found.append(carried_words(result, answer))
    if answer.derived_from:
        found.append(_("Taken over from an older version of the scan. Nobody gave this answer in this form."))
    if answer.reason and answer.state == "not_applicable":
        found.append(_("Reason: {reason}").format(reason=answer.reason))
    if answer.note:
        found.append(_("Note: {note}").format(note=answer.note))
    for one in answer.evidence:
        date = f", {date_words(one.date)}" if one.date else ""
        found.append(_("Evidence: {title}").format(title=one.title) + date)
    return tuple(found)


def carried_words(result: Result, answer: Answer) -> str:
    """Who else carries what was asked, and the name of the arrangement; empty where nobody does."""
    carried = answer.carried_by
    if carried is None:
        return ""
    label = next((one.label for one in result.pack.model.carriers if one.id == carried.kind), carried.kind)
    return f"{label[:1].upper()}{label[1:]}: {carried.name}"


def _archived(result: Result, said: Said) -> tuple[Annex, ...]:
    """Answers that the pack no longer asks for, or that do not fit it: kept, and not counted."""
    shown = said.shown.assessment
    lines = [
        AnswerLine(
            key,
            f"{one.factor}: {one.question}" if one.factor else one.question,
            _as_stored(one.answer),
            (one.because,) if one.because else (),
        )
        for key, one in shown.archived.items()
    ]
    lines += [
        AnswerLine(key, key, _as_stored(shown.answers[key]), ())
        for key in result.facts.left_out
        if key in shown.answers
    ]
    return (
        (Annex(_("Kept, not counted: these answers do not fit this version of the scan"), tuple(lines)),)
        if lines
        else ()
    )


def _as_stored(answer: Answer) -> str:
    """An answer that no question explains any more."""
    if answer.said is not None or answer.value is None:
        return answer.said or state_words(answer.state)
    return stored_words(answer.value)


def unknown(result: Result, said: Said, partner: bool) -> tuple[UnknownView, ...]:
    """The questions of the questionnaire without an answer, and how to find out."""
    found = []
    for key, indicator in result.scores.indicators.items():
        if (
            indicator.asked
            and indicator.part.present is not False
            and indicator.state in ("unknown", "skipped", "not_asked")
        ):
            found.append(
                UnknownView(
                    said.title(key), said.question(key), said.answer(key), "" if partner else _find_out(result, key)
                )
            )
    applies = result.scores.conditions.applies
    context = [
        key
        for key in result.pack.context
        if result.facts.get(key).state in ("unknown", "skipped") and applies(key).value is not False
    ]
    return (*found, *(UnknownView(said.title(key), said.question(key), said.answer(key), "") for key in context))


def _find_out(result: Result, key: str) -> str:
    evidence = result.pack.places[key].indicator.evidence
    return _("Look in: {places}.").format(places=and_list(evidence)) if evidence else ""


def not_applicable(result: Result, said: Said) -> tuple[Seen, ...]:
    """What does not apply: as somebody said, with the reason for internal use only, or given other answers."""
    answers = said.shown.assessment.answers
    found = []
    for key, indicator in result.scores.indicators.items():
        if indicator.applies.value is False and indicator.asked:
            found.append(Seen(said.title(key), _given(result, said, key)))
        elif indicator.fact.state == "not_applicable" and key in answers:
            found.append(Seen(said.title(key), answers[key].reason or _("does not apply")))
    return tuple(found)


def _given(result: Result, said: Said, key: str) -> str:
    """Which answers make that a question does not apply."""
    condition = result.pack.applies_if(key)
    deciding = tuple(dict.fromkeys(keys_of(condition))) if condition else ()
    if not deciding:
        return _("does not apply, given the other answers")
    return _("does not apply, given the answer to: {titles}").format(titles=and_list(tuple(map(said.title, deciding))))


def not_public(result: Result, said: Said) -> tuple[Seen, ...]:
    """The questions of the questionnaire of which an answer that is not public decides whether they are asked."""
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    asked = questionnaire.asks() if questionnaire else tuple(result.pack.places)
    return said.seen(tuple(key for key in asked if key in said.shown.dependent))


def not_applicable_remark(result: Result) -> str:
    """A remark where more was set aside as not applicable than the pack finds likely; else empty."""
    aside = result.scores.set_aside
    if not aside.above:
        return ""
    return _(
        "{n} of {all} questions do not apply, it was said. That is more than {limit}%. Read the scores with care."
    ).format(n=len(aside.indicators), all=aside.of, limit=percent(aside.limit))
