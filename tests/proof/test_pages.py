"""The pages in a real browser: for everybody, on every screen and on paper, and silent towards the outside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mhscan import language

pytestmark = pytest.mark.proof

REPORTS = ("comparison", "example", "empty", "unknown", "complete", "partner", "harbour", "harbour-visitor", "plan")
PAPERS = (
    "samenvatting",
    "raadsinformatiebrief",
    "collegevoorstel",
    "raadsvoorstel",
    "actieplan",
    "vragen-voor-de-raad",
)
DOCUMENTS = [*(f"{name}-{paper}" for name in ("uneven", "empty", "harbour") for paper in PAPERS), "full"]
LISTS = ("index-public", "index-internal")
BLANK = ("questions", "questions-styled", "questions-partner")
PAGES = [
    *(f"{name}-{audience}" for name in REPORTS for audience in ("public", "internal")),
    *DOCUMENTS,
    *LISTS,
    *BLANK,
]
WIDTHS = (320, 768, 1280)
MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
RUN_AXE = """async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
  return {passed: found.passes.length, violations: found.violations}
}"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def opened(browser: Any, page: Any, width: int = 1280, **settings: Any) -> Iterator[Any]:
    """A page in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
    try:
        tab = context.new_page()
        tab.goto(page.path.as_uri())
        yield tab
    finally:
        context.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(browser: Any, axe: str, pages: Any, name: str, width: int, mode: str) -> None:
    with opened(browser, pages[name], width, **MODES[mode]) as tab:
        tab.evaluate(axe)
        found = tab.evaluate(RUN_AXE, TAGS)
    assert found["passed"] > 10
    assert [
        (one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found["violations"]
    ] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_itself(browser: Any, pages: Any, name: str) -> None:
    asked: list[str] = []
    page = pages[name]
    context = browser.new_context()
    tab = context.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.path.as_uri(), wait_until="networkidle")
    scripts = tab.locator("script, link, img:not([src^='data:image/']), iframe, object, embed, form").count()
    context.close()
    assert [one for one in asked if not one.startswith("data:")] == [page.path.as_uri()]
    assert scripts == 0


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 480, 768, 1280])
def test_nothing_has_to_be_scrolled_sideways(browser: Any, pages: Any, name: str, width: int) -> None:
    with opened(browser, pages[name], width) as tab:
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= tab.evaluate("innerWidth")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_when_a_reader_spreads_the_text(browser: Any, pages: Any, name: str) -> None:
    spread = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    with opened(browser, pages[name], 320) as tab:
        tab.evaluate(
            "css => document.querySelector('style').append(css)", spread + "p { margin-bottom: 2em !important }"
        )
        assert tab.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != "normal"
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= tab.evaluate("innerWidth")


NUMBERED = """all => all.map(one => {
  const range = document.createRange()
  range.selectNodeContents(one.parentElement)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
  return [one.innerText.trim(), getSelection().toString()]
})"""


GAPS = """all => all.map(one => {
  const range = document.createRange(), text = one.nextSibling
  range.setStart(text, text.data.search(/\\S/))
  range.setEnd(text, text.data.search(/\\S/) + 1)
  return range.getBoundingClientRect().left - one.getBoundingClientRect().right
})"""
"""How far each title stands from its number, in pixels."""


@pytest.mark.parametrize("name", ["plan-public", "example-public", "uneven-raadsvoorstel"])
def test_a_number_is_not_glued_to_its_title_when_somebody_copies_it(browser: Any, pages: Any, name: str) -> None:
    with opened(browser, pages[name]) as tab:
        copied = tab.locator(".no:visible").evaluate_all(NUMBERED)
        gaps = tab.locator(":is(h2, h3, h4) > .no").evaluate_all(GAPS)
    assert copied
    assert [words for number, words in copied if not re.match(rf"{re.escape(number)}\s+\S", words)] == []
    assert gaps
    assert min(gaps) >= 4


# The source -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=PAGES)
def source(request: pytest.FixtureRequest, html5lib: Any, pages: Any) -> tuple[Any, Any]:
    """A page, and its elements as a strict parser of HTML sees them; it stops at the first error."""
    page = pages[request.param]
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return page, parser.parse(page.text)


def test_the_language_is_that_of_the_pack(source: tuple[Any, Any]) -> None:
    page, root = source
    assert root.get("lang") == page.language


def test_each_id_stands_once_and_each_reference_has_its_target(source: tuple[Any, Any]) -> None:
    page, root = source
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    wanted = {word for one in root.iter() for word in (one.get("aria-labelledby") or "").split()}
    wanted |= {href[1:] for one in root.iter("a") if (href := one.get("href")).startswith("#")}
    assert ids or page.path.stem in LISTS
    assert sorted(ids) == sorted(set(ids))
    assert wanted <= set(ids)


def test_headings_start_with_one_and_skip_no_level(source: tuple[Any, Any]) -> None:
    _page, root = source
    levels = [int(one.tag[1]) for one in root.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_each_drawing_is_told_in_words_or_is_decoration(source: tuple[Any, Any]) -> None:
    page, root = source
    drawings = [one for one in root.iter() if str(one.tag).endswith("svg") and one.get("aria-hidden") != "true"]
    assert drawings or not page.path.stem.startswith(("example", "complete", "harbour-p", "harbour-i"))
    for one in drawings:
        words = {str(child.tag).rpartition("}")[2]: (child.text or "").strip() for child in one}
        assert one.get("role") == "img"
        assert words["title"]
        assert words["desc"]


def test_each_table_has_a_caption_and_headers_with_a_scope(source: tuple[Any, Any]) -> None:
    page, root = source
    tables = list(root.iter("table"))
    assert tables or page.path.stem in (*BLANK, *DOCUMENTS)
    for table in tables:
        heads = list(table.iter("th"))
        assert table.find("caption").text.strip()
        assert heads
        assert {one.get("scope") for one in heads} == {"col", "row"}


def test_no_address_lies_outside_the_page(source: tuple[Any, Any]) -> None:
    page, root = source
    links = {
        value for one in root.iter() for name, value in one.attrib.items() if name in ("href", "src", "action", "data")
    }
    beside = [one for one in links if page.path.stem in LISTS and re.fullmatch(r"scan%20\d+\.html", one)]
    assert bool(beside) == (page.path.stem in LISTS)
    assert all(one.startswith(("#", "tel:", "mailto:", "data:image/")) for one in links - set(beside))
    assert "url(" not in "".join(one.text or "" for one in root.iter("style"))


# The keyboard ---------------------------------------------------------------------------------------------------------

FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at)
  return {
    tag: at.tagName, href: at.getAttribute('href'), outline: style.outlineStyle,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  }
}"""


