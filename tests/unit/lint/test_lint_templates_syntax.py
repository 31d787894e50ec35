"""Templates can be read."""

from __future__ import annotations

import pytest

PAGE = "templates/page.md.j2"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("{% for line in lines %}\n- {{ line }}\n", "1:1"),
        ("one\n{% endfor %}\n", "2:1"),
        ("one\ntwo {{ a b }}\n", "2:5"),
        ("{{ 'open }}\n", "1:1"),
        ("{% nonsense %}\n", "1:1"),
        ("a\n\n{{ x | nofilter }\n", "3:1"),
    ],
)
def test_a_template_that_cannot_be_read_is_refused_at_its_line(tiny_pack, text, at):
    tiny_pack.write(PAGE, text)
    assert tiny_pack.problems() == [("MH601", f"{PAGE}:{at}")]


def test_a_template_says_why_it_cannot_be_read(tiny_pack):
    tiny_pack.write(PAGE, "{% nonsense %}")
    assert "nonsense" in tiny_pack.found()[0].message


def test_a_template_in_a_folder_below_is_read_too(tiny_pack):
    (tiny_pack.path / "templates" / "parts").mkdir()
    tiny_pack.write("templates/parts/one.j2", "{{")
    assert tiny_pack.problems() == [("MH601", "templates/parts/one.j2:1:1")]


@pytest.mark.parametrize(
    ("content", "code", "at"), [(b"caf\xe9", "MH003", "1:4"), (b"", "", ""), (b"\xef\xbb\xbf{{ a }}\r\n", "", "")]
)
def test_a_template_is_a_text_like_any_other(tiny_pack, content, code, at):
    tiny_pack.write(PAGE, content)
    assert tiny_pack.problems() == ([(code, f"{PAGE}:{at}")] if code else [])


def test_a_folder_in_the_place_of_a_template_is_refused(tiny_pack):
    (tiny_pack.path / "templates" / "x.j2").mkdir()
    assert tiny_pack.problems() == [("MH001", "templates/x.j2:1:1")]


def test_a_pack_needs_no_templates_of_its_own(tiny_pack):
    (tiny_pack.path / PAGE).unlink()
    (tiny_pack.path / "templates").rmdir()
    assert tiny_pack.problems() == []


def test_other_files_beside_the_templates_are_passed_over(tiny_pack):
    tiny_pack.write("templates/notes.txt", "{{")
    assert tiny_pack.problems() == []
