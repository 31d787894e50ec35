"""What mhscan reads is never replaced by a document, however it is written, called or reached."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mhscan.answers.archive import keep_pack
from mhscan.answers.guarded import refuse_own
from mhscan.answers.writing import Writer
from mhscan.errors import OutputError
from mhscan.loading.files import read_document, read_text
from mhscan.loading.packs import KINDS, read_folder
from mhscan.loading.paths import forget_read

LONG = "# " + "many words " * 500 + "\n"
SCAN = "schema: mhscan/assessment@1\nid: '1'\n"
KINDS_READ = [*KINDS, *(f"mhscan/{one}@1" for one in ("assessment", "plan", "documents", "style", "scenario"))]


@pytest.fixture(autouse=True)
def _nothing_read():
    forget_read()


@pytest.mark.parametrize(
    "content",
    [
        SCAN,
        LONG + SCAN,
        '"schema": "mhscan/assessment@1"\nid: 1\n',
        "'schema' : 'mhscan/assessment@1'\n",
        "id: '1'\nschema: >-\n  mhscan/assessment@1\n",
        '{"id": "1", "schema": "mhscan/assessment@1"}',
        json.dumps({"answers": {"a.b": {"value": 1}}, "schema": "mhscan/assessment@1"}, indent=2),
        '{"schema": "\\u006dhscan/assessment@1"}',
        "{schema: mhscan/assessment@1}",
        "---\n" + SCAN,
        "\ufeff" + SCAN,
        SCAN.replace("\n", "\r\n"),
        SCAN + "answers: [\n",
        "\tslip\n" + LONG + SCAN,
        "answers: {\nschema: mhscan/plan@1",
        "schema: mhscan/assessment@9\n",
        "schema: mhscan/something-of-later@1\n",
        *(f"schema: {kind}\n" for kind in KINDS_READ),
    ],
)
@pytest.mark.parametrize("name", ["x.html", "x.json", "x"])
def test_by_its_content(tmp_path, content, name):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match="has answers, words or settings that mhscan reads"):
        refuse_own(path)
    assert path.read_text(encoding="utf-8") is not None


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-be", "cp1252"])
def test_by_its_content_in_another_coding(tmp_path, coding):
    (tmp_path / "x.html").write_bytes(("# één\n" + SCAN).encode(coding))
    with pytest.raises(OutputError, match="that mhscan reads"):
        refuse_own(tmp_path / "x.html")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<!DOCTYPE html>\n<p>schema</p>",
        "# Report\n\nschema: other\n",
        '{"schema": "mhscan/report@1", "subject": {"name": "x"}}',
        '{"schema": "mhscan/comparison@1"}',
        "\x00\x01\xff",
    ],
)
def test_a_document_may_be_made_anew(tmp_path, content):
    (tmp_path / "x.html").write_text(content, encoding="utf-8")
    refuse_own(tmp_path / "x.html")


def test_what_is_not_there_or_no_file_is_nothing_to_refuse(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("none", "pipe", "."):
        refuse_own(tmp_path / name)


@pytest.mark.parametrize("name", ["scan.notes.md", "report.html.j2"])
def test_by_its_name(tmp_path, name):
    (tmp_path / name).touch()
    with pytest.raises(OutputError, match="that mhscan reads"):
        refuse_own(tmp_path / name)


@pytest.mark.parametrize("place", ["factors/readme.txt", "questionnaires/x.md", "templates/deep/x.css"])
def test_by_its_place_in_a_pack(english_folder, place):
    (english_folder / place).parent.mkdir(parents=True, exist_ok=True)
    (english_folder / place).touch()
    (english_folder / "report.html").touch()
    with pytest.raises(OutputError, match="that mhscan reads"):
        refuse_own(english_folder / place)
    refuse_own(english_folder / "report.html")


def test_by_its_place_in_a_kept_pack(english_folder, tmp_path):
    keep_pack(english_folder, tmp_path / "scan.yaml", read_folder(english_folder).sha256)
    with pytest.raises(OutputError, match="that mhscan reads"):
        refuse_own(tmp_path / "scan.pack" / "SHA256SUMS")


@pytest.mark.parametrize("way", ["itself", "other spelling", "link", "hard link"])
def test_by_being_read_in_this_run(tmp_path, way):
    path = tmp_path / "words.csv"
    path.write_text("a;b", encoding="utf-8")
    other = {"itself": path, "other spelling": tmp_path / ".." / tmp_path.name / "words.csv"}.get(way, tmp_path / "l")
    if way == "link":
        other.symlink_to(path)
    elif way == "hard link":
        other.hardlink_to(path)
    refuse_own(other)
    with pytest.raises(OutputError, match="is read by this very command"):
        refuse_own(other, inputs=[tmp_path / "none", path])
    read_text(path, "words.csv")
    with pytest.raises(OutputError, match="is read by this very command"):
        refuse_own(other)


def test_a_look_at_it_is_no_reading(tmp_path):
    (tmp_path / "x.html").write_text("<p>", encoding="utf-8")
    refuse_own(tmp_path / "x.html")
    refuse_own(tmp_path / "x.html")


@pytest.mark.parametrize(("id_", "same"), [("6f0c", True), ("7777", False)])
def test_what_is_read_may_be_made_anew_as_the_same_thing_only(tmp_path, make, id_, same):
    path = tmp_path / "example.yaml"
    path.write_text(Writer().text(make()), encoding="utf-8")
    text = Writer().text(make(id=id_, answers={}))
    if same:
        refuse_own(path, text=text)
    else:
        with pytest.raises(OutputError, match="that mhscan reads"):
            refuse_own(path, text=text)
    with pytest.raises(OutputError, match="that mhscan reads"):
        refuse_own(path, text="<p>")
    read_document(path)
    with pytest.raises(OutputError, match="read by this very command"):
        refuse_own(path, text=text)


def test_a_template_may_take_the_place_of_a_template(tmp_path):
    Path(tmp_path / "report.html.j2").touch()
    refuse_own(tmp_path / "report.html.j2", text="new")
