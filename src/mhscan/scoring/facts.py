"""What is known: the answers of an assessment, as conditions and scores need them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from mhscan.answers.model import Answer, Assessment
from mhscan.base import SUBJECT, Number
from mhscan.conditions import State
from mhscan.pack.pack import Pack, Place
from mhscan.questions.base import AnswerError, Value
from mhscan.questions.registry import Question


@dataclass(frozen=True)
class Suppressed:
    """Answers that an audience may not see, in the terms of statistical disclosure control.

    `primary` may not be seen themselves, such as small counts. `secondary` would give these away: whether they are
    asked at all depends on them.
    """

    primary: frozenset[str] = frozenset()
    secondary: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """All of them."""
        return self.primary | self.secondary


NOTHING_SUPPRESSED = Suppressed()


@dataclass(frozen=True)
class Fact:
    """What is known about one question: a state, a value if it is answered, and who carries it.

    A suppressed answer is answered without a value; of a count it is known that it is lower than `below`.
    """

    state: State
    value: Value | None = None
    carried: str | None = None
    below: Number | None = None

    @property
    def is_suppressed(self) -> bool:
        """Whether there is an answer that may not be seen."""
        return self.state == "answered" and self.value is None


NOT_ASKED = Fact("not_asked")


@dataclass(frozen=True)
class Facts:
    """What is known about all questions of a pack.

    `left_out` has the keys whose answers do not fit the pack; they count as not asked.
    """

    by_key: Mapping[str, Fact] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    def having(self, key: str, fact: Fact) -> Facts:
        """The same facts but for one question."""
        return Facts({**self.by_key, key: fact}, self.left_out)

    def get(self, key: str) -> Fact:
        """What is known about one question."""
        return self.by_key.get(key, NOT_ASKED)


def gather(pack: Pack, assessment: Assessment, suppressed: Collection[str] = ()) -> Facts:
    """The facts in an assessment, without those that do not fit the pack; of suppressed answers no value."""
    found: dict[str, Fact] = {key: _unseen(pack, key) for key in suppressed}
    left_out = []
    for key, answer in assessment.answers.items():
        fact = found.get(key) or _fact(pack, key, answer)
        if fact is None:
            left_out.append(key)
        else:
            found[key] = fact
    for question in pack.model.subject.fields:
        if question.id in assessment.subject:
            fact = _checked(question, assessment.subject[question.id], None)
            found[SUBJECT + question.id] = fact or NOT_ASKED
    return Facts(found, tuple(left_out))


def _unseen(pack: Pack, key: str) -> Fact:
    """What may be known of a context question with a suppressed answer."""
    numbers = pack.context[key].traits.numbers
    return Fact("answered", below=pack.model.privacy.small_number if numbers else None)


def _fact(pack: Pack, key: str, answer: Answer) -> Fact | None:
    """What an answer says; nothing where it does not fit its question, or there is none."""
    carried = answer.carried_by.kind if answer.carried_by else None
    if key not in pack.places and key not in pack.context:
        fields = {"respondent.role", *(SUBJECT + question.id for question in pack.model.subject.fields)}
        return Fact(answer.state) if key in fields and answer.state != "answered" else None
    if answer.state == "answered":
        place = pack.places.get(key)
        return _at_level(place, answer.value, carried) if place else _checked(pack.context[key], answer.value, carried)
    if answer.state == "not_applicable" and not pack.can_be_set_aside(key):
        return None
    return Fact(answer.state, None, carried)


def _at_level(place: Place, value: object, carried: str | None) -> Fact | None:
    # True equals 1 in Python, and is no level.
    levels = [level.level for level in place.indicator.levels if type(value) is int and level.level == value]
    return Fact("answered", levels[0], carried) if levels else None


def _checked(question: Question, value: object, carried: str | None) -> Fact | None:
    try:
        return Fact("answered", question.check(value), carried)
    except AnswerError:
        return None
