"""Slips with what is opened: quotes and brackets that are not closed, or closed too early."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mhscan.language import _
from mhscan.loading.yaml_stuck import Slip, Stuck

_KEY = re.compile(r"^ *(?:- +)*(?P<key>[\w-]+) *:(?= |$)")
_APOSTROPHE = re.compile(r"'[A-Za-z]{1,2}[ -]")


def _open_quote(stuck: Stuck) -> Slip | None:
    """A quote that nobody closed, so that lines below it became part of the text."""
    at = stuck.context
    if stuck.sign(at) not in ("'", '"') or not stuck.reason.startswith(("found unexpected", "could not find")):
        long = [one for one in stuck.tokens if not one.plain and one.style in "'\"" and _swallows(stuck, one)]
        if not long:
            return None
        at = long[-1].start_mark.index
    sign = stuck.sign(at)
    return Slip(at, _("the quote ({sign}) that opens here is not closed").format(sign=sign), _close_hint(stuck, at))


def _swallows(stuck: Stuck, token: Any) -> bool:
    """Whether a quoted value runs on into the line where the parser got stuck, or over lines that look like keys."""
    if token.start_mark.line == token.end_mark.line:
        return False
    start = stuck.line(stuck.index)[0]
    below = stuck.text[token.start_mark.index : token.end_mark.index].split("\n")[1:]
    return bool(token.end_mark.index >= start) or any(_KEY.match(line) for line in below)


def _close_hint(stuck: Stuck, at: int) -> str:
    value = stuck.line(at)[1][at - stuck.line(at)[0] :].rstrip()
    if _APOSTROPHE.match(value):
        hint = _("Put double quotes around a text that begins with an apostrophe: {text}.")
        return hint.format(text='"' + value.rstrip("}], ").replace('"', "'") + '"')
    return _("Put the same quote at the end of the text.")


def _behind_quote(stuck: Stuck) -> Slip | None:
    """What stands behind a closing quote, on the same line."""
    start, _line = stuck.line(stuck.index)
    before = stuck.text[start : stuck.index].rstrip()
    last = stuck.tokens[-1] if stuck.tokens else None
    quoted = [one for one in stuck.tokens if not one.plain and one.end_mark.index == start + len(before)]
    if last is None or not quoted or before[-1:] not in ("'", '"'):
        return None
    if stuck.sign(stuck.index) == ",":
        hint = _("Remove the comma; in YAML each line ends without one.")
        return Slip(stuck.index, _("a comma stands at the end of this line"), hint)
    begun = quoted[-1].start_mark.index
    hint = _("Put the whole text in quotes of the other kind ({sign}).").format(sign={"'": '"', '"': "'"}[before[-1]])
    if _APOSTROPHE.match(stuck.text[begun:]):
        hint = _close_hint(stuck, begun)
    if stuck.reason.startswith("did not find expected ',"):
        hint = _("Put a comma here, or the whole text in quotes of the other kind.")
    return Slip(stuck.index, _("the line goes on behind the closing quote"), hint)


def _open_bracket(stuck: Stuck) -> Slip | None:
    """Something in `{}` or `[]` that is not closed, or not divided."""
    if not stuck.reason.startswith("did not find expected ',") or stuck.context < 0:
        return None
    sign = stuck.sign(stuck.context)
    start, line = stuck.line(stuck.context)
    if stuck.line(stuck.index)[0] != start:
        cut = re.search(r" #", line[stuck.context - start :])
        if cut:
            hint = _("What stands behind it is a comment. Put quotes around the text.")
            return Slip(stuck.context + cut.start() + 1, _("the line ends for YAML at this #"), hint)
        wanted = {"{": "}", "[": "]"}.get(sign, "")
        message = _("the {open} that opens here is not closed").format(open=sign)
        return Slip(stuck.context, message, _("Put a {close} at its end.").format(close=wanted))
    near = stuck.sign(stuck.index)
    if near in ("]", "}"):
        message = _("a {close} stands here, while {open} was opened").format(close=near, open=sign)
        return Slip(stuck.index, message, _("Close with the sign that goes with it."))
    pair = re.search(r"[{,] *[\w-]+: +(?P<value>.*)$", stuck.text[stuck.context : stuck.index])
    if near == ":" and pair and not re.fullmatch(r"\S+ +[\w-]+", pair["value"]):
        return second_colon(stuck.index)
    hint = _("Put a comma between two 'key: value' pairs; put quotes around a text with a colon or a comma in it.")
    return Slip(stuck.index, _("there is no comma before this"), hint)


def second_colon(index: int) -> Slip:
    """The slip of a text with a colon in it that stands without quotes."""
    hint = _("Put quotes around the text, since it holds a colon with a space behind it.")
    return Slip(index, _("a second colon stands on this line"), hint)


KINDS: tuple[Callable[[Stuck], Slip | None], ...] = (_open_quote, _behind_quote, _open_bracket)
