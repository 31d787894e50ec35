"""`mhscan report`."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer

ANSWERS = {"people.lead": Answer(state="answered", value=1, note="Only for us"), "people.course": 2}


def test_without_an_output_it_goes_to_standard_output_as_markdown(harbour, scan):
    done = harbour("report", scan(ANSWERS))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("--output", "out.html"), "<!DOCTYPE html>"),
        (("-o", "out.md"), "# "),
        (("-o", "out.txt"), "# "),
        (("-o", "out.md", "--format", "html"), "<!DOCTYPE html>"),
    ],
)
def test_the_format_is_that_asked_for_or_of_the_name_of_the_output(harbour, scan, tmp_path, arguments, start):
    done = harbour("report", scan(ANSWERS), *arguments)
    assert (done.code, done.out, done.err) == (0, "", f"Written: {arguments[1]}\n")
    assert (tmp_path / arguments[1]).read_text(encoding="utf-8").startswith(start)


def test_the_same_answers_give_the_same_bytes(harbour, scan):
    path = scan(ANSWERS)
    assert harbour("report", path, "--format", "html").out == harbour("report", path, "--format", "html").out


def test_only_the_internal_report_has_the_notes(harbour, scan):
    path = scan(ANSWERS)
    assert "Only for us" not in harbour("report", path).out
    assert "Only for us" in harbour("report", path, "--audience", "internal").out


def test_an_output_that_exists_is_kept_without_a_terminal(harbour, scan, tmp_path):
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    done = harbour("report", scan(ANSWERS), "-o", "out.md", stdin="yes\n")
    assert done.code == 4
    assert done.err.splitlines() == [
        "out.md exists already.",
        "Choose another name, or add --force to replace it.",
    ]
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "mine"


def test_an_output_that_exists_is_replaced_with_force(harbour, scan, tmp_path):
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    assert harbour("report", scan(ANSWERS), "-o", "out.md", "--force").code == 0
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(("answer", "code", "start"), [("y", 0, "# "), ("n", 4, "mine"), ("", 4, "mine")])
def test_at_a_keyboard_it_asks(harbour, scan, tmp_path, answer, code, start):
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    done = harbour("report", scan(ANSWERS), "-o", "out.md", stdin=f"{answer}\n", keyboard=True)
    assert done.code == code
    assert "out.md exists already. Replace it? [yes/no]:" in done.said
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("none/out.md", "none/out.md cannot be written: it does not exist."),
        (".", ". cannot be written: it is a folder."),
        ("x" * 300, "cannot be written: the name is too long."),
    ],
)
def test_an_output_that_cannot_be_written_is_4_and_says_why(harbour, scan, output, message):
    done = harbour("report", scan(ANSWERS), "-o", output)
    assert done.code == 4
    assert message in done.err


def test_the_answers_of_a_partner_are_listed_without_a_score(harbour, scan):
    done = harbour("report", scan({"ashore.slope": 1}, questionnaire="visitor"))
    assert done.code == 0
    assert "Could you get to the quay without a steep slope?" in done.out
