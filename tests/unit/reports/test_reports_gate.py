"""HTML from templates from elsewhere shows, and neither runs nor loads anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.reports.rendering.environment import Page
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.rendering.gate import inspect_html
from mhscan.reports.rendering.sandbox import render_in_subprocess, try_render

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "documents"
ELEMENTS = [
    "script",
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "form",
    "input",
    "button",
    "select",
    "textarea",
    "base",
    "link",
    "noscript",
    "template",
    "video",
    "audio",
    "source",
    "track",
    "picture",
    "map",
    "area",
    "portal",
    "dialog",
    "math",
    "foreignObject",
    "image",
    "animate",
    "animateMotion",
    "set",
    "use",
    "xmp",
    "plaintext",
    "noembed",
    "noframes",
    "marquee",
    "slot",
    "param",
    "keygen",
    "isindex",
    "feImage",
    "filter",
    "handler",
    "listener",
    "unknown",
    "custom-tag",
]
HANDLERS = [
    "onclick",
    "onload",
    "onerror",
    "onmouseover",
    "onfocus",
    "onbegin",
    "onend",
    "ontoggle",
    "onanimationstart",
    "OnClIcK",
]
ATTRIBUTES = [
    "srcset",
    "srcdoc",
    "action",
    "formaction",
    "poster",
    "background",
    "ping",
    "manifest",
    "data",
    "codebase",
    "archive",
    "classid",
    "lowsrc",
    "dynsrc",
    "profile",
    "longdesc",
    "usemap",
    "xml:base",
    "integrity",
    "autofocus",
    "contenteditable",
    "is",
    "slot",
    "nonce",
    "attributeName",
    "values",
    "from",
    "to",
    "begin",
]
ADDRESSES = ["javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", " \x01javascript:x", "java&#115;cript:x"]
ADDRESSES += [
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "blob:x",
    "javascript&colon;x",
    "&#x6A;avascript:x",
]
SOURCES = [
    "http://evil.example/x.png",
    "//evil.example/x",
    "\\\\evil\\share\\x.png",
    "x.png",
    "/x.png",
    "file:///x.png",
]
SOURCES += ["data:text/html;base64,AAAA", "data:image/svg+xml,<svg", "", "data:image/png;base64,AA AA"]
STYLES = [
    "@import 'http://evil.example/x.css'",
    "@im\\70ort url(http://evil.example)",
    "@IMPORT url(x.css)",
    "p { background: url(http://evil.example/x) }",
    "p { background: url( 'x.png' ) }",
    "p { background: \\75 rl(http://evil.example/x) }",
    "p { background: u\\000072l(//evil.example) }",
    'p { background: url(\n"http://evil.example/x") }',
    "p { background: image-set('http://evil.example/x' 1x) }",
    "p { background: -webkit-image-set('http://evil.example/x' 1x) }",
    "p { background: image('x.png') }",
    "@font-face { font-family: x; src: url(http://evil.example/x) }",
    "@font-face { src: src('http://evil.example/x') }",
    "p { width: expression(alert(1)) }",
    "p { behavior: url(#x) }",
    "p { -moz-binding: url(#x) }",
    "p { content: '/*'; background: url(http://evil.example/x); content: '*/' }",
]
MALFORMED = [
    "<b/onclick=x>",
    "<img/src=x>",
    "<p title='<script>'>",
    "<!--><script>x</script>",
    "<!---><b>-->",
    "<!-- --!><script> -->",
    "<!-- <b> -->",
    "<!--",
    "<![CDATA[<b>]]>",
    "<?xml-stylesheet href='x'?>",
    "<!ENTITY x 'y'>",
    "<!DOCTYPE html SYSTEM 'http://evil.example'>",
    "</ p>",
    "</p onclick=x>",
    "<p",
    '<p title="x',
    "<im\0g src=x>",
    "<p title='x'\x0bonclick=x>",
    "<title><!--</title><script>alert(1)</script>--></title>",
    "<title><style></title><script>alert(1)</script></style>",
    "<svg><style><img src=x onerror=y></style></svg>",
    "<style/>@import 'http://evil.example'</style>",
    "<style>@import 'http://evil.example'",
    "<style><!-- @import 'x' --></style>",
]
REFUSED = [
    *(f"<{name}>x</{name}>" for name in ELEMENTS),
    *(f"<svg><{name} /></svg>" for name in ELEMENTS),
    *(f"<p {name}='x'>x</p>" for name in [*HANDLERS, *ATTRIBUTES]),
    *(f"<a href='{one}'>x</a>" for one in ADDRESSES),
    *(f"<svg><a xlink:href='{one}'>x</a></svg>" for one in ADDRESSES),
    *(f"<img alt='' src='{one}'>" for one in [*SOURCES, *ADDRESSES]),
    *(f"<style>{one}</style>" for one in STYLES),
    *(f'<p style="{one.replace(chr(34), "&quot;")}">x</p>' for one in STYLES),
    *(f"<svg><rect fill='{one}'/></svg>" for one in ("url(http://evil.example#a)", "\\75rl(x)")),
    *MALFORMED,
    "<meta http-equiv='refresh' content='0; url=http://evil.example'>",
    "<meta http-equiv='set-cookie' content='x'>",
    "<meta charset='utf-7'>",
    "<p src='data:image/png;base64,AAAA'>x</p>",
    "<div href='http://evil.example'>x</div>",
    "<svg><linearGradient href='http://evil.example#a'/></svg>",
]


@pytest.mark.parametrize("html", REFUSED)
def test_what_runs_or_loads_or_can_be_read_in_two_ways_is_refused(html):
    found = inspect_html(f"<!DOCTYPE html>\n<html lang='nl'><body>{html}</body></html>")
    assert found is not None
    assert found.why


@pytest.mark.parametrize(
    "html",
    [
        "<a href='https://www.example.nl/a?b=c:d#e' rel='noopener' target='_blank'>x</a>",
        "<a href='mailto:a@b.nl'>x</a> <a href='tel:+31'>x</a> <a href='#top'>x</a> <a href='other.html?a=b:c'>x</a>",
        "<img alt='Logo' src='data:image/svg+xml;base64,AAAA'>",
        "<p title='&lt;script&gt; javascript: url(http://x)'>&lt;script&gt; javascript: url(http://x) @import</p>",
        "<style>p { scroll-behavior: smooth; background: url('data:image/png;base64,AA=='); fill: url(#a) }</style>",
        "<p>a < b, 1 <2 and a <= b</p><!-- a remark --><br/><hr />",
        "<svg viewBox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'><g fill='url(#a)'><path d='M0 0'/></g></svg>",
        "<details open><summary>x</summary></details><td colspan=2 data-label='x' aria-label='y'>x</td>",
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\"><meta charset=utf-8>",
    ],
)
def test_what_only_shows_passes(html):
    assert inspect_html(html) is None


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.html")), ids=lambda one: f"{one.parent.name}/{one.name}")
def test_all_documents_of_mhscan_itself_pass(path):
    assert inspect_html(path.read_text(encoding="utf-8")) is None


@pytest.fixture
def page(tmp_path):
    """A page of a template from elsewhere."""

    def make(text, html=True):
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        (folder / "page.j2").write_text(text, encoding="utf-8")
        return Page(TemplateFolders(tmp_path, folder), ("page.j2",), html, "en", {"note": "<script>x</script>"})

    return make


def test_a_refused_document_names_the_template_and_the_reason(page, tmp_path):
    one = page("<p>fine</p>\n<script src='http://evil.example/x.js'></script>")
    with pytest.raises(InputError) as caught:
        render_in_subprocess(one)
    place = tmp_path / "mine" / "page.j2"
    assert caught.value.message == f"The template {place}:2 cannot be used: <script> may not stand in a document"
    (fault,) = try_render([one])
    assert (fault.kind, fault.word, fault.places) == ("other", "script", ((str(place), 2),))


@pytest.mark.parametrize("text", ["{{ note | safe }}", "{% autoescape false %}{{ note }}{% endautoescape %}"])
def test_a_template_that_does_not_escape_what_it_gets_is_refused_for_what_comes_of_it(page, text):
    with pytest.raises(InputError, match="<script> may not stand in a document"):
        render_in_subprocess(page(text))
    assert "&lt;script&gt;" in render_in_subprocess(page("{{ note }}"))


def test_markdown_is_not_looked_at(page):
    assert render_in_subprocess(page("<script>", html=False)) == "<script>"
