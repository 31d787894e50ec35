"""`mhscan validate`."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from mhscan.answers.model import PackRef
from mhscan.cli import watch as watching
from mhscan.ui.findings.registry import FACES

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"
HARBOUR = Path(__file__).resolve().parents[2] / "packs" / "harbour"


def test_a_pack_in_which_nothing_is_wrong_is_0(mhscan):
    done = mhscan("validate", HARBOUR)
    assert (done.code, done.out, done.err) == (0, "", "Nothing wrong found in 8 files of pack harbour-access 2.1.0.\n")


def test_without_a_path_it_looks_at_the_pack_in_this_folder(mhscan, english_folder, monkeypatch):
    monkeypatch.chdir(english_folder)
    model = english_folder / "factors" / "model.yaml"
    model.write_text(model.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    done = mhscan("validate")
    assert done.code == 1
    assert "unknown key 'colour'" in done.out


def test_without_a_path_and_a_pack_here_it_is_not_green_about_another_one(mhscan, scan, tmp_path):
    done = mhscan("validate")
    assert (done.code, done.out) == (2, "")
    assert "There is no pack in this folder or above it, so there is nothing to check." in done.said
    assert "Name a pack or an assessment, for example: mhscan validate scan.yaml" in done.said
    scan(file="northport.yaml")
    assert "for example: mhscan validate northport.yaml" in mhscan("validate").said
    shutil.copytree(HARBOUR, tmp_path / "packs" / "quay")
    assert "Packs are in: packs/quay." in mhscan("validate").said


def test_the_pack_that_is_named_is_checked_where_no_path_is(mhscan, english_folder):
    model = english_folder / "factors" / "model.yaml"
    assert mhscan("validate", "--pack", english_folder).code == 0
    model.write_text(model.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    assert mhscan("validate", "--pack", english_folder).code == 1
    done = mhscan("validate", "--pack", "none")
    assert (done.code, done.out) == (3, "")
    assert "The folder none does not exist. Packs are in: pack." in done.said
    assert "of pack mensenhandel 2.0.0." in mhscan("validate", "--pack", "shipped").said


def test_a_folder_above_packs_says_where_they_are(mhscan, english_folder, tmp_path):
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    done = mhscan("validate", ".")
    assert done.code == 1
    assert done.out.count("error[") == 1
    assert "MH201" in done.out
    assert "hint: Packs are in: pack." in done.out


@pytest.mark.parametrize("inside", ["factors", "factors/sources", "questionnaires"])
def test_a_folder_in_a_pack_belongs_to_it(mhscan, english_folder, monkeypatch, inside):
    monkeypatch.chdir(english_folder / inside)
    assert mhscan("validate").said == "Nothing wrong found in 8 files of pack harbour-access 2.1.0."


def test_patterns_are_expanded_where_no_shell_did_that(mhscan, english_folder, scan, tmp_path):
    (tmp_path / "scans").mkdir()
    scan({"ashore.slope": 1}, "scans/a.yaml")
    scan({"ashore.slope": 9}, "scans/b.yml")
    done = mhscan("validate", "scans/*.y*ml", "--pack", english_folder)
    assert (done.code, done.out.splitlines()[0].partition(":")[0]) == (1, "scans/b.yml")
    assert done.said == "1 error in 2 files. Held against pack harbour-access 2.1.0."
    assert mhscan("validate", "scans/*.txt").code == 1


def test_a_good_assessment_is_0_and_a_bad_one_is_1(harbour, scan):
    assert harbour("validate", scan({"ashore.slope": 1})).code == 0
    done = harbour("validate", scan({"ashore.slope": 9}))
    assert (done.code, done.err) == (1, "1 error in 1 file. Held against pack harbour-access 2.1.0.\n")
    assert "error[MH802] bad-answer: 9 is not a level" in done.out


def test_warnings_alone_are_0(harbour, scan):
    done = harbour("validate", scan(pack=PackRef(id="harbour-access", version="2.0.0", sha256="0")))
    assert done.code == 0
    assert "warning[MH803]" in done.out
    assert "warning" in done.err


@pytest.mark.parametrize(("version", "code", "word"), [("2.1.0", 1, "error"), ("2.0.0", 0, "warning")])
def test_an_answer_that_never_fits_is_an_error_where_only_the_content_of_a_version_changed(
    harbour, scan, version, code, word
):
    """Another version may ask other things; of the same number either the answers are wrong or the pack is."""
    made = PackRef(id="harbour-access", version=version, sha256="0")
    done = harbour("validate", scan({"ashore.slope": 9}, pack=made))
    assert done.code == code
    assert f"{word}[MH802] bad-answer: 9 is not a level" in done.out
    assert "warning[MH803]" in done.out


@pytest.mark.parametrize("text", ["", "a: [", "- 1\n", "\x00"])
def test_a_file_that_is_no_yaml_is_1_too(mhscan, tmp_path, text):
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    done = mhscan("validate", "bad.yaml")
    assert done.code == 1
    assert done.out.startswith("bad.yaml:1:")


def test_all_problems_of_all_files_come_at_once_and_sorted(mhscan, tmp_path):
    for name in ("b.yaml", "a.yaml"):
        (tmp_path / name).write_text("schema: mhscan/nothing@1\n", encoding="utf-8")
    done = mhscan("validate", "b.yaml", "a.yaml", "none.yaml")
    assert [line.partition(":")[0] for line in done.out.splitlines() if "error[" in line] == [
        "a.yaml",
        "b.yaml",
        "none.yaml",
    ]
    assert done.err == "3 errors in 3 files.\n"


PLAN = """\
schema: mhscan/plan@1
subject: {name: Northport}
pack: harbour-access
actions:
  afloat.share-hoits: {owner: captain, due: '2026-02-30', status: bezig}
  afloat.longer-ramp: {owner: captain}
