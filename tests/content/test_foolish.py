"""No advice is what the readings of 25 invented municipalities call foolish; see `readings/README.md`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mhscan.advice.result import evaluate
from mhscan.lint.scenarios import as_assessment
from mhscan.pack.pack import Pack
from mhscan.pack.scenario import Scenario

HERE = Path(__file__).parent
FILES = sorted((HERE / "readings").glob("[0-9]*.yaml"))
FOOLISH = yaml.safe_load((HERE / "foolish.yaml").read_text(encoding="utf-8"))


def advised(pack: Pack, path: Path) -> dict[str, str]:
    """The ids and titles of all actions that are advised to the municipality of a reading."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = {key: data[key] for key in ("subject", "date", "questionnaire", "answers")}
    scenario = Scenario.model_validate(
        {"schema": "mhscan/scenario@1", "id": f"m-{data['id']}", "name": data["id"], "expect": {}, **fields}
    )
    result = evaluate(pack, as_assessment(pack, scenario))
    return {one.action.id: one.action.title for one in result.actions}


def test_what_is_called_foolish_names_actions_of_the_pack(dutch_pack: Pack) -> None:
    known = {action.id for place in dutch_pack.places.values() for action in place.indicator.actions}
    assert set(FOOLISH) == {path.stem for path in FILES}
    for name, foolish in FOOLISH.items():
        assert set(foolish["actions"]) <= known, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_advised_that_a_reading_calls_foolish(dutch_pack: Pack, path: Path) -> None:
    foolish, found = FOOLISH[path.stem], advised(dutch_pack, path)
    assert set(foolish["actions"]) & set(found) == set()
    titles = tuple(foolish.get("titles", ()))
    assert [title for title in found.values() if titles and title.startswith(titles)] == []
