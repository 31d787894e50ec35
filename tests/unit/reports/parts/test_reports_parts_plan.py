"""The plan of a subject beside its advice."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.plans.model import ActionState, Target, new_plan
from mhscan.reports.build import build_plan, build_view

LISTS = {
    "efforts": [{"id": "small", "label": "small", "size": 1}, {"id": "large", "label": "large", "size": 3}],
    "terms": [{"id": "month", "label": "within a month", "size": 30}, {"id": "year", "label": "a year", "size": 365}],
    "roles": [{"id": "boss", "label": "the boss"}, {"id": "clerk", "label": "the clerk"}],
    "moments": [{"id": "budget", "label": "budget", "date": "context.budget"}],
    "context": [{"id": "budget", "type": "date", "text": "When?"}],
    "advice": {"low": 1, "enough": 3, "shown": 2, "quick": {"efforts": ["small"], "terms": ["month"]}},
}


@pytest.fixture
def pack(build):
    quick = {"effort": "small", "term": "month", "owner": "clerk"}
    slow = {"effort": "large", "term": "year", "owner": "boss", "moment": "budget"}
    needs = [{"indicator": "f.a", "at_least": 3}]
    made = [
        build.indicator("a", actions=[build.action("do-a", 3, **quick), build.action("top-a", 4, **slow)]),
        build.indicator("b", actions=[build.action("do-b", 3, **slow, requires=needs)]),
        build.indicator("c", actions=[build.action("do-c", 3, **slow)]),
        build.indicator("d", actions=[build.action("do-d", 3, **quick)]),
        build.indicator("e", actions=[build.action("do-e", 3)]),
        build.indicator("g", actions=[build.action("do-g", 3, **quick)]),
    ]
    return build.pack(build.factor("f", *made), **LISTS)


@pytest.fixture
def seen(pack, judge):
    """The plan as it is shown, for answers that are all 0 unless they are given."""

    def view(plan=None, audience="public", **answers):
        given = dict.fromkeys(pack.places, 0) | {f"f.{key}": value for key, value in answers.items()}
        given = {key: value for key, value in given.items() if value is not None}
        return build_plan(judge(pack, given), plan or new_plan("small", {"name": "Testhaven"}), audience)

    return view


def plan(**states):
    made = new_plan("small", {"name": "Testhaven"})
    for key, state in states.items():
        made = made.with_action(f"f.{key.replace('_', '-')}", state)
    return made


def ids(views):
    return [one.action.id for one in views]


def test_quick_wins_stand_first_then_key_actions_then_the_rest_each_once(seen):
    view = seen()
    assert (ids(view.quick_wins), ids(view.key_actions)) == (["f.do-a", "f.do-d"], ["f.do-b", "f.do-c"])
    assert ids(view.more_actions) == ["f.do-g", "f.do-e"]
    assert len(set(ids(view.actions))) == len(view.actions) == 6
    assert [one.action.number for one in view.quick_wins] == [1, 2]
    assert view.settled == ()
    assert (view.progress, view.targets, view.target_words) == ((), (), ())


def test_what_is_done_or_given_up_makes_room_for_the_next(seen):
    view = seen(plan(do_a=ActionState(status="done"), do_d=ActionState(status="dropped")))
    assert ids(view.quick_wins) == ["f.do-g"]
    assert ids(view.settled) == ["f.do-a", "f.do-d"]
    assert view.settled[0].remark == "The answers do not show this yet. Answer the question again when it is so."
    assert view.settled[1].remark == ""
    assert view.progress == ("done: 1", "given up: 1")


def test_an_action_has_its_owner_and_date_as_agreed_or_else_as_proposed(seen):
    state = ActionState(status="doing", owner="boss", due="2026-12-31", note="Ask first.")
    one = next(one for one in seen(plan(do_a=state)).open if one.action.id == "f.do-a")
    assert (one.status, one.status_words, one.owner, one.owner_agreed) == ("doing", "being done", "the boss", "boss")
    assert (one.due, one.due_words, one.proposed_due, one.note) == ("2026-12-31", "31 December 2026", "2026-05-31", "")
    one = next(one for one in seen().open if one.action.id == "f.do-a")
    assert (one.status_words, one.owner, one.owner_agreed) == ("to do", "the clerk", "")
    assert (one.due, one.due_words) == ("", "31 May 2026 (proposed)")


def test_a_note_is_for_internal_use_only(seen):
    state = plan(do_a=ActionState(note="Ask first."))
    assert {one.note for one in seen(state).actions} == {""}
    assert "Ask first." in {one.note for one in seen(state, "internal").actions}


def test_a_moment_that_comes_before_the_end_of_the_term_is_the_proposed_date(pack, judge):
    answers = dict.fromkeys(pack.places, 0)
    fresh = new_plan("small", {"name": "Testhaven"})

    def proposed(date):
        view = build_plan(judge(pack, {**answers, "context.budget": date}), fresh)
        return next(one.proposed_due for one in view.actions if one.action.id == "f.do-c")

    assert proposed("2026-09-15") == "2026-09-15"
    assert proposed("2027-09-15") == "2027-05-01"
    assert proposed("2026-01-15") == "2027-05-01"


def test_an_action_without_term_or_moment_has_no_proposed_date(seen):
    one = next(one for one in seen().actions if one.action.id == "f.do-e")
    assert (one.proposed_due, one.due_words, one.owner) == ("", "not agreed yet", "")


def test_what_is_for_later_has_no_date_before_one_is_agreed(seen):
    later = seen().more_actions
    assert later
    assert {(one.proposed_due, one.due_words) for one in later} == {("", "not agreed yet")}
    agreed = seen(plan(do_g=ActionState(due="2027-01-31"))).more_actions[0]
    assert (agreed.due, agreed.due_words) == ("2027-01-31", "31 January 2027")


def test_the_actions_are_numbered_on_from_list_to_list(seen):
    plan = seen()
    actions = (*plan.quick_wins, *plan.key_actions, *plan.more_actions)
    assert [one.action.number for one in actions] == list(range(1, len(actions) + 1))


def test_what_comes_first_is_named_by_the_action_for_it(seen):
    one = next(one for one in seen().actions if one.action.id == "f.do-b")
    assert one.first == ("Do do-a",)
    one = next(one for one in seen(a=Answer(state="unknown")).actions if one.action.id == "f.do-b")
    assert one.first == ("A",)


def test_a_planned_action_that_the_advice_does_not_name_says_why(seen):
    states = plan(do_a=ActionState(status="doing"), top_a=ActionState(), do_c=ActionState())
    found = {one.action.id: one for one in seen(states, a=3, c=None).more_actions}
    assert found["f.do-a"].remark == "The answers say that this is reached."
    assert found["f.do-a"].action.because == "a is at 3."
    assert found["f.do-c"].remark == "The answers do not ask for this now."
    assert found["f.do-c"].action.because == ""


def test_an_action_of_an_older_pack_is_kept_with_its_words(seen):
    view = seen(plan(gone=ActionState(title="Do what was asked once", owner="clerk", due="2026-12-31")))
    one = view.more_actions[-1]
    assert (one.action.id, one.action.title, one.owner) == ("f.gone", "Do what was asked once", "the clerk")
    assert one.remark == "This version of the scan does not have this action any more."


def test_what_only_a_target_needs_is_an_action_too(seen):
    aimed = new_plan("small", {"name": "Testhaven"}).with_targets({"f.a": Target(level=4, by="2027-12-31")})
    view = seen(aimed)
    found = {one.action.id: one for one in view.actions}
    assert (found["f.top-a"].for_target, found["f.do-a"].for_target) == (True, False)
    assert [one.words for one in view.targets] == ["A: level 4 or higher, by 31 December 2027"]
    assert view.target_words == ("1 question stands below its target.", "The shortest way: 1 action.")
    assert "f.top-a" in ids(view.more_actions)


def test_targets_that_are_reached_or_open_are_said(seen):
    aimed = new_plan("small", {"name": "Testhaven"}).with_targets({"f.a": Target(level=3)})
    assert seen(aimed, a=3).target_words == ("All targets are reached.",)
    assert seen(aimed, a=Answer(state="unknown")).target_words == ("1 open answer decides it too.",)


def test_a_report_has_a_plan_only_where_one_is_given(pack, judge):
    result = judge(pack, {"f.a": 0})
    assert build_view(result).plan is None
    assert build_view(result, "public", new_plan("small", {})).plan is not None


def test_a_target_that_the_pack_does_not_have_any_more_is_shown_as_it_stands(seen):
    aimed = new_plan("small", {"name": "Testhaven"}).with_targets({"f.old": Target(level=3), "f": Target(level=2)})
    assert [one.words for one in seen(aimed).targets] == [
        "f.old: level 3 or higher",
        "F: each question at level 2 or higher",
    ]
