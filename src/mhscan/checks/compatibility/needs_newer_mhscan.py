"""The pack works with this version."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.__about__ import __version__
from mhscan.checks.compatibility.bad_requires import needed_version, numbers
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model

PAGE = Page(
    "MH721",
    N_("A pack that was made for a newer version can count on something that this one does not do."),
    wrong="""\
requires: mhscan>=99
""",
    right="""\
requires: mhscan>=0.1
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """This version of mhscan is one that the pack says it needs."""
    for part, model in folder.of(Model):
        wanted = needed_version(model.requires)
        if wanted and numbers(__version__) < numbers(wanted):
            message = _("this pack needs mhscan {wanted} or newer; this is {here}")
            message = message.format(wanted=wanted, here=__version__)
            hint = _("Install a newer mhscan.")
            yield part.problem("MH721", ("requires",), message, hint, severity="warning")
