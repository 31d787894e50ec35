"""The part of Markdown that notes may use, read into blocks: nothing in it can act, and no text gets lost.

Paragraphs, emphasis, lists, tables, and links to pages and to addresses for mail. All else stays text: HTML, pictures,
code. Comments are taken out first, and named, since whoever wrote them takes them for not seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.tree import SyntaxTreeNode

from mhscan.reports.views.words import BlockView, LineView, SpanView

DEEPEST = 40
"""So deep can lists stand in each other (twice: a list and its item each count); what is deeper stays text."""
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_OPENING = re.compile(r"<!--|%%|\{>>|\{/\*|^ {0,3}\[[^\]\n]*\]:", re.MULTILINE)
"""How a comment begins: in HTML, Obsidian, CriticMarkup and MDX; or as a link that is used nowhere."""
_CLOSING = {"<!--": re.compile(r"(?<=<!--)-?>|--!?>"), "%%": re.compile("%%")}
_CLOSING |= {"{>>": re.compile(re.escape("<<}")), "{/*": re.compile(re.escape("*/}"))}
_TO_NOWHERE = re.compile(r"[ \t]*\n?[ \t]*(?:#(?=[\s(\"']|\Z)|<>)")


@dataclass(frozen=True)
class NoteSection:
    """What stands under one heading; the title is empty for what stands above the first one."""

    title: str
    line: int
    blocks: tuple[BlockView, ...]


def without_comments(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without its comments, with as many lines; and the lines on which the comments begin."""
    kept: list[str] = []
    lines: list[int] = []
    at, line = 0, 1
    for start, end in _comments(text):
        line += text.count("\n", at, start)
        lines.append(line)
        line_ends = "\n" * text.count("\n", start, end)
        kept += [text[at:start], line_ends]
        at, line = end, line + len(line_ends)
    return "".join([*kept, text[at:]]), tuple(lines)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each comment begins and ends."""
    unclosed: set[str] = set()
    at = 0
    while opening := _OPENING.search(text, at):
        end = _end_of_comment(text, opening, unclosed)
        if end:
            yield opening.start(), end
        at = end or opening.end()


def _end_of_comment(text: str, opening: re.Match[str], unclosed: set[str]) -> int:
    """Where a comment ends that begins so; 0 where it is no comment.

    One in HTML without an end goes on to the end of the text, as in a browser; so does one of Obsidian that begins a
    line. What is meant to be seen is missed then, and the place is named; the other way round nobody would see it.
    `unclosed` has the kinds that have no end any more.
    """
    kind = opening[0]
    if kind not in _CLOSING:
        return _end_of_link(text, opening.end(), unclosed)
    closing = None if kind in unclosed else _CLOSING[kind].search(text, opening.end())
    if closing:
        return closing.end()
    # What has no end here has none further on: to look again each time would take the square of the time.
    unclosed.add(kind)
    begins_line = not text[text.rfind("\n", 0, opening.start()) + 1 : opening.start()].strip()
    return len(text) if kind == "<!--" or (kind == "%%" and begins_line) else 0


def _end_of_link(text: str, at: int, unclosed: set[str]) -> int:
    """Where the definition of a link ends that leads nowhere; 0 where it leads somewhere.

    Its title can go on over lines: `[//]: # (so` and then `it is)`.
    """
    nowhere = _TO_NOWHERE.match(text, at)
    if nowhere is None:
        return 0
    end = _line_end(text, nowhere.end())
    title = text[nowhere.end() : end]
    if "(" in title and ")" not in title and "(" not in unclosed:
        closing = text.find(")", end)
        if closing < 0:
            unclosed.add("(")
        elif "\n\n" not in text[end:closing]:
            end = _line_end(text, closing)
    return end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def sections(text: str, is_title: Callable[[str], bool]) -> Iterator[NoteSection]:
    """The sections of a text, by the headings at its top level.

    `#Title` without a space is a heading too where `is_title` says that something is called so; else it is a text that
    begins with such a sign.
    """
    title, line, blocks = "", 1, list[BlockView]()
    for node in _tree(text, is_title).children:
        if node.type == "heading":
            yield NoteSection(title, line, tuple(blocks))
            title, line, blocks = _plain(_spans(node.children[0].children)), (node.map or (0, 0))[0] + 1, []
        else:
            blocks += _block(node)
    yield NoteSection(title, line, tuple(blocks))


class _SafeMarkdown(MarkdownIt):
    """Markdown in which a link leads to a page or an address for mail, or is no link."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  the name that the library calls
        """Whether an address may be one of a link."""
        return _SAFE_LINK.match(url) is not None


