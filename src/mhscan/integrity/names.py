"""All names that a pack defines, gathered once for the checks, and where one is used that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from mhscan.base import card_of
from mhscan.codes import problem
from mhscan.errors import Path as DataPath
from mhscan.errors import Problem
from mhscan.integrity.walk import claims_of, indicators_of, observations_of
from mhscan.language import N_, _
from mhscan.loading.characters import odd, seen
from mhscan.loading.near import Vocabulary, did_you_mean, nearest, possible
from mhscan.loading.packs import Folder, Part
from mhscan.loading.slips import odd_words
from mhscan.pack.factor import Factor, Indicator
from mhscan.pack.model import Model
from mhscan.pack.observation import Observation
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
    "decider": N_("decider"),
    "modality": N_("modality"),
    "factor": N_("factor"),
    "indicator": N_("indicator"),
    "claim": N_("claim"),
    "observation": N_("observation"),
    "action": N_("action"),
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
        for document in self.folder.documents:
            words.add(document.data)
        return words

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Each indicator by its full id."""
        return {f"{f.id}.{indicator.id}": indicator for _part, _path, f, indicator in indicators_of(self.folder)}

    @cached_property
    def observations(self) -> dict[str, Observation]:
        """Each observation by its full id."""
        return {f"{full}.{one.id}": one for _part, _path, full, one in observations_of(self.folder)}

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
        return {claim.id for _part, _path, claim in claims_of(self.folder)}

    @cached_property
    def factors(self) -> set[str]:
        """The ids of the factors with a file that can be read."""
        return {factor.id for _part, factor in self.folder.of(Factor)}

    @cached_property
    def broken_factors(self) -> set[str]:
        """Factors that the model lists and whose files could not be read: what they define is not known."""
        partly = {f.id for part, f in self.folder.of(Factor) if _is_partly_known(part, f)}
        return set(self.model.factors if self.model else ()) - self.factors | partly

    def may_be_broken(self, factor: str) -> bool:
        """Whether it cannot be known what a factor defines; also of one that stood on a list that was lost."""
        listed = self.listed("factors")
        return factor in self.broken_factors or (factor not in self.factors and (listed is None or factor in listed))

    @cached_property
    def lost_indicators(self) -> set[str]:
        """The full ids of indicators that could not be read."""
        return {f"{f.id}.{name}" for part, f in self.folder.of(Factor) for name in _lost(part, "indicators")}

    def may_be_lost(self, name: str) -> bool:
        """Whether it cannot be known that there is no indicator, or no observation of one, with this full id."""
        factor, _dot, rest = name.partition(".")
        if card_of(name) in self.lost_indicators or self.may_be_broken(factor):
            return True
        lost = self.of_factor(factor, "observations", ())
        return card_of(name) != name and (lost is None or rest.rpartition(".")[2] in lost)

    @cached_property
    def broken_sources(self) -> bool:
        """Whether the file of a source could not be read: which claims it makes is not known."""
        unread = {name for one in self.folder.problems for name in Path(one.location.file).parts[-2:]}
        claims = [claim.id for _part, _path, claim in claims_of(self.folder)]
        return "sources" in unread or "mhscan/source@1" in self._partly_read or len(set(claims)) < len(claims)

    @cached_property
    def broken_questionnaires(self) -> bool:
        """Whether a questionnaire could not be read: what it asks is not known."""
        return "mhscan/questionnaire@1" in self._partly_read or "questionnaires" in self._folders_with_unread

    @cached_property
    def broken_migrations(self) -> bool:
        """Whether a migration could not be read: what it leads to is not known."""
        return "mhscan/migration@1" in self._partly_read or "migrations" in self._folders_with_unread

    @cached_property
    def _partly_read(self) -> set[str]:
        """The kinds of the files with a wrong shape, or of which something is not known."""
        return {part.kind for part in self.folder.parts if part.value is None or part.lost or part.document.partial}

    @cached_property
    def _folders_with_unread(self) -> set[str]:
        """The folders of the files that could not be read."""
        return {Path(one.location.file).parent.name for one in self.folder.problems if one.code < "MH2"}

    def listed(self, name: str) -> set[str] | None:
        """The ids in one of the model's lists, such as 'roles', or of the 'fields' of its subject; see `of_model`."""
        if self.model is None:
            return set()
        things = self.model.subject.fields if name == "fields" else getattr(self.model, name)
        return self.of_model(name, [thing if isinstance(thing, str) else thing.id for thing in things])

    def of_model(self, name: str, ids: Iterable[str]) -> set[str] | None:
        """The ids in a list of the model, with those that could not be read; see `with_lost`."""
        found = self.folder.model()
        return with_lost(found[0], name, set(ids)) if found else set()

    def of_factor(self, factor: str, name: str, ids: Iterable[str]) -> set[str] | None:
        """The ids in lists of a factor, such as 'options', with those that could not be read; see `with_lost`."""
        part = next((part for part, one in self.folder.of(Factor) if one.id == factor), None)
        return with_lost(part, name, set(ids)) if part else set()


