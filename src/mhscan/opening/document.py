"""A scan to a document, in one way for every command: its templates, plan, notes, audience and form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from mhscan.errors import InputError, UsageError
from mhscan.language import _, current
from mhscan.loading.files import read_document
from mhscan.loading.near import suggest
from mhscan.loading.packs import model_file
from mhscan.opening.comparing import compare_scans
from mhscan.opening.notice import Notice
from mhscan.opening.plan import read_plan_for
from mhscan.opening.scan import Scan
from mhscan.pack.documents import DocumentEntry, spoken_in
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import Registry, check_needs, registry, shows_robustness
from mhscan.reports.formats.registry import render
from mhscan.reports.notes import notes_path, read_notes
from mhscan.reports.parts.progress import progress
from mhscan.reports.parts.proposals import deciders_of
from mhscan.reports.redaction import Audience
from mhscan.reports.rendering.folders import TemplateFolders, template_folders
from mhscan.reports.views.report import ReportView
from mhscan.reports.views.style import PLAIN, StyleView

PROGRESS = "progress"
"""The section that shows what has changed."""


@dataclass(frozen=True)
class DocumentSet:
    """The documents that can be made with a pack, the folders with their templates, and the language of the pack."""

    folders: TemplateFolders
    known: Registry
    language: str

    def entry(self, wanted: str) -> DocumentEntry:
        """The document that goes by a name; the one that is made where none is asked for, for no name.

        Raises:
            InputError: there is no such document.
        """
        found = self.known.find(wanted or self.known.default)
        if found is None:
            names = self.known.names(self.language)
            hint = suggest(wanted, names) or _("Possible here: {keys}.").format(keys=", ".join(names))
            raise InputError(_("There is no {name} '{wanted}'.").format(name=_("document"), wanted=wanted), hint)
        return self.known.entries[found]

    def name(self, entry: DocumentEntry) -> str:
        """What the pack calls a document."""
        return entry.called(self.language)

    def refuse_without_answers(self, entry: DocumentEntry) -> None:
        """Refuse a document that is made of no assessment.

        Raises:
            UsageError: it is made of a questionnaire.
        """
        if entry.needs == "questionnaire":
            message = _("The document '{id}' is made of no assessment.").format(id=self.name(entry))
            raise UsageError(message, _("Name no files."))


@dataclass(frozen=True)
class DocumentOrder:
    """What is to be made: which document, in which format, for whom, and in whose style.

    `plan` is the file with the plan, if one was named; `previous` an earlier scan to compare with. With `anyway` a
    proposal is made also where too little is known.
    """

    document: str = ""
    output_format: str = "html"
    audience: Audience = "public"
    style: StyleView = PLAIN
    plan: Path | None = None
    previous: Scan | None = None
    anyway: bool = False


def document_set(pack: Path, templates: Path | None = None) -> DocumentSet:
    """The documents of the pack in a folder, with somebody's own templates before them.

    Raises:
        InputError: there are no such templates, or a list of documents is wrong.
    """
    folders = template_folders(pack, templates)
    return DocumentSet(folders, registry(folders), _language_of(pack))


def _language_of(pack: Path) -> str:
    """The language of the pack in a folder, as its model says; that of the interface where the model says none."""
    data = read_document(model_file(pack))[0].data
    found = data.get("language") if isinstance(data, dict) else None
    return found if isinstance(found, str) else current()


def make_document(scan: Scan, documents: DocumentSet, order: DocumentOrder) -> tuple[str, tuple[Notice, ...]]:
    """The document that was ordered, of a scan, as text; and what somebody has to know besides the notices of the scan.

    Raises:
        TooLittleKnownError: it is a proposal, and too little is known.
        InputError: it cannot be made of this scan; or the plan, the notes or a template cannot be used.
        UsageError: the document does not show what was given with it, or is made of no assessment.
    """
    view, notices = document_view(scan, documents, order)
    return rendered(view, documents, order), (*notices, *about_templates(documents.folders, order.output_format))


def make_blank(questionnaire: Questionnaire, pack: Pack, documents: DocumentSet, order: DocumentOrder) -> str:
    """A blank questionnaire, as the document that was ordered; else as the first that needs no answers."""
    view = blank_view(pack, questionnaire)
    known = documents.known
    chosen = documents.entry(order.document).id if order.document else ""
    document = known.view(chosen, view.language) if chosen else known.blank(view.language)
    return render(documents.folders, view, document, order.output_format, order.style)


def about_templates(folders: TemplateFolders, output_format: str) -> tuple[Notice, ...]:
    """Whose templates a document is made with, where these are not mhscan's own."""
    message = _("Templates from elsewhere are used: {path}")
    paths = folders.elsewhere if output_format != "json" else ()
    return tuple(Notice("templates", message.format(path=path)) for path in paths)


