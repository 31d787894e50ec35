"""What is wrong with a text that is no YAML, in words of ours and at the place where it begins.

The parser says where it got stuck, which is often a line or more behind the slip. So the lines from where the piece
began in which it got stuck are looked at, for the slips that people make: one kind after another, the surest first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mhscan.codes import problem
from mhscan.errors import Location, Problem, Related
from mhscan.language import N_, _, ngettext
from mhscan.loading import yaml_opened
from mhscan.loading.characters import QUOTES, is_hidden, named
from mhscan.loading.yaml_stuck import LineSlip, Slip, Stuck

PlaceOf = Callable[[int, int], Location]
"""Gives where the characters from an index to another stand; 0 for one character."""
CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$")
"""A line that git leaves where two versions of a file differ."""
_START = r"^ *(?:- +)*"
_KEY = re.compile(_START + r"(?P<key>[\w-]+) *:(?= |$)")
_NO_COLON = re.compile(_START + r"(?P<key>[A-Za-z_][\w-]*)(?![\w-]*:)(?P<sign> *[;=]|)(?= |$)")
_VALUE = re.compile(_START + r"(?:[\w-]+ *: +)?")
_BEHIND = re.compile(r": +(?P<sign>[-?]) ")
_ESCAPES = ("found unknown escape", "did not find expected hexdecimal", "found invalid Unicode")
_OFF = ("did not find expected key", "did not find expected '-'", "mapping values", "block s")
_SPECIAL = "%@`*&!|>]},?#"


def conflict_problem(text: str, place: PlaceOf) -> Problem | None:
    """The problem of a text with two versions of the same lines in it."""
    marks = list(CONFLICT.finditer(text)) if "<<<<<<<" in text else []
    if not any(one[0][0] == "<" for one in marks) or not any(one[0][0] == ">" for one in marks):
        return None
    first = next(one for one in marks if one[0][0] == "<")
    message = _("two versions of these lines stand here: a merge in git was not finished")
    hint = _("Keep the lines that are right, and remove the lines with <<<<<<<, ======= and >>>>>>>.")
    rest = tuple(Related(place(one.start(), one.end()), _("this line too")) for one in marks if one is not first)
    return problem("MH004", message, place(first.start(), first.end()), hint, related=rest)


def syntax_problem(error: Exception, text: str, place: PlaceOf) -> Problem:
    """What is wrong with a text that the parser refused; `place` gives where its characters stand."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = mark or context
    # Of a character that cannot stand in YAML at all, the C parser says which byte it is.
    index = at.index if at else len(text.encode()[: getattr(error, "position", 0)].decode(errors="ignore"))
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    stuck = Stuck(text, index, context.index if context else -1, reason)
    slip = next((slip for kind in _KINDS if (slip := kind(stuck)) is not None), None)
    if slip is not None:
        return problem(slip.code, slip.message, place(slip.start, slip.end), slip.hint)
    hint = _("Look at this line and the one above it: a quote, colon, dash or the number of spaces is off.")
    related = (Related(place(stuck.context, 0), _("this began here")),) if 0 <= stuck.context < index else ()
    return problem("MH004", _("this is not valid YAML"), place(index, 0), hint, related=related)


# Signs that look like others, that nobody sees, or that have a meaning of their own ----------------------------------


def _control(stuck: Stuck) -> Slip | None:
    sign = stuck.sign(stuck.index)
    if not stuck.reason.startswith("control char") or not sign:
        return None
    return Slip(stuck.index, _("{character} stands here").format(character=named(sign)), _("Remove it."))


def _conflict(stuck: Stuck) -> Slip | None:
    mark = CONFLICT.search(stuck.text)
    if mark is None or mark[0][0] == "=":
        return None
    return Slip(mark.start(), _("a line of a merge in git was left here"), _("Remove it."), mark.end())


def _escape(stuck: Stuck) -> Slip | None:
    if not stuck.reason.startswith(_ESCAPES):
        return None
    hint = _("Write it twice (\\\\), or put single quotes (') around the text.")
    at = stuck.text.rfind("\\", 0, stuck.index + 1)
    return Slip(at, _("a backslash (\\) in double quotes has a meaning of its own"), hint)


def _tab(stuck: Stuck) -> Slip | None:
    """A tab at the start of a line, or where the parser got stuck."""
    slip = _TAB(stuck)
    is_tab = slip is None and stuck.sign(stuck.index) == "\t"
    return Slip(stuck.index, _(_TAB.message), _(_TAB.hint), code=_TAB.code) if is_tab else slip


def _hidden(stuck: Stuck) -> Slip | None:
    """A space or mark that nobody sees, in the place of the ordinary space that YAML wants."""
    for start, line in stuck.lines:
        for n, sign in enumerate(line):
            before = line[:n].rstrip(" ")
            if is_hidden(sign) and sign != "\t" and (not before or before[-1] in ":-,{["):
                hint = _("Put an ordinary space here, or nothing. Nobody sees it; most editors can show such signs.")
                return Slip(start + n, _("{character} stands here").format(character=named(sign)), hint)
    return None


