"""`mhscan questions`."""

from __future__ import annotations

import pytest


def test_the_longest_own_questionnaire_goes_to_standard_output(harbour):
    done = harbour("questions")
    assert (done.code, done.err) == (0, "")
    assert "How far is the harbour with gentle slopes?" in done.out


def test_another_questionnaire_can_be_named(harbour):
    assert "Could you get to the quay without a steep slope?" in harbour("questions", "-q", "visitor").out
    done = harbour("questions", "-q", "visitr")
    assert (done.code, done.err.splitlines()[-1]) == (3, "Did you mean 'visitor'?")


@pytest.mark.parametrize(("output", "start"), [("blank.md", "# "), ("blank.html", "<!DOCTYPE html>")])
def test_the_format_follows_the_name_of_the_output(harbour, tmp_path, output, start):
    assert harbour("questions", "-o", output).code == 0
    assert (tmp_path / output).read_text(encoding="utf-8").startswith(start)
    assert harbour("questions", "-o", output).code == 4
    assert harbour("questions", "-o", output, "--force").code == 0


STYLE = """\
schema: mhscan/style@1
sender: The Harbour <Board>
address: [Quay 1, Northport]
logo: {file: logo.svg, text: An anchor}
colours: {main: '#154273', accent: '#01689b'}
fonts: {text: Verdana, headings: Georgia}
"""


@pytest.fixture
def house(tmp_path):
    """A folder with a house style and its logo."""
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (tmp_path / "house.yaml").write_text(STYLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [("questions",), ("report", "-d", "vragenlijst")])
def test_a_house_style_shows_in_the_page(harbour, house, command):
    page = harbour(*command, "--style", house / "house.yaml", "--format", "html").out
    said = ("The Harbour &lt;Board&gt;", "Quay 1, Northport", 'alt="An anchor"')
    look = ("--head: #154273", "--accent: #01689b", '--sans: "Verdana"', '--serif: "Georgia"')
    assert [one for one in (*said, *look) if one not in page] == []
    assert 'class="letterhead"' not in harbour(*command, "--format", "html").out


@pytest.mark.parametrize("command", [("questions",), ("report", "-d", "vragenlijst")])
def test_a_house_style_has_a_sender_in_markdown_too(harbour, house, command):
    plain = harbour(*command).out
    text = harbour(*command, "--style", house / "house.yaml").out
    assert text.replace("\n\nThe Harbour \\<Board\\>, Quay 1, Northport", "", 1) == plain != text


@pytest.mark.parametrize("command", [("questions",), ("report", "-d", "vragenlijst")])
def test_one_block_of_the_page_can_be_replaced(harbour, tmp_path, command):
    (tmp_path / "own").mkdir()
    own = "{% extends 'shipped/questions.html.j2' %}{% block top %}<p>Bring a pen.</p>{% endblock %}"
    (tmp_path / "own" / "questions.html.j2").write_text(own, encoding="utf-8")
    page = harbour(*command, "--templates", "own", "--format", "html").out
    assert "Bring a pen." in page
    assert "This takes about" not in page
    assert "How far is the harbour with gentle slopes?" in page


def test_a_style_or_templates_that_cannot_be_used_stop_it(harbour, house):
    (house / "house.yaml").write_text(STYLE.replace("#154273", "#ffff00"), encoding="utf-8")
    done = harbour("questions", "--style", "house.yaml")
    assert (done.code, done.out, "MH610" in done.err) == (3, "", True)
    assert harbour("questions", "--templates", "none").code == 3
