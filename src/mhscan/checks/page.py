"""The page of a check, which stands with it: what `mhscan explain CODE` prints."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.codes import CODES
from mhscan.errors import Severity
from mhscan.language import _


@dataclass(frozen=True)
class Page:
    """Why a check matters, an example of what it finds, and what to write instead.

    `severity` is what it finds at worst. A new check starts as a warning.
    """

    code: str
    why: str
    wrong: str
    right: str
    severity: Severity = "warning"


def page_text(page: Page) -> str:
    """The page as people read it, in the language in use."""
    severity = _("error") if page.severity == "error" else _("warning")
    code = CODES[page.code]
    blocks = [
        f"{page.code} {code.name} ({severity})",
        f"{_('What it checks')}\n  {_(code.text)}",
        f"{_('Why it matters')}\n  {_(page.why)}",
        f"{_('Example')}\n{_indented(page.wrong)}",
        f"{_('Write instead')}\n{_indented(page.right)}",
    ]
    return "\n\n".join(blocks) + "\n"


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.strip("\n").split("\n"))
