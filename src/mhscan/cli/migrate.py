"""`mhscan migrate`: carry the answers of an older version of the pack over to this one."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.answers.files import write_atomic
from mhscan.answers.migration import Migrated
from mhscan.cli.common import yes
from mhscan.cli.options import FileArgument, PackOption
from mhscan.cli.packs import old_pack
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import read_bytes
from mhscan.loading.paths import is_there
from mhscan.loading.shipped import shipped_pack
from mhscan.ui.streams import at_keyboard, out, talk

if TYPE_CHECKING:
    from mhscan.answers.comments import Comment
    from mhscan.answers.model import Assessment
    from mhscan.answers.store import Store
    from mhscan.pack.pack import Pack


def migrate(
    file: FileArgument,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would happen, and write nothing."))] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=_("FILE"),
            help=_("Leave the file as it is, and write a copy."),
            show_default=False,
        ),
    ] = None,
    pack: PackOption = None,
) -> int:
    """Carry the answers over to this version of the pack; what no longer fits is archived, nothing is deleted."""
    from mhscan.answers.comments import comments_of
    from mhscan.answers.migration import migrate as carried
    from mhscan.answers.reading import read_assessment
    from mhscan.answers.store import open_store
    from mhscan.checks.validate import load_pack

    document, assessment = read_assessment(file)
    used = load_pack(pack or shipped_pack(), assessment.pack.sha256)
    old = old_pack(file, assessment)
    migrated = carried(used, assessment, old)
    if migrated.assessment is assessment:
        talk(
            _("{path} is of version {version} already. Nothing was changed.").format(
                path=file, version=used.model.version
            )
        )
        return 0
    _show(migrated)
    if dry_run:
        talk(_("Nothing was written."))
    elif output is not None:
        _write_copy(output, migrated.assessment, comments_of(document))
    else:
        _refuse_closed(file, assessment)
        with open_store(file) as store:
            carry_over(store, used, old)
    return 0


def _show(migrated: Migrated) -> None:
    from mhscan.ui.migration import migration_text

    out(migration_text(migrated))


def offer(store: Store, pack: Pack) -> None:
    """Say what this version of the pack makes of the answers in an open file, and carry them over.

    A person at the keyboard is asked first. Nobody is asked where nothing changes but the version.

    Raises:
        InputError: there is no way, or the person says no; nothing was changed.
    """
    from mhscan.answers.migration import migrate as carried
    from mhscan.ui.migration import migration_text

    made, here = store.assessment.pack.version, pack.model.version
    old = old_pack(store.path, store.assessment)
    migrated = carried(pack, store.assessment, old)
    said = _("The answers in {path} are of version {made} of the pack; this is {here}.")
    talk(said.format(path=store.path, made=made, here=here))
    talk(migration_text(migrated).rstrip("\n"))
    question = _("Carry the answers over to version {here}? The file as it was is kept too.").format(here=here)
    if migrated.changes and at_keyboard() and not yes(question):
        raise InputError(_("Nothing was changed."), _("To go on with the older version, name it with --pack FOLDER."))
    carry_over(store, pack, old)


def carry_over(store: Store, pack: Pack, old: Pack | None) -> None:
    """Carry the answers in an open file over, after a copy of it as it was is on the disk."""
    from mhscan.answers.migration import migrate as carried

    kept: list[Path] = []

    def change(now: Assessment) -> Assessment:
        kept[:] = [_backup(store.path, now.pack.version)]
        return carried(pack, now, old).assessment

    store.update(change)
    said = _("{path} is of version {version} now. The file as it was is kept in {backup}.")
    talk(said.format(path=store.path, version=pack.model.version, backup=kept[0]))


def _backup(path: Path, version: str) -> Path:
    """A copy of a file under a name that is free, or that holds the same already.

    Raises:
        InputError: the file cannot be read.
    """
    text = read_bytes(path)
    if text is None:
        raise InputError(_("{path} cannot be read.").format(path=path), _("Nothing was changed."))
    names = (f"{path.name}.{version}{n}.bak" for n in ("", *(f"-{n}" for n in range(2, 10_000))))
    backup = next(one for one in map(path.with_name, names) if not is_there(one) or read_bytes(one) == text)
    write_atomic(backup, text)
    return backup


def _write_copy(output: Path, assessment: Assessment, comments: tuple[Comment, ...]) -> None:
    """Write the carried over answers as a new draft; a closed assessment stays what it was."""
    from mhscan.answers.store import new_store

    fresh = {"id": str(uuid.uuid4()), "status": "draft", "finished": None}
    with new_store(output, assessment.model_copy(update=fresh), comments):
        talk(_("Written: {path}").format(path=output))


def _refuse_closed(path: Path, assessment: Assessment) -> None:
    if assessment.finished is not None and assessment.status == "final":
        message = _("{path} was closed on {date} and is not changed any more.")
        hint = _("Make a copy in this version with: mhscan migrate {path} --output NAME.yaml").format(path=path)
        raise InputError(message.format(path=path, date=assessment.finished.date), hint)
