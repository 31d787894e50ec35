"""The trees of means that a pack describes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mhscan.pack.report_texts import Lens
from mhscan.scoring.trees import lens_trees, trees_of

A = {"id": "a", "title": "A", "weight": 2}
BEST = {"id": "b", "title": "B", "combine": "best"}
LOOSE = {"id": "c", "title": "C", "scored": False}
CONTEXT = [{"id": one, "type": "yesno", "text": "?"} for one in ("here", "there", "far")]
PHASES = [{"id": "p", "title": "P", "weight": 3}, {"id": "q", "title": "Q"}]


def yes(name):
    return {"context": name, "is": True}


@pytest.fixture
def pack(build):
    """Builds a pack of two factors in a phase and one outside, some with conditions."""

    def built(**aggregate):
        f = build.factor(
            "f",
            build.indicator("one", applies_if=yes("here")),
            build.indicator("two", applies_if=yes("here")),
            build.indicator("best", aspect="b", applies_if=yes("there")),
            build.indicator("loose", aspect="c"),
            aspects=[A, BEST, LOOSE],
            phase="p",
            weight=0.5,
        )
        after = {"all": [{"indicator": "f.loose", "at_least": 1}, yes("there")]}
        g = build.factor("g", build.indicator("one", applies_if=after), phase="p")
        return build.pack(
            f, g, build.factor("h", build.indicator("one")), phases=PHASES, context=CONTEXT, aggregate=aggregate
        )

    return built


def named(pack):
    return {tree.root.name: tree for tree in trees_of(pack)}


def test_nested_parts_make_a_tree_for_each_phase_loose_factor_and_unscored_aspect(pack):
    trees = named(pack())
    assert list(trees) == ["aspect f/c", "phase p", "phase q", "factor h"]
    root = trees["phase p"].root
    assert [node.name for node in root.all_nodes] == [
        "aspect f/a", "aspect f/b", "factor f", "aspect g/a", "factor g", "phase p"
    ]  # fmt: skip
    assert root.members == ("f.one", "f.two", "f.best", "g.one")
    assert [(node.mean, node.weight) for node in root.all_nodes] == [
        ("arithmetic", 2),
        ("best", 1),
        ("arithmetic", Fraction(1, 2)),
        ("arithmetic", 1),
        ("arithmetic", 1),
        ("arithmetic", 3),
    ]
    assert trees["phase p"].own == {node.path for node in root.all_nodes}


def test_a_total_stands_above_phases_and_loose_factors(pack):
    trees = named(pack(total=True))
    assert list(trees) == ["aspect f/c", "total total"]
    assert [node.name for node in trees["total total"].root.nodes] == ["phase p", "phase q", "factor h"]
    assert (trees["total total"].root.weight, trees["total total"].root.path) == (1, ("total total",))


def test_over_all_indicators_each_figure_has_a_tree_and_best_stays_one_part(pack):
    trees = named(pack(over="indicators", mean="minimum", total=True))
    assert [name for name in trees if name.startswith("aspect")] == [
        "aspect f/a",
        "aspect f/b",
        "aspect f/c",
        "aspect g/a",
        "aspect h/a",
    ]
    assert [name for name in trees if not name.startswith("aspect")] == [
        "factor f", "factor g", "factor h", "phase p", "phase q", "total total"
    ]  # fmt: skip
    for name, leaves in {"factor f": ("f.one", "f.two"), "phase p": ("f.one", "f.two", "g.one")}.items():
        root = trees[name].root
        assert (root.leaves, [node.name for node in root.nodes], root.mean) == (leaves, ["aspect f/b"], "minimum")
        assert trees[name].own == {root.path}
    assert trees["phase p"].root.weight == 3
    assert set(trees["total total"].root.members) == {"f.one", "f.two", "f.best", "g.one", "h.one"}
    assert trees["total total"].root.weight == 1
    assert "total total" not in named(pack(over="indicators"))


LENS = {
    "id": "l",
    "title": "L",
    "text": "Ours.",
    "groups": [
        {"id": "some", "title": "Some", "indicators": ["f.two", "f.loose", "h.one"]},
        {"id": "none", "title": "None", "not_covered": ["All of it"]},
    ],
}


@pytest.mark.parametrize(
    ("over", "names"),
    [
        ("nested", ["aspect f/a", "factor f", "aspect h/a", "factor h", "lens l/some"]),
        ("aspects", ["aspect f/a", "aspect h/a", "lens l/some"]),
        ("indicators", ["lens l/some"]),
    ],
)
def test_a_group_of_a_lens_is_the_pack_as_far_as_it_is_in_the_group(pack, over, names):
    made = pack(over=over, mean="geometric")
    made = replace(made, model=made.model.model_copy(update={"lenses": (Lens.model_validate(LENS),)}))
    (tree,) = lens_trees(made)
    assert [node.name for node in tree.root.all_nodes] == names
    assert set(tree.root.members) == {"f.two", "h.one"}
    assert (tree.root.mean, tree.root.weight) == ("geometric", 1)
    assert tree.own == {node.path for node in tree.root.all_nodes}


def test_over_aspects_each_aspect_is_a_part(pack):
    trees = named(pack(over="aspects", total=True))
    assert [node.name for node in trees["phase p"].root.nodes] == ["aspect f/a", "aspect f/b", "aspect g/a"]
    assert trees["phase p"].root.leaves == ()
    assert [node.name for node in trees["total total"].root.nodes][-1] == "aspect h/a"
