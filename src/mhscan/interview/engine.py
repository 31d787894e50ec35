"""What to ask, in which order, and what is left: pure, over a pack, a questionnaire and an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mhscan.answers.model import Answer, Assessment
from mhscan.base import CONTEXT, SUBJECT
from mhscan.conditions import keys_of
from mhscan.interview.observations import ObservationsQuestion
from mhscan.language import _
from mhscan.pack.glossary import Term, named
from mhscan.pack.ladders import Ladder
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.base import AnswerError, Option, Value
from mhscan.questions.levels import LevelQuestion
from mhscan.questions.registry import Question
from mhscan.questions.single import SingleQuestion
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import gather

StepKind = Literal["subject", "role", "context", "indicator", "fact"]
ROLE_KEY = "respondent.role"
"""The key of the question in which role somebody answers."""


@dataclass(frozen=True)
class InterviewStep:
    """One question of an interview, in the words of its questionnaire."""

    key: str
    kind: StepKind
    section: str
    title: str
    text: str
    help: str
    why: str
    evidence: tuple[str, ...]
    question: Question | LevelQuestion | ObservationsQuestion
    factor: str = ""
    """The title of the factor that an indicator belongs to; empty for what is asked about the subject and context."""

    @property
    def is_given(self) -> bool:
        """Whether the answer stands with the subject or the respondent, and not among the answers."""
        return self.kind in ("subject", "role")

    @property
    def place(self) -> str:
        """Where the question stands: its factor and its section; the section alone if that names the factor too."""
        if self.factor.casefold() in self.section.casefold():
            return self.section
        return f"{self.factor}: {self.section}"


class Interview:
    """The questions of one questionnaire, as they stand for the answers given so far.

    `factor` limits it to one factor, and to the context questions on which that factor's questions depend.
    """

    def __init__(self, pack: Pack, questionnaire: Questionnaire, factor: str | None = None) -> None:
        """Lay out the steps; which of them apply is looked at anew each time."""
        self.pack = pack
        self.questionnaire = questionnaire
        self.steps = _first_steps(pack, questionnaire.perspective) if factor is None else ()
        self.steps += tuple(
            _step(pack, questionnaire, section.title, key)
            for section in questionnaire.sections
            for key in section.ask
            if factor is None or key in _keys_for(pack, questionnaire, factor)
        )
        self.by_key = {step.key: step for step in self.steps}
        self._order = {step.key: n for n, step in enumerate(self.steps)}

    def terms(self, step: InterviewStep) -> tuple[Term, ...]:
        """The words in a question, its explanation and its answers that the pack's glossary explains."""
        choices = [one.label for one in step.question.choices()]
        return named(self.pack.terms, [step.text, step.help, step.why, *choices])

    def visible(self, assessment: Assessment) -> list[InterviewStep]:
        """The steps that apply or may apply."""
        conditions = Conditions(self.pack, gather(self.pack, assessment))
        return [step for step in self.steps if conditions.applies(step.key).value is not False]

    def open(self, assessment: Assessment) -> list[InterviewStep]:
        """The visible steps that nothing was said about yet; a skipped one is not open."""
        return [step for step in self.visible(assessment) if state_at(assessment, step) == "open"]

    def to_look_at(self, assessment: Assessment) -> list[InterviewStep]:
        """The visible steps without an answer: skipped, unknown or open; and those where somebody has to look again."""
        without = ("skipped", "unknown", "open", "partly", "again")
        return [step for step in self.visible(assessment) if state_at(assessment, step) in without]

    def start(self, assessment: Assessment) -> InterviewStep | None:
        """Where to go on: the first open step after the last one that was handled, else the first open one."""
        visible = self.visible(assessment)
        handled = [step.key for step in visible if step.kind != "role" and state_at(assessment, step) != "open"]
        return self.after(assessment, handled[-1]) if handled else next(iter(self.open(assessment)), None)

    def after(self, assessment: Assessment, key: str) -> InterviewStep | None:
        """The first open step after one, else the first open one; nothing where none is left."""
        left = self.open(assessment)
        later = (step for step in left if self._order[step.key] > self._order[key])
        return next(later, left[0] if left else None)

    def before(self, assessment: Assessment, key: str) -> InterviewStep | None:
        """The visible step before one; nothing before the first."""
        earlier = [step for step in self.visible(assessment) if self._order[step.key] < self._order[key]]
        return earlier[-1] if earlier else None


def all_steps(pack: Pack, questionnaire: Questionnaire | None) -> dict[str, InterviewStep]:
    """Each question that a pack knows, by its key, in the words of a questionnaire where that has its own."""
    steps = [*_first_steps(pack, questionnaire.perspective if questionnaire else "own")]
    steps += [_step(pack, questionnaire, "", key) for key in (*pack.context, *pack.places)]
    worded = [place.observations_in(questionnaire) for place in pack.places.values()]
    facts = pack.observations | {key: one for asked in worded for key, one in asked.items()}
    steps += [_plain_step(key, "fact", "", one.question) for key, one in facts.items()]
    return {step.key: step for step in steps}


def is_handled(assessment: Assessment, key: str) -> bool:
    """Whether anything was said about a question: an answer, not known, not applicable or skipped."""
    return state_of(assessment, key) != "open"


def state_at(assessment: Assessment, step: InterviewStep) -> str:
    """The state of a step; of one with facts what these come to together."""
    if isinstance(step.question, ObservationsQuestion):
        return step.question.state(assessment)
    return state_of(assessment, step.key)


