"""The catalogues have every sentence of the interface, the reports and the library under the command line."""

from __future__ import annotations

import ast
import importlib.util
import io
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import typer.core
import typer.rich_utils
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from mhscan import language
from mhscan.cli.app import COMMANDS, call
from mhscan.errors import UsageError
from mhscan.interview.keys import letters

ROOT = Path(__file__).resolve().parents[2]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "tools" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogue = _load()
LANGUAGES = [name for name, _path in catalogue.catalogues()]
PO = {name: path.read_bytes() for name, path in catalogue.catalogues()}


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    return catalogue.template()


def complaints(wanted: Catalog, po: bytes) -> list[str]:
    return list(catalogue.complaints(wanted, po, catalogue.compiled(po)))


def replaced(po: bytes, old: str, new: str) -> bytes:
    assert po.count(old.encode()) == 1
    return po.replace(old.encode(), new.encode())


def test_dutch_is_one_of_the_languages():
    assert "nl" in LANGUAGES
    assert language.available() == tuple(sorted({"en", *LANGUAGES}))


def test_the_check_finds_nothing(capsys):
    assert catalogue.check() == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_language_has_every_message(wanted, name):
    translations = language.translations(name)
    for message in catalogue.messages(wanted):
        if message.pluralizable:
            for count in (1, 2):
                assert translations.ngettext(*message.id, count)
            assert translations.ngettext(*message.id, 2) != message.id[1]
        elif message.context:
            assert translations.pgettext(message.context, message.id)
        else:
            assert translations.gettext(message.id)
    present = {(one.id, one.context) for one in catalogue.messages(read_po(io.BytesIO(PO[name])))}
    assert present == {(one.id, one.context) for one in catalogue.messages(wanted)}


def test_sentences_in_every_kind_of_place_are_extracted(wanted):
    """In code, in an f-string, in a template, marked for later, plural, in a context, and of the library."""
    for sentence in (
        "Only the questions of this factor.",
        "you are here",
        "Go to the content",
        "A key is a text.",
        "{n} error",
        "No such command {name!r}.",
    ):
        assert sentence in wanted, sentence
    assert wanted.get("e", "key of 'explanation'") is not None
    assert len(wanted) > 400


def test_a_missing_message_is_found(wanted):
    planted = Catalog()
    for message in catalogue.messages(wanted):
        planted.add(message.id, context=message.context)
    planted.add("A sentence that nobody translated.")
    planted.add("e", context="key of 'something new'")
    assert complaints(planted, PO["nl"]) == [
        "is missing: 'A sentence that nobody translated.'",
        "is missing: 'e' (key of 'something new')",
    ]


def test_a_message_planted_in_the_code_is_found(monkeypatch, tmp_path):
    """The check reads the code that is there, not a list of sentences."""
    (tmp_path / "src" / "mhscan").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    (tmp_path / "babel.cfg").write_bytes((ROOT / "babel.cfg").read_bytes())
    (tmp_path / "src" / "mhscan" / "new.py").write_text("said = f\"{_('planted in code')}\"\n", encoding="utf-8")
    (tmp_path / "templates" / "new.md.j2").write_text("{{ _('planted in a template') }}\n", encoding="utf-8")
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    found = complaints(catalogue.template(), PO["nl"])
    assert "is missing: 'planted in code'" in found
    assert "is missing: 'planted in a template'" in found
    assert "is not used any more: 'Only the questions of this factor.'" in found


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('msgstr "Kernacties"', 'msgstr ""', "is not translated: 'Key actions'"),
        ('msgstr[1] "{n} fouten"', 'msgstr[1] ""', "is not translated: '{n} error'"),
        ('msgstr "{path} bestaat al."', 'msgstr "{pad} bestaat al."', "has other placeholders"),
        ('msgstr[1] "{n} fouten"', 'msgstr[1] "fouten"', "has other placeholders"),
        ('msgid "Key actions"', '#, fuzzy\nmsgid "Key actions"', "is marked as fuzzy: 'Key actions'"),
        ('msgid "Key actions"', 'msgid "Keys actions"', "is not used any more: 'Keys actions'"),
    ],
)
def test_what_is_wrong_with_a_translation_is_found(wanted, old, new, complaint):
    found = complaints(wanted, replaced(PO["nl"], old, new))
    assert any(one.startswith(complaint) for one in found), found


def test_an_obsolete_message_is_found(wanted):
    po = PO["nl"] + b'\n#~ msgid "Old"\n#~ msgstr "Oud"\n'
    assert complaints(wanted, po) == ["is obsolete: 'Old'"]


def test_a_stale_mo_file_is_found(wanted):
    po = replaced(PO["nl"], 'msgstr "Kernacties"', 'msgstr "Grote acties"')
    found = list(catalogue.complaints(wanted, po, catalogue.compiled(PO["nl"])))
    assert found == ["the .mo file was not made from this .po file: run the update"]


