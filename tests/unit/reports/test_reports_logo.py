"""A logo is a picture, and nothing but a picture."""

from __future__ import annotations

import base64
import struct

import pytest

from mhscan.reports.logo import LARGEST, logo_data


def png(width=10, height=10):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0crc!"


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
        (b"\xff\xd8\xff\xe0 picture \xff\xd9", "image/jpeg"),
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
