"""Everything that can be said against packs and assessments, all at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel

from mhscan.answers.reading import SCHEMA, check_fit, parse_assessment
from mhscan.errors import InputError, Problem, sort_problems
from mhscan.loading.files import is_folder, list_files, read_document
from mhscan.loading.packs import KINDS, Folder, build, kind_of, read_folder, unknown_schema
from mhscan.loading.shape import shape
from mhscan.pack.documents import Documents
from mhscan.pack.pack import Pack
from mhscan.plans.reading import SCHEMA as PLAN
from mhscan.plans.reading import check_plan, parse_plan

BESIDE: dict[str, type[BaseModel]] = {"mhscan/documents@1": Documents}
"""Files that stand beside the data of a pack, each with its model."""


def checked_folder(path: Path) -> Folder:
    """A pack on disk with all that its files, and they together, have wrong; not its templates and style."""
    from mhscan.checks.registry import run_checks  # noqa: PLC0415  see load_pack

    folder = read_folder(path)
    folder.problems += run_checks(folder)
    return folder


def load_pack(path: Path, checked: str = "") -> Pack:
    """The pack in a folder.

    A pack with the digest `checked` was checked before and is not checked again: an assessment names the digest of the
    pack that it was made with, and that was checked then.

    Raises:
        InputError: something is wrong in it; the error carries all problems.
    """
    folder = read_folder(path)
    if folder.problems or folder.sha256 != checked:
        from mhscan.checks.registry import run_checks  # noqa: PLC0415  often not needed, and felt at every start

        folder.problems += run_checks(folder)
    return build(folder)


def validate(paths: list[Path], pack_path: Path) -> list[Problem]:
    """All problems of packs and assessments, sorted by place; `pack_path` is what assessments are held against."""
    found: list[Problem] = []
    for path in paths:
        found += _validate_folder(path, pack_path) if is_folder(path) else _validate_file(path, pack_path)
    return sort_problems(found)


def _validate_folder(path: Path, pack_path: Path) -> list[Problem]:
    files, unread = list_files(path, ".yaml")
    if unread:
        return unread
    if is_folder(path / "factors") or not files:
        from mhscan.checks import documents, plain, templates  # noqa: PLC0415  jinja2 is heavy; no other face needs these two

        folder = checked_folder(path)
        return [*folder.problems, *documents.check(folder), *templates.check(folder), *plain.check(folder)]
    return [found for file in files for found in _validate_file(file, pack_path)]


def _validate_file(path: Path, pack_path: Path) -> list[Problem]:
    document, problems = read_document(path)
    kind = kind_of(document)
    if kind == SCHEMA:
        return _validate_assessment(path, pack_path)
    if kind == PLAN:
        return _validate_plan(path, pack_path)
    if kind in KINDS:
        whole = next((up for up in path.resolve().parents if is_folder(up / "factors")), None)
        found = _only(path, _file_problems(whole)) if whole is not None else []
        # A file beside a pack, such as a draft, is held against its own kind only.
        return found or [*problems, *shape(document, KINDS[kind])[1]]
    if kind in BESIDE:
        return [*problems, *shape(document, BESIDE[kind])[1]]
    if document.data is None:
        return problems
    return [*problems, unknown_schema(document, [SCHEMA, PLAN, *sorted(KINDS), *BESIDE])]


def _file_problems(path: Path) -> list[Problem]:
    """All that is wrong with the YAML files of a pack."""
    from mhscan.checks import plain  # noqa: PLC0415  see _validate_folder

    folder = checked_folder(path)
    return [*folder.problems, *plain.check(folder)]


def _only(path: Path, problems: list[Problem]) -> list[Problem]:
    """The problems of one file, under the name by which it was asked for."""
    return [
        replace(one, location=replace(one.location, file=str(path)))
        for one in problems
        if Path(one.location.file).resolve() == path.resolve()
    ]


def _validate_assessment(path: Path, pack_path: Path) -> list[Problem]:
    document, assessment, problems = parse_assessment(path)
    if assessment is None:
        return problems
    return [*problems, *_held_against(pack_path, lambda pack: check_fit(pack, document, assessment))]


def _validate_plan(path: Path, pack_path: Path) -> list[Problem]:
    document, plan, problems = parse_plan(path)
    if plan is None:
        return problems
    return [*problems, *_held_against(pack_path, lambda pack: check_plan(pack, document, plan))]


def _held_against(pack_path: Path, check: Callable[[Pack], list[Problem]]) -> list[Problem]:
    """What a check finds with the pack; the problems of the pack where it cannot be used."""
    try:
        pack = load_pack(pack_path)
    except InputError as error:
        return list(error.problems)
    return check(pack)