"""


def test_a_plan_is_checked_with_its_places(harbour, tmp_path):
    file = tmp_path / "northport.plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    done = harbour("validate", file)
    assert done.code == 1
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in done.out.splitlines() if "error[" in line] == [
        "northport.plan.yaml:5:45",
        "northport.plan.yaml:5:67",
    ]
    file.write_text(PLAN.replace("due: '2026-02-30', status: bezig", "status: done"), encoding="utf-8")
    done = harbour("validate", file)
    assert done.code == 1
    assert [one for one in ("MH811", "Did you mean 'afloat.share-hoist'?", "MH207") if one not in done.out] == []


def test_a_plan_cannot_be_checked_with_a_broken_pack(mhscan, tmp_path):
    file = tmp_path / "northport.plan.yaml"
    file.write_text(PLAN.replace("due: '2026-02-30', status: bezig", "status: done"), encoding="utf-8")
    done = mhscan("validate", file, "--pack", tmp_path)
    assert (done.code, "There is no pack in" in done.said) == (3, True)
    (tmp_path / "factors").mkdir()
    done = mhscan("validate", file, "--pack", tmp_path)
    assert (done.code, "MH201" in done.out) == (1, True)


@pytest.fixture
def untidy(english_folder, monkeypatch):
    """The second pack with one error, in this folder."""
    monkeypatch.chdir(english_folder)
    model = english_folder / "factors" / "model.yaml"
    model.write_text(model.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    return english_folder


@pytest.mark.parametrize(
    ("name", "start"),
    [("json", "{"), ("github", "::error file=factors/model.yaml,"), ("sarif", "{"), ("junit", "<?xml"), ("text", "f")],
)
def test_each_format_can_be_asked_for(mhscan, untidy, name, start):
    done = mhscan("validate", "--format", name)
    assert done.code == 1
    assert done.out.startswith(start)


def test_github_actions_gets_its_own_format_unless_another_was_asked_for(mhscan, untidy, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert mhscan("validate").out.startswith("::error ")
    assert mhscan("validate", "--format", "text").out.startswith("factors/model.yaml:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "xml"), "'xml' is not one of: text, json, github, sarif, junit"),
        (("--select", "MH999"), "'MH999' is no code"),
        (("--ignore", "vage-word"), "Did you mean 'vague-word'?"),
    ],
)
def test_a_format_or_code_that_does_not_exist_is_wrong_usage(mhscan, arguments, said):
    done = mhscan("validate", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_warnings_count_as_errors_when_strict(mhscan, scan):
    assert mhscan("validate", scan(), "--strict").code == 1
    assert mhscan("validate", scan(), "--strict", "--ignore", "MH1,MH8").code == 0


def test_only_what_is_selected_is_shown(mhscan, scan):
    assert mhscan("validate", scan(), "--select", "MH5").out == ""
    assert "MH803" in mhscan("validate", scan(), "--select", "other-pack,MH5").out


def test_the_settings_of_this_folder_count_and_their_faults_are_shown(mhscan, scan, tmp_path):
    file = scan()
    (tmp_path / "mhscan.toml").write_text("ignore = ['MH1', 'MH8']\n")
    assert mhscan("validate", file).out == ""
    assert "MH803" in mhscan("validate", file, "--ignore", "MH5").out
    (tmp_path / "mhscan.toml").write_text("strickt = true\n")
    done = mhscan("validate", file)
    assert done.code == 1
    assert "mhscan.toml:1:1: error[MH014] unknown-setting: unknown setting 'strickt'" in done.out


def test_a_comment_in_a_file_is_honoured(mhscan, english_folder):
    model = english_folder / "factors" / "model.yaml"
    text = model.read_text(encoding="utf-8")
    model.write_text("# mhscan: ignore MH501 because so\n" + text, encoding="utf-8")
    done = mhscan("validate", english_folder)
    assert (done.code, done.err) == (0, "0 errors, 1 warning in 8 files of pack harbour-access 2.1.0.\n")
    assert "warning[MH011] unused-ignore" in done.out


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A folder of somebody's own templates, named `own` from this folder, with one that is wrong."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "samenvatting.j2").write_text("{{ report.subjct }}\n", encoding="utf-8")
    return folder


def test_own_templates_are_checked_with_the_shipped_pack_or_another(mhscan, own):
    done = mhscan("validate", "--templates", "own")
    assert done.code == 1
    assert done.out.startswith("own/samenvatting.j2:1:11: error[MH602]")
    assert mhscan("validate", "--templates", "own", "--pack", HARBOUR).code == 1
    (own / "samenvatting.j2").write_text("{{ report.subject }}\n", encoding="utf-8")
    assert mhscan("validate", "--templates", "own").said == (
        "Nothing wrong found in 1 file. Held against pack mensenhandel 2.0.0."
    )


def test_a_bare_folder_with_templates_needs_no_option(mhscan, own):
    assert mhscan("validate", "own").out == mhscan("validate", "--templates", "own").out


def test_own_templates_are_checked_beside_what_else_is_named(mhscan, own, scan):
    done = mhscan("validate", scan({"ashore.slope": 9}), "--templates", "own", "--pack", HARBOUR)
    assert [code in done.out for code in ("MH802", "MH602")] == [True, True]


@pytest.mark.parametrize("name", ["none", "own/samenvatting.j2", "empty"])
def test_a_folder_without_templates_does_not_pass_as_right(mhscan, own, name):
    (own.parent / "empty").mkdir()
    done = mhscan("validate", "--templates", name)
    assert (done.code, done.out) == (3, "")
    assert name in done.err


@pytest.fixture
def warned(tmp_path) -> Path:
    """A pack with one warning."""
    folder = Path(shutil.copytree(TINY, tmp_path / "warned"))
    soil = folder / "factors" / "soil.yaml"
    soil.write_text(soil.read_text(encoding="utf-8").replace("Is there compost?", "Is there compost"), encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


COUNTS = {
    "text": lambda text, said: int(re.search(r"(\d+) error", said)[1]),
    "json": lambda text, said: json.loads(text)["errors"],
    "github": lambda text, said: text.count("::error "),
    "sarif": lambda text, said: [one["level"] for one in json.loads(text)["runs"][0]["results"]].count("error"),
    "junit": lambda text, said: sum(int(one) for one in re.findall(r'failures="(\d+)"', text)),
}


@pytest.mark.parametrize("name", FACES)
@pytest.mark.parametrize("strict", [False, True])
def test_what_counts_as_an_error_is_one_in_every_format(mhscan, warned, name, strict):
    shown = mhscan("validate", warned, "--format", name, *(["--strict"] if strict else []))
    assert COUNTS[name](shown.out, shown.err) == (1 if strict else 0)
    assert shown.code == (1 if strict else 0)
    assert ('"level": "warning"' in shown.out or "warning[MH" in shown.out or "::warning" in shown.out) is (
        not strict and name != "json"
    )


def test_while_the_settings_are_wrong_they_alone_are_shown(mhscan, warned, monkeypatch):
    monkeypatch.chdir(warned)
    (warned / "mhscan.toml").write_text('ignroe = ["MH5"]\n', encoding="utf-8")
    shown = mhscan("validate", ".")
    assert shown.code == 1
    assert [line.split(": ")[1] for line in shown.out.splitlines() if ": error" in line or ": warning" in line] == [
        "error[MH014] unknown-setting"
    ]
    assert "1 warning is not shown: mend the settings first." in shown.err


def test_watching_reads_the_settings_again(mhscan, warned, monkeypatch):
    monkeypatch.chdir(warned)
    seen = []

    def twice(work, paths, settings):
        assert Path("mhscan.toml") in settings
        seen.append(work())
        Path("mhscan.toml").write_text("strict = true\n", encoding="utf-8")
        seen.append(work())
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "keep_doing", twice)
    mhscan("validate", ".", "--watch")
    assert seen == [0, 1]
