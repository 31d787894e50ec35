"""Everything that can be said against packs and assessments, all at once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from mhscan.errors import InputError
from mhscan.integrity.packs import checked_folder, load_pack
from mhscan.lint.code_filter import CodeFilter
from mhscan.lint.review import review, validate

MODEL, SOIL, WATER, FULL = "factors/model.yaml", "factors/soil.yaml", "factors/water.yaml", "questionnaires/full.yaml"
LAUGHS = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9))
ASSESSMENT = """\
schema: mhscan/assessment@1
id: one
subject: {name: Green, plots: 20}
date: '2026-05-01'
pack: {id: allotment, version: 1.2.3, sha256: SHA}
questionnaire: full
respondent: {id: somebody}
answers:
  context.ground: {state: answered, value: sand}
"""
# Validates as somebody who is not root; all is imported by a first run, while everything may still be read.
AS_NOBODY = """
import os, sys
from pathlib import Path
from mhscan.lint.review import validate
os.chdir(sys.argv[1])
assert validate([Path("whole")], Path("whole")) == []
root = os.getuid() == 0
if root:
    os.seteuid(65534)
found = [validate([Path(name)], Path("whole")) for name in sys.argv[2:]]
if root:
    os.seteuid(0)
for name, problems in zip(sys.argv[2:], found):
    print(name, *(f"{one.code}:{one.location}".removesuffix(":1:1") for one in problems))
