"""Slips with signs: those that look like others, that nobody sees, or that have a meaning of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from mhscan.language import _
from mhscan.loading.characters import QUOTES, is_hidden, named
from mhscan.loading.yaml_stuck import Fault, Stuck

CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$")
"""A line that git leaves where two versions of a file differ."""
_TAB = re.compile(r"^ *\t")
_VALUE = re.compile(r"^ *(?:- +)*(?:[\w-]+ *: +)?")
_BEHIND = re.compile(r": +(?P<sign>[-?]) ")
_ESCAPES = ("found unknown escape", "did not find expected hexdecimal", "found invalid Unicode")
_SPECIAL = "%@`*&!|>]},?#"


def _control(stuck: Stuck) -> Fault | None:
    sign = stuck.sign(stuck.index)
    if not stuck.reason.startswith("control char") or not sign:
        return None
    return Fault(stuck.index, _("{character} stands here").format(character=named(sign)), _("Remove it."))


def _conflict(stuck: Stuck) -> Fault | None:
    mark = CONFLICT.search(stuck.text)
    if mark is None or mark[0][0] == "=":
        return None
    message = _("a line of a merge in git was left here")
    return Fault(mark.start(), message, _("Remove it."), mark.end())


def _tab(stuck: Stuck) -> Fault | None:
    for start, line in (*stuck.lines, stuck.line(stuck.index)):
        match = _TAB.match(line)
        if match or stuck.sign(stuck.index) == "\t":
            at = start + match.end() - 1 if match else stuck.index
            hint = _("Put spaces in the place of the tab; most editors can do so for the whole file.")
            return Fault(at, _("a tab stands where spaces are expected"), hint, code="MH016")
    return None


def _hidden(stuck: Stuck) -> Fault | None:
    """A space or mark that nobody sees, in the place of the ordinary space that YAML wants."""
    for start, line in stuck.lines:
        for n, sign in enumerate(line):
            if is_hidden(sign) and sign != "\t" and (not line[:n].strip(" ") or line[:n].rstrip(" ")[-1] in ":-,{["):
                hint = _("Put an ordinary space here, or nothing. Nobody sees it; most editors can show such signs.")
                return Fault(start + n, _("{character} stands here").format(character=named(sign)), hint)
    return None


def _typographic(stuck: Stuck) -> Fault | None:
    """A value in quotes that are none to YAML."""
    for start, line in stuck.lines:
        at = _VALUE.match(line)
        sign = line[at.end() : at.end() + 1] if at else ""
        if at and sign and sign in QUOTES:
            hint = _("Put straight quotes in their place: \" or '. Word processors make the others by themselves.")
            return Fault(start + at.end(), _("{sign} is no quote in YAML").format(sign=sign), hint)
    return None


def _special(stuck: Stuck) -> Fault | None:
    """A value that starts with a sign that has a meaning of its own."""
    for start, line in (*stuck.lines, stuck.line(stuck.index)):
        at = _VALUE.match(line)
        sign = line[at.end() : at.end() + 1] if at else ""
        inside = start + (at.end() if at else 0) <= stuck.index
        if sign and at and inside and (sign in _SPECIAL or (sign in "[{" and _closes_early(line[at.end() :]))):
            return _starts_with(start + at.end(), sign)
    if stuck.sign(stuck.index) in ("%", "@", "`"):
        return _starts_with(stuck.index, stuck.sign(stuck.index))
    at = _BEHIND.search(stuck.line(stuck.index)[1])
    return _starts_with(stuck.line(stuck.index)[0] + at.start("sign"), at["sign"]) if at else None


def _closes_early(value: str) -> bool:
    """Whether words follow on a bracket that is closed on its line."""
    return re.match(r"\[[^\[\]]*\] *[^\s#,\]}]|\{[^{}]*\} *[^\s#,\]}]", value) is not None


def _starts_with(at: int, sign: str) -> Fault:
    message = _("a text cannot begin with {sign}").format(sign=sign)
    return Fault(at, message, _("Put quotes around the text."))


def _escape(stuck: Stuck) -> Fault | None:
    if not stuck.reason.startswith(_ESCAPES):
        return None
    hint = _("Write it twice (\\\\), or put single quotes (') around the text.")
    at = stuck.text.rfind("\\", 0, stuck.index + 1)
    return Fault(at, _("a backslash (\\) in double quotes has a meaning of its own"), hint)


FIRST: tuple[Callable[[Stuck], Fault | None], ...] = (_control, _conflict, _escape, _tab, _hidden, _typographic)
LATER: tuple[Callable[[Stuck], Fault | None], ...] = (_special,)
