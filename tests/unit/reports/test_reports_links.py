"""An address in a text is a link in every format, and nothing else is."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mhscan.reports.links import pieces, with_links
from mhscan.reports.parts.glossary import pieces as terms_in
from mhscan.reports.rendering.environment import markdown_text
from mhscan.reports.views.glossary import TermView

LINKED = [
    ("See https://example.org/a_b_c.", ["https://example.org/a_b_c"]),
    ("(http://example.org/x)", ["http://example.org/x"]),
    ("https://example.org/A_(b)), or", ["https://example.org/A_(b)"]),
    ("Is it https://example.org/?q=1&b_c=2?", ["https://example.org/?q=1&b_c=2"]),
    ("'https://example.org/it'", ["https://example.org/it"]),
    ("“https://example.org”, https://example.com!", ["https://example.org", "https://example.com"]),
    ("Mail mailto:plan@example.org; now", ["mailto:plan@example.org"]),
    ("HTTPS://EXAMPLE.ORG/*x*", ["HTTPS://EXAMPLE.ORG/*x*"]),
    ("https://example.org/a|b`c", ["https://example.org/a%7Cb%60c"]),
    ("https://é.nl/ü", ["https://%C3%A9.nl/%C3%BC"]),
]
PLAIN = [
    "javascript:alert(1)", "data:text/html,x", "vbscript:x", "https:// x", "http://", "mailto:nobody", "xhttps://a.nl",
    "file:///etc/passwd", "www.example.org", "plan@example.org", "ftp://example.org", "//example.org",
]  # fmt: skip


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [dict(attrs)["href"]] if tag == "a" else []


def in_html(text):
    page = _Links()
    page.feed(with_links(f'<p title="{html.escape(text)}">{html.escape(text)}</p>'))
    return page.found


def in_markdown(text):
    tokens = MarkdownIt("commonmark").parse(markdown_text(text))
    return [one.attrs["href"] for token in tokens for one in token.children or [] if one.type == "link_open"]


@pytest.mark.parametrize(("text", "links"), LINKED)
def test_an_address_is_a_link_without_the_punctuation_behind_it(text, links):
    assert [to for _words, to in pieces(text) if to] == links
    assert in_html(text) == links
    assert in_markdown(text) == links


@pytest.mark.parametrize("text", PLAIN)
def test_nothing_else_is_a_link(text):
    assert (in_html(text), in_markdown(text)) == ([], [])


TEXT = st.text(st.sampled_from("aB_*`|\\<>&\"'()[]{}.,;:!?#$~^ é\n/") | st.sampled_from("htpsmailo:/@.javcrip"))
PARTS = st.lists(st.sampled_from(["https://a.nl/", "mailto:a@b.nl", "javascript:x"]) | TEXT).map("".join)


@given(PARTS)
def test_each_format_has_the_same_links_and_only_to_what_does_nothing(text):
    line = " ".join(text.split())
    wanted = [to for _words, to in pieces(line) if to]
    assert all(re.match("(?i)(https?://|mailto:)", one) for one in wanted)
    assert "".join(words for words, _to in pieces(line)) == line
    assert in_html(line) == wanted
    assert in_markdown(line) == wanted


@pytest.mark.parametrize("tag", ["a", "title", "style", "code"])
def test_an_address_stays_as_it_is_where_a_link_cannot_stand(tag):
    page = f'<{tag} x="https://a.nl">https://b.nl</{tag}><p>https://c.nl</p><!-- https://d.nl > -->'
    assert with_links(page) == page.replace("<p>https://c.nl", '<p><a href="https://c.nl">https://c.nl</a>')


def test_a_page_without_an_address_is_not_changed():
    page = '<p class="a>b">One &amp; two &#39;</p>'
    assert with_links(page) == page


def test_a_word_of_the_glossary_inside_an_address_is_no_link_to_its_explanation():
    term = TermView("pitch", "pitch", (), "A place.")
    assert terms_in("https://a.nl/pitch then pitch", (term,)) == [("https://a.nl/pitch then ", ""), ("pitch", "pitch")]
