"""Measures the figures of bench/README.md; see there for what each of them is and why they are ratios."""

from __future__ import annotations

import argparse
import compileall
import datetime as dt
import gc
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from big_pack import write_big_pack
from interview import filled, waits
from many import FEW, MANY, gain, memory, one_core_against_two, write_scans
from rendering import Rendering, renderings
from scoring import Measured, measure_growth, measure_scoring
from validation import growth, times_of

import mhscan
from mhscan import language
from mhscan.advice.result import evaluate
from mhscan.answers.model import PackRef
from mhscan.answers.reading import read_assessment
from mhscan.answers.writing import Writer
from mhscan.integrity.packs import load_pack
from mhscan.loading.files import read_document
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view
from mhscan.ui.scores import scores_text

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "bench" / "README.md"
START, END = "<!-- results: start -->", "<!-- results: end -->"
EMPTY = "`python -c pass`"
Times = list[tuple[float, float]]


@dataclass(frozen=True)
class Figure:
    """A line of the table: what was measured, the limit that it has to stay within, and what was seen beside it."""

    name: str
    value: float
    unit: str
    limit: float | None
    seen: str

    @property
    def missed(self) -> bool:
        return self.limit is not None and self.value > self.limit


# Whole processes ------------------------------------------------------------------------------------------------------


def measure_commands(rounds: int, example: Path) -> tuple[list[Figure], float]:
    """The commands against an empty Python, each once a round; also the ms of the empty Python."""
    program = str(Path(sys.executable).with_name("mhscan"))
    commands: dict[str, tuple[list[str], float | None]] = {
        EMPTY: ([sys.executable, "-c", "pass"], None),
        "`mhscan --version`": ([program, "--version"], 2.0),
        "`mhscan --help`": ([program, "--help"], 5.0),
        "`mhscan score` of the example": ([program, "score", str(example)], 20.0),
        "`mhscan score --format json`, idem": ([program, "score", str(example), "--format", "json"], 20.0),
        "`mhscan report`, idem": ([program, "report", str(example)], 35.0),
        "`mhscan validate` of the default pack": ([program, "validate", str(ROOT)], None),
    }
    times: dict[str, Times] = {name: [] for name in commands}
    with Path(os.devnull).open("wb") as nowhere:
        for number in range(-2, rounds):
            for name, (command, _limit) in commands.items():
                taken = run_command(command, nowhere.fileno())
                if number >= 0:
                    times[name].append(taken)
    empty = times.pop(EMPTY)
    figures = [command_figure(name, commands[name][1], mine, empty) for name, mine in times.items()]
    return figures, statistics.median(wall for wall, _processor in empty) * 1000


