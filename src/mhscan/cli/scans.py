"""Opening what a command works with, and telling what somebody has to know about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.store import refuse_final
from mhscan.errors import ExitCode
from mhscan.integrity.packs import load_pack
from mhscan.loading.pack_choice import PackUse, choose_pack, use_of
from mhscan.opening.notice import Notice
from mhscan.opening.scan import Scan, open_scan, refuse_older, refuse_partner
from mhscan.ui.notices import notices_text, used_text
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.pack.pack import Pack


def opened(file: Path, named: Path | None) -> Scan:
    """The assessment in a file, with the pack that is meant; says what somebody has to know about it.

    Raises:
        InputError: the file or the pack cannot be used, or they do not belong together.
    """
    scan = open_scan(file, named)
    tell(scan.notices)
    return scan


def opened_own(file: Path, named: Path | None) -> Scan:
    """As `opened`, for what needs scores.

    Raises:
        InputError: as `opened`; or a partner gave the answers, which get no score.
    """
    scan = open_scan(file, named)
    refuse_partner(scan)
    tell(scan.notices)
    return scan


def opened_to_change(file: Path, named: Path | None) -> Scan:
    """As `opened`, to put answers into the file.

    Raises:
        InputError: as `opened`; or the file is closed, or of an older version of the pack.
    """
    scan = open_scan(file, named)
    refuse_final(file, scan.original)
    refuse_older(scan)
    tell(scan.notices)
    return scan


def opened_pack(named: Path | None) -> tuple[Pack, PackUse]:
    """The pack that is meant where there is no assessment.

    Raises:
        InputError: it cannot be used.
    """
    choice = choose_pack(named)
    pack = load_pack(choice.folder)
    return pack, use_of(pack, choice)


def tell(notices: Iterable[Notice]) -> None:
    """Say the notices, if there are any."""
    text = notices_text(notices)
    if text:
        talk(text)


def ended(*used: PackUse, code: int = ExitCode.DONE) -> int:
    """The last words of a command: which packs it used. Gives the exit code."""
    for text in dict.fromkeys(map(used_text, used)):
        talk(text)
    return code
