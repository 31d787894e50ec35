"""What to find out first, where too little is known to say what to do first."""

from __future__ import annotations

from fractions import Fraction

from mhscan.advice.open_answers import OpenAnswer, find_out_first, too_little_known
from mhscan.advice.result import Result
from mhscan.language import _, ngettext
from mhscan.reports.parts.answers import find_out
from mhscan.reports.views.advice import FindFirstView
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import and_list, percent, whole
from mhscan.scoring.means import exact
from mhscan.scoring.trees import headline_figures


def little_known(result: Result) -> str:
    """That too little is known to say what to do first, in a sentence or two; empty where enough is known."""
    if not too_little_known(result):
        return ""
    coverage = result.scores.coverage
    text = ngettext(
        "Too little is known to say what comes first: of the {asked} question that counts in a score {answered} is"
        " answered. At least {least}% is needed.",
        "Too little is known to say what comes first: of the {asked} questions that count in a score {answered} are"
        " answered. At least {least}% is needed.",
        coverage.asked,
    )
    least = percent(exact(result.pack.model.coverage.minimum))
    return text.format(answered=coverage.asked_answered, asked=coverage.asked, least=least)


def provisional(result: Result) -> str:
    """That the actions are provisional, as a sentence; empty where enough is known."""
    if not too_little_known(result):
        return ""
    return _("The actions and their order are provisional. They can change with each open answer.")


def find_first(result: Result, wording: ResultWording) -> tuple[FindFirstView, ...]:
    """The open answers that decide most, what each decides and who probably knows; nothing where enough is known."""
    if not too_little_known(result):
        return ()
    return tuple(
        FindFirstView(
            id=one.key,
            title=wording.title(one.key),
            question=wording.question(one.key),
            why=_("This answer decides about {things}.").format(things=and_list(_things(result, one))),
            who=", ".join(result.pack.who_knows(one.key)),
            find_out=find_out(result, one.key),
        )
        for one in find_out_first(result)
    )


def _things(result: Result, answer: OpenAnswer) -> tuple[str, ...]:
    """What an answer decides, as nouns."""
    rules, questions, actions = len(answer.rules), len(answer.questions), len(answer.actions)
    titles = headline_figures(result.pack)
    counted = (
        (rules, ngettext("{n} point to watch", "{n} points to watch", rules)),
        (questions, ngettext("{n} other question", "{n} other questions", questions)),
        (actions, ngettext("{n} of the first actions", "{n} of the first actions", actions)),
    )
    return (
        *(words.format(n=n) for n, words in counted if n),
        *(_about_points(titles[name], points) for name, points in answer.points.items()),
    )


def _about_points(title: str, points: Fraction) -> str:
    """How many points of a figure it decides, rounded; at least one."""
    count = max(whole(points), 1)
    return ngettext("{n} point of {title}", "{n} points of {title}", count).format(n=count, title=title)
