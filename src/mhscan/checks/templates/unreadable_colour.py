"""Found while a house style is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH610",
    N_("Documents of a municipality have to be readable for everybody, by law."),
    wrong="""\
colours: {main: '#ffff00', accent: '#01689b'}
""",
    right="""\
colours: {main: '#154273', accent: '#01689b'}
""",
    severity="error",
)
