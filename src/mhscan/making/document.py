"""One file to one document, as a piece of work that can be done in another process."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from mhscan.advice.result import evaluate
from mhscan.answers.archive import kept_folder
from mhscan.answers.files import write_atomic
from mhscan.answers.migration import is_older, migrate
from mhscan.answers.model import Assessment
from mhscan.answers.reading import SCHEMA, cannot_use, check_fit, parse_assessment
from mhscan.checks.validate import load_pack
from mhscan.errors import InputError, MhscanError, OutputError
from mhscan.loading.packs import kind_of
from mhscan.loading.shipped import shipped_pack
from mhscan.loading.yaml_reader import Document
from mhscan.making.outcome import Outcome
from mhscan.pack.pack import Pack
from mhscan.plans.store import plan_of, plan_path
from mhscan.reports.audience import Audience
from mhscan.reports.build import build_view
from mhscan.reports.folders import TemplateFolders
from mhscan.reports.formats import render
from mhscan.reports.notes import notes_path, read_notes
from mhscan.reports.registry import Registry, check_needs, registry, shows_steadiness
from mhscan.reports.views.style import PLAIN, StyleView

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What keeps every other file from being written too."""
NEAR = 0.85
"""From this likeness on, the kind of a file is an assessment that is not written right."""


@dataclass(frozen=True)
class Order:
    """What is to be made: which document, in which format, for whom, with whose templates and in whose style."""

    document: str
    output_format: str
    audience: Audience
    templates: Path | None = None
    style: StyleView = PLAIN


@dataclass(frozen=True)
class Job:
    """One file to make something of, the pack that was asked for, if one was, and where it has to come."""

    order: Order
    file: Path
    pack: Path | None
    target: Path


def work(job: Job) -> Outcome:
    """Make one document, and say what became of it; never raises for what a file holds or a disk does."""
    outcome = Outcome(job.file, "made", job.target)
    document, assessment, problems = parse_assessment(job.file)
    try:
        if assessment is None:
            if _is_other_kind(document):
                return replace(outcome, state="passed", message=kind_of(document))
            raise cannot_use(job.file, problems)
        return _made(job, document, assessment, outcome)
    except OutputError as error:
        stops = isinstance(error.__cause__, OSError) and error.__cause__.errno in FULL
        return replace(outcome, state="failed", message=error.message, hint=error.hint, stops=stops)
    except MhscanError as error:
        found = error.problems if isinstance(error, InputError) else ()
        return replace(outcome, state="failed", message=error.message, hint=error.hint, problems=found)


def _is_other_kind(document: Document) -> bool:
    """Whether a file says that it is something else than an assessment, and not by a slip of the pen."""
    kind = kind_of(document)
    return bool(kind) and SequenceMatcher(None, kind, SCHEMA).ratio() < NEAR


def _made(job: Job, document: Document, assessment: Assessment, outcome: Outcome) -> Outcome:
    folder = job.pack or kept_folder(job.file, assessment) or shipped_pack()
    pack = _pack(folder, assessment.pack.sha256)
    assessment = _carried(pack, assessment)
    problems = check_fit(pack, document, assessment)
    if any(one.severity == "error" for one in problems):
        raise cannot_use(job.file, problems)
    folders = TemplateFolders(folder, job.order.templates)
    known = _registry(folders)
    entry = known.entries[job.order.document]
    plan = plan_of(pack, assessment, plan_path(pack, job.file, assessment)) if entry.plan else None
    audience: Audience = "public" if entry.audience == "public" else job.order.audience
    words, nowhere = read_notes(notes_path(job.file), pack, known)
    steady = shows_steadiness(folders, entry, job.order.output_format)
    view = replace(build_view(evaluate(pack, assessment), audience, plan, steady), words=words)
    check_needs(entry, view)
    text = render(folders, view, known.view(entry.id, view.language), job.order.output_format, job.order.style)
    write_atomic(job.target, text.encode())
    return replace(outcome, subject=view.subject, date=assessment.date, remarks=len(problems) + len(nowhere))


def _carried(pack: Pack, assessment: Assessment) -> Assessment:
    """The answers in the pack's version, where they are of an older one and there is a way."""
    if assessment.pack.version == pack.model.version or not is_older(pack, assessment):
        return assessment
    try:
        return migrate(pack, assessment).assessment
    except InputError:
        return assessment


@lru_cache(maxsize=4)
def _pack(folder: Path, checked: str) -> Pack:
    """The pack in a folder; read once for many files that were made with it."""
    return load_pack(folder, checked)


@lru_cache(maxsize=4)
def _registry(folders: TemplateFolders) -> Registry:
    return registry(folders)