def document_view(scan: Scan, documents: DocumentSet, order: DocumentOrder) -> tuple[ReportView, tuple[Notice, ...]]:
    """All that the document shows, whatever its format; raises as `make_document`."""
    entry = documents.entry(order.document)
    _must_show(documents, entry, order)
    audience, notices = _audience(entry, order)
    plan, about_plan = read_plan_for(scan, order.plan) if entry.plan and not scan.partner else (None, ())
    words, nowhere = read_notes(notes_path(scan.file), scan.pack, documents.known)
    about_notes = (Notice("notes", problems=tuple(nowhere)),) if nowhere else ()
    robust = shows_robustness(documents.folders, entry, order.output_format)
    deciders = deciders_of(scan.pack, entry.names)
    view = replace(build_view(scan.result, audience, plan, robust, deciders), words=words)
    check_needs(entry, view, order.anyway)
    _must_have_decision(documents, entry, view)
    if order.previous is not None:
        compared = compare_scans([order.previous, scan], audience)
        view = replace(view, progress=progress(compared.comparison))
        notices = (*notices, *compared.notices)
    return view, (*notices, *about_plan, *about_notes)


def rendered(view: ReportView, documents: DocumentSet, order: DocumentOrder) -> str:
    """A view as text in the format and style that were ordered."""
    document = documents.known.view(documents.entry(order.document).id, view.language)
    return render(documents.folders, view, document, order.output_format, order.style)


def _audience(entry: DocumentEntry, order: DocumentOrder) -> tuple[Audience, tuple[Notice, ...]]:
    """The audience that a document is made for; a notice if it is not the one that was asked for."""
    if entry.audience == "public" and order.audience == "internal":
        message = _("{document} is always public.").format(document=spoken_in(entry.title, current()))
        return "public", (Notice("audience", message),)
    return order.audience, ()


def _must_have_decision(documents: DocumentSet, entry: DocumentEntry, view: ReportView) -> None:
    """Refuse a proposal to those who have nothing to decide, where the list names another document for that.

    Raises:
        InputError: there is nothing to decide.
    """
    instead = documents.known.find(entry.otherwise) if entry.otherwise else None
    if not view.decided_by or view.counts.actions or instead is None:
        return
    message = _("No action of this scan is for this decider: {who}. So there is no {document} to make.")
    message = message.format(who=view.decided_by, document=documents.name(entry))
    hint = _("Send this instead: {document}. It is made with: --document {document}")
    raise InputError(message, hint.format(document=documents.name(documents.known.entries[instead])))


def _must_show(documents: DocumentSet, entry: DocumentEntry, order: DocumentOrder) -> None:
    """Refuse what a document does not show: it would be left out in silence."""
    documents.refuse_without_answers(entry)
    if order.plan is not None and not entry.plan:
        message = _("The document '{id}' shows no plan.").format(id=documents.name(entry))
        raise UsageError(message, _("Leave --plan out, or name another document."))
    if order.previous is not None and not any(one.id == PROGRESS for one in entry.sections):
        message = _("The document '{id}' does not show what has changed.").format(id=documents.name(entry))
        raise UsageError(message, _("Leave --previous out, or name another document."))
