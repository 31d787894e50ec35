"""`mhscan validate`: all that is wrong with packs and assessments."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan.cli.common import PackOption, pack_folder
from mhscan.errors import ExitCode
from mhscan.language import _
from mhscan.ui.streams import out, talk


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=_("PATH"),
            help=_("Packs or files; else the pack in this folder, or the shipped one."),
            show_default=False,
        ),
    ] = None,
    pack: PackOption = None,
) -> int:
    """Check the files of packs, and assessments."""
    from mhscan.checks.validate import validate as check_all
    from mhscan.ui.problems import count_words, problems_text

    here = Path()
    default = here if (here / "factors").is_dir() else pack_folder(None)
    problems = check_all(paths or [default], pack_folder(pack))
    out(problems_text(problems))
    talk(count_words(problems) if problems else _("Nothing wrong found."))
    return ExitCode.FINDINGS if any(one.severity == "error" for one in problems) else ExitCode.DONE
