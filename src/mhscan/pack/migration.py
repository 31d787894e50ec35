"""A migration: how answers that were given with one version of a pack go over to a later one.

Each step names what it takes by the ids of the version `from`, and what it makes by the ids of the version `to`. All
steps of a migration work on the answers as they were before it, so their order does not matter. What no step names
keeps its id and its value.
"""

from typing import Annotated, Literal

from pydantic import Field

from mhscan.base import AnswerKey, Id, Seq, Strict, Text
from mhscan.pack.model import Version

AnswerValue = bool | int | str


class OldAnswer(Strict):
    """What an answer of a question that is gone said: its value, and the words that went with it."""

    value: AnswerValue
    text: Text


class OldQuestion(Strict):
    """The words of a question in the older version, for answers that are archived."""

    text: Text
    answers: Seq[OldAnswer] = ()


class OneQuestion(Strict):
    """A step that takes the answer of one question."""

    question: AnswerKey

    @property
    def taken(self) -> tuple[str, ...]:
        """The questions of the older version whose answers it takes."""
        return (self.question,)


class Taking(OneQuestion):
    """A step that gives the answer of one question to one question, under its id or another."""

    to: AnswerKey | None = None

    @property
    def made(self) -> tuple[str, ...]:
        """The questions of the newer version that may get an answer from it."""
        return (self.to or self.question,)


class Rename(Taking):
    """The question has another id; nothing else changed. `to` is the new id."""

    type: Literal["rename"]
    to: AnswerKey


class Archive(OneQuestion):
    """The question is not asked any more; `because` says why it went."""

    type: Literal["archive"]
    because: Text

    @property
    def made(self) -> tuple[str, ...]:
        """Nothing."""
        return ()


class Pair(Strict):
    """A value of the older version with the one of the newer version that means the same."""

    from_: AnswerValue = Field(alias="from")
    to: AnswerValue


class MapValues(Taking):
    """The levels or options have other values. A value that is not named here does not fit any more."""

    type: Literal["map"]
    values: Seq[Pair] = Field(min_length=1)

    @property
    def values_made(self) -> tuple[AnswerValue, ...]:
        """The values that an answer can get."""
        return tuple(one.to for one in self.values)


class Rescale(Taking):
    """The scale has other levels, `old` became `new`, each from low to high; `strategy` says what becomes of a level.

    `clamp` keeps the level, or takes the nearest one that still exists. `proportional` keeps the place between the
    lowest and the highest (the rule of three), and takes the lower of two levels that are as near. `reset` asks again.
    """

    type: Literal["rescale"]
    strategy: Literal["clamp", "proportional", "reset"]
    old: Seq[int] = Field(min_length=2)
    new: Seq[int] = Field(min_length=2)

    @property
    def values_made(self) -> tuple[AnswerValue, ...]:
        """The values that an answer can get."""
        return () if self.strategy == "reset" else self.new


class Split(OneQuestion):
    """One question became several; `level` says whether each gets the old answer, or is asked again."""

    type: Literal["split"]
    into: Seq[AnswerKey] = Field(min_length=2)
    level: Literal["same", "ask"]

    @property
    def made(self) -> tuple[str, ...]:
        """The questions of the newer version that may get an answer from it."""
        return self.into


class Merge(Strict):
    """Several questions became one; `level` says what becomes of their answers.

    `lowest` takes the lowest level if all have one. `equal` takes the answer if all are the same. Else it is asked
    again, as with `ask`.
    """

    type: Literal["merge"]
    questions: Seq[AnswerKey] = Field(min_length=2)
    to: AnswerKey
    level: Literal["lowest", "equal", "ask"]

    @property
    def taken(self) -> tuple[str, ...]:
        """The questions of the older version whose answers it takes."""
        return self.questions

    @property
    def made(self) -> tuple[str, ...]:
        """The question of the newer version that may get an answer from it."""
        return (self.to,)


Step = Annotated[Rename | Split | Merge | MapValues | Archive | Rescale, Field(discriminator="type")]


class RenamedQuestionnaire(Strict):
    """A questionnaire that has another id."""

    from_: Id = Field(alias="from")
    to: Id


class Migration(Strict):
    """The whole of a file in `factors/migrations/`: the steps from one version of the pack to a later one.

    `old` has the words of the questions whose answers may be archived, by the ids of the older version.
    """

    schema_: Literal["mhscan/migration@1"] = Field(alias="schema")
    from_: Version = Field(alias="from")
    to: Version
    text: str = ""
    steps: Seq[Step] = ()
    old: dict[AnswerKey, OldQuestion] = Field(default_factory=dict)
    questionnaires: Seq[RenamedQuestionnaire] = ()
