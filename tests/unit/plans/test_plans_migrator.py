"""A plan goes along with a newer version of its pack: targets, levels and what became of actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.answers.model import Assessment, PackRef, Respondent
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.plans.migrator import Moved, carry_plan
from mhscan.plans.model import ActionState, Plan, Target
from mhscan.plans.reading import check_plan, parse_plan, read_plan
from mhscan.plans.store import change_plan

PACKS = Path(__file__).resolve().parents[2] / "packs"
EVERY, ORCHARD = load_pack(PACKS / "every"), load_pack(PACKS / "orchard" / "2.0.0")
DONE = ActionState(status="done", since="2026-01-01")


def plan(pack, targets=None, actions=None, version=None):
    return Plan(
        schema_="mhscan/plan@1",
        subject={"name": "Crust"},
        pack=pack.model.id,
        version=version,
        targets={key: Target(level=level, by="2026-12-31") for key, level in (targets or {}).items()},
        actions=dict.fromkeys(actions or (), DONE),
    )


@pytest.mark.parametrize("version", ["1.0.0", "2.0.0", None])
@pytest.mark.parametrize(
    ("was", "now"), [("grain", "flour"), ("flour.barn", "flour.silo"), ("grain.silo", "flour.silo")]
)
def test_a_target_follows_an_alias_whatever_is_known_of_its_version(was, now, version):
    carried = carry_plan(EVERY, plan(EVERY, {was: 2}, version=version))
    assert carried.plan.targets == {now: Target(level=2, by="2026-12-31")}
    assert carried.plan.version == "2.0.0"
    assert [(one.old, one.new) for one in carried.moved] == [(was, now)]


@pytest.mark.parametrize(("was", "now"), [("flour.get-silo", "flour.buy-silo"), ("grain.buy-silo", "flour.buy-silo")])
def test_what_became_of_an_action_follows_an_alias(was, now):
    carried = carry_plan(EVERY, plan(EVERY, actions=[was]))
    assert carried.plan.actions == {now: DONE}


def test_targets_go_the_way_of_answers_through_a_migration():
    targets = {"water.barrel": 2, "trees.pruning": 1, "water.hose": 2, "pests.birds": 2}
    carried = carry_plan(ORCHARD, plan(ORCHARD, targets, version="1.0.0"))
    after = {key: one.level for key, one in carried.plan.targets.items()}
    assert after["water.storage"] == 2
    assert after["trees.pruning"] == 3
    assert after["water.hose-length"] == after["water.hose-state"] == 2
    assert after["pests.birds"] == 2, "nobody says what became of it, so it stays"
    assert carried.lost == ("pests.birds",)
    assert Moved("trees.pruning", "trees.pruning", 1, 3) in carried.moved


def test_a_level_is_not_carried_over_twice():
    once = carry_plan(ORCHARD, plan(ORCHARD, {"trees.pruning": 1}, version="1.0.0")).plan
    assert carry_plan(ORCHARD, once) == carry_plan(ORCHARD, once)
    assert carry_plan(ORCHARD, once).moved == ()
    assert carry_plan(ORCHARD, once).plan == once


def test_of_two_that_would_be_one_both_stay():
    carried = carry_plan(EVERY, plan(EVERY, {"flour.silo": 1, "flour.barn": 2}, ["flour.buy-silo", "flour.get-silo"]))
    assert {key: one.level for key, one in carried.plan.targets.items()} == {"flour.silo": 1, "flour.barn": 2}
    assert set(carried.plan.actions) == {"flour.buy-silo", "flour.get-silo"}


def scan(pack):
    return Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject={"name": "Crust"},
        date="2026-05-01",
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire="full",
        respondent=Respondent(id="2"),
    )


OLD_NAMES = """\
schema: mhscan/plan@1
subject: {name: Crust}
pack: every
version: VERSION
targets:
  flour.barn: {level: 2}
actions:
  flour.get-silo: {title: Get a silo, status: done}
"""


def test_a_change_writes_the_names_of_now_and_keeps_the_file_as_it_was(tmp_path):
    path = tmp_path / "crust.plan.yaml"
    before = OLD_NAMES.replace("VERSION", "1.0.0")
    path.write_text(before, encoding="utf-8")
    change_plan(EVERY, scan(EVERY), path, lambda one: one)
    _document, after = read_plan(path)
    assert (set(after.targets), set(after.actions), after.version) == ({"flour.silo"}, {"flour.buy-silo"}, "2.0.0")
    assert (tmp_path / "crust.plan.yaml.1.0.0.bak").read_text(encoding="utf-8") == before


def test_a_plan_of_a_newer_version_is_read_as_it_is_and_not_written(tmp_path):
    path = tmp_path / "crust.plan.yaml"
    path.write_text(OLD_NAMES.replace("VERSION", "3.0.0"), encoding="utf-8")
    assert carry_plan(EVERY, read_plan(path)[1]).moved == ()
    with pytest.raises(InputError, match=r"is of version 3\.0\.0 of the pack; this is the older version 2\.0\.0"):
        change_plan(EVERY, scan(EVERY), path, lambda one: one)


def test_an_old_name_in_a_plan_is_a_warning_that_names_the_new_one(tmp_path):
    path = tmp_path / "crust.plan.yaml"
    path.write_text(OLD_NAMES.replace("VERSION", "1.0.0"), encoding="utf-8")
    document, read, problems = parse_plan(path)
    assert problems == []
    found = [(one.code, one.severity, one.suggestion) for one in check_plan(EVERY, document, read)]
    assert found == [("MH808", "warning", "flour.silo"), ("MH808", "warning", "flour.buy-silo")]
