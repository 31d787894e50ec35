"""A folder to a pack: each file read and shaped, all problems of all files at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, Unpack

from pydantic import BaseModel

from mhscan.__about__ import __version__
from mhscan.codes import ProblemDetails, problem
from mhscan.errors import InputError, Location, Problem, sort_problems
from mhscan.errors import Path as DataPath
from mhscan.language import _, ngettext
from mhscan.loading.document import Document
from mhscan.loading.files import list_yaml, read_document
from mhscan.loading.kinds import kind_of, unknown_schema
from mhscan.loading.near import Vocabulary
from mhscan.loading.paths import is_yaml, yaml_file
from mhscan.loading.salvage import Lost, salvage
from mhscan.loading.validation import to_model
from mhscan.pack.factor import Factor
from mhscan.pack.glossary import Glossary
from mhscan.pack.migration import Migration
from mhscan.pack.model import Model
from mhscan.pack.needs import can_be_read, is_met
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source
from mhscan.text import shell

KINDS: dict[str, type[BaseModel]] = {
    "mhscan/model@1": Model,
    "mhscan/factor@1": Factor,
    "mhscan/questionnaire@1": Questionnaire,
    "mhscan/source@1": Source,
    "mhscan/glossary@1": Glossary,
    "mhscan/migration@1": Migration,
}
BESIDE_THE_DATA = {"mhscan/migration@1"}
"""Kinds that are no part of the digest: they change nothing in what answers come to."""
SCENARIOS = "factors/scenarios"
ELSEWHERE = {"mhscan/scenario@1": SCENARIOS, "mhscan/documents@1": "templates", "mhscan/style@1": "templates"}
"""Where files lie that belong to a pack and are not among its data."""
READ = ("factors", "factors/sources", "factors/migrations", "questionnaires")
"""The folders of a pack whose files in YAML are its data."""
OTHER_VERSION = "MH721"
"""The code of a pack that needs another version of mhscan."""
M = TypeVar("M", bound=BaseModel)
Read = Callable[[Path], tuple[Document, list[Problem]]]
"""Turns a file into a document and what is wrong with it."""
Listed = Callable[[Path], tuple[list[Path], list[Problem]]]
"""Gives the files in a folder of a pack, in order, and what is wrong with them."""


@dataclass(frozen=True)
class Part:
    """One file of a pack: the document, and the model that it makes if its shape is right.

    `lost` is there if the shape is wrong, and the document and model are only what can still be read.
    """

    document: Document
    kind: str
    value: BaseModel | None
    lost: Lost | None = None

    def problem(
        self,
        code: str,
        path: DataPath,
        message: str,
        hint: str = "",
        *,
        at_key: bool = False,
        **details: Unpack[ProblemDetails],
    ) -> Problem:
        """A problem at a place in this file."""
        return problem(code, message, self.document.locate(path, at_key), hint, **details)


@dataclass(eq=False)
class Folder:
    """A pack as it lies on disk: its files in a fixed order, and what is wrong with them so far.

    `documents` has every file that was read, also one that makes no part of the pack.
    """

    path: Path
    documents: list[Document] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def model_file(self) -> Path:
        """Where the model stands."""
        return model_file(self.path)

    def of(self, kind: type[M]) -> Iterator[tuple[Part, M]]:
        """The files of one kind whose shape is right."""
        for part in self.parts:
            if isinstance(part.value, kind):
                yield part, part.value

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the canonical data: not of comments, order, line ends, templates or migrations."""
        files = [(part.kind, part.document.data) for part in self.parts if part.kind not in BESIDE_THE_DATA]
        data = sorted((kind, json.dumps(content, sort_keys=True)) for kind, content in files)
        canonical = json.dumps(data, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def readable(self) -> Folder:
        """The folder with, of each file whose shape is wrong, what can still be read: for checks only."""
        if all(part.value is not None for part in self.parts):
            return self
        return replace(self, parts=[_readable(part) for part in self.parts])

    def model(self) -> tuple[Part, Model] | None:
        """The model, if there is a right one."""
        return next(self.of(Model), None)


def model_file(path: Path) -> Path:
    """Where the model of the pack in a folder stands, or should stand."""
    return yaml_file(path / "factors" / "model.yaml")


def _readable(part: Part) -> Part:
    rest = salvage(part.document, KINDS[part.kind]) if part.value is None else None
    return Part(rest.document, part.kind, rest.value, rest.lost) if rest else part


def read_folder(path: Path, read: Read = read_document, listed: Listed | None = None) -> Folder:
    """All files of a pack, found by `listed`, read by `read` and shaped; never raises for what a file holds.

    Without `listed` they are those on the disk; a link that leads out of the pack is a problem, and is not followed.
    """
    folder = Folder(path)
    files: list[Path] = []
    for name in READ:
        there, unread = listed(path / name) if listed else list_yaml(path / name, path)
        files += [one for one in there if is_yaml(one)]
        folder.problems += [one for one in unread if one not in folder.problems]
    complete = not folder.problems
    folder.problems += twins(files)
    words = Vocabulary()
    found = [read(file) for file in without_twins(files)]
    for document, _problems in found:
        words.add(document.data)
    for document, problems in found:
        folder.problems += problems
        folder.documents.append(document)
        _add(folder, document, bool(problems), words)
    folder.problems += _needs(folder)
    if folder.model_file not in files and complete:
        at = Location(str(folder.model_file))
        folder.problems.append(problem("MH201", _("the pack has no factors/model.yaml"), at, what_a_pack_is()))
    return folder


def without_twins(files: list[Path]) -> list[Path]:
    """The files in order; of two that differ in their ending only, `a.yaml` and `a.yml`, the first."""
    return sorted({file.with_suffix(""): file for file in sorted(files, reverse=True)}.values())


def twins(files: list[Path]) -> list[Problem]:
    """The problem of each file that is passed over because of another with its name."""
    kept = {file.with_suffix(""): file for file in without_twins(files)}
    found = []
    for file in sorted(set(files) - set(kept.values())):
        other = kept[file.with_suffix("")]
        message = _("there is {other} too, and a pack has one file with this name").format(other=other.name)
        hint = _("Keep one of the two, and take away or rename the other.")
        found.append(problem("MH018", message, Location(str(file)), hint))
    return found


def _needs(folder: Folder) -> Iterator[Problem]:
    """That this mhscan is none that the pack says it needs, as far as its model can be read at all."""
    document = next((one for one in folder.documents if Path(one.file) == folder.model_file), None)
    requires = document.data.get("requires") if document and isinstance(document.data, dict) else None
    if document is None or not isinstance(requires, str):
        return
    at = document.locate(("requires",))
    if not can_be_read(requires):
        hint = _("Write it as: mhscan>=0.1")
        yield problem("MH722", _("it cannot be told which version of mhscan is needed"), at, hint)
    elif not is_met(requires, __version__):
        message = _("this pack needs {wanted}; this is mhscan {here}").format(wanted=requires.strip(), here=__version__)
        yield problem(OTHER_VERSION, message, at, _("Install a version of mhscan that it can be used with."))


def what_a_pack_is() -> str:
    """A hint for who takes something else for a pack."""
    return _("A pack is a folder with factors/model.yaml, questionnaires/ and templates/.")


def _add(folder: Folder, document: Document, broken: bool, words: Vocabulary) -> None:
    """Take a document up into the folder, or say why it is no part of it."""
    if document.data is None:
        return
    kind = kind_of(document)
    is_model = Path(document.file) == folder.model_file
    elsewhere = _("Put it in {folder}.").format(folder=ELSEWHERE[kind]) if kind in ELSEWHERE else ""
    hint = what_a_pack_is() if kind in KINDS and (KINDS[kind] is Model) != is_model else elsewhere
    if hint:
        message = _("'{kind}' is no kind of file that can stand here").format(kind=kind)
        folder.problems.append(problem("MH105", message, document.locate(("schema",)), hint))
    elif kind in KINDS:
        value, problems = to_model(document, KINDS[kind], words)
        folder.problems += problems
        folder.parts.append(Part(document, kind, value))
    elif not broken or isinstance(document.data, dict):
        folder.problems.append(unknown_schema(document, sorted(KINDS)))


def build(folder: Folder) -> Pack:
    """The pack of a folder in which nothing is wrong.

    Raises:
        InputError: something is; the error carries all problems.
    """
    model = folder.model()
    errors = [one for one in folder.problems if one.severity == "error"]
    if errors or model is None:
        count = len(errors)
        needs = [one for one in errors if one.code == OTHER_VERSION]
        if needs:
            message = _("The pack in {path} cannot be used: {why}.").format(path=folder.path, why=needs[0].message)
            # The rest follows from it: a newer mhscan knows more.
            raise InputError(message, needs[0].hint, tuple(needs))
        message = ngettext("The pack in {path} has {n} error.", "The pack in {path} has {n} errors.", count)
        hint = _("Mend the files, then check them with: mhscan validate {path}").format(path=shell(folder.path))
        raise InputError(message.format(path=folder.path, n=count), hint, tuple(sort_problems(folder.problems)))
    factors = {value.id: value for _part, value in folder.of(Factor)}
    return Pack(
        model=model[1],
        factors=tuple(factors[one] for one in model[1].factors),
        questionnaires=tuple(value for _part, value in folder.of(Questionnaire)),
        sources=tuple(value for _part, value in folder.of(Source)),
        sha256=folder.sha256,
        glossary=next((value for _part, value in folder.of(Glossary)), None),
        migrations=tuple(value for _part, value in folder.of(Migration)),
        files=len(folder.parts),
    )
