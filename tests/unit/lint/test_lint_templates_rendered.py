"""Templates are rendered with answers that are made from the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.integrity.packs import checked_folder, load_pack
from mhscan.lint.review import validate
from mhscan.lint.templates.balance import Unbalanced, unbalanced
from mhscan.lint.templates.rendered import rendered
from mhscan.lint.templates.source import Templates
from mhscan.lint.templates.trials import views
from mhscan.reports.formats.registry import FORMATS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
LIST = "templates/documents.yaml"
NOTE = "schema: mhscan/documents@1\ndocuments:\n  - {id: note, title: Note, about: A note.}\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<p>a<br>b</p><img src=x><svg><path d=''/></svg>", None),
        ("<ul><li>a<li>b</ul><p>c", None),
        ("<div>\n <em>a</div>", Unbalanced("<em>", 2, 2)),
        ("a</div>", Unbalanced("</div>", 1, 2)),
        ("<b><i>a</b></i>", Unbalanced("<i>", 1, 4)),
        ("<main>", Unbalanced("<main>", 1, 1)),
        ("<style>a > b {}</style>", None),
        ("", None),
    ],
)
def test_the_first_tag_without_counterpart_is_found(text, fault):
    assert unbalanced(text) == fault


@pytest.mark.parametrize("pack", [ROOT, ROOT / "tests" / "packs" / "harbour", ROOT / "tests" / "packs" / "tiny"])
def test_the_trials_go_from_nothing_to_everything(pack):
    minimal, typical, maximal = views(load_pack(pack))
    assert minimal.unknown
    assert not typical.unknown
    assert (minimal.internal, maximal.internal, maximal.status != minimal.status) == (False, True, True)
    assert maximal.plan is not None


def test_all_documents_of_the_shipped_pack_are_rendered_each_with_all_answers():
    found = rendered(Templates(ROOT / "templates", checked_folder(ROOT)))
    assert {one.document.id for one in found} >= {"adviesrapport", "vragenlijst", "actieplan"}
    assert all(isinstance(one.outcome, str) for one in found)
    made_of_templates = {name for name, made in FORMATS.items() if made.templates}
    assert {one.format for one in found if one.document.id == "actieplan"} == made_of_templates


def test_what_the_pack_does_not_change_is_not_rendered(tiny_pack):
    assert rendered(Templates(tiny_pack.path / "templates", checked_folder(tiny_pack.path))) == ()


def test_a_part_that_many_documents_share_is_tried_in_them_all(tiny_pack):
    shared = (ROOT / "templates" / "_blocks.md.j2").read_text(encoding="utf-8")
    tiny_pack.write("templates/_blocks.md.j2", shared + "{{ gone }}\n")
    line = len(shared.splitlines()) + 1
    assert set(tiny_pack.problems()) == {("MH602", f"templates/_blocks.md.j2:{line}:4")}


def test_a_document_without_any_template_is_named_in_the_list(tiny_pack):
    tiny_pack.write(LIST, NOTE)
    assert tiny_pack.problems() == [("MH606", f"{LIST}:3:10")]


def test_a_fault_in_the_middle_of_errors_of_the_pack_waits(tiny_pack):
    tiny_pack.write(LIST, NOTE)
    tiny_pack.write("templates/note.j2", "{{ gone }}\n")
    (tiny_pack.path / "factors" / "model.yaml").unlink()
    assert "MH602" not in {code for code, _at in tiny_pack.problems()}


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("<main>\n{% if report.subject %}<div>{% endif %}\n</main>\n", "2:25"),
        ("<main>\n{{ '<div>' | safe }}\n</main>\n", "2:6"),
        ("{% for a in 'ab' %}<p>x</p>{% endfor %}</div>\n", "1:42"),
    ],
)
def test_broken_html_is_placed_where_the_tag_stands(tiny_pack, text, at):
    tiny_pack.write(LIST, NOTE)
    tiny_pack.write("templates/note.html.j2", text)
    found = [one for one in validate([tiny_pack.path], tiny_pack.path) if one.code == "MH605"]
    assert [f"{one.location.line}:{one.location.column}" for one in found] == [at]


@pytest.fixture
def own(tmp_path):
    """Writes a file in a folder of somebody's own templates, which lies outside any pack."""
    folder = tmp_path / "own"
    folder.mkdir()

    def write(name: str, text: str) -> Path:
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


