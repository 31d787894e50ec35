"""`mhscan explain`: what an id or a code stands for."""

from __future__ import annotations

from typing import Annotated

import typer

from mhscan.cli.common import PackOption, pack_folder
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.ui.streams import out


def explain(
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help=_("For example a full indicator id, or MH203."), show_default=False)
    ],
    pack: PackOption = None,
) -> int:
    """Say what an indicator, factor, rule, claim or error code is."""
    from mhscan.checks.validate import load_pack
    from mhscan.codes import CODES, code_of
    from mhscan.loading.shape import suggest
    from mhscan.reports.explain import explained, known_ids

    code = code_of(wanted)
    if code is not None:
        from mhscan.checks.page import page_text
        from mhscan.checks.reviews import PAGES

        out(page_text(PAGES[code]))
        return 0
    used = load_pack(pack_folder(pack))
    text = explained(used, wanted)
    if text is None:
        known = [*known_ids(used), *CODES]
        hint = suggest(wanted, known) or _("Ids look like factor.indicator; a factor and a rule have one word.")
        raise InputError(_("There is no '{wanted}'.").format(wanted=wanted), hint)
    out(text)
    return 0
