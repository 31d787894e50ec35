"""Files of other programs that are given for a text."""

from __future__ import annotations

import io
import zipfile

import pytest

from mhscan.loading.files import read_text
from mhscan.loading.formats import other_format


def zipped(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("raw", "called"),
    [
        (zipped(xl__workbook="x"), "a spreadsheet of Excel"),
        (zipped(Index__Tables="x"), "a spreadsheet of Numbers"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a spreadsheet of LibreOffice"),
        (zipped(word__document="x"), "a document of a word processor"),
        (zipped(a="x"), "a zip file"),
        (b"PK\x03\x04broken", "a zip file, and damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a file of Excel or Word, in the old form"),
        (b"%PDF-1.7", "a PDF"),
        ("id".encode("utf-16"), "a text in UTF-16"),
    ],
)
def test_a_file_of_another_program_is_named_whatever_it_is_called(tmp_path, raw, called):
    path = tmp_path / "plan.csv"
    path.write_bytes(raw)
    text, (problem,) = read_text(path, "plan.csv")
    assert (text, problem.code, problem.message) == (None, "MH003", f"this is {called}, and no text")
    assert problem.hint


@pytest.mark.parametrize("raw", [b"", b"id;due\n", "één".encode(), b"\xef\xbb\xbfid"])
def test_a_text_is_a_text(raw):
    assert other_format(raw) is None
