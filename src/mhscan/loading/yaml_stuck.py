"""Where the parser of YAML got stuck, and the lines in which the slip can be that made it do so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from mhscan.language import _

Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Slip:
    """What is wrong: from where to where (0 for one character), in words, and what to do."""

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
        tokens: list[Any] = []
        parser = Parser(self.text)
        try:
            while parser.check_token():
                tokens.append(parser.get_token())
        except yaml.YAMLError:
            pass
        return [one for one in tokens if type(one) is yaml.ScalarToken and one.start_mark.index < self.index]

    @cached_property
    def long(self) -> int:
        """Where the last value without quotes starts that runs over several lines to this place; -1 without any."""
        last = self.tokens[-1] if self.tokens else None
        runs = last is not None and last.plain and last.start_mark.line < last.end_mark.line
        return last.start_mark.index if last is not None and runs else -1

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The lines in which the slip can be, up to that of the place, in order, each with where it starts."""
        starts = [one for one in (self.long, self.context) if one >= 0]
        first = max(starts) if self.reason.startswith("could not find") or self.long >= 0 else self.index
        lines = [self.line(min(first, self.index))]
        while lines[-1][0] < self.line(self.index)[0]:
            lines.append(self.line(lines[-1][0] + len(lines[-1][1]) + 1))
        return lines


@dataclass(frozen=True)
class LineSlip:
    """A slip that a single line shows by its form; its group `at` is pointed out, and each group can be quoted.

    With `above` the line in which the parser got stuck is left out, if there are others.
    """

    form: re.Pattern[str]
    message: str
    hint: str
    code: str = "MH004"
    above: bool = False

    def __call__(self, stuck: Stuck) -> Slip | None:
        """The slip in the first of the lines that has it."""
        for start, line in (self.above and stuck.lines[:-1]) or stuck.lines:
            if found := self.form.search(line):
                groups = found.groupdict()
                message, hint = _(self.message).format(**groups), _(self.hint).format(**groups)
                return Slip(start + found.start("at"), message, hint, code=self.code)
        return None
