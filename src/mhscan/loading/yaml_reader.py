"""YAML text to plain data in which every key and value knows its line and column.

Read by events over PyYAML's C parser: its own loaders reach no positions, read YAML 1.1 (`no`, `012`, dates), keep the
last of two equal keys without a word, and crash the process on deep nesting. Here scalars are those of the YAML 1.2
core schema, keys are text, there are no anchors, aliases or tags, and depth and size are bounded.
"""

from __future__ import annotations

from typing import Any, NoReturn

import yaml

from mhscan.codes import problem
from mhscan.errors import Location, Problem, Related
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.other_kinds import other_kind_problem
from mhscan.loading.scalars import AmbiguousError, plain
from mhscan.loading.yaml_slips import conflict_problem, syntax_problem
from mhscan.loading.yaml_stuck import Parser

MAX_DEPTH = 32
MAX_VALUES = 100_000
"""More values than any file of a pack or an assessment has; each takes time and memory."""
MAX_PROBLEMS = 1000

_CONTAINERS = (dict, list)
_MERGE = "<<"


def _span(event: Any) -> tuple[int, int]:
    """Where an event starts and ends: a scalar as far as it goes, else the one sign that starts it."""
    start: int = event.start_mark.index
    is_scalar = type(event) is yaml.ScalarEvent
    return start, event.end_mark.index if is_scalar else start + 1


class _RefusedError(Exception):
    """Reading stops here; the problem says why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.found = found


class _Reader:
    """Builds data from events; keeps its own stack, so that no file can exhaust Python's."""

    def __init__(self, text: str, file: str, problems: list[Problem]) -> None:
        self.document = Document(file, text=text)
        self.problems = problems
        self._values = 0
        self._twice: dict[int, list[tuple[Any, Location]]] = {}

    def read(self) -> None:
        """Read the one document of the text into `document`."""
        self._next = Parser(self.document.text).get_event
        self._next()
        event = self._next()
        if type(event) is yaml.StreamEndEvent:
            return
        self.document.data = self._tree(self._next())
        self._next()
        extra = self._next()
        if type(extra) is not yaml.StreamEndEvent:
            hint = _("Keep one document a file: remove the line with ---, or put what follows it in another file.")
            self._report("MH009", extra, _("a second document starts here"), hint)
            self.document.partial.add(id(self.document.data))

    def say_twice(self) -> None:
        """Report the keys that stand twice: once for each mapping, since one slip makes them all."""
        for top, keys in self._twice.items():
            (event, first), *more = keys
            hint = _("Remove one of the two.")
            message = _("the key '{key}' stands here for the second time; first on line {line}")
            message = message.format(key=event.value, line=first.line)
            related = [Related(first, _("here for the first time"))]
            if more:
                self.document.partial.add(top)
                message = _("the keys {keys} stand here for the second time")
                message = message.format(keys=", ".join(f"'{one.value}'" for one, _first in keys))
                hint = _("Remove them; or start something new here with a dash: '- {key}: ...'.").format(
                    key=event.value
                )
                related += [Related(self._place(one), _("this one too")) for one, _first in more]
            self._report("MH002", event, message, hint, tuple(related))

    def _place(self, event: Any) -> Location:
        return self.document.place(*_span(event))

    def _report(self, code: str, event: Any, message: str, hint: str = "", related: tuple[Related, ...] = ()) -> None:
        self.problems.append(problem(code, message, self._place(event), hint, related=related))
        self.document.faulty.add(event.start_mark.index)

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
                if len(stack) >= MAX_DEPTH:
                    self._refuse("MH008", event, _("nested deeper than {n} levels").format(n=MAX_DEPTH))
                stack.append(child)
        return value

    def _count(self, event: Any) -> None:
        """Refuse a file with more values, or more faults, than anybody could want to read."""
        self._values += 1
        if self._values > MAX_VALUES:
            self._refuse("MH008", event, _("more than {n} values").format(n=MAX_VALUES))
        if len(self.problems) + sum(map(len, self._twice.values())) > MAX_PROBLEMS:
            self._refuse("MH008", event, _("more than {n} faults before this").format(n=MAX_PROBLEMS))

    def _refuse(self, code: str, event: Any, message: str, hint: str = "") -> NoReturn:
        raise _RefusedError(problem(code, message, self._place(event), hint))

    def _item(self, top: list[Any], event: Any) -> Any:
        value = self._value(event)
        span = _span(event)
        self.document.marks[id(top)][len(top)] = (*span, *span)
        top.append(value)
        return value

    def _pair(self, top: dict[str, Any], event: Any) -> Any:
        if type(event) is not yaml.ScalarEvent:
            self._refuse("MH010", event, _("a key must be a text"), _("Write 'key: value'."))
        if event.anchor or event.tag:
            self._refuse_extras(event)
        key = event.value
        value_event = self._next()
        merged = key == _MERGE and not event.style and type(value_event) is yaml.AliasEvent
        value = None if merged else self._value(value_event)
        marks = self.document.marks[id(top)]
        if key in top or (key == _MERGE and not event.style):
            # Kept out of the data, yet it is read to its end.
            self._leave_out(top, event, key)
            return value
        marks[key] = (*_span(event), *_span(value_event))
        top[key] = value
        return value

    def _leave_out(self, top: dict[str, Any], event: Any, key: str) -> None:
        """Report a key that stands twice, or one that would bring in lines from elsewhere."""
        if key in top:
            first = self.document.place(*self.document.marks[id(top)][key][:2])
            self._twice.setdefault(id(top), []).append((event, first))
        else:
            self.document.partial.add(id(top))
            hint = _("Write the lines out that are meant.")
            self._report("MH006", event, _("lines cannot be taken over from elsewhere (<<) here"), hint)

    def _value(self, event: Any) -> Any:
        """A scalar's value, or an empty mapping or list that is to be filled."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._report("MH006", event, _("an alias (*) cannot be used here"), _extras_hint())
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
        except AmbiguousError as found:
            self._report("MH007", event, found.message, found.hint)
            return event.value

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._report("MH006", event, _("an anchor (&) cannot be used here"), _extras_hint())
        if event.tag:
            self._report("MH006", event, _("a tag (!) cannot be used here"), _extras_hint())


def _extras_hint() -> str:
    return _("Write the value out; if it is a text, put quotes around it.")


def read_yaml(text: str, file: str) -> tuple[Document, list[Problem]]:
    """The data of a YAML text with places, and all that is wrong with it; the data is None where it cannot be read."""
    problems: list[Problem] = []
    unread = Document(file, text=text)
    conflict = conflict_problem(text, unread.place)
    if conflict is not None:
        return unread, [conflict]
    reader = _Reader(text, file, problems)
    try:
        reader.read()
        reader.say_twice()
    except _RefusedError as refused:
        return unread, [*problems, refused.found]
    except yaml.YAMLError as error:
        other = other_kind_problem(text, file)
        found = other or syntax_problem(error, text, unread.place)
        reader.say_twice()
        before = [one for one in problems if one.location.line != found.location.line]
        return unread, [*([] if other else before), found]
    problems.sort(key=lambda one: one.location)
    if reader.document.data is None and not problems:
        hint = _("It starts with a line 'schema: mhscan/...'.")
        problems.append(problem("MH005", _("the file is empty"), Location(file), hint))
    return reader.document, problems
