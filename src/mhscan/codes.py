"""The codes of all problems in files, with what `mhscan explain CODE` says of each: see `codes.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypedDict, Unpack

from mhscan.errors import Location, Problem, Related, Severity
from mhscan.language import _


@dataclass(frozen=True)
class Code:
    """A kind of problem: its name, after the fault; how severe it is at worst; its page, in sentences and examples."""

    name: str
    severity: Severity
    finds: str
    why: str
    wrong: str
    right: str


@cache
def codes() -> Mapping[str, Code]:
    """All codes, in order. They are read when the first problem is found: a file that is right never waits for them."""
    import tomllib  # noqa: PLC0415  no start needs it

    text = Path(__file__).with_name("codes.toml").read_text(encoding="utf-8")
    return {code: Code(**fields) for code, fields in tomllib.loads(text).items()}


def code_of(wanted: str) -> str | None:
    """The code that somebody means: one in any case of letters, or the name of one."""
    names = {code.name: key for key, code in codes().items()}
    return wanted.upper() if wanted.upper() in codes() else names.get(wanted.lower())


class ProblemDetails(TypedDict, total=False):
    """What a problem can have besides its place and words; empty where it has none."""

    severity: Severity | Literal[""]
    suggestion: str
    related: tuple[Related, ...]


def problem(code: str, message: str, location: Location, hint: str = "", **details: Unpack[ProblemDetails]) -> Problem:
    """A problem with the name that goes with its code, and as severe as its code says where nothing else is given."""
    kind = codes()[code]
    severity = details.get("severity") or kind.severity
    suggestion, related = details.get("suggestion", ""), details.get("related", ())
    return Problem(code, kind.name, message, location, hint, severity, suggestion, related)


def page_text(code: str) -> str:
    """The page of a code as people read it, in the language in use."""
    kind = codes()[code]
    severity = _("error") if kind.severity == "error" else _("warning")
    blocks = [
        f"{code} {kind.name} ({severity})",
        f"{_('What it checks')}\n  {_(kind.finds)}",
        f"{_('Why it matters')}\n  {_(kind.why)}",
        f"{_('Example')}\n{_indented(kind.wrong)}",
        f"{_('Write instead')}\n{_indented(kind.right)}",
    ]
    return "\n\n".join(blocks) + "\n"


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.strip("\n").split("\n"))
