"""`--watch`: do something again each time a file changes, for somebody who is editing."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from mhscan.errors import MhscanError
from mhscan.language import _
from mhscan.loading.paths import YAML, is_folder, passed_over
from mhscan.ui.streams import talk

ENDINGS = (*YAML, ".j2", ".toml")
PAUSE = 0.5
"""Seconds between two looks: soon enough for whoever saved a file, and next to no work."""

Stamps = dict[str, tuple[int, int]]


def keep_doing(work: Callable[[], object], paths: list[Path], settings: Sequence[Path] = ()) -> NoReturn:
    """Watch, and say what is wrong instead of ending there: the file that is edited is often wrong for a while."""
    from mhscan.cli.boundary import say

    def tried() -> None:
        try:
            work()
        except MhscanError as error:
            say(error)

    watch(tried, paths, settings=settings)


def watch(
    work: Callable[[], object],
    paths: list[Path],
    pause: Callable[[float], None] = time.sleep,
    settings: Sequence[Path] = (),
) -> NoReturn:
    """Do the work now, and again whenever a file in these places has changed; ends with Ctrl-C only.

    The folder above a file counts too: what is wrong with a file can come from the one beside it. So do the files of
    `settings`, which need not be there.
    """
    before: Stamps | None = None
    while True:
        now = state(paths, settings)
        if now != before:
            changed = [] if before is None else [name for name in {*now, *before} if now.get(name) != before.get(name)]
            for name in sorted(changed):
                talk(_("Changed: {path}").format(path=name))
            work()
            talk(_("Waiting for a change. Stop with Ctrl-C."))
            before = now
        pause(PAUSE)


def state(paths: list[Path], settings: Sequence[Path] = ()) -> Stamps:
    """When each file was changed last, and its size; what cannot be seen is not there."""
    seen: Stamps = {}
    for file in (*_files(paths), *settings):
        with contextlib.suppress(OSError):
            about = file.stat()
            seen[str(file)] = (about.st_mtime_ns, about.st_size)
    return seen


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        for here, folders, names in os.walk(path if is_folder(path) else path.parent):
            folders[:] = [one for one in folders if not passed_over(one)]
            yield from (Path(here, one) for one in names if one.casefold().endswith(ENDINGS) and not passed_over(one))
