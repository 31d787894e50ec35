"""The difference between two packs as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mhscan.diff.change import Change, Effect, Size
from mhscan.diff.version import Claim, Diff
from mhscan.language import _, ngettext
from mhscan.text import visible
from mhscan.ui.streams import as_lines, width


def diff_text(found: Diff) -> str:
    """All changes, each with its place, size and effect; then what they come to for the version number."""
    lines = [line for one in found.changes for line in _change(one)]
    return as_lines((*lines, *_verdict(found)))


def _change(one: Change) -> Iterator[str]:
    yield f"{visible(one.location)}: {_size(one.weight.size)}, {_effect(one.weight.effect)}: {visible(_said(one))}"
    if one.operation in ("changed", "moved"):
        before, after = _text(one.before), _text(one.after)
        start = max(0, _equal(before, after) - width() // 3)
        yield from (f"  {sign} {_short(text, start)}" for sign, text in (("-", before), ("+", after)))


def _said(one: Change) -> str:
    """A change as a sentence."""
    name = f"{_kind(one.kind)} {one.id}".rstrip()
    sentences = {
        "added": _("{name} is new"),
        "removed": _("{name} is gone"),
        "renamed": _("{name} was called {before}"),
        "changed": _("{name} has another '{key}'"),
        "moved": _("{name} has another order of '{key}'"),
    }
    said = sentences[one.operation].format(name=name, before=one.before, key=one.field)
    if one.operation == "renamed" and one.weight.effect == "archived":
        said += ". " + _("Write 'aliases: [{before}]' with it, else its answers are put in the archive").format(
            before=one.before
        )
    return said


def _text(value: Any) -> str:
    """A value on one line."""
    if value is None:
        return _("(nothing)")
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return visible(" ".join(text.split()))


def _equal(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _short(text: str, start: int) -> str:
    """The part of a text that fits the window, from where two texts begin to differ."""
    room = width() - 6
    shown = f"…{text[start:]}" if len(text) > room and start else text
    return shown if len(shown) <= room else f"{shown[:room]}…"


def _verdict(found: Diff) -> Iterator[str]:
    """What the changes come to."""
    if not found.changes and found.size is None and found.enough:
        yield _("The data of both packs is the same: nothing changes for anybody.")
        return
    if not found.changes:
        yield _("Both packs say the same, in other data.") if found.size else _("The data of both packs is the same.")
        yield from _claim_words(found)
        return
    counts = ", ".join(f"{_size(size)} {n}" for size, n in found.sizes().items() if n)
    yield ngettext("{n} change: {counts}.", "{n} changes: {counts}.", len(found.changes)).format(
        n=len(found.changes), counts=counts
    )
    effects = ", ".join(f"{_effect(effect)} {n}" for effect, n in found.effects().items() if n)
    yield _("For assessments that exist: {effects}.").format(effects=effects)
    yield from _claim_words(found)
    yield from _gap_words(found)


def _gap_words(found: Diff) -> Iterator[str]:
    """What answers of the old pack meet on their way to the new one."""
    if found.gaps.no_way:
        said = _("Version {new} needs a migration from {old}: without one nobody can carry answers over.")
        yield said.format(new=found.new.version, old=found.old.version)
    if found.gaps.unnamed:
        yield _("No step of a migration says what becomes of: {ids}.").format(ids=", ".join(found.gaps.unnamed))


def _claim_words(found: Diff) -> Iterator[str]:
    """What the number claims, and whether that is enough."""
    claim = _claim(found.claim).format(old=found.old.version, new=found.new.version)
    if found.enough:
        yield _("{claim} That is enough.").format(claim=claim)
    else:
        yield _("{claim} That is too little: it takes {needed}.").format(claim=claim, needed=found.needed)


def _claim(claim: Claim) -> str:
    return {
        "lower": _("The version went down from {old} to {new}."),
        "none": _("The version stayed {new}."),
        "patch": _("The version went from {old} to {new}, which claims a patch."),
        "minor": _("The version went from {old} to {new}, which claims a minor change."),
        "major": _("The version went from {old} to {new}, which claims a major change."),
    }[claim]


def _size(size: Size) -> str:
    return {"patch": _("patch"), "minor": _("minor"), "major": _("major")}[size]


def _effect(effect: Effect) -> str:
    return {"kept": _("kept"), "look": _("needs a look"), "archived": _("archived")}[effect]


def _kind(kind: str) -> str:
    """What a kind of thing is called; one without a word in this language by its own name."""
    return kind_words().get(kind, kind)


def kind_words() -> dict[str, str]:
    """What each kind of thing is called."""
    return {
        "action": _("action"),
        "aspect": _("aspect"),
        "band": _("band"),
        "carrier": _("carrier"),
        "claim": _("claim"),
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
        "partner": _("partner"),
        "phase": _("phase"),
        "profile": _("the profile"),
        "question": _("question"),
        "questionnaire": _("questionnaire"),
        "role": _("role"),
        "rule": _("rule"),
        "scale": _("scale"),
        "scale level": _("level of the scale"),
        "source": _("source"),
        "term": _("term"),
        "wording": _("own wording of"),
    }
