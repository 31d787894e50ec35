"""A link in a pack is not followed out of it, by no command."""

from __future__ import annotations

import shutil

import pytest

from mhscan.answers.archive import keep_pack
from mhscan.cli.boundary import run
from mhscan.errors import InputError
from mhscan.loading.packs import read_folder

SECRET = "AWS_SECRET: abc123"
PLACES = [
    "factors/extra.yaml",
    "factors/readme.txt",
    "factors/sources",
    "factors/migrations",
    "questionnaires/extra.yaml",
    "questionnaires",
    "factors",
    "templates/page.md.j2",
    "templates/extra.yaml",
    "templates/documents.yaml",
    "templates",
]


@pytest.fixture
def pack(english_folder, tmp_path):
    """A pack, and beside it a folder with a secret in every file."""
    outside = tmp_path / "outside"
    for name in ("model.yaml", "extra.yaml", "documents.yaml", "page.md.j2", "sources/a.yaml"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text(f"{SECRET}\n", encoding="utf-8")
    (english_folder / "templates").mkdir()
    (english_folder / "templates" / "page.j2").write_text("x", encoding="utf-8")
    return english_folder


def link(pack, place):
    """Put a link to the folder outside, or to a file in it, at a place in the pack."""
    path, outside = pack / place, pack.parent / "outside"
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(outside / path.name if path.suffix and (outside / path.name).exists() else outside)
    return path


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_validate_names_the_link_and_shows_nothing_of_what_it_leads_to(pack, capsys, place, form):
    path = link(pack, place)
    capsys.readouterr()
    assert run(["--lang", "en", "validate", str(pack), "--format", form]) == 1
    shown = "".join(capsys.readouterr())
    assert "MH019" in shown
    assert path.name in shown
    assert "abc123" not in shown
    assert "AWS" not in shown


@pytest.mark.parametrize("place", PLACES)
def test_what_makes_documents_reads_nothing_through_a_link(pack, tmp_path, capsys, place):
    link(pack, place)
    for command in (["questions", "--pack"], ["templates", "copy", str(tmp_path / "mine"), "--pack"]):
        run(["--lang", "en", *command, str(pack)])
    assert "abc123" not in "".join(capsys.readouterr())
    made = [one for one in tmp_path.rglob("*") if one.is_file() and (tmp_path / "outside") not in one.parents]
    assert [str(one) for one in made if SECRET in one.read_text(errors="ignore") and not one.is_symlink()] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_pack_with_such_a_link_is_not_kept(pack, tmp_path, place):
    digest = read_folder(pack).sha256
    path = link(pack, place)
    with pytest.raises(InputError, match="cannot be kept") as caught:
        keep_pack(pack, tmp_path / "scan.pack", digest)
    assert {(one.code, one.location.file) for one in caught.value.problems} == {("MH019", str(path))}
    assert [one.name for one in tmp_path.iterdir() if "scan" in one.name] == []


def test_a_link_inside_the_pack_is_followed(pack):
    (pack / "factors" / "model-again.txt").symlink_to("model.yaml")
    shutil.rmtree(pack / "templates")
    (pack / "words").mkdir()
    (pack / "templates").symlink_to("words")
    assert run(["--lang", "en", "validate", str(pack)]) == 0