def run_command(command: list[str], quiet: int) -> tuple[float, float]:
    """The seconds that a command takes, and those of the processor."""
    actions = [(os.POSIX_SPAWN_DUP2, quiet, number) for number in (1, 2)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _process, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if status:
        raise SystemExit(f"{' '.join(command)}: gave {os.waitstatus_to_exitcode(status)}")
    return wall, used.ru_utime + used.ru_stime


def command_figure(name: str, limit: float | None, mine: Times, empty: Times) -> Figure:
    """A command as a ratio, round by round."""

    def ratio(which: int) -> float:
        return statistics.median(one[which] / floor[which] for one, floor in zip(mine, empty, strict=True))

    least = min(mine)[0] / min(empty)[0]
    wall = statistics.median(one for one, _processor in mine) * 1000
    seen = f"processor time {ratio(1):.1f}, least against least {least:.1f}, median {wall:.0f} ms"
    return Figure(name, ratio(0), f"x {EMPTY}", limit, seen)


def measure_validation(rounds: int, folder: Path) -> list[Figure]:
    """Checking the default pack against check-jsonschema, which knows its schema alone; and ten times the pack."""
    found = times_of(rounds, ROOT, folder, run_command)
    peer = found["peer"]
    figures = [
        peer_figure("`mhscan validate` without templates", 0.5, found["without"], peer),
        peer_figure("idem, with templates", 1.2, found["with"], peer),
    ]
    ratio, one, ten = growth(rounds, folder, seconds)
    seen = f"median {one:.0f} ms against {ten:.0f} ms, inside one process"
    return [*figures, Figure("idem: 500 indicators against 50", ratio, "x", 10.5, seen)]


def peer_figure(name: str, limit: float, mine: Times, peer: Times) -> Figure:
    """A command of ours in the time that the peer takes, round by round."""
    wall, processor = (
        statistics.median(one[n] / other[n] for one, other in zip(mine, peer, strict=True)) for n in (0, 1)
    )
    medians = [statistics.median(one for one, _processor in each) * 1000 for each in (mine, peer)]
    least = min(mine)[0] / min(peer)[0]
    seen = f"processor time {processor:.2f}, least against least {least:.2f}, median {medians[0]:.0f} ms against"
    return Figure(name, wall, "x `check-jsonschema`", limit, f"{seen} {medians[1]:.0f} ms")


# Inside one process ---------------------------------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, with no rubbish of an earlier one to clear away."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def measure_reading(rounds: int) -> Figure:
    """All files of the default pack to data with places, against PyYAML's C loader on their bytes."""
    folders = (ROOT / "factors", ROOT / "factors" / "sources", ROOT / "questionnaires")
    files = sorted(file for folder in folders for file in folder.glob("*.yaml"))
    raw = [file.read_bytes() for file in files]
    ours: list[float] = []
    theirs: list[float] = []
    for _round in range(rounds):
        ours.append(seconds(lambda: [read_document(file) for file in files]))
        theirs.append(seconds(lambda: [yaml.load(one, Loader=yaml.CSafeLoader) for one in raw]))
    ratio = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
    medians = f"median {statistics.median(ours) * 1000:.1f} ms against {statistics.median(theirs) * 1000:.1f} ms"
    size = f"{len(files)} files, {sum(map(len, raw)) // 1000} kB"
    seen = f"least against least {min(ours) / min(theirs):.2f}, {medians}, {size}"
    return Figure("reading the default pack, with places", ratio, "x CSafeLoader", 1.0, seen)


def measure_rendering(rounds: int, example: Path) -> list[Figure]:
    """One HTML document, from answers to text and from a ready view, each against Jinja with ready data."""
    works = renderings(ROOT, load_pack(ROOT), read_assessment(example)[1])
    times: list[Times] = [[] for _work in works]
    for number in range(-2, rounds):
        for one, taken in zip(works, times, strict=True):
            pair = (seconds(one.ours) * 1000, seconds(one.theirs) * 1000)
            if number >= 0:
                taken.append(pair)
    return [rendering_figure(one, taken) for one, taken in zip(works, times, strict=True)]


def rendering_figure(one: Rendering, taken: Times) -> Figure:
    """A document in the time that Jinja takes with its data ready, round by round."""
    mine, jinja = (statistics.median(pair[n] for pair in taken) for n in (0, 1))
    ratio = statistics.median(pair[0] / pair[1] for pair in taken)
    return Figure(one.name, ratio, "x Jinja with ready data", one.limit, f"median {mine:.1f} ms against {jinja:.1f} ms")


def measure_waits(name: str, pack: Pack, have: int, wanted: int, limit: float, folder: Path) -> Figure:
    """From key to next question with so many answers: the 99th percentile."""
    found = sorted(waits(pack, have, wanted, folder))
    worst = found[len(found) * 99 // 100]
    seen = f"median {statistics.median(found):.1f} ms, most {found[-1]:.1f} ms, {len(found)} keys"
    return Figure(name, worst, "ms", limit, seen)


def measure_work(rounds: int, empty_ms: float, example: Path, large: Pack) -> list[Figure]:
    """The parts of scoring, each in the time that an empty Python takes."""
    pack = load_pack(ROOT)
    _document, answers = read_assessment(example)
    many = filled(large, len(large.places))
    result, much = evaluate(pack, answers), evaluate(large, many)
    works: dict[str, Callable[[], object]] = {
        "load the default pack, checks too": lambda: load_pack(ROOT),
        "idem, checked before": lambda: load_pack(ROOT, pack.sha256),
        "scores with bands, rules, actions: the example": lambda: evaluate(pack, answers),
        f"idem: {len(large.places)} indicators": lambda: evaluate(large, many),
        "view of the report: the example": lambda: build_view(result, "internal", with_robustness=False),
        "idem, with how firm the picture is": lambda: build_view(result, "internal"),
        f"idem, without, {len(large.places)} indicators": lambda: build_view(much, "internal", with_robustness=False),
        "scores as text: the example": lambda: scores_text(build_view(result, "internal", with_robustness=False)),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work) * 1000)
    return [work_figure(name, taken, empty_ms) for name, taken in times.items()]


def work_figure(name: str, taken: list[float], empty_ms: float) -> Figure:
    """A piece of work in the time that an empty Python takes."""
    median = statistics.median(taken)
    return Figure(name, median / empty_ms, f"x {EMPTY}", None, f"median {median:.1f} ms, least {min(taken):.1f} ms")


# Many reports ---------------------------------------------------------------------------------------------------------


def measure_many(rounds: int, example: Path, folder: Path) -> list[Figure]:
    """All municipalities: two cores against one, and the memory of many against few."""
    scans = write_scans(example, folder / "scans")
    one, two, cores = one_core_against_two(rounds, scans, folder)
    few, many = memory(scans, folder)
    seconds_each = f"median {statistics.median(two):.1f} s against {statistics.median(one):.1f} s, {cores} cores"
    return [
        Figure(f"{MANY} HTML reports on two cores", gain(one, two), "x one core", 1 / 1.7, seconds_each),
        Figure(
            f"memory of {MANY} reports", many / few, f"x {FEW} reports", 1.1, f"{many // 1000} MB the largest process"
        ),
    ]


def scoring_figure(one: Measured) -> Figure:
    """Scoring beside the least that looks at every answer."""
    mine, floor = statistics.median(one.mine), statistics.median(one.floor)
    least = min(one.mine) / min(one.floor)
    seen = f"least against least {least:.0f}, median {mine:.1f} ms against {floor:.3f} ms, least {min(one.mine):.1f} ms"
    return Figure(one.name, one.ratio, f"x {one.unit}", one.limit, seen)


# The whole ------------------------------------------------------------------------------------------------------------


def measure(rounds: int) -> list[Figure]:
    """All figures, in one run."""
    with working_folder() as folder:
        prepare()
        example = write_example(folder / "example.yaml")
        write_big_pack(folder / "small", 100)
        write_big_pack(folder / "large", 550)
        commands, empty_ms = measure_commands(rounds, example)
        small, large = load_pack(folder / "small"), load_pack(folder / "large")
        return [
            *commands,
            *measure_validation(rounds, folder),
            measure_reading(rounds * 2),
            *measure_rendering(rounds, example),
            measure_waits("key to next question, p99, 50 answers", small, 50, rounds * 40, 30.0, folder),
            measure_waits("key to next question, p99, 500 answers", large, 500, rounds * 20, 100.0, folder),
            *measure_work(rounds, empty_ms, example, large),
            *measure_many(max(1, rounds // 10), example, folder),
            *map(scoring_figure, measure_scoring(rounds, load_pack(ROOT), read_assessment(example)[1])),
            scoring_figure(measure_growth(rounds, folder)),
            Figure(EMPTY, empty_ms, "ms", None, "median; the unit of the ratios"),
        ]


@contextmanager
def working_folder() -> Iterator[Path]:
    """A folder on the disk of this checkout: the one for temporary files may lie in memory, where saving is free."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="bench-") as folder:
        yield Path(folder)


def prepare() -> None:
    """Prepare and compile what an installation has prepared and compiled too."""
    subprocess.run([sys.executable, str(ROOT / "hatch_build.py")], check=True)
    compileall.compile_dir(ROOT / "build" / "prepared", quiet=2)
    compileall.compile_dir(Path(mhscan.__path__[0]), quiet=2)
    compileall.compile_dir(Path(yaml.__file__).parents[1], quiet=2)


def write_example(path: Path) -> Path:
    """The example, as `mhscan demo` writes it."""
    pack = load_pack(ROOT)
    _document, example = read_assessment(ROOT / "factors" / "scenarios" / "example.yaml")
    made_with = PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256)
    path.write_text(Writer().text(example.model_copy(update={"pack": made_with})), encoding="utf-8")
    return path


def table(figures: list[Figure]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| Figure | Measured | Limit | Seen beside it |", "|---|---|---|---|"]
    for one in figures:
        limit = "" if one.limit is None else f"{one.limit:g}{' **missed**' if one.missed else ''}"
        lines.append(f"| {one.name} | {one.value:.{2 if one.value < 3 else 1}f} {one.unit} | {limit} | {one.seen} |")
    return "\n".join(lines) + "\n"


def circumstances(rounds: int) -> str:
    """On what, and when, it was measured."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"Measured on {dt.datetime.now(dt.UTC).date()}: {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} (1, 5, 15 min), {rounds} rounds.\n"
    )


def write_readme(text: str) -> None:
    """Put the results between the marks of the README."""
    before, _mark, rest = README.read_text(encoding="utf-8").partition(START)
    _old, _mark, after = rest.partition(END)
    README.write_text(f"{before}{START}\n\n{text}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Measure, print, and write or judge where that is asked for."""
    parser = argparse.ArgumentParser(description="Measures the figures of bench/README.md.")
    parser.add_argument("--rounds", type=int, default=30, help="how often each thing is measured (30)")
    parser.add_argument("--write", action="store_true", help="write the results into bench/README.md")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a limit is missed")
    given = parser.parse_args()
    for program in ("mhscan", "check-jsonschema"):
        if not Path(sys.executable).with_name(program).exists():
            raise SystemExit(f"Install {program} first: make bench does.")
    language.use("en")
    # As the program itself has it, see `mhscan.__main__`.
    gc.set_threshold(100_000)
    figures = measure(given.rounds)
    text = f"{circumstances(given.rounds)}\n{table(figures)}"
    print(text)
    if given.write:
        write_readme(text)
    missed = [one.name for one in figures if one.missed]
    if missed:
        print(f"Missed: {', '.join(missed)}.")
    return 1 if missed and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
