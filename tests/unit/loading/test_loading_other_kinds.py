"""Files that are not of mhscan."""

from __future__ import annotations

import io
import zipfile

import pytest

from mhscan.loading.files import read_document
from mhscan.loading.other_kinds import other_kind, other_kind_of_bytes


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a document of Word"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet of Excel"),
        (zipped("notes.txt"), "a packed file (ZIP)"),
        (b"\xd0\xcf\x11\xe0\xa1", "a document of an old version of Word or Excel"),
        (b"SQLite format 3\x00", "a database"),
        (b"", ""),
        (b"schema: mhscan/factor@1\n", ""),
        (b"\xef\xbb\xbfschema: x\n", ""),
    ],
)
def test_a_file_of_another_kind_is_known_by_its_first_bytes(raw: bytes, kind: str) -> None:
    assert other_kind_of_bytes(raw) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!DOCTYPE html>\n<html>", "x.yaml", "a web page (HTML)"),
        ("<?xml version='1.0'?>", "x.yaml", "XML"),
        ("BEGIN:VCALENDAR\r\n", "x", "a calendar"),
        ("a;b;c\n1;2;3\n", "x.yaml", "a spreadsheet (CSV)"),
        ("a,b,c\n1,2,3\n", "x", "a spreadsheet (CSV)"),
        ("id;status\n", "plan.csv", "a spreadsheet (CSV)"),
        ("# One\n\nText.\n\n## Two\n\nText: more\n", "x", "a text in Markdown"),
        ("Text.\n", "v.notes.md", "a text in Markdown"),
        ('{"openapi": "3.0"}', "x.yaml", "JSON of another program"),
        ("#!/bin/sh\n", "x", "a program"),
        ("{% extends 'x' %}", "x.j2", "a template"),
        ("schema: mhscan/factor@1\nid: [\n", "x.md", ""),
        ('{"schema": "mhscan/factor@1"', "x.json", ""),
        ("title: Soil\naspects:\n  - {id: care, title: Care}\n", "soil.yaml", ""),
        ("# a comment\nid: soil\n# another\ntitle: Soil\n", "soil.yaml", ""),
        ("- a\n- b\n", "soil.yaml", ""),
        ("", "soil.yaml", ""),
    ],
)
def test_a_text_of_another_kind_is_known_by_how_it_begins_or_by_its_name(text: str, name: str, kind: str) -> None:
    assert other_kind(text, name) == kind


@pytest.mark.parametrize(
    ("name", "word"), [("v.notes.md", "Notes"), ("plan.csv", "mhscan plan read"), ("x.html", "schema:")]
)
def test_what_to_do_with_it_is_said(tmp_path, name: str, word: str) -> None:
    path = tmp_path / name
    path.write_text("<html>: [\n")
    (found,) = read_document(path)[1]
    assert (found.code, found.location.line) == ("MH105", 1)
    assert word in found.hint
