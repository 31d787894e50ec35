"""Which answers do not fit together: the soft edits of a pack, held against what is known."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.answers.model import Assessment
from mhscan.conditions import All, AnyOf, Condition, CountOf, Each
from mhscan.pack.pack import Pack
from mhscan.pack.signal import Signal
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import each_place, each_test
from mhscan.scoring.facts import gather
from mhscan.scoring.outcomes import Outcome


@dataclass(frozen=True)
class SignalResult:
    """A signal with its outcome; `keys` are the answers that do not fit together, in the order of the condition.

    It is explained if there is a note at one of them.
    """

    signal: Signal
    outcome: Outcome
    keys: tuple[str, ...] = ()
    explained: bool = False


def run_signals(conditions: Conditions, assessment: Assessment) -> tuple[SignalResult, ...]:
    """All signals of a pack, in its order.

    Each part is looked at by itself: what open answers would come to in every way is no contradiction of theirs.
    """
    return tuple(_result(conditions, assessment, signal) for signal in conditions.pack.model.signals)


def standing_signals(pack: Pack, assessment: Assessment, key: str = "") -> tuple[SignalResult, ...]:
    """The signals that fire on an assessment; those with the answer to one question, where its key is given."""
    if not pack.model.signals:
        return ()
    found = run_signals(Conditions(pack, gather(pack, assessment)), assessment)
    return tuple(one for one in found if one.outcome.value is True and (not key or key in one.keys))


def _result(conditions: Conditions, assessment: Assessment, signal: Signal) -> SignalResult:
    outcome = conditions.evaluate(signal.when)
    if outcome.value is not True:
        return SignalResult(signal, outcome)
    keys = tuple(dict.fromkeys(_grounds(conditions, signal.when)))
    noted = any(answer.note for key in keys if (answer := assessment.answers.get(key)))
    return SignalResult(signal, outcome, keys, noted)


def _grounds(conditions: Conditions, condition: Condition) -> list[str]:
    """The keys of the answers that make a true condition true: of an 'any', those of its true parts only."""
    if isinstance(condition, All | AnyOf) or (
        isinstance(condition, CountOf) and not isinstance(condition.count_of, Each)
    ):
        true = [part for _at, part in condition.children() if conditions.evaluate(part).value is True]
        return [key for part in true for key in _grounds(conditions, part)]
    if isinstance(condition, CountOf) and isinstance(condition.count_of, Each):
        test = condition.count_of
        places = (place.id for place in each_place(conditions.pack, test))
        return [key for key in places if conditions.answer(key, test).value is True]
    return [key for key, _test in each_test(conditions.pack, condition) if key]