def test_the_check_fails_and_says_why(monkeypatch, tmp_path, capsys):
    path = tmp_path / "nl" / "LC_MESSAGES" / "mhscan.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(replaced(PO["nl"], 'msgstr "Kernacties"', 'msgstr ""'))
    monkeypatch.setattr(catalogue, "LOCALE_DIR", tmp_path)
    assert catalogue.update() == 1
    assert capsys.readouterr().err == "nl: is not translated: 'Key actions'\n"


def test_an_update_of_an_update_changes_nothing(monkeypatch, tmp_path):
    path = tmp_path / "nl" / "LC_MESSAGES" / "mhscan.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(PO["nl"])
    monkeypatch.setattr(catalogue, "LOCALE_DIR", tmp_path)
    assert catalogue.update() == 0
    first = path.read_bytes()
    assert catalogue.update() == 0
    assert path.read_bytes() == first
    assert path.with_suffix(".mo").read_bytes() == catalogue.compiled(PO["nl"])


def test_a_catalogue_has_no_dates_and_no_line_numbers():
    """Else it would change with every update, or with every line that is added to the code."""
    head = PO["nl"].partition(b"\n\n")[0] + catalogue.compiled(PO["nl"])
    assert b"-Date:" not in head
    assert b"Generated-By" not in head
    places = re.findall("^#: .*$", PO["nl"].decode(), re.MULTILINE)
    assert places
    assert not [line for line in places if re.search(r":\d", line)]


@pytest.mark.parametrize("name", language.available())
def test_keys_are_different_single_letters(name):
    with language.speaking(name):
        found = letters()
    assert all(len(one) == 1 and one.isalpha() and one == one.casefold() for one in found.values())
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("name", language.available())
def test_words_in_file_names_are_file_names(name):
    with language.speaking(name):
        for word in (language._("report"), language._("report-internal"), language._("example"), language._("score")):
            assert word == word.casefold()
            assert word.replace("-", "").isalpha()


def test_yes_and_no_start_with_different_letters():
    for name in language.available():
        with language.speaking(name):
            assert language._("yes")[0] != language._("no")[0]


def test_the_library_says_nothing_else_through_gettext():
    """An update of typer that says more, or other things, must not pass unseen."""
    said = set()
    for module in (typer.core, typer.rich_utils):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                assert isinstance(node.args[0], ast.Constant)
                said.add(node.args[0].value)
    assert said == set(catalogue.LIBRARY_MESSAGES)


ENGLISH = (
    "Usage", "Options", "Arguments", "Commands", "Show", "exit", "required", "default", "Missing", "<str>", "<path>",
    "FILE", "FOLDER", "NAME", "KIND", "OPTIONS", "ARGUMENTS", "COMMAND ",
)  # fmt: skip


def run_dutch(*arguments: str) -> tuple[int, str]:
    """What a command says in a process of its own, as its help texts are made when it is imported."""
    done = subprocess.run(
        [sys.executable, "-m", "mhscan", *arguments], capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("command", [[], *([one] for one in COMMANDS)], ids=["", *COMMANDS])
def test_the_help_is_wholly_dutch(command):
    code, said = run_dutch(*command, "--help")
    assert code == 0
    assert said.startswith("Gebruik: mhscan")
    assert "Toon deze uitleg." in said
    assert [word for word in ENGLISH if word in said] == []


def test_the_help_is_english_where_that_is_asked_for():
    code, said = run_dutch("--lang", "en", "score", "--help")
    assert code == 0
    assert said.startswith("Usage: mhscan score [OPTIONS] {FILE}")
    assert "Show this message and exit." in said


def test_a_missing_argument_has_its_dutch_name():
    assert run_dutch("score") == (2, "BESTAND ontbreekt.\nMeer uitleg: mhscan score --help\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("onzin", "Het commando 'onzin' bestaat niet."),
        ("scor", "Het commando 'scor' bestaat niet. Bedoelt u 'score'?"),
        ("score --xyzzy x", "De optie --xyzzy bestaat niet."),
        ("score --formt x", "De optie --formt bestaat niet. Bedoelt u '--format'?"),
        ("score x --format", "Achter --format hoort een waarde."),
        ("demo --force=1", "Achter --force hoort geen waarde."),
        ("score x y z", "Dit hoort niet bij het commando: y z"),
        ("report x --audience pdf", "Bij --audience kunt u kiezen uit: public, internal."),
    ],
)
def test_errors_in_arguments_are_dutch(arguments, expected):
    with language.speaking("nl"), pytest.raises(UsageError) as caught:
        call(arguments.split())
    assert caught.value.message == expected
    command = arguments.split()[0]
    called = f"mhscan {command}" if command in COMMANDS else "mhscan"
    assert caught.value.hint == f"Meer uitleg: {called} --help"
