"""`mhscan migrate`: carry the answers of an older version of the pack over to this one."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Annotated

import typer

from mhscan.answers.comments import comments_of
from mhscan.answers.files import backup
from mhscan.answers.migration import migrate as carried
from mhscan.answers.model import Assessment
from mhscan.answers.store import Store, new_store, open_store
from mhscan.cli.common import yes
from mhscan.cli.companions import Companions
from mhscan.cli.options import FileArgument, PackOption, option
from mhscan.cli.scans import ended, tell
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.language import _
from mhscan.opening.scan import Scan, open_as_it_is, own_pack
from mhscan.pack.pack import Pack
from mhscan.text import shell
from mhscan.ui.streams import at_keyboard, out, talk

DryRunOption = Annotated[bool, typer.Option("--dry-run", help=_("Show what would happen, and write nothing."))]
CopyOption = Annotated[Path | None, option("--output -o", _("FILE"), _("Leave the file as it is, and write a copy."))]
OldPackOption = Annotated[
    Path | None, option("--from", _("FOLDER"), _("The pack as it was, for the words of questions that are gone."))
]


def migrate(
    file: FileArgument,
    dry_run: DryRunOption = False,
    output: CopyOption = None,
    before: OldPackOption = None,
    pack: PackOption = None,
) -> int:
    """Carry the answers over to this version of the pack; what no longer fits is archived, nothing is deleted."""
    from mhscan.ui.migration import migration_text

    scan = open_as_it_is(file, pack, kept=False)
    old = _named_pack(before, scan) if before else _old_pack(scan)
    migrated = carried(scan.pack, scan.original, old)
    if migrated.assessment is scan.original:
        message = _("{path} is of version {version} already. Nothing was changed.")
        talk(message.format(path=file, version=scan.pack.model.version))
        if output is not None and not dry_run:
            _write_copy(output, scan.original, scan)
        return ended(scan.use)
    out(migration_text(migrated))
    if output is None:
        Companions(file, scan.original, scan.pack, old).announce()
    if dry_run:
        talk(_("Nothing was written."))
    elif output is not None:
        _write_copy(output, migrated.assessment, scan)
    else:
        _refuse_closed(file, scan.original)
        with open_store(file) as store:
            _carry_over(store, scan.pack, old)
    return ended(scan.use)


def offer(store: Store, scan: Scan) -> None:
    """Say what this version of the pack makes of the answers in an open file, and carry them over.

    A person at the keyboard is asked first. Nobody is asked where nothing changes but the version.

    Raises:
        InputError: there is no way, or the person says no; nothing was changed.
    """
    from mhscan.ui.migration import migration_text

    made, here = store.assessment.pack.version, scan.pack.model.version
    old = _old_pack(scan)
    migrated = carried(scan.pack, store.assessment, old)
    message = _("The answers in {path} are of version {made} of the pack; this is {here}.")
    if made == here:
        message = _("Version {here} of the pack has changed since {path} was made; its number has not.")
    talk(message.format(path=store.path, made=made, here=here))
    talk(migration_text(migrated).rstrip("\n"))
    Companions(store.path, store.assessment, scan.pack, old).announce()
    question = _("Carry the answers over to version {here}? The file as it was is kept too.").format(here=here)
    if migrated.changes and at_keyboard() and not yes(question):
        raise InputError(_("Nothing was changed."), _("To go on with the older version, name it with --pack FOLDER."))
    _carry_over(store, scan.pack, old)


def _old_pack(scan: Scan) -> Pack | None:
    """The pack that the answers were given with, for the words of questions that are gone; nothing if not at hand."""
    old, notices = own_pack(scan)
    tell(notices)
    return old


def _named_pack(folder: Path, scan: Scan) -> Pack:
    """The pack in a folder, which somebody says is the one that an assessment was made with."""
    made = scan.original.pack
    pack = load_pack(folder, made.sha256)
    here = pack.model
    if (here.id, here.version) != (made.id, made.version):
        message = _("In {folder} is {id} {version}; the answers were given with {made} {made_version}.").format(
            folder=folder, id=here.id, version=here.version, made=made.id, made_version=made.version
        )
        raise InputError(message, _("Name the folder of that version with --from."))
    return pack


def _carry_over(store: Store, pack: Pack, old: Pack | None) -> None:
    """Carry the answers in an open file over, after a copy of it as it was is on the disk."""
    before = store.assessment
    copies: list[Path] = []

    def change(now: Assessment) -> Assessment:
        copies[:] = [backup(store.path, now.pack.version)]
        return carried(pack, now, old).assessment

    store.update(change)
    message = _("{path} is of version {version} now. The file as it was is kept in {backup}.")
    talk(message.format(path=store.path, version=pack.model.version, backup=copies[0]))
    Companions(store.path, before, pack, old).carry_over()


def _write_copy(output: Path, assessment: Assessment, scan: Scan) -> None:
    """Write the carried over answers as a new draft; a closed assessment stays what it was."""
    fresh = {"id": str(uuid.uuid4()), "status": "draft", "finished": None}
    with new_store(output, assessment.model_copy(update=fresh), comments_of(scan.document)):
        talk(_("Written: {path}").format(path=output))


def _refuse_closed(path: Path, assessment: Assessment) -> None:
    if assessment.finished is not None and assessment.status == "final":
        message = _("{path} was closed on {date} and is not changed any more.")
        hint = _("Make a copy in this version with: mhscan migrate {path} --output NAME.yaml").format(path=shell(path))
        raise InputError(message.format(path=path, date=assessment.finished.date), hint)
