"""A real browser and the pages to look at; on a machine without one these tests are left out, unless a proof is due."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence, PackRef, Respondent
from mhscan.answers.reading import read_assessment
from mhscan.batch.index import index_page
from mhscan.batch.job import JobResult
from mhscan.integrity.packs import load_pack
from mhscan.language import speaking
from mhscan.lint.scenarios import as_assessment, read_scenarios
from mhscan.pack.pack import Pack, Place
from mhscan.pack.questionnaire import Questionnaire
from mhscan.plans.model import Plan
from mhscan.plans.reading import pack_actions
from mhscan.plans.store import plan_text
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_view
from mhscan.reports.comparison.build import comparison_document, comparison_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import render
from mhscan.reports.parts.progress import progress
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.style.house_style import house_style
from mhscan.reports.views.report import ReportView
from mhscan.reports.views.style import PLAIN, StyleView
from mhscan.reports.views.words import BlockView, LineView, SpanView, WordsView
from mhscan.trend.compare import compare
from mhscan.trend.scans import Given

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "tests" / "packs" / "harbour"
AUDIENCES = ("public", "internal")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)
CONTEXT = {
    "yesno": True,
    "number": 2,
    "date": "2026-09-01",
    "text": "PLANTED-TEXT",
}


STYLE = """schema: mhscan/style@1
sender: Gemeente Voorbeeldstad
address: [Postbus 1, 1234 AB Voorbeeldstad]
logo: {file: logo.svg, text: Gemeente Voorbeeldstad}
colours: {main: '#154273', accent: '#01689b'}
fonts: {text: Verdana, headings: Georgia}
"""


@dataclass(frozen=True)
class Page:
    """A page on disk, with the pack's language and what is in the answers that the public may not see."""

    path: Path
    language: str
    internal: bool

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def needs() -> Callable[[bool, str], None]:
    """Leaves a test out if something is not there; fails it where a proof is due."""

    def needed(there: bool, what: str) -> None:
        if there:
            return
        message = f"{what} is not installed"
        if os.environ.get("MHSCAN_PROOF"):
            pytest.fail(message)
        pytest.skip(message)

    return needed


@pytest.fixture(scope="session")
def browser(needs: Callable[[bool, str], None]) -> Iterator[Any]:
    """A real Chromium."""
    chromium = shutil.which("chromium")
    needs(chromium is not None, "chromium")
    sync_api = _imported("playwright.sync_api", needs)
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


def _imported(name: str, needs: Callable[[bool, str], None]) -> Any:
    import importlib
    import importlib.util

    top = name.split(".", maxsplit=1)[0]
    needs(importlib.util.find_spec(top) is not None, top)
    return importlib.import_module(name)


@pytest.fixture(scope="session")
def axe(needs: Callable[[bool, str], None]) -> str:
    """The rules of axe, as a script."""
    package = _imported("axe_playwright_python", needs)
    return resources.files(package).joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def html5lib(needs: Callable[[bool, str], None]) -> Any:
    """The parser of the HTML standard."""
    return _imported("html5lib", needs)


