"""`mhscan pack test`: does a pack do what its authors expect of it?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mhscan.checks.findings import Findings
from mhscan.checks.scenarios import read_scenario_files, read_scenarios, run_scenario, scenario_problems
from mhscan.checks.validate import load_pack
from mhscan.cli.common import author_folder
from mhscan.cli.options import WatchOption
from mhscan.cli.validate import FaceOption, RootOption, face_name, root_folder
from mhscan.errors import ExitCode, InputError, Problem, sort_problems
from mhscan.language import _
from mhscan.ui.faces.registry import FACES, Face
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
    output_format: FaceOption = "",
    root: RootOption = None,
    watch: WatchOption = False,
) -> int:
    """Run the scenarios of a pack."""
    path = author_folder(folder)
    name = face_name(output_format)

    def run() -> int:
        return _run(path) if name == "text" else _show(path, FACES[name], root_folder(root))

    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(run, [path])
    return run()


def _show(path: Path, face: Face, root: Path | None) -> int:
    """Run the scenarios in a folder and show what differs as findings; gives the exit code.

    What cannot be read is shown in the same form, for a program that waits for it.
    """
    problems: list[Problem] = []
    files: list[str] = []
    try:
        pack = load_pack(path)
        found, problems = read_scenario_files(path)
        files = [document.file for document, _scenario in found]
        differing = [
            one for document, scenario in found for one in scenario_problems(document, run_scenario(pack, scenario))
        ]
    except InputError as error:
        if not error.problems:
            raise
        problems, differing = list(error.problems), []
    shown = sort_problems([*problems, *differing])
    out(face(Findings(tuple(shown), tuple(sorted({*files, *(one.location.file for one in shown)})), root=root)))
    if problems:
        return ExitCode.INPUT
    failed = len({one.location.file for one in differing})
    talk(_("Scenarios: {n}. Otherwise than expected: {failed}.").format(n=len(files), failed=failed))
    return ExitCode.FINDINGS if differing else ExitCode.DONE


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
