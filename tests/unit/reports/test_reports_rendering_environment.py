"""Text from an answer stays text, in every format; templates are strict and cannot reach out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from mhscan import language
from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, CarriedBy, Evidence
from mhscan.errors import InputError
from mhscan.reports.build import build_view
from mhscan.reports.rendering.environment import Page, markdown_text, render_here
from mhscan.reports.rendering.folders import TemplateFolders

TEXTS = ("html", "md")

BAD = {
    "element": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "entity": "&lt;b&gt; &amp;",
    "attribute": "\"' onmouseover=alert(3) x='",
    "markdown": "**bold** [link](javascript:evil) ![picture](x) `code` ~~gone~~ # title | cell",
    "line": "# heading\n\n- item\n\n    code\n\n| a | b |\n|---|---|\n\n<h1>x</h1>\n---",
    "template": "{{ 7 * 7 }} {% for x in report %}{{ x }}{% endfor %} {# gone #} ${7*7} <%= 7*7 %>",
    "terminal": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://evil.example\x1b\\link \x9b2J \x07 \x00",
    "direction": "\u202eevil\u202c \u2066x\u2069 \u200fy \u061c",
    "formula": "=1+1",
    "formula at sign": "@SUM(A1:A9)",
    "formula minus": "-2+3 +1",
}
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def bad_result(pack, assessment, text):
    """An assessment with the text in every field that somebody can write."""
    proof = (Evidence(title=text, date="2026-01-01", place=text),)
    answers = {
        "ashore.slope": Answer(state="answered", value=1, said=text, note=text, evidence=proof),
        "ashore.seats": Answer(state="not_applicable", reason=text),
        "afloat.hoist": Answer(state="answered", value=2, carried_by=CarriedBy(kind="trust", name=text)),
        "context.remark": text,
        "people.gone": text,
    }
    return evaluate(pack, assessment(pack, answers, subject={"name": text, "code": "AB123"}, questionnaire="full"))


@pytest.fixture(params=sorted(BAD))
def bad_text(request):
    return BAD[request.param]


@pytest.fixture
def rendered(english_pack, build, made):
    """A report with the text in all fields, as one of the formats."""

    def make(name, text):
        view = build_view(bad_result(english_pack, build.assessment, text), "internal")
        return made(view, name)

    return make


class Outline(HTMLParser):
    """The elements and attributes of a document, and its text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _value in attrs)))

    def handle_data(self, data):
        self.text.append(data)


def test_a_text_makes_no_element_or_attribute_in_html(rendered, bad_text):
    assert Outline(rendered("html", bad_text)).elements == Outline(rendered("html", "plain")).elements


def test_a_text_can_be_read_in_html_as_it_was_written(rendered):
    assert BAD["element"] in "".join(Outline(rendered("html", BAD["element"])).text)
    assert BAD["template"] in "".join(Outline(rendered("html", BAD["template"])).text)


@pytest.mark.parametrize("name", TEXTS)
def test_no_code_for_a_terminal_and_no_turned_text_is_left(rendered, name, bad_text):
    assert INVISIBLE.search(rendered(name, bad_text)) is None


@pytest.mark.parametrize("name", TEXTS)
def test_template_language_in_an_answer_is_never_run(rendered, name):
    text = rendered(name, BAD["template"])
    assert "7 * 7" in text.replace("\\", "")
    assert "49" not in re.sub(r"[0-9a-f]{64}", "", text)


def unescaped_marks(line):
    """Markdown's own characters in a line that no backslash makes plain."""
    return re.findall(r"(?<!\\)(?:\\\\)*([`*_{}\[\]<>#+!|~$^&])", line)


def test_a_text_has_no_mark_left_in_markdown(bad_text):
    assert unescaped_marks(markdown_text(bad_text)) == []


def shape(markdown):
    """How each line of a Markdown document begins, and how many cells it has."""
    return [(re.match(r"^(#+ |\|| *- | *\d+\. |> |)", line)[0], line.count(" | ")) for line in markdown.splitlines()]


def test_a_text_changes_no_structure_in_markdown(rendered, bad_text):
    plain, text = rendered("md", "plain"), rendered("md", bad_text)
    assert shape(re.sub(r"\\.", "x", text)) == shape(re.sub(r"\\.", "x", plain))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, and (some) more.", r"plain words, and \(some\) more."),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("12) item", r"12\) item"),
        ("=1+1", r"\=1\+1"),
        ("a\n\n  b\tc", "a b c"),
        (": term", r"\: term"),
        ("a\\*b", r"a\\\*b"),
        ("", ""),
        (7, "7"),
    ],
)
def test_a_text_is_written_so_that_it_is_only_text(text, escaped):
    assert markdown_text(text) == escaped


@pytest.fixture
def template(tmp_path):
    """Renders a template of a pack's own."""
    folder = tmp_path / "templates"
    folder.mkdir()

    def make(text, suffix="md", spoken="en", **view):
        name = f"page-{len(list(folder.iterdir()))}.{suffix}.j2"
        (folder / name).write_text(text, "utf-8")
        return render_here(Page(TemplateFolders(tmp_path), (name,), suffix == "html", spoken, view))

    return make


def test_a_pack_can_bring_its_own_template(template):
    assert template("{{ report }}!", report="Mine") == "Mine!"


def test_what_a_template_calls_and_does_not_get_is_an_error(template):
    with pytest.raises(InputError, match="gone"):
        template("{{ gone }}")


def test_a_template_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(InputError, match=r"gone\.md\.j2"):
        render_here(Page(TemplateFolders(tmp_path), ("gone.md.j2",), False, "en", {}))


@pytest.mark.parametrize(
    "text", ["{{ report.__class__.__mro__ }}", "{{ report.append('x') }}", "{{ report.__init__.__globals__ }}"]
)
def test_a_template_cannot_reach_or_change_what_it_was_not_given(template, text):
    with pytest.raises(InputError, match=r"unsafe|not safely callable"):
        template(text, report=["a"])


def test_html_is_escaped_by_itself_and_markup_of_a_macro_stays(template):
    text = "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{{ bold(report) }}"
    assert template(text, "html", report="<i>\x1b[1m") == "<b>&lt;i&gt;</b>"


def test_other_templates_escape_only_what_they_are_told_to(template):
    assert template("{{ report }} {{ report | md }}", report="<b>\u202e") == r"<b> \<b\>"


def test_a_template_speaks_the_language_it_is_rendered_in(template):
    assert template("{{ _('yes') }}", spoken="nl") == "ja"
    assert template("{{ ngettext('{n} question', '{n} questions', 2) }}", spoken="en") == "{n} questions"
    assert language.current() == "en"
