"""A logo is a picture, and nothing but a picture."""

from __future__ import annotations

import base64
import os
import struct

import pytest

from mhscan.reports.style.logo import LARGEST, logo_data


def png(width=10, height=10):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0crc!"


def jpeg(width=10, height=10, frame=0xC0):
    """A JPEG that is no more than its head: a part that is passed over, one with the size, and the end."""
    size = struct.pack(">BBHBHH", 0xFF, frame, 11, 8, height, width) + b"\1\1\x11\0"
    return b"\xff\xd8\xff\xe0\0\x04xx\xff\xc4\0\x04yy" + size + b"\xff\xd9"


def svg(inside="", attributes=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}<rect width="1" height="1"/></svg>'.encode()


@pytest.fixture
def logo(tmp_path):
    def make(data):
        path = tmp_path / "logo"
        path.write_bytes(data)
        return logo_data(path)

    return make


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), "image/png"),
        (jpeg(), "image/jpeg"),
        (jpeg(frame=0xC2), "image/jpeg"),
        (svg(), "image/svg+xml"),
        (svg('<defs><path id="a" d=""/></defs><use href="#a" fill="url(#g)"/>'), "image/svg+xml"),
    ],
)
def test_a_picture_is_taken_whole(logo, data, kind):
    address, fault = logo(data)
    assert fault == ""
    assert address == f"data:{kind};base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    "data",
    [
        svg("<script>alert(1)</script>"),
        svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
        svg(attributes='onload="alert(1)"'),
        svg("<foreignObject><p/></foreignObject>"),
        svg('<image href="http://evil.example/x.png"/>'),
        svg('<use href="file:///etc/passwd#x"/>'),
        svg('<a href="#x"><text>x</text></a>'),
        svg("<style>@import 'http://evil.example';</style>"),
        svg("<style>rect { fill: url(http://evil.example) }</style>"),
        svg('<rect style="fill: url( http://evil.example)"/>'),
        svg('<set attributeName="href" to="javascript:alert(1)"/>'),
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>"),
        b'<?xml-stylesheet href="http://evil.example"?>' + svg(),
    ],
)
def test_a_drawing_that_acts_or_reaches_outside_is_refused(logo, data):
    address, fault = logo(data)
    assert (address, "acts or reaches outside" in fault) == ("", True)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a picture"),
        (b"GIF89a", "not a picture"),
        (b"<html><script>alert(1)</script></html>", "not a picture"),
        (b"<svg", "no SVG that can be read"),
        (png(7000, 10), "6000 points"),
        (png(0, 10), "no size"),
        (b"\x89PNG\r\n\x1a\n", "no size"),
        (b"\xff\xd8\xff\xe0 half", "not a whole picture"),
        (b"\xff\xd8\xff\xe0 picture \xff\xd9", "no size"),
        (jpeg(65535, 65535), "6000 points"),
        (jpeg(0, 10), "no size"),
        (b"\xff\xd8\xff\xd9" + b"\xff\xd9" * 9, "no size"),
        (png() + b"x" * LARGEST, "larger than 300 kB"),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused_with_why(logo, data, why):
    address, fault = logo(data)
    assert address == ""
    assert why in fault


def test_a_logo_that_is_not_there_is_named(tmp_path):
    address, fault = logo_data(tmp_path / "gone.png")
    assert (address, fault) == ("", f"the logo {tmp_path / 'gone.png'} cannot be read: it does not exist")