@pytest.mark.parametrize("name", [one for one in PAGES if one not in BLANK])
def test_the_keyboard_reaches_every_link_and_the_way_past_them_first(browser: Any, pages: Any, name: str) -> None:
    with opened(browser, pages[name], reduced_motion="reduce") as tab:
        links = tab.locator("a[href]").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        stops = []
        for _link in links:
            tab.keyboard.press("Tab")
            stops.append(tab.evaluate(FOCUSED))
    assert [one["href"] for one in stops] == links
    assert links[0] == "#main" or name in LISTS
    assert all(one["outline"] != "none" and one["seen"] for one in stops)


def test_the_way_past_the_links_leads_into_the_text(browser: Any, pages: Any) -> None:
    with opened(browser, pages["example-public"], reduced_motion="reduce") as tab:
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "main"
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.closest('main') !== null")


# Paper ----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(
    browser: Any, pages: Any, pdf_text: Any, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., list[str]]:
    """Gives the text of each sheet that a page is printed on."""
    folder = tmp_path_factory.mktemp("printed")
    done: dict[str, list[str]] = {}

    def text(name: str) -> list[str]:
        if name not in done:
            path = Path(folder / f"{name}.pdf")
            with opened(browser, pages[name], color_scheme="dark") as tab:
                tab.pdf(path=path, prefer_css_page_size=True)
            done[name] = pdf_text(path)
        return done[name]

    return text


