"""Each file of a factor is one that the model lists."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.names import names_of
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor

PAGE = Page(
    "MH208",
    N_("Only factors on the list of the model are asked and scored. A file that is not on it was written for nothing."),
    wrong="""\
# factors/air.yaml, while model.yaml says: factors: [soil]
id: air
""",
    right="""\
# factors/model.yaml
factors: [soil, air]
""",
    severity="error",
)


def check(folder: Folder) -> Iterator[Problem]:
    """Every factor with a file stands on the list of the model."""
    names = names_of(folder)
    listed = names.of_model("factors", names.model.factors) if names.model else None
    for part, factor in folder.of(Factor):
        if listed is not None and factor.id not in listed:
            hint = _("Add it to 'factors' in model.yaml, or remove the file.")
            message = _("the model does not list the factor '{id}'").format(id=factor.id)
            yield part.problem("MH208", ("id",), message, hint)
