"""Which figures make the picture that has to be steady: the phases, or the factors of a pack without phases."""

from __future__ import annotations

from mhscan.pack.pack import Pack


def watched(pack: Pack) -> dict[str, str]:
    """The titles of these figures by their name, such as `phase ID`."""
    if pack.model.phases:
        return {f"phase {phase.id}": phase.title for phase in pack.model.phases}
    return {f"factor {factor.id}": factor.title for factor in pack.factors}
