"""A questionnaire: which questions, in which order, from whose perspective."""

from typing import Literal

from pydantic import Field

from mhscan.base import AnswerKey, FullId, Id, Seq, SourcedText, Strict, Text
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
    wording: dict[FullId, Wording] = Field(default_factory=dict)

    def asks(self) -> tuple[str, ...]:
        """All that is asked, in order."""
        return tuple(entry for section in self.sections for entry in section.ask)
