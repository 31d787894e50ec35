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
from mhscan.loading.pack_choice import PackUse, choose_pack
from mhscan.ui.findings.registry import FACES, FindingsFace
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
        return _as_text(folder) if name == "text" else _as_findings(folder, FACES[name], root_folder(root))

    if watch:
        from mhscan.cli.watch import keep_doing

        keep_doing(run, [choose_pack(folder).folder])
    return run()


def _as_text(folder: Path | None) -> int:
    """Run the scenarios and tell of each what came of it; gives the exit code."""
    pack, use = opened_pack(folder)
    scenarios = read_scenarios(use.folder)
    if scenarios.problems:
        raise InputError(_("The scenarios cannot be read."), "", tuple(scenarios.problems))
    failed = 0
    for scenario in scenarios.scenarios:
        deviations = run_scenario(pack, scenario)
        failed += bool(deviations)
        word = _("differs") if deviations else _("as expected")
        out(f"{word}: {scenario.id}: {scenario.name}\n")
        out("".join(f"  {deviation.message}\n" for deviation in deviations))
    return _counted(use, len(scenarios.scenarios), failed)


def _as_findings(folder: Path | None, face: FindingsFace, root: Path | None) -> int:
    """Run the scenarios and show what differs as findings; gives the exit code.

    What cannot be read is shown in the same form, for a program that waits for it.
    """

    def show(problems: Iterable[Problem], files: Iterable[str] = ()) -> None:
        ordered = sort_problems(list(problems))
        named = sorted({*files, *(problem.location.file for problem in ordered)})
        out_document(face(Findings(tuple(ordered), tuple(named), root=root)))

    try:
        pack, use = opened_pack(folder)
    except InputError as error:
        if not error.problems:
            raise
        show(error.problems)
        return ExitCode.INPUT
    scenarios = read_scenarios(use.folder)
    differing = [] if scenarios.problems else list(scenarios.differing(pack))
    show([*scenarios.problems, *differing], (document.file for document in scenarios.documents))
    if scenarios.problems:
        return ExitCode.INPUT
    return _counted(use, len(scenarios.scenarios), len({problem.location.file for problem in differing}))


def _counted(use: PackUse, count: int, failed: int) -> int:
    talk(_("Scenarios: {n}. Otherwise than expected: {failed}.").format(n=count, failed=failed))
    return ended(use, code=ExitCode.FINDINGS if failed else ExitCode.DONE)
