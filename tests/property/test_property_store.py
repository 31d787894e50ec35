"""Whatever an assessment holds comes back from its file, and whoever else writes the file meanwhile loses nothing."""

from __future__ import annotations

import contextlib
import string
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.answers.files import write_atomic
from mhscan.answers.model import (
    Answer,
    ArchivedAnswer,
    Assessment,
    CarriedBy,
    Evidence,
    Finished,
    PackRef,
    Respondent,
)
from mhscan.answers.reading import parse_assessment, read_assessment
from mhscan.answers.store import new_store
from mhscan.answers.writing import Writer
from mhscan.dates import FIRST, LAST
from mhscan.errors import InputError, Problem

TRAPS = [
    "no",
    "on",
    "~",
    "null",
    "0344",
    "0899",
    "0o17",
    "0x1f",
    "1e5",
    ".5",
    "12:30",
    "2026-05-01",
    "- a",
    "a: b",
    "a #b",
]
PIECES = [
    ": ",
    " #",
    "\n",
    "\r",
    "\t",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "---",
    "\\",
    "\x85",
]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
traps = st.sampled_from(TRAPS) | st.lists(st.sampled_from(PIECES) | words, max_size=6).map("".join)
numbers = st.text("+-.0123456789_eExo", min_size=1, max_size=8)
texts = words | traps | numbers
full_texts = texts.filter(bool)
ids = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
keys = st.builds("{}.{}".format, ids, ids)
dates = st.dates(FIRST, LAST).map(lambda date: date.isoformat())
values = (
    st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
    | st.lists(texts, max_size=3).map(tuple)
)
maybe = st.none() | texts
answers = st.builds(
    Answer,
    state=st.sampled_from(["answered", "unknown", "not_applicable", "skipped"]),
    value=st.none() | values,
    said=maybe,
    reason=maybe,
    carried_by=st.none() | st.builds(CarriedBy, kind=ids, name=full_texts),
    note=maybe,
    evidence=st.lists(st.builds(Evidence, title=full_texts, date=st.none() | dates, place=maybe), max_size=2).map(
        tuple
    ),
    at=maybe,
)
assessments = st.builds(
    Assessment,
    schema=st.just("mhscan/assessment@1"),
    id=full_texts,
    subject=st.builds(lambda name, more: {**more, "name": name}, full_texts, st.dictionaries(ids, values, max_size=3)),
    date=dates,
    pack=st.builds(PackRef, id=ids, version=texts, sha256=texts),
    questionnaire=ids,
    kind=st.sampled_from(["individual", "consensus"]),
    status=st.sampled_from(["draft", "final"]),
    finished=st.none() | st.builds(Finished, date=dates, agreed=st.lists(ids, max_size=2).map(tuple)),
    respondent=st.builds(Respondent, id=texts, role=st.none() | ids),
    answers=st.dictionaries(keys, answers, max_size=5),
    archived=st.dictionaries(texts, st.builds(ArchivedAnswer, question=texts, answer=answers), max_size=2),
)
edits = st.lists(st.tuples(st.booleans(), keys, answers), min_size=1, max_size=8)


def typed(value: object) -> object:
    """A value with its type, since 1 equals True and 1.0."""
    return type(value), value


@given(assessments)
def test_an_assessment_comes_back_from_its_text_as_it_was(assessment):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.yaml"
        write_atomic(path, Writer().text(assessment).encode())
        _document, read = read_assessment(path)
    assert read == assessment
    assert list(read.answers) == list(assessment.answers)
    assert [typed(one.value) for one in read.answers.values()] == [
        typed(one.value) for one in assessment.answers.values()
    ]
    assert {key: typed(one) for key, one in read.subject.items()} == {
        key: typed(one) for key, one in assessment.subject.items()
    }


@given(st.lists(assessments, min_size=2, max_size=4))
def test_what_a_writer_remembers_never_changes_the_text(several):
    writer = Writer()
    assert [writer.text(one) for one in several] == [Writer().text(one) for one in several]


@settings(max_examples=50)
@given(assessments.map(lambda one: one.model_copy(update={"status": "draft", "answers": {}})), edits)
def test_answers_of_the_interview_and_edits_from_outside_are_all_in_the_file(assessment, steps):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.yaml"
        expected: dict[str, Answer] = {}
        with new_store(path, assessment) as store:
            for outside, key, answer in steps:
                expected[key] = answer
                if outside:
                    _document, now = read_assessment(path)
                    edited = now.model_copy(update={"answers": {**now.answers, key: answer}})
                    write_atomic(path, Writer().text(edited).encode())
                else:
                    store.put(key, lambda _earlier, given=answer: given)
        assert read_assessment(path)[1].answers == expected


@given(st.binary(max_size=200) | texts.map(lambda text: f"schema: mhscan/assessment@1\n{text}".encode()))
def test_any_bytes_give_problems_in_that_file_and_never_an_exception(raw):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.yaml"
        path.write_bytes(raw)
        _document, assessment, problems = parse_assessment(path)
        assert assessment is None
        assert problems
        assert all(isinstance(one, Problem) and one.location.file == str(path) for one in problems)


@given(assessments, st.data())
def test_a_damaged_file_is_read_whole_or_refused_but_never_an_exception(assessment, data):
    raw = bytearray(Writer().text(assessment).encode())
    for _time in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.yaml"
        path.write_bytes(bytes(raw))
        with contextlib.suppress(InputError):
            assert read_assessment(path)[1] is not None