"""
SHUT = {
    SOIL: [SOIL],
    MODEL: [MODEL],
    FULL: [FULL],
    "templates/page.md.j2": ["templates/page.md.j2"],
    "factors/sources": ["factors/sources"],
    "questionnaires": ["questionnaires"],
    "templates": ["templates"],
    "factors": ["factors", "factors/migrations", "factors/scenarios", "factors/sources"],
    ".": ["."],
}


@pytest.mark.parametrize(
    ("content", "code", "at"),
    [
        (b"", "MH005", "1:1"),
        (b"# nothing here\n\n", "MH005", "1:1"),
        (b"schema: mhscan/factor@1\nid: [soil\n", "MH004", "2:5"),
        (b"\x00\x01\x02", "MH004", "1:1"),
        (b"%PDF-1.7\n", "MH105", "1:1"),
        (b"schema: mhscan/factor@1\nid: so\xefl\n", "MH003", "2:7"),
        (b"\xff\xfes\x00c\x00", "MH003", "1:1"),
        (b"- schema: mhscan/factor@1\n- id: soil\n", "MH103", "1:1"),
        (b"only words\n", "MH103", "1:1"),
        (b"schema: mhscan/factor@1\n---\nid: soil\n", "MH009", "2:1"),
        (b"schema: mhscan/factr@1\nid: soil\n", "MH105", "1:9"),
        (b"id: soil\n", "MH105", "1:1"),
        (b"[" * 30_000, "MH008", "1:33"),
        (b"- " * 30_000, "MH008", "1:65"),
        (b"? a\n: {? [b] : c}\n", "MH010", "2:6"),
        (b"#" + b"x" * (8 * 1024 * 1024), "MH008", "1:1"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_problem_and_no_more(tiny_pack, content, code, at):
    tiny_pack.write(SOIL, content)
    found = [one for one in tiny_pack.problems() if one != ("MH101", f"{SOIL}:1:1")]
    assert found == [(code, f"{SOIL}:{at}")]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("MH007", "title: Compost", "title: ¦no"),
        ("MH007", "title: Compost", "title: ¦On"),
        ("MH007", "title: Compost", "title: ¦0344"),
        ("MH007", "title: Compost", "title: ¦0x1F"),
        ("MH006", "title: Compost", "title: ¦&x Compost"),
        ("MH006", "title: Compost", "title: ¦!!str Compost"),
        ("MH006", "title: Compost", "title: ¦!secret Compost"),
        ("MH002", "title: Compost", "title: Compost\n    ¦title: Again"),
        ("MH002", "title: Compost", "title: Compost\n    ¦aspect: {no: [1]}"),
        ("MH103", "title: Compost", "title: ¦12"),
        ("MH103", "title: Compost", "title: ¦[Compost]"),
        ("MH103", "title: Compost", "title:¦"),
        ("MH103", "{level: 1, text: There is a heap.}", "{level: ¦'1', text: There is a heap.}"),
        ("MH102", "title: Compost", "title: Compost\n    ¦wieght: 2"),
        ("MH101", "{level: 1, text: There is a heap.}", "¦{level: 1}"),
    ],
)
def test_a_trap_of_yaml_or_a_wrong_value_is_refused_at_its_place(tiny_pack, code, old, new):
    (place,) = tiny_pack.edit(SOIL, old, new)
    assert tiny_pack.problems() == [(code, place)]


@pytest.mark.parametrize("text", ["12:30", "2026-05-01", "y", "1.2.3", "'no'", '"0344"', "1_000"])
def test_what_only_yaml_1_1_reads_otherwise_is_taken_as_the_text_that_it_is(tiny_pack, text):
    tiny_pack.edit(SOIL, "title: Compost", f"title: {text}")
    assert tiny_pack.problems() == []
    assert load_pack(tiny_pack.path).places["soil.compost"].indicator.title == text.strip("'\"")


def test_an_alias_is_refused_and_so_is_what_it_stands_for(tiny_pack):
    first, second = tiny_pack.edit(SOIL, "title: Compost", "title: ¦&x Compost\n    evidence: [¦*x]")
    assert tiny_pack.problems()[:2] == [("MH006", first), ("MH006", second)]


def test_the_billion_laughs_end_in_problems(tiny_pack):
    tiny_pack.write(SOIL, LAUGHS)
    found = tiny_pack.problems()
    assert {code for code, _place in found} == {"MH006", "MH105"}
    assert [len(one.related) for one in tiny_pack.found() if one.code == "MH006"] == [10 - 1, 81 - 1]


@pytest.mark.parametrize(
    "edit", [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")]
)
def test_other_line_ends_and_a_byte_order_mark_change_nothing(tiny_pack, edit):
    before = load_pack(tiny_pack.path)
    tiny_pack.edit(SOIL, "owner: gardener", "owner: gardener # so")
    for path in tiny_pack.path.rglob("*.*"):
        if path.is_file():
            path.write_bytes(edit(path.read_bytes()))
    assert tiny_pack.problems() == []
    after = load_pack(tiny_pack.path)
    assert [getattr(after, one.name) for one in fields(after)] == [getattr(before, one.name) for one in fields(before)]


def test_places_are_right_with_other_line_ends_and_a_byte_order_mark(tiny_pack):
    (place,) = tiny_pack.edit(SOIL, "owner: gardener", "owner: ¦nobody")
    raw = (tiny_pack.path / SOIL).read_bytes()
    tiny_pack.write(SOIL, b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    assert tiny_pack.problems() == [("MH207", place)]


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_a_problem(tiny_pack):
    (tiny_pack.path / SOIL).unlink()
    (tiny_pack.path / SOIL).mkdir()
    (tiny_pack.path / FULL).unlink()
    os.mkfifo(tiny_pack.path / FULL)
    assert tiny_pack.problems() == [("MH001", f"{SOIL}:1:1"), ("MH001", f"{FULL}:1:1")]


def as_nobody(folder: Path, *names: str) -> list[str]:
    folder.chmod(0o755)
    run = [sys.executable, "-c", AS_NOBODY, folder, *names]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_what_may_not_be_read_is_a_problem_for_root_too_and_half_a_pack_is_never_whole(tiny_pack):
    names = [f"pack-{n}" for n in range(len(SHUT))]
    top = tiny_pack.path.parent
    for name, shut in zip(names, SHUT, strict=True):
        shutil.copytree(tiny_pack.path, top / name)
        (top / name / shut).chmod(0)
    said = as_nobody(tiny_pack.path.rename(top / "whole").parent, *names)
    for name, shut in zip(names, SHUT, strict=True):
        (top / name / shut).chmod(0o755)
    wanted = [[f"MH001:{Path(name, one)}" for one in places] for name, places in zip(names, SHUT.values(), strict=True)]
    assert said == [" ".join([name, *places]) for name, places in zip(names, wanted, strict=True)]


def test_a_file_in_a_folder_that_may_not_be_entered_is_a_problem(tiny_pack):
    shutil.copytree(tiny_pack.path, tiny_pack.path.parent / "whole")
    tiny_pack.path.chmod(0)
    said = as_nobody(tiny_pack.path.parent, f"pack/{SOIL}")
    tiny_pack.path.chmod(0o755)
    assert said == [f"pack/{SOIL} MH001:pack/{SOIL}"]


def test_problems_of_all_files_come_at_once_sorted_by_place(tiny_pack):
    (last,) = tiny_pack.edit(WATER, "title: Rain barrel", "title: ¦no")
    (middle,) = tiny_pack.edit(SOIL, "owner: gardener", "owner: ¦nobody")
    (first,) = tiny_pack.edit(MODEL, "label: Gardener}", "label: Gardener, ¦lable: x}")
    tiny_pack.write("templates/page.md.j2", "{{")
    places = [place for _code, place in tiny_pack.problems()]
    assert places == [first, middle, last, "templates/page.md.j2:1:1"]
    tiny_pack.edit(MODEL, "label: Gardener, lable: x}", "label: Gardener}")
    assert [place for _code, place in tiny_pack.problems()] == [middle, last, "templates/page.md.j2:1:1"]


def test_a_pack_that_is_right_loads(tiny_pack):
    assert list(load_pack(tiny_pack.path).places) == ["soil.compost", "water.barrel"]
    assert checked_folder(tiny_pack.path).problems == []


def test_a_pack_with_a_wrong_reference_does_not_load(tiny_pack):
    tiny_pack.edit(SOIL, "owner: gardener", "owner: nobody")
    with pytest.raises(InputError, match=r"has 1 error\.") as caught:
        load_pack(tiny_pack.path)
    assert [one.code for one in caught.value.problems] == ["MH207"]


def test_a_pack_that_was_checked_before_is_not_checked_again_until_it_changes(tiny_pack):
    tiny_pack.edit(SOIL, "owner: gardener", "owner: nobody")
    digest = checked_folder(tiny_pack.path).sha256
    assert load_pack(tiny_pack.path, checked=digest).sha256 == digest
    tiny_pack.edit(SOIL, "title: Start a heap", "title: Begin a heap")
    with pytest.raises(InputError, match=r"has 1 error\."):
        load_pack(tiny_pack.path, checked=digest)


def test_a_fault_of_shape_is_found_even_in_a_pack_that_was_checked_before(tiny_pack):
    tiny_pack.edit(SOIL, "owner: gardener", "woner: gardener")
    with pytest.raises(InputError, match=r"has 1 error\."):
        load_pack(tiny_pack.path, checked=checked_folder(tiny_pack.path).sha256)


def places(problems):
    return [(one.code, f"{one.location.line}:{one.location.column}") for one in problems]


def test_one_file_of_a_pack_is_held_against_the_whole_pack(tiny_pack):
    tiny_pack.edit(SOIL, "owner: gardener", "owner: nobody")
    tiny_pack.edit(WATER, "title: Rain barrel", "title: no")
    path = tiny_pack.path / SOIL
    (found,) = validate([path], tiny_pack.path)
    assert (found.code, found.location.file) == ("MH207", str(path))


def test_one_file_is_named_as_it_was_asked_for(tiny_pack, monkeypatch):
    tiny_pack.edit(SOIL, "owner: gardener", "owner: nobody")
    monkeypatch.chdir(tiny_pack.path / "questionnaires")
    (found,) = validate([Path("../factors/soil.yaml")], tiny_pack.path)
    assert found.location.file == "../factors/soil.yaml"


@pytest.mark.parametrize("name", ["draft.yaml", "factors/draft.yml", "notes/draft.yaml"])
def test_a_file_that_is_no_part_of_a_pack_is_held_against_its_own_kind(tiny_pack, name):
    draft = tiny_pack.path / name
    draft.parent.mkdir(exist_ok=True)
    draft.write_text("schema: mhscan/source@1\nid: draft\ntitle: 5\npublisher: Press\nclaims: []\n")
    found = [one for one in validate([draft], tiny_pack.path) if one.code != "MH017"]
    assert places(found) == [("MH103", "3:8"), ("MH104", "5:9")]


def test_a_file_far_from_any_pack_is_held_against_its_own_kind(tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text("schema: mhscan/source@1\nid: no\ntitle: Book\npublisher: Press\nclaims: []\n")
    assert places(validate([path], tmp_path)) == [("MH007", "2:5"), ("MH104", "5:9")]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("", [("MH005", "1:1")]),
        ("a: [\n", [("MH004", "2:1")]),
        ("- a\n", [("MH103", "1:1")]),
        ("a: no\n", [("MH105", "1:1"), ("MH007", "1:4")]),
        ("schema: mhscan/asessment@1\n", [("MH105", "1:9")]),
    ],
)
def test_a_file_that_is_of_no_kind_is_told_so(tmp_path, content, wanted):
    path = tmp_path / "file.yaml"
    path.write_text(content)
    assert places(validate([path], tmp_path)) == wanted


def test_a_path_that_does_not_exist_is_a_problem(tmp_path):
    (found,) = validate([tmp_path / "no"], tmp_path)
    assert (found.code, found.location.file) == ("MH001", str(tmp_path / "no"))


def test_an_empty_folder_is_told_what_a_pack_is(tmp_path):
    (found,) = validate([tmp_path], tmp_path)
    assert (found.code, found.location.file) == ("MH201", str(tmp_path / MODEL))


def assessment(tiny_pack, **changes: str) -> Path:
    text = ASSESSMENT.replace("SHA", load_pack(tiny_pack.path).sha256)
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = tiny_pack.path.parent / "answers" / "one.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def test_an_assessment_is_held_against_its_pack(tiny_pack):
    assert validate([assessment(tiny_pack)], tiny_pack.path) == []
    path = assessment(tiny_pack, sand="loam")
    assert places(validate([path], tiny_pack.path)) == [("MH802", "9:44")]


def test_an_assessment_of_a_wrong_form_is_not_held_against_the_pack(tiny_pack):
    path = assessment(tiny_pack, questionnaire="questionaire")
    assert places(validate([path], tiny_pack.path)) == [("MH102", "6:1")]


def test_a_folder_of_assessments_is_read_file_by_file(tiny_pack):
    folder = assessment(tiny_pack, sand="loam").parent
    (folder / "two.yaml").write_text("")
    assert places(validate([folder], tiny_pack.path)) == [("MH802", "9:44"), ("MH005", "1:1")]


def test_an_assessment_comes_with_the_faults_of_the_pack_it_is_held_against(tiny_pack):
    path = assessment(tiny_pack)
    tiny_pack.edit(SOIL, "owner: gardener", "owner: nobody")
    (found,) = validate([path], tiny_pack.path)
    assert (found.code, found.location.file) == ("MH207", str(tiny_pack.path / SOIL))


def test_what_is_validated_twice_is_said_once(tiny_pack):
    tiny_pack.edit(SOIL, "owner: gardener", "owner: nobody")
    assert len(validate([tiny_pack.path, tiny_pack.path, tiny_pack.path / SOIL], tiny_pack.path)) == 1


def test_validation_changes_no_file(tiny_pack):
    tiny_pack.edit(SOIL, "owner: gardener", "owner: no")
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tiny_pack.path.rglob("*.*") if path.is_file()
    }
    assert tiny_pack.problems()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    assert len(list(tiny_pack.path.rglob("*.*"))) == len(before)


def test_every_message_says_something_and_every_hint_is_a_sentence(tiny_pack):
    tiny_pack.write(SOIL, "schema: mhscan/factor@1\nid: no\ntitel: &x 5\naspects: {}\nindicators: []\n---\n")
    found = tiny_pack.found()
    assert len(found) >= 6
    assert [one.message for one in found if not re.match(r"['a-zé]", one.message) or one.message.endswith(".")] == []
    assert [one.hint for one in found if one.hint and not re.match(r"[A-Z].*[.?]$", one.hint)] == []


def test_templates_are_not_even_read_where_nothing_about_them_is_wanted(tiny_pack, monkeypatch):
    tiny_pack.write("templates/page.md.j2", "{% for %}")
    assert [one.code for one in tiny_pack.found()] == ["MH601"]
    monkeypatch.setattr("mhscan.lint.registry.review_templates", lambda _folder: pytest.fail("they were read"))
    found = review([tiny_pack.path], tiny_pack.path, CodeFilter(ignore=("MH6",)))
    assert found.problems == ()
    assert not [one for one in found.files if one.endswith(".j2")]


def test_a_file_that_is_asked_for_beside_its_pack_is_told_once(tiny_pack, monkeypatch):
    monkeypatch.chdir(tiny_pack.path)
    text = (tiny_pack.path / SOIL).read_text(encoding="utf-8")
    tiny_pack.write(SOIL, text.replace("title: Soil", "title: Soil\ntitle: Soil", 1))
    (found,) = review([Path(), Path(SOIL)]).problems
    assert (found.code, [one.location.file for one in found.related]) == ("MH002", [SOIL])
