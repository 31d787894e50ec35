"""Many reports at once: on two cores against one, and the memory that many take against few."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MANY, FEW = 342, 34


def one_core_against_two(rounds: int, scans: Path, folder: Path) -> tuple[list[float], list[float], int]:
    """The seconds that the reports take on one core and on two, once a round each; and how many cores there are."""
    cores = sorted(os.sched_getaffinity(0))
    one: list[float] = []
    two: list[float] = []
    for _round in range(rounds):
        for times, used in ((one, cores[:1]), (two, cores[:2])):
            with _on(used):
                times.append(reports(scans, MANY, folder)[0])
    return one, two, len(cores)


def memory(scans: Path, folder: Path) -> tuple[int, int]:
    """The kB that the largest process takes for few reports, and for many."""
    return reports(scans, FEW, folder)[1], reports(scans, MANY, folder)[1]


def write_scans(example: Path, folder: Path) -> Path:
    """A folder with as many assessments as there are municipalities."""
    folder.mkdir()
    for n in range(MANY):
        shutil.copy(example, folder / f"scan-{n:03}.yaml")
    return folder


def reports(scans: Path, count: int, folder: Path) -> tuple[float, int]:
    """The seconds that so many HTML reports take, and the kB that the largest process of them all takes."""
    files = sorted(map(str, scans.glob("*.yaml")))[:count]
    out = folder / "out"
    command = [str(Path(sys.executable).with_name("mhscan")), "report", *files, "--output", str(out)]
    with Path(os.devnull).open("wb") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), number) for number in (1, 2)]
        begin = time.perf_counter()
        process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _process, status, used = os.wait4(process, 0)
        taken = time.perf_counter() - begin
    made = len(list(out.glob("scan-*.html")))
    shutil.rmtree(out)
    if status or made != count:
        raise SystemExit(f"mhscan report made {made} of {count} reports")
    return taken, used.ru_maxrss


@contextmanager
def _on(cores: list[int]) -> Iterator[None]:
    """Let what is started here use some cores only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def gain(one: list[float], two: list[float]) -> float:
    """The median, over the rounds, of the time on two cores in that on one."""
    return statistics.median(second / first for first, second in zip(one, two, strict=True))
