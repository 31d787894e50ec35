"""Addresses in a text as links: the one place that says what is one, for every format.

Only `http`, `https` and `mailto` become a link, so that no text can make a page do something.
"""

from __future__ import annotations

import html
import re

_ADDRESS = re.compile(r"(?<![\w/])(?:https?://(?=[^\s/?#])|mailto:(?=[^\s@]+@[^\s@]))[^\s<>\"“”„«»]+", re.IGNORECASE)
_AFTER = ".,;:!?'’…"
"""What ends a sentence rather than an address."""
_PAIRS = {")": "(", "]": "[", "}": "{"}
_UNSAFE = re.compile(r"[\\^`{|}\[\]]|[^\x21-\x7e]")
"""What an address may not have as it stands (RFC 3986), or what means something in a table of Markdown."""
_TAG = re.compile(r"""(<!--.*?-->|</?[A-Za-z!](?:"[^"]*"|'[^']*'|[^'">])*>)""", re.DOTALL)
_NAME = re.compile(r"</?([A-Za-z0-9]+)")
_WITHOUT = ("a", "title", "style", "script", "svg", "textarea", "button", "code")
"""Elements whose text stays as it is: links, and what holds no other element or is no text."""


def addresses(text: str) -> list[tuple[int, int]]:
    """Where the addresses in a text begin and end; punctuation behind one is no part of it."""
    return [(address.start(), address.start() + len(_trimmed(address[0]))) for address in _ADDRESS.finditer(text)]


def _trimmed(address: str) -> str:
    """An address without the punctuation behind it; a bracket stays where it was opened inside."""
    while address:
        last = address[-1]
        is_alone = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _AFTER and not is_alone:
            break
        address = address[:-1]
    return address


def pieces(text: str) -> list[tuple[str, str]]:
    """A text in pieces, each with where it leads; nothing for a piece that is no link."""
    parts, at = [], 0
    for start, end in addresses(text):
        parts += [(text[at:start], ""), (text[start:end], target(text[start:end]))]
        at = end
    return [part for part in (*parts, (text[at:], "")) if part[0]]


def target(address: str) -> str:
    """An address as a link can have it, with what it may not have written in percents."""
    return _UNSAFE.sub(lambda unsafe: "".join(f"%{octet:02X}" for octet in unsafe[0].encode(errors="replace")), address)


def with_links(page: str) -> str:
    """A page in HTML with each address in its text as a link; tags and attributes stay as they are."""
    inside: list[str] = []
    parts = _TAG.split(page)
    for n, part in enumerate(parts):
        if n % 2:
            _step(inside, part)
        elif not inside:
            parts[n] = _linked(part)
    return "".join(parts)


def _step(inside: list[str], tag: str) -> None:
    """Keep up in which elements without links a tag leaves us."""
    matched = _NAME.match(tag)
    name = matched[1].lower() if matched else ""
    if name not in _WITHOUT or tag.endswith("/>"):
        return
    if not tag.startswith("</"):
        inside.append(name)
    elif name in inside:
        inside.remove(name)


def _linked(text: str) -> str:
    """A piece of escaped text with its addresses as links."""
    if not _ADDRESS.search(html.unescape(text)):
        return text
    return "".join(
        f'<a href="{html.escape(to)}">{html.escape(words)}</a>' if to else html.escape(words)
        for words, to in pieces(html.unescape(text))
    )
