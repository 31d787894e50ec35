"""The question types that a pack can use; a new type is a file beside this one and a line here."""

from typing import Annotated

from pydantic import Field

from mhscan.questions.date import DateQuestion
from mhscan.questions.multi import MultiQuestion
from mhscan.questions.number import NumberQuestion
from mhscan.questions.single import SingleQuestion
from mhscan.questions.text import TextQuestion
from mhscan.questions.yesno import YesNoQuestion

Question = Annotated[
    SingleQuestion | MultiQuestion | YesNoQuestion | NumberQuestion | DateQuestion | TextQuestion,
    Field(discriminator="type"),
]