def _tree(text: str, is_title: Callable[[str], bool]) -> SyntaxTreeNode:
    reader = _SafeMarkdown("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    reader.disable(["code", "reference"])
    reader.block.ruler.at("heading", _heading_rule(is_title), {"alt": ["paragraph", "reference", "blockquote"]})
    tokens = reader.parse(text)
    if any(token.level >= DEEPEST - 4 for token in tokens):
        # The reader passes over what stands deeper than it may go.
        tokens = reader.disable(["list", "blockquote"]).parse(text)
    return SyntaxTreeNode(tokens)


def _heading_rule(is_title: Callable[[str], bool]) -> Callable[[StateBlock, int, int, bool], bool]:
    """The rule for a line that begins with signs `#`: any white space may follow them, such as a no-break space."""

    def rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
        line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        behind = line.lstrip("#")
        spaced = not behind[:1].strip()
        level, title = len(line) - len(behind), _without_end(behind) if spaced else behind.strip("#").strip()
        if not 1 <= level <= 6 or not (spaced or is_title(title)):
            return False
        if not silent:
            state.line = start + 1
            state.push("heading_open", f"h{level}", 1).map = [start, state.line]
            inline = state.push("inline", "", 0)
            inline.content, inline.children = title, []
            state.push("heading_close", f"h{level}", -1)
        return True

    return rule


def _without_end(title: str) -> str:
    """A title without the white space around it, and without signs `#` that close it."""
    bare = title.rstrip().rstrip("#")
    return (bare if not bare or bare[-1].isspace() else title).strip()


def _block(node: SyntaxTreeNode) -> Iterator[BlockView]:
    """The blocks that a node of the tree comes to."""
    if node.type in ("bullet_list", "ordered_list"):
        lines = tuple(_item(item) for item in node.children)
        kind: Literal["list", "numbers"] = "list" if node.type == "bullet_list" else "numbers"
        yield BlockView(kind, tuple(map(_text, lines)), lines, first=int(node.attrs.get("start", 1)))
    elif node.type == "table":
        rows = tuple(
            tuple(_line(cell.children) for cell in row.children) for part in node.children for row in part.children
        )
        yield BlockView("table", tuple(" | ".join(map(_text, row)) for row in rows), rows=rows)
    elif node.type == "fence":
        for text in node.content.splitlines():
            yield _paragraph(LineView((SpanView("text", text.strip()),)))
    elif node.type in ("paragraph", "heading"):
        yield _paragraph(_line(node.children))
    else:
        for below in node.children:
            yield from _block(below)


def _paragraph(line: LineView) -> BlockView:
    return BlockView("paragraphs", (_text(line),), (line,))


def _item(node: SyntaxTreeNode) -> LineView:
    """An item of a list: its first paragraph, and what stands under it."""
    first, *rest = [*node.children, None] if node.children else [None]
    if first is None or first.type != "paragraph":
        return LineView((), tuple(block for child in node.children for block in _block(child)))
    return LineView(_line(first.children).spans, tuple(block for child in rest if child for block in _block(child)))


def _line(nodes: list[SyntaxTreeNode]) -> LineView:
    """The line that stands in a paragraph or a cell."""
    return LineView(tuple(span for node in nodes for span in _spans(node.children)))


def _spans(nodes: list[SyntaxTreeNode]) -> tuple[SpanView, ...]:
    """The pieces of a line, with texts that follow each other as one."""
    pieces: list[SpanView] = []
    for is_text, group in groupby(map(_span, nodes), key=lambda span: span.kind == "text"):
        spans = list(group)
        pieces += [SpanView("text", "".join(span.text for span in spans))] if is_text else spans
    return tuple(pieces)


def _span(node: SyntaxTreeNode) -> SpanView:
    if node.type == "strong":
        return SpanView("strong", spans=_spans(node.children))
    if node.type == "em":
        return SpanView("emphasis", spans=_spans(node.children))
    if node.type == "link":
        return SpanView("link", link=str(node.attrs["href"]), spans=_spans(node.children))
    if node.type == "image":
        return SpanView("text", f"![{node.content}]({node.attrs['src']})")
    if node.type in ("softbreak", "hardbreak"):
        return SpanView("text", " ")
    return SpanView("text", f"{node.markup}{node.content}{node.markup}" if node.type == "code_inline" else node.content)


def _text(line: LineView) -> str:
    """A line, and what stands under it, as text."""
    below = [text for block in line.blocks for text in block.texts]
    return " ".join(text for text in (_plain(line.spans), *below) if text)


def _plain(spans: tuple[SpanView, ...]) -> str:
    return "".join(span.text + _plain(span.spans) for span in spans)
