"""Templates from elsewhere run apart: whatever they try, nothing outside happens and it is said what is wrong."""

from __future__ import annotations

import errno
import json
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

from mhscan import language
from mhscan.errors import InputError
from mhscan.reports.rendering.environment import Page, render_here
from mhscan.reports.rendering.faults import Fault
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.rendering.pages import render_page
from mhscan.reports.rendering.sandbox import Limits, answers, render_in_subprocess, try_render

pytestmark = pytest.mark.slow

SMALL = Limits(seconds=600, memory=400, text=1, wait=3600)
BRIEF = Limits(seconds=1, wait=3600)
"""So much work is stopped on any machine, and nobody is waiting for a clock."""
ROOMY = Limits(seconds=1_000_000, memory=1_000_000, text=1)
"""For what runs inside the process of the tests, which has used much already."""


@pytest.fixture
def page(tmp_path):
    """A page of a template of the user's own."""

    def make(text, html=False, name="page", **views):
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
        return Page(TemplateFolders(tmp_path, folder), (f"{name}.md.j2",), html, "en", views)

    return make


def answered(*pages, spoken="en"):
    """What the other process would answer, in this one."""
    return [json.loads(line) for line in answers(pickle.dumps((pages, ROOMY, spoken)))]


def test_a_template_from_elsewhere_gives_the_same_as_one_of_ours(page):
    one = page("{{ report }} {{ _('yes') }} {% include 'page-two.j2' ignore missing %}", report="Mine <b>")
    assert one.folders.foreign
    assert render_page(one) == render_in_subprocess(one) == answered(one)[0]
    assert render_in_subprocess(one) == "Mine <b> yes "


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
        render_in_subprocess(page(text, report="x"), SMALL)
    assert why in caught.value.message
    assert "validate" in caught.value.hint


ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def test_a_template_that_goes_on_for_ever_is_stopped_by_the_work_that_it_does(page):
    pytest.importorskip("resource")
    with pytest.raises(InputError, match=r"page\.md\.j2:1 cannot be used: it takes more than 1 seconds"):
        render_in_subprocess(page(ENDLESS), BRIEF)


def test_a_page_without_end_is_the_last_one_that_is_looked_at(page):
    pytest.importorskip("resource")
    found = try_render([page("first", name="one"), page(ENDLESS, name="two"), page("third", name="three")], BRIEF)
    assert found[0] == "first"
    assert len(found) == 2
    assert "1 seconds" in found[1].why
    assert found[1].places[-1][0].endswith("two.md.j2")


class Silent:
    """A process that answers one page, and then nothing more."""

    returncode = None

    def __init__(self, error=None, output=b'"first"\n{"kind"'):
        self.error, self.output = error, output

    def __call__(self, *_command, **_pipes):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.returncode = -9

    def kill(self):
        self.killed = True

    def communicate(self, _work, timeout):
        if self.error:
            raise subprocess.TimeoutExpired("python", timeout, output=self.output)
        return self.output, None


def test_what_does_not_answer_in_time_is_ended(page, monkeypatch):
    child = Silent(error=True)
    monkeypatch.setattr(subprocess, "Popen", child)
    found = try_render([page("first"), page("second"), page("third")])
    assert child.killed
    assert found[0] == "first"
    assert [one.why for one in found[1:]] == ["it takes more than 120 seconds"]


