"""`mhscan report` of many files: a document of each, and a page that lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mhscan.answers.archive import archive_of, is_archive
from mhscan.answers.files import make_folder, write_atomic
from mhscan.answers.guarded import refuse_own
from mhscan.batch.index import index_page
from mhscan.batch.job import BatchJob, JobResult, forget, work
from mhscan.batch.names import INDEX, output_names
from mhscan.batch.pool import run
from mhscan.cli.common import yes
from mhscan.cli.scans import ended, tell
from mhscan.errors import ExitCode, InputError, Interrupted, OutputError, TooLittleKnownError, UsageError
from mhscan.language import _, current, ngettext
from mhscan.loading.pack_choice import choose_pack
from mhscan.loading.paths import entries, is_there
from mhscan.opening.document import DocumentOrder, DocumentSet, document_set
from mhscan.opening.finding import find_files
from mhscan.opening.notice import Notice
from mhscan.pack.documents import spoken_in
from mhscan.reports.formats.registry import FORMATS
from mhscan.text import visible
from mhscan.ui.progress import Progress
from mhscan.ui.streams import at_keyboard, talk


@dataclass(frozen=True)
class Batch:
    """What was asked for."""

    files: tuple[Path, ...]
    order: DocumentOrder
    output: Path | None
    force: bool
    pack: Path | None
    templates: Path | None


def report_many(batch: Batch) -> int:
    """Make a document of each file; gives the exit code.

    Raises:
        UsageError: there is no folder to write in, or the document is made of no assessment.
        InputError: no file is meant, or the pack has no such document.
        OutputError: the folder cannot be made, or something in it may not be replaced.
        Interrupted: somebody stopped it.
    """
    if batch.output is None:
        raise UsageError(_("There is more than one file, so --output must name a folder."), _("Add --output FOLDER."))
    files = find_files(batch.files)
    documents = document_set(choose_pack(batch.pack).folder, batch.templates)
    title, label = _title(documents, batch.order.document, files.files)
    jobs = _jobs(batch, batch.output, files.files, label)
    index = batch.output / f"{INDEX}.html"
    _make_folder(batch.output, [*(job.target for job in jobs), index], files.files, batch.force)
    outcomes = _run(jobs)
    if any(one.state == "made" for one in outcomes):
        _write_index(index, batch.order, documents, title, outcomes)
    passed = [*files.passed, *(one.file for one in outcomes if one.state == "passed")]
    hidden = [path for folder in batch.files for path in entries(folder, ".*.y*ml") if not path.name.startswith("._")]
    _say_list(_("Passed over, since they are no assessments:"), passed)
    held_back = [one.file for one in outcomes if one.state == "held_back"]
    _say_list(_("Not made, since too little is known for a decision (--anyway makes it all the same):"), held_back)
    _say_list(_("Passed over, since a name with a dot before it hides a file:"), hidden)
    code = _exit_code(jobs, outcomes)
    return ended(*(one.use for one in outcomes if one.use is not None), code=code)


def _title(documents: DocumentSet, wanted: str, files: tuple[Path, ...]) -> tuple[str, str]:
    """The title of the document to make, and what its files are labelled with: nothing where it is the usual one.

    A pack that was kept with a file can have a document that others do not have.
    """
    if documents.known.find(wanted) is None and any(is_archive(archive_of(file)) for file in files):
        return wanted, wanted
    entry = documents.entry(wanted)
    documents.refuse_without_answers(entry)
    return spoken_in(entry.title, current()), "" if entry.id == documents.known.default else wanted


def _jobs(batch: Batch, folder: Path, files: tuple[Path, ...], label: str) -> list[BatchJob]:

    suffix = FORMATS[batch.order.output_format].suffix
    names = output_names(files, label)
    return [
        BatchJob(batch.order, file, folder / f"{names[file]}{suffix}", batch.pack, batch.templates) for file in files
    ]


def _make_folder(folder: Path, targets: list[Path], inputs: Iterable[Path], force: bool) -> None:
    """Make the folder, and see to it that nothing in it is replaced unasked, and what is read not at all."""
    for target in targets:
        refuse_own(target, inputs)
    count = sum(is_there(target) for target in targets)
    if count and not force:
        message = ngettext("{n} file exists already in {path}.", "{n} files exist already in {path}.", count)
        message = message.format(n=count, path=folder)
        if not (at_keyboard() and yes(f"{message} {_('Replace them?')}")):
            raise OutputError(message, _("Choose another folder, or add --force to replace them."))
    make_folder(folder)


def _run(jobs: list[BatchJob]) -> list[JobResult]:

    forget()
    progress = Progress(len(jobs))
    done: list[JobResult] = []

    def step(outcome: JobResult) -> None:
        done.append(outcome)
        progress.step(outcome.file.name)

    try:
        return run(work, jobs, step)
    except KeyboardInterrupt:
        progress.end()
        talk()
        _say_made(done)
        raise Interrupted(_("Stopped."), _("What was made is whole. Begin again with --force.")) from None
    finally:
        progress.end()


def _write_index(
    path: Path, order: DocumentOrder, documents: DocumentSet, title: str, outcomes: Iterable[JobResult]
) -> None:

    page = index_page(documents.folders, title, outcomes, order.audience == "internal", order.style)
    write_atomic(path, page.encode())
    talk(_("Written: {path}").format(path=path))


def _say_list(head: str, paths: list[Path]) -> None:
    if paths:
        talk(head)
    for path in paths:
        talk(f"- {visible(path)}")


def _say_made(outcomes: list[JobResult]) -> None:
    made = [one.target for one in outcomes if one.state == "made"]
    head = ngettext("{n} document is made:", "{n} documents are made:", len(made)).format(n=len(made))
    _say_list(head, made)
    if not made:
        talk(_("Nothing is made."))


def _exit_code(jobs: list[BatchJob], outcomes: list[JobResult]) -> int:
    failed = [one for one in outcomes if one.state == "failed"]
    for message, hint, problems in dict.fromkeys((one.message, one.hint, one.problems) for one in failed):
        tell([Notice("misfit", visible(message), visible(hint), problems)])
    _say_notices([one for one in outcomes if one.state == "made"])
    stopped = next((one for one in failed if one.stops), None)
    if stopped is not None:
        _say_made(outcomes)
        left = len(jobs) - sum(one.state != "failed" for one in outcomes)
        message = ngettext("{n} document is not made.", "{n} documents are not made.", left)
        raise OutputError(message.format(n=left), stopped.hint)
    return _counted(outcomes, failed)


def _say_notices(made: list[JobResult]) -> None:
    """Say what somebody has to know about the files that were used: a line for each kind, or each message once."""
    kinds = Counter(kind for one in made for kind in {notice.kind for notice in one.notices})
    misfits = sum(any(notice.problems for notice in one.notices) for one in made)
    if misfits:
        text = ngettext("{n} file does not fit its pack wholly:", "{n} files do not fit their packs wholly:", misfits)
        talk(text.format(n=misfits) + " " + _("mhscan validate says how."))
    if kinds["carried"]:
        text = ngettext(
            "The answers in {n} file are of an older version; they are carried over.",
            "The answers in {n} files are of an older version; they are carried over.",
            kinds["carried"],
        )
        talk(text.format(n=kinds["carried"]))
    others = (notice for one in made for notice in one.notices if notice.kind in ("pack", "audience", "templates"))
    tell(dict.fromkeys(others))


def _counted(outcomes: list[JobResult], failed: list[JobResult]) -> int:
    made = sum(one.state == "made" for one in outcomes)
    talk(ngettext("{n} document is made.", "{n} documents are made.", made).format(n=made))
    bug = next((one.bug for one in failed if one.bug is not None), None)
    if bug is not None:
        raise bug
    if failed:
        wrong = ngettext("{n} file went wrong: {names}", "{n} files went wrong: {names}", len(failed))
        talk(wrong.format(n=len(failed), names=", ".join(visible(one.file) for one in failed)))
        return ExitCode.FINDINGS
    held_back = [one for one in outcomes if one.state == "held_back"]
    if held_back and not made:
        raise TooLittleKnownError(held_back[0].message, held_back[0].hint)
    if not made:
        raise InputError(_("There is no assessment among these files."), _("Check the names and the folder."))
    return ExitCode.DONE
