"""A question, and the list of all questions, as a face shows them."""

from __future__ import annotations

from mhscan.answers.model import Answer, Assessment
from mhscan.interview.engine import Interview, InterviewStep, described, state_of
from mhscan.interview.face import Card, KeyHint, ListRow
from mhscan.interview.keys import KeyCommand
from mhscan.interview.signals import signal_lines
from mhscan.language import _
from mhscan.pack.pack import known_by


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
        choices=step.question.choices(),
        prompt=step.question.prompt(),
        keys=shown_keys(keys, step),
        current=described(step, assessment) or state_words(assessment, step, open_word=""),
        extras=extras(assessment.answers.get(step.key)),
        signals=signal_lines(interview.pack, assessment, step.key),
    )


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
        "open": open_word,
    }
    return words[state_of(assessment, step.key)]


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
    texts += filter(None, (known_by(interview.pack, step.key),))
    return texts or [_("There is no explanation with this question.")]
