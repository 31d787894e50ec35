"""What a pack's authors expect of it, held against what it does."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy
from mhscan.integrity.packs import load_pack
from mhscan.lint.review import validate
from mhscan.lint.scenarios import as_assessment, read_scenarios, run_scenario

SCENARIO = """\
schema: mhscan/scenario@1
id: dry
name: A dry garden
questionnaire: full
date: '2026-05-01'
subject: {name: Green, plots: 20}
answers:
  context.ground: sand
  context.tools: [hose]
  soil.compost: 0
  water.barrel: 0
expect:
"""


@pytest.fixture
def scenario(tiny_pack):
    """Runs the scenario with these lines after it under the small pack; gives what came out otherwise."""

    def run(more: str, **changes: str) -> tuple[str, ...]:
        text = SCENARIO
        for old, new in changes.items():
            assert text.count(old) == 1
            text = text.replace(old, new)
        (tiny_pack.path / "factors" / "scenarios").mkdir()
        tiny_pack.write("factors/scenarios/dry.yaml", text + more)
        read = read_scenarios(tiny_pack.path)
        (found,), problems = read.scenarios, read.problems
        assert problems == []
        return tuple(one.message for one in run_scenario(load_pack(tiny_pack.path), found))

    return run


@pytest.mark.parametrize(
    "expected",
    [
        "  fires: [dry-sand, many]\n",
        "  silent: [uneven]\n",
        "  fires: [many]\n  silent: [uneven]\n",
        "  {}\n",
    ],
)
def test_a_scenario_that_comes_out_as_expected_has_no_differences(scenario, expected):
    assert scenario(expected) == ()


@pytest.mark.parametrize(
    ("barrel", "differences"),
    [
        (1, ()),
        (0, ("action for soil.compost: expected place 1; found not advised. It is expected because: It comes first.",)),
    ],
)
def test_the_first_actions_are_compared(scenario, barrel, differences):
    first = "  first: [{indicator: soil.compost, because: It comes first.}]\n"
    assert scenario(first, **{"water.barrel: 0": f"water.barrel: {barrel}"}) == differences


@pytest.mark.parametrize(
    ("wanted", "within", "differences"),
    [
        ("water.barrel", 1, ()),
        (
            "soil.compost",
            2,
            ("action for soil.compost: expected among the first 2; found not advised. It is expected because: So.",),
        ),
    ],
)
def test_what_an_action_settles_too_is_found_where_the_action_stands(scenario, tiny_pack, wanted, within, differences):
    tiny_pack.edit(
        "factors/soil.yaml",
        "id: start-heap\n        to: 1",
        "id: start-heap\n        also: [water.barrel]\n        to: 1",
    )
    tiny_pack.edit("factors/soil.yaml", "        requires: [{indicator: water.barrel, at_least: 1}]\n", "")
    first = f"  first: [{{indicator: {wanted}, within: {within}, because: So.}}]\n"
    kept = {} if wanted == "water.barrel" else {"soil.compost: 0": "soil.compost: 1"}
    assert scenario(first, **kept) == differences


@pytest.mark.parametrize(
    ("level", "expected", "differences"),
    [
        ("2", "{field: wild}", ()),
        ("2", "{why_not: near_split}", ("profile: expected near_split, found wild",)),
        ("unknown", "{why_not: too_little_known}", ()),
        ("unknown", "{field: wild}", ("profile: expected wild, found too_little_known",)),
    ],
)
def test_the_field_of_the_profile_is_compared_or_why_there_is_none(scenario, level, expected, differences):
    assert scenario(f"  profile: {expected}\n", **{"water.barrel: 0": f"water.barrel: {level}"}) == differences


def test_without_a_profile_in_the_pack_none_is_compared(scenario, tiny_pack):
    text = (tiny_pack.path / "factors/model.yaml").read_text()
    tiny_pack.write("factors/model.yaml", text[: text.index("profile:")] + text[text.index("rules:") :])
    assert scenario("  profile: {field: wild}\n") == ()


@pytest.mark.parametrize(
    ("expected", "difference"),
    [
        ("  silent: [dry-sand]\n", "rule dry-sand: expected that it is silent, but it fires"),
        ("  fires: [uneven]\n", "rule uneven: expected that it fires, but it is silent"),
        ("  undecided: [many]\n", "rule many: expected that it cannot be decided, but it fires"),
        ("  fires: [wet]\n", "the pack has no rule wet"),
        (
            "  first: [{indicator: water.barrel, because: So.}]\n",
            "action for water.barrel: expected place 1; found not advised. It is expected because: So.",
        ),
    ],
)
def test_what_comes_out_otherwise_is_said(scenario, expected, difference):
    assert scenario(expected) == (difference,)


def test_an_answer_that_does_not_fit_is_said(scenario):
    assert scenario("  {}\n", **{"ground: sand": "ground: loam"}) == (
        "the answer to context.ground does not fit the pack",
    )


def test_what_is_not_known_leaves_a_rule_undecided(scenario):
    assert scenario("  undecided: [dry-sand]\n", **{"water.barrel: 0": "water.barrel: unknown"}) == ()


def test_the_answers_of_a_scenario_become_those_of_an_assessment(tiny_pack):
    (tiny_pack.path / "factors" / "scenarios").mkdir()
    answers = "  soil.compost: {value: 1, carried: {street: A scheme}}\n  water.barrel: {not_applicable: No rain.}\n"
    text = SCENARIO.replace("  soil.compost: 0\n  water.barrel: 0\n", answers)
    tiny_pack.write("factors/scenarios/dry.yaml", f"{text}  {{}}\n")
    made = as_assessment(load_pack(tiny_pack.path), read_scenarios(tiny_pack.path).scenarios[0])
    assert made.answers["soil.compost"] == Answer(
        state="answered", value=1, carried_by=CarriedBy(kind="street", name="A scheme")
    )
    assert made.answers["water.barrel"] == Answer(state="not_applicable", reason="No rain.")
    assert (made.id, made.subject["plots"], made.pack.id) == ("dry", 20, "allotment")


def test_a_pack_without_scenarios_has_none(tiny_pack):
    found = read_scenarios(tiny_pack.path)
    assert (found.scenarios, found.problems) == ([], [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "MH005"),
        ("a: [\n", "MH004"),
        ("schema: mhscan/scenaro@1\n", "MH105"),
        ("- a\n", "MH103"),
        (SCENARIO + "  fires: dry\n", "MH103"),
        (SCENARIO + "  fired: [dry]\n", "MH102"),
    ],
)
def test_a_scenario_that_cannot_be_run_is_a_problem_and_not_passed_over(tiny_pack, content, code):
    (tiny_pack.path / "factors" / "scenarios").mkdir()
    tiny_pack.write("factors/scenarios/dry.yaml", content)
    read = read_scenarios(tiny_pack.path)
    found, problems = read.scenarios, read.problems
    assert (found, [one.code for one in problems]) == ([], [code])


def test_an_assessment_among_the_scenarios_is_no_scenario(tiny_pack):
    (tiny_pack.path / "factors" / "scenarios").mkdir()
    tiny_pack.write("factors/scenarios/example.yaml", "schema: mhscan/assessment@1\nid: one\n")
    found = read_scenarios(tiny_pack.path)
    assert (found.scenarios, {one.code for one in found.problems}) == ([], {"MH101"})


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("date: '2026-05-01'", "date: '2026-02-30'", "MH104", 5),
        ("questionnaire: full", "questionnaire: ful", "MH804", 4),
        ("  soil.compost: 0", "  soil.composte: 0", "MH801", 10),
        ("  soil.compost: 0", "  compost: 0", "MH104", 10),
        ("  soil.compost: 0", "  context: 0", "MH104", 10),
        ("  soil.compost: 0", "  '': 0", "MH104", 10),
        ("  soil.compost: 0", "  soil.compost: 99", "MH802", 10),
        ("  soil.compost: 0", "  soil.compost: {value: 1, carried: {strete: A scheme}}", "MH207", 10),
        ("plots: 20", "plot: 20", "MH102", 6),
        ("  fires: [dry-sand]", "  fires: [dry-snad]", "MH207", 13),
        ("  fires: [dry-sand]", "  silent: [dry-sand, dry]", "MH207", 13),
        ("  fires: [dry-sand]", "  profile: {field: nowhere}", "MH207", 13),
        ("  fires: [dry-sand]", "  first: [{indicator: soil.nothing, because: So.}]", "MH203", 13),
        ("  fires: [dry-sand]", "  fires: [dry-sand", "MH004", 13),
    ],
)
@pytest.mark.parametrize("ending", [".yaml", ".yml"])
def test_a_fault_in_a_scenario_is_found_at_its_place(tiny_pack, old, new, code, line, ending):
    (tiny_pack.path / "factors" / "scenarios").mkdir()
    text = f"{SCENARIO}  fires: [dry-sand]\n"
    file = f"factors/scenarios/dry{ending}"
    tiny_pack.write(file, text)
    assert validate([tiny_pack.path]) == validate([tiny_pack.path / file]) == []
    assert text.count(old) == 1
    tiny_pack.write(file, text.replace(old, new))
    for path in (tiny_pack.path, tiny_pack.path / file):
        (found,) = validate([path])
        assert (found.code, found.location.line) == (code, line), found


def test_two_scenarios_with_one_id_are_found(tiny_pack):
    (tiny_pack.path / "factors" / "scenarios").mkdir()
    for name in ("dry", "wet"):
        tiny_pack.write(f"factors/scenarios/{name}.yaml", f"{SCENARIO}  fires: [dry-sand]\n")
    (found,) = validate([tiny_pack.path])
    assert (found.code, found.location.line, found.location.file[-8:]) == ("MH202", 2, "wet.yaml")
