"""What proposals need beside the advice."""

from __future__ import annotations

import pytest

from mhscan.reports.build import build_view


@pytest.fixture
def view(english_pack, judge):
    return lambda answers, **more: build_view(judge(english_pack, answers, **more))


def test_the_points_to_watch_are_the_arguments(full_result):
    shown = build_view(full_result)
    assert shown.warnings
    assert [(one.title, one.texts[0], one.sources) for one in shown.arguments] == [
        (one.title, one.text, one.sources) for one in shown.warnings
    ]


def test_without_a_point_to_watch_the_first_actions_are_the_arguments_with_what_they_are_for(view, english_pack):
    shown = view({"people.lead": 1, "ashore.toilet": 0})
    assert shown.warnings == ()
    actions = (*shown.quick_wins, *shown.key_actions)
    assert actions
    assert [(one.texts[0], one.proposals) for one in shown.arguments] == [
        (one.because, (one.proposal,)) for one in actions[:3]
    ]
    titles = {place.indicator.title: place.indicator for place in english_pack.places.values()}
    for one in shown.arguments:
        why = titles[one.title].why
        assert one.texts[1:] == ((why.text,) if why else ())


def test_without_answers_there_is_no_argument_and_the_cautions_say_why(view):
    shown = view({})
    assert (shown.arguments, shown.efforts) == ((), ())
    assert shown.counts.unknown > 5
    assert shown.cautions[0] == f"{shown.counts.unknown} questions have no answer yet. That is not a zero."
    assert f"{len(shown.factors)} factors have no score" in shown.cautions[1]


def test_efforts_count_the_actions_that_are_shown(full_result):
    shown = build_view(full_result)
    assert sum(one.count for one in shown.efforts) == shown.counts.quick_wins + shown.counts.key_actions > 0


def test_the_answers_of_a_partner_give_no_proposal_and_no_counts_of_scores(view):
    shown = view({"ashore.slope": 1}, questionnaire="visitor")
    assert (shown.arguments, shown.cautions, shown.counts.asked) == ((), (), 0)
    assert shown.counts.unknown == len(shown.unknown)


def test_an_argument_has_the_proposals_of_the_actions_that_mend_it(build, judge):
    rules = [
        {
            "id": one,
            "title": one,
            "when": {"indicator": f"f.{one}", "at_most": 1},
            "text": "Seen.",
            "remedies": [{"indicator": f"f.{one}"}],
        }
        for one in ("a", "b")
    ]
    actions = {one: build.action(f"do-{one}", 4, proposal=f"Somebody does {one}.") for one in ("a", "b")}
    pack = build.pack(
        build.factor("f", *(build.indicator(one, actions=[action]) for one, action in actions.items())), rules=rules
    )
    shown = build_view(judge(pack, {"f.a": 0, "f.b": 0}))
    assert [(one.title, one.proposals) for one in shown.arguments] == [
        ("a", ("Somebody does a.",)), ("b", ("Somebody does b.",)),
    ]  # fmt: skip


def test_what_is_certain_and_complete_brings_no_caution(build, judge):
    assert build_view(judge(build.pack(build.factor("f", build.indicator("one"))), {"f.one": 4})).cautions == ()
