"""The difference between two packs as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from mhscan.diff.change import Change, Effect, Size
from mhscan.diff.version import Diff
from mhscan.language import _, ngettext
from mhscan.text import visible
from mhscan.ui.streams import as_lines, width


def diff_text(diff: Diff) -> str:
    """All changes, each with its place, size and effect; then what they come to for the version number."""
    lines = [line for change in diff.changes for line in _change(change)]
    return as_lines((*lines, *_verdict(diff)))


def _change(change: Change) -> Iterator[str]:
    weight = f"{_size(change.weight.size)}, {_effect(change.weight.effect)}"
    yield f"{visible(change.location)}: {weight}: {visible(_sentence(change))}"
    if change.operation in ("changed", "moved"):
        before, after = _value(change.before), _value(change.after)
        # Both begin a little before they begin to differ.
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
        start = max(0, len(list(alike)) - width() // 3)
        yield from (f"  {sign} {_cut(text, start)}" for sign, text in (("-", before), ("+", after)))


def _sentence(change: Change) -> str:
    name = f"{kind_words().get(change.kind, change.kind)} {change.id}".rstrip()
    sentences = {
        "added": _("{name} is new"),
        "removed": _("{name} is gone"),
        "renamed": _("{name} was called {before}"),
        "changed": _("{name} has another '{key}'"),
        "moved": _("{name} has another order of '{key}'"),
    }
    sentence = sentences[change.operation].format(name=name, before=change.before, key=change.field)
    if change.operation == "renamed" and change.weight.effect == "archived":
        advice = _("Write 'aliases: [{before}]' with it, else its answers are put in the archive")
        sentence += ". " + advice.format(before=change.before)
    return sentence


def _value(value: Any) -> str:
    if value is None:
        return _("(nothing)")
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return visible(" ".join(text.split()))


def _cut(text: str, start: int) -> str:
    """The part of a text from a place on that fits the window; all of it if that fits."""
    room = width() - 6
    part = f"…{text[start:]}" if len(text) > room and start else text
    return part if len(part) <= room else f"{part[:room]}…"


def _verdict(diff: Diff) -> Iterator[str]:
    if not diff.changes:
        if diff.size is None and diff.enough:
            yield _("The data of both packs is the same: nothing changes for anybody.")
            return
        yield _("Both packs say the same, in other data.") if diff.size else _("The data of both packs is the same.")
        yield _claim(diff)
        return
    counts = ", ".join(f"{_size(size)} {n}" for size, n in diff.sizes().items() if n)
    changes = ngettext("{n} change: {counts}.", "{n} changes: {counts}.", len(diff.changes))
    yield changes.format(n=len(diff.changes), counts=counts)
    effects = ", ".join(f"{_effect(effect)} {n}" for effect, n in diff.effects().items() if n)
    yield _("For assessments that exist: {effects}.").format(effects=effects)
    yield _claim(diff)
    if diff.gaps.no_way:
        text = _("Version {new} needs a migration from {old}: without one nobody can carry answers over.")
        yield text.format(new=diff.new.version, old=diff.old.version)
    if diff.gaps.unnamed:
        yield _("No step of a migration says what becomes of: {ids}.").format(ids=", ".join(diff.gaps.unnamed))


def _claim(diff: Diff) -> str:
    claim = {
        "lower": _("The version went down from {old} to {new}."),
        "none": _("The version stayed {new}."),
        "patch": _("The version went from {old} to {new}, which claims a patch."),
        "minor": _("The version went from {old} to {new}, which claims a minor change."),
        "major": _("The version went from {old} to {new}, which claims a major change."),
    }[diff.claim].format(old=diff.old.version, new=diff.new.version)
    if diff.enough:
        return _("{claim} That is enough.").format(claim=claim)
    return _("{claim} That is too little: it takes {needed}.").format(claim=claim, needed=diff.needed)


def _size(size: Size) -> str:
    return {"patch": _("patch"), "minor": _("minor"), "major": _("major")}[size]


def _effect(effect: Effect) -> str:
    return {"kept": _("kept"), "look": _("needs a look"), "archived": _("archived")}[effect]


def kind_words() -> dict[str, str]:
    """What each kind of thing is called."""
    return {
        "action": _("action"),
        "aspect": _("aspect"),
        "band": _("band"),
        "carrier": _("carrier"),
        "claim": _("claim"),
        "decider": _("decider"),
        "effort": _("effort"),
        "entry": _("asked question"),
        "explained word": _("explained word"),
        "factor": _("factor"),
        "field of the profile": _("field of the profile"),
        "glossary": _("the glossary"),
        "indicator": _("indicator"),
        "lens": _("lens"),
        "lens group": _("group of a lens"),
        "level": _("level"),
        "modality": _("modality"),
        "model": _("the model"),
        "moment": _("moment"),
        "option": _("option"),
        "fact": _("fact"),
        "partner": _("partner"),
        "phase": _("phase"),
        "profile": _("the profile"),
        "question": _("question"),
        "questionnaire": _("questionnaire"),
        "role": _("role"),
        "rule": _("rule"),
        "scale": _("scale"),
        "scale level": _("level of the scale"),
        "signal": _("signal"),
        "source": _("source"),
        "term": _("term"),
        "wording": _("own wording of"),
    }
