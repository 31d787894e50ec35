"""What may stand in a drawing and in a style: a list of what is known to show something and to do nothing else."""

from __future__ import annotations

import re

SVG_ELEMENTS = frozenset(
    {"svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle", "ellipse", "line"}
    | {"polyline", "polygon", "text", "tspan", "clippath", "lineargradient", "radialgradient", "stop"}
)
SVG_ATTRIBUTES = frozenset(
    {"id", "class", "style", "lang", "role", "version", "type", "media", "viewbox", "preserveaspectratio", "overflow"}
    | {"x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "width"}
    | {"height", "transform", "pathlength", "rotate", "textlength", "lengthadjust", "offset", "fill", "fill-rule"}
    | {"fill-opacity", "opacity", "color", "display", "visibility", "stroke", "stroke-width", "stroke-opacity"}
    | {"stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "clip-path"}
    | {"clip-rule", "clippathunits", "gradientunits", "gradienttransform", "spreadmethod", "stop-color", "space"}
    | {"stop-opacity", "text-anchor", "dominant-baseline", "alignment-baseline", "baseline-shift", "font-family"}
    | {"font-size", "font-style", "font-weight", "font-variant", "font-stretch", "letter-spacing", "word-spacing"}
    | {"text-decoration", "text-rendering", "shape-rendering", "color-interpolation", "enable-background"}
    | {"paint-order", "vector-effect", "focusable", "data-name"}
)
"""In small letters, and without the letters before a colon."""
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(.))", re.DOTALL)
_REACHES = re.compile(
    r"@import|javascript:|-moz-binding|(?<![-\w])(?:behavior\s*:|(?:expression|image|src|paint)\s*\(|[-\w]*image-set\s*\()"
    r"|url\(\s*(?:['\"]\s*)?(?!\s*['\"]?\s*(?:#|data:(?:image|font)/))",
    re.IGNORECASE,
)


def style_fault(text: str) -> str:
    """The first part of a style that loads or runs something, with what stands behind it; empty where there is none.

    An escape counts as the sign that it stands for. Only places in the document itself, and pictures and letters that
    stand in it as data, may be referred to.
    """
    plain = _ESCAPE.sub(_unescaped, text)
    found = _REACHES.search(plain)
    return plain[found.start() : found.start() + 60].strip() if found else ""


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1], 16) if escape[1] else 0
    return chr(number) if 0 < number < 0x110000 else escape[2] or "\ufffd"
