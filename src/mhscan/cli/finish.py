"""`mhscan finish`: close an assessment."""

from __future__ import annotations

from typing import Annotated

from mhscan.answers.archive import keep_pack
from mhscan.answers.files import protect
from mhscan.answers.model import Assessment, Finished
from mhscan.answers.reading import same_pack
from mhscan.answers.store import open_store, refuse_final
from mhscan.cli.common import choose, today
from mhscan.cli.options import FileArgument, PackOption, option
from mhscan.cli.scans import ended, opened
from mhscan.errors import InputError
from mhscan.interview.engine import Interview
from mhscan.interview.signals import signal_lines
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.text import shell
from mhscan.ui.streams import talk

AgreedOption = Annotated[
    list[str] | None, option("--agreed", _("ROLE"), _("A role that agreed; may be given more than once."))
]


def finish(
    file: FileArgument,
    agreed: AgreedOption = None,
    pack: PackOption = None,
) -> int:
    """Close an assessment: it gets a date, is not changed any more, and the pack is kept with it."""
    scan = opened(file, pack)
    used = scan.pack
    refuse_final(file, scan.original)
    roles = {one.id: one.label for one in used.model.roles}
    agreed = list(dict.fromkeys(choose(_("role"), one, roles) for one in agreed or ()))
    with open_store(file) as store:
        if not same_pack(used, store.assessment):
            raise InputError(
                _("{path} was made with another version of the pack.").format(path=file),
                _("Carry it over first with: mhscan migrate {path}. Or name its own pack with --pack FOLDER.").format(
                    path=shell(file)
                ),
            )
        archive = keep_pack(scan.folder, file, used.sha256)
        closed = Finished(date=today(), agreed=tuple(agreed))
        store.update(lambda now: now.model_copy(update={"status": "final", "finished": closed}))
        refused = protect(file)
    talk(_("{path} is closed. The pack is kept in {archive}.").format(path=shell(file), archive=archive))
    if refused:
        talk(_("The file itself could not be protected against changes: {why}.").format(why=refused))
    _say_open(used, store.assessment)
    return ended(scan.use)


def _say_open(pack: Pack, assessment: Assessment) -> None:

    questionnaire = pack.questionnaire(assessment.questionnaire)
    left = len(Interview(pack, questionnaire).open(assessment)) if questionnaire else 0
    if left:
        talk(_("Questions without an answer: {n}. The report says so.").format(n=left))
    for text in signal_lines(pack, assessment):
        talk(text)
