"""Which action comes next for an indicator: what applies, what has a gain and a ground, what a moment asks for."""

from __future__ import annotations

import pytest

DAY = {"id": "day", "type": "date", "text": "Which day?"}
LEAD = {"id": "lead", "type": "yesno", "text": "Does somebody lead?"}
MOMENTS = [
    {"id": "spring", "label": "spring", "date": "context.day"},
    {"id": "autumn", "label": "autumn"},
]
ASPECTS = [
    {"id": "a", "title": "Mean"},
    {"id": "b", "title": "Best", "combine": "best"},
    {"id": "c", "title": "Shown", "scored": False, "combine": "best"},
]
SOON, LATER, PASSED = "2026-06-01", "2027-05-01", "2026-04-30"


@pytest.fixture
def next_of(build, judge):
    """The ids of the advised actions of indicators, given as name: (aspect, actions), with answers."""

    def run(indicators, answers, **model):
        made = [
            build.indicator(name, aspect=aspect, actions=[build.action(**one) for one in actions])
            for name, (aspect, actions) in indicators.items()
        ]
        model = {"context": [DAY, LEAD], "moments": MOMENTS, **model}
        pack = build.pack(build.factor("f", *made, aspects=ASPECTS), **model)
        return [one.id.removeprefix("f.") for one in judge(pack, answers).actions]

    return run


FOR_LEADERS = {"name": "low", "to": 1, "applies_if": {"context": "lead", "is": True}}


@pytest.mark.parametrize(("lead", "wanted"), [(True, ["low"]), (False, ["high"]), (None, ["low"])])
def test_an_action_that_is_none_here_is_passed_over_and_one_of_which_that_cannot_be_said_is_not(next_of, lead, wanted):
    answers = {"f.x": 0} if lead is None else {"f.x": 0, "context.lead": lead}
    assert next_of({"x": ("a", [FOR_LEADERS, {"name": "high", "to": 4}])}, answers) == wanted


@pytest.mark.parametrize(
    ("day", "wanted"), [(SOON, ["bound"]), (LATER, ["first"]), (PASSED, ["first"]), (None, ["first"])]
)
def test_an_action_goes_before_lower_ones_only_while_its_moment_is_near(next_of, day, wanted):
    actions = [{"name": "first", "to": 1}, {"name": "bound", "to": 3, "moment": "spring"}, {"name": "top", "to": 4}]
    answers = {"f.x": 0} if day is None else {"f.x": 0, "context.day": day}
    assert next_of({"x": ("a", actions)}, answers) == wanted


@pytest.mark.parametrize(("autumn", "wanted"), [(SOON, ["bound"]), (LATER, ["first"]), (None, ["first"])])
def test_where_a_moment_has_passed_its_way_back_lifts_the_action(next_of, autumn, wanted):
    moments = [
        {"id": "spring", "label": "spring", "date": "context.day", "otherwise": "autumn"},
        {"id": "autumn", "label": "autumn", "date": "context.fall"},
    ]
    actions = [{"name": "first", "to": 1}, {"name": "bound", "to": 3, "moment": "spring"}]
    answers = {"f.x": 0, "context.day": PASSED} | ({"context.fall": autumn} if autumn else {})
    context = [DAY, LEAD, {**DAY, "id": "fall"}]
    assert next_of({"x": ("a", actions)}, answers, moments=moments, context=context) == wanted


@pytest.mark.parametrize(("ground", "wanted"), [(0, "first"), (2, "bound")])
def test_a_near_moment_lifts_no_action_of_which_the_ground_is_not_there(next_of, ground, wanted):
    needs = [{"indicator": "f.y", "at_least": 2}]
    bound = {"name": "bound", "to": 3, "moment": "spring", "requires": needs}
    x = ("a", [{"name": "first", "to": 1}, bound])
    y = ("a", [{"name": "do-y", "to": 4}])
    assert wanted in next_of({"x": x, "y": y}, {"f.x": 0, "f.y": ground, "context.day": SOON})


@pytest.mark.parametrize(
    ("aspect", "beside", "wanted"),
    [("b", 4, []), ("b", 2, ["high"]), ("b", 0, ["low", "other"]), ("a", 4, ["low"]), ("c", 4, ["low"])],
)
def test_where_the_best_counts_an_action_that_does_not_pass_the_best_has_no_gain(next_of, aspect, beside, wanted):
    x = (aspect, [{"name": "low", "to": 2}, {"name": "high", "to": 4}])
    y = (aspect, [{"name": "other", "to": 1}])
    assert next_of({"x": x, "y": y}, {"f.x": 0, "f.y": beside}) == wanted


@pytest.mark.parametrize("aspect", ["a", "b", "c"])
def test_an_action_to_the_level_where_it_stands_is_none(next_of, aspect):
    assert next_of({"x": (aspect, [{"name": "do", "to": 2}])}, {"f.x": 2}) == []
    assert next_of({"x": (aspect, [{"name": "do", "to": 2}])}, {"f.x": 1}) == ["do"]


