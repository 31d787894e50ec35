"""Answers of an older version, carried over to a newer one, with three versions of a small pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mhscan.answers.migration import is_older, migrate
from mhscan.answers.model import Answer, ArchivedAnswer, Assessment, CarriedBy, Evidence, PackRef, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.pack.migration import Migration
from mhscan.scoring.facts import gather

ORCHARD = Path(__file__).resolve().parents[2] / "packs" / "orchard"
OLD, MIDDLE, NEW = (load_pack(ORCHARD / version) for version in ("1.0.0", "1.1.0", "2.0.0"))
CHAIN = replace(NEW, migrations=tuple(one for one in NEW.migrations if (one.from_, one.to) != ("1.0.0", "2.0.0")))

WORDLESS = replace(NEW, migrations=tuple(one.model_copy(update={"old": {}}) for one in NEW.migrations))


def answer(value, **more):
    return Answer(state="answered", value=value, **more)


def assessment(pack=OLD, answers=None, **more):
    fields = {
        "id": "1",
        "subject": {"name": "Eden", "trees": 40},
        "date": "2025-05-01",
        "questionnaire": "all",
        "respondent": Respondent(id="2", role="grower"),
        **more,
    }
    return Assessment(schema_="mhscan/assessment@1", pack=pack_ref(pack), answers=answers or {}, **fields)


FULL = {
    "context.ground": answer("peat", note="Old sea bed."),
    "context.fruit": answer(("apple", "medlar")),
    "trees.pruning": answer(1, said="There is some pruning.", at="2025-05-01T10:00:00+02:00"),
    "trees.planting": answer(2, note="Ten in March."),
    "trees.grafting": answer(1, note="By Ann.", evidence=(Evidence(title="Diary"),)),
    "water.barrel": answer(2, carried_by=CarriedBy(kind="county", name="Rain for all"), note="Blue."),
    "water.hose": answer(1, said="There is some the hose.", evidence=(Evidence(title="Bill"),)),
    "pests.birds": answer(2, note="Torn."),
    "pests.moths": answer(1),
}


def test_an_assessment_of_this_version_stays_as_it_is():
    made = assessment(NEW)
    assert migrate(NEW, made).assessment is made
    assert migrate(NEW, made).stages == ()


def test_a_renamed_question_keeps_all_that_came_with_its_answer():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    assert moved.answers["water.storage"] == FULL["water.barrel"]
    assert "water.barrel" not in moved.answers
    assert "water.barrel" not in moved.archived


def test_a_field_of_the_subject_is_renamed_too():
    assert migrate(NEW, assessment()).assessment.subject == {"name": "Eden", "stems": 40}


def test_a_split_gives_each_part_the_answer_marks_it_and_archives_what_was_answered():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    for part in ("water.hose-length", "water.hose-state"):
        assert moved.answers[part] == FULL["water.hose"].model_copy(update={"derived_from": ("water.hose",)})
    assert moved.archived["water.hose"] == ArchivedAnswer(
        question="How far is the orchard with the hose?",
        factor="Water",
        answer=FULL["water.hose"],
        version="1.0.0",
        because="The question was split. Each part got the same answer.",
    )
    assert moved.archived["water.hose"].answer == FULL["water.hose"]


def test_a_merge_takes_the_lowest_level_and_all_that_came_with_the_answers():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    young = moved.answers["trees.young"]
    assert (young.value, young.derived_from) == (1, ("trees.planting", "trees.grafting"))
    assert (young.note, young.evidence) == ("Ten in March.\nBy Ann.", (Evidence(title="Diary"),))
    assert {"trees.planting", "trees.grafting"} <= set(moved.archived)


@pytest.mark.parametrize(
    "other",
    [Answer(state="unknown"), Answer(state="not_applicable", reason="No trees."), Answer(state="skipped"), None],
)
def test_a_merge_invents_no_level_where_one_is_missing(other):
    answers = {"trees.planting": answer(2), **({"trees.grafting": other} if other else {})}
    moved = migrate(NEW, assessment(answers=answers)).assessment
    assert "trees.young" not in moved.answers
    assert {key: one.answer for key, one in moved.archived.items()} == {
        key: one.model_copy(update={"said": moved.archived[key].answer.said}) for key, one in answers.items()
    }


def test_a_merge_of_two_that_are_unknown_is_unknown():
    moved = migrate(
        NEW, assessment(answers=dict.fromkeys(("trees.planting", "trees.grafting"), Answer(state="unknown")))
    )
    assert moved.assessment.answers["trees.young"].state == "unknown"


def test_a_level_on_another_scale_is_marked_and_the_one_that_was_given_is_archived():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    pruning = moved.answers["trees.pruning"]
    assert (pruning.value, pruning.derived_from) == (3, ("trees.pruning",))
    assert (pruning.said, pruning.at) == (FULL["trees.pruning"].said, FULL["trees.pruning"].at)
    assert moved.archived["trees.pruning"].answer == FULL["trees.pruning"]


def test_a_reset_scale_is_asked_again():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    assert "pests.moths" not in moved.answers
    assert moved.archived["pests.moths"].answer.value == 1


def test_options_that_became_one_are_mapped_and_an_option_that_is_gone_falls_away():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    assert (moved.answers["context.soil"].value, moved.answers["context.soil"].note) == ("light", "Old sea bed.")
    assert moved.answers["context.fruit"].value == ("apple",)
    kept = moved.archived["context.fruit"]
    assert (kept.question, kept.answer.value) == ("Which fruit grows there?", ("apple", "medlar"))
    assert kept.answer.said == "Apples, Medlars"


def test_an_option_that_did_not_change_is_no_derived_answer():
    moved = migrate(NEW, assessment(answers={"context.ground": answer("clay")})).assessment
    assert moved.answers == {"context.soil": answer("clay")}
    assert moved.archived == {}


def test_an_archived_answer_has_the_words_of_its_question_and_of_the_answer():
    kept = migrate(NEW, assessment(answers=FULL)).assessment.archived["pests.birds"]
    assert kept.question == "How far is the orchard with nets against birds?"
    assert kept.answer == FULL["pests.birds"].model_copy(update={"said": "There is enough nets against birds."})
    assert (kept.version, kept.because) == ("1.0.0", "The nets caught birds too.")


def test_the_old_pack_has_the_words_where_it_is_at_hand():
    answers = {"context.fruit": answer(("medlar",)), "trees.grafting": answer(2)}
    made = assessment(answers=answers, subject={"name": "Eden", "trees": "x"})
    kept = migrate(WORDLESS, made, OLD).assessment.archived
    assert {key: (one.question, one.answer.said) for key, one in kept.items()} == {
        "context.fruit": ("Which fruit grows there?", "Medlars"),
        "trees.grafting": ("How far is the orchard with grafting?", "There is enough grafting."),
        "subject.trees": ("How many trees?", None),
    }


def test_without_any_words_it_is_said_that_they_are_not_kept():
    kept = migrate(WORDLESS, assessment(answers={"trees.grafting": answer(2)})).assessment.archived["trees.grafting"]
    said = "The question 'trees.grafting', of which the words are not kept"
    assert (kept.factor, kept.question, kept.answer.said) == ("Trees", said, None)


def test_a_question_that_is_still_there_has_the_words_of_now():
    kept = migrate(WORDLESS, assessment(answers={"trees.pruning": answer(2)})).assessment.archived["trees.pruning"]
    assert kept.question == "How far is the orchard with pruning?"


def test_an_answer_that_no_step_names_and_that_does_not_fit_is_archived():
    answers = {"trees.odd": answer(1), "water.pond": answer(7), "context.soil": Answer(state="unknown")}
    moved = migrate(NEW, assessment(MIDDLE, answers)).assessment
    assert moved.answers == {"context.soil": Answer(state="unknown")}
    assert {key: one.because for key, one in moved.archived.items()} == {
        "trees.odd": "The new version does not ask this.",
        "water.pond": "The answer does not fit the question any more.",
    }


def test_a_field_of_the_subject_that_does_not_fit_is_archived_as_an_answer():
    moved = migrate(NEW, assessment(subject={"name": "Eden", "trees": "many", "hedge": True})).assessment
    assert moved.subject == {"name": "Eden"}
    assert moved.archived["subject.trees"].answer == answer("many")
    assert moved.archived["subject.hedge"].answer == answer(value=True)


def test_a_carrier_that_is_gone_is_archived_with_its_answer():
    carried = answer(1, carried_by=CarriedBy(kind="village", name="The pump"))
    moved = migrate(NEW, assessment(answers={"water.barrel": carried})).assessment
    assert moved.answers["water.storage"] == answer(1)
    assert moved.archived["water.barrel"].answer.carried_by == carried.carried_by


def test_what_is_in_the_place_of_a_renamed_question_stays_and_the_other_is_archived():
    moved = migrate(MIDDLE, assessment(answers={"water.barrel": answer(1), "water.tank": answer(2)})).assessment
    assert moved.answers == {"water.tank": answer(2)}
    assert moved.archived["water.barrel"].because == "There is another answer to this question already."


def test_a_field_that_stands_twice_in_a_file_is_kept_twice():
    moved = migrate(NEW, assessment(answers={"subject.trees": Answer(state="skipped")})).assessment
    assert moved.subject["stems"] == 40
    assert moved.archived["subject.trees (2)"].answer == Answer(state="skipped")


def test_a_field_that_was_skipped_goes_over_as_skipped():
    made = assessment(answers={"subject.trees": Answer(state="skipped")}, subject={"name": "Eden"})
    moved = migrate(NEW, made).assessment
    assert (moved.subject, moved.answers) == ({"name": "Eden"}, {"subject.stems": Answer(state="skipped")})


def test_the_file_says_which_pack_it_was_made_with_before():
    moved = migrate(NEW, assessment()).assessment
    assert moved.pack == pack_ref(NEW)
    assert moved.earlier == (pack_ref(OLD),)
    assert moved.questionnaire == "whole"


def test_a_chain_comes_to_the_same_as_the_direct_way():
    direct, chain = migrate(NEW, assessment(answers=FULL)), migrate(CHAIN, assessment(answers=FULL))
    assert direct.assessment == chain.assessment
    assert direct.came_from == chain.came_from
    assert [(one.start, one.goal) for one in direct.stages] == [("1.0.0", "2.0.0")]
    assert [(one.start, one.goal) for one in chain.stages] == [("1.0.0", "1.1.0"), ("1.1.0", "2.0.0")]


def test_all_that_goes_over_fits_the_newer_pack():
    moved = migrate(NEW, assessment(answers=FULL)).assessment
    assert gather(NEW, moved).left_out == ()


def test_doing_it_again_changes_nothing():
    once = migrate(NEW, assessment(answers=FULL)).assessment
    assert migrate(NEW, once).assessment is once


def test_what_was_archived_before_is_never_replaced():
    earlier = {
        "pests.birds": ArchivedAnswer(question="?", answer=answer(0)),
        "pests.birds (1.0.0)": ArchivedAnswer(question="?", answer=answer(1)),
    }
    moved = migrate(NEW, assessment(answers={"pests.birds": answer(2)}, archived=earlier)).assessment
    assert [one.answer.value for one in moved.archived.values()] == [0, 1, 2]
    assert list(moved.archived)[2] == "pests.birds (1.0.0, 2)"


def test_an_answer_that_was_derived_before_keeps_where_it_came_from():
    made = assessment(MIDDLE, {"trees.pruning": answer(2, derived_from=("trees.cutting",))})
    assert migrate(NEW, made).assessment.answers["trees.pruning"].derived_from == ("trees.cutting",)


def test_words_of_the_program_are_in_the_language_of_the_pack():
    dutch = replace(NEW, model=NEW.model.model_copy(update={"language": "nl"}))
    because = migrate(dutch, assessment(answers={"trees.odd": answer(1)})).assessment.archived["trees.odd"].because
    assert because == "De nieuwe versie vraagt dit niet."


# What cannot be carried over ------------------------------------------------------------------------------------------


def test_another_pack_is_refused():
    made = assessment().model_copy(update={"pack": PackRef(id="garden", version="1.0.0", sha256="0")})
    with pytest.raises(InputError, match="given with pack 'garden', not with 'orchard'"):
        migrate(NEW, made)


def test_a_newer_version_is_refused():
    with pytest.raises(InputError, match=r"version 2\.0\.0; this is the older version 1\.0\.0"):
        migrate(OLD, assessment(NEW))


def test_a_version_from_which_no_way_leads_is_refused():
    with pytest.raises(InputError, match=r"no way from version 1\.0\.0 of the pack to version 2\.0\.0"):
        migrate(replace(NEW, migrations=()), assessment())


def test_a_questionnaire_that_is_gone_is_refused():
    with pytest.raises(InputError, match="no questionnaire 'gone'"):
        migrate(NEW, assessment(questionnaire="gone"))


def test_a_later_state_of_the_same_version_needs_no_migration():
    changed = replace(OLD, sha256="1" * 64)
    moved = migrate(changed, assessment(answers=FULL))
    assert (moved.stages, moved.assessment.answers) == ((), FULL)
    assert moved.assessment.pack.sha256 == "1" * 64


@pytest.mark.parametrize(("pack", "older"), [(OLD, False), (NEW, True), (replace(OLD, sha256="1" * 64), True)])
def test_older_is_what_was_made_with_an_earlier_state_of_this_pack(pack, older):
    assert is_older(pack, assessment()) is older


def test_newer_or_of_another_pack_is_not_older():
    assert not is_older(OLD, assessment(NEW))
    other = OLD.model.model_copy(update={"id": "garden"})
    assert not is_older(replace(NEW, model=other), assessment())


def test_a_migration_without_steps_only_opens_the_way():
    empty = Migration.model_validate({"schema": "mhscan/migration@1", "from": "1.0.0", "to": "2.0.0"})
    whole = {**assessment().model_dump(by_alias=True), "questionnaire": "quick", "subject": {"name": "Eden"}}
    made = Assessment.model_validate(whole)
    moved = migrate(replace(NEW, migrations=(empty,)), made)
    assert (moved.stages, moved.assessment.pack) == ((), pack_ref(NEW))


@pytest.mark.parametrize("turn", [1, -1])
def test_every_step_sees_the_answers_as_they_were_so_two_questions_can_change_places(turn):
    first, second = "water.hose-length", "water.hose-state"
    steps = [{"type": "rename", "question": first, "to": second}, {"type": "rename", "question": second, "to": first}]
    swap = Migration.model_validate(
        {"schema": "mhscan/migration@1", "from": "1.0.0", "to": "2.0.0", "steps": steps[::turn]}
    )
    made = migrate(
        replace(NEW, migrations=(swap,)),
        assessment(answers={first: answer(1), second: answer(2)}, questionnaire="whole"),
    )
    assert {key: one.value for key, one in made.assessment.answers.items()} == {first: 2, second: 1}
