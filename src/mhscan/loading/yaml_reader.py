"""YAML text to plain data in which every key and value knows its line and column.

Read by events over PyYAML's C parser: its own loaders reach no positions, read YAML 1.1 (`no`, `012`, dates), keep the
last of two equal keys without a word, and crash the process on deep nesting. Here scalars are those of the YAML 1.2
core schema, keys are text, there are no anchors, aliases or tags, and depth and size are bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from mhscan.codes import problem
from mhscan.errors import Location, Path, Problem, Related
from mhscan.language import _
from mhscan.loading.scalars import Ambiguous, plain
from mhscan.loading.yaml_syntax import syntax_problem

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 32
MAX_VALUES = 100_000
"""More values than any file of a pack or an assessment has; each takes time and memory."""
MAX_PROBLEMS = 1000

_CONTAINERS = (dict, list)
Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Marks = dict[int, dict[str | int, tuple[int, int, int, int]]]
"""For each mapping and list, by identity: where each key starts and ends, and its value; counted from the start.

Numbers, and not the events that hold them: a large file would keep a heap of those alive, and every search for rubbish
would go through it.
"""


@dataclass
class Document:
    """What a file holds: data, and for each mapping and list (by identity) where its keys and values stand."""

    file: str
    data: Any = None
    marks: Marks = field(default_factory=dict)
    text: str = ""

    def locate(self, path: Path, at_key: bool = False) -> Location:
        """The place of a value, or of its key; the nearest place above it where the path does not exist."""
        here, mark = self.data, None
        for step in path:
            found = self.marks.get(id(here), {}).get(step) if type(here) in _CONTAINERS else None
            if found is None:
                break
            mark = found[:2] if at_key else found[2:]
            here = here[step]
        return self.place(*mark) if mark else Location(self.file)

    def has(self, path: Path) -> bool:
        """Whether there is a value at this path."""
        here = self.data
        for step in path:
            if type(here) not in _CONTAINERS or step not in self.marks.get(id(here), {}):
                return False
            here = here[step]
        return True

    def span(self, event: Any) -> Location:
        """The place of an event."""
        return self.place(*_span(event))

    def place(self, index: int, end: int = 0) -> Location:
        """The place of a character, which is counted from the start of the text; `end` is where the place ends."""
        line = bisect_right(self._starts, index)
        start = self._starts[line - 1]
        if not end:
            return Location(self.file, line, index - start + 1)
        # A block that starts with a line end, such as nothing at all, still has a caret of one sign.
        stop = min(end, self._end_of(line))
        return Location(self.file, line, index - start + 1, max(stop, index + 1) - start + 1)

    def _end_of(self, line: int) -> int:
        """The index of the end of a line, without its line end."""
        return self._starts[line] - 1 if line < len(self._starts) else len(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        # Counted as editors do: the parser takes rare characters, such as U+2028, for the end of a line too.
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


def _span(event: Any) -> tuple[int, int]:
    """Where an event starts and ends: a scalar as far as it goes, else the one sign that starts it."""
    start: int = event.start_mark.index
    is_scalar = type(event) is yaml.ScalarEvent
    return start, event.end_mark.index if is_scalar else start + 1


class _Refused(Exception):  # noqa: N818  it is a way out, no fault
    """Reading stops here; the problem says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.found = found


