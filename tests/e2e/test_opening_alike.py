"""Every command finds the same in a scan: which pack goes with it, whether it can be used, and what has to be known."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mhscan.answers import reading
from mhscan.answers.archive import archive_of, keep_pack
from mhscan.answers.model import Answer, Assessment, Finished, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.answers.writing import Writer
from mhscan.cli.boundary import run
from mhscan.integrity.packs import load_pack

PACKS = Path(__file__).resolve().parents[1] / "packs"
OLD, NEW = PACKS / "orchard" / "1.0.0", PACKS / "orchard" / "2.0.0"

LOOKING: dict[str, tuple[str, ...]] = {
    "score": ("score", "FILE"),
    "score as data": ("score", "FILE", "--format", "json"),
    "report": ("report", "FILE"),
    "report to a file": ("report", "FILE", "-o", "one.html"),
    "report to a folder": ("report", "FILE", "-o", "into"),
    "report of many": ("report", "many", "-o", "out"),
    "compare": ("compare", "FILE", "again.yaml"),
    "plan": ("plan", "FILE"),
    "plan as a document": ("plan", "FILE", "--format", "html"),
    "what-if": ("what-if", "FILE", "trees.pruning=1"),
    "target": ("target", "FILE"),
    "explain": ("explain", "FILE", "trees"),
}
"""What looks at a scan, whatever its version is."""
WRITING: dict[str, tuple[str, ...]] = {
    "set": ("set", "FILE", "trees.pruning=1"),
    "assess": ("assess", "FILE"),
    "finish": ("finish", "FILE"),
}
"""What changes a scan."""
OWN = ("plan", "plan as a document", "what-if", "target", "explain")
"""What shows nothing but scores and actions, so that it can do nothing with the answers of a partner."""

MANY = ("report of many", "report to a folder")


@dataclass(frozen=True)
class Kind:
    """A scan, what every command that looks at it has to say of it (of many at once, `of_many`), and its exit code.

    `writing` is the exit code of what would change it; the rest of what is said of it then is its own.
    """

    name: str
    make: Callable[[], Path]
    code: int
    said: str
    writing: int
    pack: Path | None = None
    partner: bool = False
    of_many: str = ""


def written(name: str, pack: Path, questionnaire: str, value: int = 1, **more: object) -> Path:
    """A scan made with a pack."""
    made = pack_ref(load_pack(pack))
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Eden"},
        date="2026-05-01",
        questionnaire=questionnaire,
        respondent=Respondent(id="2"),
        answers={"trees.pruning": Answer(state="answered", value=value)},
        **{"pack": made, **more},
    )
    path = Path(name)
    path.write_text(Writer().text(assessment), encoding="utf-8")
    return path


def closed() -> Path:
    path = written("scan.yaml", OLD, "all", status="final", finished=Finished(date="2026-06-01"))
    keep_pack(OLD, archive_of(path), load_pack(OLD).sha256)
    return path


def changed() -> Path:
    path = closed()
    model = archive_of(path) / "factors" / "model.yaml"
    model.write_text(model.read_text().replace("score: 50", "score: 95"), encoding="utf-8")
    return path


def alone() -> Path:
    path = closed()
    shutil.rmtree(archive_of(path))
    return path


def harmless() -> Path:
    path = closed()
    (archive_of(path) / "templates").mkdir()
    (archive_of(path) / "templates" / "mine.md.j2").touch()
    return path


def broken() -> Path:
    path = written("scan.yaml", NEW, "whole")
    path.write_text(path.read_text().replace("date:", "dat:"), encoding="utf-8")
    return path


PARTNER = Path("partner")
CARRIED = "of an older version; they are carried over."
KINDS = (
    Kind("own", lambda: written("scan.yaml", NEW, "whole"), 0, "", 0, NEW),
    Kind("kept", closed, 0, "", 3),
    Kind("kept, and changed", changed, 3, "is not the one any more with which", 3),
    Kind("kept, and changed elsewhere", harmless, 0, "templates/mine.md.j2. The scores stay the same.", 3),
    Kind("kept, and gone", alone, 3, "is closed, and the pack it was closed with (orchard 1.0.0) is not", 3),
    Kind("older", lambda: written("scan.yaml", OLD, "all"), 0, "are carried over to 2.0.0", -1, NEW, of_many=CARRIED),
    Kind("newer", lambda: written("scan.yaml", NEW, "whole"), 3, "version 2.0.0; this is the older version", 3, OLD),
    Kind("another pack", lambda: written("scan.yaml", NEW, "whole"), 3, "with pack 'orchard', not with 'mensen", 3),
    Kind("broken", broken, 3, "cannot be used: there is 1 error in it", 3, NEW),
    Kind("wrong", lambda: written("scan.yaml", NEW, "whole", value=77), 3, "cannot be used: there is 1 error", 3, NEW),
    Kind("a partner", lambda: written("scan.yaml", PARTNER, "visitor"), 0, "", 0, None, partner=True),
    Kind("not there", lambda: Path("scan.yaml"), 3, "cannot be used: there is 1 error in it", 3, NEW),
)


@pytest.fixture
def told(monkeypatch, tmp_path, capsys):
    """Runs a command on a kind of scan: its exit code and what it told."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MHSCAN_LANG", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777629600")
    monkeypatch.setattr("sys.stdin.readline", lambda: "", raising=False)

    def call(words: tuple[str, ...], kind: Kind) -> tuple[int, str]:
        partner_pack()
        Path("into").mkdir()
        Path("many").mkdir()
        path = kind.make()
        if path.exists():
            shutil.copyfile(path, "again.yaml")
        if "many" in words:
            words = spread(words, path)
        given = [str(path) if one == "FILE" else one for one in words]
        pack = PARTNER if kind.partner else kind.pack
        code = run([*given, *(("--pack", str(pack)) if pack else ())])
        return code, " ".join(capsys.readouterr().err.split())

    return call


