"""The one gate for HTML from templates from elsewhere: it shows, and neither runs nor loads anything.

It is a list of what may stand in a document, not of what may not. An ordinary link to another page stays: nothing
happens until somebody follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from mhscan.language import _
from mhscan.reports.style.drawing import SVG_ATTRIBUTES, SVG_ELEMENTS, names, style_fault

_ELEMENTS = (SVG_ELEMENTS - {"use", "symbol"}) | names(
    """html head body title meta style main header footer nav section article aside h1 h2 h3 h4 h5 h6 hgroup p div span
    a ul ol li dl dt dd table caption thead tbody tfoot tr td th colgroup col figure figcaption img blockquote q cite
    abbr dfn em strong b i u s small sub sup mark code pre kbd samp var time data br hr wbr details summary address ins
    del bdi bdo ruby rt rp progress meter"""
)
_WORDS = names("title alt content abbr label summary")
"""Attributes that are words for people, whatever these look like."""
_PLAIN = names(
    """dir hidden tabindex translate name charset http-equiv href src rel target hreflang colspan rowspan scope headers
    span start reversed value datetime open min max low high optimum align valign border cellpadding cellspacing xmlns
    xlink nowrap loading decoding"""
)
_ATTRIBUTES = SVG_ATTRIBUTES | _WORDS | _PLAIN
_OWN = ("aria-", "data-")
_NAME, _SPACE = r"[a-zA-Z][\w:-]*+", r"[ \t\r\n\f]"
_TAG = re.compile(
    rf"<{_NAME}(?:{_SPACE}++[^\s\"'<>/=\0]++(?:{_SPACE}*+=(?:{_SPACE}*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>=`]++)))?+)*+"
    rf"{_SPACE}*+/?>|</{_NAME}{_SPACE}*+>|<!--(?!-?>)[^<>]*+(?<=--)>|<!doctype html>|<(?=[\s0-9=])",
    re.IGNORECASE,
)
"""What may begin with `<`: written so that no two programs can read it in two ways."""
_SCHEME = re.compile(r"[^/?#]*?:")
_FOLLOWED = ("http:", "https:", "mailto:", "tel:")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[\w+/=]*", re.ASCII)


@dataclass(frozen=True)
class Refused:
    """Why a document may not be used, in the language in use, and the word in it that this is about."""

    why: str
    word: str


def inspect_html(html: str) -> Refused | None:
    """What a document in HTML has that it may not have; nothing where all of it only shows."""
    for start in (sign.start() for sign in re.finditer("<", html)):
        if not _TAG.match(html, start):
            part = " ".join(html[start : start + 40].split())
            return Refused(_("a tag is not written out as it should be, at: {part}").format(part=part), part)
    reader = _TagReader()
    reader.feed(html)
    reader.close()
    return reader.refused or _style(reader.styles(), "style")


class _TagReader(HTMLParser):
    """Looks at each tag, and keeps the first that may not be there, and the text of all styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.refused: Refused | None = None
        self._styles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag with its attributes."""
        self.refused = self.refused or next(_faults(tag, attrs), None)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag that ends itself; a browser goes on with a style after it."""
        self.handle_starttag("style/" if tag == "style" else tag, attrs)

    def handle_data(self, data: str) -> None:
        """Keep the text of a style; other text only shows."""
        if self.cdata_elem:
            self._styles.append(data)

    def styles(self) -> str:
        """The text of all styles, with what follows one that has no end."""
        return "".join([*self._styles, self.rawdata])


def _faults(tag: str, attributes: list[tuple[str, str | None]]) -> Iterator[Refused]:
    if tag not in _ELEMENTS:
        yield Refused(_("<{name}> may not stand in a document").format(name=tag), tag)
    for name, value in attributes:
        yield from _attribute_faults(tag, name, value or "")


def _attribute_faults(tag: str, whole: str, value: str) -> Iterator[Refused]:
    name, own = whole.rpartition(":")[2], whole.startswith(_OWN)
    if name not in _ATTRIBUTES and not own:
        message = _("<{element}> may not have the attribute {name}")
        yield Refused(message.format(element=tag, name=whole), whole)
    elif not _fits(tag, name, value):
        message = _("<{element}> may not have this in {name}: {value}")
        yield Refused(message.format(element=tag, name=whole, value=value[:60]), value)
    fault = None if own or name in _WORDS else _style(value, value)
    if fault is not None:
        yield fault


def _fits(tag: str, name: str, value: str) -> bool:
    """Whether an attribute has a value that loads nothing and changes nothing in how the document is read."""
    if name == "href":
        bare = re.sub(r"[\x00-\x20]+", "", value)
        scheme = _SCHEME.match(bare)
        return (not scheme or scheme[0].lower() in _FOLLOWED) if tag == "a" else bare.startswith("#")
    if name == "src":
        return tag == "img" and _PICTURE.fullmatch(value) is not None
    only = {"http-equiv": ("content-security-policy",), "charset": ("utf-8",)}
    return value.lower() in only.get(name, (value.lower(),))


def _style(text: str, word: str) -> Refused | None:
    """What a style has that loads or runs something, or that a browser could take for a tag."""
    fault = style_fault(text)
    if fault:
        return Refused(_("a style loads or runs something: {part}").format(part=fault), fault)
    return Refused(_("there is a < in a style"), word) if "<" in text else None
