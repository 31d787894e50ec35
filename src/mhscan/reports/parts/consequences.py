"""What other answers would change, and what becomes of the scores on the way to targets, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhscan.advice.result import Result
from mhscan.advice.targets import Others, UpToOthers, left_to_others
from mhscan.advice.what_if import FigurePair, RuleChange, WhatIf
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.pack.pack import Pack, label
from mhscan.reports.parts.profile import axes
from mhscan.reports.redaction import redact
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import figure_view
from mhscan.scoring.scores import Figure


@dataclass(frozen=True)
class Consequences:
    """All that follows from a change: figures, picture and rules as sentences; of questions the titles."""

    figures: tuple[str, ...]
    picture: tuple[str, ...]
    rules: tuple[str, ...]
    now_apply: tuple[str, ...]
    apply_no_more: tuple[str, ...]


@dataclass(frozen=True)
class WhatIfView:
    """What would change if some answers were otherwise; each answer with a remark, which may be empty."""

    language: str
    heading: str
    answers: tuple[tuple[str, str], ...]
    consequences: Consequences


def what_if_view(change: WhatIf, keys: tuple[str, ...], left: Others) -> WhatIfView:
    """What would change, in the language of the pack.

    `keys` are the questions whose answers were changed, `left` those that were not since they are up to others.
    """
    assessment, language = change.before.assessment, change.before.pack.model.language
    with speaking(language):
        heading = _("What if: {subject}, {date}").format(subject=assessment.name, date=date_words(assessment.date))
        answers = (*_answers(change, keys), *_not_counted(change.before.pack, left))
        return WhatIfView(language, heading, answers, consequences_of(change))


def up_to_words(pack: Pack, key: str, others: UpToOthers) -> str:
    """That no action of the subject raises an indicator so far, and to whom it is up; with what the subject can do."""
    who = label(pack.model.deciders, others.action.up_to) or _("others")
    sentence = _("{title}: no action of your own leads there; it is up to: {who}.")
    ask = _("What you can do: {action}.").format(action=others.action.title) if others.is_for else ""
    return f"{sentence.format(title=pack.places[key].indicator.title, who=who)} {ask}".rstrip()


def _not_counted(pack: Pack, left: Others) -> Iterator[tuple[str, str]]:
    for key, others in left.items():
        yield (
            up_to_words(pack, key, others),
            _("So this is not counted. Name the question itself to see what it would do."),
        )


def consequences_of(change: WhatIf) -> Consequences:
    """All that follows from a change, in the language in use."""
    places = change.before.pack.places
    return Consequences(
        tuple(_figure_sentence(title, figure) for title, figure in _figures(change) if figure.differs),
        tuple(_picture(change)),
        tuple(_rule_sentence(one).format(title=one.before.rule.title) for one in change.rules),
        tuple(places[key].indicator.title for key in change.now_apply),
        tuple(places[key].indicator.title for key in change.apply_no_more),
    )


def _answers(change: WhatIf, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    before, after = _wording(change.before), _wording(change.after)
    indicators = change.after.scores.indicators
    sentence = _('{title}: from "{before}" to "{after}"')
    for key in keys:
        applies = key not in indicators or indicators[key].applies.value is not False
        remark = (
            _of_others(change, key) if applies else _("This question does not apply, so the answer changes nothing.")
        )
        yield (
            sentence.format(title=before.title(key), before=before.answer(key), after=after.answer(key)),
            remark,
        )


def _of_others(change: WhatIf, key: str) -> str:
    """To whom it is up that an answer becomes so high; empty where the subject can bring that about."""
    score = change.after.scores.indicators.get(key)
    others = left_to_others(change.before, {key: score.level}) if score and score.level is not None else {}
    return up_to_words(change.before.pack, key, others[key]) if key in others else ""


def _wording(result: Result) -> ResultWording:
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    return ResultWording(result.pack, redact(result.pack, result.assessment, "internal"), questionnaire)


def _figures(change: WhatIf) -> Iterator[tuple[str, FigurePair]]:
    """The figures with their titles: the total and the phases first, as they are what a report starts with."""
    pack = change.before.pack
    if change.total is not None:
        yield _("Total"), change.total
    yield from zip((one.title for one in pack.model.phases), change.phases, strict=True)
    yield from zip((one.title for one in pack.factors), change.factors, strict=True)


def _figure_sentence(title: str, change: FigurePair) -> str:
    before, after = _figure_words(change.before), _figure_words(change.after)
    return _("{title}: from {before} to {after}").format(title=title, before=before, after=after)


def _figure_words(figure: Figure) -> str:
    view = figure_view(figure, "")
    return f"{', '.join(word for word in (view.words, view.band) if word)} ({view.range_words})"


def _picture(change: WhatIf) -> Iterator[str]:
    """The place in the profile; nothing where the pack has none."""
    before, after = axes(change.before), axes(change.after)
    if before is None or after is None:
        return
    if (before.field, before.text) == (after.field, after.text):
        yield _("The picture stays: {field}").format(field=before.field or before.text)
        return
    yield _("The picture now: {field}").format(field=before.field or before.text)
    yield _("The picture then: {field}").format(field=after.field or after.text)


def _rule_sentence(change: RuleChange) -> str:
    """What becomes of a rule, as a sentence with a place for its title."""
    if change.after.outcome.value is True:
        return _("Comes: {title}")
    if change.after.outcome.value is None:
        return _("Cannot be decided then: {title}")
    return _("Goes: {title}") if change.before.outcome.value is True else _("Stays away: {title}")
