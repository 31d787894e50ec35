"""All names that a pack defines, gathered once for the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Path as DataPath
from mhscan.errors import Problem
from mhscan.language import N_, _
from mhscan.loading.characters import odd, seen
from mhscan.loading.near import Vocabulary, did_you_mean, nearest, possible
from mhscan.loading.packs import Folder, Part
from mhscan.loading.slips import odd_words
from mhscan.pack.factor import Factor, Indicator
from mhscan.pack.model import Model
from mhscan.pack.source import Source
from mhscan.questions.registry import Question

THINGS = {
    "role": N_("role"),
    "scale": N_("scale"),
    "phase": N_("phase"),
    "aspect": N_("aspect"),
    "effort": N_("effort"),
    "term": N_("term"),
    "moment": N_("moment"),
    "partner": N_("partner"),
    "carrier": N_("carrier"),
    "modality": N_("modality"),
    "factor": N_("factor"),
    "indicator": N_("indicator"),
    "claim": N_("claim"),
    "context question": N_("context question"),
    "field": N_("field of the subject"),
    "option": N_("option"),
    "question": N_("question"),
    "questionnaire": N_("questionnaire"),
}
"""What can have a name, in words."""


@dataclass
class Names:
    """What can be referred to in the files of a pack, as far as they can be read."""

    folder: Folder

    @cached_property
    def model(self) -> Model | None:
        """The model, if its shape is right."""
        found = self.folder.model()
        return found[1] if found else None

    @cached_property
    def words(self) -> Vocabulary:
        """What people call the things in the pack."""
        words = Vocabulary()
        for one in self.folder.documents:
            words.add(one.data)
        return words

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Each indicator by its full id."""
        return {f"{f.id}.{i.id}": i for _part, f in self.folder.of(Factor) for i in f.indicators}

    @cached_property
    def broken_factors(self) -> set[str]:
        """Factors that the model lists and whose files could not be read: what they define is not known."""
        listed = set(self.model.factors) if self.model else set()
        partly = {f.id for part, f in self.folder.of(Factor) if part.lost and "indicators" in part.lost.open}
        # Where an id stands twice, one of the two is in the place of an id that somebody names.
        partly |= {
            f.id for _part, f in self.folder.of(Factor) if len({one.id for one in f.indicators}) < len(f.indicators)
        }
        # Of a mapping in which keys stand twice, or in which lines were to be taken over, the rest is not known.
        partly |= {f.id for part, f in self.folder.of(Factor) if part.document.partial}
        return listed - {factor.id for _part, factor in self.folder.of(Factor)} | partly

    def may_be_broken(self, factor: str) -> bool:
        """Whether it cannot be known what a factor defines; also of one that stood on a list that was lost."""
        if factor in self.broken_factors:
            return True
        listed = self.of_model("factors", ())
        present = {one.id for _part, one in self.folder.of(Factor)}
        return factor not in present and (listed is None or factor in listed)

    @cached_property
    def broken_sources(self) -> bool:
        """Whether the file of a source could not be read: which claims it makes is not known."""
        unread = {name for one in self.folder.problems for name in Path(one.location.file).parts[-2:]}
        unread |= {part.kind for part in self.folder.parts if part.value is None or part.lost or part.document.partial}
        claims = [one.id for _part, source in self.folder.of(Source) for one in source.claims]
        return not unread.isdisjoint(("sources", "mhscan/source@1")) or len(set(claims)) < len(claims)

    @cached_property
    def broken_questionnaires(self) -> bool:
        """Whether a questionnaire could not be read: what it asks is not known."""
        return self._broken("mhscan/questionnaire@1", "questionnaires")

    @cached_property
    def broken_migrations(self) -> bool:
        """Whether a migration could not be read: what it leads to is not known."""
        return self._broken("mhscan/migration@1", "migrations")

    def _broken(self, kind: str, folder: str) -> bool:
        """Whether a file of a kind, or one in the folder for it, could not be read or has a wrong shape."""
        kinds = {part.kind for part in self.folder.parts if part.value is None or part.lost or part.document.partial}
        unread = {Path(one.location.file).parent.name for one in self.folder.problems if one.code < "MH2"}
        return kind in kinds or folder in unread

    @cached_property
    def context(self) -> dict[str, Question]:
        """Each context question by its id."""
        return {question.id: question for question in self.model.context} if self.model else {}

    @cached_property
    def subject(self) -> dict[str, Question]:
        """Each field of the subject by its id."""
        return {question.id: question for question in self.model.subject.fields} if self.model else {}

    @cached_property
    def claims(self) -> set[str]:
        """The ids of all claims."""
        return {claim.id for _part, source in self.folder.of(Source) for claim in source.claims}

    @cached_property
    def lost(self) -> set[str]:
        """The full ids of indicators that could not be read."""
        return {
            f"{factor.id}.{name}" for part, factor in self.folder.of(Factor) for name in _names_lost(part, "indicators")
        }

    def listed(self, name: str) -> set[str] | None:
        """The ids in one of the model's lists, such as 'roles'; see `of_model`."""
        return self.of_model(name, [one.id for one in getattr(self.model, name)] if self.model else ())

    def of_model(self, name: str, found: Iterable[str]) -> set[str] | None:
        """The names that a list of the model has, with those that could not be read; see `with_lost`."""
        model = self.folder.model()
        return with_lost(model[0], name, set(found)) if model else set()


