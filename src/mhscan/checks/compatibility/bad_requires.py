"""What the pack needs is said in a way that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model

PAGE = Page(
    "MH722",
    N_("A need that cannot be read is no need: an older mhscan would take the pack without a word."),
    wrong="""\
requires: mhscan 1.0
""",
    right="""\
requires: mhscan>=1.0
""",
)

_NEED = re.compile(r"\s*mhscan\s*>=\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,9})\s*")


def check(folder: Folder) -> Iterator[Problem]:
    """The line `requires`, if there is one, names a lowest version of mhscan."""
    for part, model in folder.of(Model):
        if model.requires and not needed_version(model.requires):
            message = _("it cannot be told which version is needed")
            hint = _("Write it as: mhscan>=0.1")
            yield part.problem("MH722", ("requires",), message, hint, severity="warning")


def needed_version(requires: str) -> str:
    """The lowest version of mhscan that a pack needs; empty where it cannot be told."""
    match = _NEED.fullmatch(requires)
    return match[1] if match else ""


def numbers(version: str) -> tuple[int, ...]:
    """The numbers at the start of a version, without zeros at the end, so that 1.0 and 1 are the same."""
    match = re.match(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}", version)
    found = [int(one) for one in match[0].split(".")] if match else []
    while found and found[-1] == 0:
        found.pop()
    return tuple(found)
