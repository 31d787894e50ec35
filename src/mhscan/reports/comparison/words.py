"""A change in words: what can be said of it, and what cannot."""

from __future__ import annotations

from mhscan.language import _, ngettext
from mhscan.reports.views.figures import FigureView
from mhscan.reports.words import and_list
from mhscan.trend.compare import ActionChange, Cause, FigureChange, ScanPair
from mhscan.trend.indicators import Counts, IndicatorChange


def figure_sentence(change: FigureChange, title: str, before: FigureView, after: FigureView) -> str:
    """The real change of a figure."""
    real = change.real
    if real.verdict == "same":
        return _("{title} stayed the same: {score}.").format(title=title, score=after.words)
    if real.verdict == "cannot_be_said":
        return _why_not(change, title, before, after)
    certain = change.before.low == change.before.high and change.after.low == change.after.high
    sentences = {
        "higher": _("{title} went up, from {before} to {after}."),
        "lower": _("{title} went down, from {before} to {after}."),
    }
    sentence = sentences[real.verdict].format(title=title, before=before.words, after=after.words)
    return sentence if certain else f"{sentence} {_('That holds whatever the open answers become.')}"


def _why_not(change: FigureChange, title: str, before: FigureView, after: FigureView) -> str:
    """Why nothing can be said of a figure."""
    sentences = {
        "too_little_known": _("Whether {title} changed cannot be said: too little is known."),
        "not_applicable": _("Whether {title} changed cannot be said: it did not apply both times."),
        "ranges_overlap": _(
            "Whether {title} changed cannot be said while answers are open. Then {before} was possible, now {after}."
        ),
        "absent": _("Whether {title} changed cannot be said: it was not there both times."),
    }
    sentence = sentences[change.real.why_not or "absent"].format(
        title=title, before=_range(before), after=_range(after)
    )
    return f"{sentence} {counts_sentence(change.counts)}" if change.counts.both else sentence


def _range(figure: FigureView) -> str:
    if figure.low == figure.high:
        return str(figure.low)
    return _("{low} to {high}").format(low=figure.low, high=figure.high)


def pack_sentence(change: FigureChange, then: FigureView | None, before: FigureView) -> str:
    """What a newer pack changed in a figure, with the same answers."""
    if change.by_pack.verdict == "same":
        return _("The newer version of the questions makes no difference here.")
    if then is None:
        return _("The older version of the questions did not have this part.")
    if change.by_pack.verdict == "cannot_be_said":
        return _("What the newer version of the questions changed here cannot be said.")
    sentence = _(
        "The newer version of the questions makes a difference: the same answers gave {then}, and give {before} now."
    )
    return sentence.format(then=then.words, before=before.words)


def counts_sentence(counts: Counts) -> str:
    """How many answers changed of those that were given both times."""
    if not counts.both:
        return _("No question has an answer both times. So it cannot be said whether an answer changed.")
    sentence = ngettext(
        "{n} question has an answer both times.", "{n} questions have an answer both times.", counts.both
    ).format(n=counts.both)
    if counts.same == counts.both:
        return f"{sentence} {_('None of these answers changed.')}"
    moved = _("Of these, {higher} went up, {lower} went down, and {same} stayed the same.")
    return f"{sentence} {moved.format(higher=counts.higher, lower=counts.lower, same=counts.same)}"


def verdict_sentences(titled: list[tuple[str, FigureChange]]) -> tuple[str, ...]:
    """Which figures are certainly higher or lower, which are the same, and of which nothing can be said."""
    sentences = {
        "higher": _("Certainly higher: {titles}."),
        "lower": _("Certainly lower: {titles}."),
        "same": _("The same: {titles}."),
        "cannot_be_said": _("Cannot be said: {titles}."),
    }
    lines = []
    for verdict, sentence in sentences.items():
        titles = tuple(title for title, change in titled if change.real.verdict == verdict)
        if titles:
            lines.append(sentence.format(titles=and_list(titles)))
    if titled and not any(change.real.verdict == "lower" for _title, change in titled):
        lines.append(_("Nothing is lower for certain."))
    return tuple(lines)


