"""What changed: what the answers changed, and what a newer pack changed."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Respondent
from mhscan.plans.model import Plan
from mhscan.trend.compare import action_changes
from mhscan.trend.difference import NO_DIFFERENCE

FULL = {"water.storage": 1, "water.hose-length": 1, "water.hose-state": 1, "water.pond": 1, "pests.moths": 1}


def figures(pair):
    return {one.id: one for one in pair.figures}


def test_the_same_answers_twice_changed_nothing(compared, scan):
    found = figures(compared(scan(FULL), scan(FULL, date="2026-05-01")).whole)
    assert found["water"].real == NO_DIFFERENCE
    assert found["keep"].real == NO_DIFFERENCE
    assert found["grow"].real.why_not == "too_little_known"


def test_a_real_change_is_one_under_the_newest_pack(compared, scan):
    found = figures(compared(scan(FULL), scan({**FULL, "water.pond": 2}, date="2026-05-01")).whole)["water"]
    assert (found.real.verdict, found.real.low, found.real.high) == ("higher", 12.5, 12.5)
    assert (found.before.point, found.after.point, found.then) == (50, 62.5, found.before)
    assert (found.counts.both, found.counts.higher, found.counts.same) == (4, 1, 3)


def test_what_the_newer_pack_changed_stands_apart(compared, scan):
    """Old: barrel 2 (100) and hose 0 (0), so 50. New: storage 100, length 0, state 0, the pond not asked then."""
    old = scan(
        {"water.barrel": 2, "water.hose": 0, "trees.pruning": 2, "trees.planting": 1, "trees.grafting": 1}, "1.0.0"
    )
    new = {"water.storage": 2, "water.hose-length": 0, "water.hose-state": 0, "water.pond": 0}
    new |= {"trees.pruning": 5, "trees.young": 1}
    found = figures(compared(old, scan(new, date="2026-05-01")).whole)
    water, trees = found["water"], found["trees"]
    assert water.then.point == 50
    assert (water.before.low, water.before.high) == (25, 50)
    assert water.by_pack.why_not == "ranges_overlap"
    assert trees.then.point == pytest.approx(200 / 3)
    assert (trees.before.point, trees.after.point) == (75, 75)
    assert (trees.real.verdict, trees.by_pack.verdict) == ("same", "higher")


def test_without_the_pack_of_the_time_nothing_is_said_of_what_the_pack_changed(compared, scan):
    old = scan({"water.barrel": 2, "water.hose": 0}, "1.0.0", at_hand=False)
    found = compared(old, scan(FULL, date="2026-05-01")).whole
    assert figures(found)["water"].then is None
    assert figures(found)["water"].by_pack.why_not == "absent"
    assert "pack_unknown" in found.causes


def test_each_scan_is_compared_with_the_next_and_the_first_with_the_last(compared, scan):
    given = [scan({**FULL, "water.pond": n}, date=f"202{5 + n}-05-01") for n in range(3)]
    found = compared(*given)
    assert [one.before.assessment.date for one in found.pairs] == ["2025-05-01", "2026-05-01"]
    assert figures(found.whole)["water"].real.low == 25
    assert [figures(one)["water"].real.low for one in found.pairs] == [12.5, 12.5]


def test_a_total_is_compared_where_the_pack_has_one(english_pack, build):
    from mhscan.trend.compare import compare
    from mhscan.trend.scans import Given

    answers = {"people.lead": 1, "people.course": 1}
    given = [Given(str(n), build.assessment(english_pack, answers), english_pack) for n in range(2)]
    kinds = [one.kind for one in compare(english_pack, given).whole.figures]
    assert kinds == ["factor", "factor", "factor", "total"]


def test_the_answers_of_a_partner_get_no_figures(english_pack, build):
    from mhscan.trend.compare import compare
    from mhscan.trend.scans import Given

    one = Given("p", build.assessment(english_pack, {}, questionnaire="visitor"), english_pack)
    found = compare(english_pack, [one, one])
    assert (found.scored, found.whole.figures) == (False, ())
    assert found.whole.indicators


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ({}, {"respondent": Respondent(id="2", role="picker")}, "role"),
        ({}, {"respondent": Respondent(id="3", role="grower")}, "respondent"),
        ({}, {"respondent": Respondent(id="3")}, "respondent"),
        ({}, {"questionnaire": "quick"}, "questionnaire"),
        ({}, {"kind": "consensus"}, "kind"),
        ({}, {"status": "draft"}, "draft"),
    ],
)
def test_what_else_may_explain_a_difference_is_named(compared, scan, old, new, cause):
    assert compared(scan({}, **old), scan({}, date="2026-05-01", **new)).whole.causes == (cause,)


def test_a_newer_pack_and_what_it_did_to_old_answers_is_named(compared, scan):
    old = scan({"trees.pruning": 1, "pests.birds": 1}, "1.0.0")
    assert compared(old, scan({}, date="2026-05-01")).whole.causes == ("pack", "derived", "asked_again")


def test_two_equal_scans_have_nothing_else_to_explain_a_difference(compared, scan):
    assert compared(scan({}), scan({}, date="2026-05-01")).whole.causes == ()


def test_actions_stand_in_the_order_of_the_pack_and_those_that_are_gone_at_the_end(versions, compared, scan):
    pair = compared(scan({"trees.pruning": 1}), scan({"trees.pruning": 3}, date="2026-05-01")).whole
    actions = {"water.do-barrel": {"title": "Old"}, "water.do-storage": {"status": "done"}, "trees.do-pruning": {}}
    plan = Plan.model_validate(
        {"schema": "mhscan/plan@1", "subject": {"name": "Eden"}, "pack": "orchard", "actions": actions}
    )
    found = action_changes(versions["2.0.0"], plan, pair)
    assert [one.id for one in found] == ["trees.do-pruning", "water.do-storage", "water.do-barrel"]
    assert [one.change.kind if one.change else None for one in found] == ["higher", "open", None]
    assert [one.state.status for one in found] == ["todo", "done", "todo"]
    assert found[2].action is None
