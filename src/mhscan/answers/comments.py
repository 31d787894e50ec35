"""What people wrote behind a `#` in a file that mhscan writes: it stays with its key when the file is saved."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Any

from mhscan.errors import Path, Remark
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.yaml_places import values_at
from mhscan.loading.yaml_reader import read_yaml

_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What ends a line, and so a comment, for the YAML parser."""
_BLOCK = ("|", ">")
_MARKERS = ("---", "...")
ANSWERS, ARCHIVED = "answers", "archived"


@dataclass(frozen=True)
class Comment:
    """A comment with the path of its key; `behind` says whether it stands on the line of the key, or above it.

    Without a path it stands at the end of the file.
    """

    text: str
    path: Path
    behind: bool = False


@dataclass(frozen=True)
class _Place:
    """Where a key starts and ends, and its value, counted from the start of the text; whether that is in brackets."""

    path: Path
    key: int
    key_end: int
    value_end: int
    is_flow: bool
    is_single: bool


@dataclass(frozen=True)
class CommentedText:
    """A text with the comments in it, the comments as they stand there, and those that lost their key."""

    text: str
    comments: tuple[Comment, ...]
    lost: tuple[Comment, ...]


def comments_of(document: Document) -> tuple[Comment, ...]:
    """The comments of a file, in order."""
    text = document.text
    if "#" not in text:
        return ()
    places = list(_places(document))
    return tuple(_comment(text, start, end, places) for start, end in _spans(text))


def carry(text: str, comments: Sequence[Comment]) -> CommentedText:
    """The text of a file, as it is to be written, with the comments that stood in it before.

    A comment whose key is gone goes to the end, with the name of the key before it. The data stays the same.
    """
    # The comment that mhscan itself puts at the start.
    head, _end, rest = text.partition("\n")
    if all(one.text == head for one in comments):
        return CommentedText(text, tuple(comments), ())
    if any(one.text.startswith(head) for one in comments):
        text = rest
    document = read_yaml(text, "")[0]
    places = {one.path: one for one in _places(document)}
    settled = [_settled(one, places) for one in comments]
    lost = tuple(old for old, new in zip(comments, settled, strict=True) if old.path and not new.path)
    made = _inserted(text, settled, places)
    if read_yaml(made, "")[0].data != document.data:  # pragma: no cover  no text is known for which this happens
        settled = [replace(one, path=(), behind=False) for one in comments]
        made, lost = _inserted(text, settled, places), tuple(comments)
    return CommentedText(made, tuple(settled), lost)


def say_lost(path: FilePath, lost: Sequence[Comment]) -> None:
    """Say which comments stand at the end of a file now, since what they were about is not in it any more."""
    for one in lost:
        message = _("In {path} this comment stands at the end now, since {key} is gone: {text}")
        said = message.format(path=path, key=_dotted(one.path), text=one.text)
        warnings.warn(Remark(said), stacklevel=2)


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


# Finding ------------------------------------------------------------------------------------------------------------


def _places(document: Document) -> Iterator[_Place]:
    """All keys and items of a file, in the order in which they stand there."""
    stack: list[tuple[Path, Any]] = [((), document.data)]
    found = []
    while stack:
        above, here = stack.pop()
        for step, (key, key_end, value, value_end) in document.marks.get(id(here), {}).items():
            path, inside = (*above, step), here[step]
            is_single = not isinstance(inside, dict | list)
            is_flow = not is_single and document.text[value : value + 1] in ("{", "[")
            found.append(_Place(path, key, key_end, max(key_end, value_end), is_flow, is_single))
            stack.append((path, inside))
    yield from sorted(found, key=lambda one: (one.key, len(one.path)))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each comment starts and ends: from a `#` that is in no value to the end of its line."""
    values = [(_body(text, start), end) for start, end in values_at(text)]
    at = 0
    while (at := text.find("#", at)) >= 0:
        n = bisect_left(values, (at + 1,)) - 1
        if n >= 0 and at < values[n][1]:
            at = values[n][1]
            continue
        stop = _BREAK.search(text, at)
        end = stop.start() if stop else len(text)
        yield at, end
        at = end


def _body(text: str, start: int) -> int:
    """Where a value starts; behind the sign of one that goes over several lines there can be a comment."""
    stop = _BREAK.search(text, start) if text[start : start + 1] in _BLOCK else None
    return stop.end() if stop else start


def _comment(text: str, start: int, end: int, places: list[_Place]) -> Comment:
    said = text[start:end].rstrip()
    line = _line_start(text, start)
    n = bisect_left(places, start, key=lambda one: one.key)
    before = text[line:start].strip()
    if before and before not in _MARKERS and n:
        return Comment(said, places[n - 1].path, behind=True)
    return Comment(said, places[n].path if n < len(places) else ())


def _line_start(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in "\n\x85\u2028\u2029") + 1


# Putting back -------------------------------------------------------------------------------------------------------


def _settled(comment: Comment, places: dict[Path, _Place]) -> Comment:
    """The comment with the path that it has now; without one where the thing that it is about is gone."""
    path = comment.path
    if path[:1] == (ANSWERS,) and path[:2] not in places and (ARCHIVED, *path[1:2]) in places:
        path = (ARCHIVED, *path[1:])
    thing = path[:2]
    if not path:
        return comment
    if thing not in places:
        return Comment(f"# {_dotted(comment.path)}: {comment.text.lstrip('#').strip()}", ())
    return replace(comment, path=path)


def _inserted(text: str, comments: Sequence[Comment], places: dict[Path, _Place]) -> str:
    """The text with all comments, each on a line of its own above its key, or behind the line of it."""
    ordered = list(places.values())
    pieces: list[tuple[int, str]] = []
    for one in comments:
        place = _line_of(one.path, places)
        if place is None:
            pieces.append((len(text), f"{one.text}\n"))
        elif one.behind:
            pieces.append((_behind(text, place, ordered), f" {one.text}"))
        else:
            start = _line_start(text, place.key)
            before = text[start : place.key]
            indent = before[: len(before) - len(before.lstrip(" \t"))]
            pieces.append((start, f"{indent}{one.text}\n"))
    made, done = [], 0
    for at, piece in sorted(pieces, key=lambda pair: pair[0]):
        made += [text[done:at], piece]
        done = at
    return "".join([*made, text[done:]])


def _line_of(path: Path, places: dict[Path, _Place]) -> _Place | None:
    """The key on whose line a comment belongs: the nearest that is there, and outside of brackets."""
    nearest = None
    for n in range(1, len(path) + 1):
        place = places.get(path[:n])
        if place is None:
            break
        nearest = place
        if place.is_flow:
            break
    return nearest


def _behind(text: str, place: _Place, ordered: list[_Place]) -> int:
    """The end of the line on which a value ends; of the line of the key, where the value is lines of its own."""
    last = place.value_end if place.is_single else place.key_end
    if place.is_flow:
        n = len(place.path)
        after = (one.key for one in ordered if one.key > place.key and one.path[:n] != place.path)
        last = len(text[: _line_start(text, next(after, len(text)))].rstrip())
    stop = _BREAK.search(text, max(last - 1, 0))
    return stop.start() if stop else len(text)
