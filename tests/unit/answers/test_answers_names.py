"""What stands under `aliases` carries answers over, in whatever kind of thing it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mhscan.answers.migration import carried_to_look, migrate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.names import action_now, called_now, factors_now
from mhscan.answers.reading import must_fit, pack_ref
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.pack.migration import Migration

EVERY = load_pack(Path(__file__).resolve().parents[2] / "packs" / "every")


def answer(value, **more):
    return Answer(state="answered", value=value, **more)


def old(answers, version="2.0.0", subject=None, **more):
    return Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Crust", **(subject or {})},
        date="2026-05-01",
        pack=PackRef(id="every", version=version, sha256="1" * 64),
        questionnaire="full",
        respondent=Respondent(id="2"),
        answers=answers,
        **more,
    )


FULL = answer(2, said="There are two.", note="Ours.", at="2026-05-01T10:00:00+02:00")


@pytest.mark.parametrize(
    ("was", "now", "given"),
    [
        ("flour.barn", "flour.silo", FULL),
        ("grain.silo", "flour.silo", FULL),
        ("grain.barn", "flour.silo", FULL),
        ("grain.bags", "flour.bags", FULL),
        ("grain.bags", "flour.bags", Answer(state="unknown", note="Nobody knows.")),
        ("context.store", "context.shop", answer(True)),
        ("context.visit", "context.check", answer("2026-01-01")),
        ("context.slogan", "context.motto", answer("Rise")),
        ("context.breads", "context.loaves", answer(3)),
    ],
)
def test_an_answer_under_an_old_name_goes_over_with_all_that_came_with_it(was, now, given):
    moved = migrate(EVERY, old({was: given})).assessment
    assert (moved.answers, moved.archived) == ({now: given}, {})
    assert moved.pack == pack_ref(EVERY)


def test_a_field_of_the_subject_goes_over_too():
    assert migrate(EVERY, old({}, subject={"number": "AB"})).assessment.subject == {"name": "Crust", "code": "AB"}


@pytest.mark.parametrize(
    ("key", "was", "now"),
    [
        ("context.kind", "loaf", "bread"),
        ("context.sort", "loaf", "bread"),
        ("context.tools", ("beater", "scale"), ("mixer", "scale")),
        ("context.things", ("beater", "mixer"), ("mixer",)),
    ],
)
def test_an_option_under_an_old_name_is_the_option_of_now_and_no_derived_answer(key, was, now):
    moved = migrate(EVERY, old({key: answer(was, note="x")})).assessment
    assert moved.answers == {called_now(EVERY, key): answer(now, note="x")}
    assert moved.archived == {}


def test_of_two_answers_to_one_question_that_under_the_old_name_is_kept_in_the_archive():
    moved = migrate(EVERY, old({"flour.silo": answer(1), "flour.barn": answer(2)})).assessment
    assert moved.answers == {"flour.silo": answer(1)}
    assert moved.archived["flour.barn"].answer.value == 2
    assert moved.archived["flour.barn"].because == "There is another answer to this question already."


@pytest.mark.parametrize("taken", ["flour.silo", "flour.barn"])
def test_a_migration_finds_answers_under_any_name_that_their_question_had(taken):
    steps = {"type": "rescale", "question": taken, "to": "flour.silo", "strategy": "proportional"}
    way = Migration.model_validate(
        {
            "schema": "mhscan/migration@1",
            "from": "1.5.0",
            "to": "2.0.0",
            "steps": [{**steps, "old": [1, 2, 3, 4, 5], "new": [0, 1, 2]}],
        }
    )
    pack = replace(EVERY, migrations=(way,))
    moved = migrate(pack, old({"grain.barn": answer(5)}, version="1.4.0")).assessment
    assert moved.answers["flour.silo"].value == 2
    assert moved.archived["grain.barn"].answer.value == 5


def test_to_look_at_what_is_under_the_same_number_only_other_names_are_followed():
    assert carried_to_look(EVERY, old({"flour.silo": answer(2)})) is None
    assert carried_to_look(EVERY, old({"gone.question": answer(2)})) is None
    moved = carried_to_look(EVERY, old({"flour.barn": answer(2)}))
    assert moved.assessment.answers == {"flour.silo": answer(2)}


def test_an_older_pack_is_refused_in_one_place():
    with pytest.raises(InputError, match=r"given with version 3\.0\.0; this is the older version 2\.0\.0"):
        must_fit(EVERY, old({}, version="3.0.0"))
    must_fit(EVERY, old({}, version="1.0.0"))


def test_names_of_factors_and_actions_are_followed_and_present_ones_stay():
    assert factors_now(EVERY) == {"grain": "flour"}
    assert action_now(EVERY, "flour.get-silo") == "flour.buy-silo"
    assert action_now(EVERY, "grain.buy-silo") == "flour.buy-silo"
    assert action_now(EVERY, "heat.light-it") == "heat.light-it"
    assert action_now(EVERY, "nobody.knows") == "nobody.knows"
