"""Everything that can be said against packs and assessments, all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from mhscan.answers.reading import SCHEMA, check_fit, parse_assessment
from mhscan.checks import kept
from mhscan.checks.choice import Choice
from mhscan.checks.comments import apply_comments
from mhscan.checks.findings import Findings
from mhscan.checks.follows import gathered, without_followers
from mhscan.errors import InputError, Problem, sort_problems
from mhscan.loading.document import Document
from mhscan.loading.files import is_folder, list_files, read_document
from mhscan.loading.packs import KINDS, Folder, build, kind_of, read_folder, unknown_schema
from mhscan.loading.shape import shape
from mhscan.pack.documents import Documents
from mhscan.pack.pack import Pack
from mhscan.plans.reading import SCHEMA as PLAN
from mhscan.plans.reading import check_plan, parse_plan

TEMPLATES = "MH6"
"""The codes of what is wrong with templates."""
DOCUMENTS, STYLE = "mhscan/documents@1", "mhscan/style@1"
BESIDE = (DOCUMENTS, STYLE)
"""Files that stand beside the data of a pack."""


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
    return list(review(paths, pack_path).problems)


def review(paths: list[Path], pack_path: Path, choice: Choice = Choice(), more: Sequence[Problem] = ()) -> Findings:  # noqa: B008  it is frozen
    """What is found in packs, assessments and templates, without what is not chosen or what a comment passes over.

    `pack_path` is what assessments and templates are held against; `more` has what is wrong elsewhere, such as with the
    settings.
    """
    seen = _Seen(pack_path, choice)
    for path in paths:
        seen.folder(path) if is_folder(path) else seen.file(path)
    problems, ignored = apply_comments(sort_problems(seen.problems), seen.texts)
    shown = sort_problems(gathered(sort_problems([one for one in [*problems, *more] if choice.keeps(one)])))
    return Findings(tuple(shown), tuple(sorted({*seen.texts, *(one.location.file for one in shown)})), ignored)


class _Seen:
    """All that was found so far, and the text of each file that was read."""

    def __init__(self, pack_path: Path, choice: Choice) -> None:
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        self._pack_path = pack_path
        self._choice = choice

    def folder(self, path: Path) -> None:
        """Look at a pack, or at each file of another folder."""
        files, unread = list_files(path, ".yaml")
        self.problems += unread
        if unread:
            return
        from mhscan.reports.folders import has_templates  # noqa: PLC0415  see _pack

        if is_folder(path / "factors"):
            self._beside(path / "templates", self._pack(path))
        elif has_templates(path):
            self._templates(path)
        elif files:
            for file in files:
                self.file(file)
        else:
            self._pack(path)

    def _templates(self, path: Path) -> None:
        """Look at a folder with templates as they are used with the pack."""
        pack = checked_folder(self._pack_path)
        if any(one.severity == "error" for one in pack.problems):
            self.problems += pack.problems
        self._beside(path, pack)

    def _beside(self, path: Path, pack: Folder) -> None:
        """Look at the list of documents, the house styles and the templates in a folder."""
        from mhscan.checks import documents  # noqa: PLC0415  see _pack
        from mhscan.checks.reviews import review_document, review_templates  # noqa: PLC0415  jinja2 is heavy
        from mhscan.checks.templates.source import Templates, templates_of  # noqa: PLC0415  idem
        from mhscan.reports.folders import LIST  # noqa: PLC0415  see _pack

        for file in list_files(path, ".yaml")[0]:
            if file.name != LIST:
                self.file(file)
            else:
                document = read_document(file)[0]
                self.texts[document.file] = document.text
                self.problems += without_followers([*documents.check(path), *review_document(document)])
        folder = Templates(path, pack)
        if not self._choice.passes_over(TEMPLATES):
            self.problems += review_templates(folder)
            self.texts |= {str(one.path): one.text for one in templates_of(folder)[0]}

    def _pack(self, path: Path) -> Folder:
        """Look at the YAML files of a pack."""
        from mhscan.checks.reviews import review_document, review_files  # noqa: PLC0415  no other face needs it

        folder = checked_folder(path)
        texts = [found for one in folder.documents for found in review_document(one)]
        self.problems += without_followers([*folder.problems, *review_files(folder), *texts])
        self.texts |= {one.file: one.text for one in folder.documents}
        return folder

    def file(self, path: Path) -> None:
        """Look at one file: an assessment, a file of a pack among its own, or a draft beside one."""
        from mhscan.checks.reviews import review_document  # noqa: PLC0415  see _pack

        document, problems = read_document(path)
        self.texts[document.file] = document.text
        found = self._member(path) if kind_of(document) in KINDS else []
        if not found:
            found = [*self._of_kind(path, document, problems), *review_document(document)]
        self.problems += without_followers(found)

    def _of_kind(self, path: Path, document: Document, problems: list[Problem]) -> list[Problem]:
        """What is wrong with a file by what it says it is; `problems` is what kept it from being read."""
        kind = kind_of(document)
        if kind == SCHEMA:
            return _validate_assessment(path, self._pack_path)
        if kind == PLAN:
            return _validate_plan(path, self._pack_path)
        if kind == STYLE:
            return _style(path)
        if kind == DOCUMENTS:
            from mhscan.checks.documents import twice  # noqa: PLC0415  see _pack

            listed, wrong = shape(document, Documents)
            return [*problems, *wrong, *(twice(document, listed) if listed else ())]
        if kind in KINDS:
            return [*problems, *shape(document, KINDS[kind])[1]]
        if document.data is None:
            return problems
        return [*problems, unknown_schema(document, [SCHEMA, PLAN, *sorted(KINDS), *BESIDE])]

    def _member(self, path: Path) -> list[Problem]:
        """What is wrong with a file as a part of the pack that it lies in; nothing where it lies in none."""
        whole = next((up for up in path.resolve().parents if is_folder(up / "factors")), None)
        if whole is None:
            return []
        inside = _Seen(self._pack_path, self._choice)
        inside._pack(whole)
        return _only(path, inside.problems)


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
    from mhscan.checks.reviews import review_assessment  # noqa: PLC0415  load_pack needs none of this

    problems += review_assessment(document, assessment)
    if kept.has_kept_pack(path, assessment):
        return [*problems, *kept.check(path, document, assessment)]
    fit = _held_against(
        pack_path, lambda pack: [*check_fit(pack, document, assessment), *_notes(path, pack, pack_path)]
    )
    return [*problems, *fit]


def _notes(path: Path, pack: Pack, pack_path: Path) -> list[Problem]:
    """What is wrong with the notes beside an assessment.

    Raises:
        InputError: they cannot be read.
    """
    from mhscan.reports.folders import TemplateFolders  # noqa: PLC0415  load_pack needs none of this
    from mhscan.reports.notes import notes_path, read_notes  # noqa: PLC0415  idem
    from mhscan.reports.registry import registry  # noqa: PLC0415  idem

    beside = notes_path(path)
    return read_notes(beside, pack, registry(TemplateFolders(pack_path)))[1] if beside.exists() else []


def _style(path: Path) -> list[Problem]:
    """What is wrong with a house style."""
    from mhscan.reports.house_style import read_style  # noqa: PLC0415  load_pack needs none of this

    return read_style(path)[2]


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
