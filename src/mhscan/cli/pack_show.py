"""`mhscan pack show`: what is in a pack, as a tree."""

from __future__ import annotations

from mhscan.cli.options import FolderArgument
from mhscan.cli.scans import ended, opened_pack
from mhscan.ui.streams import out


def pack_show(folder: FolderArgument = None) -> int:
    """Draw what is in a pack, with weights, counts and sources."""
    from mhscan.ui.tree import tree_text

    used, use = opened_pack(folder)
    out(tree_text(used))
    return ended(use)
