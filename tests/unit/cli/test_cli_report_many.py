"""`mhscan report` of many files."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, PackRef
from mhscan.errors import OutputError

pytestmark = pytest.mark.slow

ANSWERS = {"people.lead": Answer(state="answered", value=1, note="Only for us"), "people.course": 2}


@pytest.fixture
def scans(scan, tmp_path):
    """A folder with three assessments."""
    (tmp_path / "scans").mkdir()
    for file, name in (("a.yaml", "Southport"), ("b.yaml", "Eastport"), ("c.yaml", "Northport")):
        scan(ANSWERS, file=f"scans/{file}", subject={"name": name})
    return Path("scans")


def files(folder="out"):
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("words", [("scans/a.yaml", "scans/b.yaml", "scans/c.yaml"), ("scans/*.yaml",), ("scans",)])
def test_each_file_gets_its_document_and_a_page_lists_them(harbour, scans, words):
    done = harbour("report", *words, "--output", "out/deep")
    assert (done.code, done.out) == (0, "")
    assert files("out/deep") == ["a.html", "b.html", "c.html", "index.html"]
    assert done.said == "Written: out/deep/index.html 3 documents are made."
    index = Path("out/deep/index.html").read_text(encoding="utf-8")
    assert index.index("Eastport") < index.index("Northport") < index.index("Southport")
    assert "<title>Advice report</title>" in index


def test_each_is_the_same_as_when_it_is_made_alone(harbour, scans):
    harbour("report", "scans", "-o", "out")
    alone = harbour("report", "scans/a.yaml", "--format", "html").out
    assert Path("out/a.html").read_text(encoding="utf-8") == alone


def test_another_document_format_and_audience(harbour, scans):
    done = harbour("report", "scans", "-o", "out", "-d", "samenvatting", "--format", "md", "--audience", "internal")
    assert (done.code, files()) == (0, ["a-samenvatting.md", "b-samenvatting.md", "c-samenvatting.md", "index.html"])
    assert "Not for publication" in Path("out/index.html").read_text(encoding="utf-8")
    harbour("report", "scans", "-o", "public")
    assert "Only for us" not in Path("public/a.html").read_text(encoding="utf-8")


def test_one_that_goes_wrong_does_not_stop_the_others(harbour, scans):
    (scans / "b.yaml").write_text("schema: mhscan/assessment@1\nid: [", encoding="utf-8")
    done = harbour("report", "scans/*.yaml", "-o", "out")
    assert (done.code, files()) == (1, ["a.html", "c.html", "index.html"])
    assert "scans/b.yaml:2:6: error[MH004]" in done.err
    assert "2 documents are made. 1 file went wrong: scans/b.yaml" in done.said
    assert "Eastport" not in Path("out/index.html").read_text(encoding="utf-8")


def test_files_of_another_kind_are_passed_over_and_named(harbour, scans):
    (scans / "northport.plan.yaml").write_text("schema: mhscan/plan@1\n", encoding="utf-8")
    (scans / "notes.md").touch()
    done = harbour("report", "scans", "-o", "out")
    assert (done.code, files()) == (0, ["a.html", "b.html", "c.html", "index.html"])
    assert "Passed over, since they are no assessments: - scans/northport.plan.yaml" in done.said.replace(
        "- scans/notes.md ", ""
    )
    assert "- scans/notes.md" in done.err


def test_the_same_name_in_two_folders_is_told_apart(harbour, scans, scan, tmp_path):
    (tmp_path / "more").mkdir()
    scan(ANSWERS, file="more/a.yaml", subject={"name": "Westport"})
    assert harbour("report", "scans", "more", "-o", "out").code == 0
    assert files() == ["b.html", "c.html", "index.html", "more-a.html", "scans-a.html"]


def test_nothing_is_replaced_unasked(harbour, scans):
    harbour("report", "scans", "-o", "out")
    Path("out/a.html").write_text("mine", encoding="utf-8")
    done = harbour("report", "scans", "-o", "out")
    assert (done.code, Path("out/a.html").read_text(encoding="utf-8")) == (4, "mine")
    assert done.said == "4 files exist already in out. Choose another folder, or add --force to replace them."
    assert harbour("report", "scans", "-o", "out", stdin="no\n", keyboard=True).code == 4
    assert harbour("report", "scans", "-o", "out", stdin="yes\n", keyboard=True).code == 0
    assert harbour("report", "scans", "-o", "out", "--force").code == 0
    assert Path("out/a.html").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("scans",), 2, "There is more than one file, so --output must name a folder."),
        (("scans/*.txt", "-o", "out"), 3, "scans/*.txt stands for no file."),
        (("scans", "-o", "out", "-d", "vragenlijst"), 2, "is made of no assessment"),
        (("scans", "-o", "out", "-d", "sumary"), 3, "Did you mean 'summary'?"),
        (("scans", "-o", "scans/a.yaml/out"), 4, "cannot be written"),
        (("scans", "-o", "scans/a.yaml"), 4, "cannot be written"),
    ],
)
def test_what_cannot_work_is_said_before_anything_is_made(harbour, scans, arguments, code, message):
    before = sorted(Path().rglob("*"))
    done = harbour("report", *arguments)
    assert (done.code, message in done.said) == (code, True), done.said
    assert sorted(Path().rglob("*")) == before


def test_files_without_any_assessment_are_no_success(harbour, scans):
    for path in scans.iterdir():
        path.write_text("schema: mhscan/plan@1\n", encoding="utf-8")
    done = harbour("report", "scans", "-o", "out")
    assert (done.code, files()) == (3, [])
    assert "There is no assessment among these files." in done.said


def test_a_remark_about_a_file_is_counted(harbour, scans, scan):
    scan(ANSWERS, file="scans/a.yaml", pack=PackRef(id="harbour-access", version="1.0.0", sha256="0"))
    done = harbour("report", "scans", "-o", "out")
    assert done.code == 0
    assert "1 file does not fit its pack wholly: mhscan validate says how." in done.said


def test_a_disk_that_fills_up_half_way_leaves_whole_files_and_says_which(harbour, scans, monkeypatch):
    from mhscan.batch import job as document

    write = document.write_atomic

    def full_at_the_second(path, data):
        if path.name == "b.html":
            raise OutputError(f"{path} cannot be written: the disk is full.", "Make room.") from OSError(
                errno.ENOSPC, ""
            )
        write(path, data)

    monkeypatch.setattr(document, "write_atomic", full_at_the_second)
    done = harbour("report", "scans", "-o", "out")
    assert done.code == 4
    assert "out/b.html cannot be written: the disk is full." in done.said
    assert "is made: - out/a.html" in done.said or "are made: - out/a.html" in done.said
    assert done.said.endswith("Make room.")
    assert "b.html" not in files()
    for name in files():
        assert Path("out", name).read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_ctrl_c_names_what_was_made(harbour, scans, monkeypatch):
    from mhscan.ui.progress import Progress

    def stop(_progress, _name):
        raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "step", stop)
    done = harbour("report", "scans", "-o", "out")
    assert done.code == 130
    assert "Stopped. What was made is whole. Begin again with --force." in done.said
    assert "index.html" not in files()


def test_a_bug_with_one_file_does_not_stop_the_others_and_is_said(harbour, scans, monkeypatch):
    from mhscan.opening import document

    build = document.build_view

    def wrong(result, *more):
        if result.assessment.name == "Eastport":
            raise ZeroDivisionError
        return build(result, *more)

    monkeypatch.setattr(document, "build_view", wrong)
    done = harbour("report", "scans", "-o", "out")
    assert (done.code, files()) == (70, ["a.html", "c.html", "index.html"])
    assert "scans/b.yaml: something went wrong in mhscan itself." in done.said


def test_one_file_is_as_it_was(harbour, scans):
    assert harbour("report", "scans/a.yaml").out.startswith("# ")
    assert harbour("report", "scans/a.yaml", "-o", "a.html").code == 0


def test_one_file_goes_into_a_folder_that_is_there(harbour, scans, tmp_path):
    (tmp_path / "out").mkdir()
    assert harbour("report", "scans/a.yaml", "-o", "out").code == 0
    assert (tmp_path / "out" / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_of_many_a_proposal_of_which_too_little_is_known_is_passed_over_with_a_word(harbour, scans, scan):
    scan({}, file="scans/b.yaml")
    done = harbour("report", "scans", "-o", "out", "-d", "executive-proposal")
    assert "too little is known for a decision" in done.said
    assert "scans/b.yaml" in done.said
    assert "b-executive-proposal.html" not in files()


def test_where_too_little_is_known_of_all_of_them_it_says_so(harbour, scan):
    for file in ("a.yaml", "b.yaml"):
        scan({}, file=file)
    done = harbour("report", "a.yaml", "b.yaml", "-o", "out", "-d", "executive-proposal")
    assert done.code == 3
    assert "too little is known for that: 0 of" in done.said
    done = harbour("report", "a.yaml", "b.yaml", "-o", "out", "-d", "executive-proposal", "--anyway")
    assert (done.code, files()) == (0, ["a-executive-proposal.html", "b-executive-proposal.html", "index.html"])
