"""`mhscan report` of many files: a document of each, and a page that lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.cli.common import choose, pack_folder, yes
from mhscan.errors import ExitCode, InputError, Interrupted, OutputError, UsageError
from mhscan.language import _, current, ngettext
from mhscan.loading.paths import entries, is_there
from mhscan.ui.problems import problems_text
from mhscan.ui.streams import at_keyboard, talk

if TYPE_CHECKING:
    from mhscan.making.document import Job, Order
    from mhscan.making.outcome import Outcome
    from mhscan.pack.documents import DocumentEntry
    from mhscan.reports.audience import Audience
    from mhscan.reports.views.style import StyleView


@dataclass(frozen=True)
class Batch:
    """What was asked for."""

    files: tuple[Path, ...]
    document: str
    output_format: str
    output: Path | None
    audience: Audience
    force: bool
    pack: Path | None
    templates: Path | None
    style: StyleView


def is_many(files: list[Path], output: Path | None = None) -> bool:
    """Whether names stand for more than one file: there are several, or one is a folder or a pattern.

    One file goes that way too where the output is a folder that is there.
    """
    from mhscan.loading.files import is_folder
    from mhscan.making.finding import is_pattern

    into = output is not None and is_folder(output) and bool(files)
    return len(files) > 1 or into or any(is_folder(one) or is_pattern(one) for one in files)


def report_many(batch: Batch) -> int:
    """Make a document of each file; gives the exit code.

    Raises:
        UsageError: there is no folder to write in, or the document is made of no assessment.
        InputError: no file is meant, or the pack has no such document.
        OutputError: the folder cannot be made, or something in it may not be replaced.
        Interrupted: somebody stopped it.
    """
    from mhscan.making.document import Order
    from mhscan.making.finding import find_files
    from mhscan.pack.documents import spoken_in

    if batch.output is None:
        raise UsageError(_("There is more than one file, so --output must name a folder."), _("Add --output FOLDER."))
    found = find_files(batch.files)
    entry, is_default = _entry(batch)
    order = Order(entry.id, batch.output_format, batch.audience, batch.templates, batch.style)
    jobs = _jobs(batch, order, found.files, "" if is_default else entry.id)
    _make_folder(batch, [job.target for job in jobs], found.files)
    outcomes = _run(jobs)
    if any(one.state == "made" for one in outcomes):
        _write_index(batch, spoken_in(entry.title, current()), outcomes)
    _say_passed([*found.passed, *(one.file for one in outcomes if one.state == "passed")])
    _say_hidden(batch.files)
    return _ended(jobs, outcomes)


def _entry(batch: Batch) -> tuple[DocumentEntry, bool]:
    """The document to make, and whether it is the one that is made where none is asked for."""
    from mhscan.reports.folders import template_folders
    from mhscan.reports.registry import registry

    known = registry(template_folders(pack_folder(batch.pack), batch.templates))
    wanted = choose(_("document"), batch.document or known.default, list(known.entries))
    if known.entries[wanted].needs == "questionnaire":
        raise UsageError(_("The document '{id}' is made of no assessment.").format(id=wanted), _("Name no files."))
    return known.entries[wanted], wanted == known.default


def _jobs(batch: Batch, order: Order, files: tuple[Path, ...], label: str) -> list[Job]:
    from mhscan.making.document import Job
    from mhscan.making.names import output_names
    from mhscan.reports.formats import FORMATS

    names = output_names(files, label)
    suffix = FORMATS[order.output_format].suffix
    folder = batch.output or Path()
    return [Job(order, file, batch.pack, folder / f"{names[file]}{suffix}") for file in files]


def _make_folder(batch: Batch, targets: list[Path], inputs: Iterable[Path]) -> None:
    """Make the folder, and see to it that nothing in it is replaced unasked, and what is read not at all."""
    from mhscan.answers.files import make_folder
    from mhscan.answers.guarded import refuse_own

    folder = batch.output or Path()
    for one in (*targets, _index(folder)):
        refuse_own(one, inputs)
    there = [one for one in (*targets, _index(folder)) if is_there(one)]
    if there and not batch.force:
        count = len(there)
        said = ngettext("{n} file exists already in {path}.", "{n} files exist already in {path}.", count)
        said = said.format(n=count, path=folder)
        if not (at_keyboard() and yes(f"{said} {_('Replace them?')}")):
            raise OutputError(said, _("Choose another folder, or add --force to replace them."))
    make_folder(folder)


def _index(folder: Path) -> Path:
    from mhscan.making.names import INDEX

    return folder / f"{INDEX}.html"


def _run(jobs: list[Job]) -> list[Outcome]:
    from mhscan.making.document import work
    from mhscan.making.running import run
    from mhscan.ui.progress import Progress

    progress = Progress(len(jobs))
    done: list[Outcome] = []

    def step(outcome: Outcome) -> None:
        done.append(outcome)
        progress.step(outcome.file.name)

    try:
        return run(work, [(job.file, job.target, job) for job in jobs], step)
    except KeyboardInterrupt:
        progress.end()
        talk()
        _say_made(done)
        raise Interrupted(_("Stopped."), _("What was made is whole. Begin again with --force.")) from None
    finally:
        progress.end()


def _write_index(batch: Batch, title: str, outcomes: Iterable[Outcome]) -> None:
    from mhscan.answers.files import write_atomic
    from mhscan.making.index import index_page
    from mhscan.reports.folders import template_folders

    folders = template_folders(pack_folder(batch.pack), batch.templates)
    page = index_page(folders, title, outcomes, batch.audience == "internal", batch.style)
    path = _index(batch.output or Path())
    write_atomic(path, page.encode())
    talk(_("Written: {path}").format(path=path))


def _say_passed(passed: list[Path]) -> None:
    if passed:
        talk(_("Passed over, since they are no assessments:"))
    for path in passed:
        talk(f"- {path}")


def _say_hidden(named: Iterable[Path]) -> None:
    """Say which files in a folder look like assessments and were passed over because their names hide them."""
    hidden = [path for folder in named for path in entries(folder, ".*.y*ml") if not path.name.startswith("._")]
    if hidden:
        talk(_("Passed over, since a name with a dot before it hides a file:"))
    for path in hidden:
        talk(f"- {path}")


def _say_made(outcomes: list[Outcome]) -> None:
    made = [one.target for one in outcomes if one.state == "made"]
    said = ngettext("{n} document is made:", "{n} documents are made:", len(made))
    talk(said.format(n=len(made)) if made else _("Nothing is made."))
    for path in made:
        talk(f"- {path}")


def _ended(jobs: list[Job], outcomes: list[Outcome]) -> int:
    """Say what was made and what went wrong; gives the exit code."""
    failed = [one for one in outcomes if one.state == "failed"]
    for one in failed:
        if one.problems:
            talk(problems_text(one.problems).rstrip("\n"))
        talk(one.message)
        talk(one.hint)
    remarks = [one for one in outcomes if one.state == "made" and one.remarks]
    if remarks:
        count = len(remarks)
        said = ngettext("{n} file does not fit its pack wholly:", "{n} files do not fit their packs wholly:", count)
        talk(said.format(n=count) + " " + _("mhscan validate says how."))
    stopped = next((one for one in failed if one.stops), None)
    if stopped is not None:
        _say_made(outcomes)
        left = len(jobs) - sum(one.state != "failed" for one in outcomes)
        said = ngettext("{n} document is not made.", "{n} documents are not made.", left)
        raise OutputError(said.format(n=left), stopped.hint)
    return _counted(outcomes, failed)


def _counted(outcomes: list[Outcome], failed: list[Outcome]) -> int:
    made = sum(one.state == "made" for one in outcomes)
    said = ngettext("{n} document is made.", "{n} documents are made.", made)
    talk(said.format(n=made))
    bug = next((one.bug for one in failed if one.bug is not None), None)
    if bug is not None:
        raise bug
    if failed:
        wrong = ngettext("{n} file went wrong: {names}", "{n} files went wrong: {names}", len(failed))
        talk(wrong.format(n=len(failed), names=", ".join(str(one.file) for one in failed)))
        return ExitCode.FINDINGS
    if not made:
        raise InputError(_("There is no assessment among these files."), _("Check the names and the folder."))
    return ExitCode.DONE
