"""An interview through a pipe takes the same lines as at a keyboard."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, CarriedBy, Evidence

CONTEXT = ("lead", "users", "steps", "visitors", "inspection", "remark")
SKIPPED = {f"context.{one}": Answer(state="skipped") for one in CONTEXT}
PEOPLE = ("--factor", "people")


@pytest.fixture
def assess(run, harbour):
    """Holds an interview with the second pack through a pipe."""
    return lambda *arguments, **more: run("assess", *arguments, "--pack", harbour, **more)


def test_the_whole_shipped_questionnaire_is_answered_to_the_end(run, dutch_pack, lines_for, kept, read, tmp_path):
    lines = lines_for(dutch_pack, "zelfscan")
    assert len(lines) > 44
    done = run("assess", "--name", "Voorbeeldstad", stdin="".join(f"{line.text}\n" for line in lines) + "\n")
    assert done.code == 0
    assert done.out == "voorbeeldstad-report.html\n"
    assert kept(read(tmp_path / "voorbeeldstad.yaml")) == {
        key: value for line in lines for key, value in line.values.items()
    }
    assert "Done. All questions are answered." in done.err
    assert (tmp_path / "voorbeeldstad-report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_whole_second_pack_is_answered_to_the_end(assess, english_pack, lines_for, kept, read, tmp_path):
    lines = lines_for(english_pack, "full")
    done = assess("--name", "Northport", stdin="".join(f"{line.text}\n" for line in lines))
    assert (done.code, done.out) == (0, "northport-report.html\n")
    assert kept(read(tmp_path / "northport.yaml")) == {
        key: value for line in lines for key, value in line.values.items()
    }


def test_each_line_answers_the_question_that_it_was_meant_for(assess, scan, read):
    path = scan(SKIPPED | {"context.steps": False})
    done = assess(path, stdin="2\n1\n3\n")
    assert done.code == 0
    answers = read(path).answers
    assert {key: answers[key].value for key in list(answers)[6:]} == {
        "ashore.slope": 2,
        "ashore.contrast": 1,
        "ashore.sound": 3,
    }


def test_a_wrong_line_stops_with_its_number_and_later_lines_answer_nothing(assess, scan, read):
    path = scan(SKIPPED | {"context.steps": False})
    done = assess(path, stdin="2\n7\n3\n1\n1\n")
    assert (done.code, done.out) == (3, "")
    assert "Line 2 of the input is no answer. Type a number from 0 to 2." in done.said
    assert [(key, one.value) for key, one in read(path).answers.items()][6:] == [("ashore.slope", 2)]


def test_lines_for_the_name_count_too(assess):
    done = assess(stdin="file\nNorthport\nHB012\nmany\n")
    assert done.code == 3
    assert "Line 4 of the input is no answer." in done.said


def test_at_the_end_of_the_input_all_is_saved_and_it_says_what_is_open(assess, scan, read, tmp_path):
    path = scan(SKIPPED | {"context.steps": False})
    done = assess(path, stdin="2\n")
    assert (done.code, done.out) == (0, "")
    assert "13 questions are open; the next is: Edges that stand out" in done.said
    assert read(path).value("ashore.slope") == 2
    assert list(tmp_path.glob("*.html")) == []


def test_it_goes_on_where_it_stopped(assess, scan, read):
    path = scan()
    for line in ("2", "1 3", "2", "12", "2026-09-01", "Open Quay", "0"):
        assert assess(path, stdin=f"{line}\n").code == 0
    values = {key: one.value for key, one in read(path).answers.items()}
    assert list(values.values()) == ["volunteer", ("wheelchair", "sight"), False, 12, "2026-09-01", "Open Quay", 0]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_other_line_ends_a_mark_at_the_start_and_no_end_at_the_last_line_do_no_harm(assess, scan, read, ends):
    path = scan(SKIPPED | {"context.steps": False})
    assert assess(path, stdin=f"\ufeff2{ends} 1 {ends}3".encode()).code == 0
    assert [one.value for one in read(path).answers.values()][6:] == [2, 1, 3]


def test_bytes_that_are_no_text_are_no_answer_and_no_crash(assess, scan):
    done = assess(scan(SKIPPED), stdin=b"\xff\xfe\x00\n2\n")
    assert done.code == 3
    assert "Line 1 of the input is no answer." in done.said


def test_every_key_works_through_a_pipe(assess, scan, read):
    path = scan()
    keys = ["e", "r", "1", "Coast plan", "c", "See page 3", "v", "Minutes", "2026-03-10", "v", "Photo", "", "2"]
    keys += ["b", "", "l", "1", "d", "n", "no crew", "1", "s", "q", "never", "used"]
    done = assess(path, *PEOPLE, stdin="".join(f"{key}\n" for key in keys))
    assert (done.code, done.out) == (0, "")
    assert "There is no explanation with this question." in done.err
    lead, course = read(path).answers["people.lead"], read(path).answers["people.course"]
    assert lead.state == "unknown"
    assert lead.carried_by == CarriedBy(kind="district", name="Coast plan")
    assert (lead.note, lead.evidence) == (
        "See page 3",
        (Evidence(title="Minutes", date="2026-03-10"), Evidence(title="Photo")),
    )
    assert (course.state, course.reason) == ("not_applicable", "no crew")


def test_where_text_is_asked_keys_come_after_a_colon(assess, scan, read):
    path = scan({f"context.{one}": Answer(state="skipped") for one in ("lead", "users", "steps")})
    done = assess(path, stdin=":e\n:d\n:s\nd\n:b\n:q\n")
    assert done.code == 0
    states = {key: (one.state, one.value) for key, one in read(path).answers.items()}
    assert states["context.visitors"] == ("unknown", None)
    assert states["context.inspection"] == ("skipped", None)
    assert states["context.remark"] == ("answered", "d")


def test_a_partner_can_say_that_it_cannot_be_seen(assess, read, tmp_path):
    arguments = ("visit.yaml", "--name", "Northport", "-q", "visitor", "--role", "visitor")
    done = assess(*arguments, stdin="HB012\n45\nx\n2\nx\n3\n")
    assert (done.code, done.out) == (0, "visit-report.html\n")
    answers = read(tmp_path / "visit.yaml").answers
    assert [(one.state, one.value, one.reason) for one in answers.values()] == [
        ("unknown", None, "role"),
        ("answered", 2, None),
        ("unknown", None, "role"),
        ("answered", 3, None),
    ]


def test_the_quick_questionnaire_and_then_the_whole_keep_every_answer(run, dutch_pack, lines_for, kept, read, tmp_path):
    path = tmp_path / "stad.yaml"
    quick = lines_for(dutch_pack, "quickscan")
    text = "".join(f"{line.text}\n" for line in quick)
    assert run("assess", path, "--name", "Stad", "-q", "quickscan", stdin=text).code == 0
    first = kept(read(path))
    assert first == {key: value for line in quick for key, value in line.values.items()}
    rest = lines_for(dutch_pack, "zelfscan", read(path))
    assert len(rest) > 20
    done = run("assess", path, "-q", "zelfscan", stdin="".join(f"{line.text}\n" for line in rest))
    assert done.code == 0
    assert "You go on where you stopped" in done.said
    assert kept(read(path)) == first | {key: value for line in rest for key, value in line.values.items()}
    assert read(path).questionnaire == "zelfscan"


def test_an_answer_survives_a_questionnaire_that_does_not_ask_it(run, dutch_pack, lines_for, kept, read, tmp_path):
    path = tmp_path / "stad.yaml"
    assert run("assess", path, "--name", "Stad", stdin=":s\n:s\n:s\n:s\n1\n").code in (0, 3)
    run("set", path, "motivatie.gedragen=3")
    assert run("assess", path, "-q", "quickscan", stdin="").code == 0
    assert read(path).value("motivatie.gedragen") == 3


def test_without_any_standard_input_it_says_what_is_open(scan, harbour):
    command = [sys.executable, "-m", "mhscan", "--lang", "en", "assess", scan(), "--pack", harbour]
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *command], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0
    assert "questions are open" in done.stderr


def test_a_full_standard_output_at_the_end_is_4_and_the_report_is_there(scan, harbour, tmp_path):
    path = scan({"people.lead": 1, "people.course": 1})
    command = [sys.executable, "-m", "mhscan", "--lang", "en", "assess", path, *PEOPLE, "--pack", harbour]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 4
    assert "standard output cannot be written: the disk is full." in done.stderr
    assert (tmp_path / "scan-report.html").exists()


def test_nobody_reading_what_it_says_does_not_hinder_the_answers(scan, harbour, read):
    path = scan(SKIPPED | {"context.steps": False})
    command = [sys.executable, "-m", "mhscan", "assess", path, "--pack", harbour]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, input="2\n1\n", stderr=full, stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0
    assert [one.value for one in read(path).answers.values()][6:] == [2, 1]


def test_another_file_of_that_name_is_gone_on_with_and_not_replaced(assess, scan, read):
    path = scan({"ashore.slope": 1})
    assess(path, "--name", "Southport", stdin="0\n")
    assert read(path).name == "Northport"
    assert read(path).value("ashore.slope") == 1
