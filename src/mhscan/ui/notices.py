"""What somebody has to know besides the product: about a file that was used all the same, and what was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mhscan.language import _, ngettext
from mhscan.loading.pack_choice import PackUse
from mhscan.opening.notice import Notice
from mhscan.ui.problems import count_words, problems_text

if TYPE_CHECKING:
    from mhscan.lint.findings import Findings


def notices_text(notices: Iterable[Notice]) -> str:
    """The notices, each with its problems and what to do next; empty where there are none."""
    lines = [line for one in notices for line in (problems_text(one.problems).rstrip("\n"), one.message, one.hint)]
    return "\n".join(line for line in lines if line)


def used_text(use: PackUse) -> str:
    """Which pack was used, why that one, and how much of it there is."""
    whence = {
        "named": _("the one that is named"),
        "here": _("the pack of this folder"),
        "kept": _("kept with the assessment"),
        "around": _("the pack in {folder}"),
        "shipped": _("the pack of mhscan itself"),
    }
    files = ngettext("{n} file of pack {id} {version}", "{n} files of pack {id} {version}", use.files)
    return _("Used: {files} ({why}).").format(
        files=files.format(n=use.files, id=use.id, version=use.version),
        why=whence[use.origin].format(folder=use.folder),
    )


def findings_text(findings: Findings) -> str:
    """How much is wrong, in how many files of which packs, and which pack other files were held against.

    What was looked at is always told: green about nothing is no green.
    """
    wrong = count_words(findings.problems).rstrip(".") if findings.problems else _("Nothing wrong found")
    count = len(findings.files)
    if findings.packs:
        where = ngettext("in {n} file of {packs}", "in {n} files of {packs}", count)
    else:
        where = ngettext("in {n} file", "in {n} files", count)
    text = f"{wrong} {where.format(n=count, packs=_names(findings.packs))}."
    if findings.against:
        text += " " + _("Held against {packs}.").format(packs=_names(findings.against))
    return text


def _names(packs: tuple[PackUse, ...]) -> str:
    names = dict.fromkeys(_("pack {id} {version}").format(id=one.id, version=one.version) for one in packs)
    return ", ".join(names)
