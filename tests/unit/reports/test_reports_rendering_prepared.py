"""A prepared template is the template: the same code, or it is passed over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.reports.rendering import prepared
from mhscan.reports.rendering.environment import environment_for, prepare_templates
from mhscan.reports.rendering.prepared import prepared_code

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
SMALL = "Hello {{ name }}{% if name %}!{% endif %}"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder with one template, and what was prepared of it."""
    templates, kept = tmp_path / "templates", tmp_path / "prepared"
    templates.mkdir()
    kept.mkdir()
    (templates / "small.md.j2").write_text(SMALL, encoding="utf-8")
    for name, text in prepare_templates(templates).items():
        (kept / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(prepared, "prepared_folder", lambda: kept)
    environment_for.cache_clear()
    yield templates
    environment_for.cache_clear()


def render(folder: Path, **views: object) -> str:
    environment = environment_for((folder,), folder, folder, html=False)
    return environment.get_template("small.md.j2").render(**views)


def test_what_was_prepared_is_used(folder, tmp_path):
    (file,) = (tmp_path / "prepared").iterdir()
    file.write_text(file.read_text(encoding="utf-8").replace("Hello", "Prepared"), encoding="utf-8")
    assert render(folder, name="you") == "Prepared you!"


def test_a_template_with_other_bytes_or_another_name_is_compiled(folder):
    assert prepared_code("small.md.j2", SMALL, "x", html=False) is not None
    assert prepared_code("small.md.j2", SMALL + " ", "x", html=False) is None
    assert prepared_code("other.md.j2", SMALL, "x", html=False) is None
    assert prepared_code("small.md.j2", SMALL, "x", html=True) is None
    (folder / "small.md.j2").write_text(SMALL + "?", encoding="utf-8")
    assert render(folder, name="you") == "Hello you!?"


def test_another_release_of_the_language_compiles_for_itself(folder, monkeypatch):
    prepared._environment_digest.cache_clear()
    monkeypatch.setattr(prepared.jinja2, "__version__", "0")
    assert prepared_code("small.md.j2", SMALL, "x", html=False) is None
    prepared._environment_digest.cache_clear()


def test_a_fault_is_told_at_its_line_of_the_template(folder, tmp_path):
    for name, text in prepare_templates(folder).items():
        assert "small.md.j2" in text
        (tmp_path / "prepared" / name).write_text(text, encoding="utf-8")
    code = prepared_code("small.md.j2", SMALL, str(folder / "small.md.j2"), html=False)
    assert code is not None
    assert code.co_filename == str(folder / "small.md.j2")


def test_each_shipped_template_is_prepared_for_what_it_is_filled_as(tmp_path):
    names = {file.name for file in TEMPLATES.glob("*.j2")}
    both = [name for name in names if not {"md", "html", "css"} & set(name.split("."))]
    made = prepare_templates(TEMPLATES)
    assert len(made) == len(names) + len(both)
    assert made == prepare_templates(shutil.copytree(TEMPLATES, tmp_path / "elsewhere"))