def found_in(folder: Path, pack: Path) -> list[tuple[str, str]]:
    return [(one.code, str(one.location).removeprefix(f"{folder}/")) for one in validate([folder], pack)]


def test_own_templates_are_tried_with_the_documents_of_the_pack(own, tiny_pack):
    own("documents.yaml", NOTE)
    assert found_in(own("note.j2", "{{ report.subject }}\n"), tiny_pack.path) == []
    assert found_in(own("note.j2", "{{ report.subjct }}\n"), tiny_pack.path) == [("MH602", "note.j2:1:11")]


def test_own_templates_can_extend_those_of_the_pack(own, tiny_pack):
    tiny_pack.write(LIST, NOTE)
    tiny_pack.write("templates/note.j2", "{% block words %}{% endblock %}\n")
    folder = own("note.j2", "{% extends 'pack/note.j2' %}{% block words %}{{ gone }}{% endblock %}\n")
    assert found_in(folder, tiny_pack.path) == [("MH602", "note.j2:1:49")]


def test_a_part_of_the_pack_that_somebody_replaces_is_tried_in_each_document(own, tiny_pack):
    tiny_pack.write(LIST, NOTE)
    tiny_pack.write("templates/_head.j2", "{{ report.subject }}\n")
    tiny_pack.write("templates/note.j2", "{% include '_head.j2' %}\n")
    assert ("MH602", "_head.j2:1:4") in found_in(own("_head.j2", "{{ gone }}\n"), tiny_pack.path)


def test_a_list_alone_is_tried_too(own, tiny_pack):
    made_with = ", needs: scores, template: samenvatting, sections: [{id: pictur, title: Picture}]}"
    listed = NOTE.replace("}", made_with)
    folder, column = own("documents.yaml", listed), listed.splitlines()[2].index("pictur") + 1
    assert found_in(folder, tiny_pack.path) == [("MH604", f"documents.yaml:3:{column}")]


def test_html_that_the_pack_breaks_is_said_of_the_list_that_asks_for_it(own, tiny_pack):
    tiny_pack.write("templates/note.html.j2", "<main>\n")
    assert found_in(own("documents.yaml", NOTE), tiny_pack.path) == [("MH605", "documents.yaml:3:10")]


def test_styles_and_a_wrong_list_beside_own_templates_are_found(own, tiny_pack):
    own("note.j2", "{{ gone }}\n")
    own("house.yaml", "schema: mhscan/style@1\nsender: Me\ncolours: {main: '#ffff00', accent: '#01689b'}\n")
    folder = own("documents.yaml", NOTE.replace("schema: mhscan/documents@1\n", ""))
    assert found_in(folder, tiny_pack.path) == [("MH101", "documents.yaml:1:1"), ("MH610", "house.yaml:3:17")]


def test_a_style_in_the_templates_of_a_pack_is_checked(tiny_pack):
    tiny_pack.write("templates/house.yaml", "schema: mhscan/style@1\ncolours: {main: '#ffff00', accent: '#01689b'}\n")
    assert tiny_pack.problems() == [("MH610", "templates/house.yaml:2:17")]


def test_own_templates_wait_for_a_pack_with_errors(own, tiny_pack):
    (tiny_pack.path / "factors" / "model.yaml").unlink()
    folder = own("note.j2", "{{ gone }}\n")
    assert [code for code, _at in found_in(folder, tiny_pack.path)] == ["MH201"]
