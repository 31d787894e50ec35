"""Classes of numbers follow on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mhscan.base import Number
from mhscan.errors import Problem
from mhscan.integrity.order import out_of_order
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model
from mhscan.questions.numbers import NumberRange


def check(folder: Folder) -> Iterator[Problem]:
    """The classes of a number question rise, and start at its lowest number."""
    for part, model in folder.of(Model):
        for path, questions in ((("context",), model.context), (("subject", "fields"), model.subject.fields)):
            for n, one in enumerate(questions):
                numbers = one.traits.numbers
                starts = [size.from_ for size in numbers.classes] if numbers else []
                for m in _wrong(numbers, starts)[:1] if numbers and starts else ():
                    message = _("the classes do not cover all numbers once: they start at {numbers}")
                    message = message.format(numbers=", ".join(map(str, starts)))
                    hint = _("Start the first class at the lowest number, each next one higher, none past the highest.")
                    place = (*path, n, "classes", m, "from")
                    yield part.problem("MH413", place, message, hint)


def _wrong(numbers: NumberRange, starts: Sequence[Number]) -> list[int]:
    """The classes that leave numbers out, have none, or come too late."""
    first = {0} if starts[0] > numbers.minimum else set()
    beyond = {n for n, at in enumerate(starts) if numbers.maximum is not None and at > numbers.maximum}
    return sorted(first | beyond | set(out_of_order(starts)))
