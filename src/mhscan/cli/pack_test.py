"""`mhscan pack test`: does a pack do what its authors expect of it?"""

from __future__ import annotations

from pathlib import Path

from mhscan.checks.scenarios import read_scenarios, run_scenario
from mhscan.cli.options import FolderArgument, WatchOption
from mhscan.cli.scans import ended, opened_pack
from mhscan.errors import ExitCode, InputError
from mhscan.language import _
from mhscan.loading.pack_choice import choose_pack
from mhscan.ui.streams import out, talk


def pack_test(folder: FolderArgument = None, watch: WatchOption = False) -> int:
    """Run the scenarios of a pack."""
    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(lambda: _run(folder), [choose_pack(folder).folder])
    return _run(folder)


def _run(folder: Path | None) -> int:
    """Run the scenarios of a pack; gives the exit code."""
    pack, use = opened_pack(folder)
    found = read_scenarios(use.folder)
    if found.problems:
        raise InputError(_("The scenarios cannot be read."), "", tuple(found.problems))
    outcomes = [run_scenario(pack, scenario) for scenario in found.scenarios]
    for outcome in outcomes:
        word = _("differs") if outcome.differences else _("as expected")
        out(f"{word}: {outcome.scenario.id}: {outcome.scenario.name}\n")
        for difference in outcome.differences:
            out(f"  {difference}\n")
    failed = sum(bool(outcome.differences) for outcome in outcomes)
    talk(_("Scenarios: {n}. Otherwise than expected: {failed}.").format(n=len(outcomes), failed=failed))
    return ended(use, code=ExitCode.FINDINGS if failed else ExitCode.DONE)
