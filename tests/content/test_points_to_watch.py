"""The order of the points to watch: a reader meets first what the first actions mend."""

from __future__ import annotations

import pytest
from tests.content.test_readings import FILES, read

from mhscan.advice.result import evaluate
from mhscan.lint.scenarios import as_assessment
from mhscan.reports.build import build_view


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_warnings_come_first_and_of_these_what_the_first_actions_mend(dutch_pack, path):
    result = evaluate(dutch_pack, as_assessment(dutch_pack, read(path)[0]))
    view = build_view(result, "internal")
    settled = [{one.place.id, *one.action.also} for one in result.actions]

    def turn(name: str) -> int:
        remedied = set(next(rule for rule in dutch_pack.model.rules if rule.id == name).remedied())
        return next((n for n, keys in enumerate(settled) if keys & remedied), len(settled))

    order = [(not one.serious, turn(one.id)) for one in (*view.warnings, *view.more_warnings)]
    assert order == sorted(order)
