"""The file of one assessment while it is being worked in: every change is on the disk before it is confirmed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from mhscan.answers.files import locked, write_atomic
from mhscan.answers.model import Answer, Assessment
from mhscan.answers.reading import read_assessment
from mhscan.answers.writing import Writer
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.questions.base import Value

Stamp = tuple[int, int, int]


class Store:
    """An assessment with the file that it lives in; use it inside `open_store` or `new_store`."""

    def __init__(self, path: Path, assessment: Assessment) -> None:
        """Take over an assessment as it was read from, or is to be written to, a file."""
        self.path = path
        self.assessment = assessment
        self._writer = Writer()
        self._stamp = _stamp(path)

    def update(self, change: Callable[[Assessment], Assessment]) -> None:
        """Save what `change` makes of the assessment as it is on the disk now.

        Raises:
            InputError: the file was changed by something else into what cannot be read.
            OutputError: it cannot be written; the file is as it was.
        """
        stamp = _stamp(self.path)
        if stamp is not None and stamp != self._stamp:
            # Something else wrote the file, an editor for example: nothing of that may get lost.
            _document, self.assessment = read_assessment(self.path)
            self._stamp = stamp
        self._save(change(self.assessment))

    def put(self, key: str, answer: Answer) -> None:
        """Save one answer; raises as `update` does."""
        self.update(lambda now: now.model_copy(update={"answers": {**now.answers, key: answer}}))

    def save(self) -> None:
        """Write the assessment as it is.

        Raises:
            OutputError: it cannot be written.
        """
        self._save(self.assessment)

    def _save(self, changed: Assessment) -> None:
        write_atomic(self.path, self._writer.text(changed).encode())
        self.assessment = changed
        self._stamp = _stamp(self.path)


def with_given(assessment: Assessment, key: str, value: Value | None) -> Assessment:
    """The assessment with a field of the subject (`subject.FIELD`) or the role of the respondent.

    Nothing for a value takes it away. That the question was skipped before is forgotten.
    """
    answers = {one: answer for one, answer in assessment.answers.items() if one != key}
    changed: dict[str, object] = {"answers": answers}
    group, _dot, field = key.partition(".")
    if group == "respondent":
        changed["respondent"] = assessment.respondent.model_copy(update={field: value})
    else:
        subject = {one: given for one, given in assessment.subject.items() if one != field}
        changed["subject"] = subject if value is None else {**subject, field: value}
    return assessment.model_copy(update=changed)


def _stamp(path: Path) -> Stamp | None:
    with contextlib.suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size, found.st_ino
    return None


@contextlib.contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """The store of an existing file, with the right to write it.

    Raises:
        InputError: the file cannot be used, is closed, or is open elsewhere.
    """
    _document, assessment = read_assessment(path)
    refuse_final(path, assessment)
    with locked(path):
        _document, assessment = read_assessment(path)
        refuse_final(path, assessment)
        yield Store(path, assessment)


@contextlib.contextmanager
def new_store(path: Path, assessment: Assessment) -> Iterator[Store]:
    """The store of a new file, which is written at once.

    Raises:
        InputError: there is a file already.
        OutputError: it cannot be written.
    """
    with locked(path):
        if is_there(path):
            raise InputError(_("{path} exists already.").format(path=path), _("Choose another name."))
        store = Store(path, assessment)
        store.save()
        yield store


def refuse_final(path: Path, assessment: Assessment) -> None:
    """Refuse to change an assessment that was closed.

    Raises:
        InputError: it was.
    """
    if assessment.status == "final" and assessment.finished is not None:
        message = _("{path} was closed on {date} and is not changed any more.")
        hint = _("Make a new assessment with: mhscan assess")
        raise InputError(message.format(path=path, date=assessment.finished.date), hint)
