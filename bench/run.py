"""Measures the figures of bench/README.md; see there for what each of them is and why they are ratios.

python bench/run.py [--rounds N] [--write] [--check]
"""

from __future__ import annotations

import argparse
import compileall
import datetime as dt
import gc
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
sys.path.insert(0, str(Path(__file__).resolve().parent))

import yaml
from big_pack import write_big_pack

from mhscan import language
from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.reading import read_assessment
from mhscan.answers.store import new_store
from mhscan.answers.writing import Writer
from mhscan.checks.validate import load_pack
from mhscan.interview.dialog import Dialog, Ending
from mhscan.interview.engine import Interview
from mhscan.interview.face import Card, EndOfInput, Key, Row
from mhscan.loading.files import read_document
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view
from mhscan.ui.scores import scores_text

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "bench" / "README.md"
START, END = "<!-- results: start -->", "<!-- results: end -->"
BASE = "python -c pass"


@dataclass(frozen=True)
class Row:
    """A line of the table: a figure with its unit, the limit it has to stay under, and what else was seen."""

    name: str
    value: float
    unit: str
    limit: float | None
    seen: str

    @property
    def missed(self) -> bool:
        return self.limit is not None and self.value > self.limit


# Whole processes ---------------------------------------------------------------------------------------------------------


def spawned(command: list[str], quiet: int) -> tuple[float, float]:
    """The seconds that a command takes, and those of the processor."""
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _process, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if status:
        raise SystemExit(f"{' '.join(command)}: failed with {os.waitstatus_to_exitcode(status)}")
    return wall, used.ru_utime + used.ru_stime


def measure_commands(rounds: int, example: Path) -> tuple[list[Row], float]:
    """The commands against an empty Python, each once a round; also the median of the empty Python in ms."""
    program = str(Path(sys.executable).with_name("mhscan"))
    commands = {
        BASE: ([sys.executable, "-c", "pass"], None),
        "mhscan --version": ([program, "--version"], 2.5),
        "mhscan --help": ([program, "--help"], 10.0),
        "mhscan score, of the example": ([program, "score", str(example)], 25.0),
        "mhscan score --format json, idem": ([program, "score", str(example), "--format", "json"], 25.0),
        "mhscan validate, of the pack": ([program, "validate", str(ROOT)], None),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with Path(os.devnull).open("wb") as nowhere:
        for warm in range(-2, rounds):
            for name, (command, _limit) in commands.items():
                taken = spawned(command, nowhere.fileno())
                if warm >= 0:
                    times[name].append(taken)
    base_wall = [wall for wall, _cpu in times[BASE]]
    rows = [
        _command_row(name, limit, times[name], times[BASE]) for name, (_c, limit) in commands.items() if name != BASE
    ]
    return rows, statistics.median(base_wall) * 1000


def _command_row(
    name: str, limit: float | None, mine: list[tuple[float, float]], base: list[tuple[float, float]]
) -> Row:
    def ratio(which: int) -> float:
        return statistics.median(one[which] / floor[which] for one, floor in zip(mine, base, strict=True))

    least = min(mine)[0] / min(base)[0]
    wall = statistics.median(one for one, _cpu in mine) * 1000
    seen = f"least against least {least:.1f}; processor time {ratio(1):.1f}; median {wall:.0f} ms"
    return Row(name, ratio(0), f"x `{BASE}`", limit, seen)


# Inside one process ------------------------------------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, with no rubbish of an earlier one to clear away."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def measure_reading(rounds: int) -> Row:
    """All files of the shipped pack to data with places, against what PyYAML's C loader takes for their bytes."""
    folders = (ROOT / "factors", ROOT / "factors" / "sources", ROOT / "questionnaires")
    files = sorted(file for folder in folders for file in folder.glob("*.yaml"))
    raw = [file.read_bytes() for file in files]
    ours: list[float] = []
    theirs: list[float] = []
    for _round in range(rounds):
        ours.append(seconds(lambda: [read_document(file) for file in files]))
        theirs.append(seconds(lambda: [yaml.load(one, Loader=yaml.CSafeLoader) for one in raw]))
    ratio = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
    seen = (
        f"least against least {min(ours) / min(theirs):.2f}; median {statistics.median(ours) * 1000:.1f} ms against "
        f"{statistics.median(theirs) * 1000:.1f} ms; {len(files)} files, {sum(map(len, raw)) // 1000} kB"
    )
    return Row("reading the default pack, with places", ratio, "x CSafeLoader", 1.0, seen)


def measure_work(rounds: int, base_ms: float, example: Path, big: Path) -> list[Row]:
    """The parts of scoring and reporting, each in the time that an empty Python takes."""
    pack, large = load_pack(ROOT), load_pack(big)
    _document, answers = read_assessment(example)
    many = filled(large, len(large.places))
    result, much = evaluate(pack, answers), evaluate(large, many)
    works: dict[str, Callable[[], object]] = {
        "load the default pack, checks too": lambda: load_pack(ROOT),
        "load the default pack, checked before": lambda: load_pack(ROOT, pack.sha256),
        "scores with bands, rules and actions, of the example": lambda: evaluate(pack, answers),
        f"idem, of {len(large.places)} indicators": lambda: evaluate(large, many),
        "view of the report, of the example": lambda: build_view(result, "internal"),
        f"idem, of {len(large.places)} indicators": lambda: build_view(much, "internal"),
        "scores as text, of the example": lambda: scores_text(result),
    }
    names = list(works)
    times: dict[str, list[float]] = {name: [] for name in names}
    for _round in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work) * 1000)
    rows = []
    for name in names:
        median = statistics.median(times[name])
        seen = f"median {median:.1f} ms, least {min(times[name]):.1f} ms"
        rows.append(Row(name, median / base_ms, f"x `{BASE}`", None, seen))
    return rows


