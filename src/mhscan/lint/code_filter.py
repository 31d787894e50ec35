"""Which problems somebody wants to see: by code, by the start of a code, or by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mhscan.codes import codes
from mhscan.errors import Problem

ALWAYS = ("MH0", "MH1")
"""Errors that keep a file from being read; to hide them would be to say that a file is right that nobody read."""


@dataclass(frozen=True)
class CodeFilter:
    """The codes to select (all where there is none), those to ignore, and whether warnings count as errors."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False

    def keeps(self, problem: Problem) -> bool:
        """Whether a problem is to be shown."""
        if problem.severity == "error" and problem.code.startswith(ALWAYS):
            return True
        selected = not self.select or any(_means(one, problem) for one in self.select)
        return selected and not any(_means(one, problem) for one in self.ignore)

    def weighed(self, problem: Problem) -> Problem:
        """A problem as heavy as it counts: where warnings count as errors, it is one, in every face."""
        return replace(problem, severity="error") if self.strict else problem

    def passes_over(self, family: str) -> bool:
        """Whether nothing of a family of codes, such as MH6, would be shown, so that nobody need look for it."""
        if any(family.startswith(one) for one in self.ignore):
            return True
        by_code = [one for one in self.select if one.startswith("MH")]
        if len(by_code) < len(self.select) or not by_code:
            return False
        return not any(one.startswith(family) or family.startswith(one) for one in by_code)


def _means(wanted: str, problem: Problem) -> bool:
    return problem.name == wanted or problem.code.startswith(wanted)


def codes_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The codes and names in texts such as 'MH2, mh501', as they are written in the list of codes."""
    words = (word for text in texts for word in text.replace(",", " ").split())
    return tuple(word.upper() if word.upper().startswith("MH") else word for word in words)


def unknown_codes(wanted: Iterable[str]) -> list[str]:
    """Those that start no code and are no name of one."""
    return [one for one in wanted if not any(code.startswith(one) for code in codes()) and one not in known_codes()]


def known_codes() -> list[str]:
    """All codes and names that can be chosen."""
    return [*codes(), *(code.name for code in codes().values())]
