"""Which questions decide about others."""

from __future__ import annotations

import pytest

from mhscan.conditions import CountOf, Each
from mhscan.scoring.deciders import deciders_of, each_place, each_test

YES = [{"id": one, "type": "yesno", "text": "?"} for one in ("a", "b")]
A, B = {"context": "a", "is": True}, {"context": "b", "is": True}


@pytest.fixture
def chain(build):
    """b decides about a, a about one, one about two."""
    one = build.indicator("one", applies_if=A)
    two = build.indicator("two", applies_if={"indicator": "f.one", "at_least": 1})
    context = [{**YES[0], "applies_if": B}, YES[1]]
    return build.pack(build.factor("f", one, two, build.indicator("free")), context=context)


def test_each_question_knows_what_decides_about_it(chain):
    found = deciders_of(chain)
    assert found.of == {"context.a": ("context.b",), "f.one": ("context.a",), "f.two": ("f.one",)}
    assert found.followers == {"context.b": ("context.a",), "context.a": ("f.one",), "f.one": ("f.two",)}
    assert found.unclear == frozenset()
    assert {key: len(tests) for key, tests in found.tests.items()} == {"context.b": 1, "context.a": 1, "f.one": 1}


def test_before_after_and_around_follow_conditions_to_the_end(chain):
    found = deciders_of(chain)
    assert found.before(["f.one"]) == {"f.one", "context.a", "context.b"}
    assert found.after("context.a") == {"context.a", "f.one", "f.two"}
    assert found.around(["f.one"]) == {"context.b", "context.a", "f.one", "f.two"}
    assert found.around(["f.free"]) == {"f.free"}


def test_a_fact_at_which_others_look_decides_together_with_the_level_that_follows_from_it(build, observed):
    tools = observed(applies_if=A)
    later = build.indicator("later", applies_if={"observation": "f.tools.set", "is": True})
    found = deciders_of(build.pack(build.factor("f", tools, later, observed("other")), context=YES))
    assert found.of == {
        "f.tools": ("context.a", "f.tools.set"),
        "f.tools.set": ("context.a",),
        "f.later": ("f.tools.set",),
        "f.other": (),
    }
    assert found.followers == {
        "context.a": ("f.tools", "f.tools.set"),
        "f.tools.set": ("f.later", "f.tools"),
        **{f"f.tools.{one}": ("f.tools",) for one in ("count", "day")},
        **{f"f.other.{one}": ("f.other",) for one in ("set", "count", "day")},
    }
    assert {key: len(tests) for key, tests in found.tests.items()} == {"context.a": 1, "f.tools.set": 5}
    assert found.after("f.tools.count") == {"f.tools.count", "f.tools"}
    assert found.after("f.tools.set") == {"f.tools.set", "f.tools", "f.later"}
    assert found.order.index("context.a") < found.order.index("f.tools.set") < found.order.index("f.later")


def test_the_facts_of_what_always_applies_depend_on_nothing(build, observed):
    later = build.indicator("later", applies_if={"observation": "f.tools.set", "is": True})
    found = deciders_of(build.pack(build.factor("f", observed(), later)))
    assert found.of == {"f.tools": ("f.tools.set",), "f.tools.set": (), "f.later": ("f.tools.set",)}


def test_questions_that_are_compared_know_each_other(build):
    tests = [{"context": "few", "above": "context.many"}, {"context": "day", "ahead": {"at_least": 1}}]
    context = [{"id": one, "type": "number", "text": "?"} for one in ("few", "many")]
    context.append({"id": "day", "type": "date", "text": "?"})
    one = build.indicator("one", applies_if={"all": tests})
    found = deciders_of(build.pack(build.factor("f", one), context=context))
    assert found.compared == {"context.few": ["context.many"], "context.many": ["context.few"], "context.day": []}
    assert found.of["f.one"] == ("context.few", "context.many", "context.day")
    assert found.after("context.few") == {"context.few", "context.many", "f.one"}


def test_a_question_stands_after_what_decides_about_it(chain):
    assert list(deciders_of(chain).order) == ["context.b", "context.a", "f.one", "f.two"]


def test_all_tests_in_a_condition_are_found(build):
    inner = {"any": [A, {"not": B}, {"indicator": "g.one", "at_least": 1}, {"subject": "size", "at_least": 1}]}
    when = {"all": [inner, {"count_of": [A, B], "at_least": 1}, {"count_of": {"factor": "g", "at_least": 1}}]}
    pack = build.pack(
        build.factor("f", build.indicator("one", applies_if=when)),
        build.factor("g", build.indicator("one"), build.indicator("two")),
        context=YES,
    )
    keys = [key for key, _test in each_test(pack, pack.places["f.one"].indicator.applies_if)]
    assert keys == [
        "context.a", "context.b", "g.one", "subject.size", "context.a", "context.b", "g.one", "g.two"
    ]  # fmt: skip
    assert deciders_of(pack).of["f.one"] == ("context.a", "context.b", "g.one", "subject.size", "g.two")
    assert len(deciders_of(pack).tests["context.a"]) == 2


def test_of_a_condition_on_a_score_nothing_is_clear(build):
    pack = build.pack(build.factor("f", build.indicator("one", applies_if={"factor": "g", "at_least": 1})))
    assert deciders_of(pack).unclear == {"f.one"}
    assert deciders_of(pack).of == {"f.one": ()}


def test_of_conditions_that_lead_back_nothing_is_clear(build):
    one = build.indicator("one", applies_if={"indicator": "f.two", "at_least": 1})
    two = build.indicator("two", applies_if={"indicator": "f.one", "at_least": 1})
    assert deciders_of(build.pack(build.factor("f", one, two))).unclear == {"f.one", "f.two"}


def test_one_test_over_a_phase_or_factor_looks_at_its_indicators(build):
    factors = [build.factor(name, build.indicator("one"), phase=phase) for name, phase in (("f", "p"), ("g", "q"))]
    pack = build.pack(*factors, phases=[{"id": "p", "title": "P"}, {"id": "q", "title": "Q"}])
    found = {
        name: [place.id for place in each_place(pack, Each(**test))]
        for name, test in {"all": {}, "phase": {"phase": "q"}, "factor": {"factor": "f"}}.items()
    }
    assert found == {"all": ["f.one", "g.one"], "phase": ["g.one"], "factor": ["f.one"]}
    assert [key for key, _test in each_test(pack, CountOf(count_of=Each(phase="p")))] == ["f.one"]
