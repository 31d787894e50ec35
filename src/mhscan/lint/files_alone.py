"""What is wrong with a file that is no part of a pack, or with one file among those of a pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mhscan.answers.archive import refuse_other_pack
from mhscan.answers.model import Assessment
from mhscan.answers.pack_choice import refuse_unfit
from mhscan.codes import problem
from mhscan.errors import InputError, Problem
from mhscan.loading.document import Document
from mhscan.loading.paths import is_there, real_path
from mhscan.pack.pack import Pack


def unfit(path: Path, document: Document, assessment: Assessment, pack: Pack, named: Path | None) -> list[Problem]:
    """Why an assessment cannot be looked at with a pack at all: nothing else about the two is worth saying then."""
    code = "MH805"
    try:
        if named is None:
            refuse_other_pack(path, assessment, pack.sha256)
        code = "MH803"
        refuse_unfit(pack, path, assessment)
    except InputError as error:
        message = error.message.removeprefix(f"{path}: ")
        return [problem(code, message, document.locate(("pack",)), error.hint)]
    return []


def problems_of(path: Path, problems: list[Problem]) -> list[Problem]:
    """The problems of one file, under the name by which it was asked for."""
    return [
        replace(one, location=replace(one.location, file=str(path)))
        for one in problems
        if real_path(Path(one.location.file)) == real_path(path)
    ]


def notes_problems(path: Path, pack: Pack, pack_path: Path) -> list[Problem]:
    """What is wrong with the notes beside an assessment.

    Raises:
        InputError: they cannot be read.
    """
    from mhscan.reports.formats.documents import registry  # noqa: PLC0415  idem
    from mhscan.reports.notes import notes_path, read_notes  # noqa: PLC0415  idem
    from mhscan.reports.templates.folders import TemplateFolders  # noqa: PLC0415  load_pack needs none of this

    beside = notes_path(path)
    return read_notes(beside, pack, registry(TemplateFolders(pack_path)))[1] if is_there(beside) else []


def style_problems(path: Path) -> list[Problem]:
    """What is wrong with a house style."""
    from mhscan.reports.style.house_style import read_style  # noqa: PLC0415  load_pack needs none of this

    return read_style(path)[2]
