"""A closed assessment is held against the pack that was kept with it, and that pack is as it was."""

from __future__ import annotations

from pathlib import Path

from mhscan.answers.archive import archive_of, changed_files, find_archive
from mhscan.answers.model import Assessment
from mhscan.answers.reading import check_fit
from mhscan.codes import problem
from mhscan.errors import InputError, Problem, Severity
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.packs import build, read_folder


def check(path: Path, document: Document, assessment: Assessment) -> list[Problem]:
    """What is wrong with the kept pack, and how the answers fit it."""
    archive = find_archive(path, assessment.pack.sha256) or archive_of(path)
    changed = changed_files(archive)
    try:
        pack = build(read_folder(archive))
    except InputError:
        return [_changed(archive, document, changed, "error")]
    if pack.sha256 != assessment.pack.sha256:
        return [_changed(archive, document, changed, "error")]
    found = [_changed(archive, document, changed, "warning")] if changed else []
    return [*found, *check_fit(pack, document, assessment)]


def _changed(archive: Path, document: Document, changed: list[str], severity: Severity) -> Problem:
    message = _("the pack kept in {archive} is not the one any more with which the answers were given")
    if severity == "warning":
        message = _("files in {archive} were changed since it was kept; the scores stay the same")
    hint = _("Put the folder back from a backup.")
    if changed:
        hint = _("Changed: {files}. Put the folder back from a backup.").format(files=", ".join(changed))
    return problem("MH805", message.format(archive=archive), document.locate(("pack",)), hint, severity=severity)
