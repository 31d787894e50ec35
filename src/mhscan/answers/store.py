"""The file of one assessment while it is being worked in: every change is on the disk before it is confirmed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mhscan.answers.comments import Comment, carry, comments_of, say_lost
from mhscan.answers.files import about, unwritable, write_again
from mhscan.answers.locks import locked
from mhscan.answers.model import Answer, Assessment
from mhscan.answers.reading import read_assessment
from mhscan.answers.writing import Writer
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.questions.base import Value

FileState = tuple[int, int, int]


class Store:
    """An assessment with the file that it lives in; use it inside `open_store` or `new_store`."""

    def __init__(self, path: Path, assessment: Assessment, comments: Sequence[Comment] = ()) -> None:
        """Take over an assessment, with the comments, as it was read from, or is to be written to, a file."""
        self.path = path
        self.assessment = assessment
        self._comments = tuple(comments)
        self._writer = Writer()
        self._stamp = _stamp(path)

    def update(self, change: Callable[[Assessment], Assessment]) -> Assessment:
        """Save what `change` makes of the assessment as it is on the disk now; gives it as it was there.

        `change` is asked again if something else writes the file in between.

        Raises:
            InputError: the file was changed by something else into what cannot be read, into another assessment, or it
                was closed.
            OutputError: it cannot be written; the file is as it was.
        """
        while True:
            before = self._fresh()
            after = change(before)
            if _stamp(self.path) in (None, self._stamp):
                self._save(after)
                return before

    def _fresh(self) -> Assessment:
        """The assessment as it is on the disk; what is in memory where there is no file any more."""
        stamp = _stamp(self.path)
        if stamp is not None and stamp != self._stamp:
            # Something else wrote the file, an editor for example: nothing of that may get lost.
            document, now = read_assessment(self.path)
            if now.id != self.assessment.id:
                message = _("{path} has another assessment in it now, of {name}.").format(path=self.path, name=now.name)
                raise InputError(message, _("Nothing was changed in it. Open it again to go on with that one."))
            refuse_final(self.path, now)
            self.assessment, self._stamp, self._comments = now, stamp, comments_of(document)
        return self.assessment

    def put(self, key: str, make: Callable[[Answer | None], Answer]) -> Assessment:
        """Save what `make` makes of the answer that is on the disk now, if any; gives and raises as `update`."""

        def change(now: Assessment) -> Assessment:
            return now.model_copy(update={"answers": {**now.answers, key: make(now.answers.get(key))}})

        return self.update(change)

    def save(self) -> None:
        """Write the assessment as it is.

        Raises:
            OutputError: it cannot be written.
        """
        self._save(self.assessment)

    def _save(self, changed: Assessment) -> None:
        carried = carry(self._writer.text(changed), self._comments)
        write_again(self.path, carried.text)
        say_lost(self.path, carried.lost)
        self.assessment, self._comments = changed, carried.comments
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


def _stamp(path: Path) -> FileState | None:
    """What tells one state of a file from another; nothing where there is no file."""
    with unwritable(path):
        found = about(path)
    return None if found is None else (found.st_mtime_ns, found.st_size, found.st_ino)


@contextlib.contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """The store of an existing file, with the right to write it.

    Raises:
        InputError: the file cannot be used, is closed, or is open elsewhere.
    """
    with locked(path):
        document, assessment = read_assessment(path)
        refuse_final(path, assessment)
        yield Store(path, assessment, comments_of(document))


@contextlib.contextmanager
def new_store(path: Path, assessment: Assessment, comments: Sequence[Comment] = ()) -> Iterator[Store]:
    """The store of a new file, which is written at once, with comments in it if there are any.

    Raises:
        InputError: there is a file already.
        OutputError: it cannot be written.
    """
    with locked(path):
        if is_there(path):
            raise InputError(_("{path} exists already.").format(path=path), _("Choose another name."))
        store = Store(path, assessment, comments)
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
