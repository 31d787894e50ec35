"""What is wrong with a file of settings that is no TOML, in words of ours and at its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.loading.characters import QUOTES, is_hidden, named
from mhscan.loading.document import Document
from mhscan.loading.yaml_slips import CONFLICT, conflict_problem

_KEY = re.compile(r"\s*(?P<key>[\w-]+)\s*(?P<sign>[=:]?)\s*(?P<value>.*)")
_BARE = re.compile(r"[\[,=]\s*(?P<word>[A-Za-z][\w-]*)")
Words = tuple[int, str, str]
"""Where on a line something is wrong, what, and what to do."""


def toml_problem(file: str, text: str, error: tomllib.TOMLDecodeError) -> Problem:
    """What is wrong with a text that is no TOML; the library says the place in its message only."""
    conflict = conflict_problem(text, Document(file, text=text).place)
    if conflict is not None:
        return problem("MH015", conflict.message, conflict.location, conflict.hint, related=conflict.related)
    at = re.search(r"line (\d+), column (\d+)", str(error))
    lines = text.split("\n")
    line, column = (int(at[1]), int(at[2])) if at else (len(lines), 1)
    for number in (line, *range(line - 1, 0, -1)):
        said = next((found for look in _LOOKS if (found := look(lines[number - 1]))), None)
        if said is not None:
            return problem("MH015", said[1], Location(file, number, said[0] + 1), said[2])
        if lines[number - 1].strip():
            break
    hint = _("Write for example: {example}").format(example="ignore = ['MH501']")
    message = _("this line cannot be read")
    if "overwrite" in str(error):
        message, hint = _("this stands here for the second time"), _("Remove one of the two.")
    return problem("MH015", message, Location(file, line, column), hint)


def _conflict(line: str) -> Words | None:
    return (0, _("a line of a merge in git was left here"), _("Remove it.")) if CONFLICT.match(line) else None


def _signs(line: str) -> Words | None:
    """A sign that only looks like what is meant."""
    for n, sign in enumerate(line):
        if sign in QUOTES:
            hint = _("Put straight quotes in their place: \" or '. Word processors make the others by themselves.")
            return n, _("{sign} is no quote in TOML").format(sign=sign), hint
        if is_hidden(sign) and sign != "\t":
            return (
                n,
                _("{character} stands here").format(character=named(sign)),
                _("Put an ordinary space here, or nothing."),
            )
    return None


def _no_sign(line: str) -> Words | None:
    found = _KEY.match(line)
    if found is None or found["sign"] == "=" or line.lstrip().startswith(("[", "#", '"', "'", "]")):
        return None
    message = _("there is no = behind '{key}'").format(key=found["key"])
    return found.start("key"), message, _("Write '{key} = ' and then the value.").format(key=found["key"])


def _open_quote(line: str) -> Words | None:
    for sign in ("'", '"'):
        if line.count(sign) % 2:
            message = _("the quote ({sign}) that opens here is not closed").format(sign=sign)
            return line.rindex(sign), message, _("Put the same quote at the end of the text.")
    return None


def _bare_word(line: str) -> Words | None:
    found = _BARE.search(line)
    if found is None or found["word"] in ("true", "false"):
        return None
    word = found["word"]
    truth = {"yes": "true", "on": "true", "ja": "true", "no": "false", "off": "false", "nee": "false"}
    better = truth.get(word.lower(), word.lower() if word.lower() in ("true", "false") else f"'{word}'")
    message = _("'{word}' cannot stand here without quotes").format(word=word)
    return found.start("word"), message, _("Write {better}.").format(better=better)


def _open_bracket(line: str) -> Words | None:
    if line.count("[") <= line.count("]"):
        return None
    message = _("the {open} that opens here is not closed").format(open="[")
    return line.rindex("["), message, _("Put a {close} at its end.").format(close="]")


_LOOKS: tuple[Callable[[str], Words | None], ...] = (
    _conflict, _signs, _no_sign, _open_quote, _bare_word, _open_bracket
)  # fmt: skip
