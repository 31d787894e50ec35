"""What can be wrong with a template, and how that is said."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError, UndefinedError

from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import read_text

_NO_BLOCK = re.compile(r"TemplateReference object' has no (?:attribute|element) '(\w+)'")
_NAME = re.compile(r"'(\w+)'(?: is undefined)?$")


class UnreadableTemplateError(TemplateError):
    """The file of a template cannot be read as text; why not is worked out where it is said, in the language there."""

    def __init__(self, path: Path) -> None:
        """Keep the place of the file."""
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class Fault:
    """Why a page cannot be rendered.

    `kind` is what sort of fault it is: `syntax`, `undefined`, `block`, `missing` (no template for a document) or
    `other`; `places` has the files and lines that led to it, the innermost last; `word` what it is about, where that is
    known.
    """

    kind: str
    why: str
    places: tuple[tuple[str, int], ...] = ()
    word: str = ""

    def refusal(self, template: str) -> InputError:
        """The error of a template that cannot be used; `template` is named where no better place is known."""
        if self.kind == "block":
            # The template is right: the list of documents names what none of them has.
            message = _("documents.yaml has a section '{id}', and no template has a block for it.")
            hint = _("Correct the id there, or add a block. mhscan validate --templates FOLDER shows the line.")
            return InputError(message.format(id=self.word), hint)
        if self.kind == "missing":
            hint = _("Make it, or name another with 'template' in documents.yaml.")
            return InputError(_("For this document {why}.").format(why=self.why), hint)
        place = "{}:{}".format(*self.places[-1]) if self.places else template
        message = _("The template {place} cannot be used: {why}").format(place=place, why=self.why)
        return InputError(message, _("Mend the template; mhscan validate checks the templates of a pack."))


def fault_of(error: Exception) -> Fault:
    """The fault that an error shows."""
    if isinstance(error, UnreadableTemplateError):
        return _unread(error.path)
    why = _why(error)
    if isinstance(error, TemplateSyntaxError):
        return Fault("syntax", why, ((error.filename or error.name or "", error.lineno),))
    return _rendering_fault(error, why)


def _rendering_fault(error: Exception, why: str) -> Fault:
    """The fault of a template that could be read, and failed where it was filled or looked for."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    places = tuple((frame.filename, frame.lineno or 1) for frame in frames)
    if isinstance(error, TemplatesNotFound):
        return Fault("missing", why, places)
    if block := _NO_BLOCK.search(why):
        return Fault("block", why, places, block[1])
    name = _NAME.search(why)
    return Fault("undefined" if isinstance(error, UndefinedError) else "other", why, places, name[1] if name else "")


def _why(error: Exception) -> str:
    """What an error of a template says."""
    if isinstance(error, TemplateNotFound):
        # Of names that are tried one after another, the last is the plain one.
        names = error.templates if isinstance(error, TemplatesNotFound) else [error.name]
        return _("there is no template '{name}'").format(name=names[-1])
    if isinstance(error, RecursionError):
        return _("it calls itself without end")
    return str(error.message if isinstance(error, TemplateError) else error) or type(error).__name__


def _unread(path: Path) -> Fault:
    """Why a file cannot be read as text; it can have become readable in the meantime."""
    problems = read_text(path, str(path))[1]
    why, line = (problems[0].message, problems[0].location.line) if problems else (_("it was changed meanwhile"), 0)
    return Fault("other", why, ((str(path), line or 1),))
