"""What is known: the answers of an assessment, as conditions and scores need them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from mhscan.answers.model import Answer, Assessment
from mhscan.base import SUBJECT, Number
from mhscan.conditions import State
from mhscan.pack.ladders import ladders_of
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

    A suppressed answer is answered without a value; of a count it is known that it is lower than `below`. Of an
    indicator with observations, `within` has the levels that these still allow; empty for all.
    """

    state: State
    value: Value | None = None
    carried: str | None = None
    below: Number | None = None
    within: tuple[int, ...] = ()

    def may_be(self, level: int) -> bool:
        """Whether an indicator of which this is known can still come to a level."""
        return (level in self.within or not self.within) if self.value is None else self.value == level

    @property
    def is_undecided(self) -> bool:
        """Whether a level was given directly, and the facts under it do not decide it: somebody has to look again."""
        return self.state == "answered" and len(self.within) > 1

    @property
    def is_suppressed(self) -> bool:
        """Whether there is an answer that may not be seen."""
        return self.state == "answered" and self.value is None


NOT_ASKED = Fact("not_asked")


@dataclass(frozen=True)
class Facts:
    """What is known about all questions of a pack.

    `left_out` has the keys whose answers do not fit the pack; they count as not asked. `date` is that of the scan,
    YYYY-MM-DD; empty where it is not known.
    """

    by_key: Mapping[str, Fact] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    date: str = ""

    def having(self, key: str, fact: Fact) -> Facts:
        """The same facts but for one question."""
        return self.having_all({key: fact})

    def having_all(self, facts: Mapping[str, Fact]) -> Facts:
        """The same facts but for these questions."""
        return replace(self, by_key={**self.by_key, **facts})

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
    found |= dict(_observed(pack, found, assessment.date, suppressed))
    for question in pack.model.subject.fields:
        if question.id in assessment.subject:
            fact = _checked(question, assessment.subject[question.id], None)
            found[SUBJECT + question.id] = fact or NOT_ASKED
    return Facts(found, tuple(left_out), assessment.date)


def _observed(
    pack: Pack, found: Mapping[str, Fact], date: str, suppressed: Collection[str] = ()
) -> Iterator[tuple[str, Fact]]:
    """What follows for indicators from the facts that were observed; a level that was given counts while they are open.

    An indicator that was set aside takes its facts along.
    """
    for key, ladder in ladders_of(pack).items():
        own, given = {one: found.get(one, NOT_ASKED) for one in ladder.keys}, found.get(key, NOT_ASKED)
        if given.state == "not_applicable":
            yield from ((one, replace(given, carried=None)) for one in own)
        elif any(fact.state != "not_asked" for fact in own.values()) or key in found:
            within = ladder.levels({one: (fact.value, fact.below) for one, fact in own.items()}, date)
            # Of facts that may not be seen nobody can say whether they exclude the level.
            stands = own.keys().isdisjoint(suppressed) and (
                given.value in within or all(fact.value is None for fact in own.values())
            )
            yield key, _followed(given, within, [fact.state for fact in own.values()], stands)


def _followed(given: Fact, within: tuple[int, ...], states: list[State], stands: bool) -> Fact:
    """What is known of an indicator whose facts allow these levels; a level that was given may stand beside them."""
    if len(within) == 1:
        return Fact("answered", within[0], given.carried, within=within)
    if given.value is not None and stands:
        return replace(given, within=within)
    open_states = {one for one in states if one != "answered"}
    state: State = given.state if given.state in ("unknown", "skipped") else "not_asked"
    if state == "not_asked" and open_states == {"unknown"}:
        state = "unknown"
    return Fact(state, None, given.carried, within=within)


def following(pack: Pack, answers: Mapping[str, Fact], date: str) -> Facts:
    """These answers as facts of a scan of this date, with what follows for indicators from what was observed."""
    return Facts({**answers, **dict(_observed(pack, answers, date))}, date=date)


def changed(pack: Pack, facts: Facts, key: str, fact: Fact) -> Facts:
    """The same facts but for one question; with an observed fact, what follows for its indicator changes too."""
    facts = facts.having(key, fact)
    place = pack.observed_at(key)
    if place is None:
        return facts
    given = facts.get(place.id)
    if given.state == "answered" and not given.is_undecided:
        given = Fact("not_asked", None, given.carried)
    own = {one: facts.get(one) for one in place.observations}
    return facts.having_all(dict(_observed(pack, {**own, place.id: given}, facts.date)))


def _unseen(pack: Pack, key: str) -> Fact:
    """What may be known of a question of a type with a suppressed answer."""
    question = pack.asked_by_type(key)
    numbers = question.traits.numbers if question else None
    return Fact("answered", below=pack.model.privacy.small_number if numbers else None)


def _fact(pack: Pack, key: str, answer: Answer) -> Fact | None:
    """What an answer says; nothing where it does not fit its question, or there is none."""
    carried = answer.carried_by.kind if answer.carried_by else None
    question = pack.asked_by_type(key)
    if key not in pack.places and (question is None or key.startswith(SUBJECT)):
        return _of_field(pack, key, answer)
    if answer.state == "not_applicable" and not pack.can_be_set_aside(key):
        return None
    if answer.state != "answered":
        return Fact(answer.state, None, carried)
    return _checked(question, answer.value, carried) if question else _at_level(pack.places[key], answer.value, carried)


def _of_field(pack: Pack, key: str, answer: Answer) -> Fact | None:
    """What is said of a field of the subject, or of who answers, that has no value."""
    fields = {"respondent.role", *(SUBJECT + question.id for question in pack.model.subject.fields)}
    return Fact(answer.state) if key in fields and answer.state != "answered" else None


def _at_level(place: Place, value: object, carried: str | None) -> Fact | None:
    if value is None and place.observations:
        # What stands here comes with the facts, such as a note; they say which level it is.
        return Fact("not_asked", None, carried)
    # True equals 1 in Python, and is no level.
    levels = [level.level for level in place.indicator.levels if type(value) is int and level.level == value]
    return Fact("answered", levels[0], carried) if levels else None


def _checked(question: Question, value: object, carried: str | None) -> Fact | None:
    try:
        return Fact("answered", question.check(value), carried)
    except AnswerError:
        return None