def indicator_sentence(change: IndicatorChange) -> str:
    """What became of a question."""
    sentences = {
        "higher": _("Higher than then."),
        "lower": _("Lower than then."),
        "same": _("The same."),
        "now_known": _("Known now, not then."),
        "not_known_any_more": _("Known then, not now."),
        "open": _("Not known both times."),
        "does_not_apply": _("Did not apply both times."),
    }
    sentence = sentences[change.kind]
    if change.new:
        return f"{sentence} {_('The older version of the questions did not ask this.')}"
    if change.derived:
        return f"{sentence} {_('The old answer was made out of answers to an older version of the question.')}"
    return sentence


def action_sentence(action: ActionChange) -> str:
    """What became of an action of the plan, beside what the answers show; without blame."""
    words = {"todo": _("Not begun."), "doing": _("Being done."), "dropped": _("Given up."), "done": _("Done.")}
    status = words[action.state.status]
    if action.change is None:
        return f"{status} {_('This version of the scan does not have the action any more.')}"
    shown = {
        "higher": _("The answer about '{title}' is higher now."),
        "lower": _("The answer about '{title}' is lower now. That can have other causes."),
        "same": _("The answers show no change yet. That can still come."),
    }
    if action.state.status != "done" and action.change.kind not in ("higher", "lower"):
        return status
    unsure = _("Whether the answer about '{title}' changed cannot be said.")
    seen = shown.get(action.change.kind, unsure).format(title=action.change.place.indicator.title)
    return f"{status} {seen}"


def cause_sentence(cause: Cause, pair: ScanPair, roles: tuple[str, ...], titles: tuple[str, ...]) -> str:
    """What else than a real change may explain a difference; `roles` are empty for the public."""
    before, after = pair.before, pair.after
    derived = sum(bool(answer.derived_from) for answer in before.now.assessment.answers.values())
    gone = sum(len(change.taken) for change in before.moved.changes if change.archived and not change.made)
    sentences = {
        "role": _("Then the role was '{before}', now it is '{after}'. Another person may judge otherwise.")
        if all(roles)
        else _("Somebody in another role may have answered. Another person may judge otherwise."),
        "respondent": _("It is not certain that the same person answered. Another person may judge otherwise."),
        "questionnaire": _("The questionnaire was '{before}' then and is '{after}' now. They do not ask the same."),
        "kind": _("One of the two has the answers of one person, the other those of a group that agreed."),
        "pack": _("The questions changed: version {before} then, version {after} now."),
        "pack_unknown": _(
            "The questions changed: version {before} then, version {after} now. The older version is not at hand. So "
            "what that changed cannot be said."
        ),
        "derived": ngettext(
            "{n} old answer was made out of others, since its question changed.",
            "{n} old answers were made out of others, since their questions changed.",
            derived,
        ),
        "asked_again": ngettext(
            "{n} old answer does not fit the newer version of the questions. It is not compared.",
            "{n} old answers do not fit the newer version of the questions. They are not compared.",
            gone,
        ),
        "draft": _("Not both scans are closed. Their answers can still change."),
    }
    values = {
        "role": roles,
        "questionnaire": titles,
        "pack": (before.assessment.pack.version, after.assessment.pack.version),
    }
    old, new = values.get(cause.removesuffix("_unknown"), ("", ""))
    return sentences[cause].format(before=old, after=new, n=derived if cause == "derived" else gone)


def method(scans: int) -> tuple[str, ...]:
    """How the comparison of so many scans comes about."""
    each = _("Each scan is compared with the next. The first part compares the first with the last.")
    return (
        _("All scores are made with the newest version of the questions. Old answers are carried over to it first."),
        _("A score is called higher or lower only if that holds for every way in which open answers can turn out."),
        _("Where too little is known, or the possible scores overlap, this report says that it cannot be said."),
        _("A change in a score says nothing about its cause."),
        *((each,) if scans > 2 else ()),
    )
