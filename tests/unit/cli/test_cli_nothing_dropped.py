"""What is given with a command is kept, or the command says that it is not."""

from __future__ import annotations

import re

import pytest

from mhscan.answers.reading import read_assessment

WORDS = "drie, o.a. Fatima K"
UNUSED = [
    ("people.lead=2", "--reason", "Why"),
    ("people.lead=", "--note", "Words"),
    ("people.lead=", "--evidence", "Minutes"),
    ("people.lead=", "--carried-by", "Others"),
    ("subject.berths=40", "--note", "Words"),
]


@pytest.mark.parametrize("arguments", UNUSED, ids=lambda words: " ".join(words[:2]))
def test_what_goes_with_no_answer_is_refused_and_nothing_is_saved(harbour, scan, arguments):
    file = scan({"people.lead": 1})
    before = file.read_bytes()
    done = harbour("set", file, *arguments)
    assert (done.code, f"{arguments[1]} goes with none of these answers" in done.said) == (3, True), done.said
    assert file.read_bytes() == before


def test_a_reason_that_one_of_the_answers_keeps_is_kept(harbour, scan):
    file = scan({"people.lead": 1})
    assert harbour("set", file, "people.lead=2", "ashore.slope=skipped", "--reason", "Later").code == 0
    assert read_assessment(file)[1].answers["ashore.slope"].reason == "Later"


@pytest.mark.parametrize(("value", "gone"), [("2", ["reason 'Not here'"]), ("", ["reason 'Not here'", "note 'Mine'"])])
def test_what_stood_with_an_answer_and_goes_is_named(harbour, scan, value, gone):
    file = scan({})
    harbour("set", file, "ashore.slope=not_applicable", "--reason", "Not here", "--note", "Mine")
    done = harbour("set", file, f"ashore.slope={value}")
    assert done.code == 0
    assert f"What stood with it before is gone: {', '.join(gone)}." in done.said


@pytest.mark.parametrize(
    "arguments",
    [
        ("set", "people.lead=3", "people.lead=4"),
        ("target", "people.lead=3", "people.lead=4"),
        ("target", "people.lead=3", "--remove", "people.lead"),
    ],
)
def test_what_is_named_twice_is_refused(harbour, scan, arguments):
    file = scan({"people.lead": 1})
    before = file.read_bytes()
    done = harbour(arguments[0], file, *arguments[1:])
    assert (done.code, re.search(r"'people(\.lead)?' is named twice", done.said) is not None) == (2, True)
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_copy_of_what_is_of_this_version_is_made_too(harbour, scan, tmp_path):
    file = scan({"people.lead": 1})
    assert harbour("migrate", file, "-o", tmp_path / "copy.yaml").code == 0
    assert read_assessment(tmp_path / "copy.yaml")[1].answers == read_assessment(file)[1].answers


def test_a_column_that_is_not_there_is_named(harbour, scan, tmp_path):
    file = scan({"people.lead": 1})
    sheet = tmp_path / "sheet.csv"
    harbour("plan", file, "--audience", "internal", "-o", sheet)
    rows = [line.split(";") for line in sheet.read_text(encoding="utf-8-sig").splitlines()]
    n = next(n for n, heading in enumerate(rows[0]) if heading.strip('"') == "note")
    sheet.write_text("\n".join(";".join(row[:n] + row[n + 1 :]) for row in rows), encoding="utf-8")
    assert "There is no column for: note." in harbour("plan", "read", file, sheet).said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: master", f"role: {WORDS}"),
        ("role: master", f"role: master\n  {WORDS}: 3"),
        ("value: 1", f"value: '{WORDS}'"),
        ("berths: 40", f"berths: '{WORDS}'"),
        ("berths: 40", f"berths: '{WORDS}'\n  {WORDS}: 1"),
    ],
)
@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "junit"])
def test_no_message_quotes_what_somebody_wrote(harbour, scan, name, old, new):
    file = scan({"people.lead": 1}, subject={"name": "Northport", "code": "HB012", "berths": 40})
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert WORDS in file.read_text(encoding="utf-8")
    done = harbour("validate", file, "--format", name)
    assert done.code == 1
    assert "Fatima" not in done.out + done.err
    assert "fatima" not in done.out + done.err


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("id: advice-report", "documents.yaml has a section 'nowhere', and no template has a block for it."),
        ("id: new-one", "For this document there is no template 'new-one.j2'. Make it, or name another"),
    ],
)
def test_a_wrong_list_of_documents_is_not_said_of_a_template_of_ours(harbour, scan, tmp_path, entry, said):
    folder = tmp_path / "own"
    folder.mkdir()
    template = "template: report, " if "advice" in entry else ""
    text = f"{{{entry}, {template}title: T, about: A., needs: scores, sections: [{{id: nowhere, title: Q}}]}}"
    (folder / "documents.yaml").write_text(f"schema: mhscan/documents@1\ndocuments:\n  - {text}\n", encoding="utf-8")
    done = harbour("report", scan(), "-d", entry.removeprefix("id: "), "--templates", folder)
    assert (done.code, said in done.said) == (3, True), done.said
    assert "_document" not in done.said
    assert "jinja" not in done.said


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_the_line_ends_and_the_mark_of_a_file_stay(harbour, scan, mark, end):
    file = scan({"people.lead": 1})
    assert harbour("target", file, "people.lead=3").code == 0
    plan = next(file.parent.glob("*.plan.yaml"))
    for one in (file, plan):
        one.write_bytes(mark + one.read_bytes().replace(b"\n", end))
    assert harbour("set", file, "people.lead=2", "--note", "One\nTwo").code == 0
    assert harbour("target", file, "people.lead=4").code == 0
    for one in (file, plan):
        text = one.read_bytes()
        assert text.startswith(mark + b"#")
        assert text.count(b"\n") == text.count(end) > 5
    assert read_assessment(file)[1].answers["people.lead"].note == "One\nTwo"
