"""Slips in how lines are laid out: dashes, colons, and the spaces at their start."""

from __future__ import annotations

import re
from collections.abc import Callable

from mhscan.language import _, ngettext
from mhscan.loading.yaml_opened import second_colon
from mhscan.loading.yaml_stuck import Fault, Stuck

_START = r"^ *(?:- +)*"
_KEY = re.compile(_START + r"(?P<key>[\w-]+) *:(?= |$)")
_DASH = re.compile(r"^ *-(?=[^\s-])")
_NO_SPACE = re.compile(_START + r"(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^\s:/])")
_NO_COLON = re.compile(_START + r"(?P<key>[A-Za-z_][\w-]*)(?![\w-]*:)(?P<sign> *[;=]|)(?= |$)")
_FLOW_SPACE = re.compile(r"[{,] *(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^\s:/])")


def _dash(stuck: Stuck) -> Fault | None:
    for start, line in stuck.lines:
        if found := _DASH.match(line):
            hint = _("Put a space between the dash and what follows it.")
            return Fault(start + found.end() - 1, _("there is no space behind the dash"), hint)
    return None


def _colon(stuck: Stuck) -> Fault | None:
    """A key without its colon, or with a colon but no space behind it."""
    for start, line in stuck.lines[:-1] or stuck.lines:
        if found := _NO_SPACE.match(line) or _FLOW_SPACE.search(line):
            message = _("there is no space behind the colon of '{key}'").format(key=found["key"])
            hint = _("Write '{key}: ', with a space.").format(key=found["key"])
            return Fault(start + found.start("colon"), message, hint)
    start, line = stuck.lines[0]
    found = _NO_COLON.match(line)
    begins = stuck.long < 0 or not stuck.text[start : stuck.long].strip(" -")
    if found is None or _KEY.match(line) or len(stuck.lines) < 2 or not begins:
        return None
    message = _("there is no colon behind '{key}'").format(key=found["key"])
    return Fault(start + found.start("key"), message, _no_colon_hint(found["key"]), start + found.end("key"))


def _no_colon_hint(key: str) -> str:
    return _("Write '{key}: ' and then the value. If this line belongs to the text above, indent it.").format(key=key)


def _colon_in_text(stuck: Stuck) -> Fault | None:
    if not stuck.reason.startswith("mapping values are not allowed"):
        return None
    start, line = stuck.line(stuck.index)
    if not re.search(r":(?= )", line[: stuck.index - start]) and not re.match(r" *- ", line):
        return None
    return second_colon(stuck.index)


def _comment(stuck: Stuck) -> Fault | None:
    """A text that goes on in the line below, while a `#` has ended it."""
    start, _line = stuck.line(stuck.index)
    above_start, above = stuck.line(max(0, start - 1))
    cut = re.search(r"[^\s:#-] +#", above)
    if (
        cut is None
        or _KEY.match(stuck.line(stuck.index)[1])
        or not stuck.reason.startswith("did not find expected key")
    ):
        return None
    hint = _("What stands behind it is a comment. Put quotes around the text.")
    return Fault(above_start + cut.end() - 1, _("the text ends for YAML at this #"), hint)


def _indentation(stuck: Stuck) -> Fault | None:
    start, line = stuck.line(stuck.index)
    spaces = len(line) - len(line.lstrip(" "))
    if not stuck.reason.startswith(
        ("did not find expected key", "did not find expected '-'", "mapping values", "block s")
    ):
        return None
    wanted = sorted({len(one) - len(one.lstrip(" ")) for one in stuck.text[:start].split("\n")[-30:] if one.strip()})
    near = [str(one) for one in wanted if abs(one - spaces) <= 4 and one != spaces]
    message = ngettext(
        "this line starts with {n} space, which does not fit the lines above it",
        "this line starts with {n} spaces, which does not fit the lines above it",
        spaces,
    ).format(n=spaces)
    hint = _("Lines that belong together start with the same number of spaces; those above have {numbers}.")
    return Fault(start + spaces, message, hint.format(numbers=", ".join(near)) if near else "")


ALL: tuple[Callable[[Stuck], Fault | None], ...] = (_dash, _colon, _colon_in_text, _comment, _indentation)
