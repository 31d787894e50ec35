"""What was observed says which levels an indicator can still have; a level that was given counts while it can be."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy
from mhscan.scoring.facts import NOT_ASKED, Fact, changed, following, gather

EVERY = (0, 1, 2, 3, 4)
UNKNOWN, SKIPPED = Answer(state="unknown"), Answer(state="skipped")
ASIDE = Answer(state="not_applicable", reason="no")
CARRIER = CarriedBy(kind="district", name="Treaty")
YES, NO = Fact("answered", True), Fact("answered", False)


@pytest.fixture
def pack(build, observed):
    aside = build.indicator("stays", not_applicable=False)
    context = [{"id": "yes", "type": "yesno", "text": "?", "not_applicable": False}]
    return build.pack(
        build.factor("f", observed(), observed("other"), build.indicator("plain"), aside), context=context
    )


@pytest.fixture
def known(build, pack):
    """What is known with these answers, of which the facts of `tools` stand with their own id."""

    def facts(suppressed=(), **answers):
        keys = {one: f"f.tools.{one}" if one in ("set", "count", "day") else f"f.{one}" for one in answers}
        found = {keys[one]: answer for one, answer in answers.items()}
        return gather(pack, build.assessment(pack, found), [f"f.tools.{one}" for one in suppressed])

    return facts


@pytest.mark.parametrize(
    ("answers", "fact"),
    [
        ({}, NOT_ASKED),
        ({"set": False}, Fact("answered", 0, within=(0,))),
        ({"set": True}, Fact("not_asked", within=(1, 2, 3, 4))),
        ({"set": True, "count": 4}, Fact("answered", 2, within=(2,))),
        ({"set": True, "count": 9}, Fact("not_asked", within=(3, 4))),
        ({"set": True, "count": 9, "day": "2026-04-01"}, Fact("answered", 4, within=(4,))),
        ({"set": True, "count": 9, "day": "2026-03-31"}, Fact("answered", 3, within=(3,))),
        ({"set": UNKNOWN}, Fact("not_asked", within=EVERY)),
        ({"set": UNKNOWN, "count": UNKNOWN, "day": UNKNOWN}, Fact("unknown", within=EVERY)),
        ({"set": True, "count": UNKNOWN, "day": UNKNOWN}, Fact("unknown", within=(1, 2, 3, 4))),
        ({"set": True, "count": UNKNOWN, "day": SKIPPED}, Fact("not_asked", within=(1, 2, 3, 4))),
        ({"set": SKIPPED, "count": SKIPPED, "day": SKIPPED}, Fact("not_asked", within=EVERY)),
    ],
)
def test_the_facts_say_which_levels_are_left(known, answers, fact):
    facts = known(**answers)
    assert facts.get("f.tools") == fact
    assert facts.get("f.other") is NOT_ASKED
    assert facts.get("f.plain") is NOT_ASKED


@pytest.mark.parametrize(
    ("answers", "fact"),
    [
        ({"tools": 2}, Fact("answered", 2, within=EVERY)),
        ({"tools": 2, "set": UNKNOWN}, Fact("answered", 2, within=EVERY)),
        ({"tools": 2, "set": True}, Fact("answered", 2, within=(1, 2, 3, 4))),
        ({"tools": 0, "set": True}, Fact("not_asked", within=(1, 2, 3, 4))),
        ({"tools": 2, "set": False}, Fact("answered", 0, within=(0,))),
        ({"tools": UNKNOWN, "set": True}, Fact("unknown", within=(1, 2, 3, 4))),
        ({"tools": SKIPPED, "set": True}, Fact("skipped", within=(1, 2, 3, 4))),
        ({"tools": SKIPPED, "set": UNKNOWN, "count": UNKNOWN, "day": UNKNOWN}, Fact("skipped", within=EVERY)),
        ({"tools": UNKNOWN, "set": False}, Fact("answered", 0, within=(0,))),
    ],
)
def test_what_was_said_of_the_level_counts_while_the_facts_allow_it(known, answers, fact):
    assert known(**answers).get("f.tools") == fact


def test_a_level_that_the_facts_do_not_decide_is_looked_at_again(known):
    assert known(tools=2, set=True).get("f.tools").is_undecided
    assert not known(tools=2, set=True, count=4).get("f.tools").is_undecided
    assert not known(set=True).get("f.tools").is_undecided


def test_of_an_indicator_only_the_levels_that_are_left_may_be(known):
    fact = known(set=True, count=9).get("f.tools")
    assert [level for level in EVERY if fact.may_be(level)] == [3, 4]
    assert [level for level in EVERY if known().get("f.tools").may_be(level)] == [*EVERY]
    assert [level for level in EVERY if known(set=True, tools=3).get("f.tools").may_be(level)] == [3]


def test_an_indicator_that_was_set_aside_takes_its_facts_along(known):
    aside = Answer(state="not_applicable", reason="no", carried_by=CARRIER)
    facts = known(tools=aside, set=True, count=UNKNOWN)
    assert facts.get("f.tools") == Fact("not_applicable", carried="district")
    assert [facts.get(f"f.tools.{one}") for one in ("set", "count", "day")] == [Fact("not_applicable")] * 3
    assert facts.get("f.other.set") is NOT_ASKED


@pytest.mark.parametrize(("facts", "value"), [({"set": False}, 0), ({"set": True}, None), ({}, None)])
def test_who_carries_it_stands_beside_the_facts(known, facts, value):
    beside = Answer(state="answered", carried_by=CARRIER)
    found = known(tools=beside, **facts)
    assert found.left_out == ()
    assert (found.get("f.tools").value, found.get("f.tools").carried) == (value, "district")
    assert found.get("f.tools").state == ("not_asked" if value is None else "answered")


@pytest.mark.parametrize(("key", "answer"), [("plain", Answer(state="answered")), ("tools", 9), ("tools", True)])
def test_what_is_no_level_is_left_out(known, key, answer):
    assert known(**{key: answer}).left_out == (f"f.{key}",)
    assert known(**{key: answer}).get(f"f.{key}") is NOT_ASKED


@pytest.mark.parametrize("key", ["f.stays", "context.yes", "f.tools.set"])
def test_what_cannot_be_set_aside_is_left_out(build, pack, key):
    assert gather(pack, build.assessment(pack, {key: ASIDE})).left_out == (key,)
    assert gather(pack, build.assessment(pack, {key: UNKNOWN})).get(key) == Fact("unknown")


def test_who_carries_what_is_asked_by_type_is_kept(build, pack):
    carried = Answer(state="answered", value=True, carried_by=CARRIER)
    assert gather(pack, build.assessment(pack, {"context.yes": carried})).get("context.yes").carried == "district"


def test_of_a_suppressed_number_is_known_below_what_it_lies_and_of_anything_else_nothing(known, pack):
    below = pack.model.privacy.small_number
    assert known(["count"], count=4).get("f.tools.count") == Fact("answered", below=below)
    assert known(["set"], set=True).get("f.tools.set") == Fact("answered")
    assert known(["count"], set=True, count=1).get("f.tools") == Fact("not_asked", within=(1, 2))


def test_beside_a_suppressed_fact_no_level_stands_that_would_give_it_away(known):
    assert known(tools=2, set=True, count=4).get("f.tools").value == 2
    assert known(["count"], tools=2, set=True, count=4).get("f.tools") == Fact("not_asked", within=(1, 2))
    assert known(["count"], tools=2, count=4).get("f.tools") == Fact("not_asked", within=(0, 1, 2))


def test_a_suppressed_indicator_has_an_answer_without_a_value(build, pack):
    facts = gather(pack, build.assessment(pack, {"f.plain": 3}), ["f.plain"])
    assert facts.get("f.plain") == Fact("answered")
    assert facts.get("f.plain").is_suppressed


def test_from_loose_facts_follows_what_follows_in_an_assessment(pack):
    facts = following(
        pack, {"f.tools.set": YES, "f.tools.count": Fact("answered", 9), "f.plain": NOT_ASKED}, "2026-05-01"
    )
    assert facts.date == "2026-05-01"
    assert facts.get("f.tools.set") is YES
    assert facts.get("f.tools") == Fact("not_asked", within=(3, 4))
    later = following(pack, {**facts.by_key, "f.tools.day": Fact("answered", "2026-04-01")}, "2026-05-02")
    assert later.get("f.tools") == Fact("answered", 3, within=(3,))


def test_with_another_fact_its_indicator_changes_too(known, pack):
    before = known(set=False, plain=3)
    after = changed(pack, before, "f.tools.set", YES)
    assert after.get("f.tools") == Fact("not_asked", within=(1, 2, 3, 4))
    assert (after.get("f.tools.set"), after.get("f.plain"), after.date) == (YES, before.get("f.plain"), before.date)
    assert before.get("f.tools").value == 0, "the facts before stay as they were"
    counted = changed(pack, after, "f.tools.count", Fact("answered", 6))
    assert counted.get("f.tools") == Fact("not_asked", within=(3, 4))
    dated = changed(pack, counted, "f.tools.day", Fact("answered", "2026-04-01"))
    assert dated.get("f.tools") == Fact("answered", 4, within=(4,))


def test_a_level_that_followed_from_the_facts_does_not_stay_when_they_change(known, pack):
    before = known(set=True, count=4, tools=Answer(state="answered", carried_by=CARRIER))
    assert before.get("f.tools") == Fact("answered", 2, "district", within=(2,))
    after = changed(pack, before, "f.tools.count", Fact("unknown"))
    assert after.get("f.tools") == Fact("not_asked", None, "district", within=(1, 2, 3, 4))


def test_a_level_that_was_given_stays_until_another_fact_excludes_it(known, pack):
    before = known(tools=2)
    with_set = changed(pack, before, "f.tools.set", YES)
    assert with_set.get("f.tools") == Fact("answered", 2, within=(1, 2, 3, 4))
    assert changed(pack, with_set, "f.tools.count", Fact("answered", 9)).get("f.tools") == Fact(
        "not_asked", within=(3, 4)
    )
    assert changed(pack, known(tools=UNKNOWN), "f.tools.set", YES).get("f.tools").state == "unknown"


def test_another_answer_without_facts_under_it_changes_nothing_else(known, pack):
    before = known(set=True, plain=3)
    after = changed(pack, before, "f.plain", Fact("answered", 1))
    assert after.by_key == {**before.by_key, "f.plain": Fact("answered", 1)}