def test_an_action_of_which_nothing_makes_the_ground_is_not_advised(next_of):
    needs = [{"indicator": "f.y", "at_least": 2}]
    x = ("a", [{"name": "do", "to": 4, "requires": needs}])
    assert next_of({"x": x, "y": ("a", [])}, {"f.x": 0, "f.y": 0}) == []
    assert next_of({"x": x, "y": ("a", [{"name": "begin", "to": 2}])}, {"f.x": 0, "f.y": 0}) == ["begin", "do"]
    assert next_of({"x": x, "y": ("a", [])}, {"f.x": 0}) == ["do"]


def quick_wins(build, judge, effort, answers):
    needs = [{"indicator": "f.y", "at_least": 2}]
    efforts = [{"id": "small", "label": "small", "size": 1}, {"id": "big", "label": "big", "size": 4}]
    terms = [{"id": "soon", "label": "soon", "size": 30}]
    x = build.indicator("x", actions=[build.action("do", 4, requires=needs, effort="small", term="soon")])
    y = build.indicator("y", actions=[build.action("begin", 4, effort=effort, term="soon")])
    quick = {"low": 1, "enough": 3, "quick": {"efforts": ["small"], "terms": ["soon"]}}
    pack = build.pack(build.factor("f", x, y), efforts=efforts, terms=terms, advice=quick)
    return [one.id for one in judge(pack, answers).actions if one.quick]


def test_what_waits_for_an_answer_or_for_more_work_is_no_quick_win(build, judge):
    assert quick_wins(build, judge, "small", {"f.x": 0, "f.y": 2}) == ["f.do", "f.begin"]
    assert quick_wins(build, judge, "small", {"f.x": 0, "f.y": 0}) == ["f.begin", "f.do"]
    assert quick_wins(build, judge, "big", {"f.x": 0, "f.y": 0}) == []
    assert quick_wins(build, judge, "small", {"f.x": 0}) == []


def fact(name, *actions, **more):
    return {
        "id": name, "type": "yesno", "text": f"There is {name}.", "there": name, "missing": f"no {name}",
        "actions": list(actions), **more,
    }  # fmt: skip


AMOUNTS = [{"id": one, "text": one} for one in ("none", "some", "all")]
FACTS = [
    fact("roof", "build"),
    fact("light", "wire"),
    {**fact("share", "sweep"), "type": "share"},
    {**fact("kind", "paint"), "type": "single", "options": AMOUNTS},
    {**fact("until", "renew"), "type": "date"},
]
TESTS = [
    {"observation": "roof", "is": True},
    {"observation": "light", "is": True},
    {"observation": "share", "at_least": 0.75},
    {"observation": "kind", "is": "all"},
    {"observation": "until", "ahead": {"at_least": 30}},
]
LEVELS = [
    {"level": n, "text": f"{n}."} | ({"when": {"count_of": TESTS, "at_least": n + (n == 4)}} if n else {})
    for n in range(5)
]
ALL_THERE = {"roof": True, "light": True, "share": "3/4", "kind": "all", "until": "2026-06-01"}


@pytest.fixture
def step_of(build, judge):
    """The advised action of an observed indicator and the level it leads to, for answers to its facts."""

    def run(answers, moments=(), **more):
        given = [("build", 1), ("wire", 2), ("sweep", 3), ("paint", 4), ("renew", 4)]
        actions = [build.action(name, to, **more.get(name, {})) for name, to in given]
        made = {**build.indicator("x", actions=actions), "levels": LEVELS, "observations": FACTS}
        pack = build.pack(build.factor("f", made), context=[DAY], moments=list(moments))
        return [(one.action.id, one.action.to) for one in judge(pack, answers).actions]

    return run


@pytest.mark.parametrize(
    ("lacking", "wanted"),
    [
        ({"roof": False}, ("build", 4)),
        ({"light": False}, ("wire", 4)),
        ({"share": "2/4"}, ("sweep", 4)),
        ({"share": "0/4"}, ("sweep", 4)),
        ({"kind": "some"}, ("paint", 4)),
        ({"until": "2026-05-02"}, ("renew", 4)),
        ({"until": "2026-04-02", "kind": "none"}, ("paint", 4)),
        ({"kind": "none", "light": False}, ("paint", 4)),
        ({"roof": False, "light": False, "share": "0/4", "kind": "none", "until": "2020-01-01"}, ("build", 1)),
    ],
)
def test_an_action_that_brings_about_a_missing_fact_comes_first_whatever_level_it_mostly_leads_to(
    step_of, lacking, wanted
):
    facts = {f"f.x.{name}": value for name, value in {**ALL_THERE, **lacking}.items()}
    assert step_of(facts) == [wanted]


def test_where_no_fact_was_observed_the_lowest_step_comes_next(step_of):
    assert step_of({"f.x": 2}) == [("sweep", 3)]
    assert step_of({f"f.x.{name}": value for name, value in ALL_THERE.items()}) == []


def test_a_near_moment_lifts_no_action_of_which_all_facts_are_there(step_of):
    facts = {f"f.x.{name}": value for name, value in {**ALL_THERE, "roof": False}.items()}
    assert step_of({**facts, "context.day": SOON}, MOMENTS, paint={"moment": "spring"}) == [("build", 4)]
