"""What a condition can still come to, over all answers that the questions can still get.

A condition on answers is a constraint over variables with finite domains: of each question only the answers that its
tests tell apart. It is searched by backtracking, as in the procedure of Davis, Logemann and Loveland (1962): choose an
answer to one question, and evaluate the condition with all others open. By Kleene's logic an outcome that is certain
then holds for every answer to those others, so that whole branch of the search is decided at once. Else the outcome
names the open answers that decide it, and one of these is chosen next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from mhscan.conditions import Condition, FigureTest, Gap, score_tests
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack
from mhscan.scoring.comparisons import told_apart
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import Test, compared_in, each_test
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.figures import Range
from mhscan.scoring.options import TangledError, options
from mhscan.scoring.outcomes import FALSE, TRUE, Outcome, unsaid

MOST_TESTS = 30_000
"""So many tests are evaluated in one search; what takes more is not decided. Not by a clock: alike each time."""

Variable = Fact | Range | bool | None
"""What can be chosen: an answer, a score, whether a gap is there, whether a question applies."""
AnyTest = Test | FigureTest | Gap
Domain = Callable[[str, Sequence[AnyTest]], Iterable[Variable]]
"""What a question, score or gap can be, at least one value of each kind that these tests of it tell apart."""


class Search:
    """Looks for answers with which a condition comes to something.

    With `alone`, each question with a condition may apply or not, whatever else is answered. `facts` has the date of
    the scan, the answers that open ones are compared with, and what is observed already.
    """

    def __init__(
        self, pack: Pack, condition: Condition, domain: Domain, alone: bool = False, facts: Facts | None = None
    ) -> None:
        """Nothing is looked for yet."""
        self.pack = pack
        self.alone = alone
        self.facts = facts or Facts()
        self._condition = condition
        self._domain = domain
        self._domains: dict[str, list[Variable]] = {}
        self._left = MOST_TESTS
        self._tests: dict[str, list[AnyTest]] = defaultdict(list)
        self._collect(condition)
        # What is looked at most often decides most, so it is chosen first.
        times = Counter({key: len(tests) for key, tests in self._tests.items()})
        self._order = [*(key for key, _times in times.most_common()), *self._domains]
        self._add_ladders()

    def can_be(self, *wanted: bool | None) -> bool | None:
        """Whether it can come to one of these; None where it would take too long to find out."""
        try:
            return self._search(frozenset(wanted), {})
        except (TangledError, RecursionError):
            # A chain of conditions that is hundreds of questions long is not decided either.
            return None

    def on(self, facts: Facts) -> None:
        """Look with other facts from now on, such as another date of the scan."""
        self.facts = facts
        self._domains = {key: self._domains[key] for key in self._domains if key not in self._tests}

    def spend(self) -> None:
        """Count one test.

        Raises:
            TangledError: there were too many.
        """
        self._left -= 1
        if self._left < 0:
            raise TangledError(self._order)

    def _collect(self, condition: Condition) -> None:
        """Find every test that the outcome hangs on, also by way of whether a question applies."""
        todo = [condition]
        while todo:
            condition = todo.pop()
            for test in score_tests(condition):
                self._tests[_name(test)].append(test)
            for key, answer_test in each_test(self.pack, condition):
                applies = self.pack.applies_if(key)
                if applies is not None and self.alone:
                    self._domains[_applies(key)] = [True, False, None]
                elif applies is not None and key not in self._tests:
                    todo.append(applies)
                if key:
                    self._tests[key].append(answer_test)

    def _add_ladders(self) -> None:
        """Tell apart the facts by which a level differs, where the condition looks at that level too."""
        for key in [*self._tests]:
            for one in self._facts_of(key):
                self._tests[one] += ladders_of(self.pack)[key].tests[one]

    def _search(self, wanted: frozenset[bool | None], chosen: dict[str, Variable]) -> bool:
        outcome = _Partial(self, chosen).evaluate(self._condition)
        key = next((key for key in self._order if key in outcome.open and key not in chosen), None)
        if outcome.value is not None or key is None:
            return outcome.value in wanted
        # The level of an indicator hangs on its facts, so those that are looked at are chosen before it.
        key = next((one for one in self._facts_of(key) if one not in chosen), key)
        return any(
            self._search(wanted, {**chosen, key: value}) for value in self._values(key, self._levels_with(key, chosen))
        )

    def _facts_of(self, key: str) -> list[str]:
        """The facts from which the level of an indicator follows, as far as the condition looks at them."""
        ladder = ladders_of(self.pack).get(key)
        return [one for one in ladder.keys if one in self._tests] if ladder else []

    def _levels_with(self, key: str, chosen: Mapping[str, Variable]) -> tuple[int, ...] | None:
        """The levels that go together with the facts that were chosen; nothing where all do, or one was given."""
        own = [chosen[one] for one in self._facts_of(key)]
        values = [one.value for one in own if isinstance(one, Fact)]
        if not own or None in values or self.facts.get(key).value is not None:
            return None
        found = {one: chosen.get(one, self.facts.get(one)) for one in ladders_of(self.pack)[key].keys}
        seen = {one: (fact.value, fact.below) for one, fact in found.items() if isinstance(fact, Fact)}
        return ladders_of(self.pack)[key].levels(seen, self.facts.date)

    def _values(self, key: str, levels: tuple[int, ...] | None) -> list[Variable]:
        """The domain of a variable: of the values that no test tells apart the first; of its levels only these."""
        if levels is None and key in self._domains:
            return self._domains[key]
        tests = list({id(test): test for test in self._tests[key]}.values())
        tests += told_apart(self.pack, key, self._tests, compared_in(self._tests), self.facts)
        kinds: dict[tuple[bool | None, ...], Variable] = {}
        for value in self._domain(key, tests):
            if levels is None or not isinstance(value, Fact) or value.value is None or value.value in levels:
                kinds.setdefault(tuple(self._outcomes(key, value, tests)), value)
        if levels is None:
            self._domains[key] = list(kinds.values())
        return list(kinds.values())

    def _outcomes(self, key: str, value: Variable, tests: Sequence[AnyTest]) -> Iterable[bool | None]:
        """What each test comes to; a question that does not apply or may not tells no more values apart."""
        for test in tests:
            if isinstance(test, FigureTest | Gap):
                yield _Partial(self, {key: value}).evaluate(test).value
            else:
                facts = Facts({key: value} if isinstance(value, Fact) else {}, date=self.facts.date)
                yield Conditions(self.pack, facts, applies={key: TRUE}).answer(key, test).value


class _Partial(Conditions):
    """Conditions where only some answers are chosen: a test of anything else cannot be said, and is open on its key."""

    def __init__(self, search: Search, chosen: Mapping[str, Variable]) -> None:
        known = {key: value for key, value in chosen.items() if isinstance(value, Fact)}
        figures = {key: value for key, value in chosen.items() if not isinstance(value, Fact | bool | None)}
        super().__init__(search.pack, Facts(known, date=search.facts.date), figures)
        self._search = search
        self._chosen = chosen

    def applies(self, key: str) -> Outcome:
        """Whether a question applies; chosen, where it is looked at by itself."""
        if self._search.alone and self.pack.applies_if(key) is not None:
            return self._chosen_outcome(_applies(key))
        return super().applies(key)

    def answer(self, key: str, test: Test) -> Outcome:
        """What a test of an answer comes to; its own answer plays no part where the question does not apply."""
        self._search.spend()
        applies = self.applies(key)
        if key in self._chosen or applies.value is False:
            return super().answer(key, test)
        return unsaid([key, *applies.open])

    def gap(self, condition: Gap) -> Outcome:
        """Whether there is a gap: chosen as a whole."""
        return self._chosen_outcome(_name(condition))

    def _chosen_outcome(self, key: str) -> Outcome:
        value = self._chosen.get(key)
        return Outcome(value if isinstance(value, bool) else None, frozenset({key}))


def _applies(key: str) -> str:
    """The variable that says whether a question applies."""
    return f"applies {key}"


def _name(test: FigureTest | Gap) -> str:
    """The variable for a score, or for a gap between two."""
    return test.name if isinstance(test, FigureTest) else f"gap {id(test)}"


def decide(conditions: Conditions, condition: Condition) -> Outcome:
    """What a condition comes to, looked at in every way to complete the answers where that can be done.

    `Conditions.evaluate` looks at each part by itself, so it cannot see that two open parts exclude each other.
    """
    outcome = conditions.evaluate(condition)
    if outcome.value is not None or score_tests(condition):
        return outcome
    facts = conditions.facts
    search = Search(conditions.pack, condition, partial(_completions, conditions), facts=facts)
    for value, certain in ((True, TRUE), (False, FALSE)):
        if search.can_be(not value, None) is False:
            return certain
    return outcome


def _completions(conditions: Conditions, key: str, tests: Sequence[AnyTest]) -> Iterable[Fact]:
    """What an answer can still be; what was set aside stays so."""
    fact = conditions.facts.get(key)
    asked = [test for test in tests if not isinstance(test, FigureTest | Gap)]
    return [fact] if fact.state == "not_applicable" else options(conditions.pack, key, fact, asked)