# From key to next question -----------------------------------------------------------------------------------------------


class Script:
    """A face that answers each question at once, and notes how long the next one took to come."""

    def __init__(self, wanted: int) -> None:
        self.waits: list[float] = []
        self._wanted = wanted
        self._delivered = 0.0
        self._card: Card | None = None

    def card(self, card: Card) -> None:
        self._card = card

    def keys(self, keys: tuple[Key, ...]) -> None:
        raise SystemExit(f"an answer was not taken: {self._card}")

    def rows(self, title: str, rows: list[Row]) -> None:
        raise EndOfInput

    def say(self, text: str) -> None:
        raise EndOfInput

    def saved(self, text: str) -> None:
        pass

    def wrong(self, text: str) -> None:
        raise SystemExit(text)

    def ask(self, prompt: str) -> str:
        if self._delivered:
            self.waits.append((time.perf_counter() - self._delivered) * 1000)
        if len(self.waits) >= self._wanted:
            raise EndOfInput
        line = self._line()
        self._delivered = time.perf_counter()
        return line

    def _line(self) -> str:
        if self._card is None or not self._card.choices:
            return ":s"
        return self._card.choices[min(1, len(self._card.choices) - 1)].key


def filled(pack: Pack, count: int) -> Assessment:
    """An assessment in which so many indicators have an answer."""
    keys = list(pack.places)[:count]
    level = {key: pack.places[key].indicator.levels[-2] for key in keys}
    return Assessment(
        schema_="mhscan/assessment@1",
        id="bench",
        subject={"name": "Bench"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=pack.questionnaires[0].id,
        respondent=Respondent(id="bench"),
        answers={key: Answer(state="answered", value=one.level, said=one.text) for key, one in level.items()},
    )


def measure_dialog(name: str, pack: Pack, have: int, wanted: int, limit: float, folder: Path) -> Row:
    """The 99th percentile from a line to the next question, once so many answers are there."""
    waits: list[float] = []
    while len(waits) < wanted:
        waits += _waits(pack, have, folder / f"{have}-{len(waits)}.yaml", wanted - len(waits))
    waits.sort()
    worst = waits[min(len(waits) - 1, len(waits) * 99 // 100)]
    seen = f"median {statistics.median(waits):.1f} ms, most {waits[-1]:.1f} ms; {len(waits)} answers"
    return Row(name, worst, "ms", limit, seen)


def _waits(pack: Pack, have: int, path: Path, wanted: int) -> list[float]:
    face = Script(wanted)
    with new_store(path, filled(pack, have)) as store:
        ending = Dialog(Interview(pack, pack.questionnaires[0]), store, face, lambda: "2026-05-01T10:00:00+02:00").run()
    if ending is not Ending.NO_MORE_INPUT or not face.waits:
        raise SystemExit("the interview did not go as the bench expects")
    return face.waits


# The whole ---------------------------------------------------------------------------------------------------------------


@contextmanager
def working_folder() -> Iterator[Path]:
    """A folder on the disk of this checkout: a folder for temporary files may lie in memory, where saving is free."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="bench-") as folder:
        yield Path(folder)


def measure(rounds: int) -> list[Row]:
    """All figures."""
    with working_folder() as folder:
        compile_all()
        example = write_example(folder / "example.yaml")
        small, big = folder / "small", folder / "big"
        write_big_pack(small, 100)
        write_big_pack(big, 550)
        commands, base_ms = measure_commands(rounds, example)
        few, many = load_pack(small), load_pack(big)
        return [
            *commands,
            measure_reading(rounds * 2),
            measure_dialog("key to next question, 50 answers, p99", few, 50, rounds * 20, 30.0, folder),
            measure_dialog("key to next question, 500 answers, p99", many, 500, rounds * 10, 100.0, folder),
            *measure_work(max(5, rounds // 3), base_ms, example, big),
            Row(BASE, base_ms, "ms", None, "median of the same rounds; the unit of the ratios"),
        ]


def compile_all() -> None:
    """Compile what an installation has compiled too."""
    import mhscan

    compileall.compile_dir(Path(mhscan.__file__).parent, quiet=2)
    compileall.compile_dir(Path(yaml.__file__).parents[1], quiet=2)


def write_example(path: Path) -> Path:
    """The example, as `mhscan demo` writes it."""
    pack = load_pack(ROOT)
    _document, example = read_assessment(ROOT / "factors" / "scenarios" / "example.yaml")
    made_with = PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256)
    path.write_text(Writer().text(example.model_copy(update={"pack": made_with})), encoding="utf-8")
    return path


def table(rows: list[Row]) -> str:
    """The figures as a table in Markdown."""
    lines = ["| Figure | Measured | Limit | Seen beside it |", "|---|---|---|---|"]
    for row in rows:
        digits = 2 if row.value < 3 else 1
        limit = "" if row.limit is None else f"{row.limit:g}{' **missed**' if row.missed else ''}"
        lines.append(f"| {row.name} | {row.value:.{digits}f} {row.unit} | {limit} | {row.seen} |")
    return "\n".join(lines) + "\n"


def circumstances(rounds: int) -> str:
    """On what, and when, it was measured."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"Measured on {dt.datetime.now(dt.UTC).date()}: {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} (1, 5 and 15 minutes), "
        f"{rounds} rounds.\n"
    )


def write_readme(text: str) -> None:
    """Put the results between the marks of the README."""
    before, _mark, rest = README.read_text(encoding="utf-8").partition(START)
    _old, _mark, after = rest.partition(END)
    README.write_text(f"{before}{START}\n\n{text}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Measure, print, and write or judge if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(";")[0])
    parser.add_argument("--rounds", type=int, default=30, help="how often each thing is measured (30)")
    parser.add_argument("--write", action="store_true", help="write the results into bench/README.md")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a limit is missed")
    given = parser.parse_args()
    language.use("en")
    rows = measure(given.rounds)
    text = f"{circumstances(given.rounds)}\n{table(rows)}"
    print(text)
    if given.write:
        write_readme(text)
    missed = [row.name for row in rows if row.missed]
    if missed:
        print(f"Missed: {'; '.join(missed)}.")
    return 1 if missed and given.check else 0


if __name__ == "__main__":
    if shutil.which("mhscan", path=str(Path(sys.executable).parent)) is None:
        raise SystemExit("Install mhscan first: make bench")
    sys.exit(main())
