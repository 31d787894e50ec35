"""Advised actions in words: who, what, when, and why in this place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.parts.actions import action_lists, first_steps


@pytest.fixture
def told(full_result, said_of):
    said = said_of(full_result)
    return {one.id: one for part in action_lists(full_result, said)[:2] for one in part}


def test_an_action_tells_who_does_what_with_whom_and_when(told):
    one = told["ashore.open-toilet"]
    assert (one.title, one.steps, one.owner) == ("Open the club toilet", ("Ask the club for a key.",), "harbour master")
    assert (one.partners, one.effort, one.term, one.moment) == (
        ("sailing club",), "a day", "within a month", "before 1 June 2026 (the inspection)",
    )  # fmt: skip


def test_an_action_tells_from_where_to_where_it_leads(told):
    one = told["ashore.open-toilet"]
    assert (one.because, one.leads_to) == (
        "There is no toilet with enough room.", "There is a toilet, too small to turn in.",
    )  # fmt: skip
    assert one.strength == "Visitors left early for want of a toilet. The source saw this elsewhere."
    assert [source.id for source in one.sources] == ["AUD-3"]


def test_an_action_gives_every_reason_for_its_place_but_the_claim_which_stands_beside_it(told):
    assert told["ashore.open-toilet"].reasons == (
        "Without this the rest does not get going.",
        "This helps with the point to watch 'Planned for wheelchairs, no toilet'.",
        "The moment is near: the inspection.",
        "This takes little effort.",
    )


@pytest.fixture
def reasons(build, judge, said_of):
    """The reasons of the action `do` in a small pack."""

    def run(answers, **more):
        phases = [{"id": "x", "title": "Across"}, {"id": "y", "title": "Up"}]
        one = build.indicator("one", actions=[build.action("do", 4, requires=[{"indicator": "x.two", "at_least": 2}])])
        two = build.indicator("two", actions=[build.action("prepare", 4)])
        profile = {"x": "x", "y": "y", "split": 50, "fields": []}
        pack = build.pack(
            build.factor("x", one, two, phase="x"), build.factor("y", build.indicator("one"), phase="y"),
            phases=phases, profile=profile, **more,
        )  # fmt: skip
        result = judge(pack, answers)
        return {one.id: one.reasons for one in action_lists(result, said_of(result))[1]}

    return run


def test_what_comes_first_and_what_waits_name_each_other(reasons):
    assert reasons({"x.one": 0, "x.two": 0}) == {
        "x.prepare": ("This comes first, for: Do do.",),
        "x.do": ("First do: Do prepare.",),
    }


def test_what_has_to_be_found_out_is_named(reasons):
    assert reasons({"x.one": 0, "x.two": Answer(state="unknown")}) == {"x.do": ("First find out: Two.",)}


def test_the_axis_that_lags_is_named(reasons):
    assert reasons({"x.one": 0, "x.two": 4, "y.one": 4})["x.do"] == (
        "This belongs to Across. Less is arranged there than for Up.",
    )


def test_quick_wins_and_key_actions_are_numbered_on_and_share_nothing(full_result, said_of):
    said = said_of(full_result)
    quick, key, _more = action_lists(full_result, said)
    assert [one.number for one in (*quick, *key)] == list(range(1, len(quick) + len(key) + 1))
    assert quick
    assert key
    assert not {one.id for one in quick} & {one.id for one in key}


def test_no_more_are_shown_than_the_pack_says(full_result, said_of, english_pack):
    assert sum(one.quick for one in full_result.actions) > english_pack.model.advice.shown
    assert len(action_lists(full_result, said_of(full_result))[0]) == english_pack.model.advice.shown == 4


def test_an_action_without_owner_effort_or_moment_leaves_these_empty(build, judge, said_of):
    pack = build.pack(build.factor("f", build.indicator("one", actions=[build.action("do", 4)])))
    result = judge(pack, {"f.one": 0})
    (one,) = action_lists(result, said_of(result))[1]
    assert (one.owner, one.partners, one.effort, one.term, one.moment) == ("", (), "", "", "")


def test_an_action_says_what_the_subject_will_do_and_what_is_there_then(build, judge, said_of):
    told = build.action("do", 4, proposal="The harbour does it.", result="It is done.")
    pack = build.pack(build.factor("f", build.indicator("one", actions=[told])))
    result = judge(pack, {"f.one": 0})
    (one,) = action_lists(result, said_of(result))[1]
    assert (one.proposal, one.result) == ("The harbour does it.", "It is done.")


def test_without_such_words_the_title_and_the_level_stand_in_for_them(told):
    one = told["ashore.open-toilet"]
    assert (one.proposal, one.result) == (one.title, one.leads_to)


def test_where_there_is_no_reason_none_is_given(reasons):
    assert reasons({"x.one": 3, "x.two": 3, "y.one": 3}) == {"x.do": (), "x.prepare": ()}


@pytest.mark.parametrize("shown", [1, 2, 5])
def test_the_first_steps_are_the_first_three_actions_with_their_numbers(english_pack, judge, said_of, shown):
    advice = english_pack.model.advice.model_copy(update={"shown": shown})
    pack = replace(english_pack, model=english_pack.model.model_copy(update={"advice": advice}))
    result = judge(pack, dict.fromkeys(pack.places, 0))
    said = said_of(result)
    listed = [one for part in action_lists(result, said) for one in part]
    steps = first_steps(result, listed)
    assert [one.id for one in steps] == [one.id for one in result.actions[:3]]
    assert all(listed[one.number - 1] == one for one in steps)