def squeezed(text: str) -> str:
    """A text without what the layout adds: spaces, line ends and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


@pytest.mark.parametrize("name", [one for one in PAGES if "public" in one])
def test_paper_for_the_public_holds_nothing_that_is_internal(printed: Any, pages: Any, name: str) -> None:
    whole = "".join(printed(name))
    assert len(printed(name)) > 1
    assert "PLANTED-" not in whole
    assert "PLANTED-" not in pages[name].text


@pytest.mark.parametrize("name", [one for one in PAGES if "internal" in one])
def test_every_sheet_that_is_internal_says_so(printed: Any, pages: Any, name: str) -> None:
    with language.speaking(pages[name].language):
        mark = language._("Internal")
    sheets = printed(name)
    assert len(sheets) > 1
    assert [n for n, sheet in enumerate(sheets, 1) if mark not in sheet] == []


@pytest.mark.parametrize("name", ["complete-internal", "harbour-internal"])
def test_internal_paper_holds_what_was_noted(printed: Any, name: str) -> None:
    whole = squeezed("".join(printed(name)))
    for planted in ("PLANTED-NOTE", "PLANTED-EVIDENCE"):
        assert squeezed(planted) in whole
    assert squeezed("<script>alert(1)</script>") in whole


@pytest.mark.parametrize("name", [*DOCUMENTS, *BLANK])
def test_no_heading_is_the_last_thing_on_a_sheet(printed: Any, pages: Any, html5lib: Any, name: str) -> None:
    root = html5lib.parse(pages[name].text, namespaceHTMLElements=False)
    headings = {
        squeezed("".join(one.itertext())) for one in root.iter() if re.fullmatch("h[1-6]|caption", str(one.tag))
    }
    assert len(headings) > 3
    lasts = [
        squeezed(re.sub(r"\s*\d+ / \d+\s*$", "", sheet).rstrip().rpartition("\n")[2]) for sheet in printed(name)[:-1]
    ]
    assert [last for last in lasts if last in headings] == []


@pytest.mark.parametrize("name", [*DOCUMENTS, *LISTS, "plan-public"])
def test_no_row_of_a_table_is_split_and_each_sheet_with_rows_has_their_heads(
    printed: Any, pages: Any, html5lib: Any, name: str
) -> None:
    sheets = [squeezed(one) for one in printed(name)]
    for table in html5lib.parse(pages[name].text, namespaceHTMLElements=False).iter("table"):
        heads = [squeezed("".join(one.itertext())) for one in table.find("thead").iter("th")]
        for row in table.find("tbody").iter("tr"):
            cells = [words for one in row if (words := squeezed("".join(texts(one))))]
            # The ends of each cell: columns that stand side by side run through each other in the text of a sheet.
            on = [sheet for sheet in sheets if all(cell[:9] in sheet and cell[-9:] in sheet for cell in cells)]
            assert on, cells
            assert any(all(head in sheet for head in heads) for sheet in on), cells


def texts(element: Any) -> Iterator[str]:
    """The texts of an element, without those of drawings: these have their words beside them."""
    if not str(element.tag).endswith("svg"):
        yield element.text or ""
        for one in element:
            yield from texts(one)
            yield one.tail or ""


@pytest.mark.parametrize("name", ["uneven-samenvatting", "empty-samenvatting", "harbour-samenvatting"])
def test_a_summary_is_one_sheet(printed: Any, name: str) -> None:
    assert len(printed(name)) == 1


def test_a_long_table_repeats_its_head_on_each_sheet(printed: Any, pages: Any, html5lib: Any) -> None:
    sheets = [squeezed(one) for one in printed("example-public")]
    heads, rows = statements(html5lib, pages["example-public"])
    # A statement also stands beside the question that it is about; only the table has many of them on a sheet.
    holding = [sheet for sheet in sheets if sum(row in sheet for row in rows) > 8]
    assert len(holding) > 1
    assert all(head in sheet for sheet in holding for head in heads)


def test_no_row_of_a_long_table_runs_on_over_two_sheets(printed: Any, pages: Any, html5lib: Any) -> None:
    sheets = [squeezed(one) for one in printed("example-public")]
    _heads, rows = statements(html5lib, pages["example-public"])
    assert len(rows) > 20
    assert [row for row in rows if not any(row in sheet for sheet in sheets)] == []


def statements(html5lib: Any, page: Any) -> tuple[list[str], list[str]]:
    """The heads, and the last cell of each row, of the table with the statements of the source."""
    root = html5lib.parse(page.text, namespaceHTMLElements=False)
    table = next(one for one in root.iter("table") if "cols-claims" in (one.get("class") or ""))
    heads = [squeezed("".join(one.itertext())) for one in table.find("thead").iter("th")]
    rows = [squeezed("".join(list(row)[-1].itertext())) for row in table.find("tbody").iter("tr")]
    return heads, rows