def test_what_stops_half_way_is_an_error_of_the_template(page, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", Silent())
    assert [one.why for one in try_render([page("first"), page("second")])[1:]] == ["it stopped half-way"]
    monkeypatch.setattr(subprocess, "Popen", Silent(output=b""))
    with pytest.raises(InputError, match=r"page\.md\.j2 cannot be used: it stopped half-way"):
        render_in_subprocess(page("x"))


def test_a_link_that_leads_out_of_the_folder_is_not_followed(page, tmp_path):
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    one = page("{% include 'link.j2' %}")
    (tmp_path / "mine" / "link.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match=r"no template 'link\.j2'"):
        render_in_subprocess(one, SMALL)


LATIN = {"en": "the text is not UTF-8 from here on", "nl": "de tekst is vanaf hier geen UTF-8"}


@pytest.mark.parametrize("interface", LATIN)
@pytest.mark.parametrize("spoken", LATIN)
@pytest.mark.parametrize("apart", [True, False])
def test_a_template_that_is_not_text_is_named_in_the_language_of_the_interface(
    page, tmp_path, interface, spoken, apart
):
    one = replace(page("{% include 'latin.j2' %}"), spoken=spoken)
    (tmp_path / "mine" / "latin.j2").write_bytes(b"one\ncaf\xe9")
    language.use(interface)
    with pytest.raises(InputError) as caught:
        render_in_subprocess(one, SMALL) if apart else render_here(one)
    assert "latin.j2:2" in caught.value.message
    assert LATIN[interface] in caught.value.message


def test_what_the_child_answers_is_data_only(page):
    (answer,) = answered(page("{% include 'page.md.j2' %}"), spoken="nl")
    assert set(answer) == {"kind", "why", "places", "word"}
    assert answer["why"] != "it calls itself without end"


FAULTS = [
    ("{{ report.gone }}", "undefined", "gone"),
    ("\n{{ gone }}", "undefined", "gone"),
    ("{{ self['watch']() }}", "block", "watch"),
    ("{{ 1 / 0 }}", "other", ""),
    ("{% include 'no.j2' %}", "other", "no.j2"),
    ("{{ 1 | uper }}", "syntax", ""),
    ("{% if %}", "syntax", ""),
]


@pytest.mark.parametrize(("text", "kind", "word"), FAULTS)
def test_a_fault_says_its_kind_and_place(page, tmp_path, text, kind, word):
    found = try_render([page(text, report={"subject": "Us"})])[0]
    assert isinstance(found, Fault)
    assert (found.kind, found.word) in ((kind, word), (kind, ""))
    line = 2 if text.startswith("\n") else 1
    assert found.places[-1] == (str(tmp_path / "mine" / "page.md.j2"), line)


@pytest.mark.parametrize(("text", "kind", "word"), FAULTS)
def test_in_this_process_the_same_is_found(page, monkeypatch, text, kind, word):
    apart = try_render([page(text, report={"subject": "Us"})])
    monkeypatch.setattr(TemplateFolders, "foreign", False)
    assert try_render([page(text, report={"subject": "Us"})]) == apart


def test_one_fault_does_not_hide_the_next_page(page):
    found = try_render([page("{{ gone }}", name="one"), page("Hello {{ who }}", name="two", who="Us")])
    assert isinstance(found[0], Fault)
    assert found[1] == "Hello Us"


def test_a_page_that_calls_itself_is_a_fault(page):
    found = try_render([page("{% include 'page.md.j2' %}")])[0]
    assert isinstance(found, Fault)
    assert (found.kind, found.why) == ("other", "it calls itself without end")


def test_the_child_answers_a_line_for_each_page(page):
    faults = answered(page("{{ gone }}", name="one"), page("a\nb", name="two"))
    assert faults[0]["kind"] == "undefined"
    assert faults[1] == "a\nb"


def test_the_limits_hold_for_the_work_only(page):
    resource = pytest.importorskip("resource")
    limits = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)
    before = [resource.getrlimit(one) for one in limits]
    answered(page("x"))
    assert [resource.getrlimit(one) for one in limits] == before


def test_the_shipped_templates_are_not_foreign(pack_folder, tmp_path):
    assert not TemplateFolders(pack_folder).foreign
    assert TemplateFolders(pack_folder, tmp_path).foreign


WRITES = """
from pathlib import Path
from mhscan.reports.rendering.sandbox import Limits, _limited
with _limited(Limits()):
    try:
        Path("out.txt").write_bytes(b"text")
    except OSError as error:
        print(type(error).__name__, error.errno)
Path("after.txt").write_bytes(b"text")
"""


def test_inside_the_limits_no_file_can_be_written_and_after_them_it_can(tmp_path):
    done = subprocess.run([sys.executable, "-c", WRITES], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"OSError {errno.EFBIG}\n", "")
    assert (tmp_path / "out.txt").stat().st_size == 0
    assert (tmp_path / "after.txt").read_bytes() == b"text"
