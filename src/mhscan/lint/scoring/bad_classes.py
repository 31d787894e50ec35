"""Classes of numbers follow on each other."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.order import out_of_order
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The classes of a number question rise, and start at its lowest number."""
    for part, model in folder.of(Model):
        for path, questions in ((("context",), model.context), (("subject", "fields"), model.subject.fields)):
            for n, one in enumerate(questions):
                starts = [size.from_ for size in one.classes] if one.type == "number" else []
                first = {0} if starts and one.type == "number" and starts[0] > one.minimum else set()
                most = one.maximum if one.type == "number" else None
                beyond = {m for m, start in enumerate(starts) if most is not None and start > most}
                for m in sorted(first | beyond | set(out_of_order(starts)))[:1]:
                    message = _("the classes do not cover all numbers once: they start at {numbers}")
                    message = message.format(numbers=", ".join(map(str, starts)))
                    hint = _("Start the first class at the lowest number, each next one higher, none past the highest.")
                    place = (*path, n, "classes", m, "from")
                    yield part.problem("MH413", place, message, hint)