def _is_partly_known(part: Part, factor: Factor) -> bool:
    """Whether the file of a factor may define more than could be read of it."""
    # Where an id stands twice, one of the two is in the place of an id that somebody names. Of a mapping in which keys
    # stand twice, or in which lines were to be taken over, the rest is not known.
    twice = len({indicator.id for indicator in factor.indicators}) < len(factor.indicators)
    return twice or bool(part.document.partial or (part.lost and "indicators" in part.lost.open))


def with_lost(part: Part, name: str, ids: set[str]) -> set[str] | None:
    """The ids in a list of a file, with those of its pieces that could not be read.

    Nothing where it is not known which ids those are: then anything may exist.
    """
    if part.document.partial or (part.lost and name in part.lost.open):
        return None
    return ids | _lost(part, name)


def _lost(part: Part, name: str) -> set[str]:
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
    listed = names.listed("factors") if names.model else None
    if listed is None:
        return []
    return [(factor.id, part) for part, factor in folder.of(Factor) if factor.id not in listed]


def renames(folder: Folder) -> list[Renamed]:
    """The unlisted factors of which the id is wrong: the name of the file is that of a listed one without a file."""
    names = names_of(folder)
    lacking = set(names.model.factors) - names.factors if names.model else set()
    found = [Renamed(part, name, Path(part.document.file).stem) for name, part in unlisted(folder)]
    return [one for one in found if one.listed in lacking]


@lru_cache(maxsize=2)
def names_of(folder: Folder) -> Names:
    """The names of a folder that was read to its end; the same for each check that asks."""
    return Names(folder)


@dataclass(frozen=True)
class Reference:
    """Where a name is used, what it should be the name of (a key of `THINGS`), and which names there are.

    `known` is nothing where nobody can say which names there are. `words` has what people call such things.
    """

    part: Part
    path: DataPath
    thing: str
    name: str | None
    known: set[str] | None
    words: Vocabulary = field(default_factory=Vocabulary)
    at_key: bool = False

    def problems(self, code: str) -> Iterator[Problem]:
        """The problem of a name that nothing has; none without a name, or where nobody can say so."""
        if self.name is not None and self.known is not None and self.name not in self.known:
            yield self._problem(code, self.name, self.known)

    def _problem(self, code: str, name: str, known: set[str]) -> Problem:
        near = nearest(name, sorted(known)) or self.words.id_for(name, known)
        if (n := odd(name)) >= 0:
            message, at = odd_words(self.part.document, self.path, name, n, self.at_key)
            return problem(code, message, at, did_you_mean(near or seen(name)), suggestion=near)
        hint = did_you_mean(near) if near else possible(sorted(known)) if known else _("The pack has none.")
        message = _("there is no {thing} '{name}'").format(thing=_(THINGS[self.thing]), name=name)
        return self.part.problem(code, self.path, message, hint, at_key=self.at_key, suggestion=near)
