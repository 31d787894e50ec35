"""Answers to facts: how they fit, what a level beside them is, and how they go over to another version of a pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhscan.answers.migration import migrate
from mhscan.answers.model import Answer
from mhscan.answers.names import called_now
from mhscan.answers.reading import misfit
from mhscan.pack.migration import Migration
from mhscan.scoring.facts import gather

OPTIONS = [{"id": "no", "text": "No"}, {"id": "some", "aliases": ["few"], "text": "Some"}]
WORDS = {"there": "a thing", "missing": "no thing", "ours": True}


def observed(build, name="plan", **more):
    """An indicator that is observed by two facts."""
    made = build.indicator(name, **more)
    facts = [
        {"id": "paper", "aliases": ["sheet"], "type": "yesno", "text": "It is on paper.", **WORDS},
        {"id": "used", "type": "single", "text": "Is it used?", "options": OPTIONS, **WORDS},
    ]
    paper, used = {"observation": "paper", "is": True}, {"observation": "used", "is": "some"}
    whens = [None, {"any": [paper, used]}, None, {"all": [paper, used]}, None]
    whens[2], whens[4] = {"all": [used]}, {"all": [paper, used]}
    levels = [{**level, **({"when": when} if when else {})} for level, when in zip(made["levels"], whens, strict=True)]
    return {**made, "observations": facts, "levels": levels}


def answered(value):
    return Answer(state="answered", value=value)


@pytest.fixture
def pack(build):
    return build.pack(build.factor("f", observed(build)), version="1.0.0")


@pytest.mark.parametrize(
    ("key", "answer", "why"),
    [
        ("f.plan.paper", answered(True), ""),
        ("f.plan.used", answered("some"), ""),
        ("f.plan.paper", Answer(state="unknown"), ""),
        ("f.plan", answered(3), ""),
        ("f.plan", Answer(state="answered", note="A note"), ""),
        ("f.plan.paper", answered("yes"), "not one of"),
        ("f.plan.used", answered("much"), "not one of"),
        ("f.plan.paper", Answer(state="answered"), "'value' is missing"),
        ("f.plan.paper", Answer(state="not_applicable", reason="So"), "one fact cannot be set aside"),
        ("f.plan", answered(9), "not a level"),
    ],
)
def test_an_answer_to_a_fact_fits_as_its_type_says(pack, key, answer, why):
    assert why in misfit(pack, key, answer)
    assert bool(misfit(pack, key, answer)) is bool(why)


def test_a_level_that_was_set_aside_takes_its_facts_along(pack, build):
    facts = gather(
        pack, build.assessment(pack, {"f.plan": Answer(state="not_applicable", reason="So"), "f.plan.paper": True})
    )
    assert {facts.get(key).state for key in ("f.plan", "f.plan.paper", "f.plan.used")} == {"not_applicable"}


@pytest.mark.parametrize(
    ("answers", "state", "within"),
    [
        ({}, "not_asked", ()),
        ({"f.plan.paper": True}, "not_asked", (1, 4)),
        ({"f.plan.paper": True, "f.plan.used": Answer(state="unknown")}, "unknown", (1, 4)),
        ({"f.plan": Answer(state="unknown"), "f.plan.paper": True}, "unknown", (1, 4)),
        ({"f.plan": Answer(state="skipped", note="A note")}, "skipped", (0, 1, 2, 4)),
        ({"f.plan.paper": False, "f.plan.used": "some"}, "answered", (2,)),
        (
            {"f.plan": Answer(state="answered", note="A note"), "f.plan.paper": False, "f.plan.used": "no"},
            "answered",
            (0,),
        ),
    ],
)
def test_the_state_of_an_indicator_follows_from_its_facts(pack, build, answers, state, within):
    fact = gather(pack, build.assessment(pack, answers)).get("f.plan")
    assert (fact.state, fact.within) == (state, within)


# Another version of the pack -----------------------------------------------------------------------------------------


def test_a_level_of_before_there_were_facts_is_kept_and_scored_as_it_was(build, pack):
    before = build.pack(build.factor("f", build.indicator("plan")), version="0.9.0")
    old = build.assessment(before, {"f.plan": Answer(state="answered", value=3, note="A note")})
    old = old.model_copy(update={"pack": old.pack.model_copy(update={"sha256": "1" * 64})})
    steps = Migration.model_validate({"schema": "mhscan/migration@1", "from": "0.9.0", "to": "1.0.0"})
    carried = migrate(_with(pack, steps), old).assessment
    assert carried.answers == old.answers
    fact = gather(pack, carried).get("f.plan")
    assert (fact.value, fact.is_undecided) == (3, True)


def _with(pack, *migrations):
    return replace(pack, migrations=migrations)


def test_facts_go_along_with_the_indicator_that_gets_another_id(build, pack):
    new = build.pack(build.factor("f", observed(build, "scheme")), version="2.0.0")
    step = {"type": "rename", "question": "f.plan", "to": "f.scheme"}
    way = Migration.model_validate({"schema": "mhscan/migration@1", "from": "1.0.0", "to": "2.0.0", "steps": [step]})
    old = build.assessment(
        pack, {"f.plan": Answer(state="skipped", note="A note"), "f.plan.paper": True, "f.plan.used": "some"}
    )
    old = old.model_copy(update={"pack": old.pack.model_copy(update={"sha256": "1" * 64})})
    found = migrate(_with(new, way), old)
    assert set(found.assessment.answers) == {"f.scheme", "f.scheme.paper", "f.scheme.used"}
    assert found.assessment.archived == {}
    assert called_now(_with(new, way), "f.plan.used") == "f.scheme.used"


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("f.plan.sheet", "f.plan.paper"),
        ("f.idea.paper", "f.plan.paper"),
        ("f.idea.sheet", "f.plan.paper"),
        ("f.idea", "f.plan"),
    ],
)
def test_an_alias_of_a_fact_or_of_its_indicator_is_an_old_name_of_it(build, old, now):
    pack = build.pack(build.factor("f", observed(build, aliases=["f.idea"])))
    assert called_now(pack, old) == now


def test_an_option_that_got_another_id_goes_along(build, pack):
    old = build.assessment(pack, {"f.plan.used": "few"})
    old = old.model_copy(update={"pack": old.pack.model_copy(update={"sha256": "1" * 64})})
    assert migrate(pack, old).assessment.answers["f.plan.used"].value == "some"


def test_a_fact_that_is_gone_is_archived_with_its_words(build, pack):
    new = build.pack(build.factor("f", build.indicator("plan")), version="2.0.0")
    way = Migration.model_validate({"schema": "mhscan/migration@1", "from": "1.0.0", "to": "2.0.0"})
    old = build.assessment(pack, {"f.plan.paper": True})
    old = old.model_copy(update={"pack": old.pack.model_copy(update={"sha256": "1" * 64})})
    kept = migrate(_with(new, way), old, pack).assessment.archived["f.plan.paper"]
    assert (kept.question, kept.answer.said) == ("It is on paper.", "yes")
