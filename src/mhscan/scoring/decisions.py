"""What a condition can still come to, over every way to complete the answers."""

from __future__ import annotations

from collections.abc import Sequence

from mhscan.conditions import Condition
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import deciders_of, each_test
from mhscan.scoring.facts import Facts
from mhscan.scoring.formulas import Formula, Formulas
from mhscan.scoring.options import TangledError

BOTH = frozenset((True, False))


def possible(pack: Pack, facts: Facts, condition: Condition) -> set[bool]:
    """The outcomes that are still possible.

    Both, where the condition looks at a score or there are too many ways to look at.
    """
    found = list(each_test(pack, condition))
    deciders = deciders_of(pack)
    if not all(key for key, _test in found) or deciders.before(deciders.unclear) & deciders.before(
        k for k, _t in found
    ):
        return set(BOTH)
    try:
        formulas = Formulas(pack, facts, deciders.around(deciders.unclear), deciders.also(found))
        folded = formulas.fold(condition)
        return _outcomes(formulas, folded, deciders.order) if isinstance(folded, Formula) else {folded}
    except TangledError:
        return set(BOTH)


def _outcomes(formulas: Formulas, formula: Formula, order: Sequence[str]) -> set[bool]:
    """What a formula comes to in the ways in which the questions that it looks at can turn out."""
    rank = {key: n for n, key in enumerate(order)}
    keys = sorted(formulas.before(formula.keys), key=lambda key: rank.get(key, len(rank)))
    return {formula.holds(way) for way in formulas.ways(keys, {})}
