"""Questions and levels use words that everybody reads in the same way."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.page import Page
from mhscan.checks.plain import findings_of
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder

PAGE = Page(
    "MH502",
    N_("Two people who read 'regularly' in their own way give two answers to one question."),
    wrong="""\
question: Is the heap turned regularly?
""",
    right="""\
question: Is the heap turned each month?
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """No question or level has a word that the pack calls vague."""
    for part, path, one in findings_of(folder, "vague"):
        message = _("'{word}' is vague").format(word=one.words)
        hint = _("Say what can be seen: how many, how often, by when, on paper or not.")
        yield part.problem("MH502", path, message, hint, severity="warning")