NEW = "http://www.w3.org/2000/svg"
HOSTILE = {
    "an import in pieces": "<style>@im&#112;ort 'http://evil.example';</style>",
    "an address in pieces": "<style>rect { fill: ur&#108;(http://evil.example) }</style>",
    "an escape of CSS": "<style>rect { fill: \\75rl(http://evil.example) }</style>",
    "an escape of CSS in an attribute": '<rect style="fill: \\75 rl(http://evil.example)"/>',
    "two parts of a style": "<style>@im</style><style>port 'http://evil.example';</style>",
    "CDATA": "<style><![CDATA[@import 'http://evil.example';]]></style>",
    "a comment between": "<style>@im<!-- x -->port 'http://evil.example';</style>",
    "an animation along a path": '<animateMotion path="M0 0"/>',
    "an animation of an address": '<animate attributeName="href" values="javascript:x"/>',
    "another base": '<g xml:base="http://evil.example/"><use href="#a"/></g>',
    "another name for the same": f'<x:script xmlns:x="{NEW}">x</x:script>',
    "HTML": '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    "HTML that loads": '<img xmlns="http://www.w3.org/1999/xhtml" src="http://evil.example"/>',
    "mathematics": '<math xmlns="http://www.w3.org/1998/Math/MathML"/>',
    "an unknown language": '<x xmlns="http://unknown.example"/>',
    "events": '<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>',
    "a picture in it": '<image xlink:href="data:image/png;base64,AA" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    "a picture in a style": "<style>rect { fill: url(data:image/svg+xml;base64,AA) }</style>",
    "a filter": '<filter id="f"><feImage href="http://evil.example"/></filter>',
    "a pattern": '<pattern id="p"/>',
    "a mask": '<mask id="m"/>',
    "a link outside": '<use xmlns:l="http://www.w3.org/1999/xlink" l:href="http://evil.example#a"/>',
    "a handler in capitals": '<rect ONCLICK="x"/>',
    "too many copies": '<use href="#a"/>' * 21,
    "a cut-out in a cut-out": '<clipPath id="a"><rect clip-path="url(#b)"/></clipPath>',
    "a cut-out in a cut-out by class": '<clipPath id="a"><rect class="b"/></clipPath>',
    "a cut-out for all": "<style>rect { clip-path: url(#a) }</style>",
    "a cut-out for all, escaped": "<style>rect { clip\\2dpath: url(#a) }</style>",
    "a video": '<video src="x"/>',
    "a handler element": '<handler type="x">x</handler>',
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_known_to_be_harmless_is_refused_and_named(logo, inside):
    address, fault = logo(svg(inside))
    assert address == ""
    assert "acts or reaches outside, or that mhscan does not know: " in fault
    assert not fault.endswith(": ")


def nested(levels, width):
    """A drawing of copies of copies of copies."""
    rows = [f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * width + "</g>" for n in range(levels)]
    return svg("".join(rows) + f'<rect id="a{levels}"/>')


@pytest.mark.parametrize(("levels", "width"), [(10, 10), (30, 2), (3, 50)])
def test_a_drawing_that_would_stop_a_browser_is_refused(logo, levels, width):
    assert "<use>" in logo(nested(levels, width))[1]


@pytest.mark.parametrize("encoding", ["UTF-7", "UTF-16", "utf-32", "ISO-8859-1", "ebcdic", "nothing", "", "us-ascii"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\n"])
def test_another_encoding_than_utf8_is_refused(logo, encoding, start):
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    assert logo(start + head + svg())[0] == ""
    assert logo(head.replace(encoding.encode() or b'""', b"utf-8" if encoding else b'"utf-8"') + svg())[1] == ""


def test_what_programs_for_drawing_keep_for_themselves_may_stay(logo):
    inside = (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work rdf:about="" '
        'xmlns:cc="http://creativecommons.org/ns#"><dc:format xmlns:dc="http://purl.org/dc/elements/1.1/">x</dc:format>'
        '</cc:Work></rdf:RDF></metadata><sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/'
        'sodipodi-0.dtd" id="base" bordercolor="#666666"/>'
        '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="1" style="display:inline">'
        "<style>.cls-1{fill:#fff;stroke:url(#a)}</style>"
        '<linearGradient id="a" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient>'
        '<clipPath id="c"><rect width="1" height="1"/></clipPath><path class="cls-1" clip-path="url(#c)" d="M0 0"/></g>'
    )
    assert logo(svg(inside, 'viewBox="0 0 1 1" xml:space="preserve" version="1.1" data-name="Laag 1"'))[1] == ""


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in logo_data(tmp_path / "pipe")[1]
    assert logo_data(tmp_path)[0] == logo_data(tmp_path / "gone")[0] == ""
    assert "cannot be read" in logo_data(tmp_path / "gone")[1]
