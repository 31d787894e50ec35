"""An interview as a dialog of lines."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import pytest

from mhscan.answers.model import Answer, CarriedBy, Evidence, Finished, Respondent
from mhscan.answers.reading import read_assessment
from mhscan.answers.store import new_store
from mhscan.answers.writing import Writer
from mhscan.errors import InputError, OutputError
from mhscan.interview.dialog import Dialog, Ending
from mhscan.interview.engine import Interview
from mhscan.interview.face import WORD, EndOfInput
from mhscan.pack.glossary import Glossary

NOW = "2026-05-01T10:00:00+02:00"
AWAY = {"people.lead": 2, "people.course": 2}
"""All answers of the shortest factor."""


def people(held, *lines, **more):
    """An interview about the shortest factor: `lead` with levels 1-5 and `course` with levels 1-3."""
    return held(*lines, factor="people", **more)


# From the first to the last question ---------------------------------------------------------------------------------


def test_each_line_answers_one_question_and_is_saved_with_words_and_time(held):
    done = people(held, "4", "2")
    assert [(key, one.value, one.at) for key, one in done.answers.items()] == [
        ("people.lead", 4, NOW),
        ("people.course", 2, NOW),
    ]
    assert done.answers["people.course"].said == "Fewer than half know of the course."
    assert done.face.said[0].startswith("Saved: 4. One person who leads ")


def test_all_types_of_questions_are_answered_by_the_lines_in_order(held):
    lines = ["HB013", "45", "2", "1", "1 3", "1", "12", "1-9-2026", "Open Quay", "2"]
    done = held(*lines, subject={"name": "N"}, respondent=Respondent(id="2"))
    assert done.assessment.subject == {"name": "N", "code": "HB013", "berths": 45}
    assert done.assessment.respondent.role == "volunteer"
    assert {key: one.value for key, one in done.answers.items()} == {
        "context.lead": "master",
        "context.users": ("wheelchair", "sight"),
        "context.steps": True,
        "context.visitors": 12,
        "context.inspection": "2026-09-01",
        "context.remark": "Open Quay",
        "ashore.slope": 2,
    }


@pytest.mark.parametrize(("steps", "after_slope"), [("1", "A lift along the steps"), ("2", "Edges that stand out")])
def test_conditions_are_worked_out_and_never_asked(held, steps, after_slope):
    done = held(steps, ":s", ":s", ":s", "1", answers={"context.lead": "master", "context.users": ()})
    assert done.face.asked[-2:] == ["Gentle slopes", after_slope]


def test_at_the_end_of_the_input_it_stops_and_all_is_kept(held):
    done = people(held, "4")
    assert done.ending is Ending.NO_MORE_INPUT
    assert list(done.answers) == ["people.lead"]


def test_after_the_last_answer_an_overview_says_what_has_none(held):
    done = people(held, "d", "s", "")
    assert done.ending is Ending.DONE
    title, rows = done.face.lists[0]
    assert title == "Done. 2 questions have no answer:"
    assert [(row.number, row.title, row.state) for row in rows] == [
        (1, "One person who leads", "not known"),
        (2, "A course for the crew", "skipped"),
    ]


def test_where_all_is_answered_the_overview_says_so(held):
    done = people(held, "1", "n", "no crew", "")
    assert done.ending is Ending.DONE
    assert done.face.lists == []
    assert done.face.said[-1] == "Done. All questions are answered."
    assert done.face.prompts[-1] == "Number of a question to go there, q to stop, Enter to go on to the report"


def test_an_interview_in_which_nothing_is_open_starts_with_the_overview(held):
    done = people(held, "", answers=AWAY)
    assert (done.ending, done.face.cards) == (Ending.DONE, [])


def test_from_the_overview_a_number_goes_back_to_a_question(held):
    done = people(held, "1", "5", "", answers=AWAY)
    assert done.face.asked == ["One person who leads"]
    assert (done.answers["people.lead"].value, done.ending) == (5, Ending.DONE)


def test_from_the_overview_the_key_for_back_goes_to_the_last_question(held):
    assert people(held, "b", answers=AWAY).face.asked == ["A course for the crew"]


def test_from_the_overview_the_key_for_stop_stops(held):
    assert people(held, "q", answers=AWAY).ending is Ending.STOPPED


# Lines that are no answer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["9", "z", "", "two", "-1", "4 5", "4.0", ":z"])
def test_a_wrong_line_says_what_the_keys_are_and_asks_again(held, line):
    done = people(held, line, "4")
    assert done.answers["people.lead"].value == 4
    (shown,) = done.face.keys_shown
    assert [key.letter for key in shown] == ["e", "d", "n", "r", "c", "v", "s", "b", "l", "q"]
    assert len(done.face.cards) == 2


@pytest.mark.parametrize(("line", "said"), [("9", "Type a number from 1 to 5."), (":z", "There is no key ':z' here.")])
def test_a_wrong_line_says_what_is_wrong(held, line, said):
    assert people(held, line).face.said == [said]


def test_a_wrong_line_without_a_keyboard_ends_it_and_no_later_line_is_used(held, tmp_path):
    with pytest.raises(InputError, match="Type a number from 1 to 3"):
        people(held, "4", "nine", "1", patient=False)
    text = (tmp_path / "scan.yaml").read_text(encoding="utf-8")
    assert "people.lead: {state: answered, value: 4" in text
    assert "people.course" not in text


def test_an_empty_line_at_a_question_with_an_answer_leaves_it_and_goes_on(held):
    done = people(held, "1", "", "", answers=AWAY)
    assert done.answers["people.lead"].value == 2
    assert done.ending is Ending.DONE


# Keys ----------------------------------------------------------------------------------------------------------------


def test_the_explanation_has_help_reason_and_evidence(held):
    known = {
        f"context.{key}": Answer(state="skipped")
        for key in ("lead", "users", "steps", "visitors", "inspection", "remark")
    }
    done = held("e", "s", answers=known)
    assert done.face.said[:2] == [
        "Gentle is one in twelve or less.",
        "Evidence could be: Drawing of the quay, Photo.",
    ]
    assert len([title for title in done.face.asked if title == "Gentle slopes"]) == 1


def test_an_explanation_can_be_a_reason_only(held):
    known = {
        f"context.{key}": Answer(state="skipped")
        for key in ("lead", "users", "steps", "visitors", "inspection", "remark")
    }
    known |= {
        f"ashore.{key}": Answer(state="skipped") for key in ("slope", "lift", "lift-check", "lift-spare", "contrast")
    }
    assert held("e", answers=known).face.said == ["Who does not hear well misses a warning."]


def test_an_explanation_ends_with_the_words_of_the_glossary_in_the_question_and_its_answers(held, english_pack):
    terms = [{"id": "lead", "term": "lead", "forms": ["leads"], "text": "To be in charge."}]
    terms += [{"id": "boom", "term": "boom", "text": "Not in this question."}]
    glossary = Glossary.model_validate({"schema": "mhscan/glossary@1", "terms": terms})
    pack = replace(english_pack, glossary=glossary)
    assert people(held, "e", pack=pack).face.said == ["lead: To be in charge."]


def test_an_explanation_lists_what_a_word_stands_for_on_a_day(held, english_pack):
    items = [{"title": "The harbour act", "date": "2019", "source": "the gazette"}]
    lead = {"id": "lead", "term": "lead", "forms": ["leads"], "text": "To be in charge.", "as_of": "2026-05-01"}
    glossary = Glossary.model_validate({"schema": "mhscan/glossary@1", "terms": [{**lead, "items": items}]})
    said = people(held, "e", pack=replace(english_pack, glossary=glossary)).face.said
    listed = ["State on 1 May 2026.", "The harbour act (2019). Source: the gazette."]
    assert said == ["lead: To be in charge.", *listed]


def test_a_question_without_explanation_says_so(held):
    assert people(held, "e").face.said == ["There is no explanation with this question."]


def test_not_knowing_is_saved_and_goes_on(held):
    done = people(held, "d")
    assert done.answers["people.lead"] == Answer(state="unknown", at=NOW)
    assert done.face.said == ["Saved: not known"]
    assert done.face.asked[-1] == "A course for the crew"


def test_not_applicable_asks_for_the_reason(held):
    done = people(held, "n", "", "no crew")
    assert done.answers["people.lead"] == Answer(state="not_applicable", reason="no crew", at=NOW)
    assert done.face.said[0] == "Write no names."
    assert done.face.said[-1] == "Saved: does not apply: no crew"


def test_not_applicable_can_be_taken_back_at_the_reason(held):
    done = people(held, "n", ":b", "3")
    assert done.answers["people.lead"].value == 3


def test_who_carries_it_is_asked_and_the_level_still(held):
    done = people(held, "r", "2", "Coast trust", "3")
    lead = done.answers["people.lead"]
    assert (lead.value, lead.carried_by) == (3, CarriedBy(kind="trust", name="Coast trust"))
    assert "Now answer the question itself." in done.face.said
    assert done.face.asked[:2] == ["One person who leads"] * 2


def test_who_carries_it_alone_is_no_answer_yet(held):
    done = people(held, "r", "1", "Coast plan")
    assert done.answers["people.lead"].state == "skipped"
    assert done.answers["people.lead"].carried_by == CarriedBy(kind="district", name="Coast plan")


def test_choosing_who_carries_it_can_be_left(held):
    done = people(held, "r", "", "3")
    assert done.answers["people.lead"].carried_by is None


def test_where_only_one_can_carry_it_no_choice_is_asked(held, build):
    carrier = {"id": "street", "label": "the street", "ask": "Which street?"}
    pack = build.pack(build.factor("soil", build.indicator("depth")), carriers=[carrier])
    done = held("r", "High Street", "3", pack=pack)
    assert done.answers["soil.depth"].carried_by == CarriedBy(kind="street", name="High Street")
    assert done.face.said[1] == "Saved: the street: High Street"


def test_a_note_is_kept_with_the_answer(held):
    done = people(held, "c", "See page 3", "3")
    assert (done.answers["people.lead"].note, done.answers["people.lead"].value) == ("See page 3", 3)


def test_evidence_has_a_title_and_a_date_or_none_and_is_added_to_what_is_there(held):
    done = people(held, "v", "Minutes", "2026-03-10", "v", "Photo", "", "3")
    assert done.answers["people.lead"].evidence == (
        Evidence(title="Minutes", date="2026-03-10"),
        Evidence(title="Photo"),
    )


def test_a_note_and_evidence_outlive_another_answer(held):
    done = people(held, "c", "See page 3", "v", "Photo", "", "3", "b", "d")
    lead = done.answers["people.lead"]
    assert (lead.state, lead.note, lead.evidence) == ("unknown", "See page 3", (Evidence(title="Photo"),))


def test_a_skipped_question_is_not_asked_again_but_counts_as_skipped(held):
    done = people(held, "s")
    assert done.answers["people.lead"].state == "skipped"
    assert done.face.asked == ["One person who leads", "A course for the crew"]


def test_skipping_a_question_with_an_answer_leaves_the_answer(held):
    done = people(held, "4", "b", "s")
    assert done.answers["people.lead"].value == 4


def test_back_goes_to_the_question_before_and_shows_its_answer(held):
    done = people(held, "4", "b", "5")
    assert done.face.asked == [
        "One person who leads",
        "A course for the crew",
        "One person who leads",
        "A course for the crew",
    ]
    assert done.face.cards[2].current.startswith("One person who leads ")
    assert done.answers["people.lead"].value == 5


def test_back_at_the_first_question_says_that_it_is_the_first(held):
    done = people(held, "b", "4")
    assert done.face.said[0] == "This is the first question."
    assert done.answers["people.lead"].value == 4


def test_the_list_shows_all_questions_and_jumps_to_one(held):
    done = people(held, "l", "2", "3")
    title, rows = done.face.lists[0]
    assert title == "All questions"
    assert [(row.title, row.here) for row in rows] == [("One person who leads", True), ("A course for the crew", False)]
    assert done.answers["people.course"].value == 3


@pytest.mark.parametrize("line", ["", "b", "1"])
def test_the_list_can_be_left_where_one_is(held, line):
    done = people(held, "l", line, "4")
    assert done.answers["people.lead"].value == 4


def test_stop_stops_and_all_is_kept(held):
    done = people(held, "4", "q", "3")
    assert done.ending is Ending.STOPPED
    assert list(done.answers) == ["people.lead"]
    assert done.face.lines == ["3"]


@pytest.mark.parametrize("lines", [("n", ":q"), ("c", ":q"), ("v", ":q"), ("v", "Title", ":q"), ("l", "q")])
def test_stop_works_in_a_side_question_too(held, lines):
    done = people(held, *lines)
    assert (done.ending, done.answers) == (Ending.STOPPED, {})


@pytest.mark.parametrize("line", ["D", " d ", ":d"])
def test_a_key_may_be_a_capital_with_spaces_around_or_a_colon_before_it(held, line):
    assert people(held, line).answers["people.lead"].state == "unknown"


@pytest.mark.parametrize(
    ("key", "value"), [("context.remark", "d"), ("context.remark", "s"), ("context.remark", "quay")]
)
def test_where_text_is_asked_a_letter_is_text(held, key, value):
    before = ("lead", "users", "steps", "visitors", "inspection")
    done = held(value, answers={f"context.{one}": Answer(state="skipped") for one in before})
    assert done.answers[key].value == value


@pytest.mark.parametrize(("line", "state"), [(":d", "unknown"), (":s", "skipped"), (":S", "skipped")])
def test_where_text_a_number_or_a_date_is_asked_a_key_comes_after_a_colon(held, line, state):
    before = ("lead", "users", "steps")
    done = held(line, line, line, answers={f"context.{one}": Answer(state="skipped") for one in before})
    assert [done.answers[f"context.{one}"].state for one in ("visitors", "inspection", "remark")] == [state] * 3


def test_a_key_without_its_colon_is_no_number_or_date(held):
    before = ("lead", "users", "steps")
    done = held("s", ":s", "s", answers={f"context.{one}": Answer(state="skipped") for one in before})
    assert done.face.said[0] == "'s' is no whole number. Type a whole number from 0 to 500."
    assert done.face.said[-1] == "'s' is no date. Write for example 2027-05-01 or 1 May 2027."


def test_a_partner_can_say_that_it_cannot_be_seen_from_the_role(held):
    done = held("x", questionnaire="visitor", respondent=Respondent(id="2", role="visitor"))
    assert done.answers["ashore.slope"] == Answer(state="unknown", reason="role", at=NOW)
    assert done.face.said == ["Saved: I cannot see this as a visitor"]


def test_the_subject_can_be_skipped_and_answered_later(held):
    done = held(":s", "45", "b", "b", ":b", "HB014", subject={"name": "N"})
    assert done.assessment.subject == {"name": "N", "berths": 45, "code": "HB014"}
    assert "subject.code" not in done.answers


# Saving that fails ---------------------------------------------------------------------------------------------------


@pytest.fixture
def full_disk(monkeypatch):
    """Makes the disk full for so many of the next writes, from the second write on."""

    def fill(times):
        calls = iter(range(1000))
        real = os.fsync

        def fsync(number):
            if 2 <= next(calls) < 2 + times:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(number)

        monkeypatch.setattr(os, "fsync", fsync)

    return fill


def test_an_answer_that_cannot_be_saved_can_be_tried_again(held, full_disk):
    full_disk(1)
    done = people(held, "4", "")
    assert "the disk is full" in done.face.said[0]
    assert done.face.prompts[1] == "Enter to try again, or a dot to go on without saving this"
    assert done.face.said[1].startswith("Saved: 4.")
    assert done.answers["people.lead"].value == 4


def test_an_answer_that_cannot_be_saved_can_be_given_up_and_is_never_called_saved(held, full_disk):
    full_disk(2)
    done = people(held, "4", "", ".", "3")
    assert [said[:9] for said in done.face.said].count("Saved: 4.") == 0
    assert done.face.asked[0] == "One person who leads"
    assert done.answers["people.lead"].value == 3


def test_what_a_key_gives_can_be_given_up_too(held, full_disk):
    full_disk(1)
    done = people(held, "d", ".", "4")
    assert done.answers["people.lead"].value == 4


def test_without_a_keyboard_a_full_disk_is_the_end_and_not_the_fault_of_the_line(held, full_disk):
    full_disk(1)
    with pytest.raises(OutputError, match="the disk is full"):
        people(held, "4", "3", patient=False)


@pytest.mark.parametrize("event", [KeyboardInterrupt, EndOfInput])
def test_whoever_leaves_an_answer_unsaved_is_not_told_that_all_is_saved(held, full_disk, scripted, monkeypatch, event):
    def leave(self, prompt, entry=None):
        if prompt.startswith("Enter to try again"):
            raise event
        return asked(self, prompt)

    asked = scripted.ask
    monkeypatch.setattr(scripted, "ask", leave)
    full_disk(1)
    with pytest.raises(OutputError, match="the disk is full"):
        people(held, "4", "3")


# Somebody else -------------------------------------------------------------------------------------------------------


def test_an_answer_that_an_editor_adds_meanwhile_is_not_asked_again(tmp_path, english_pack, start, scripted):
    path = tmp_path / "scan.yaml"

    class Editing(scripted):
        def ask(self, prompt, entry=None):
            if len(self.lines) == 2:
                with path.open("a", encoding="utf-8") as stream:
                    stream.write("answers:\n  people.course: {state: answered, value: 1}\n")
            return super().ask(prompt)

    face = Editing("4", "")
    with new_store(path, start()) as store:
        interview = Interview(english_pack, english_pack.questionnaire("full"), "people")
        assert Dialog(interview, store, face, lambda: NOW).run() is Ending.DONE
        assert {key: one.value for key, one in store.assessment.answers.items()} == {
            "people.course": 1,
            "people.lead": 4,
        }
    assert face.asked == ["One person who leads"]


# Somebody else who writes the file while a question is on the screen --------------------------------------------------


@pytest.fixture
def edited(tmp_path, english_pack, start, scripted):
    """Holds an interview about one factor; at the first line, the file is changed under it."""

    def hold(edit, *lines, answers=None):
        path = tmp_path / "scan.yaml"

        class Edited(scripted):
            def ask(self, prompt, entry=WORD):
                if len(self.prompts) == (1 if answers else 0):
                    edit(path)
                return super().ask(prompt, entry)

        face = Edited(*(["b"] if answers else []), *lines)
        chosen = english_pack.questionnaire("full")
        with new_store(path, start(answers)) as store:
            Dialog(Interview(english_pack, chosen, "people"), store, face, lambda: NOW).run()
        return face, read_assessment(path)[1].answers["people.lead"]

    return hold


def to(**fields):
    """An edit that gives the first answer other fields."""

    def edit(path):
        before = read_assessment(path)[1]
        answer = before.answers.get("people.lead", Answer(state="skipped")).model_copy(update=fields)
        after = before.model_copy(update={"answers": {**before.answers, "people.lead": answer}})
        path.write_text(Writer().text(after), encoding="utf-8")

    return edit


KEPT = {"note": "of an editor", "evidence": (Evidence(title="Minutes"),)}


@pytest.mark.parametrize(
    "lines",
    [("4",), ("d",), ("x", "Not here"), ("r", "1", "The region"), ("v", "Plan", ""), ("c", "mine"), ("s",)],
    ids=["answer", "unknown", "not applicable", "carried", "evidence", "note", "skip"],
)
@pytest.mark.parametrize("answers", [None, {"people.lead": 2}], ids=["open", "answered"])
def test_what_an_editor_adds_to_the_very_answer_is_kept(edited, lines, answers):
    face, saved = edited(to(**KEPT), *lines, answers=answers)
    assert saved.note == ("mine" if lines[0] == "c" else "of an editor")
    assert [one.title for one in saved.evidence] == ["Minutes", *(["Plan"] if lines[0] == "v" else [])]
    lost = [one for one in face.said if one.startswith("The file was changed meanwhile.")]
    assert bool(lost) is (lines[0] == "c")
    if lost:
        assert lost == ["The file was changed meanwhile. What you typed took the place of this: note: of an editor."]


def test_where_both_changed_the_same_it_is_said_what_was_replaced(edited):
    face, saved = edited(to(state="answered", value=3), "4", answers={"people.lead": 2})
    assert saved.value == 4
    assert "The file was changed meanwhile. What you typed took the place of this: value: 3." in face.said


def test_an_answer_of_an_editor_is_not_skipped_away(edited):
    _face, saved = edited(to(state="answered", value=3), "s")
    assert (saved.state, saved.value) == ("answered", 3)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "other", "subject": {"name": "Southport"}}, "has another assessment in it now, of Southport"),
        ({"status": "final", "finished": Finished(date="2026-05-20")}, "was closed on 2026-05-20"),
    ],
)
def test_another_assessment_or_a_closed_one_in_its_place_is_left_as_it_is(edited, tmp_path, change, said):
    written = []

    def edit(path):
        path.write_text(Writer().text(read_assessment(path)[1].model_copy(update=change)), encoding="utf-8")
        written.append(path.read_bytes())

    with pytest.raises(InputError, match=said):
        edited(edit, "4")
    assert (tmp_path / "scan.yaml").read_bytes() == written[0]


# Answers that do not fit together -------------------------------------------------------------------------------------

PAST = "This answer does not fit: The next inspection lies before the date of these answers."


def signals_in(done):
    """What was said about answers that do not fit together, up to the first point."""
    return [text for text in done.face.said if " not fit" in text]


def test_answers_that_do_not_fit_are_said_at_once_with_what_to_do(held, start, english_pack):
    answers = {key: Answer(state="unknown") for key in (*english_pack.context, *english_pack.places)}
    answers |= {"people.lead": 1}
    before_last = {key: one for key, one in answers.items() if key != "context.visitors"}
    done = held("70", "", answers=before_last)
    said, overview = signals_in(done)
    assert done.face.said.index(said) == done.face.said.index("Saved: 70") + 1
    assert said == overview
    assert said == (
        "These answers do not fit together: More visitors asked for help than there are berths. Nobody leads the work. "
        "It is about: 'How many visitors asked for help last season?'; 'How many berths does the harbour have?'; "
        "'One person who leads'. Mend one of them, or leave it and say why in a note."
    )


def test_a_question_with_an_answer_that_does_not_fit_says_so_when_it_is_shown(held, english_pack):
    number = list(Interview(english_pack, english_pack.questionnaire("full")).by_key).index("context.inspection") + 1
    answers = {key: Answer(state="unknown") for key in english_pack.context}
    answers |= {"context.inspection": "2026-04-30"}
    done = held(":l", str(number), "2026-05-01", answers=answers)
    (shown,) = [one.signals for one in done.face.cards if one.signals]
    assert shown[0].startswith(PAST)
    assert signals_in(done) == []


def test_a_note_explains_it_also_at_a_context_question(held, english_pack):
    answers = {key: Answer(state="unknown") for key in (*english_pack.context, *english_pack.places)}
    del answers["context.inspection"]
    number = list(Interview(english_pack, english_pack.questionnaire("full")).by_key).index("context.inspection") + 1
    done = held("2026-04-30", str(number), ":c", "It was put off.", "", "", answers=answers)
    assert done.answers["context.inspection"].note == "It was put off."
    about = "It is about: 'When is the next inspection of the quay?'."
    assert signals_in(done)[0] == f"{PAST} {about} Mend it, or leave it and say why in a note."
    assert signals_in(done)[-1].endswith("There is a note with it.")
