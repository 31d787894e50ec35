"""Whether the version number of a pack claims as much as its changes are, and whether answers can be carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from mhscan.codes import problem
from mhscan.diff.carried import Gaps, gaps, lost_id
from mhscan.diff.change import EFFECTS, SIZES, Change, Effect, Size
from mhscan.diff.compare import compare
from mhscan.errors import InputError, Location, Problem, Related, sort_problems
from mhscan.integrity.walk import migrations_of
from mhscan.language import _
from mhscan.loading.packs import Folder, read_folder
from mhscan.loading.paths import is_folder
from mhscan.loading.revisions import read_revision
from mhscan.pack.model import Model
from mhscan.pack.versions import numbers
from mhscan.text import shell

Claim = Literal["lower", "none", "patch", "minor", "major"]
CLAIMS: tuple[Claim, ...] = ("lower", "none", "patch", "minor", "major")


@dataclass(frozen=True)
class PackSide:
    """One of the two packs: what it was called on the command line, its id, version and digest."""

    name: str
    id: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Diff:
    """All changes between two packs, with what the version number says about them."""

    old: PackSide
    new: PackSide
    changes: tuple[Change, ...]
    gaps: Gaps = field(default_factory=Gaps)

    @property
    def size(self) -> Size | None:
        """The size of the largest change; nothing where there is none.

        Where the data only says the same in another way, such as a default that is written now, that is a patch: an
        assessment of before finds another digest under the number.
        """
        sizes = {one.weight.size for one in self.changes}
        return max(sizes, key=SIZES.index, default="patch" if self.old.sha256 != self.new.sha256 else None)

    @property
    def claim(self) -> Claim:
        """What the number says: which of its three parts rose, none, or that it went down."""
        return claimed(self.old.version, self.new.version)

    @property
    def enough(self) -> bool:
        """Whether the number claims as much as the changes are; it never goes down."""
        return CLAIMS.index(self.claim) >= CLAIMS.index(self.size or "none")

    @property
    def usable(self) -> bool:
        """Whether the number is enough, and answers of the old pack can be carried over with nothing left unsaid."""
        return self.enough and not self.gaps.no_way and not self.gaps.unnamed

    @property
    def needed(self) -> str:
        """The lowest version number that claims enough."""
        return needed(self.old.version, self.size) if self.size else self.old.version

    def sizes(self) -> dict[Size, int]:
        """How many changes there are of each size, the heaviest first."""
        return {size: sum(one.weight.size == size for one in self.changes) for size in reversed(SIZES)}

    def effects(self) -> dict[Effect, int]:
        """How many changes there are with each effect, the heaviest first."""
        return {effect: sum(one.weight.effect == effect for one in self.changes) for effect in reversed(EFFECTS)}


def diff(old: Folder, new: Folder, names: tuple[str, str]) -> Diff:
    """What differs between two packs; `names` is what they are called.

    Raises:
        InputError: something is wrong in one of them, so that half of it cannot be seen.
    """
    for folder, name in zip((old, new), names, strict=True):
        errors = [one for one in folder.problems if one.severity == "error"]
        if errors or folder.model() is None:
            message = _("The pack in {path} has errors, so it cannot be compared.").format(path=name)
            raise InputError(message, _("Mend the files first."), tuple(sort_problems(folder.problems)))
    changes = compare(old, new)
    return Diff(_side(old, names[0]), _side(new, names[1]), changes, gaps(old, new, changes))


def _side(folder: Folder, name: str) -> PackSide:
    _part, model = next(folder.of(Model))
    return PackSide(name, model.id, model.version, folder.sha256)


def claimed(old: str, new: str) -> Claim:
    """What one version number says about the way from another."""
    before, after = numbers(old), numbers(new)
    if after < before:
        return "lower"
    names: tuple[Claim, ...] = ("major", "minor", "patch")
    return next((name for name, one, other in zip(names, before, after, strict=True) if one != other), "none")


def needed(old: str, size: Size) -> str:
    """The lowest version number that claims a change of this size."""
    major, minor, patch = numbers(old)
    higher = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}
    return ".".join(map(str, higher[size]))


def base_problems(paths: list[Path], revision: str) -> list[Problem]:
    """Where the version number of a pack in a folder claims less than what changed since a revision.

    A pack that is new, or of which one of the two has errors, cannot be compared: its own errors say enough. A link at
    the revision is named, for nothing else tells of it.

    Raises:
        InputError: there is no git, no repository, or no such revision.
    """
    found: list[Problem] = []
    for path in paths:
        if is_folder(path / "factors"):
            found += _pack_problems(path, revision)
    return found


def _pack_problems(path: Path, revision: str) -> list[Problem]:
    old, new = read_revision(revision, path), read_folder(path)
    if not (_is_whole(old) and _is_whole(new)):
        return [replace(one, severity="warning") for one in old.problems if one.code == "MH019"]
    return version_problems(diff(old, new, (revision, str(path))), new)


def _is_whole(folder: Folder) -> bool:
    """Whether all of a pack could be read."""
    return folder.model() is not None and not any(one.severity == "error" for one in folder.problems)


def version_problems(found: Diff, new: Folder) -> list[Problem]:
    """What the version number and the migrations do not say of the changes, at its place in the new pack."""
    if found.claim == "lower":
        return [_lowered(found, new)]
    claims = [] if found.enough else [_claims_too_little(found, new)]
    return [*claims, *_gap_problems(found, new)]


def _lowered(found: Diff, new: Folder) -> Problem:
    message = _("the version went down from {old} to {new}")
    hint = _("Write version: {needed}, or a later one. Nobody can carry answers over to an older version.")
    said = message.format(old=found.old.version, new=found.new.version)
    return problem("MH704", said, _at_version(new), hint.format(needed=found.needed), suggestion=found.needed)


def _claims_too_little(found: Diff, new: Folder) -> Problem:
    message = _("version {version} claims less than what changed since {old} ({before}); it takes {needed}")
    message = message.format(
        version=found.new.version, old=found.old.name, before=found.old.version, needed=found.needed
    )
    hint = _("Write version: {needed}. All changes: mhscan pack diff {old} {new}")
    hint = hint.format(needed=found.needed, old=shell(found.old.name), new=shell(found.new.name))
    heaviest = tuple(Related(one.location, _("the heaviest change")) for one in found.changes[:1])
    return problem("MH701", message, _at_version(new), hint, suggestion=found.needed, related=heaviest)


def _gap_problems(found: Diff, new: Folder) -> Iterator[Problem]:
    """That there is no way for answers of the old pack, or what no step on that way names."""
    if found.gaps.no_way:
        message = _("version {version} needs a migration from {before}")
        message = message.format(version=found.new.version, before=found.old.version)
        hint = _("Add a file in factors/migrations with 'from: {before}' and 'to: {version}'.")
        hint = hint.format(before=found.old.version, version=found.new.version)
        if found.gaps.unnamed:
            hint += " " + _("It has to say what becomes of: {ids}.").format(ids=", ".join(found.gaps.unnamed))
        yield problem("MH702", message, _at_version(new), hint)
        return
    places = {lost_id(one): Related(one.location, _("how it was")) for one in found.changes}
    for key in found.gaps.unnamed:
        message = _("no step of a migration says what becomes of the answers to '{id}'").format(id=key)
        hint = _("Add a step to the migration from {before}, and the words of the old question under 'old'.")
        related = (places[key],)
        yield problem("MH703", message, _at_step(new), hint.format(before=found.old.version), related=related)


def _at_version(new: Folder) -> Location:
    part, _model = next(new.of(Model))
    return part.document.locate(("version",))


def _at_step(new: Folder) -> Location:
    """Where the steps of the last migration stand; the version where there is none."""
    found = migrations_of(new)
    return found[-1][0].document.locate(("steps",)) if found else _at_version(new)
