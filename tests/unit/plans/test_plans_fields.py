"""What stands in a plan as words, and back."""

from __future__ import annotations

import pytest

from mhscan.language import speaking
from mhscan.plans.fields import read_due, read_owner, read_status, status_words
from mhscan.plans.model import STATUSES
from mhscan.questions.base import AnswerError


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_read_back_from_its_word_in_each_language(language, status):
    with speaking(language):
        word = status_words(status)
    assert read_status(word) == read_status(f"  {word.upper()} ") == read_status(status) == status


def test_no_word_is_still_to_do():
    assert read_status(" ") == "todo"


def test_another_word_is_no_status():
    with pytest.raises(AnswerError, match="'busy' is no status; possible: to do, being done, done, given up"):
        read_status("busy")


def test_an_owner_is_a_role_by_its_id_or_label_or_nobody(english_pack):
    assert read_owner(english_pack, "Volunteer") == "volunteer"
    label = next(role.label for role in english_pack.model.roles if role.id == "master")
    assert read_owner(english_pack, label) == "master"
    assert read_owner(english_pack, "") is None
    with pytest.raises(AnswerError, match="'Jan' is no role; possible: "):
        read_owner(english_pack, "Jan")


def test_a_date_is_read_as_an_office_writes_it():
    assert read_due("31-12-2026") == read_due("2026-12-31") == read_due("31/12/2026") == "2026-12-31"
    assert read_due("") is None
    with pytest.raises(AnswerError, match=r"'30-2-2026' is no date\. Write for example"):
        read_due("30-2-2026")
