"""A question, and the list of all questions, as a face shows them."""

from __future__ import annotations

from dataclasses import replace

from mhscan.answers.model import ROLE, Answer, Assessment
from mhscan.interview.engine import Interview, InterviewStep, described, state_at
from mhscan.interview.face import Card, KeyHint, ListRow
from mhscan.interview.keys import KeyCommand
from mhscan.interview.observations import ObservationsQuestion
from mhscan.interview.signals import signal_lines
from mhscan.language import _
from mhscan.pack.pack import Pack, known_by, label
from mhscan.questions.base import Choice


def card(interview: Interview, assessment: Assessment, step: InterviewStep, keys: tuple[KeyCommand, ...]) -> Card:
    """A question with its place among the others, and what was answered before."""
    visible = interview.visible(assessment)
    return Card(
        number=next((n for n, one in enumerate(visible, 1) if one.key == step.key), 1),
        total=len(visible),
        left=len(interview.open(assessment)),
        section=step.place,
        title=step.title,
        text=step.text,
        choices=_choices(step, assessment),
        prompt=step.question.prompt(),
        keys=shown_keys(keys, step),
        current=_current(step, assessment),
        extras=extras(assessment.answers.get(step.key)),
        signals=signal_lines(interview.pack, assessment, step.key),
    )


def _choices(step: InterviewStep, assessment: Assessment) -> tuple[Choice, ...]:
    """The choices of a question; facts with what was answered."""
    question = step.question
    if not isinstance(question, ObservationsQuestion):
        return question.choices()
    known = question.known(assessment)
    words = {key: one.question.describe(known[key]) for key, one in question.observations.items() if key in known}
    words |= {key: aside for key in question.observations if (aside := _aside(assessment, key, question.unseen))}
    return tuple(
        replace(choice, label=f"{choice.label} [{words[key]}]" if key in words else choice.label)
        for key, choice in zip(question.observations, question.choices(), strict=True)
    )


def _aside(assessment: Assessment, key: str, unseen: str) -> str:
    """That a fact is not known, or that a partner cannot see it; empty where that was not said."""
    answer = assessment.answers.get(key)
    if answer is None or answer.state != "unknown":
        return ""
    return unseen if answer.reason == ROLE and unseen else _("not known")


def _current(step: InterviewStep, assessment: Assessment) -> str:
    """What was answered so far, in words."""
    if state_at(assessment, step) in ("answered", "partly"):
        return described(step, assessment)
    return state_words(assessment, step, open_word="")


def shown_keys(keys: tuple[KeyCommand, ...], step: InterviewStep) -> tuple[KeyHint, ...]:
    """The keys as they are to be typed: after a colon where a letter may be part of the answer."""
    prefix = ":" if step.question.line_input else ""
    return tuple(KeyHint(prefix + command.letter, command.label) for command in keys)


def rows(assessment: Assessment, steps: list[InterviewStep], here: InterviewStep | None) -> list[ListRow]:
    """The questions as a numbered list with what was said about each."""
    return [
        ListRow(n, step.title, state_words(assessment, step, _("open")), here is not None and step.key == here.key)
        for n, step in enumerate(steps, 1)
    ]


def state_words(assessment: Assessment, step: InterviewStep, open_word: str) -> str:
    """What was said about a question, in words."""
    words = {
        "answered": described(step, assessment),
        "unknown": _("not known"),
        "not_applicable": _("does not apply"),
        "skipped": _("skipped"),
        "partly": described(step, assessment),
        "again": _("{answer} Look again: the facts are open.").format(answer=described(step, assessment)),
        "open": open_word,
    }
    return words[state_at(assessment, step)]


def extras(answer: Answer | None) -> tuple[str, ...]:
    """What comes with an answer, in words."""
    if answer is None:
        return ()
    carried = [_("Carried by: {name}").format(name=answer.carried_by.name)] if answer.carried_by else []
    note = [_("Note: {note}").format(note=answer.note)] if answer.note else []
    evidence = (_("Evidence: {title}").format(title=item.title) for item in answer.evidence)
    return (*carried, *note, *evidence)


def explanation(interview: Interview, step: InterviewStep) -> list[str]:
    """What there is to say about a question, a text each: its help, why it is asked, evidence, who knows, and words."""
    texts = [text for text in (step.help, step.why) if text]
    if step.evidence:
        texts.append(_("Evidence could be: {examples}.").format(examples=", ".join(step.evidence)))
    texts += [text for term in interview.terms(step) for text in (f"{term.term}: {term.text}", *term.lines())]
    if interview.questionnaire.of_partner:
        return texts or [_("There is no explanation with this question.")]
    texts += filter(None, (known_by(interview.pack, step.key),))
    if isinstance(step.question, ObservationsQuestion):
        texts += _fact_sources(interview.pack, step.question)
    return texts or [_("There is no explanation with this question.")]


def _fact_sources(pack: Pack, question: ObservationsQuestion) -> list[str]:
    """Who probably knows each fact, and where it can be looked up."""
    found = []
    for n, fact in enumerate(question.observations.values(), 1):
        who = ", ".join(label(pack.model.roles, role) for role in fact.asks)
        where = ", ".join(fact.evidence)
        words = (
            _("ask {roles}").format(roles=who) if who else "",
            _("look in {places}").format(places=where) if where else "",
        )
        if any(words):
            found.append(f"{n}: {'; '.join(filter(None, words))}.")
    return found
