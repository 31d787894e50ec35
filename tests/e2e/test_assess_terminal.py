"""An interview at a real terminal, as a person sees it and types it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys

import pytest

from mhscan.answers.model import Answer, CarriedBy, Evidence

CONTEXT = ("lead", "users", "steps", "visitors", "inspection", "remark")
SKIPPED = {f"context.{one}": Answer(state="skipped") for one in CONTEXT}
BOXES = re.compile(r"[\u2500-\u259f]")
ESCAPE = "\x1b"


@pytest.fixture
def assess(terminal, harbour):
    """Holds an interview with the second pack at a terminal."""
    return lambda *arguments, **more: terminal("assess", *arguments, "--pack", harbour, **more)


# The whole shipped questionnaire -------------------------------------------------------------------------------------


def test_the_whole_zelfscan_is_answered_at_a_terminal(terminal, dutch_pack, lines_for, kept, read, tmp_path):
    lines = lines_for(dutch_pack, "zelfscan")
    assert len(lines) > 44
    screen = terminal("assess", "stad.yaml", "--name", "Voorbeeldstad", MHSCAN_LANG="nl")
    for n, line in enumerate(lines, 1):
        screen.sees(f"Vraag {n} van ")
        screen.types(line.text)
        screen.sees("Bewaard: ")
        assert line.values.items() <= kept(read(tmp_path / "stad.yaml")).items()
    screen.sees("Klaar. Alle vragen zijn beantwoord.")
    screen.types("")
    screen.sees("Het rapport is klaar.", "stad-rapport.html")
    assert screen.ends() == 0
    assert kept(read(tmp_path / "stad.yaml")) == {key: value for line in lines for key, value in line.values.items()}
    assert (tmp_path / "stad-rapport.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_question_says_its_number_its_factor_and_what_is_left(assess, scan):
    screen = assess(scan(SKIPPED | {"context.steps": False}))
    screen.sees("You go on where you stopped: 14 of 23 questions are open.")
    screen.sees("Getting to the quay: Ashore", "Question 10 of 23. 14 open.")


def test_every_key_works_at_a_terminal(assess, scan, read):
    path = scan(SKIPPED | {"context.steps": False})
    screen = assess(path, "--factor", "people")
    screen.sees("A number from 1 to 5:")
    screen.types("zz")
    screen.sees("Type a number from 1 to 5.", "e explanation", "q stop; all is saved")
    screen.types("e")
    screen.sees("A number from 1 to 5:")
    screen.types("r", "1", "Coast plan", "c", "See page 3", "v", "Minutes", "2026-03-10", "d")
    screen.sees("Saved: not known", "Question ")
    screen.types("b")
    screen.sees("Your answer so far: not known", "Carried by: Coast plan", "Note: See page 3", "Evidence: Minutes")
    screen.types("l", "1")
    screen.sees("All questions", "Go to question number", "Question 1 of ")
    screen.types("l", "2")
    screen.sees("Question 2 of ")
    screen.types("n", "no crew")
    screen.sees("Saved: does not apply: no crew", "Done. 1 question has no answer:")
    screen.types("q")
    screen.sees("Stopped. All answers are saved in", "Go on with: mhscan assess")
    assert screen.ends() == 0
    lead, course = read(path).answers["people.lead"], read(path).answers["people.course"]
    assert (lead.state, lead.note) == ("unknown", "See page 3")
    assert lead.carried_by == CarriedBy(kind="district", name="Coast plan")
    assert lead.evidence == (Evidence(title="Minutes", date="2026-03-10"),)
    assert (course.state, course.reason) == ("not_applicable", "no crew")


# Leaving -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", ["press_ctrl_c", "press_ctrl_d"])
def test_leaving_by_the_keyboard_is_130_loses_nothing_and_it_goes_on_there(assess, scan, read, leave):
    path = scan(SKIPPED | {"context.steps": False})
    screen = assess(path)
    screen.answers("2", "1")
    screen.sees("Question 12 of 23.")
    getattr(screen, leave)()
    screen.sees("Stopped. All answers are saved in", "Go on with: mhscan assess")
    assert screen.ends() == 130
    assert "Traceback" not in screen.text
    assert [one.value for one in list(read(path).answers.values())[6:]] == [2, 1]
    screen = assess(path)
    screen.sees("You go on where you stopped: 12 of 23 questions are open.", "Question 12 of 23.")


@pytest.mark.parametrize("side", ["c", "v", "r", "n", "l"])
@pytest.mark.parametrize("leave", ["press_ctrl_c", "press_ctrl_d"])
def test_leaving_in_the_middle_of_a_note_or_another_side_question_is_130_too(assess, scan, read, leave, side):
    path = scan(SKIPPED | {"context.steps": False})
    screen = assess(path)
    screen.answers("2")
    screen.sees("Question 11 of 23.")
    screen.types(side)
    screen.sees("(:b = back)" if side in "cvn" else {"r": "Which one?", "l": "Go to question number"}[side])
    screen.is_asked()
    getattr(screen, leave)()
    screen.sees("Stopped. All answers are saved in")
    assert screen.ends() == 130
    assert list(read(path).answers)[6:] == ["ashore.slope"]


def test_a_closed_window_loses_nothing_and_the_next_start_goes_on_there(assess, scan, read):
    path = scan(SKIPPED | {"context.steps": False})
    screen = assess(path)
    screen.answers("2", "1")
    screen.sees("Question 12 of 23.")
    screen.close_window()
    assert [one.value for one in list(read(path).answers.values())[6:]] == [2, 1]
    screen = assess(path)
    screen.sees("You go on where you stopped: 12 of 23 questions are open.", "Question 12 of 23.")
    screen.answers("3")


def test_a_closed_window_that_the_program_outlives_ends_it_quietly(assess, scan, read):
    path = scan(SKIPPED | {"context.steps": False})
    screen = assess(path, before=("sh", "-c", 'trap "" HUP; exec "$@"', "sh"))
    screen.answers("2")
    screen.sees("Question 11 of 23.")
    assert screen.close_window() in (0, 130)
    assert read(path).value("ashore.slope") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_program_that_is_ended_from_outside_loses_nothing(assess, scan, read, number):
    path = scan(SKIPPED | {"context.steps": False})
    screen = assess(path)
    screen.answers("2", "1")
    screen.child.kill(number)
    assert screen.ends() == -number
    assert [one.value for one in list(read(path).answers.values())[6:]] == [2, 1]
    assess(path).sees("12 of 23 questions are open.")


# Two windows ---------------------------------------------------------------------------------------------------------


def test_a_second_interview_on_a_file_is_refused_and_the_first_goes_on(assess, scan, read):
    path = scan(SKIPPED | {"context.steps": False})
    first = assess(path)
    first.answers("2")
    before = path.read_bytes()
    second = assess(path)
    second.sees("is open in another window or on another computer.", "Stop there first.")
    assert second.ends() == 3
    assert path.read_bytes() == before
    first.answers("1")
    assert [one.value for one in list(read(path).answers.values())[6:]] == [2, 1]


# Every window and every eye ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_in_40_columns_no_line_is_longer(terminal, settings, tmp_path):
    screen = terminal("assess", "s.yaml", "--name", "Stad", columns=40, **settings)
    mark = () if settings else (">",)
    screen.sees("such as GM0344:", *mark)
    steps = ((":e", "such as GM0344:"), (":l", "(Enter: stay here):"), ("9", "one by one:"), ("c", "(:b = back):"))
    for line, words in (*steps, ("kort", "one by one:")):
        screen.types(line)
        screen.sees(words, *mark)
    screen.press_ctrl_c()
    assert screen.ends() == 130
    lines = [line.rstrip() for line in screen.text.split("\n")]
    assert len(lines) > 60
    assert [line for line in lines if len(line) > 40] == []


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"MHSCAN_PLAIN": "1"}])
def test_without_colour_there_are_no_terminal_codes(assess, scan, settings):
    screen = assess(scan(SKIPPED | {"context.steps": False}), **settings)
    screen.answers("2")
    screen.types("l", "")
    screen.sees("All questions", "Go to question number")
    screen.press_ctrl_c()
    assert screen.ends() == 130
    assert ESCAPE not in screen.raw


def test_with_colour_there_are(assess, scan):
    screen = assess(scan(SKIPPED | {"context.steps": False}))
    screen.sees("Question 10 of 23.")
    assert ESCAPE in screen.raw
    assert BOXES.search(screen.text)


def test_a_window_that_is_made_narrower_gets_shorter_lines_from_then_on(assess, scan):
    screen = assess(scan(SKIPPED | {"context.steps": False}))
    screen.sees("Question 10 of 23.")
    screen.resize(40)
    screen.answers("2")
    screen.sees("Question 11 of 23.", "q stop; all is saved")
    later = screen.text[screen.text.index("Saved: ") :]
    assert max(map(len, later.split("\n"))) <= 40


COMMANDS = {
    "menu": [],
    "help": ["--help"],
    "assess": ["assess", "scan.yaml"],
    "set": ["set", "scan.yaml", "ashore.slope=2"],
    "score": ["score", "scan.yaml"],
    "report": ["report", "scan.yaml", "--output", "report.html"],
    "questions": ["questions"],
    "validate": ["validate", "wrong.yaml"],
    "explain": ["explain", "ashore.slope"],
    "finish": ["finish", "scan.yaml"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_plain_lines_have_no_boxes_bars_carets_or_codes_in_any_command(terminal, scan, harbour, tmp_path, name):
    path = scan(SKIPPED | {"context.steps": False, "people.lead": 4, "afloat.ramp": 1})
    (tmp_path / "wrong.yaml").write_text(path.read_text("utf-8").replace("people.lead", "people.leda"), "utf-8")
    pack = ["--pack", harbour] if name not in ("menu", "help") else []
    screen = terminal("--plain", *COMMANDS[name], *pack, columns=40)
    if name in ("menu", "assess"):
        screen.sees("1, 2, 3" if name == "menu" else "Keys: ")
        screen.press_ctrl_d()
    code = screen.ends()
    assert code == {"menu": 130, "assess": 130, "validate": 1}.get(name, 0), screen.text
    assert len(screen.text) > 20
    assert ESCAPE not in screen.raw
    assert not BOXES.search(screen.text)
    assert [line for line in screen.text.split("\n") if line.strip(" ^") == "" and "^" in line] == []


# Around it -----------------------------------------------------------------------------------------------------------


def test_the_menu_leads_to_an_interview_and_back_to_it(terminal, tmp_path, read):
    screen = terminal()
    screen.sees("Your files lie in", "There is no assessment here yet.", "Type 1, 2, 3 or 4")
    screen.types("7", "1")
    screen.sees("Name of the file to keep the answers in")
    screen.types("mijn scan", "Stad")
    screen.sees("Every answer is saved at once in mijn-scan.yaml.", "Question 1 of ")
    screen.press_ctrl_c()
    screen.sees("Go on with: mhscan assess mijn-scan.yaml")
    assert screen.ends() == 130
    assert read(tmp_path / "mijn-scan.yaml").name == "Stad"
    screen = terminal()
    screen.sees("1. mijn-scan.yaml", "Type 1, 2, 3 or 4")
    screen.types("2")
    screen.sees("Question 1 of ")


@pytest.mark.parametrize(("answer", "names"), [("yes", ["scan-report.html"]), ("no", ["scan-report.html", "x"])])
def test_a_report_that_is_there_is_replaced_only_after_a_yes(assess, scan, tmp_path, answer, names):
    (tmp_path / "scan-report.html").write_text("mine", encoding="utf-8")
    screen = assess(scan({"people.lead": 2, "people.course": 2}), "--factor", "people")
    screen.sees("Enter to go on to the report")
    screen.types("")
    screen.sees("exists already. Replace it?")
    screen.types(answer)
    screen.sees("The report is ready.")
    assert screen.ends() == 0
    kept = (tmp_path / "scan-report.html").read_text(encoding="utf-8") == "mine"
    assert kept is (answer == "no")
    assert len(list(tmp_path.glob("*.html"))) == len(names)


def test_english_is_asked_for_before_the_command(tmp_path):
    command = [sys.executable, "-m", "mhscan", "--lang", "en", "assess", "s.yaml", "--name", "Stad"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 0
    assert "Every answer is saved at once in s.yaml." in done.stderr
