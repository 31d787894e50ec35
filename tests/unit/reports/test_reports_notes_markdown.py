"""Notes in Markdown: headings and comments of every form, and nothing that gets lost or acts."""

from __future__ import annotations

import dataclasses
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.reports.build import build_view
from mhscan.reports.notes_markdown import sections, without_comments
from mhscan.reports.views.words import BlockView, LineView, SpanView, WordsView

NBSP = "\N{NO-BREAK SPACE}"
HEADINGS = [
    "# Title", "## Title", "###### Title", " # Title", "   # Title", "    # Title", "\t# Title", "# Title #",
    "#  Title", "#\tTitle", f"#{NBSP}Title", f"# {NBSP}Title", f"#{NBSP}{NBSP}Title{NBSP}", "#\u3000Title", "#Title",
    "##Title##", "Title\n=====", "Title\n-----", "Title\n=", "Title\n-", "Title\n  ---", " Title  \n===", "# **Title**",
    "# *Title*", "# [Title](https://example.org)", "Title\n===  ",
]  # fmt: skip
NO_HEADINGS = [
    "```\n# Title\n```", "~~~\n# Title\n~~~", "````\n```\n# Title\n```\n````", "\\# Title", "####### Title", "Title",
    "> # Title", "- # Title", "text `# Title`", "#other words", "| # Title |\n|-|\n| x |", "<b># Title</b>", "#5 first",
]  # fmt: skip


def read(text: str) -> list[tuple[str, int, tuple[str, ...]]]:
    """The sections of a text with their texts; `Title` is a known title."""
    found = sections(text, lambda title: title == "Title")
    return [(one.title, one.line, tuple(text for block in one.blocks for text in block.texts)) for one in found]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_one_in_every_form(heading):
    above, below = read(f"above\n\n{heading}\n\nbelow\n")
    assert (above, below) == (("", 1, ("above",)), ("Title", 3, ("below",)))


@pytest.mark.parametrize("heading", [one for one in HEADINGS if "\n" not in one and not one.startswith(("    ", "\t"))])
def test_a_heading_needs_no_empty_lines_around_it(heading):
    assert read(f"above\n{heading}\nbelow\n")[1:] == [("Title", 2, ("below",))]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_only_looks_like_a_heading_stays_text(text):
    ((title, _line, texts),) = read(f"above\n\n{text}\n\nbelow\n")
    assert title == ""
    assert texts[0] == "above"
    assert texts[-1] == "below"
    assert words_of(text) <= words_of(" ".join(texts))


COMMENTS = [
    "<!-- secret -->", "<!-- secret\nsecret\n\nsecret -->", "<!--secret--!>", "<!-- secret", "%% secret %%",
    "%%\nsecret\n\nsecret\n%%", "%% secret", "[//]: # (secret)", '[//]: # "secret"', "[//]: # 'secret'",
    "[//]: <> secret", "[comment]: # (secret)", "[]: # (secret)", "  [//]: # (secret)", "[//]: # secret",
    "[//]: # (secret\nsecret)",
    "[_metadata_:author]:#(secret)", "[//]:\n# (secret)", "{>> secret <<}", "{/* secret */}", "<!-- > secret -->",
    "<!-- secret -- secret -->", "```\n<!-- secret -->\n```", "- <!-- secret -->",
]  # fmt: skip


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_is_taken_out_and_its_line_is_named(comment):
    text, lines = without_comments(f"above\n\n{comment}")
    assert ("secret" in text, "above" in text) == (False, True)
    assert text.count("\n") == f"above\n\n{comment}".count("\n")
    assert len(lines) == 1
    assert 3 <= lines[0] <= 4


@pytest.mark.parametrize("comment", [one for one in COMMENTS if one not in ("<!-- secret", "%% secret")])
def test_what_stands_behind_a_comment_stays(comment):
    text, _lines = without_comments(f"{comment}\n\nbelow")
    assert text.rstrip("`\n").endswith("below")


@pytest.mark.parametrize(
    "text",
    [
        "100%% sure",
        "<! -- x -->",
        "<!- x ->",
        "[x]: https://example.org",
        "[x]: #anchor",
        "a {>> b",
        "{/ * x */}",
        "x <!",
    ],
)
def test_what_is_no_comment_stays(text):
    assert without_comments(text) == (text, ())


def words_of(text: str) -> set[str]:
    """The words of a text."""
    return set(re.findall(r"[^\W_]+", text))


