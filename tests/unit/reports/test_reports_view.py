"""A view is plain: templates get words and whole numbers, and nothing that computes."""

from __future__ import annotations

import dataclasses

import pytest

from mhscan.reports.build import build_view


def leaves(value):
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in leaves(one)]
    if isinstance(value, tuple | list):
        return [leaf for one in value for leaf in leaves(one)]
    return [value]


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_a_view_holds_only_words_whole_numbers_yes_and_no(full_result, audience):
    found = leaves(dataclasses.asdict(build_view(full_result, audience)))
    assert len(found) > 500
    assert {type(one) for one in found} <= {str, int, bool, type(None)}


def test_a_view_cannot_be_changed(full_result):
    with pytest.raises(dataclasses.FrozenInstanceError, match="title"):
        build_view(full_result).title = "Other"


def test_every_number_of_a_figure_lies_between_0_and_100(full_result):
    view = build_view(full_result)
    figures = [*view.factors, *view.across, *(figure for part in view.headings for figure in part.figures)]
    assert len(figures) > 8
    for one in figures:
        assert 0 <= one.low <= (one.low if one.score is None else one.score) <= one.high <= 100
        assert 0 <= one.coverage <= 100
