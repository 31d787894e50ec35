"""Whether an assessment can be looked at with a pack, and what is wrong with it and its notes then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mhscan.answers.archive import archive_of, changed_files, find_archive, refuse_other_pack
from mhscan.answers.model import Assessment
from mhscan.answers.pack_choice import refuse_unfit
from mhscan.answers.reading import check_fit
from mhscan.codes import problem
from mhscan.errors import InputError, Problem, Severity
from mhscan.language import _
from mhscan.lint.signals import signal_problems
from mhscan.loading.document import Document
from mhscan.loading.pack_choice import PackChoice
from mhscan.loading.packs import build, read_folder
from mhscan.loading.paths import is_there
from mhscan.pack.pack import Pack
from mhscan.reports.formats.documents import registry
from mhscan.reports.notes import notes_path, read_notes
from mhscan.reports.rendering.folders import TemplateFolders

MISFITS = frozenset(("MH801", "MH802", "MH804"))
"""What does not fit at all. Of one number this is wrong, whatever changed: the answers, or the number of the pack."""


def fit_problems(
    path: Path, document: Document, assessment: Assessment, pack: Pack, choice: PackChoice
) -> list[Problem]:
    """How an assessment, and the notes beside it, do not fit the pack that was chosen for it.

    Raises:
        InputError: the notes cannot be read.
    """
    refused = _refused(path, document, assessment, pack, choice)
    if refused:
        # Nothing else about the two is worth saying then.
        return refused
    notes = notes_path(path)
    listed = registry(TemplateFolders(choice.folder)) if is_there(notes) else None
    fit = check_fit(pack, document, assessment)
    if (assessment.pack.id, assessment.pack.version) == (pack.model.id, pack.model.version):
        fit = [replace(one, severity="error") if one.code in MISFITS else one for one in fit]
    found = [*fit, *signal_problems(pack, document, assessment)]
    return [*found, *(read_notes(notes, pack, listed)[1] if listed else ())]


def _refused(path: Path, document: Document, assessment: Assessment, pack: Pack, choice: PackChoice) -> list[Problem]:
    """Why an assessment cannot be looked at with a pack at all."""
    code = "MH805"
    try:
        if choice.origin != "named":
            refuse_other_pack(path, assessment, pack.sha256)
        code = "MH803"
        refuse_unfit(pack, path, assessment)
    except InputError as error:
        message = error.message.removeprefix(f"{path}: ")
        return [problem(code, message, document.locate(("pack",)), error.hint)]
    return []


def kept_pack_problems(path: Path, document: Document, assessment: Assessment) -> list[Problem]:
    """What is wrong with the pack that was kept with a closed assessment, and how the answers fit it."""
    archive = find_archive(path, assessment.pack.sha256) or archive_of(path)
    changed = changed_files(archive)
    try:
        pack = build(read_folder(archive))
    except InputError:
        return [_changed(archive, document, changed, "error")]
    if pack.sha256 != assessment.pack.sha256:
        return [_changed(archive, document, changed, "error")]
    warnings = [_changed(archive, document, changed, "warning")] if changed else []
    return [*warnings, *check_fit(pack, document, assessment), *signal_problems(pack, document, assessment)]


def _changed(archive: Path, document: Document, changed: list[str], severity: Severity) -> Problem:
    message = _("the pack kept in {archive} is not the one any more with which the answers were given")
    if severity == "warning":
        message = _("files in {archive} were changed since it was kept; the scores stay the same")
    hint = _("Put the folder back from a backup.")
    if changed:
        hint = _("Changed: {files}. Put the folder back from a backup.").format(files=", ".join(changed))
    return problem("MH805", message.format(archive=archive), document.locate(("pack",)), hint, severity=severity)
