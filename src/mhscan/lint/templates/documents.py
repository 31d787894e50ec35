"""Checks of the documents that templates and a list of documents make: each is there, can be made, and is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import InputError, Path, Problem
from mhscan.language import _
from mhscan.lint.templates.balance import unbalanced
from mhscan.lint.templates.rendered import Rendered, listed_in, rendered
from mhscan.lint.templates.source import Templates
from mhscan.loading.document import Document
from mhscan.loading.near import suggest
from mhscan.pack.documents import Documents
from mhscan.reports.formats.documents import Registry, below, read_list, registry
from mhscan.reports.formats.registry import FORMATS
from mhscan.reports.rendering.faults import Fault


def check_documents(folder: Templates) -> Iterator[Problem]:
    """Each document that the folder changes can be made with few and with many answers, and its HTML is in order."""
    for one in rendered(folder):
        if isinstance(one.outcome, Fault):
            yield from _fault(one, one.outcome)
        elif FORMATS[one.format].html and (fault := unbalanced(one.outcome)):
            message = _("the HTML of document '{id}' is broken: {tag} has no counterpart")
            message = message.format(id=one.document.id, tag=fault.tag)
            hint = _("Close each element inside the one in which it was opened.")
            yield problem("MH605", message, one.tag(fault.tag), hint)


def _fault(one: Rendered, fault: Fault) -> Iterator[Problem]:
    """Why a document cannot be made; another check says what cannot be read."""
    if fault.kind == "undefined":
        message = _("in document '{id}' this is not there: {why}").format(id=one.document.id, why=fault.why)
        hint = _("mhscan schema report lists all that a template can use.")
        yield problem("MH602", message, one.place(fault), hint)
    elif fault.kind == "block":
        message = _("no template has a block '{block}' for this section").format(block=fault.word)
        hint = _("Write that block in the template, or a 'text' with the section.")
        yield problem("MH604", message, one.listed(fault.word), hint)
    elif fault.kind in ("other", "missing"):
        message = _("document '{id}' cannot be made: {why}").format(id=one.document.id, why=fault.why)
        hint = _("Mend the template; mhscan report --document makes the document with real answers.")
        yield problem("MH606", message, one.place(fault), hint)


def check_unknown_document(folder: Templates) -> Iterator[Problem]:
    """`remove` names documents of the lists below it, `default` and `otherwise` one that is left; no name is of two."""
    document = listed_in(folder)
    listed = read_list(folder.path)[0] if document is not None else None
    if document is None or listed is None:
        return
    try:
        under, all_ = below(folder.folders, folder.path), registry(folder.folders)
    except InputError:
        return  # Another check says so.
    named: list[tuple[Path, str, Registry]] = [(("remove", n), name, under) for n, name in enumerate(listed.remove)]
    if listed.default is not None:
        named.append((("default",), listed.default, all_))
    others = [(("documents", n, "otherwise"), entry.otherwise) for n, entry in enumerate(listed.documents)]
    named += [(path, name, all_) for path, name in others if name is not None]
    for path, name, documents in named:
        if documents.find(name) is None:
            names = [name for entry in documents.entries.values() for name in entry.names]
            hint = suggest(name, names) or _("Possible here: {keys}.").format(keys=", ".join(names))
            message = _("there is no document '{name}' here").format(name=name)
            yield problem("MH608", message, document.locate(path), hint)
    yield from _shared_names(document, listed, all_)


def _shared_names(document: Document, listed: Documents, all_: Registry) -> Iterator[Problem]:
    """Names in a list that more than one document has."""
    uses = Counter(name for entry in all_.entries.values() for name in {*entry.names})
    for n, entry in enumerate(listed.documents):
        for name in dict.fromkeys(name for name in entry.names if uses[name] > 1):
            message = _("'{name}' is a name of more than one document").format(name=name)
            yield problem("MH608", message, document.locate(("documents", n, "id")), _("Choose another name."))
