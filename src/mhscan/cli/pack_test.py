"""`mhscan pack test`: does a pack do what its authors expect of it?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan.checks.scenarios import read_scenarios, run_scenario
from mhscan.checks.validate import load_pack
from mhscan.cli.common import author_folder
from mhscan.cli.options import WatchOption
from mhscan.errors import ExitCode, InputError
from mhscan.language import _
from mhscan.ui.streams import out, talk


def pack_test(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar=_("FOLDER"),
            help=_("The pack; else the one in this folder, or the shipped one."),
            show_default=False,
        ),
    ] = None,
    watch: WatchOption = False,
) -> int:
    """Run the scenarios of a pack."""
    path = author_folder(folder)
    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(lambda: _run(path), [path])
    return _run(path)


def _run(path: Path) -> int:
    """Run the scenarios in a folder; gives the exit code."""
    pack = load_pack(path)
    scenarios, problems = read_scenarios(path)
    if problems:
        raise InputError(_("The scenarios cannot be read."), "", tuple(problems))
    outcomes = [run_scenario(pack, scenario) for scenario in scenarios]
    for outcome in outcomes:
        word = _("differs") if outcome.differences else _("as expected")
        out(f"{word}: {outcome.scenario.id}: {outcome.scenario.name}\n")
        for difference in outcome.differences:
            out(f"  {difference}\n")
    failed = sum(bool(outcome.differences) for outcome in outcomes)
    talk(_("Scenarios: {n}. Otherwise than expected: {failed}.").format(n=len(outcomes), failed=failed))
    return ExitCode.FINDINGS if failed else ExitCode.DONE
