"""A questionnaire: which questions, in which order, from whose perspective."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from mhscan.base import AnswerKey, Id, Seq, SourcedText, Strict, Text, WordedKey, card_of
from mhscan.pack.factor import Level


class Section(Strict):
    """A part of a questionnaire."""

    title: Text
    ask: Seq[AnswerKey] = Field(min_length=1)


class Wording(Strict):
    """The words of an indicator for another perspective: all levels, lowest first, or none."""

    question: Text
    help: SourcedText | None = None
    levels: Seq[Level] = ()


class FactWording(Strict):
    """The words of an observation for another perspective; what counts is left out where `counts` is.

    With `least` whoever answers sees one side only: that the subject itself says more is no difference then.
    """

    text: Text
    counts: Text | None = None
    least: bool = False


def wording_kind(value: Any) -> str:
    """The tag of the model that words belong to, from their keys: those of an indicator have a question."""
    names = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    of_fact = {"text", "counts", "least"} & {*names} and not {"question", "levels"} & {*names}
    return "<FactWording>" if of_fact else "<Wording>"


AnyWording = Annotated[
    Annotated[Wording, Tag("<Wording>")] | Annotated[FactWording, Tag("<FactWording>")], Discriminator(wording_kind)
]


class Questionnaire(Strict):
    """The whole of a file in `questionnaires/`.

    A questionnaire from a partner's perspective gives answers that stand beside the subject's own, never in a score;
    `unseen` is the extra answer it offers for what a partner cannot see. `after` says what to do with the paper.
    """

    schema_: Literal["mhscan/questionnaire@1"] = Field(alias="schema")
    id: Id
    title: Text
    text: str = ""
    minutes: int = Field(gt=0)
    perspective: Literal["own", "partner"] = "own"
    unseen: str = ""
    after: str = ""
    sections: Seq[Section] = Field(min_length=1)
    wording: dict[WordedKey, AnyWording] = Field(default_factory=dict)

    def asks(self) -> tuple[str, ...]:
        """All that is asked, in order."""
        return tuple(entry for section in self.sections for entry in section.ask)

    @cached_property
    def words(self) -> dict[str, Wording]:
        """The words of indicators, by their full ids."""
        return {key: one for key, one in self.wording.items() if isinstance(one, Wording) and card_of(key) == key}

    @cached_property
    def fact_words(self) -> dict[str, FactWording]:
        """The words of observations, by their full ids."""
        return {key: one for key, one in self.wording.items() if isinstance(one, FactWording) and card_of(key) != key}

    @property
    def of_partner(self) -> bool:
        """Whether somebody else than the subject answers: then it makes no score, and no level is worked out."""
        return self.perspective == "partner"
