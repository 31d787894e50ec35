"""A pack drawn as a tree."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from mhscan.pack.pack import Pack
from mhscan.reports.outline import OutlineNode, headings, outline
from mhscan.ui.streams import as_lines, is_plain, width

GUIDES = (("├─ ", "│  "), ("└─ ", "   "))
"""Before a node and before what hangs under it; first those of a node that others follow, then of the last one."""
PLAIN_GUIDES = (("  ", "  "), ("  ", "  "))
TOGETHER = "\N{NO-BREAK SPACE}"
"""Stands inside a detail until the lines are made, so that no line ends within it."""
LONGEST = 24
"""In characters: a longer detail may be broken."""


def tree_text(pack: Pack) -> str:
    """The pack as a tree that fits the window; without lines to draw it where plain text is asked for.

    `rich.tree` is no help here: it knows no guides for a screen reader, and breaks a line within a detail.
    """
    head = (line for text in headings(pack) for line in _wrapped(text, "", ""))
    return as_lines([*head, *_drawn(outline(pack), "")])


def _drawn(nodes: Iterable[OutlineNode], indent: str) -> Iterator[str]:
    siblings = list(nodes)
    for n, node in enumerate(siblings, 1):
        guides = PLAIN_GUIDES if is_plain() else GUIDES
        branch, rest = guides[n == len(siblings)]
        stem = guides[not node.below][1]
        yield from _wrapped(_line(node), indent + branch, indent + rest + stem)
        yield from _drawn(node.below, indent + rest)


def _line(node: OutlineNode) -> str:
    details = (one.replace(" ", TOGETHER) if len(one) <= LONGEST else one for one in node.details)
    return f"{TOGETHER}· ".join([node.text, *details])


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    room = max(width(), len(rest) + 16)
    lines = textwrap.wrap(text, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return [line.replace(TOGETHER, " ") for line in lines]
