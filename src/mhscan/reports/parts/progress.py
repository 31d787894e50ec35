"""What changed since an earlier assessment."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.errors import InputError
from mhscan.language import _, ngettext, speaking
from mhscan.reports.views.pictures import ChangeView, ProgressView
from mhscan.reports.words import date_words, whole
from mhscan.scoring.scores import Figure


def progress(before: Result, after: Result) -> ProgressView:
    """The figures of two assessments side by side, in the pack's language.

    Raises:
        InputError: there is nothing to compare, as one of them is by a partner.
    """
    for one in (before, after):
        questionnaire = one.pack.questionnaire(one.assessment.questionnaire)
        if questionnaire is not None and questionnaire.perspective == "partner":
            raise InputError(
                _("The answers of a partner have no scores, so there is nothing to compare."),
                _("Name an earlier assessment by the organisation itself."),
            )
    with speaking(after.pack.model.language):
        return ProgressView(
            since=date_words(before.assessment.date), changes=_changes(before, after), remarks=_remarks(before, after)
        )


def _changes(before: Result, after: Result) -> tuple[ChangeView, ...]:
    pack = after.pack
    phases = [(one.title, before.scores.phases[one.id], after.scores.phases[one.id]) for one in pack.model.phases]
    factors = [(one.title, before.scores.factors[one.id], after.scores.factors[one.id]) for one in pack.factors]
    return tuple(_change(*one) for one in (*phases, *factors))


def _change(title: str, before: Figure, after: Figure) -> ChangeView:
    then = None if before.point is None else whole(before.point)
    now = None if after.point is None else whole(after.point)
    return ChangeView(title, then, now, _words(then, now))


def _words(then: int | None, now: int | None) -> str:
    if then is None or now is None:
        return _("cannot be compared")
    if then == now:
        return _("the same")
    if now > then:
        return ngettext("{n} point higher", "{n} points higher", now - then).format(n=now - then)
    return ngettext("{n} point lower", "{n} points lower", then - now).format(n=then - now)


def _remarks(before: Result, after: Result) -> tuple[str, ...]:
    was, is_now = before.assessment, after.assessment
    made = (was.pack.version, was.pack.sha256) == (is_now.pack.version, is_now.pack.sha256)
    found = (
        _("A difference can also come from another person who answers."),
        "" if made else _("The two were made with different versions of the questions."),
        "" if was.questionnaire == is_now.questionnaire else _("The two were made with different questionnaires."),
        "" if was.name == is_now.name else _("The earlier one is about {subject}.").format(subject=was.name),
        "" if was.date <= is_now.date else _("The earlier one has a later date."),
    )
    return tuple(one for one in found if one)
