"""A drawing in SVG from elsewhere: that there is nothing in it but a drawing. The same lists hold for SVG in HTML.

They are lists of what may stand in it. What a program for drawing keeps for itself, under a name of its own, does
nothing and may stay.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from mhscan.language import _


def names(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


SVG_ELEMENTS = names(
    """svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan clippath
    lineargradient radialgradient stop"""
)
SVG_ATTRIBUTES = names(
    """id class style lang role version type media viewbox preserveaspectratio overflow x y x1 y1 x2 y2 dx dy cx cy r rx
    ry fx fy d points width height transform pathlength rotate textlength lengthadjust offset fill fill-rule
    fill-opacity opacity color display visibility stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset clip-path clip-rule clippathunits gradientunits
    gradienttransform spreadmethod stop-color space stop-opacity text-anchor dominant-baseline alignment-baseline
    baseline-shift font-family font-size font-style font-weight font-variant font-stretch letter-spacing word-spacing
    text-decoration text-rendering shape-rendering color-interpolation enable-background paint-order vector-effect
    focusable data-name"""
)
"""In small letters, and without the letters before a colon."""
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(.))", re.DOTALL)
_REACHES = re.compile(
    r"@import|javascript:|-moz-binding|(?<![-\w])(?:behavior\s*:|(?:expression|image|src|paint)\s*\(|[-\w]*image-set\s*\()"
    r"|url\(\s*(?:['\"]\s*)?(?!\s*['\"]?\s*(?:#|data:(?:image|font)/))",
    re.IGNORECASE,
)

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_INERT = (
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://www.serif.com/",
    "http://www.bohemiancoding.com/sketch/ns",
)
"""What the usual programs keep for themselves in a drawing; no browser does anything with it."""
_ELEMENTS = SVG_ELEMENTS | {"metadata"}
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
_SHOWN_ONCE = frozenset({"class", "style", "clip-path"})
"""What nothing inside a cut-out may have, for it could be cut out again, and so on."""
MOST_COPIES = 20
"""More `use` than this could be one inside another, until a browser no longer answers."""


def drawing_fault(data: bytes) -> str:
    """What is wrong with a drawing, in the language in use: it cannot be read, acts, or reaches outside itself."""
    encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if encoding and encoding[1].lower() not in (b"utf-8", b"utf8"):
        return _("the logo is not written in UTF-8")
    look = _Look()
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = look.start, look.end
    parser.CharacterDataHandler = look.text
    parser.StartDoctypeDeclHandler = lambda *_: look.refuse("<!DOCTYPE>")
    parser.ProcessingInstructionHandler = lambda name, _data: look.refuse(f"<?{name}?>")
    try:
        parser.Parse(data, True)
        look.look_at_style("".join(look.styles))
    except expat.ExpatError:
        return _("the logo is no SVG that can be read")
    except _RefusedPartError as refused:
        message = _("the logo has a part that acts or reaches outside, or that mhscan does not know: {part}")
        return message.format(part=refused)
    return ""


class _RefusedPartError(Exception):
    """Reading a drawing stops here; the text is what it stops at."""


class _Look:
    """What was seen of a drawing so far."""

    def __init__(self) -> None:
        self.styles: list[str] = []
        self._open: list[str] = []
        self._copies = 0

    def refuse(self, part: str) -> None:
        """Stop at a part.

        Raises:
            _RefusedPartError: always.
        """
        raise _RefusedPartError(" ".join(part.split())[:60])

    def start(self, whole: str, attributes: dict[str, str]) -> None:
        """Look at an element with its attributes."""
        space, _blank, name = whole.rpartition(" ")
        self._open.append("" if space in _INERT else name.lower())
        if space in _INERT:
            return
        if name.lower() not in _ELEMENTS or space not in (_SVG, ""):
            self.refuse(f"<{name}>")
        self._copies += name == "use"
        if self._copies > MOST_COPIES:
            self.refuse(f"{MOST_COPIES + 1} × <use>")
        for key, value in attributes.items():
            self._attribute(key, value)

    def end(self, _whole: str) -> None:
        """An element has ended."""
        self._open.pop()

    def text(self, text: str) -> None:
        """Keep what stands in a style; other text only shows."""
        if "style" in self._open:
            self.styles.append(text)

    def look_at_style(self, text: str) -> None:
        """Look at all styles together; a cut-out for many elements at once could be one inside another."""
        self._values(text)
        if "clip-path" in text.lower() or "\\" in text:
            self.refuse("clip-path" if "clip-path" in text.lower() else "\\")

    def _attribute(self, whole: str, value: str) -> None:
        space, _blank, name = whole.rpartition(" ")
        name = name.lower()
        if space in _INERT:
            return
        if name == "href" and space in ("", _XLINK):
            if not value.strip().startswith("#"):
                self.refuse(f'href="{value}"')
        elif name not in SVG_ATTRIBUTES or space not in ("", _XML):
            self.refuse(f'{name}="{value}"')
        elif "clippath" in self._open[:-1] and name in _SHOWN_ONCE:
            self.refuse(f'<clipPath>: {name}="{value}"')
        self._values(value)

    def _values(self, text: str) -> None:
        fault = style_fault(text) or ("data:" if "url(" in text.lower() and "data:" in text.lower() else "")
        if fault:
            self.refuse(fault)


def style_fault(text: str) -> str:
    """The first part of a style that loads or runs something, with what stands behind it; empty where there is none.

    An escape counts as the sign that it stands for. Only places in the document itself, and pictures and letters that
    stand in it as data, may be referred to.
    """
    plain = _ESCAPE.sub(_unescaped, text)
    reach = _REACHES.search(plain)
    return plain[reach.start() : reach.start() + 60].strip() if reach else ""


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1], 16) if escape[1] else 0
    return chr(number) if 0 < number < 0x110000 else escape[2] or "\ufffd"
