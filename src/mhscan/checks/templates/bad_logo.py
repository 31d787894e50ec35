"""Found while a house style is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH611",
    N_("A logo stands in every document, so nothing may hide in it."),
    wrong="""\
logo: {file: logo.docx, text: The board}
""",
    right="""\
logo: {file: logo.png, text: The board}
""",
    severity="error",
)
