"""The one way from a file to an assessment with its pack: kept, changed, older, of a partner, or of another pack.

Nothing is printed here, and the file is read once. What somebody has to know comes back as notices.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.archive import changed_files, kept_folder, refuse_other_pack
from mhscan.answers.migration import carried_to_look, is_older
from mhscan.answers.model import Assessment
from mhscan.answers.pack_choice import choose_pack_for, refuse_unfit
from mhscan.answers.reading import cannot_use, check_fit, read_assessment
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.pack_choice import Origin, PackChoice, PackUse, use_of
from mhscan.opening.notice import Notice
from mhscan.pack.pack import Pack
from mhscan.text import shell

if TYPE_CHECKING:
    from mhscan.advice.result import Result

Load = Callable[[Path, str], Pack]
"""Reads the pack in a folder; one with this digest was checked before. It is `load_pack`, or remembers it."""


@dataclass(frozen=True, eq=False)
class Scan:
    """An assessment as it is looked at.

    `original` is what the file holds; `assessment` has the same answers, carried over to the version of `pack` where
    they are of an older one. `folder` is where the pack lies, `origin` says why it is this pack.
    """

    file: Path
    document: Document
    original: Assessment
    assessment: Assessment
    pack: Pack
    folder: Path
    origin: Origin
    notices: tuple[Notice, ...] = ()

    @property
    def partner(self) -> bool:
        """Whether a partner gave the answers, which get no score."""
        questionnaire = self.pack.questionnaire(self.assessment.questionnaire)
        return questionnaire is not None and questionnaire.perspective == "partner"

    @property
    def use(self) -> PackUse:
        """The pack, as it is told which one was used."""
        return use_of(self.pack, PackChoice(self.folder, self.origin))

    @cached_property
    def result(self) -> Result:
        """What the answers come to."""
        from mhscan.advice.result import evaluate  # noqa: PLC0415  who only changes answers needs no scores

        return evaluate(self.pack, self.assessment)


def open_scan(file: Path, named: Path | None = None, load: Load = load_pack) -> Scan:
    """The assessment in a file, to look at, with the pack that is meant (`named` is the one that was asked for).

    Raises:
        InputError: the file or the pack cannot be used, or they do not belong together.
    """
    document, assessment = read_assessment(file)
    return scan_of(file, document, assessment, named, load)


def scan_of(
    file: Path, document: Document, assessment: Assessment, named: Path | None = None, load: Load = load_pack
) -> Scan:
    """An assessment that was read already, as `open_scan` gives it.

    Raises:
        InputError: as `open_scan`.
    """
    scan = _with_pack(file, document, assessment, named, load, kept=True)
    carried = _carried(scan)
    return carried or fitting(scan)


def open_as_it_is(file: Path, named: Path | None = None, kept: bool = True) -> Scan:
    """The assessment in a file with the pack that is meant, neither carried over nor held against it.

    Without `kept` the pack that was kept with it is passed over: that is for who carries the answers over to another.

    Raises:
        InputError: the file or the pack cannot be used, or they do not belong together.
    """
    document, assessment = read_assessment(file)
    return _with_pack(file, document, assessment, named, load_pack, kept)


def own_pack(scan: Scan) -> tuple[Pack | None, tuple[Notice, ...]]:
    """The pack that the answers were given with, where it is at hand; and why a kept one is of no use, if so."""
    if scan.pack.sha256 == scan.original.pack.sha256:
        return scan.pack, ()
    archive = kept_folder(scan.file, scan.original)
    if archive is None:
        return None, ()
    try:
        return _kept(archive, scan.file, scan.original, load_pack)
    except InputError as error:
        return None, (Notice("pack", error.message),)


def fitting(scan: Scan) -> Scan:
    """The scan with a notice of what in it does not fit its pack.

    Raises:
        InputError: an answer is wrong, though it was given with this very pack.
    """
    problems = check_fit(scan.pack, scan.document, scan.original)
    if any(one.severity == "error" for one in problems):
        raise cannot_use(scan.file, problems)
    return _changed(scan, scan.original, Notice("misfit", problems=tuple(problems))) if problems else scan


def refuse_partner(scan: Scan) -> None:
    """Refuse the answers of a partner where scores are needed.

    Raises:
        InputError: a partner gave them.
    """
    if scan.partner:
        message = _("{path} has the answers of a partner. They get no score and no actions.").format(path=scan.file)
        raise InputError(message, _("Name the assessment of the subject itself."))


def refuse_older(scan: Scan) -> None:
    """Refuse to put answers of this version into a file with answers of an older one.

    Raises:
        InputError: the file is of an older version.
    """
    made, here = scan.original.pack.version, scan.pack.model.version
    if is_older(scan.pack, scan.original) and made != here:
        message = _("The answers in {path} are of version {made} of the pack; this is {here}.")
        hint = _("Carry them over first with: mhscan migrate {path}").format(path=shell(scan.file))
        raise InputError(message.format(path=scan.file, made=made, here=here), hint)


def _with_pack(
    file: Path, document: Document, assessment: Assessment, named: Path | None, load: Load, kept: bool
) -> Scan:
    choice = choose_pack_for(file, assessment, named, kept)
    notices: tuple[Notice, ...] = ()
    if choice.origin == "kept":
        pack, notices = _kept(choice.folder, file, assessment, load)
    else:
        pack = load(choice.folder, assessment.pack.sha256)
        if named is None and kept:
            refuse_other_pack(file, assessment, pack.sha256)
        refuse_unfit(pack, file, assessment)
    return Scan(file, document, assessment, assessment, pack, choice.folder, choice.origin, notices)


def _kept(archive: Path, file: Path, assessment: Assessment, load: Load) -> tuple[Pack, tuple[Notice, ...]]:
    """The pack in a folder that was kept for an assessment; a notice if something changed that is in no score."""
    changed = changed_files(archive)
    try:
        pack = load(archive, assessment.pack.sha256)
    except InputError as error:
        raise _not_the_same(file, archive, changed, error) from error
    if pack.sha256 != assessment.pack.sha256:
        raise _not_the_same(file, archive, changed, None)
    message = _("In {archive} these files were changed since it was kept: {files}. The scores stay the same.")
    notice = Notice("pack", message.format(archive=archive, files=", ".join(changed)))
    return pack, (notice,) if changed else ()


def _not_the_same(file: Path, archive: Path, changed: list[str], error: InputError | None) -> InputError:
    message = _("The pack kept in {archive} is not the one any more with which {file} was made.")
    if changed:
        message += " " + _("Changed since: {files}.")
    hint = _("Put the folder back from a backup, or name another pack with --pack FOLDER.")
    said = message.format(archive=archive, file=file, files=", ".join(changed))
    return InputError(said, hint, error.problems if error else ())


def _carried(scan: Scan) -> Scan | None:
    """The answers of an older version in this one; nothing where they are of this version, or there is no way."""
    moved = carried_to_look(scan.pack, scan.original)
    if moved is None:
        return None
    made, here = scan.original.pack.version, scan.pack.model.version
    message = _("The answers in {path} are of version {made}; here they are carried over to {here}.")
    if made == here:
        message = _("Version {here} of the pack has changed since {path} was made; here its answers are carried over.")
    notice = Notice(
        "carried",
        message.format(path=scan.file, made=made, here=here),
        _("The file is as it was. See: mhscan migrate {path} --dry-run").format(path=shell(scan.file)),
    )
    return _changed(scan, moved.assessment, notice)


def _changed(scan: Scan, assessment: Assessment, notice: Notice) -> Scan:
    return replace(scan, assessment=assessment, notices=(*scan.notices, notice))
