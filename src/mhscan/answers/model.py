"""An assessment: the answers that one respondent, or one group that agreed, gave about a subject."""

from typing import Literal

from pydantic import Field

from mhscan.base import AnswerKey, Date, Given, Id, Seq, Stored, Strict
from mhscan.questions.base import Value

ROLE = "role"
"""The reason of an unknown answer that the respondent could not see from their role."""


class Evidence(Strict):
    """What supports an answer, by reference: a title, a date, where it lies; never its content."""

    title: Given
    date: Date | None = None
    place: str | None = None


class CarriedBy(Strict):
    """Who else carries what is asked, such as a region, and what the arrangement is called."""

    kind: Id
    name: Given


class Answer(Strict):
    """One answer. Only `answered` has a value; `said` keeps the words of the answer as they were shown.

    `derived_from` has the ids of the answers that a migration made it out of; nobody gave it in this form.
    """

    state: Literal["answered", "unknown", "not_applicable", "skipped"]
    value: Stored | None = None
    said: str | None = None
    reason: str | None = None
    carried_by: CarriedBy | None = None
    note: str | None = None
    evidence: Seq[Evidence] = ()
    at: str | None = None
    derived_from: Seq[str] = ()


class ArchivedAnswer(Strict):
    """An answer that does not stand in the newer version of the pack, with the words of the question and its factor.

    `version` is that of the pack in which it was given, `because` says why it does not stand there.
    """

    question: str
    factor: str | None = None
    answer: Answer
    version: str | None = None
    because: str | None = None


class PackRef(Strict):
    """The pack that an assessment was made with; `sha256` is the digest of its data."""

    id: Id
    version: str
    sha256: str


class Respondent(Strict):
    """Who answers: a random id, and a role; never a name."""

    id: str
    role: Id | None = None


class Finished(Strict):
    """When an assessment was closed, and which roles agreed."""

    date: Date
    agreed: Seq[Id] = ()


class Assessment(Strict):
    """The whole of an assessment file. A question without an entry in `answers` was not asked.

    `earlier` has the packs with which it was made before it was carried over to the present one, the first one first.
    """

    schema_: Literal["mhscan/assessment@1"] = Field(alias="schema")
    id: Given
    subject: dict[Id, Stored]
    date: Date
    pack: PackRef
    earlier: Seq[PackRef] = ()
    questionnaire: Id
    kind: Literal["individual", "consensus"] = "individual"
    status: Literal["draft", "final"] = "draft"
    finished: Finished | None = None
    respondent: Respondent
    answers: dict[AnswerKey, Answer] = Field(default_factory=dict)
    archived: dict[str, ArchivedAnswer] = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the subject is called."""
        return str(self.subject.get("name", ""))

    def value(self, key: str) -> Value | None:
        """The value of an answer; nothing where there is none."""
        answer = self.answers.get(key)
        return answer.value if answer is not None and answer.state == "answered" else None
