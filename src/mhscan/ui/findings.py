"""What was found in a sentence, and what was looked at: green about nothing is no green."""

from __future__ import annotations

from mhscan.language import _, ngettext
from mhscan.lint.findings import Findings
from mhscan.loading.pack_choice import PackUse
from mhscan.ui.problems import count_words


def findings_text(findings: Findings) -> str:
    """How much is wrong, in how many files of which packs, and which pack other files were held against."""
    wrong = count_words(findings.problems).rstrip(".") if findings.problems else _("Nothing wrong found")
    count = len(findings.files)
    if findings.packs:
        where = ngettext("in {n} file of {packs}", "in {n} files of {packs}", count)
    else:
        where = ngettext("in {n} file", "in {n} files", count)
    said = f"{wrong} {where.format(n=count, packs=_names(findings.packs))}."
    if findings.against:
        said += " " + _("Held against {packs}.").format(packs=_names(findings.against))
    return said


def _names(packs: tuple[PackUse, ...]) -> str:
    """Packs by id and version, each once."""
    names = dict.fromkeys(_("pack {id} {version}").format(id=one.id, version=one.version) for one in packs)
    return ", ".join(names)
