"""The report that an interview ends with."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.cli.output import holds, may_write
from mhscan.errors import OutputError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.pack.pack import Pack
from mhscan.ui.streams import at_keyboard

if TYPE_CHECKING:
    from mhscan.answers.store import Store


def first_report(store: Store, pack: Pack, folder: Path) -> Path:
    """Write the public report beside the file; gives where it is."""
    from mhscan.advice.result import evaluate
    from mhscan.answers.files import write_atomic
    from mhscan.reports.build import build_view
    from mhscan.reports.folders import TemplateFolders
    from mhscan.reports.formats import render
    from mhscan.reports.registry import registry

    folders, view = TemplateFolders(folder), build_view(evaluate(pack, store.assessment))
    text = render(folders, view, registry(folders).first(view.language), "html")
    stem = f"{store.path.stem}-{_('report')}"
    path = _free(store.path.with_name(f"{stem}.html"), text)
    write_atomic(path, text.encode())
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
