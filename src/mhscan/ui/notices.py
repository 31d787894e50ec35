"""What somebody has to know about a file that was used all the same, and which pack was used, as text."""

from __future__ import annotations

from collections.abc import Iterable

from mhscan.language import _, ngettext
from mhscan.loading.pack_choice import PackUse
from mhscan.opening.notice import Notice
from mhscan.ui.problems import problems_text


def notices_text(notices: Iterable[Notice]) -> str:
    """The notices, each with its problems and what to do next; empty where there are none."""
    lines = [line for one in notices for line in (problems_text(one.problems).rstrip("\n"), one.message, one.hint)]
    return "\n".join(line for line in lines if line)


def files_of(n: int, pack: str, version: str) -> str:
    """So many files of a pack, as words in a sentence."""
    return ngettext("{n} file of pack {id} {version}", "{n} files of pack {id} {version}", n).format(
        n=n, id=pack, version=version
    )


def used_text(use: PackUse) -> str:
    """Which pack was used, why that one, and how much of it there is."""
    whence = {
        "named": _("the one that is named"),
        "here": _("the pack of this folder"),
        "kept": _("kept with the assessment"),
        "around": _("the pack in {folder}"),
        "shipped": _("the pack of mhscan itself"),
    }
    why = whence[use.origin].format(folder=use.folder)
    return _("Used: {files} ({why}).").format(files=files_of(use.files, use.id, use.version), why=why)