def _special(stuck: Stuck) -> Slip | None:
    """A value that starts with a sign that has a meaning of its own."""
    for start, line in stuck.lines:
        found = _VALUE.match(line)
        value = line[found.end() :] if found else ""
        at = start + len(line) - len(value)
        if at <= stuck.index and (value[:1] in tuple(_SPECIAL) or _closes_early(value)):
            return _starts_with(at, value[0])
    if stuck.sign(stuck.index) in ("%", "@", "`"):
        return _starts_with(stuck.index, stuck.sign(stuck.index))
    start, line = stuck.line(stuck.index)
    behind = _BEHIND.search(line)
    return _starts_with(start + behind.start("sign"), behind["sign"]) if behind else None


def _closes_early(value: str) -> bool:
    """Whether words follow on a bracket that is closed on its line."""
    return re.match(r"\[[^\[\]]*\] *[^\s#,\]}]|\{[^{}]*\} *[^\s#,\]}]", value) is not None


def _starts_with(at: int, sign: str) -> Slip:
    return Slip(at, _("a text cannot begin with {sign}").format(sign=sign), _("Put quotes around the text."))


# How lines are laid out: colons, comments, and the spaces at their start ---------------------------------------------


def _no_colon(stuck: Stuck) -> Slip | None:
    start, line = stuck.lines[0]
    found = _NO_COLON.match(line)
    begins = stuck.long < 0 or not stuck.text[start : stuck.long].strip(" -")
    if found is None or _KEY.match(line) or len(stuck.lines) < 2 or not begins:
        return None
    key = found["key"]
    hint = _("Write '{key}: ' and then the value. If this line belongs to the text above, indent it.").format(key=key)
    message = _("there is no colon behind '{key}'").format(key=key)
    return Slip(start + found.start("key"), message, hint, start + found.end("key"))


def _colon_in_text(stuck: Stuck) -> Slip | None:
    start, line = stuck.line(stuck.index)
    has_colon = re.search(r":(?= )", line[: stuck.index - start]) or re.match(r" *- ", line)
    if not stuck.reason.startswith("mapping values are not allowed") or not has_colon:
        return None
    return yaml_opened.second_colon(stuck.index)


def _comment(stuck: Stuck) -> Slip | None:
    """A text that goes on in the line below, while a `#` has ended it."""
    start, line = stuck.line(stuck.index)
    above_start, above = stuck.line(max(0, start - 1))
    cut = re.search(r"[^\s:#-] +#", above)
    if cut is None or _KEY.match(line) or not stuck.reason.startswith("did not find expected key"):
        return None
    hint = _("What stands behind it is a comment. Put quotes around the text.")
    return Slip(above_start + cut.end() - 1, _("the text ends for YAML at this #"), hint)


def _indentation(stuck: Stuck) -> Slip | None:
    if not stuck.reason.startswith(_OFF):
        return None
    start, line = stuck.line(stuck.index)
    spaces = _spaces(line)
    above = sorted({_spaces(one) for one in stuck.text[:start].split("\n")[-30:] if one.strip()})
    near = [str(n) for n in above if abs(n - spaces) <= 4 and n != spaces]
    message = ngettext(
        "this line starts with {n} space, which does not fit the lines above it",
        "this line starts with {n} spaces, which does not fit the lines above it",
        spaces,
    ).format(n=spaces)
    hint = _("Lines that belong together start with the same number of spaces; those above have {numbers}.")
    return Slip(start + spaces, message, hint.format(numbers=", ".join(near)) if near else "")


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_TAB = LineSlip(
    re.compile(r"^ *(?P<at>\t)"),
    N_("a tab stands where spaces are expected"),
    N_("Put spaces in the place of the tab; most editors can do so for the whole file."),
    code="MH016",
)
_TYPOGRAPHIC = LineSlip(
    re.compile(rf"{_VALUE.pattern}(?P<at>(?P<sign>[{QUOTES}]))"),
    N_("{sign} is no quote in YAML"),
    N_("Put straight quotes in their place: \" or '. Word processors make the others by themselves."),
)
_DASH = LineSlip(
    re.compile(r"^ *(?P<at>-)(?=[^\s-])"),
    N_("there is no space behind the dash"),
    N_("Put a space between the dash and what follows it."),
)
_COLON_SPACE = LineSlip(
    re.compile(rf"(?:{_START}|[{{,] *)(?P<key>[A-Za-z_][\w-]*)(?P<at>:)(?=[^\s:/])"),
    N_("there is no space behind the colon of '{key}'"),
    N_("Write '{key}: ', with a space."),
    above=True,
)
_KINDS: tuple[Callable[[Stuck], Slip | None], ...] = (
    *(_control, _conflict, _escape, _tab, _hidden, _TYPOGRAPHIC),
    *yaml_opened.KINDS,
    *(_special, _DASH, _COLON_SPACE, _no_colon, _colon_in_text, _comment, _indentation),
)
"""The kinds of slip, in the order in which they are looked for; the first that sees its own speaks."""
