"""What a condition can come to, over all answers that there can be: exact for tests of answers, safe for scores.

Each question that a condition looks at, itself or by way of whether another question applies, has a finite number of
answers that a condition can tell apart. Where two parts of a condition look at the same question, every answer to it is
tried; the rest turns out on its own, so that sets of outcomes say all. A score can be anything between the lowest and
the highest that its scales allow, whatever the answers are: more than is really possible, so nothing is called
impossible that is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from mhscan.base import SUBJECT
from mhscan.conditions import (
    All,
    Condition,
    ContextTest,
    CountOf,
    Each,
    FigureRef,
    FigureTest,
    Gap,
    IndicatorTest,
    Not,
    SubjectTest,
)
from mhscan.lint.logic.domains import TooMany, level_facts, value_facts
from mhscan.lint.logic.figures import Figure, figure_bounds, figures_between
from mhscan.lint.logic.outcomes import ANY, TRUE, Outcomes, count, every, negated, some
from mhscan.pack.pack import Pack
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.figures import Range
from mhscan.scoring.outcomes import Outcome

Levels = Mapping[str, frozenset[int]]
"""The levels that an indicator can have, by its full id, where these are not all of its scale."""
MOST_STEPS = 100_000
"""So many tests of an answer are looked at for one question; what takes more is not decided."""
APPLIES = (True, False, None)


@dataclass(frozen=True)
class Atom:
    """A test of one answer or one figure, and the key of that answer or figure."""

    key: str
    test: IndicatorTest | ContextTest | SubjectTest | FigureTest


class Solver:
    """Asks what one condition can come to.

    `every_state` takes in answers that are unknown, skipped, not asked or do not apply by themselves; without it every
    question has an answer. With `alone`, each question may apply or not, whatever else is answered. `levels` has the
    levels that are looked at.
    """

    def __init__(
        self, pack: Pack, condition: Condition, every_state: bool, alone: bool = False, levels: Levels | None = None
    ) -> None:
        """Nothing is tried yet."""
        self._alone = alone
        self._pack = pack
        self._condition = condition
        self._every_state = every_state
        self._levels = levels or {}
        self._steps = 0
        self._said: dict[tuple[Atom, object], dict[bool | None, bool | None]] = {}

    def can_be(self, *wanted: bool | None) -> bool | None:
        """Whether it can come to one of these; None where it would take too long to find out."""
        try:
            return self._search(frozenset(wanted), {}, list(self._shared))
        except TooMany:
            return None

    def _search(self, wanted: Outcomes, chosen: dict[str, object], left: list[str]) -> bool:
        outcomes = self._outcomes(self._condition, chosen, {})
        if not outcomes & wanted:
            return False
        if not left or outcomes <= wanted:
            return True
        return any(self._search(wanted, {**chosen, left[0]: one}, left[1:]) for one in self._domain(left[0]))

    def _outcomes(self, condition: Condition, chosen: dict[str, object], seen: dict[str, Outcomes]) -> Outcomes:
        """What a condition can come to, given some answers; `seen` has which questions apply."""
        if isinstance(condition, Not):
            return negated(self._outcomes(condition.not_, chosen, seen))
        if isinstance(condition, Gap):
            return self._gap(condition)
        if isinstance(condition, CountOf):
            parts = [self._outcomes(one, chosen, seen) for one in parts_of(self._pack, condition)]
            least = condition.at_least if condition.at_least is not None else 0
            return count(parts, least, condition.at_most if condition.at_most is not None else len(parts))
        parts = [self._outcomes(child, chosen, seen) for _path, child in condition.children()]
        if parts:
            return every(parts) if isinstance(condition, All) else some(parts)
        return self._atom(atom_of(condition), chosen, seen)

    def _count(self) -> None:
        """Count a step.

        Raises:
            TooMany: there were so many that it is not decided. Steps, and no clock: the same pack, the same findings.
        """
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TooMany

    def _atom(self, atom: Atom, chosen: dict[str, object], seen: dict[str, Outcomes]) -> Outcomes:
        self._count()
        facts = [chosen[atom.key]] if atom.key in chosen else self._domain(atom.key)
        applies = self._applies(atom.key, chosen, seen)
        return frozenset(self._say(atom, fact)[one] for fact in facts for one in applies)

    def _applies(self, key: str, chosen: dict[str, object], seen: dict[str, Outcomes]) -> Outcomes:
        condition = self._pack.applies_if(key)
        if condition is None or self._alone:
            return TRUE if condition is None else ANY
        if key not in seen:
            seen[key] = ANY
            seen[key] = self._outcomes(condition, chosen, seen)
        return seen[key]

    def _say(self, atom: Atom, fact: object) -> dict[bool | None, bool | None]:
        """What the program itself says of a test, for each way in which its question may apply."""
        if (atom, fact) not in self._said:
            self._said[atom, fact] = {one: _evaluate(self._pack, atom, fact, one) for one in APPLIES}
        return self._said[atom, fact]

    def _gap(self, condition: Gap) -> Outcomes:
        _low, high = figure_bounds(self._pack, condition.gap.high)
        low, _high = figure_bounds(self._pack, condition.gap.low)
        return ANY if high - low >= Fraction(str(condition.gap.at_least)) else ANY - TRUE

    def _domain(self, key: str) -> list[object]:
        """One answer of each kind that the tests of a key can tell apart."""
        return self._domains[key]

    @cached_property
    def _atoms(self) -> list[Atom]:
        """All tests that the outcome hangs on, as often as it looks at them."""
        return list(self._below(self._condition, ()))

    def _below(self, condition: Condition, above: tuple[str, ...]) -> Iterator[Atom]:
        for atom in atoms_in(self._pack, condition):
            self._count()
            yield atom
            applies = self._pack.applies_if(atom.key)
            if applies is not None and not self._alone and atom.key not in above:
                yield from self._below(applies, (*above, atom.key))

    @cached_property
    def _shared(self) -> list[str]:
        """The keys at which it looks more than once, the most often first."""
        counted = Counter(atom.key for atom in self._atoms)
        return [key for key, times in counted.most_common() if times > 1 and len(self._domain(key)) > 1]

    @cached_property
    def _domains(self) -> dict[str, list[object]]:
        tests: dict[str, list[Atom]] = {}
        for atom in self._atoms:
            tests.setdefault(atom.key, []).append(atom)
        return {key: self._kinds(list(dict.fromkeys(atoms))) for key, atoms in tests.items()}

    def _kinds(self, atoms: list[Atom]) -> list[object]:
        """The answers to one question, of those that all tests take alike only the first."""
        kinds: dict[tuple[object, ...], object] = {}
        for fact in self._facts(atoms):
            said = tuple(one for atom in atoms for one in self._say(atom, fact).values())
            kinds.setdefault(said, fact)
        return list(kinds.values())

    def _facts(self, atoms: list[Atom]) -> Iterable[object]:
        key = atoms[0].key
        if isinstance(atoms[0].test, FigureTest):
            return figures_between(self._pack, [one.test for one in atoms if isinstance(one.test, FigureTest)])
        if isinstance(atoms[0].test, IndicatorTest):
            allowed = self._levels.get(key)
            levels = [one.test for one in atoms if isinstance(one.test, IndicatorTest)]
            facts = level_facts(self._pack.places[key], levels, self._every_state)
            return [one for one in facts if allowed is None or one.value is None or one.value in allowed]
        fields = {SUBJECT + one.id: one for one in self._pack.model.subject.fields}
        values = [one.test for one in atoms if isinstance(one.test, ContextTest | SubjectTest)]
        return value_facts({**self._pack.context, **fields}[key], values, self._every_state)


def atom_of(condition: Condition) -> Atom:
    """A single test with the key that it looks at."""
    if isinstance(condition, IndicatorTest | ContextTest | SubjectTest):
        return Atom(condition.answer_keys()[0], condition)
    assert isinstance(condition, FigureTest)
    return Atom(f"figure:{condition.factor}:{condition.phase}", condition)


def atoms_in(pack: Pack, condition: Condition) -> Iterator[Atom]:
    """Each single test in a condition; a gap has none, its figures are taken by themselves."""
    if isinstance(condition, Gap):
        return
    parts = parts_of(pack, condition)
    if not parts and not isinstance(condition, CountOf):
        yield atom_of(condition)
    for part in parts:
        yield from atoms_in(pack, part)


def parts_of(pack: Pack, condition: Condition) -> tuple[Condition, ...]:
    """The conditions that a condition is put together of; one test over many indicators is one for each."""
    if isinstance(condition, CountOf) and isinstance(condition.count_of, Each):
        each = condition.count_of
        given = {key: getattr(each, key) for key in each.model_fields_set - {"phase", "factor"}}
        return tuple(
            IndicatorTest(indicator=place.id, **given)
            for place in pack.places.values()
            if each.phase in (None, place.factor.phase) and each.factor in (None, place.factor.id)
        )
    return tuple(child for _path, child in condition.children())


def _evaluate(pack: Pack, atom: Atom, fact: object, applies: bool | None) -> bool | None:
    """What the program says of a test of a known answer to a question that applies, does not, or may."""
    facts = Facts({atom.key: fact} if isinstance(fact, Fact) else {})
    known = {atom.key: Outcome(applies)}

    def figure_of(_ref: FigureRef) -> Range | None:
        return fact if isinstance(fact, Figure) else None

    return Conditions(pack, facts, figure_of, known).evaluate(atom.test).value
