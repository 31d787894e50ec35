"""`mhscan finish`: close an assessment."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.cli.common import FileArgument, PackOption, archive_of, choose, is_there, open_assessment, today
from mhscan.errors import InputError, OutputError
from mhscan.language import _
from mhscan.loading.files import is_folder
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.answers.model import Assessment
    from mhscan.pack.pack import Pack

FOLDERS = ("factors", "questionnaires", "templates")


def finish(
    file: FileArgument,
    agreed: Annotated[
        list[str] | None,
        typer.Option(
            "--agreed",
            metavar=_("ROLE"),
            help=_("A role that agreed; may be given more than once."),
            show_default=False,
        ),
    ] = None,
    pack: PackOption = None,
) -> int:
    """Close an assessment: it gets a date, is not changed any more, and the pack is kept with it."""
    from mhscan.answers.model import Finished
    from mhscan.answers.reading import same_pack
    from mhscan.answers.store import open_store

    used, assessment, folder = open_assessment(file, pack)
    for role in agreed or ():
        choose(_("role"), role, [one.id for one in used.model.roles])
    with open_store(file) as store:
        if not same_pack(used, assessment):
            raise InputError(
                _("{path} was made with another version of the pack.").format(path=file),
                _("Close it with the pack that it was made with: --pack DIR."),
            )
        keep_pack(folder, archive_of(file))
        closed = Finished(date=today(), agreed=tuple(agreed or ()))
        store.update(lambda now: now.model_copy(update={"status": "final", "finished": closed}))
        file.chmod(0o444)
    talk(_("{path} is closed. The pack is kept in {archive}.").format(path=file, archive=archive_of(file)))
    _say_open(used, store.assessment)
    return 0


def keep_pack(folder: Path, archive: Path) -> None:
    """Keep the files of a pack, so that an assessment can be scored for ever; all of them or none."""
    from mhscan.answers.files import cannot_write

    temporary = archive.with_name(f".{archive.name}.tmp")
    if is_there(archive) and not is_folder(archive / FOLDERS[0]):
        raise OutputError(_("{path} exists already.").format(path=archive), _("Choose another name."))
    try:
        shutil.rmtree(temporary, ignore_errors=True)
        for name in FOLDERS:
            if is_folder(folder / name):
                shutil.copytree(folder / name, temporary / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        if is_there(archive):
            shutil.rmtree(archive)
        temporary.rename(archive)
    except OSError as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise cannot_write(archive, error) from error


def _say_open(pack: Pack, assessment: Assessment) -> None:
    from mhscan.interview.engine import Interview

    questionnaire = pack.questionnaire(assessment.questionnaire)
    left = len(Interview(pack, questionnaire).open(assessment)) if questionnaire else 0
    if left:
        talk(_("Questions without an answer: {n}. The report says so.").format(n=left))