class _Reader:
    """Builds data from events; keeps its own stack, so that no file can exhaust Python's."""

    def __init__(self, text: str, file: str, problems: list[Problem]) -> None:
        self.document = Document(file, text=text)
        self.problems = problems
        self._next = Parser(text).get_event
        self._values = 0

    def read(self) -> None:
        """Read the one document of the text into `document`."""
        self._next()
        event = self._next()
        if type(event) is yaml.StreamEndEvent:
            return
        self.document.data = self._tree(self._next())
        self._next()
        extra = self._next()
        if type(extra) is not yaml.StreamEndEvent:
            self._report("MH009", extra, _("a second document starts here"), _("Keep one document a file."))

    def _report(self, code: str, event: Any, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> None:
        self.problems.append(problem(code, message, self.document.span(event), hint, related=related))

    def _tree(self, event: Any) -> Any:
        """The value that starts with an event, with all that it holds."""
        value = self._value(event)
        stack = [value] if type(value) in _CONTAINERS else []
        while stack:
            top = stack[-1]
            event = self._next()
            kind = type(event)
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                continue
            self._count(event)
            child = self._item(top, event) if type(top) is list else self._pair(top, event)
            if type(child) in _CONTAINERS:
                self._bound(stack, event)
                stack.append(child)
        return value

    def _count(self, event: Any) -> None:
        """Refuse a file with more values, or more faults, than anybody could want to read."""
        self._values += 1
        if self._values > MAX_VALUES:
            message = _("more than {n} values")
            raise _Refused(problem("MH008", message.format(n=MAX_VALUES), self.document.span(event)))
        if len(self.problems) > MAX_PROBLEMS:
            message = _("more than {n} faults before this")
            raise _Refused(problem("MH008", message.format(n=MAX_PROBLEMS), self.document.span(event)))

    def _bound(self, stack: list[Any], event: Any) -> None:
        """Refuse what is nested deeper than any file needs."""
        if len(stack) >= MAX_DEPTH:
            message = _("nested deeper than {n} levels").format(n=MAX_DEPTH)
            raise _Refused(problem("MH008", message, self.document.span(event)))

    def _item(self, top: list[Any], event: Any) -> Any:
        value = self._value(event)
        span = _span(event)
        self.document.marks[id(top)][len(top)] = (*span, *span)
        top.append(value)
        return value

    def _pair(self, top: dict[str, Any], event: Any) -> Any:
        if type(event) is not yaml.ScalarEvent:
            at, hint = self.document.span(event), _("Write 'key: value'.")
            raise _Refused(problem("MH010", _("a key must be a text"), at, hint))
        if event.anchor or event.tag:
            self._refuse_extras(event)
        key = event.value
        value_event = self._next()
        value = self._value(value_event)
        marks = self.document.marks[id(top)]
        if key in top:
            # Kept out of the data, yet it is read to its end.
            first = self.document.place(*marks[key][:2])
            message = _("the key '{key}' stands here for the second time; first on line {line}")
            related = (Related(first, _("here for the first time")),)
            self._report("MH002", event, message.format(key=key, line=first.line), _("Remove one of the two."), related)
            return value
        marks[key] = (*_span(event), *_span(value_event))
        top[key] = value
        return value

    def _value(self, event: Any) -> Any:
        """A scalar's value, or an empty mapping or list that is to be filled."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._report("MH006", event, _("an alias (*) cannot be used here"), _("Write the value out."))
            return None
        if event.anchor or event.tag:
            self._refuse_extras(event)
        if kind is yaml.ScalarEvent:
            return event.value if event.style else self._plain(event)
        value: Any = {} if kind is yaml.MappingStartEvent else []
        self.document.marks[id(value)] = {}
        return value

    def _plain(self, event: Any) -> Any:
        try:
            return plain(event.value)
        except Ambiguous as found:
            self._report("MH007", event, found.message, found.hint)
            return event.value

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._report("MH006", event, _("an anchor (&) cannot be used here"), _("Remove it."))
        if event.tag:
            self._report("MH006", event, _("a tag (!) cannot be used here"), _("Remove it."))


def read_yaml(text: str, file: str) -> tuple[Document, list[Problem]]:
    """The data of a YAML text with places, and all that is wrong with it; the data is None where it cannot be read."""
    problems: list[Problem] = []
    unread = Document(file, text=text)
    try:
        reader = _Reader(text, file, problems)
        reader.read()
    except _Refused as refused:
        return unread, [*problems, refused.found]
    except yaml.YAMLError as error:
        return unread, [*problems, syntax_problem(error, text, unread.place)]
    if reader.document.data is None and not problems:
        hint = _("It starts with a line 'schema: mhscan/...'.")
        problems.append(problem("MH005", _("the file is empty"), Location(file), hint))
    return reader.document, problems
