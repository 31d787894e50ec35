"""Whether the version number of a pack claims as much as its changes are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mhscan.checks.diff.change import EFFECTS, SIZES, Change, Effect, Size
from mhscan.checks.diff.compare import compare
from mhscan.codes import problem
from mhscan.errors import InputError, Problem, Related, sort_problems
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model
from mhscan.text import shell

Claim = Literal["lower", "none", "patch", "minor", "major"]
CLAIMS: tuple[Claim, ...] = ("lower", "none", "patch", "minor", "major")


@dataclass(frozen=True)
class Side:
    """One of the two packs: what it was called on the command line, its id, version and digest."""

    name: str
    id: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Diff:
    """All changes between two packs, with what the version number says about them."""

    old: Side
    new: Side
    changes: tuple[Change, ...]

    @property
    def size(self) -> Size | None:
        """The size of the largest change; nothing where there is none."""
        sizes = {one.weight.size for one in self.changes}
        return max(sizes, key=SIZES.index, default=None)

    @property
    def claim(self) -> Claim:
        """What the number says: which of its three parts rose, none, or that it went down."""
        return claimed(self.old.version, self.new.version)

    @property
    def enough(self) -> bool:
        """Whether the number claims as much as the changes are; without changes any number does."""
        return self.size is None or CLAIMS.index(self.claim) >= CLAIMS.index(self.size)

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
    return Diff(_side(old, names[0]), _side(new, names[1]), compare(old, new))


def _side(folder: Folder, name: str) -> Side:
    _part, model = next(folder.of(Model))
    return Side(name, model.id, model.version, folder.sha256)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in version.split("."))


def claimed(old: str, new: str) -> Claim:
    """What one version number says about the way from another."""
    before, after = _numbers(old), _numbers(new)
    if after < before:
        return "lower"
    names: tuple[Claim, ...] = ("major", "minor", "patch")
    return next((name for name, one, other in zip(names, before, after, strict=True) if one != other), "none")


def needed(old: str, size: Size) -> str:
    """The lowest version number that claims a change of this size."""
    major, minor, patch = _numbers(old)
    numbers = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}
    return ".".join(map(str, numbers[size]))


def version_problems(found: Diff, new: Folder) -> list[Problem]:
    """That the version number claims less than the changes, at its place in the model."""
    if found.enough:
        return []
    part, _model = next(new.of(Model))
    first = found.changes[0]
    message = _("version {version} claims less than what changed since {old} ({before}); it takes {needed}")
    message = message.format(
        version=found.new.version, old=found.old.name, before=found.old.version, needed=found.needed
    )
    hint = _("Write version: {needed}. All changes: mhscan pack diff {old} {new}")
    hint = hint.format(needed=found.needed, old=shell(found.old.name), new=shell(found.new.name))
    heaviest = Related(first.location, _("the heaviest change"))
    at = part.document.locate(("version",))
    return [problem("MH701", message, at, hint, suggestion=found.needed, related=(heaviest,))]
