"""What a file holds: data in which every key and value knows its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mhscan.errors import Location, Path

_CONTAINERS = (dict, list)
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
    faulty: set[int] = field(default_factory=set)
    """Where values start of which is said already that they cannot be read: what is wrong with them follows."""
    partial: set[int] = field(default_factory=set)
    """The mappings, by identity, of which some lines could not be taken in: other keys of them may well be there."""

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

    def span(self, path: Path, at_key: bool = False) -> tuple[int, int] | None:
        """Where the value at a path, or its key, starts and ends in the text; nothing where there is none."""
        mark = self.marks.get(id(self.at(path[:-1])), {}).get(path[-1]) if path else None
        return None if mark is None else mark[:2] if at_key else mark[2:]

    def at(self, path: Path) -> Any:
        """The value at a path that exists."""
        here = self.data
        for step in path:
            here = here[step]
        return here

    def source(self, path: Path) -> str:
        """The value at a path as it is written; empty where there is none."""
        span = self.span(path)
        return self.text[slice(*span)] if span else ""

    def top(self) -> Location:
        """The place of the first key."""
        mark = next(iter(self.marks.get(id(self.data), {}).values()), None)
        return self.place(*mark[:2]) if mark else Location(self.file)

    def has(self, path: Path) -> bool:
        """Whether there is a value at this path."""
        here = self.data
        for step in path:
            if type(here) not in _CONTAINERS or step not in self.marks.get(id(here), {}):
                return False
            here = here[step]
        return True

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


def things(data: Any, key: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each mapping with an id in some data, with the key of the list that it stands in; `key` is that of the data."""
    if isinstance(data, list):
        for item in data:
            yield from things(item, key)
    elif isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield key, data
        for inside, value in data.items():
            yield from things(value, inside)
