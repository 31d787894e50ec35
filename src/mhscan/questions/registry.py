"""The question types that a pack can use; a new type is a file beside this one and a line here."""

from typing import Annotated, get_args

from pydantic import Field

from mhscan.questions.base import QuestionBase
from mhscan.questions.date import DateQuestion
from mhscan.questions.multi import MultiQuestion
from mhscan.questions.number import NumberQuestion
from mhscan.questions.share import ShareQuestion
from mhscan.questions.single import SingleQuestion
from mhscan.questions.text import TextQuestion
from mhscan.questions.yesno import YesNoQuestion

Question = Annotated[
    SingleQuestion | MultiQuestion | YesNoQuestion | NumberQuestion | ShareQuestion | DateQuestion | TextQuestion,
    Field(discriminator="type"),
]
TYPES: tuple[type[QuestionBase], ...] = get_args(get_args(Question)[0])
"""All types, as they stand in `Question`."""
