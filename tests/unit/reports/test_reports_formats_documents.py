"""The documents of all layers as one list: a nearer layer goes before a farther one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.pack.documents import spoken_in
from mhscan.reports.formats.documents import registry, shows_robustness
from mhscan.reports.rendering.folders import TemplateFolders

LETTER = """schema: mhscan/documents@1
documents:
  - id: letter
    title: {nl: Brief, en: Letter}
    about: A letter.
    sections:
      - {id: next-step, title: {nl: Vervolg, en: Next step}}
      - {id: own, title: Own, text: [Fixed words.]}
"""


@pytest.fixture
def own(tmp_path):
    """A folder of templates with a list of documents."""

    def make(text):
        folder = tmp_path / "mine"
        folder.mkdir()
        (folder / "documents.yaml").write_text(text, encoding="utf-8")
        return folder

    return make


def test_a_pack_without_a_list_has_the_shipped_documents(pack_folder):
    known = registry(TemplateFolders(pack_folder))
    assert known.default == "adviesrapport"
    assert {"adviesrapport", "vragenlijst"} <= set(known.entries)


def test_a_nearer_list_adds_documents_and_leaves_the_others(pack_folder, own):
    known = registry(TemplateFolders(pack_folder, own(LETTER)))
    assert list(known.entries)[-1] == "letter"
    assert known.default == "adviesrapport"
    letter = known.view("letter", "nl")
    assert (letter.title, letter.about, letter.template) == ("Brief", "A letter.", "letter")
    assert [(one.block, one.title, one.text) for one in letter.sections] == [
        ("next_step", "Vervolg", ()),
        ("own", "Own", ("Fixed words.",)),
    ]


def test_a_nearer_list_replaces_a_document_and_chooses_the_default(pack_folder, own):
    known = registry(TemplateFolders(pack_folder, own(LETTER.replace("documents:", "default: letter\ndocuments:"))))
    assert known.view(known.default, "en").title == "Letter"


def test_the_blank_questionnaire_is_the_document_that_needs_no_answers(pack_folder):
    assert registry(TemplateFolders(pack_folder)).blank("en").title == "Questionnaire"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "documents.yaml:1:1", "empty"),
        (LETTER.replace("title: Own, ", "title: Own, texts: x, "), "documents.yaml:8:31", "unknown key 'texts'"),
        ("schema: mhscan/documents@1\ndocuments: 3\n", "documents.yaml:2:12", "a list"),
    ],
)
def test_a_list_that_is_wrong_is_named_with_its_place(pack_folder, own, text, place, message):
    with pytest.raises(InputError, match="cannot be used") as caught:
        registry(TemplateFolders(pack_folder, own(text)))
    found = caught.value.problems
    assert str(found[0].location).endswith(place)
    assert message in found[0].message


@pytest.mark.parametrize(
    ("words", "language", "text"),
    [
        ({"nl": "a", "en": "b"}, "nl", "a"),
        ({"nl": "a", "en": "b"}, "de", "b"),
        ({"nl": "a", "any": "c"}, "de", "c"),
        ({"nl": "a"}, "de", "a"),
    ],
)
def test_a_text_is_taken_in_the_language_or_else_in_the_nearest_that_there_is(words, language, text):
    assert spoken_in(words, language) == text


SHIPPED = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("document", "output_format", "shown"),
    [
        ("adviesrapport", "html", True),
        ("adviesrapport", "md", True),
        ("samenvatting", "html", False),
        ("raadsvoorstel", "md", False),
        ("actieplan", "html", False),
        ("samenvatting", "json", True),
    ],
)
def test_only_documents_with_that_part_and_data_show_how_steady_the_picture_is(document, output_format, shown):
    folders = TemplateFolders(SHIPPED)
    assert shows_robustness(folders, registry(folders).entries[document], output_format) is shown


def test_own_templates_can_show_it_in_any_document(own):
    folders = TemplateFolders(SHIPPED, own(LETTER))
    entries = registry(folders).entries
    assert all(shows_robustness(folders, entries[one], "html") for one in ("letter", "samenvatting"))


def write(folder, text):
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / "documents.yaml").write_text(f"schema: mhscan/documents@1\n{text}")


def test_a_list_removes_documents_by_any_of_their_names(tmp_path):
    write(tmp_path, "default: summary\nremove: [council-letter, collegevoorstel, adviesrapport]\n")
    found = registry(TemplateFolders(tmp_path))
    assert {"raadsinformatiebrief", "collegevoorstel", "adviesrapport"}.isdisjoint(found.entries)
    assert found.default == "samenvatting"


def test_without_a_default_the_first_document_that_is_left_is_made(tmp_path):
    write(tmp_path, "remove: [adviesrapport]\n")
    assert registry(TemplateFolders(tmp_path)).default == "samenvatting"


def test_a_list_that_leaves_no_document_is_refused(tmp_path):
    every = ", ".join(registry(TemplateFolders(tmp_path)).entries)
    write(tmp_path, f"remove: [{every}]\n")
    with pytest.raises(InputError, match="leave no document"):
        registry(TemplateFolders(tmp_path))


def test_blank_questions_cannot_be_made_where_their_document_is_removed(tmp_path):
    write(tmp_path, "remove: [questionnaire]\n")
    with pytest.raises(InputError, match="no document with blank questions"):
        registry(TemplateFolders(tmp_path)).blank("en")


@pytest.mark.parametrize(
    ("name", "found"),
    [("summary", "samenvatting"), ("samenvatting", "samenvatting"), ("nothing", None), ("poster", "poster"),
     ("old-poster", "poster"), ("council-letter", None)],
)  # fmt: skip
def test_a_document_goes_by_its_id_that_of_its_language_and_its_aliases(name, found):
    market = Path(__file__).resolve().parents[2] / "packs" / "market"
    known = registry(TemplateFolders(market))
    assert known.find(name) == (None if found == "samenvatting" else found)
    assert registry(TemplateFolders(market.parent / "harbour")).find(name) == {
        "poster": None, "old-poster": None, "council-letter": "raadsinformatiebrief"
    }.get(name, found)  # fmt: skip
    assert known.names("en") == ["advice-report", "action-plan", "questionnaire", "poster"]
