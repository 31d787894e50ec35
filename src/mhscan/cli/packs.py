"""Which pack goes with an assessment: the one that was asked for, the one that was kept with it, or the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.archive import changed_files, kept_folder
from mhscan.checks.validate import load_pack
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.shipped import shipped_pack
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.answers.model import Assessment
    from mhscan.pack.pack import Pack


def pack_of(file: Path, assessment: Assessment, wanted: Path | None) -> tuple[Pack, Path]:
    """The pack to read an assessment with, and its folder: asked for, kept with it, or the shipped one.

    Raises:
        InputError: the pack cannot be used, or the kept one was changed.
    """
    archive = kept_folder(file, assessment) if wanted is None else None
    if archive is not None:
        return kept_pack(archive, file, assessment), archive
    folder = wanted or shipped_pack()
    return load_pack(folder, assessment.pack.sha256), folder


def kept_pack(archive: Path, file: Path, assessment: Assessment) -> Pack:
    """The pack in a folder that was kept for an assessment.

    Says so if something in it was changed that makes no difference for a score, such as a template.

    Raises:
        InputError: it is not the pack any more with which the assessment was made.
    """
    changed = changed_files(archive)
    try:
        pack = load_pack(archive, assessment.pack.sha256)
    except InputError as error:
        raise _not_the_same(file, archive, changed, error) from error
    if pack.sha256 != assessment.pack.sha256:
        raise _not_the_same(file, archive, changed, None)
    if changed:
        said = _("In {archive} these files were changed since it was kept: {files}. The scores stay the same.")
        talk(said.format(archive=archive, files=", ".join(changed)))
    return pack


def _not_the_same(file: Path, archive: Path, changed: list[str], error: InputError | None) -> InputError:
    message = _("The pack kept in {archive} is not the one any more with which {file} was made.")
    if changed:
        message += " " + _("Changed since: {files}.")
    hint = _("Put the folder back from a backup, or name another pack with --pack FOLDER.")
    said = message.format(archive=archive, file=file, files=", ".join(changed))
    return InputError(said, hint, error.problems if error else ())


def old_pack(file: Path, assessment: Assessment) -> Pack | None:
    """The pack that was kept for an assessment, for the words of questions that are gone; nothing where it is not."""
    archive = kept_folder(file, assessment)
    try:
        return kept_pack(archive, file, assessment) if archive is not None else None
    except InputError as error:
        talk(error.message)
        return None


def pack_of_then(folder: Path, assessment: Assessment) -> Pack:
    """The pack in a folder, which somebody says is the one that an assessment was made with.

    Raises:
        InputError: it cannot be used, or is another pack or version.
    """
    pack = load_pack(folder, assessment.pack.sha256)
    if (pack.model.id, pack.model.version) != (assessment.pack.id, assessment.pack.version):
        message = _("In {folder} is {id} {version}; the answers were given with {made} {made_version}.")
        said = message.format(
            folder=folder,
            id=pack.model.id,
            version=pack.model.version,
            made=assessment.pack.id,
            made_version=assessment.pack.version,
        )
        raise InputError(said, _("Name the folder of that version with --from."))
    return pack