def with_lost(part: Part, name: str, found: set[str]) -> set[str] | None:
    """The names that a list of a file has, with those of its pieces that could not be read.

    Nothing where it is not known which names those are: then anything may exist.
    """
    if part.document.partial or (part.lost and name in part.lost.open):
        return None
    return found | _names_lost(part, name)


def _names_lost(part: Part, name: str) -> set[str]:
    names = part.lost.names if part.lost else {}
    return {*names.get(name, ()), *names.get("", ())}


@dataclass(frozen=True)
class Renamed:
    """A file of a factor that is called as the model lists it, while the id in it is another one."""

    part: Part
    id: str
    listed: str


def unlisted(folder: Folder) -> list[tuple[str, Part]]:
    """The factors with a file that the model does not list; none where it cannot be known what it lists."""
    names = names_of(folder)
    listed = names.of_model("factors", names.model.factors) if names.model else None
    if listed is None:
        return []
    return [(factor.id, part) for part, factor in folder.of(Factor) if factor.id not in listed]


def renames(folder: Folder) -> list[Renamed]:
    """The unlisted factors of which the id is wrong: the name of the file is that of a listed one without a file."""
    names = names_of(folder)
    present = {factor.id for _part, factor in folder.of(Factor)}
    lacking = set(names.model.factors) - present if names.model else set()
    found = [(name, part, Path(part.document.file).stem) for name, part in unlisted(folder)]
    return [Renamed(part, name, stem) for name, part, stem in found if stem in lacking]


@lru_cache(maxsize=2)
def names_of(folder: Folder) -> Names:
    """The names of a folder that was read to its end; the same for each check that asks."""
    return Names(folder)


@dataclass(frozen=True)
class Wanted:
    """A name that is used: the file and the place, what it should be the name of, and what people call such things."""

    part: Part
    path: DataPath
    thing: str
    words: Vocabulary = field(default_factory=Vocabulary)
    at_key: bool = False

    def problem(self, code: str, name: str, known: set[str]) -> Problem:
        """The problem of a name that nothing has."""
        document, message = self.part.document, _("there is no {thing} '{name}'")
        near = nearest(name, sorted(known)) or self.words.id_for(name, known)
        if (n := odd(name)) >= 0:
            said, at = odd_words(document, self.path, name, n, self.at_key)
            return problem(code, said, at, did_you_mean(near or seen(name)), suggestion=near)
        hint = did_you_mean(near) if near else possible(sorted(known)) if known else _("The pack has none.")
        said = message.format(thing=_(THINGS[self.thing]), name=name)
        return self.part.problem(code, self.path, said, hint, at_key=self.at_key, suggestion=near)

    def unless_in(self, known: set[str] | None, code: str, name: str | None) -> Iterator[Problem]:
        """The problem of a name, where there is one, that nothing has; none where nobody can say what is known."""
        if name is not None and known is not None and name not in known:
            yield self.problem(code, name, known)
