"""`mhscan pack test`: does a pack do what its authors expect of it?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mhscan.cli.options import FolderArgument, WatchOption
from mhscan.cli.scans import ended, opened_pack
from mhscan.cli.validate import FaceOption, RootOption, face_name, root_folder
from mhscan.errors import ExitCode, InputError, Problem, sort_problems
from mhscan.language import _
from mhscan.lint.findings import Findings
from mhscan.lint.scenarios import read_scenarios, run_scenario
from mhscan.loading.pack_choice import choose_pack
from mhscan.ui.faces.registry import FACES, Face
from mhscan.ui.streams import out, out_document, talk


def pack_test(
    folder: FolderArgument = None,
    output_format: FaceOption = "",
    root: RootOption = None,
    watch: WatchOption = False,
) -> int:
    """Run the scenarios of a pack."""
    name = face_name(output_format)

    def run() -> int:
        return _run(folder) if name == "text" else _show(folder, FACES[name], root_folder(root))

    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(run, [choose_pack(folder).folder])
    return run()


def _show(folder: Path | None, face: Face, root: Path | None) -> int:
    """Run the scenarios of a pack and show what differs as findings; gives the exit code.

    What cannot be read is shown in the same form, for a program that waits for it.
    """
    try:
        pack, use = opened_pack(folder)
    except InputError as error:
        if not error.problems:
            raise
        out_document(face(_findings(error.problems, [], root)))
        return ExitCode.INPUT
    found = read_scenarios(use.folder)
    files = [document.file for document in found.documents]
    differing = [] if found.problems else list(found.differing(pack))
    out_document(face(_findings([*found.problems, *differing], files, root)))
    if found.problems:
        return ExitCode.INPUT
    failed = len({one.location.file for one in differing})
    talk(_("Scenarios: {n}. Otherwise than expected: {failed}.").format(n=len(found.scenarios), failed=failed))
    return ended(use, code=ExitCode.FINDINGS if differing else ExitCode.DONE)


def _findings(problems: Iterable[Problem], files: list[str], root: Path | None) -> Findings:
    ordered = sort_problems(list(problems))
    return Findings(tuple(ordered), tuple(sorted({*files, *(one.location.file for one in ordered)})), root=root)


def _run(folder: Path | None) -> int:
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
