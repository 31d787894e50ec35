"""The file of an assessment while it is being worked in."""

from __future__ import annotations

import errno
import os

import pytest

from mhscan.answers.model import Answer, Finished
from mhscan.answers.reading import read_assessment
from mhscan.answers.store import Store, new_store, open_store, with_given
from mhscan.answers.writing import Writer
from mhscan.errors import InputError, OutputError

THREE = Answer(state="answered", value=3)


def on_disk(path):
    """The assessment as the file has it."""
    return read_assessment(path)[1]


def edit(path, old, new):
    """Change the file as an editor does."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_an_answer_is_on_the_disk_when_put_returns(written):
    with open_store(written) as store:
        store.put("safety.crew", lambda _earlier: THREE)
        assert on_disk(written) == store.assessment
    assert on_disk(written).value("safety.crew") == 3


def test_an_answer_replaces_the_one_before_it(written):
    with open_store(written) as store:
        store.put("safety.plan", lambda _earlier: THREE)
    assert on_disk(written).answers == {"safety.plan": THREE}


def test_a_change_made_by_an_editor_meanwhile_is_kept(written):
    with open_store(written) as store:
        edit(written, "value: 2", "value: 4, note: from an editor")
        edit(written, "Northport", "Southport")
        store.put("safety.crew", lambda _earlier: THREE)
        assert store.assessment.value("safety.plan") == 4
    read = on_disk(written)
    assert (read.name, read.answers["safety.plan"].note, read.value("safety.crew")) == (
        "Southport",
        "from an editor",
        3,
    )


def test_an_answer_added_by_an_editor_meanwhile_is_kept(written):
    with open_store(written) as store:
        with written.open("a", encoding="utf-8") as stream:
            stream.write("  safety.ship: {state: answered, value: 1}\n")
        store.put("safety.crew", lambda _earlier: THREE)
    assert {key: answer.value for key, answer in on_disk(written).answers.items()} == {
        "safety.plan": 2,
        "safety.ship": 1,
        "safety.crew": 3,
    }


def test_a_file_that_an_editor_broke_is_not_overwritten(written):
    with open_store(written) as store:
        edit(written, "answers:", "answers: [")
        broken = written.read_bytes()
        with pytest.raises(InputError, match="cannot be used"):
            store.put("safety.crew", lambda _earlier: THREE)
        assert written.read_bytes() == broken
        edit(written, "answers: [", "answers:")
        store.put("safety.crew", lambda _earlier: THREE)
    assert on_disk(written).value("safety.plan") == 2


def test_a_file_that_was_removed_meanwhile_is_written_again_with_all_answers(written):
    with open_store(written) as store:
        written.unlink()
        store.put("safety.crew", lambda _earlier: THREE)
    assert list(on_disk(written).answers) == ["safety.plan", "safety.crew"]


def test_a_full_disk_keeps_the_old_file_and_the_store_goes_on_when_there_is_room(written, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_store(written) as store:
        before = written.read_bytes()
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="the disk is full"):
            store.put("safety.crew", lambda _earlier: THREE)
        assert written.read_bytes() == before
        assert "safety.crew" not in store.assessment.answers
        monkeypatch.undo()
        store.put("safety.crew", lambda _earlier: THREE)
    assert on_disk(written).value("safety.crew") == 3


def test_a_new_file_is_written_at_once(tmp_path, make):
    with new_store(tmp_path / "new.yaml", make()) as store:
        assert on_disk(tmp_path / "new.yaml") == store.assessment == make()
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


def test_a_new_file_never_replaces_one_that_is_there(written, make):
    before = written.read_bytes()
    with pytest.raises(InputError, match="exists already"), new_store(written, make(answers={})):
        pytest.fail("a file was replaced")
    assert written.read_bytes() == before


def test_a_second_store_on_the_same_file_is_refused(written):
    with open_store(written), pytest.raises(InputError, match="open in another window"), open_store(written):
        pytest.fail("two stores on one file")


def test_a_closed_assessment_is_not_opened(written, make):
    closed = make(status="final", finished=Finished(date="2026-05-20"))
    written.write_text(Writer().text(closed), encoding="utf-8")
    with pytest.raises(InputError, match=r"was closed on 2026-05-20 and is not changed any more"), open_store(written):
        pytest.fail("a closed assessment was opened")


def test_an_assessment_closed_while_the_lock_was_taken_is_not_opened(written, make, monkeypatch):
    closed = make(status="final", finished=Finished(date="2026-05-20"))
    locks = []

    def read(path):
        locks.append(path.with_name(f".{path.name}.lock").exists())
        return None, closed

    monkeypatch.setattr("mhscan.answers.store.read_assessment", read)
    with pytest.raises(InputError, match="was closed"), open_store(written):
        pytest.fail("a closed assessment was opened")
    assert locks == [True]


def test_a_store_can_be_made_before_its_file(tmp_path, make):
    Store(tmp_path / "new.yaml", make()).save()
    assert on_disk(tmp_path / "new.yaml") == make()


def test_a_field_of_the_subject_is_given_and_taken_away(make):
    given = with_given(make(), "subject.size", 12)
    assert given.subject == {"name": "Northport", "size": 12}
    assert with_given(given, "subject.size", None).subject == {"name": "Northport"}


def test_the_role_is_given_and_taken_away(make):
    given = with_given(make(), "respondent.role", "warden")
    assert given.respondent.role == "warden"
    assert with_given(given, "respondent.role", None).respondent.role is None


def test_what_was_skipped_is_forgotten_when_it_is_given(make):
    assessment = make(answers={"subject.size": Answer(state="skipped")})
    assert with_given(assessment, "subject.size", 12).answers == {}


def test_a_file_that_changes_while_the_change_is_worked_out_is_read_once_more(written):
    seen = []

    def change(now):
        seen.append(now.name)
        if len(seen) == 1:
            edit(written, "Northport", "Southport")
        return now.model_copy(update={"answers": {**now.answers, "safety.crew": THREE}})

    with open_store(written) as store:
        assert store.update(change).name == "Southport"
    assert seen == ["Northport", "Southport"]
    assert (on_disk(written).name, on_disk(written).value("safety.crew")) == ("Southport", 3)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: 6f0c", "id: '7777'", "has another assessment in it now, of Northport"),
        ("respondent:", "status: final\nfinished: {date: '2026-05-20'}\nrespondent:", "was closed on 2026-05-20"),
    ],
)
def test_another_assessment_or_a_closed_one_in_its_place_is_left_as_it_is(written, old, new, said):
    with open_store(written) as store:
        edit(written, old, new)
        before = written.read_bytes()
        with pytest.raises(InputError, match=said):
            store.put("safety.crew", lambda _earlier: THREE)
    assert written.read_bytes() == before


def test_where_the_system_does_not_say_whether_a_file_changed_nothing_is_written(written, monkeypatch):
    def refused(_path):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with open_store(written) as store:
        before = written.read_bytes()
        monkeypatch.setattr("mhscan.answers.store.about", refused)
        with pytest.raises(OutputError, match="the disk gives a fault"):
            store.put("safety.crew", lambda _earlier: THREE)
    assert written.read_bytes() == before