def spread(words: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """The same scan many times, with the pack that was kept with it: enough for other processes to take part."""
    names = [Path("many", f"{n}.yaml") for n in range(8)]
    for name in names:
        if path.exists():
            shutil.copyfile(path, name)
        if archive_of(path).exists():
            shutil.copytree(archive_of(path), archive_of(name))
    return tuple(one for word in words for one in (map(str, names) if word == "many" else (word,)))


def partner_pack() -> None:
    """A pack with a questionnaire for a partner."""
    shutil.copytree(NEW, PARTNER)
    file = PARTNER / "questionnaires" / "visitor.yaml"
    text = (NEW / "questionnaires" / "quick.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("id: quick", "id: visitor\nperspective: partner"), encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.name)
@pytest.mark.parametrize("command", LOOKING)
def test_every_command_that_looks_finds_the_same(told, command, kind):
    code, said = told(LOOKING[command], kind)
    wanted = 3 if kind.partner and command in OWN else kind.code
    if command in MANY and wanted == 3:
        # Some of the files went wrong, says the exit code; what is said of each is the same.
        wanted = 1
    assert code == wanted, said
    assert ((command in MANY and kind.of_many) or kind.said) in said, said
    assert (said.count("Used: ") == 1) is (code == 0), said


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.name)
@pytest.mark.parametrize("command", WRITING)
def test_every_command_that_writes_takes_and_refuses_the_same(told, command, kind):
    if kind.name == "not there" and command == "assess":
        return  # It makes a new one.
    code, said = told(WRITING[command], kind)
    if kind.writing == -1:
        # Answers of an older version are carried over first: `assess` does so itself, the others say how.
        assert (code, "version 2.0.0" in said or "mhscan migrate" in said) == (0 if command == "assess" else 3, True)
        return
    assert code == kind.writing, said
    if code == 3 and kind.code == 3 and kind.name != "kept, and changed":
        assert kind.said in said, said
    assert (said.count("Used: ") == 1) is (code == 0), said


def test_no_document_is_left_of_a_scan_that_is_refused(told):
    kind = next(one for one in KINDS if one.name == "kept, and changed")
    told(LOOKING["report of many"], kind)
    assert list(Path("out").iterdir()) == []


@pytest.mark.parametrize("name", ["newer", "another pack", "broken", "not there"])
def test_answers_that_cannot_be_looked_at_cannot_be_carried_over_either(told, name):
    kind = next(one for one in KINDS if one.name == name)
    code, said = told(("migrate", "FILE"), kind)
    assert (code, kind.said in said) == (3, True), said


@pytest.mark.parametrize("command", [*LOOKING.values(), *WRITING.values(), ("validate", "FILE")], ids=" ".join)
def test_a_file_is_read_once_and_once_more_where_it_is_locked(told, monkeypatch, command):
    read = []
    real = reading.read_document

    def counted(path, *more):
        read.append(Path(path).name)
        return real(path, *more)

    monkeypatch.setattr(reading, "read_document", counted)
    assert told(command, KINDS[0])[0] == 0
    assert read.count("scan.yaml") == (2 if command in WRITING.values() else 0 if "many" in command else 1), read
