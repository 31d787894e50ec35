"""One of many files to a document, as a piece of work that can be done in another process, and what became of it."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Literal

from mhscan.answers.files import write_atomic
from mhscan.answers.guarded import refuse_own
from mhscan.answers.reading import SCHEMA, cannot_use, parse_assessment
from mhscan.errors import InputError, MhscanError, OutputError, Problem, TooLittleKnownError
from mhscan.integrity.packs import load_pack
from mhscan.loading.document import Document
from mhscan.loading.kinds import kind_of
from mhscan.loading.pack_choice import PackUse
from mhscan.opening.document import DocumentOrder, document_set, make_document
from mhscan.opening.notice import Notice
from mhscan.opening.scan import Scan, scan_of

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What keeps every other file from being written too."""
NEAR = 0.85
"""From this likeness on, the kind of a file is an assessment that is not written right."""
_pack = lru_cache(maxsize=4)(load_pack)
_shelf = lru_cache(maxsize=4)(document_set)


@dataclass(frozen=True)
class BatchJob:
    """One file to make something of, the pack and templates that were asked for, if so, and where it has to come."""

    order: DocumentOrder
    file: Path
    target: Path
    pack: Path | None = None
    templates: Path | None = None


@dataclass(frozen=True)
class JobResult:
    """What became of a file: a document was made, it is none of an assessment, too little is known, or it went wrong.

    `message` and `hint` say why it was passed over, held back or went wrong, `problems` where. `notices` has what
    somebody has to know about a file that was used all the same, and `use` which pack it was used with. `stops` is true
    where the next file would go wrong too: the disk is full. `bug` has what nobody foresaw.
    """

    file: Path
    state: Literal["made", "passed", "held_back", "failed"]
    target: Path
    subject: str = ""
    date: str = ""
    message: str = ""
    hint: str = ""
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    use: PackUse | None = None
    stops: bool = False
    bug: BaseException | None = None


def work(job: BatchJob) -> JobResult:
    """Make one document, and say what became of it; never raises for what a file holds or a disk does."""
    outcome = JobResult(job.file, "made", job.target)
    document, assessment, problems = parse_assessment(job.file)
    try:
        if assessment is None:
            if _is_other_kind(document):
                return replace(outcome, state="passed", message=kind_of(document))
            raise cannot_use(job.file, problems)
        return _made(job, scan_of(job.file, document, assessment, job.pack, _pack), outcome)
    except TooLittleKnownError as error:
        return replace(outcome, state="held_back", message=error.message, hint=error.hint)
    except OutputError as error:
        stops = isinstance(error.__cause__, OSError) and error.__cause__.errno in FULL
        return replace(outcome, state="failed", message=error.message, hint=error.hint, stops=stops)
    except MhscanError as error:
        problems = [*error.problems] if isinstance(error, InputError) else []
        return replace(outcome, state="failed", message=error.message, hint=error.hint, problems=tuple(problems))


def _is_other_kind(document: Document) -> bool:
    """Whether a file says that it is something else than an assessment, and not by a slip of the pen."""
    kind = kind_of(document)
    return bool(kind) and SequenceMatcher(None, kind, SCHEMA).ratio() < NEAR


def _made(job: BatchJob, scan: Scan, outcome: JobResult) -> JobResult:
    text, notices = make_document(scan, _shelf(scan.folder, job.templates), job.order)
    refuse_own(job.target)
    write_atomic(job.target, text.encode())
    return replace(
        outcome,
        subject=scan.assessment.name,
        date=scan.assessment.date,
        notices=(*scan.notices, *notices),
        use=scan.use,
    )


def forget() -> None:
    """Forget the packs that were read for an earlier batch: their files may have changed since."""
    _pack.cache_clear()
    _shelf.cache_clear()
