"""What is wrong with a text that is no YAML, in words of ours and at the place where it begins.

The parser says where it got stuck, which is often a line or more behind the fault. So the lines from where the piece
began in which it got stuck are looked at, for the slips that people make.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from mhscan.codes import problem
from mhscan.errors import Location, Problem, Related
from mhscan.language import _, ngettext
from mhscan.loading.characters import QUOTES, is_hidden, named

Place = Callable[[int, int], Location]
"""Gives where the characters from an index to another stand; 0 for one character."""
Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$")
"""A line that git leaves where two versions of a file differ."""
_START = r"^ *(?:- +)*"
_KEY = re.compile(_START + r"(?P<key>[\w-]+) *:(?= |$)")
_TAB = re.compile(r"^ *\t")
_DASH = re.compile(r"^ *-(?=[^\s-])")
_NO_SPACE = re.compile(_START + r"(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^\s:/])")
_NO_COLON = re.compile(_START + r"(?P<key>[A-Za-z_][\w-]*)(?![\w-]*:)(?P<sign> *[;=]|)(?= |$)")
_VALUE = re.compile(_START + r"(?:[\w-]+ *: +)?")
_FLOW_SPACE = re.compile(r"[{,] *(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^\s:/])")
_APOSTROPHE = re.compile(r"'[A-Za-z]{1,2}[ -]")
_SPECIAL = "%@`*&!|>]},?#"


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


def conflict_problem(text: str, place: Place) -> Problem | None:
    """The problem of a text with two versions of the same lines in it."""
    marks = list(CONFLICT.finditer(text)) if "<<<<<<<" in text else []
    if not any(one[0][0] == "<" for one in marks) or not any(one[0][0] == ">" for one in marks):
        return None
    first = next(one for one in marks if one[0][0] == "<")
    message = _("two versions of these lines stand here: a merge in git was not finished")
    hint = _("Keep the lines that are right, and remove the lines with <<<<<<<, ======= and >>>>>>>.")
    rest = tuple(Related(place(one.start(), one.end()), _("this line too")) for one in marks if one is not first)
    return problem("MH004", message, place(first.start(), first.end()), hint, related=rest)


def syntax_problem(error: Exception, text: str, place: Place) -> Problem:
    """What is wrong with a text that the parser refused; `place` gives where its characters stand."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    index = (mark or context).index if mark or context else _reader_index(error, text)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    stuck = Stuck(text, index, context.index if context else -1, reason)
    found = next((fault for look in _LOOKS if (fault := look(stuck)) is not None), None)
    if found is not None:
        return problem(found.code, found.message, place(found.start, found.end), found.hint)
    hint = _("Look at this line and the one above it: a quote, colon, dash or the number of spaces is off.")
    related = (Related(place(stuck.context, 0), _("this began here")),) if 0 <= stuck.context < index else ()
    return problem("MH004", _("this is not valid YAML"), place(index, 0), hint, related=related)


def _reader_index(error: Exception, text: str) -> int:
    """The index of a character that cannot stand in YAML; the C parser counts bytes."""
    return len(text.encode()[: getattr(error, "position", 0)].decode(errors="ignore"))


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


def _open_quote(stuck: Stuck) -> Fault | None:
    """A quote that nobody closed, so that lines below it became part of the text."""
    at = stuck.context
    if stuck.sign(at) not in ("'", '"') or stuck.reason.startswith("found unknown escape"):
        long = [one for one in stuck.tokens if not one.plain and one.style in "'\"" and _swallows(stuck, one)]
        if not long:
            return None
        at = long[-1].start_mark.index
    sign = stuck.sign(at)
    return Fault(at, _("the quote ({sign}) that opens here is not closed").format(sign=sign), _close_hint(stuck, at))


def _swallows(stuck: Stuck, token: Any) -> bool:
    """Whether a quoted value runs on into the line where the parser got stuck, or over lines that look like keys."""
    if token.start_mark.line == token.end_mark.line:
        return False
    start, _line = stuck.line(stuck.index)
    below = stuck.text[token.start_mark.index : token.end_mark.index].split("\n")[1:]
    return bool(token.end_mark.index >= start) or any(_KEY.match(line) for line in below)


def _close_hint(stuck: Stuck, at: int) -> str:
    value = stuck.line(at)[1][at - stuck.line(at)[0] :].rstrip()
    if _APOSTROPHE.match(value):
        hint = _("Put double quotes around a text that begins with an apostrophe: {text}.")
        return hint.format(text='"' + value.rstrip("}], ").replace('"', "'") + '"')
    return _("Put the same quote at the end of the text.")


