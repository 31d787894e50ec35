"""Where the parser of YAML got stuck, and the lines in which the fault can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Fault:
    """What is wrong: where, in words, and what to do."""

    start: int
    message: str
    hint: str
    end: int = 0
    code: str = "MH004"


@dataclass(frozen=True)
class Stuck:
    """A text, and where the parser got stuck in it: in a piece that began at `context` (-1 for none)."""

    text: str
    index: int
    context: int
    reason: str

    def sign(self, index: int) -> str:
        """The character at an index; empty behind the end, or where there is no index."""
        return self.text[index : index + 1] if index >= 0 else ""

    def line(self, index: int) -> tuple[int, str]:
        """The line that an index is in, with where it starts."""
        start = self.text.rfind("\n", 0, index) + 1
        end = self.text.find("\n", index)
        return start, self.text[start : end if end >= 0 else len(self.text)]

    @cached_property
    def tokens(self) -> list[Any]:
        """The single values before the place, as far as they can be told apart."""
        found: list[Any] = []
        events = Parser(self.text)
        try:
            while events.check_token():
                found.append(events.get_token())
        except yaml.YAMLError:
            pass
        return [one for one in found if type(one) is yaml.ScalarToken and one.start_mark.index < self.index]

    @cached_property
    def long(self) -> int:
        """Where the last value without quotes starts that runs over several lines to this place; -1 without any."""
        last = self.tokens[-1] if self.tokens else None
        runs = last is not None and last.plain and last.start_mark.line < last.end_mark.line
        return last.start_mark.index if last is not None and runs else -1

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The lines in which the fault can be, in order, each with where it starts."""
        starts = [one for one in (self.long, self.context) if one >= 0]
        first = max(starts) if self.reason.startswith("could not find") or self.long >= 0 else self.index
        found = [self.line(min(first, self.index))]
        while found[-1][0] < self.line(self.index)[0]:
            found.append(self.line(found[-1][0] + len(found[-1][1]) + 1))
        return found