@pytest.fixture(scope="session")
def pdf_text(needs: Callable[[bool, str], None]) -> Callable[[Path], list[str]]:
    """Gives the text of each page of a PDF."""
    program = shutil.which("pdftotext")
    needs(program is not None and shutil.which("pdftoppm") is not None, "poppler-utils")

    def text(path: Path) -> list[str]:
        done = subprocess.run([str(program), "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
        return done.stdout.decode().removesuffix("\f").split("\f")

    return text


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Each report for each audience, such as `example-public`; the plan, the list of many, and blank questionnaires."""
    folder = tmp_path_factory.mktemp("pages")
    made = _demo(folder / "demo")
    dutch, english = load_pack(ROOT), load_pack(HARBOUR)
    own, partner = _perspective(dutch, "own"), _perspective(dutch, "partner")
    full, visitor = _perspective(english, "own"), _perspective(english, "partner")
    given = {
        "empty": (ROOT, _assessment(dutch, own, {})),
        "unknown": (ROOT, _assessment(dutch, own, _unknown(own))),
        "complete": (ROOT, _assessment(dutch, own, _answers(dutch, own, highest=True))),
        "partner": (ROOT, _assessment(dutch, partner, _answers(dutch, partner, highest=False))),
        "harbour": (HARBOUR, _assessment(english, full, _answers(english, full, highest=False))),
        "harbour-visitor": (HARBOUR, _assessment(english, visitor, _answers(english, visitor, highest=False))),
    }
    for name, (pack_folder, assessment) in given.items():
        result = evaluate(dutch if pack_folder is ROOT else english, assessment)
        for audience in AUDIENCES:
            view = build_view(result, audience)
            path = folder / f"{name}-{audience}.html"
            path.write_text(_html(pack_folder, view), encoding="utf-8")
            made[path.stem] = Page(path, view.language, view.internal)
    made |= _comparisons(folder, dutch)
    for name, text in _documents(folder, dutch, english).items():
        made[name] = Page(folder / f"{name}.html", "en" if name.startswith("harbour") else "nl", internal=False)
        made[name].path.write_text(text, encoding="utf-8")
    made |= _plans(folder / "demo")
    made |= _blank(folder, {"questions": (dutch, own), "questions-partner": (english, visitor)})
    return made | _indexes(folder)


def _blank(folder: Path, wanted: dict[str, tuple[Pack, Questionnaire]]) -> dict[str, Page]:
    """Blank questionnaires, and the first also in a house style."""
    texts = {}
    for name, (pack, questionnaire) in wanted.items():
        where = ROOT if name == "questions" else HARBOUR
        view = blank_view(pack, questionnaire)
        texts[name] = (view.language, _html(where, view, "vragenlijst"))
        if name == "questions":
            look = house_style(folder / "style.yaml")
            texts["questions-styled"] = (view.language, _html(where, view, "vragenlijst", look))
    made = {name: Page(folder / f"{name}.html", language, internal=False) for name, (language, _text) in texts.items()}
    for name, page in made.items():
        page.path.write_text(texts[name][1], encoding="utf-8")
    return made


def _plans(folder: Path) -> dict[str, Page]:
    """The plan of the example, with targets and with actions in each state, as the command writes it."""
    scan = next(folder.glob("*.yaml"))
    states = ("todo", "doing", "done", "dropped")
    actions = {
        key: {"status": states[n % 4], "owner": "wethouder", "due": "2026-12-31", "note": "PLANTED-NOTE"}
        for n, key in enumerate(pack_actions(load_pack(ROOT)))
    }
    actions["gone.away"] = {"title": "<b>Gone</b>", "status": "dropped", "note": "PLANTED-NOTE"}
    _document, assessment = read_assessment(scan)
    head = {"schema": "mhscan/plan@1", "subject": {"name": assessment.name}, "pack": assessment.pack.id}
    targets = {one.id: {"level": 3, "by": "2027-12-31"} for one in load_pack(ROOT).factors[:3]}
    plan = Plan.model_validate({**head, "targets": targets, "actions": actions})
    file = folder / "kept.yaml"
    file.write_text(plan_text(plan), encoding="utf-8")
    made = {}
    for audience in AUDIENCES:
        path = folder / f"plan-{audience}.html"
        _run("plan", scan, "--plan", file, "--format", "html", "--audience", audience, "--output", path)
        made[path.stem] = Page(path, "nl", audience == "internal")
    return made


def _indexes(folder: Path) -> dict[str, Page]:
    """The page that lists what was made of many files, long enough for several sheets; some names are hard ones."""
    names = ["'s-Gravenhage", "Ålesund <b>& Zonen</b>", "Sint-Michielsgestel" * 6, *("Testhaven" for _n in range(60))]
    outcomes = [
        JobResult(folder / f"scan {n}.yaml", "made", folder / f"scan {n}.html", name, "2026-05-01")
        for n, name in enumerate(names)
    ]
    made = {}
    for audience in AUDIENCES:
        path = folder / f"index-{audience}.html"
        with speaking("nl"):
            page = index_page(TemplateFolders(ROOT), "Adviesrapport", outcomes, audience == "internal")
        path.write_text(page, encoding="utf-8")
        made[path.stem] = Page(path, "nl", audience == "internal")
    return made


def _documents(folder: Path, dutch: Pack, english: Pack) -> dict[str, str]:
    """Each paper of an uneven and of an empty scan, in Dutch and in English, and a report with all that it can hold."""
    scenarios = {one.id: one for one in read_scenarios(ROOT).scenarios}
    after = as_assessment(dutch, scenarios["wethouder-en-zaak"])
    before = as_assessment(dutch, scenarios["niets-nog"]).model_copy(update={"date": "2025-05-01"})
    changed = progress(compare(dutch, [Given("before", before, dutch), Given("after", after, dutch)]))
    uneven = evaluate(dutch, after)
    empty = evaluate(dutch, _assessment(dutch, _perspective(dutch, "own"), {}))
    harbour = _perspective(english, "own")
    other = evaluate(english, _assessment(english, harbour, _answers(english, harbour, highest=False)))
    papers = [name for name, one in registry(TemplateFolders(ROOT)).entries.items() if one.needs == "scores"]
    made = {
        f"{name}-{paper}": _html(ROOT, build_view(one), paper)
        for name, one in (("uneven", uneven), ("empty", empty))
        for paper in papers
    }
    made |= {f"harbour-{paper}": _html(HARBOUR, build_view(other), paper) for paper in papers}
    return made | {"full": _full(folder, replace(build_view(uneven), progress=changed))}


def _full(folder: Path, view: ReportView) -> str:
    """A report with a house style, a logo, a wheel, a comparison and words of the adviser."""
    (folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"/>', encoding="utf-8"
    )
    (folder / "style.yaml").write_text(STYLE, encoding="utf-8")
    own = folder / "own"
    own.mkdir()
    listed = (ROOT / "templates" / "documents.yaml").read_text(encoding="utf-8")
    with_wheel = listed.replace(
        "      - {id: progress,", "      - {id: radar, title: Het wiel}\n      - {id: progress,"
    )
    (own / "documents.yaml").write_text(with_wheel, encoding="utf-8")
    words = (_block("paragraphs", "Onze woorden."), _block("list", "een", "twee"))
    about = WordsView({"adviesrapport": words}, {one.id: words for one in view.factors})
    folders = TemplateFolders(ROOT, own)
    shown = registry(folders).view("adviesrapport", "nl")
    return render(folders, replace(view, words=about), shown, "html", house_style(folder / "style.yaml"))


def _block(kind: Literal["paragraphs", "list"], *texts: str) -> BlockView:
    """A block of plain lines."""
    return BlockView(kind, texts, tuple(LineView((SpanView("text", text),)) for text in texts))


def _html(pack: Path, view: Any, document: str = "", style: StyleView = PLAIN) -> str:
    """A view as a document in HTML."""
    folders = TemplateFolders(pack)
    known = registry(folders)
    return render(folders, view, known.view(document or known.default, view.language), "html", style)


def _comparisons(folder: Path, pack: Pack) -> dict[str, Page]:
    """What changed over three years, with a plan."""
    own = _perspective(pack, "own")
    by_year = (_answers(pack, own, highest=False), _unknown(own), _answers(pack, own, highest=True))
    given = [
        Given(str(n), _assessment(pack, own, one).model_copy(update={"date": f"202{n}-05-01"}), pack)
        for n, one in enumerate(by_year, 4)
    ]
    actions = {key: {"status": "done", "note": "PLANTED-NOTE"} for key in list(pack_actions(pack))[:5]}
    actions["gone.away"] = {"title": "<b>Gone</b>", "status": "dropped", "note": "PLANTED-NOTE"}
    head = {"schema": "mhscan/plan@1", "subject": {"name": "Testhaven"}, "pack": pack.model.id}
    plan = Plan.model_validate({**head, "actions": actions})
    made = {}
    for audience in AUDIENCES:
        view = comparison_view(compare(pack, given), plan, audience)
        path = folder / f"comparison-{audience}.html"
        path.write_text(render(TemplateFolders(ROOT), view, comparison_document(view), "html"), encoding="utf-8")
        made[path.stem] = Page(path, view.language, view.internal)
    return made


def _run(*arguments: object) -> None:
    """The program, as somebody would run it."""
    command = [sys.executable, "-m", "mhscan", "--lang", "en", *(str(one) for one in arguments)]
    subprocess.run(command, check=True, capture_output=True)


def _demo(folder: Path) -> dict[str, Page]:
    """The reports of the example, as the command writes them."""
    _run("demo", folder)
    public, internal = folder / "report.html", folder / "report-internal.html"
    return {
        "example-public": Page(public, "nl", internal=False),
        "example-internal": Page(internal, "nl", internal=True),
    }


def _perspective(pack: Pack, wanted: str) -> Questionnaire:
    """The longest questionnaire from a perspective."""
    return max((one for one in pack.questionnaires if one.perspective == wanted), key=lambda one: len(one.asks()))


def _assessment(pack: Pack, questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Assessment:
    return Assessment(
        schema_="mhscan/assessment@1",
        id="proof",
        subject={"name": "Testhaven <b>& Zonen</b>"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=questionnaire.id,
        respondent=Respondent(id="PLANTED-RESPONDENT"),
        answers=dict(answers),
    )


def _unknown(questionnaire: Questionnaire) -> dict[str, Answer]:
    return {key: Answer(state="unknown") for key in questionnaire.asks()}


def _answers(pack: Pack, questionnaire: Questionnaire, *, highest: bool) -> dict[str, Answer]:
    """An answer to each question, with something beside each that the public may not see."""
    return {
        key: _level(pack, pack.places[key], n, highest) if key in pack.places else _context(pack, key)
        for n, key in enumerate(questionnaire.asks())
    }


def _level(pack: Pack, place: Place, number: int, highest: bool) -> Answer:
    planted = {
        "note": f"PLANTED-NOTE {number} " + "a long note with <script>alert(1)</script> and {{ braces }} " * 3,
        "evidence": (Evidence(title=f"PLANTED-EVIDENCE {number}", date="2025-02-03", place="PLANTED-PLACE"),),
    }
    if number % 7 == 5 and not highest:
        return Answer(state="not_applicable", reason=f"PLANTED-REASON {number}", **planted)
    levels = place.indicator.levels
    chosen = levels[-1 if highest else number % len(levels)]
    carriers = pack.model.carriers
    carried = CarriedBy(kind=carriers[0].id, name="A table of the region") if carriers and number % 5 == 0 else None
    return Answer(state="answered", value=chosen.level, said=chosen.text, carried_by=carried, **planted)


def _context(pack: Pack, key: str) -> Answer:
    question = pack.context[key]
    value: Any = CONTEXT.get(question.type)
    if value is None:
        options = question.choices()
        value = tuple(str(one.value) for one in options) if question.type == "multi" else options[0].value
    return Answer(state="answered", value=value, note="PLANTED-NOTE")
