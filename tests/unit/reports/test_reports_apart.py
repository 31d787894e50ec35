"""Templates from elsewhere run apart: whatever they try, nothing outside happens and it is said what is wrong."""

from __future__ import annotations

import json
import pickle

import pytest

from mhscan.errors import InputError
from mhscan.reports import apart
from mhscan.reports.apart import Limits, answer, render_apart
from mhscan.reports.folders import TemplateFolders
from mhscan.reports.rendering import render_page
from mhscan.reports.templates import Page

SMALL = Limits(seconds=60, memory=400, text=1)
SHORT = Limits(seconds=2, memory=400, text=1)
ROOMY = Limits(seconds=1_000_000, memory=1_000_000, text=1)
"""For what runs inside the process of the tests, which has used much already."""


@pytest.fixture
def page(tmp_path):
    """A page of a template of the user's own."""

    def make(text, html=False, **views):
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        (folder / "page.md.j2").write_text(text, encoding="utf-8")
        return Page(TemplateFolders(tmp_path, folder), ("page.md.j2",), html, "en", views)

    return make


def test_a_template_from_elsewhere_gives_the_same_as_one_of_ours(page):
    one = page("{{ report }} {{ _('yes') }} {% include 'page-two.j2' ignore missing %}", report="Mine <b>")
    assert one.folders.foreign
    assert render_page(one) == render_apart(one) == answer(pickle.dumps((one, ROOMY, "en")))["text"]
    assert render_apart(one) == "Mine <b> yes "


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ 'a' * 3000000000 }}", "400 MB of memory"),
        ("{% macro x() %}{{ x() }}{% endmacro %}{{ x() }}", "calls itself"),
        ("{% include 'page.md.j2' %}", "calls itself"),
        ("{% include '/etc/passwd' %}", "no template '/etc/passwd'"),
        ("{% include '../../../../../../etc/passwd' %}", "no template"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ range(10000000) }}", "too big"),
        ("{{ report.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__.__base__.__subclasses__() }}", "unsafe"),
        ("{{ report.gone }}", "gone"),
        ("{% if %}", "page.md.j2:1"),
        ("{{ 'ab' * 600000 }}", "1 MB of text"),
    ],
)
def test_what_a_template_may_not_do_is_said_and_nothing_comes_of_it(page, text, why):
    with pytest.raises(InputError, match="cannot be used") as caught:
        render_apart(page(text, report="x"), SMALL)
    assert why in caught.value.message
    assert "validate" in caught.value.hint


def test_a_template_that_goes_on_for_ever_is_stopped(page):
    for_ever = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    with pytest.raises(InputError, match="more than 2 seconds"):
        render_apart(page(for_ever), SHORT)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(page, tmp_path):
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    one = page("{% include 'link.j2' %}")
    (tmp_path / "mine" / "link.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match=r"no template 'link\.j2'"):
        render_apart(one, SMALL)


def test_a_template_that_is_not_text_is_named(page, tmp_path):
    one = page("{% include 'latin.j2' %}")
    (tmp_path / "mine" / "latin.j2").write_bytes(b"caf\xe9")
    with pytest.raises(InputError, match=r"latin\.j2 cannot be read"):
        render_apart(one, SMALL)


@pytest.mark.parametrize("said", [b"", b"{", b"[]"[:1]])
def test_a_child_that_stops_half_way_is_an_error_of_the_template(page, said):
    with pytest.raises(InputError, match="stopped half-way"):
        apart._understood(page("x"), said)


def test_what_the_child_answers_is_data_only(page):
    said = json.dumps(answer(pickle.dumps((page("{{ gone }}"), ROOMY, "nl"))))
    assert set(json.loads(said)) == {"message", "hint"}
    assert "sjabloon" in said


def test_the_limits_hold_for_the_work_only(page):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    answer(pickle.dumps((page("x"), ROOMY, "en")))
    assert resource.getrlimit(resource.RLIMIT_FSIZE) == before


def test_the_shipped_templates_are_not_foreign(pack_folder, tmp_path):
    assert not TemplateFolders(pack_folder).foreign
    assert TemplateFolders(pack_folder, tmp_path).foreign