def state_of(assessment: Assessment, key: str) -> str:
    """The state of a question; 'open' where nothing was said about it."""
    if _given(assessment, key) is not None:
        return "answered"
    answer = assessment.answers.get(key)
    return answer.state if answer else "open"


def _given(assessment: Assessment, key: str) -> object:
    """What is said about the subject or the respondent, which does not stand among the answers."""
    if key == ROLE_KEY:
        return assessment.respondent.role
    return assessment.subject.get(key.removeprefix(SUBJECT)) if key.startswith(SUBJECT) else None


def described(step: InterviewStep, assessment: Assessment) -> str:
    """The answer to a question in words; empty where there is no value."""
    if isinstance(step.question, ObservationsQuestion):
        return step.question.described(assessment)
    value = _given(assessment, step.key)
    answer = assessment.answers.get(step.key)
    if answer is not None and answer.state == "answered":
        value = answer.value
    if value is None:
        return ""
    try:
        return step.question.describe(step.question.check(value))
    except AnswerError:
        return str(value)


def answered(step: InterviewStep, value: Value, earlier: Answer | None, at: str | None) -> Answer:
    """An answer with a value; a note, evidence and who carries it are kept from an earlier answer."""
    words = step.question.describe(value) if step.kind == "indicator" else None
    return Answer(state="answered", value=value, said=words, at=at, **_kept(earlier))


def without_value(
    state: Literal["unknown", "not_applicable", "skipped"],
    earlier: Answer | None,
    at: str | None,
    reason: str | None = None,
) -> Answer:
    """An answer without a value; a note, evidence and who carries it are kept from an earlier answer."""
    return Answer(state=state, reason=reason, at=at, **_kept(earlier))


def _kept(earlier: Answer | None) -> dict[str, Any]:
    return {name: getattr(earlier, name) for name in ("carried_by", "note", "evidence")} if earlier else {}


def _first_steps(pack: Pack, perspective: str) -> tuple[InterviewStep, ...]:
    """What is asked first: about the subject, and in which role somebody answers."""
    roles = [role for role in pack.model.roles if perspective in role.perspectives]
    if len(roles) < 2:
        return _subject_steps(pack)
    question = SingleQuestion(
        id="role",
        type="single",
        title=_("Your role"),
        text=_("In which role do you answer?"),
        options=tuple(Option(id=role.id, text=role.label) for role in roles),
    )
    return (*_subject_steps(pack), _plain_step(ROLE_KEY, "role", _about(pack), question))


def _subject_steps(pack: Pack) -> tuple[InterviewStep, ...]:
    return tuple(_plain_step(SUBJECT + one.id, "subject", _about(pack), one) for one in pack.model.subject.fields)


def _about(pack: Pack) -> str:
    singular = pack.model.subject.singular
    return singular[:1].upper() + singular[1:]


def _plain_step(key: str, kind: StepKind, section: str, question: Question) -> InterviewStep:
    help_text = question.help.text if question.help else ""
    return InterviewStep(key, kind, section, question.name, question.text, help_text, "", (), question)


def _step(pack: Pack, questionnaire: Questionnaire | None, section: str, key: str) -> InterviewStep:
    if key.startswith(CONTEXT):
        return _plain_step(key, "context", section, pack.context[key])
    place = pack.places[key]
    return _indicator_step(place, section, questionnaire)


def _indicator_step(place: Place, section: str, questionnaire: Questionnaire | None) -> InterviewStep:
    indicator, wording = place.indicator, questionnaire.words.get(place.id) if questionnaire else None
    facts = place.observations_in(questionnaire)
    levels = wording.levels if wording and wording.levels else indicator.levels
    helped = wording.help if wording else indicator.help
    # What was written for the subject itself is no help to somebody who sees it from outside.
    own = wording is None and facts == place.observations
    return InterviewStep(
        key=place.id,
        kind="indicator",
        section=section,
        title=indicator.title,
        text=wording.question if wording else indicator.question,
        help=helped.text if helped else "",
        why=indicator.why.text if indicator.why and own else "",
        evidence=indicator.evidence if own else (),
        question=_asked_for(place, LevelQuestion(tuple((one.level, one.text) for one in levels)), facts, questionnaire),
        factor=place.factor.title,
    )


def _asked_for(
    place: Place, levels: LevelQuestion, facts: Mapping[str, Observation], questionnaire: Questionnaire | None
) -> LevelQuestion | ObservationsQuestion:
    """How an indicator is asked: by its facts, or by the list of its levels where it has none."""
    if not facts:
        return levels
    if questionnaire is None or not questionnaire.of_partner:
        return ObservationsQuestion(Ladder(place), levels, facts)
    return ObservationsQuestion(Ladder(place), levels, facts, of_partner=True, unseen=questionnaire.unseen)


def _keys_for(pack: Pack, questionnaire: Questionnaire, factor: str) -> frozenset[str]:
    """The questions of one factor, with the ones in the questionnaire that decide whether they apply."""
    wanted = {key for key in questionnaire.asks() if key in pack.places and pack.places[key].factor.id == factor}
    conditions = [condition for key in wanted if (condition := pack.applies_if(key)) is not None]
    needed = {one for condition in conditions for one in keys_of(condition)}
    return frozenset(wanted | {key for key in questionnaire.asks() if key in needed and key.startswith(CONTEXT)})
