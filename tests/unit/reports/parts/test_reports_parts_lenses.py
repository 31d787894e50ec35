"""The same scores in other groupings, with what the scan does not ask."""

from __future__ import annotations

from dataclasses import replace

from mhscan.reports.build import build_view


def test_each_group_has_its_score_and_what_is_not_covered(english_pack, judge):
    answers = {"context.steps": True, "ashore.slope": 1, "ashore.lift": 3, "afloat.ramp": 2, "ashore.sound": 4}
    (lens,) = build_view(judge(english_pack, answers)).lenses
    assert (lens.id, lens.title, lens.text) == ("senses", "By sense", "The same points by what they ask of a visitor.")
    moving, hearing, smelling = lens.groups
    assert (moving.title, moving.not_covered) == ("Moving", ())
    assert moving.figure.coverage_words.startswith("3 of 3")
    assert (hearing.figure.score, hearing.not_covered) == (75, ("Sign language",))
    assert (smelling.figure, smelling.not_covered) == (None, ("Fumes",))


def test_a_lens_changes_no_other_figure(english_pack, judge):
    result = judge(english_pack, {"ashore.slope": 1})
    bare = replace(english_pack, model=english_pack.model.model_copy(update={"lenses": ()}))
    other = judge(bare, {"ashore.slope": 1})
    assert build_view(other).lenses == ()
    assert other.scores.figures == result.scores.figures
