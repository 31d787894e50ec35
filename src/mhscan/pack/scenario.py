"""A scenario: answers of an imagined subject, and what the pack's authors expect to follow from them."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mhscan.base import AnswerKey, Date, FullId, Id, Seq, Stored, Strict, Text


class GivenAnswer(Strict):
    """An answer in a scenario.

    A value, `unknown`, or a reason why it does not apply; `carried` maps the id of a carrier to its arrangement.
    """

    value: Stored | None = None
    unknown: bool = False
    not_applicable: str = ""
    carried: dict[Id, Text] = Field(default_factory=dict, max_length=1)


def _short(value: Any) -> Any:
    """A bare value is short for an answer with that value; the word `unknown` for one that is not known."""
    if value == "unknown":
        return {"unknown": True}
    return value if isinstance(value, dict) else {"value": value}


Answered = Annotated[
    GivenAnswer, BeforeValidator(_short, json_schema_input_type=bool | int | float | str | list[str] | GivenAnswer)
]


class ExpectedProfile(Strict):
    """The field of the profile, or why none is named."""

    field: Id | None = None
    why_not: Literal["too_little_known", "near_split", "band_crosses"] | None = None


class ExpectedAction(Strict):
    """An indicator whose action comes at this place, with the reason that an adviser would give.

    With `within` it comes somewhere among the first so many.
    """

    indicator: FullId
    within: int | None = Field(None, gt=0)
    because: Text


class Expected(Strict):
    """What follows from the answers."""

    profile: ExpectedProfile | None = None
    fires: Seq[Id] = ()
    silent: Seq[Id] = ()
    undecided: Seq[Id] = ()
    first: Seq[ExpectedAction] = ()


class Scenario(Strict):
    """The whole of a scenario file in `factors/scenarios/`."""

    schema_: Literal["mhscan/scenario@1"] = Field(alias="schema")
    id: Id
    name: Text
    questionnaire: Id
    date: Date
    subject: dict[Id, Stored]
    answers: dict[AnswerKey, Answered]
    expect: Expected
