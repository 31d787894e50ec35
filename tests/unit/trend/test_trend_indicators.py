"""What became of each indicator."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.trend.indicators import counts

UNKNOWN, AWAY = Answer(state="unknown"), Answer(state="not_applicable", reason="None.")


def kinds(comparison):
    return {one.place.id: one.kind for one in comparison.whole.indicators}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (1, 2, "higher"),
        (2, 1, "lower"),
        (1, 1, "same"),
        (UNKNOWN, 1, "now_known"),
        (None, 1, "now_known"),
        (1, UNKNOWN, "not_known_any_more"),
        (1, None, "not_known_any_more"),
        (UNKNOWN, None, "open"),
        (AWAY, 1, "does_not_apply"),
        (1, AWAY, "does_not_apply"),
    ],
)
def test_a_question_has_changed_only_if_it_was_answered_both_times(compared, scan, before, after, kind):
    first = scan({} if before is None else {"water.pond": before})
    second = scan({} if after is None else {"water.pond": after}, date="2026-05-01")
    assert kinds(compared(first, second))["water.pond"] == kind


def test_an_old_answer_is_compared_under_its_new_id(compared, scan):
    found = compared(scan({"water.barrel": 1}, "1.0.0"), scan({"water.storage": 2}, date="2026-05-01"))
    assert kinds(found)["water.storage"] == "higher"


def test_what_a_migration_made_and_what_was_not_asked_then_is_marked(compared, scan):
    old = scan({"trees.pruning": 1, "water.barrel": 1}, "1.0.0")
    found = compared(old, scan({"trees.pruning": 3, "water.pond": 1, "water.storage": 1}, date="2026-05-01"))
    marks = {one.place.id: (one.derived, one.new) for one in found.whole.indicators}
    assert marks["trees.pruning"] == (True, False)
    assert marks["water.pond"] == (False, True)
    assert marks["water.storage"] == (False, False)


def test_nothing_is_called_new_where_the_pack_of_the_time_is_not_at_hand(compared, scan):
    found = compared(scan({}, "1.0.0", at_hand=False), scan({}, date="2026-05-01"))
    assert not any(one.new for one in found.whole.indicators)


def test_only_what_was_answered_both_times_is_counted(compared, scan):
    first = scan({"water.pond": 1, "water.storage": 1, "trees.young": 2, "pests.moths": 1})
    second = scan({"water.pond": 2, "water.storage": 0, "trees.young": 2, "trees.pruning": 1}, date="2026-05-01")
    found = counts(compared(first, second).whole.indicators)
    assert (found.both, found.higher, found.lower, found.same, found.derived) == (3, 1, 1, 1, 0)
