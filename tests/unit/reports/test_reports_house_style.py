"""A house style: what is wrong is named with its place, and what is right shows in a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.lint.review import validate
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import render
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.style.colours import least
from mhscan.reports.style.house_style import DARK, LIGHT, house_style, read_style

ROOT = Path(__file__).resolve().parents[3]
HEAD = "schema: mhscan/style@1\n"
GOOD = f"""{HEAD}sender: Harbour <b>board</b>
address: [Quay 1, Northport]
colours:
  main: '#154273'
  accent: '#01689b'
fonts: {{text: Verdana}}
"""
DARK_BLUE = "colours: {main: '#154273', accent: {light: '#01689b', dark: '#000080'}}\n"


@pytest.fixture
def style(tmp_path):
    def make(text):
        path = tmp_path / "style.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return make


def test_the_example_is_right():
    assert validate([ROOT / "templates" / "huisstijl.yaml"], ROOT) == []
    assert house_style(ROOT / "templates" / "huisstijl.yaml").light is not None


def test_the_grounds_are_those_of_the_style_sheet():
    css = (ROOT / "templates" / "_house.css.j2").read_text(encoding="utf-8")
    for name, colours in (("--paper", (LIGHT[0], DARK[0])), ("--card", (LIGHT[1], DARK[1]))):
        assert [f"{name}: {one};" in css for one in colours] == [True, True]


def test_a_style_has_colours_for_light_and_dark_that_can_all_be_read(style):
    view = house_style(style(GOOD))
    assert (view.light.head, view.light.accent) == ("#154273", "#01689b")
    assert least(view.dark.accent, DARK) >= 4.5
    assert least("#1c2327", (view.light.accent_soft,)) >= 4.5
    assert least("#e9eceb", (view.dark.accent_soft,)) >= 4.5


def test_without_colours_the_page_keeps_its_own(style):
    assert (house_style(style(HEAD)).light, house_style(style(HEAD)).dark) == (None, None)


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (HEAD + "colours: {main: '#ffff00', accent: '#01689b'}\n", ":2:17", "#ffff00 cannot be read here", "'#"),
        (HEAD + "colours: {main: '#154273', accent: '#8fd3ff'}\n", ":2:36", "has to be 4.5 to 1", "nearest"),
        (HEAD + DARK_BLUE, ":2:61", "#000080", "nearest"),
        (HEAD + "colours: {main: blue, accent: '#01689b'}\n", ":2:17", "", ""),
        (HEAD + "fonts: {text: 'x; } body { background: url(http://evil.example)'}\n", ":2:15", "", ""),
        (HEAD + "logo: {file: gone.png, text: Logo}\n", ":2:14", "does not exist", "PNG"),
        (HEAD + "kleur: rood\n", ":2:1", "unknown key 'kleur'", ""),
        ("", ":1:1", "empty", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place_and_the_nearest_good_value(style, text, place, message, hint):
    path = style(text)
    problems = read_style(path)[2]
    assert str(problems[0].location).endswith(place)
    assert message in problems[0].message
    assert hint in problems[0].hint
    with pytest.raises(InputError, match="cannot be used"):
        house_style(path)
    assert validate([path], ROOT) == sorted(problems, key=lambda one: one.location) or text == ""


def test_the_nearest_colour_that_is_named_is_good(style):
    (found,) = read_style(style(HEAD + "colours: {main: '#ffff00', accent: '#01689b'}\n"))[2]
    nearest = found.hint.split("'")[1]
    assert read_style(style(HEAD + f"colours: {{main: '{nearest}', accent: '#01689b'}}\n"))[2] == []


@pytest.mark.parametrize("document", ["adviesrapport", "samenvatting"])
def test_a_document_shows_the_style_and_text_stays_text(style, full_result, pack_folder, document):
    folders = TemplateFolders(pack_folder)
    view = build_view(full_result)
    shown = registry(folders).view(document, "en")
    html = render(folders, view, shown, "html", house_style(style(GOOD)))
    assert "--head: #154273;" in html
    assert '"Verdana", system-ui' in html
    assert "<strong>Harbour &lt;b&gt;board&lt;/b&gt;</strong>" in html
    markdown = render(folders, view, shown, "md", house_style(style(GOOD)))
    assert "Harbour \\<b\\>board\\</b\\>, Quay 1, Northport" in markdown
    assert render(folders, view, shown, "html") != html


def test_a_logo_stands_in_the_document_itself(style, full_result, pack_folder, tmp_path):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")
    folders = TemplateFolders(pack_folder)
    look = house_style(style(HEAD + "logo: {file: logo.svg, text: The board}\n"))
    known = registry(folders)
    html = render(folders, build_view(full_result), known.view(known.default, "en"), "html", look)
    assert '<img src="data:image/svg+xml;base64,' in html
    assert 'alt="The board"' in html