MARKS = [
    "# ",
    "- ",
    "1. ",
    "> ",
    "  ",
    "    ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "\n",
    "\n\n",
    "|",
    "|---|",
    "[x](",
    ")",
    "[",
    "]",
]
PIECES = st.sampled_from(
    [*MARKS, "<b>", "&amp;", "\\", "![", "https://example.org", "word ", "Zuid ", "é", "===\n", "~~~\n"]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_word_gets_lost(text):
    found = read(text)
    kept = " ".join([one for title, _line, texts in found for one in (title, *texts)])
    # The address of a link, what is said of code behind a fence, a number of a list and `&amp;` are no words.
    gone = words_of(" ".join(re.findall(r"\]\(.*|```.*|~~~.*", text))) | {"1", "amp"}
    assert {one for one in words_of(text) if one not in kept} <= gone, (text, found)


def test_lists_that_are_too_deep_stay_text():
    ((_title, _line, texts),) = read("- " * 500 + "deep\n")
    assert "deep" in texts[-1]


@pytest.mark.parametrize(
    "text",
    [
        "# " * 80_000, "#" * 160_000, "# x" + " " * 160_000 + "#", "[//]: # (" * 20_000, "{>> " * 40_000, "%%x" * 5001,
        "<!--" * 40_000, "*a " * 20_000, "[" * 20_000, "> " * 20_000, "- " * 20_000, "|a" * 20_000, "`" * 40_000,
        "[//]: # (\n" * 20_000, "[//]: # (\n" * 9_000 + "\n)",
        "a\n" * 40_000, "![" * 20_000, "**a*" * 10_000, "&" * 80_000, "\\" * 80_000,
    ],
    ids=range(20),
)  # fmt: skip
def test_the_time_grows_as_the_text_does(text):
    before = time.process_time()
    list(sections(without_comments(text)[0], lambda _title: False))
    assert time.process_time() - before < 5


RICH = """\
Some **strong *and* more** and [a page](https://example.org/a_(b)?c=1&d="x"), mail <mailto:x@example.org>.

1. one
2. two
   - deep
3. three

| Team | Since |
| --- | --- |
| *North* | 2025 \\| 2026 |
"""


def test_the_views_hold_what_was_written():
    (section,) = sections(RICH, lambda _title: False)
    paragraph, numbers, table = section.blocks
    assert [(one.kind, one.link) for one in paragraph.lines[0].spans if one.kind == "link"] == [
        ("link", "https://example.org/a_(b)?c=1&d=%22x%22"),
        ("link", "mailto:x@example.org"),
    ]
    assert (numbers.kind, numbers.texts) == ("numbers", ("one", "two deep", "three"))
    assert numbers.lines[1].blocks[0].kind == "list"
    assert (table.kind, table.texts) == ("table", ("Team | Since", "North | 2025 | 2026"))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "//evil",
        "x.html",
        "#a",
        "vbscript:x",
        "file:///x",
        "http:x",
        "&#106;avascript:x",
        "java\nscript:x",
    ],
)
def test_an_address_that_could_act_is_no_link(address):
    (section,) = sections(f"[x]({address}) <{address}>\n\n[y]: {address}\n\n[y]", lambda _title: False)
    assert not [span for block in section.blocks for line in block.lines for span in line.spans if span.kind == "link"]


def test_it_looks_alike_in_both_formats_and_reads_back_as_it_was(full_result, made):
    words = WordsView({"adviesrapport": tuple(next(iter(sections(RICH, lambda _t: False))).blocks)}, {})
    view = dataclasses.replace(build_view(full_result), words=words)
    page, text = made(view, "html"), made(view, "md")
    for wanted in (
        "<strong>strong <em>and</em> more</strong>",
        '<a href="https://example.org/a_(b)?c=1&amp;d=%22x%22"',
    ):
        assert wanted in page
    assert '<th scope="col">Team</th>' in page
    assert "<li>two<ul" in page
    quoted = re.search(r"> ## Words of the adviser\n>\n((?:>.*\n)+)", text)
    assert quoted is not None
    again = next(iter(sections(re.sub(r"^> ?", "", quoted[1], flags=re.MULTILINE), lambda _t: False)))
    assert again.blocks == words.documents["adviesrapport"]


def test_views_can_be_made_by_hand():
    line = LineView((SpanView("text", "a"),))
    assert BlockView("paragraphs", ("a",), (line,)).first == 1
