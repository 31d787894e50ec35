"""An assessment file, and how its answers fit a pack."""

from __future__ import annotations

import pytest

from mhscan.answers.model import PackRef
from mhscan.answers.reading import check_fit, parse_assessment, read_assessment, same_pack
from mhscan.errors import ExitCode, InputError

GOOD = """\
schema: mhscan/assessment@1
id: '1'
subject: {name: Northport}
date: '2026-05-01'
pack: {id: harbour, version: 1.0.0, sha256: '0'}
questionnaire: full
respondent: {id: '2'}
answers:
  safety.plan: {state: answered, value: 2}
"""


def said(problems):
    """Place, code and message of each problem."""
    return [(one.location.line, one.location.column, one.code, one.message) for one in problems]


def parsed(tmp_path, text):
    """What comes of a text."""
    path = tmp_path / "scan.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return parse_assessment(path)


def test_a_good_file_is_read(tmp_path):
    _document, assessment, problems = parsed(tmp_path, GOOD)
    assert problems == []
    assert assessment.value("safety.plan") == 2


@pytest.mark.parametrize(
    "text", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r")]
)
def test_a_byte_order_mark_and_other_line_ends_change_nothing(tmp_path, text):
    assert parsed(tmp_path, text)[1] == parsed(tmp_path, GOOD)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "MH005", "the file is empty")),
        ("- a\n", (1, 1, "MH103", "a group of 'key: value' lines is expected here, not a list or a single value")),
        ("subject: {}\n", (1, 1, "MH105", "the line 'schema: ...' is missing")),
        ("schema: mhscan/factor@1\n", (1, 9, "MH105", "'mhscan/factor@1' is no kind of file that can stand here")),
        (GOOD.replace("value: 2", "value: 2, nota: x"), (9, 44, "MH102", "unknown key 'nota'")),
        (
            GOOD.replace("date: '2026-05-01'", "date: 1 May"),
            (4, 7, "MH104", "'…' does not have the right form"),
        ),
        (GOOD.replace("name: Northport", "size: 3"), (3, 10, "MH101", "the key 'name' is missing")),
        (GOOD.encode() + b"# \xff", (10, 3, "MH003", "the text is not UTF-8 from here on")),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, expected):
    _document, assessment, problems = parsed(tmp_path, text)
    assert assessment is None
    assert said(problems) == [expected]


def test_a_file_with_problems_raises_them_all_at_once_and_sorted(tmp_path):
    path = tmp_path / "scan.yaml"
    path.write_text(GOOD.replace("value: 2", "value: 2, nota: x").replace("id: '1'", "id: 1"), encoding="utf-8")
    with pytest.raises(InputError, match="cannot be used: there are 2 errors in it") as caught:
        read_assessment(path)
    assert [one.location.line for one in caught.value.problems] == [2, 9]
    assert caught.value.exit_code == ExitCode.INPUT
    assert caught.value.hint == "Nothing in the file was changed."


def test_one_problem_is_counted_as_one(tmp_path):
    with pytest.raises(InputError, match="there is 1 error in it"):
        read_assessment(tmp_path / "none.yaml")


ONLY = "only an answer with the state 'answered' has a value"
HARBOUR = """\
schema: mhscan/assessment@1
id: '1'
subject: {name: Northport, code: HB012}
date: '2026-05-01'
pack: {id: harbour-access, version: 2.1.0, sha256: 'SHA'}
questionnaire: full
respondent: {id: '2'}
answers:
  context.lead: {state: answered, value: master}
  ashore.slope: {state: answered, value: 2}
"""


def fit(tmp_path, pack, *changes, sha256=""):
    """How a file fits the pack that it was made with, after some changes in it."""
    text = HARBOUR.replace("SHA", sha256 or pack.sha256)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    document, assessment, problems = parsed(tmp_path, text)
    assert problems == []
    return check_fit(pack, document, assessment)


def test_a_file_that_fits_its_pack_has_no_problems(tmp_path, english_pack):
    assert fit(tmp_path, english_pack) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ashore.slope", "ashore.slopes", (10, 3, "MH801", "the pack has no question 'ashore.slopes'")),
        ("value: 2", "value: 3", (10, 42, "MH802", "3 is not a level of this indicator; its levels are 0, 1, 2")),
        ("value: 2", "value: true", (10, 42, "MH802", "True is not a level of this indicator; its levels are 0, 1, 2")),
        ("value: master", "value: boss", (9, 42, "MH802", "'boss' is not one of: master, volunteer, nobody")),
        (", value: master", "", (9, 17, "MH802", "the key 'value' is missing")),
        ("answered, value: 2", "unknown, value: 2", (10, 41, "MH802", ONLY)),
        ("answered, value: 2", "not_applicable", (10, 17, "MH802", "'not applicable' needs a reason")),
        (
            "value: 2",
            "value: 2, carried_by: {kind: moon, name: X}",
            (10, 64, "MH207", "'moon' is not one of: district, trust"),
        ),
        ("questionnaire: full", "questionnaire: fool", (6, 16, "MH804", "the pack has no questionnaire 'fool'")),
        ("code: HB012", "codes: HB012", (3, 28, "MH102", "unknown key 'codes'")),
        ("code: HB012", "code: 12", (3, 34, "MH802", "Type a short text, such as HB012.")),
    ],
)
def test_what_does_not_fit_the_pack_that_it_was_made_with_is_an_error(tmp_path, english_pack, old, new, expected):
    problems = fit(tmp_path, english_pack, (old, new))
    assert said(problems) == [expected]
    assert {one.severity for one in problems} == {"error"}


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("ashore.slope", "ashore.slopes", "Did you mean 'ashore.slope'?"),
        ("code: HB012", "codes: HB012", "Did you mean 'code'?"),
        ("questionnaire: full", "questionnaire: fulll", "Did you mean 'full'?"),
        ("questionnaire: full", "questionnaire: zzz", "Possible here: full, "),
    ],
)
def test_the_hint_names_what_was_probably_meant(tmp_path, english_pack, old, new, hint):
    (problem,) = fit(tmp_path, english_pack, (old, new))
    assert problem.hint.startswith(hint)


def test_a_skipped_field_of_the_subject_and_a_role_are_known_questions(tmp_path, english_pack):
    added = "  subject.berths: {state: skipped}\n  respondent.role: {state: skipped}\n  context.lead"
    assert fit(tmp_path, english_pack, ("  context.lead", added)) == []


def test_of_another_version_all_that_does_not_fit_is_a_warning_and_it_says_so_first(tmp_path, english_pack):
    problems = fit(tmp_path, english_pack, ("ashore.slope", "ashore.old"), ("2.1.0", "1.0.0"), sha256="other")
    assert [one.code for one in problems] == ["MH803", "MH801"]
    assert {one.severity for one in problems} == {"warning"}
    assert problems[0].message == "made with pack harbour-access 1.0.0, read with harbour-access 2.1.0"


def test_the_same_pack_has_the_same_id_and_digest(english_pack, make):
    ref = PackRef(id="harbour-access", version="0.0.1", sha256=english_pack.sha256)
    assert same_pack(english_pack, make(pack=ref))
    assert not same_pack(english_pack, make(pack=ref.model_copy(update={"sha256": "0"})))
    assert not same_pack(english_pack, make(pack=ref.model_copy(update={"id": "other"})))