def _behind_quote(stuck: Stuck) -> Fault | None:
    """What stands behind a closing quote, on the same line."""
    start, line = stuck.line(stuck.index)
    before = stuck.text[start : stuck.index].rstrip()
    last = stuck.tokens[-1] if stuck.tokens else None
    quoted = [one for one in stuck.tokens if not one.plain and one.end_mark.index == start + len(before)]
    if last is None or not quoted or before[-1:] not in ("'", '"'):
        return None
    if stuck.sign(stuck.index) == ",":
        hint = _("Remove the comma; in YAML each line ends without one.")
        return Fault(stuck.index, _("a comma stands at the end of this line"), hint)
    begun = quoted[-1].start_mark.index
    hint = _("Put the whole text in quotes of the other kind ({sign}).").format(sign={"'": '"', '"': "'"}[before[-1]])
    if _APOSTROPHE.match(stuck.text[begun:]):
        hint = _close_hint(stuck, begun)
    if stuck.reason.startswith("did not find expected ',"):
        hint = _("Put a comma here, or the whole text in quotes of the other kind.")
    return Fault(stuck.index, _("the line goes on behind the closing quote"), hint)


def _open_bracket(stuck: Stuck) -> Fault | None:
    """Something in `{}` or `[]` that is not closed, or not divided."""
    if not stuck.reason.startswith("did not find expected ',") or stuck.context < 0:
        return None
    sign = stuck.sign(stuck.context)
    start, line = stuck.line(stuck.context)
    if stuck.line(stuck.index)[0] != start:
        cut = re.search(r" #", line[stuck.context - start :])
        if cut:
            hint = _("What stands behind it is a comment. Put quotes around the text.")
            return Fault(stuck.context + cut.start() + 1, _("the line ends for YAML at this #"), hint)
        wanted = {"{": "}", "[": "]"}.get(sign, "")
        message = _("the {open} that opens here is not closed").format(open=sign)
        return Fault(stuck.context, message, _("Put a {close} at its end.").format(close=wanted))
    near = stuck.sign(stuck.index)
    if near in ("]", "}"):
        message = _("a {close} stands here, while {open} was opened").format(close=near, open=sign)
        return Fault(stuck.index, message, _("Close with the sign that goes with it."))
    pair = re.search(r"[{,] *[\w-]+: +(?P<value>.*)$", stuck.text[stuck.context : stuck.index])
    if near == ":" and pair and not re.fullmatch(r"\S+ +[\w-]+", pair["value"]):
        return _second_colon(stuck.index)
    hint = _("Put a comma between two 'key: value' pairs; put quotes around a text with a colon or a comma in it.")
    return Fault(stuck.index, _("there is no comma before this"), hint)


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
    values = re.compile(r": +(?P<sign>[-?]) ")
    at = values.search(stuck.line(stuck.index)[1])
    return _starts_with(stuck.line(stuck.index)[0] + at.start("sign"), at["sign"]) if at else None


def _closes_early(value: str) -> bool:
    """Whether words follow on a bracket that is closed on its line."""
    return re.match(r"\[[^\[\]]*\] *[^\s#,\]}]|\{[^{}]*\} *[^\s#,\]}]", value) is not None


def _starts_with(at: int, sign: str) -> Fault:
    message = _("a text cannot begin with {sign}").format(sign=sign)
    return Fault(at, message, _("Put quotes around the text."))


def _escape(stuck: Stuck) -> Fault | None:
    if not stuck.reason.startswith("found unknown escape"):
        return None
    hint = _("Write it twice (\\\\), or put single quotes (') around the text.")
    at = stuck.text.rfind("\\", 0, stuck.index + 1)
    return Fault(at, _("a backslash (\\) in double quotes has a meaning of its own"), hint)


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
    return _second_colon(stuck.index)


def _second_colon(index: int) -> Fault:
    hint = _("Put quotes around the text, since it holds a colon with a space behind it.")
    return Fault(index, _("a second colon stands on this line"), hint)


def _comment(stuck: Stuck) -> Fault | None:
    """A text that goes on in the line below, while a `#` has ended it."""
    start, _line = stuck.line(stuck.index)
    above_start, above = stuck.line(max(0, start - 1))
    cut = re.search(r"[^\s:#-] +#", above)
    if cut is None or _KEY.match(stuck.line(stuck.index)[1]) or not stuck.reason.startswith("did not find expected key"):
        return None
    hint = _("What stands behind it is a comment. Put quotes around the text.")
    return Fault(above_start + cut.end() - 1, _("the text ends for YAML at this #"), hint)


def _indentation(stuck: Stuck) -> Fault | None:
    start, line = stuck.line(stuck.index)
    spaces = len(line) - len(line.lstrip(" "))
    if not stuck.reason.startswith(("did not find expected key", "did not find expected '-'", "mapping values", "block s")):
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


_LOOKS: tuple[Callable[[Stuck], Fault | None], ...] = (
    _control,
    _conflict,
    _escape,
    _tab,
    _hidden,
    _typographic,
    _open_quote,
    _behind_quote,
    _open_bracket,
    _special,
    _dash,
    _colon,
    _colon_in_text,
    _comment,
    _indentation,
)
"""Each tells one kind of slip; the first that sees its own speaks."""
