"""What would change if some answers were otherwise, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.advice.result import Result
from mhscan.advice.what_if import FigurePair, RuleChange, WhatIf
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.reports.parts.profile import axes
from mhscan.reports.redaction import redact
from mhscan.reports.views.figures import FigureView
from mhscan.reports.wording import Said
from mhscan.reports.words import figure_view
from mhscan.ui.streams import as_lines, wrapped


def what_if_text(change: WhatIf, keys: tuple[str, ...]) -> str:
    """What would change, to the width of the window; `keys` are the questions whose answers were changed."""
    with speaking(change.before.pack.model.language):
        return as_lines(_lines(change, keys))


def _lines(change: WhatIf, keys: tuple[str, ...]) -> Iterator[str]:
    assessment = change.before.assessment
    yield from wrapped(
        _("What if: {subject}, {date}").format(subject=assessment.name, date=date_words(assessment.date))
    )
    before, after = _said(change.before), _said(change.after)
    for key in keys:
        moves = _('{title}: from "{before}" to "{after}"')
        said = moves.format(title=before.title(key), before=before.answer(key), after=after.answer(key))
        yield from wrapped(said, "- ")
        if key in change.after.scores.indicators and change.after.scores.indicators[key].applies.value is False:
            yield from wrapped(_("This question does not apply, so the answer changes nothing."), "  ")
    yield from consequence_lines(change)


def _said(result: Result) -> Said:
    questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
    return Said(result.pack, redact(result.pack, result.assessment, "internal"), questionnaire)


def consequence_lines(change: WhatIf) -> Iterator[str]:
    """All that follows from a change, as lines."""
    yield ""
    yield from wrapped(_("What the scores become"))
    figures = [line for one in _titled(change) for line in _figure_lines(*one)]
    yield from figures or wrapped(_("No score changes."), "  ")
    yield from _profile_lines(change)
    yield from _rule_lines(change)
    for title, found in (
        (_("Questions that apply then"), change.now_apply),
        (_("Questions that do not apply any more"), change.apply_no_more),
    ):
        if found:
            yield ""
            yield from wrapped(title)
        for key in found:
            yield from wrapped(change.before.pack.places[key].indicator.title, "- ")


def _titled(change: WhatIf) -> Iterator[tuple[str, FigurePair]]:
    """The figures that are otherwise, with their titles: phases first, as they are what a report starts with."""
    pack = change.before.pack
    phases = {one.id: one.title for one in pack.model.phases}
    factors = {one.id: one.title for one in pack.factors}
    if change.total is not None and change.total.differs:
        yield _("Total"), change.total
    for titles, found in ((phases, change.phases), (factors, change.factors)):
        yield from ((titles[one.before.id], one) for one in found if one.differs)


def _figure_lines(title: str, change: FigurePair) -> Iterator[str]:
    before, after = figure_view(change.before, title), figure_view(change.after, title)
    said = _("{title}: from {before} to {after}")
    yield from wrapped(said.format(title=title, before=_figure(before), after=_figure(after)), "  ")


def _figure(figure: FigureView) -> str:
    words = figure.words + (f", {figure.band}" if figure.band else "")
    return f"{words} ({figure.range_words})"


def _profile_lines(change: WhatIf) -> Iterator[str]:
    before, after = axes(change.before), axes(change.after)
    if before is None or after is None:
        return
    yield ""
    if (before.field, before.text) == (after.field, after.text):
        yield from wrapped(_("The picture stays: {field}").format(field=before.field or before.text))
        return
    yield from wrapped(_("The picture now: {field}").format(field=before.field or before.text))
    yield from wrapped(_("The picture then: {field}").format(field=after.field or after.text))


def _rule_lines(change: WhatIf) -> Iterator[str]:
    if change.rules:
        yield ""
        yield from wrapped(_("Points to watch"))
    for one in change.rules:
        yield from wrapped(_rule(one).format(title=one.before.rule.title), "- ")


def _rule(change: RuleChange) -> str:
    """What becomes of a rule, as a sentence with a place for its title."""
    if change.after.outcome.value is True:
        return _("Comes: {title}")
    if change.after.outcome.value is None:
        return _("Cannot be decided then: {title}")
    return _("Goes: {title}") if change.before.outcome.value is True else _("Stays away: {title}")
