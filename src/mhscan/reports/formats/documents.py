"""Which documents there are: the lists of the shipped pack, of the pack and of the user's own templates as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mhscan.errors import InputError, Problem, TooLittleKnownError
from mhscan.language import _, ngettext
from mhscan.loading.files import list_yaml, read_document
from mhscan.loading.kinds import is_newer, kind_of, unknown_schema
from mhscan.loading.packs import twins
from mhscan.loading.paths import real_path, yaml_file
from mhscan.loading.validation import to_model
from mhscan.pack.documents import DocumentEntry, Documents, spoken_in
from mhscan.reports.formats.registry import FORMATS
from mhscan.reports.rendering.folders import LIST, TemplateFolders
from mhscan.reports.views.document import DocumentView, SectionView
from mhscan.reports.views.report import ReportView

SCHEMA = "mhscan/documents@1"
ROBUSTNESS = "robustness"
"""The part of a document that shows how robust the picture is."""
FRAME = "_document"
"""The template that puts headings with their own texts in a document."""


@dataclass(frozen=True)
class Registry:
    """The documents by id, in order; `default` is made where none is asked for."""

    default: str
    entries: dict[str, DocumentEntry]

    def find(self, name: str) -> str | None:
        """The id of the document that goes by a name; an id of one goes before another name of another."""
        ids = (key for key, entry in self.entries.items() if name in entry.names)
        return name if name in self.entries else next(ids, None)

    def names(self, language: str) -> list[str]:
        """What the documents are called in a pack of a language."""
        return [entry.called(language) for entry in self.entries.values()]

    def view(self, wanted: str, language: str) -> DocumentView:
        """A document in a language.

        Raises:
            KeyError: there is no such document.
        """
        return document_view(self.entries[wanted], language)

    def blank(self, language: str) -> DocumentView:
        """The first document that needs no answers: the blank questionnaire.

        Raises:
            InputError: there is none.
        """
        wanted = next((entry.id for entry in self.entries.values() if entry.needs == "questionnaire"), None)
        if wanted is None:
            raise InputError(_("This pack has no document with blank questions."), _("See: mhscan report --list"))
        return self.view(wanted, language)


def registry(folders: TemplateFolders) -> Registry:
    """The documents of all layers; a nearer layer removes, replaces by id, and adds new ones at the end.

    Raises:
        InputError: a list of documents is wrong; the error carries all problems. Or no document is left.
    """
    merged = _merged(folders.layers)
    if not merged.entries:
        raise InputError(_("The lists of documents leave no document."), _("Leave one of them out of 'remove'."))
    return merged


def below(folders: TemplateFolders, folder: Path) -> Registry:
    """The documents of the layers below a folder, which its list can remove.

    Raises:
        InputError: a list of documents is wrong; the error carries all problems.
    """
    layers = [real_path(layer) for layer in folders.layers]
    at = layers.index(real_path(folder)) if real_path(folder) in layers else -1
    return _merged(folders.layers[at + 1 :])


def _merged(layers: Sequence[Path]) -> Registry:
    """The documents of these folders, the nearest to the user first."""
    default, entries = "", dict[str, DocumentEntry]()
    for folder in reversed(layers):
        listed, problems = read_list(folder)
        if problems:
            message = _("The list of documents {path} cannot be used.").format(path=yaml_file(folder / LIST))
            raise InputError(message, _("Mend the file; mhscan validate checks it too."), tuple(problems))
        if listed is not None:
            gone = {Registry("", entries).find(name) for name in listed.remove}
            kept = {key: entry for key, entry in entries.items() if key not in gone}
            entries = kept | {entry.id: entry for entry in listed.documents}
            default = Registry("", entries).find(listed.default or default) or default
    return Registry(default if default in entries else next(iter(entries), ""), entries)


def read_list(folder: Path) -> tuple[Documents | None, list[Problem]]:
    """The list of documents in a folder with templates, if there is one, and all that is wrong with it."""
    files, unread = list_yaml(folder, folder)
    path = yaml_file(folder / LIST)
    if unread or path not in files:
        return None, unread
    document, problems = read_document(path)
    problems += [twin for twin in twins(files) if Path(twin.location.file).stem == path.stem]
    if is_newer(kind_of(document), [SCHEMA]):
        return None, [*problems, unknown_schema(document, [SCHEMA])]
    return (None, problems) if problems else to_model(document, Documents)


def check_needs(entry: DocumentEntry, view: object, anyway: bool = False) -> None:
    """Make sure that a view has what a document is made of.

    Raises:
        InputError: the document needs scores, and the answers of a partner have none.
        TooLittleKnownError: it is a proposal, too little is known, and nobody asked for it `anyway`.
    """
    if not isinstance(view, ReportView):
        return
    name = entry.called(view.language)
    if entry.needs == "scores" and view.partner:
        message = _("The document '{id}' needs scores. The answers of a partner have none.").format(id=name)
        raise InputError(message, _("Make a document that lists the answers; see: mhscan report --list"))
    if entry.proposal and view.little_known and not anyway:
        raise _too_little_known(name, view)


def _too_little_known(name: str, view: ReportView) -> TooLittleKnownError:
    """That a document asks for a decision for which too little is known, and what to find out first."""
    message = ngettext(
        "The document '{id}' asks for a decision, and too little is known for that:"
        " {answered} of the {asked} question that counts in a score is answered.",
        "The document '{id}' asks for a decision, and too little is known for that:"
        " {answered} of the {asked} questions that count in a score are answered.",
        view.counts.asked,
    ).format(id=name, answered=view.counts.answered, asked=view.counts.asked)
    titles = "; ".join(one.title for one in view.find_first)
    first = _("First find out: {titles}.").format(titles=titles) if titles else ""
    hint = _("With --anyway it is made all the same; it then says that too little is known.")
    return TooLittleKnownError(message, f"{first} {hint}".strip())


def shows_robustness(folders: TemplateFolders, entry: DocumentEntry, output_format: str) -> bool:
    """Whether a document shows how robust the picture is, which takes longer to work out than all the rest.

    Data has all that there is, and of templates from elsewhere nobody knows what they show.
    """
    data = not FORMATS[output_format].templates
    return data or folders.foreign or any(section.id == ROBUSTNESS for section in entry.sections)


def document_view(entry: DocumentEntry, language: str) -> DocumentView:
    """A document with its headings in a language."""
    texts_only = bool(entry.sections) and all(section.text for section in entry.sections)
    return DocumentView(
        id=entry.id,
        title=spoken_in(entry.title, language),
        about=spoken_in(entry.about, language),
        template=entry.template or (FRAME if texts_only else entry.id),
        contents=entry.contents,
        draft=entry.draft,
        outward=entry.outward,
        proposal=entry.proposal,
        sections=tuple(
            SectionView(
                id=section.id,
                block=section.id.replace("-", "_"),
                title=spoken_in(section.title, language),
                text=tuple(spoken_in(text, language) for text in section.text),
            )
            for section in entry.sections
        ),
    )
