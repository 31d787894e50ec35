"""What a condition can still come to, over every way to complete the answers."""

from __future__ import annotations

from itertools import product
from math import prod

from mhscan.conditions import Condition
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import deciders_of, each_test
from mhscan.scoring.facts import Facts
from mhscan.scoring.formulas import Formula, Formulas
from mhscan.scoring.ranges import Ends
from mhscan.scoring.tables import ABSENT, LIMIT, Table, TangledError, plan, solve

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
        return {one for one in BOTH if _can_be(formulas, folded, one)} if isinstance(folded, Formula) else {folded}
    except TangledError:
        return set(BOTH)


def _can_be(formulas: Formulas, formula: Formula, wanted: bool) -> bool:
    sizes = {key: len(formulas.groups(key)) for key in formulas.before(formula.keys)}
    if prod(sizes[key] for key in formula.keys) > LIMIT:
        raise TangledError(formula.keys)
    cells = {
        states: ABSENT
        for states in product(*(range(sizes[key]) for key in formula.keys))
        if formula.holds(dict(zip(formula.keys, states, strict=True))) is wanted
    }
    tables = [Table(formula.keys, cells)]
    for key in sizes:
        scope, rows = formulas.rows(key)
        tables.append(Table(scope, {at: ABSENT for at, _group in rows}))
    return solve(tables, plan([table.scope for table in tables], sizes), Ends(min, min)) is not None
