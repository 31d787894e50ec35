"""What other answers would change, and the way to targets, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.language import _
from mhscan.reports.parts.consequences import Consequences, WhatIfView
from mhscan.reports.parts.journey import JourneyView
from mhscan.ui.layout import listed, numbered, sentences, text_in
from mhscan.ui.streams import wrapped


def what_if_text(view: WhatIfView) -> str:
    """What would change, to the width of the window."""
    return text_in(view.language, _what_if(view))


def _what_if(view: WhatIfView) -> Iterator[str]:
    yield from wrapped(view.heading)
    for sentence, remark in view.answers:
        yield from wrapped(sentence, "- ")
        yield from sentences([remark], "  ")
    yield from _consequences(view.consequences)


def journey_text(view: JourneyView) -> str:
    """Targets and the way there, to the width of the window."""
    return text_in(view.language, _journey(view))


def _journey(view: JourneyView) -> Iterator[str]:
    yield from wrapped(view.heading)
    for target in view.targets:
        yield from wrapped(target, "- ")
    if not view.targets:
        yield from wrapped(_("There are no targets yet. Set one with: mhscan target FILE ID=LEVEL"))
        return
    if view.verdict:
        yield from ("", *wrapped(view.verdict))
    yield from listed(_("The gap"), view.gaps)
    yield from listed(_("Find out first"), view.open)
    if view.actions:
        yield from numbered(view.length, enumerate(view.actions, 1))
    elif view.open:
        yield ""
    yield from sentences(view.remarks)
    yield from listed(_("Out of reach"), view.out_of_reach)
    if view.consequences:
        yield from _consequences(view.consequences)


def _consequences(view: Consequences) -> Iterator[str]:
    yield from listed(_("What the scores become"), view.figures or [_("No score changes.")], "  ")
    if view.picture:
        yield ""
        yield from sentences(view.picture)
    yield from listed(_("Points to watch"), view.rules)
    yield from listed(_("Questions that apply then"), view.now_apply)
    yield from listed(_("Questions that do not apply any more"), view.apply_no_more)
