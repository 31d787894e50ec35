"""What a colleague can check of an indicator: two to five short facts from which its level follows."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal, cast, get_args

from pydantic import Field

from mhscan.base import ClaimId, Id, Number, Seq, Strict, Text
from mhscan.language import _
from mhscan.questions.base import Option
from mhscan.questions.registry import TYPES, Question

ObservationType = Literal["yesno", "single", "number", "share", "date"]
_TYPES = {get_args(one.model_fields["type"].annotation)[0]: one for one in TYPES}


class Observation(Strict):
    """One fact: a question with what it says when it is there and when it is missing.

    `text` says of a yes/no fact what is so or not. `there` fits after 'There is', and holds from more than the least
    answer on; `missing` fits there too, and holds up to less than the most; `absent` takes its place at the least.
    Options stand from least to most, and a higher number, share or later date is more. `people` is false where a
    number or share counts no people or cases: then a public report need not hide a small one. An `internal` fact stays
    out of what the public sees. `actions` are ids of actions of its factor that bring it about. A fact rests on
    `sources`, or is `ours`.
    """

    id: Id
    aliases: Seq[Id] = ()
    type: ObservationType
    text: Text
    counts: Text | None = None
    asks: Seq[Id] = ()
    there: Text
    missing: Text
    absent: Text | None = None
    people: bool = True
    internal: bool = False
    options: Seq[Option] = ()
    maximum: Number | None = None
    evidence: Seq[Text] = ()
    actions: Seq[Id] = ()
    ours: bool = False
    sources: Seq[ClaimId] = ()

    @cached_property
    def question(self) -> Question:
        """The fact as a question of its type."""
        model = _TYPES[self.type]
        fields = {name: getattr(self, name) for name in ("id", "type", "text", "options", "maximum")}
        given = {name: value for name, value in fields.items() if name in model.model_fields}
        return cast("Question", model.model_construct(**given))

    @property
    def takes(self) -> frozenset[str]:
        """The keys that go with its type."""
        return frozenset(type(self.question).model_fields)

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is so or not, and nothing between."""
        return any(choice.value is True for choice in self.question.choices())

    def in_words(self, text: str, counts: str | None) -> "Observation":
        """The same fact in other words: answers to it are the same answers."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_construct(**{**fields, "text": text, "counts": counts})


def there_is(things: Sequence[str]) -> list[str]:
    """What is there, or what is missing, as sentences; two things in each, since a longer list is no sentence."""
    pairs = [things[n : n + 2] for n in range(0, len(things), 2)]
    texts = [
        pair[0] if len(pair) == 1 else _("{first} and {last}").format(first=pair[0], last=pair[1]) for pair in pairs
    ]
    first, also = _("There is {things}."), _("There is also {things}.")
    return [(also if n else first).format(things=text) for n, text in enumerate(texts)]


class Observed(Strict):
    """What has observations: none where the level is chosen from a list."""

    observations: Seq[Observation] = Field((), max_length=5)

    def observation(self, name: str) -> Observation:
        """The observation with an id."""
        return next(one for one in self.observations if one.id == name)
