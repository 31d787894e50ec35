"""How an action is put for a subject: its variant, with the texts filled in from what may be seen."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy

DAY = {"id": "day", "type": "date", "text": "Which day?"}
COUNT = {"id": "count", "type": "number", "text": "How many people?"}
MODEL = {
    "context": [DAY, COUNT],
    "carriers": [{"id": "region", "label": "the region", "ask": "What is it called?"}],
    "deciders": [{"id": "board", "label": "the board"}, {"id": "region", "label": "the region"}],
}
CARRIED = {
    "when": {"indicator": "f.x", "carried": "region"},
    "title": "Ask {carrier} for it",
    "steps": ["Call {carrier}."],
    "decided_by": "region",
    "depends_on_others": True,
}
ENDING = {"when": {"context": "day", "state": "answered"}, "title": "Act before {date:context.day}"}


@pytest.fixture
def put(build, judge):
    """The action as it is advised, for some variants and answers."""

    def run(variants, answers, language="en", **more):
        action = build.action("do", 4, decided_by="board", result="It is there.", variants=variants)
        pack = build.pack(build.factor("f", build.indicator("x", actions=[action])), language=language, **MODEL)
        return judge(pack, {"f.x": 0, **answers}, **more).actions[0].action

    return run


def carried(name):
    return Answer(state="answered", value=0, carried_by=CarriedBy(kind="region", name=name))


def test_without_a_variant_that_surely_fits_the_action_is_as_it_is_written(put):
    assert put([CARRIED, ENDING], {}).title == "Do do"
    assert put([], {}).up_to is None


def test_a_variant_takes_the_place_of_what_it_gives_and_the_rest_stays(put):
    action = put([CARRIED, ENDING], {"f.x": carried("The Union"), "context.day": "2026-12-31"})
    assert (action.title, action.steps, action.result) == ("Ask The Union for it", ("Call The Union.",), "It is there.")
    assert (action.decided_by, action.depends_on_others, action.up_to) == ("region", True, "region")


def test_the_first_variant_that_fits_is_taken(put):
    answers = {"f.x": carried("The Union"), "context.day": "2026-12-31"}
    assert put([ENDING, CARRIED], answers).title == "Act before 31 December 2026"


def test_an_arrangement_without_a_name_goes_by_what_the_pack_calls_it(put):
    assert put([CARRIED], {"f.x": carried(" ")}).title == "Ask the region for it"


def test_a_date_is_written_in_the_language_of_the_pack(put):
    assert put([ENDING], {"context.day": "2026-12-31"}, language="nl").title == "Act before 31 december 2026"


def test_what_is_not_known_where_a_pack_takes_it_for_certain_is_said_and_shows_no_braces(put):
    faulty = {"when": {"indicator": "f.x", "at_most": 3}, "title": "Ask {carrier} before {date:context.day}"}
    assert put([faulty], {}).title == "Ask [not known who] before [date not known]"


def test_what_stands_in_an_answer_is_no_placeholder(put):
    assert put([CARRIED], {"f.x": carried("{date:context.day}")}).title == "Ask {date:context.day} for it"


def test_the_date_of_a_fact_is_written_out_too(build, judge):
    words = {"text": "Until when?", "there": "a date", "missing": "no date"}
    fact = {"id": "until", "type": "date", **words, "actions": ["do"]}
    ahead = {"observation": "until", "ahead": {"at_least": 90}}
    levels = [{"level": 0, "text": "No."}, {"level": 1, "text": "Yes.", "when": ahead}]
    ending = {
        "when": {"observation": "f.x.until", "ahead": {"at_least": 0}},
        "title": "Act before {date:f.x.until}",
    }
    action = build.action("do", 1, variants=[ending])
    made = {**build.indicator("x", actions=[action]), "levels": levels, "observations": [fact]}
    pack = build.pack(build.factor("f", made))
    assert judge(pack, {"f.x.until": "2026-06-01"}).actions[0].action.title == "Act before 1 June 2026"


@pytest.fixture
def titles(build, judge):
    """What the actions of a pack are called, for indicators `x` and `y` with one action of this title."""

    def run(title, answers, **more):
        action = build.action("do", 4, **{"title": title, **more})
        x, y = build.indicator("x", actions=[action]), build.indicator("y", actions=[{**action, "id": "other"}])
        return judge(build.pack(build.factor("f", x, y), **MODEL), answers).action_titles()

    return run


def test_each_action_of_the_pack_has_the_title_that_it_has_for_the_subject(titles):
    found = titles(
        "Ask {carrier} before {date:context.day}", {"f.x": carried("The Union"), "context.day": "2026-12-31"}
    )
    assert found == {
        "f.do": "Ask The Union before 31 December 2026",
        "f.other": "Ask [not known who] before 31 December 2026",
    }


def test_a_title_takes_what_a_variant_gives(titles):
    assert titles("Do it", {"f.x": carried("The Union")}, variants=[CARRIED])["f.do"] == "Ask The Union for it"


def test_braces_that_stand_for_nothing_stay_as_they_are_written(titles):
    assert titles("Ask {carrier} for {it}", {"f.x": carried("The Union")})["f.do"] == "Ask The Union for {it}"


def test_an_action_of_which_every_text_has_something_to_fill_in_is_filled_in(put):
    variant = {**CARRIED, "result": "{carrier} does it.", "proposal": "Let {carrier} do it."}
    action = put([variant], {"f.x": carried("The Union")})
    texts = (action.title, action.proposal, action.result, action.steps)
    assert texts == ("Ask The Union for it", "Let The Union do it.", "The Union does it.", ("Call The Union.",))
