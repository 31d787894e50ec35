"""Answers that do not fit together, as far as the pack can say so by its own definitions."""

from mhscan.base import Id, Strict, Text
from mhscan.conditions import Condition


class Signal(Strict):
    """A soft edit: where `when` is true, the answers that it looks at do not fit together; `text` says why.

    Nobody has to mend them: with a note at one of these answers they can stand.
    """

    id: Id
    when: Condition
    text: Text
