"""An assessment as text."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, ArchivedAnswer, CarriedBy, Evidence, Finished
from mhscan.answers.reading import read_assessment
from mhscan.answers.writing import HEAD, Writer

TRAPS = [
    "no", "Yes", "on", "null", "~", "true", "0344", "0899", "08", "-08", "0o17", "0x1F", "1e5", "1.5e3", ".5", "5.",
    "-5", "1_000", "12:30", "2026-05-01", "1.0", "99999999999999999999999", "=", "<<", "---", "--- a", "...", "- a",
    "? a", ": a", "a: b", "a:", "a #b", "# a", "!a", "&a", "*a", "%a", "@a", "`a", "|", ">", "[a", "{a", "]", "}",
    ",", "'", '"', "'a'", '"a"', "\\", "\\n", " a", "a ", "\ta", "a\nb", "a\n", "\na", "a\r\nb", "a\n\n  b", "\x85",
    "\u2028", "\ufeffa", "\x00", "\x1b[31ma", "\x7f", "é\u0301", "😀", "\U0010ffff", "{{ a }}", "{% a %}", "<b>a</b>",
    "=1+1", "a" * 3000, "a " * 1500,
]  # fmt: skip


def back(path, assessment):
    """The assessment, after it was written to a file and read from it."""
    path.write_bytes(Writer().text(assessment).encode())
    return read_assessment(path)[1]


@pytest.mark.parametrize("text", TRAPS)
def test_any_text_comes_back_as_it_was(tmp_path, make, text):
    answer = Answer(
        state="unknown",
        reason=text,
        note=text,
        said=text,
        carried_by=CarriedBy(kind="region", name=text),
        evidence=(Evidence(title=text, place=text),),
    )
    archived = {text: ArchivedAnswer(question=text, answer=answer)}
    assessment = make(answers={"a.b": answer}, archived=archived, subject={"name": text}, id=text)
    assert back(tmp_path / "scan.yaml", assessment) == assessment


@pytest.mark.parametrize("value", [True, False, 0, -3, 10**15, 2.5, 1e16, 1e-7, "0899", (), ("on", "1e5")])
def test_any_value_comes_back_with_its_type(tmp_path, make, value):
    assessment = make(answers={"a.b": Answer(state="answered", value=value)}, subject={"name": "N", "field": value})
    read = back(tmp_path / "scan.yaml", assessment)
    assert read == assessment
    assert type(read.answers["a.b"].value) is type(value)
    assert type(read.subject["field"]) is type(value)


def test_all_that_an_assessment_can_hold_comes_back(tmp_path, make):
    finished = Finished(date="2026-05-20", agreed=("warden", "clerk"))
    answer = Answer(state="answered", value=1, at="2026-05-01T10:00:00+02:00")
    changes = {"status": "final", "finished": finished, "kind": "consensus", "answers": {"a.b": answer}}
    assessment = make(**changes)
    assert back(tmp_path / "scan.yaml", assessment) == assessment


def test_the_order_of_the_answers_is_kept(tmp_path, make):
    answers = {key: Answer(state="skipped") for key in ("z.z", "a.b", "m.m")}
    assert list(back(tmp_path / "scan.yaml", make(answers=answers)).answers) == ["z.z", "a.b", "m.m"]


def test_an_answer_is_one_line_that_is_easy_to_read(make):
    answer = Answer(state="answered", value=2, note="From the plan")
    text = Writer().text(make(answers={"safety.plan": answer}))
    assert "\n  safety.plan: {state: answered, value: 2, note: From the plan}\n" in text
    assert text.startswith(HEAD)


def test_what_is_empty_is_left_out(make):
    text = Writer().text(make(answers={}))
    assert "answers" not in text
    assert "archived" not in text
    assert "null" not in text


def test_a_remembered_answer_gives_the_same_text_as_a_new_writer(make):
    writer = Writer()
    one = make(answers={"a.b": Answer(state="skipped")})
    two = make(answers={**one.answers, "a.c": Answer(state="unknown")})
    three = make(answers={**two.answers, "a.b": Answer(state="answered", value=4)})
    assert [writer.text(each) for each in (one, two, three)] == [Writer().text(each) for each in (one, two, three)]
