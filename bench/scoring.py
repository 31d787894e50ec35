"""Scoring against a plain loop over the answers, in one process and side by side."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from big_pack import write_big_pack
from interview import filled

from mhscan.advice.rank_stability import RankStability
from mhscan.advice.result import asked_of, evaluate
from mhscan.advice.sensitivity import one_at_a_time
from mhscan.advice.weight_sampling import BandStability, sampled
from mhscan.answers.model import Assessment
from mhscan.integrity.packs import load_pack
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import gather
from mhscan.scoring.scores import score

LOOPS = 50
"""The plain loop is so short that it is run so often for one measurement."""


@dataclass(frozen=True)
class Measured:
    """What was measured, in ms, each time beside the floor of that round; `limit` is a ratio."""

    name: str
    mine: list[float]
    floor: list[float]
    limit: float | None
    unit: str = "plain loop over the answers"

    @property
    def ratio(self) -> float:
        """The median of the ratios, round by round."""
        return statistics.median(one / other for one, other in zip(self.mine, self.floor, strict=True))


def milliseconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def plain_loop(pack: Pack, answers: Assessment) -> Callable[[], object]:
    """The least that anything does that looks at every answer: find what its level is worth, and add that up."""

    def loop() -> float:
        total = 0.0
        for key, answer in answers.answers.items():
            place = pack.places.get(key)
            if place is not None and isinstance(answer.value, int):
                total += pack.score(place, answer.value)
        return total

    return lambda: [loop() for _loop in range(LOOPS)]


def measure_scoring(rounds: int, pack: Pack, answers: Assessment) -> list[Measured]:
    """The scores of the full self-assessment, and how firm they are, each beside the plain loop."""
    result = evaluate(pack, answers)
    facts, asked = gather(pack, answers), asked_of(pack, answers)
    works: dict[str, tuple[Callable[[], object], float, int]] = {
        "scores with ranges: the example": (lambda: score(pack, facts, asked), 71, rounds),
        "every single answer, exactly": (lambda: one_at_a_time(result), 2380, max(3, rounds // 5)),
        "10,000 draws for bands, 1,000 for the order": (
            lambda: (sampled(result, 10000, BandStability(result)), sampled(result, 1000, RankStability(result))),
            23800,
            max(3, rounds // 10),
        ),
    }
    loop = plain_loop(pack, answers)
    found = []
    for name, (work, limit, times) in works.items():
        pairs = [(milliseconds(work), milliseconds(loop) / LOOPS) for _round in range(times)]
        found.append(Measured(name, [mine for mine, _f in pairs], [floor for _m, floor in pairs], limit))
    return found


def measure_growth(rounds: int, folder: Path) -> Measured:
    """5,000 indicators against 500, half of them open, and the questions that decide about others open too."""
    packs = []
    for count in (500, 5000):
        write_big_pack(folder / f"scoring-{count}", count)
        pack = load_pack(folder / f"scoring-{count}")
        half = filled(pack, count // 2)
        half = half.model_copy(update={"answers": {k: a for k, a in half.answers.items() if k in pack.places}})
        packs.append((pack, gather(pack, half), frozenset(pack.places)))
    small, large = ([] for _pack in packs)
    for _round in range(max(3, rounds // 5)):
        for times, (pack, facts, asked) in zip((small, large), packs, strict=True):
            times.append(milliseconds(lambda pack=pack, facts=facts, asked=asked: score(pack, facts, asked)))
    return Measured("scores with ranges: 5,000 indicators against 500", large, small, 11.0, "500 indicators")
