"""The report that an interview ends with."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.cli.output import holds, may_write
from mhscan.cli.scans import tell
from mhscan.errors import OutputError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.ui.streams import at_keyboard

if TYPE_CHECKING:
    from mhscan.opening.scan import Scan


def first_report(scan: Scan) -> Path:
    """Write the public report beside the file; gives where it is."""
    from mhscan.answers.files import write_atomic
    from mhscan.opening.document import Order, make_document, shelf

    made = make_document(scan, shelf(scan.folder), Order())
    tell(made.notices)
    path = _free(scan.file.with_name(f"{scan.file.stem}-{_('report')}.html"), made.text)
    write_atomic(path, made.text.encode())
    return path


def _free(path: Path, text: str) -> Path:
    """The path, if it is free, holds this very report, or may be replaced; else the next one with a number."""
    if not is_there(path) or holds(path, text):
        return path
    if at_keyboard():
        with contextlib.suppress(OutputError):
            may_write(path, force=False)
            return path
    numbered = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, 10_000))
    return next(one for one in numbered if not is_there(one) or holds(one, text))
