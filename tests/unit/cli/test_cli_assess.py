"""`mhscan assess`."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, Finished, PackRef, Respondent
from mhscan.interview.dialog import Dialog
from mhscan.text import slug

FIRST = {
    f"context.{one}": Answer(state="skipped") for one in ("lead", "users", "steps", "visitors", "inspection", "remark")
}
PEOPLE = {"people.lead": 2, "people.course": 2}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Northport", "northport"),
        ("St. Ives (old)", "st-ives-old"),
        ("Sint-Michiëlsgestel", "sint-michielsgestel"),
        ("港", "scan"),
    ],
)
def test_a_name_becomes_a_file_name(name, file):
    assert slug(name) == file


def test_a_new_file_gets_the_name_the_date_and_the_pack(harbour, read, english_pack):
    done = harbour("assess", "new.yaml", "--name", "Northport")
    made = read("new.yaml")
    assert done.code == 0
    assert (made.name, made.date, made.questionnaire) == ("Northport", "2026-05-01", "full")
    assert (made.pack.id, made.pack.sha256) == ("harbour-access", english_pack.sha256)
    assert made.answers == {}


def test_two_new_files_have_ids_of_their_own(harbour, read):
    for name in ("a", "b"):
        harbour("assess", f"{name}.yaml", "--name", name)
    assert read("a.yaml").id != read("b.yaml").id
    assert read("a.yaml").respondent.id != read("b.yaml").respondent.id


def test_without_a_file_it_is_named_after_the_subject(harbour, read):
    harbour("assess", "--name", "St. Ives")
    assert read("st-ives.yaml").name == "St. Ives"


def test_without_a_file_and_a_name_both_are_asked(harbour, read):
    harbour("assess", stdin="My scan\n\nNorthport\nHB013\n")
    made = read("my-scan.yaml")
    assert made.subject == {"name": "Northport", "code": "HB013"}


def test_without_any_name_nothing_is_written(harbour, tmp_path):
    done = harbour("assess", "new.yaml")
    assert done.code == 2
    assert "There is no name, so there is nothing to save." in done.err
    assert list(tmp_path.iterdir()) == []


def test_ctrl_d_where_the_name_is_asked_is_130_and_nothing_is_written(harbour, tmp_path):
    done = harbour("assess", "new.yaml", keyboard=True)
    assert done.code == 130
    assert "There is no name, so there is nothing to save." in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["\x1b[31mNorth\x07", " North "])
def test_a_name_is_kept_without_what_could_do_harm(harbour, read, name):
    done = harbour("assess", "new.yaml", "--name", name)
    assert done.code == 0
    assert read("new.yaml").name == "North"


def test_it_starts_with_what_this_is_how_long_it_takes_and_where_it_is_kept(harbour):
    said = harbour("assess", "new.yaml", "--name", "Northport").said
    assert said.startswith(
        "All questions: Northport For whoever runs the harbour. Every answer is saved at once in new.yaml."
    )


def test_a_questionnaire_without_a_text_says_how_long_it_takes(harbour):
    said = harbour("assess", "new.yaml", "--name", "Northport", "-q", "visitor").said
    assert "This takes about 5 minutes." in said


def test_at_the_end_of_the_input_it_says_what_is_open_and_how_to_go_on(harbour, scan):
    done = harbour("assess", scan(), stdin="1\n")
    assert (done.code, done.out) == (0, "")
    assert "Stopped. All answers are saved in" in done.said
    assert "22 questions are open; the next is: " in done.said
    assert "Go on with: mhscan assess " in done.said


def test_it_goes_on_where_it_stopped(harbour, scan):
    done = harbour("assess", scan({"ashore.contrast": 1}))
    assert "You go on where you stopped: 22 of 26 questions are open." in done.said
    assert "Question 15 of 26. 22 open." in done.said


def test_a_path_with_a_space_is_quoted_where_it_is_to_be_typed(harbour, scan):
    path = scan(file="my scan.yaml")
    assert f"Go on with: mhscan assess '{path}'" in harbour("assess", path).said


def test_a_finished_interview_writes_the_report_beside_the_file_and_names_it(harbour, scan, tmp_path):
    done = harbour("assess", scan(PEOPLE), "--factor", "people", stdin="\n")
    assert done.code == 0
    assert done.out == f"{tmp_path / 'scan-report.html'}\n"
    assert "Done. All questions are answered." in done.said
    assert (tmp_path / "scan-report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_report_is_written_at_the_end_of_the_input_too_if_all_is_answered(harbour, scan, tmp_path):
    done = harbour("assess", scan(PEOPLE), "--factor", "people")
    assert done.out == f"{tmp_path / 'scan-report.html'}\n"


def test_stopping_writes_no_report(harbour, scan, tmp_path):
    done = harbour("assess", scan(PEOPLE), "--factor", "people", stdin="q\n")
    assert (done.code, done.out) == (0, "")
    assert "is open" not in done.said
    assert [path.name for path in tmp_path.iterdir()] == ["scan.yaml"]


def test_another_report_is_never_replaced_without_asking(harbour, scan, tmp_path):
    path = scan(PEOPLE)
    (tmp_path / "scan-report.html").write_text("mine", encoding="utf-8")
    (tmp_path / "scan-report-2.html").mkdir()
    done = harbour("assess", path, "--factor", "people")
    assert done.out == f"{tmp_path / 'scan-report-3.html'}\n"
    assert (tmp_path / "scan-report.html").read_text(encoding="utf-8") == "mine"
    assert harbour("assess", path, "--factor", "people").out == done.out


@pytest.mark.parametrize(("answer", "name"), [("yes", "scan-report.html"), ("no", "scan-report-2.html")])
def test_at_a_keyboard_it_asks_whether_a_report_may_be_replaced(harbour, scan, tmp_path, answer, name):
    (tmp_path / "scan-report.html").write_text("mine", encoding="utf-8")
    done = harbour("assess", scan(PEOPLE), "--factor", "people", stdin=f"\n{answer}\n", keyboard=True)
    assert done.out == f"{tmp_path / name}\n"


def test_the_same_report_is_named_again(harbour, scan, tmp_path):
    path = scan(PEOPLE)
    first = harbour("assess", path, "--factor", "people").out
    assert harbour("assess", path, "--factor", "people").out == first
    assert len(list(tmp_path.glob("*.html"))) == 1


def test_a_wrong_line_stops_with_its_number_and_what_was_before_it_is_saved(harbour, scan, read):
    path = scan(FIRST)
    done = harbour("assess", path, stdin="2\nnine\n1\n")
    assert done.code == 3
    assert "Line 2 of the input is no answer." in done.err
    assert read(path).value("ashore.slope") == 2
    assert list(read(path).answers)[6:] == ["ashore.slope"]


def test_ctrl_c_is_130_and_says_how_to_go_on(harbour, scan, monkeypatch):
    def interrupted(_self: Dialog) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Dialog, "run", interrupted)
    done = harbour("assess", scan())
    assert done.code == 130
    assert "Stopped. All answers are saved in" in done.said
    assert "Go on with: mhscan assess" in done.said


def test_ctrl_d_at_a_keyboard_is_130(harbour, scan, read):
    path = scan(FIRST)
    done = harbour("assess", path, stdin="2\n", keyboard=True)
    assert done.code == 130
    assert read(path).value("ashore.slope") == 2


def test_a_role_is_kept(harbour, scan, read):
    path = scan(respondent=Respondent(id="2"))
    harbour("assess", path, "--role", "crew")
    assert read(path).respondent == Respondent(id="2", role="crew")


@pytest.mark.parametrize(
    ("option", "wanted", "message", "hint"),
    [
        ("--role", "mastr", "There is no role 'mastr'.", "Did you mean 'master'?"),
        ("--factor", "ashor", "There is no factor 'ashor'.", "Did you mean 'ashore'?"),
        ("--questionnaire", "ful", "There is no questionnaire 'ful'.", "Did you mean 'full'?"),
    ],
)
def test_a_word_that_the_pack_lacks_is_refused_before_anything_is_written(
    harbour, tmp_path, option, wanted, message, hint
):
    done = harbour("assess", "new.yaml", "--name", "N", option, wanted)
    assert (done.code, done.err.splitlines()) == (3, [message, hint])
    assert list(tmp_path.iterdir()) == []


def test_one_factor_is_asked_alone(harbour, scan):
    done = harbour("assess", scan(), "--factor", "people", stdin="2\n")
    assert "Question 1 of 2." in done.said
    assert "Question 2 of 2." in done.said


def test_a_factor_that_the_questionnaire_leaves_out_is_refused(mhscan, scan, english_folder):
    short = english_folder / "questionnaires" / "visitor.yaml"
    short.write_text(short.read_text(encoding="utf-8").replace(", people.course]", "]"), encoding="utf-8")
    assert "ask: [ashore.slope, ashore.toilet, afloat.ramp]" in short.read_text(encoding="utf-8")
    text = short.read_text(encoding="utf-8").partition("  people.course:")[0]
    short.write_text(text, encoding="utf-8")
    done = mhscan("assess", scan(questionnaire="visitor"), "--factor", "people", "--pack", english_folder)
    assert done.code == 3
    assert "The questionnaire asks nothing about this factor. Choose another questionnaire." in done.said


def test_another_questionnaire_of_the_same_perspective_keeps_every_answer(mhscan, scan, read, dutch_pack):
    ref = PackRef(id=dutch_pack.model.id, version=dutch_pack.model.version, sha256=dutch_pack.sha256)
    quick = dutch_pack.questionnaire("quickscan").asks()
    answers = {key: Answer(state="unknown") for key in quick}
    path = scan(answers, pack=ref, questionnaire="quickscan", subject={"name": "Stad"})
    done = mhscan("assess", path, "--questionnaire", "zelfscan", stdin="q\n")
    assert done.code == 0
    assert read(path).questionnaire == "zelfscan"
    assert read(path).answers == answers
    assert "You go on where you stopped" in done.said


def test_the_perspective_of_a_file_cannot_change(harbour, scan):
    path = scan(PEOPLE)
    before = path.read_bytes()
    done = harbour("assess", path, "--questionnaire", "visitor")
    assert done.code == 3
    assert "were given from another perspective than 'Questions for visitors' asks for." in done.said
    assert "Use another file for it." in done.said
    assert path.read_bytes() == before


def test_a_partner_answers_in_other_words_and_gets_a_report_without_a_score(harbour, scan, read, tmp_path):
    path = scan(questionnaire="visitor", respondent=Respondent(id="2", role="visitor"))
    done = harbour("assess", path, stdin="1\nx\n2\nx\n\n")
    assert "Could you get to the quay without a steep slope?" in done.said
    assert "x I cannot see this as a visitor" in done.said
    assert done.out == f"{tmp_path / 'scan-report.html'}\n"
    assert read(path).answers["ashore.toilet"].reason == "role"


def test_a_closed_assessment_is_not_changed(harbour, scan):
    path = scan(PEOPLE, status="final", finished=Finished(date="2026-05-20"))
    before = path.read_bytes()
    done = harbour("assess", path)
    assert done.code == 3
    assert "was closed on 2026-05-20" in done.said
    assert path.read_bytes() == before


def test_a_version_from_which_no_way_leads_here_is_left_alone(harbour, scan):
    path = scan({**PEOPLE, "ashore.gone": 3}, pack=PackRef(id="harbour-access", version="1.0.0", sha256="0"))
    before = path.read_bytes()
    done = harbour("assess", path, stdin="q\n")
    assert (done.code, path.read_bytes()) == (3, before)
    assert "There is no way from version 1.0.0 of the pack to version 2.1.0." in done.said


def test_answers_of_an_older_version_are_carried_over_visibly_and_nothing_is_lost(harbour, scan, read, english_pack):
    ref = PackRef(id="harbour-access", version="2.0.3", sha256="0")
    path = scan({**PEOPLE, "ashore.gone": 3}, pack=ref)
    before = path.read_bytes()
    done = harbour("assess", path, stdin="q\n")
    assert done.code == 0
    assert "are of version 2.0.3 of the pack; this is 2.1.0." in done.said
    assert "- ashore.gone: archived. The new version does not ask this." in done.said
    assert read(path).archived["ashore.gone"].answer.value == 3
    assert (read(path).pack.sha256, read(path).earlier) == (english_pack.sha256, (ref,))
    assert path.with_name("scan.yaml.2.0.3.bak").read_bytes() == before


@pytest.mark.parametrize(("typed", "code"), [("no\n", 3), ("yes\nq\n", 0)])
def test_a_person_is_asked_before_answers_are_carried_over(harbour, scan, read, typed, code):
    ref = PackRef(id="harbour-access", version="2.0.3", sha256="0")
    path = scan({**PEOPLE, "ashore.gone": 3}, pack=ref)
    done = harbour("assess", path, stdin=typed, keyboard=True)
    assert done.code == code
    assert "Carry the answers over to version 2.1.0? The file as it was is kept too. [yes/no]:" in done.said
    assert (read(path).pack == ref) is (code == 3)
    assert ("Nothing was changed." in done.said) is (code == 3)


def test_nobody_is_asked_where_only_the_words_of_the_pack_changed(harbour, scan, read, english_pack):
    path = scan(PEOPLE, pack=PackRef(id="harbour-access", version="2.1.0", sha256="0"))
    done = harbour("assess", path, stdin="q\n", keyboard=True)
    assert done.code == 0
    assert "4 answers go over as they are." in done.said
    assert "[yes/no]" not in done.said
    assert read(path).pack.sha256 == english_pack.sha256


def test_an_assessment_of_another_pack_is_not_gone_on_with(mhscan, scan):
    path = scan(PEOPLE)
    before = path.read_bytes()
    done = mhscan("assess", path, stdin="1\n")
    assert done.code == 3
    assert "The answers were given with pack 'harbour-access', not with 'mensenhandel'." in done.said
    assert "Name the folder of that pack with --pack FOLDER." in done.said
    assert path.read_bytes() == before


def test_an_answer_that_does_not_fit_its_own_pack_is_said_and_nothing_changes(harbour, scan):
    path = scan({"ashore.slope": 9})
    before = path.read_bytes()
    done = harbour("assess", path)
    assert done.code == 3
    assert "9 is not a level of this indicator" in done.said
    assert path.read_bytes() == before


def test_a_full_disk_through_a_pipe_is_4_and_keeps_what_was_saved(harbour, scan, monkeypatch):
    path = scan(FIRST)
    before = path.read_bytes()

    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = harbour("assess", path, stdin="1\n")
    assert done.code == 4
    assert "the disk is full" in done.said
    assert "Saved" not in done.said
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_said(harbour, tmp_path):
    done = harbour("assess", tmp_path)
    assert done.code == 3
    assert "this is a folder, not a file" in done.said


def test_with_colour_at_a_keyboard_it_shows_the_laid_out_face(harbour, scan, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("mhscan.ui.streams.has_colour", lambda _stream: True)
    monkeypatch.setattr("mhscan.cli.assess.has_colour", lambda _stream: True)
    done = harbour("assess", scan(), stdin="", keyboard=True)
    assert "─────" in done.err


def test_the_whole_shipped_pack_can_be_asked(mhscan, read):
    done = mhscan("assess", "--name", "Voorbeeldstad", stdin="GM9999\n")
    assert done.code == 0
    assert read("voorbeeldstad.yaml").subject == {"name": "Voorbeeldstad", "code": "GM9999"}


def test_the_report_is_made_by_the_language_of_the_pack_in_a_file_named_in_that_of_the_interface(
    harbour, scan, tmp_path, monkeypatch
):
    monkeypatch.setenv("MHSCAN_LANG", "nl")
    done = harbour("assess", scan(PEOPLE), "--factor", "people")
    path = Path(done.out.strip())
    assert path.name != "scan-report.html"
    assert '<html lang="en"' in path.read_text(encoding="utf-8")
