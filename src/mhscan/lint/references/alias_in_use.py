"""An old name is not given to something new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.questions.registry import Question


def check(folder: Folder) -> Iterator[Problem]:
    """No name under `aliases` is the id of something of its kind that is there, or stands twice."""
    first: set[tuple[str, str]] = set()
    present = {(kind, full) for _part, _path, kind, full, _aliases in _things(folder)}
    for part, path, kind, _full, aliases in _things(folder):
        for n, old in enumerate(aliases):
            if (kind, old) in present or (kind, old) in first:
                message = _("'{id}' is in use for something else").format(id=old)
                hint = _("An id is never used again. Give the new one another id.")
                yield part.problem("MH214", (*path, "aliases", n), message, hint)
            first.add((kind, old))


def _things(folder: Folder) -> Iterator[tuple[Part, Path, str, str, Sequence[str]]]:
    """What can have aliases: where it stands, its kind, its id as an alias of its kind is written, and its aliases."""
    for part, factor in folder.of(Factor):
        yield part, (), "factor", factor.id, factor.aliases
        for n, indicator in enumerate(factor.indicators):
            yield part, ("indicators", n), "indicator", f"{factor.id}.{indicator.id}", indicator.aliases
            for m, action in enumerate(indicator.actions):
                yield part, ("indicators", n, "actions", m), "action", f"{factor.id}.{action.id}", action.aliases
    for part, model in folder.of(Model):
        lists = {("context",): model.context, ("subject", "fields"): model.subject.fields}
        for path, questions in lists.items():
            yield from _questions(part, path, questions)


def _questions(
    part: Part, path: Path, questions: Sequence[Question]
) -> Iterator[tuple[Part, Path, str, str, Sequence[str]]]:
    for n, question in enumerate(questions):
        yield part, (*path, n), str(path), question.id, question.aliases
        for m, option in enumerate(getattr(question, "options", ())):
            yield part, (*path, n, "options", m), f"{path} {question.id}", option.id, option.aliases
