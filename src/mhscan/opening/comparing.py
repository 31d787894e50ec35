"""Several scans of one subject, put beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from mhscan.integrity.packs import load_pack
from mhscan.opening.notice import Notice
from mhscan.opening.scan import Scan, open_scan, own_pack
from mhscan.pack.pack import Pack
from mhscan.reports.redaction import Audience, evaluate_for
from mhscan.trend.beside import Beside, beside
from mhscan.trend.compare import Comparison
from mhscan.trend.compare import compare as compared
from mhscan.trend.scans import Given, newest


@dataclass(frozen=True)
class Compared:
    """A comparison, the scan whose pack it was made with, and what somebody has to know about it."""

    comparison: Comparison
    base: Scan
    notices: tuple[Notice, ...]


def open_scans(files: Sequence[Path], named: Path | None = None) -> list[Scan]:
    """The assessments in some files; a pack that several were made with is read once.

    Raises:
        InputError: as `open_scan`.
    """
    load = lru_cache(load_pack)
    return [open_scan(file, named, load) for file in files]


@dataclass(frozen=True)
class BesideEachOther:
    """The answers of partners beside the own ones, the scan whose pack they were read with, and notices about them."""

    beside: Beside
    base: Scan
    notices: tuple[Notice, ...]


def put_beside(scans: Sequence[Scan], audience: Audience) -> BesideEachOther:
    """The answers of partners beside the own ones, under the newest of their packs, as an audience may see them.

    Raises:
        InputError: they cannot be put beside each other.
    """
    pack, given, base, notices = _ready(scans)
    return BesideEachOther(beside(pack, given, partial(evaluate_for, audience)), base, notices)


def compare_scans(scans: Sequence[Scan], audience: Audience) -> Compared:
    """The scans compared under the newest of their packs, as an audience may see them.

    Raises:
        InputError: they cannot be compared.
    """
    pack, given, base, notices = _ready(scans)
    return Compared(compared(pack, given, partial(evaluate_for, audience)), base, notices)


def _ready(scans: Sequence[Scan]) -> tuple[Pack, list[Given], Scan, tuple[Notice, ...]]:
    """The newest pack of some scans, what is compared, the scan with that pack, and what to say of their own packs."""
    pack = newest([scan.pack for scan in scans])
    own = [own_pack(scan) for scan in scans]
    given = [Given(str(scan.file), scan.original, one) for scan, (one, _about) in zip(scans, own, strict=True)]
    base = next(scan for scan in scans if scan.pack is pack)
    return pack, given, base, tuple(notice for _own, about in own for notice in about)
