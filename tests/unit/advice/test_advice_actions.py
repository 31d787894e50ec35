"""Which action each answer asks for, and the general rule that orders them, step by step."""

from __future__ import annotations

import pytest

from mhscan.advice.actions import Reason
from mhscan.answers.model import Answer

EFFORTS = [{"id": "small", "label": "small", "size": 1}, {"id": "big", "label": "big", "size": 4}]
TERMS = [{"id": "soon", "label": "soon", "size": 30}, {"id": "late", "label": "late", "size": 300}]
MODALITIES = [
    {"id": "must", "label": "required", "phrase": "It must.", "severity": "warning"},
    {"id": "may", "label": "possible", "phrase": "It may.", "severity": "notice"},
]
DATE = {"id": "day", "type": "date", "text": "Which day?"}
LEAD = {"id": "lead", "type": "yesno", "text": "Does somebody lead?"}


@pytest.fixture
def pack_of(build):
    """A pack of one factor whose indicators are given by name with their actions."""

    def make(indicators, advice=None, **model):
        made = [
            build.indicator(name, actions=[build.action(**one) for one in actions], **more)
            for name, (actions, more) in indicators.items()
        ]
        model = {"efforts": EFFORTS, "terms": TERMS, "modalities": MODALITIES, "context": [DATE, LEAD], **model}
        source = build.claims(STRONG="must", WEAK="may")
        return build.pack(
            build.factor("f", *made), source=source, advice={"low": 1, "enough": 3, **(advice or {})}, **model
        )

    return make


@pytest.fixture
def advised(judge):
    def run(pack, answers, **more):
        return {one.id.removeprefix("f."): one for one in judge(pack, answers, **more).actions}

    return run


def to_top(name, **more):
    """An indicator with one action, which leads to the top."""
    return {name: ([{"name": f"do-{name}", "to": 4, "effort": "big", "term": "late", **more.pop("action", {})}], more)}


def reasons(one):
    return [reason.kind for reason in one.reasons]


LADDER = {"one": ([{"name": "top", "to": 4}, {"name": "half", "to": 2}], {})}


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (0, ["half"]),
        (1, ["half"]),
        (2, ["top"]),
        (3, ["top"]),
        (4, []),
        (Answer(state="unknown"), []),
        (Answer(state="not_applicable", reason="no"), []),
    ],
)
def test_the_first_step_up_from_the_answer_is_advised(pack_of, advised, answer, wanted):
    assert list(advised(pack_of(LADDER), {"f.one": answer})) == wanted


def test_nothing_is_advised_for_what_may_not_apply(pack_of, advised):
    pack = pack_of(to_top("one", applies_if={"context": "lead", "is": True}))
    assert advised(pack, {"f.one": 0}) == {}
    assert list(advised(pack, {"f.one": 0, "context.lead": True})) == ["do-one"]


def test_an_indicator_that_is_not_scored_is_advised_on_as_well(english_pack, judge):
    assert [one.id for one in judge(english_pack, {"afloat.asked": 1}).actions] == ["afloat.ask-visitors"]


def test_an_action_knows_its_place_level_and_full_id(pack_of, advised):
    one = advised(pack_of(LADDER), {"f.one": 1})["half"]
    assert (one.id, one.level, one.place.id, one.action.to) == ("f.half", 1, "f.one", 2)


def test_without_any_other_reason_the_order_is_that_of_the_model(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two") | to_top("three"))
    assert list(advised(pack, {"f.three": 0, "f.two": 0, "f.one": 0})) == ["do-one", "do-two", "do-three"]


def test_what_blocks_the_rest_comes_first_in_the_order_of_the_pack(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two") | to_top("three"), advice={"first": ["f.three", "f.two"]})
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 1})
    assert list(found) == ["do-three", "do-two", "do-one"]
    assert [reasons(one) for one in found.values()] == [["blocks"], ["blocks"], []]


def test_what_is_no_longer_low_does_not_block(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two"), advice={"first": ["f.two"]})
    assert list(advised(pack, {"f.one": 2, "f.two": 2})) == ["do-one", "do-two"]


def mending(*names, when=None):
    return {
        "id": "r",
        "title": "R",
        "when": when or {"context": "lead", "is": False},
        "text": "Seen.",
        "mend": list(names),
    }


def test_what_mends_a_rule_that_fired_goes_next_in_the_order_of_the_rule(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two") | to_top("three"), rules=[mending("f.three", "f.two")])
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "context.lead": False})
    assert list(found) == ["do-three", "do-two", "do-one"]
    assert found["do-two"].reasons == (Reason("mends", ("r",)),)


@pytest.mark.parametrize("lead", [{"context.lead": True}, {}])
def test_a_rule_that_did_not_fire_moves_nothing(pack_of, advised, lead):
    pack = pack_of(to_top("one") | to_top("two"), rules=[mending("f.two")])
    assert list(advised(pack, {"f.one": 0, "f.two": 0, **lead})) == ["do-one", "do-two"]


def test_all_that_mends_a_warning_goes_before_what_mends_a_notice(pack_of, advised):
    lesser = {**mending("f.one", "f.two"), "id": "lesser", "severity": "notice"}
    serious = {**mending("f.three", "f.two"), "id": "serious", "severity": "warning"}
    pack = pack_of(to_top("one") | to_top("two") | to_top("three"), rules=[lesser, serious])
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "context.lead": False})
    assert list(found) == ["do-three", "do-two", "do-one"]
    assert found["do-two"].reasons == (Reason("mends", ("serious", "lesser")),)


def test_what_waits_for_something_else_goes_to_the_back_of_its_turn_in_a_rule(pack_of, advised):
    waiting = to_top("two", action={"requires": [{"indicator": "f.one", "at_least": 2}]})
    pack = pack_of(
        to_top("one") | waiting | to_top("three") | to_top("four"), rules=[mending("f.two", "f.four", "f.three")]
    )
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "f.four": 3, "context.lead": False})
    assert list(found) == ["do-three", "do-one", "do-two", "do-four"]


def test_of_two_remedies_with_the_same_turn_the_lower_goes_first(pack_of, advised):
    rules = [mending("f.one"), {**mending("f.two"), "id": "other"}]
    pack = pack_of(to_top("one") | to_top("two"), rules=rules)
    assert list(advised(pack, {"f.one": 1, "f.two": 0, "context.lead": False})) == ["do-two", "do-one"]


def test_what_is_low_goes_before_what_only_lacks_the_finish(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two"))
    assert list(advised(pack, {"f.one": 3, "f.two": 1})) == ["do-two", "do-one"]


def test_what_a_rule_looks_at_has_its_turn_until_enough_and_other_remedies_only_while_low(pack_of, advised):
    seen = mending("f.two", "f.three", when={"indicator": "f.three", "at_least": 2})
    pack = pack_of(to_top("one") | to_top("two") | to_top("three"), rules=[seen])
    assert list(advised(pack, {"f.one": 2, "f.two": 2, "f.three": 2})) == ["do-three", "do-one", "do-two"]


def test_what_waits_for_what_blocks_the_rest_keeps_its_turn(pack_of, advised):
    waiting = to_top("two", action={"requires": [{"indicator": "f.one", "at_least": 2}]})
    pack = pack_of(
        to_top("one") | to_top("three") | waiting, advice={"first": ["f.one"]}, rules=[mending("f.two", "f.three")]
    )
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "context.lead": False})
    assert list(found) == ["do-one", "do-two", "do-three"]


def test_a_near_moment_lifts_a_remedy_and_what_has_its_turn_before_it(pack_of, advised):
    rules = [mending("f.one"), {**mending("f.two", "f.three"), "id": "other"}]
    pack = pack_of(
        to_top("one") | to_top("two") | to_top("three", action={"moment": "fair"}), rules=rules, moments=MOMENTS
    )
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0, "context.lead": False, "context.day": "2026-05-02"})
    assert list(found) == ["do-two", "do-three", "do-one"]


def test_of_two_claims_that_are_as_strong_what_is_strong_as_a_whole_goes_first(pack_of, advised):
    pack = pack_of(to_top("one", sources=["STRONG", "WEAK"]) | to_top("two", sources=["STRONG"]))
    assert list(advised(pack, {"f.one": 0, "f.two": 0})) == ["do-two", "do-one"]


def test_blocking_goes_before_mending(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two"), advice={"first": ["f.two"]}, rules=[mending("f.one")])
    assert list(advised(pack, {"f.one": 0, "f.two": 0, "context.lead": False})) == ["do-two", "do-one"]


MOMENTS = [{"id": "fair", "label": "the fair", "date": "context.day"}, {"id": "loose", "label": "some day"}]


@pytest.mark.parametrize(
    ("day", "near"),
    [
        ("2026-05-01", True),
        ("2026-06-30", True),
        ("2026-07-01", False),
        ("2026-04-30", False),
        (None, False),
        (Answer(state="unknown"), False),
    ],
)
def test_an_action_bound_to_a_moment_within_the_days_of_the_pack_goes_before(pack_of, advised, day, near):
    """The assessment is of 1 May 2026; 60 days later is 30 June."""
    pack = pack_of(to_top("one") | to_top("two", action={"moment": "fair"}), advice={"soon_days": 60}, moments=MOMENTS)
    found = advised(pack, {"f.one": 0, "f.two": 0, **({"context.day": day} if day else {})})
    assert list(found) == (["do-two", "do-one"] if near else ["do-one", "do-two"])
    assert found["do-two"].reasons == ((Reason("moment", ("fair",)),) if near else ())


@pytest.mark.parametrize("day", ["2026-13-45", True])
def test_a_date_that_does_not_exist_is_no_moment(pack_of, advised, day):
    pack = pack_of(to_top("one", action={"moment": "fair"}), moments=MOMENTS)
    assert advised(pack, {"f.one": 0, "context.day": day})["do-one"].reasons == ()


def test_a_moment_without_a_date_is_never_near(pack_of, advised):
    pack = pack_of(to_top("one", action={"moment": "loose"}), moments=MOMENTS)
    assert advised(pack, {"f.one": 0, "context.day": "2026-05-02"})["do-one"].reasons == ()


def test_the_stronger_claim_goes_before_the_weaker_and_before_none(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two", sources=["WEAK"]) | to_top("three", sources=["WEAK", "STRONG"]))
    found = advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0})
    assert list(found) == ["do-three", "do-two", "do-one"]
    assert [one.reasons for one in found.values()] == [(Reason("claim", ("must",)),), (Reason("claim", ("may",)),), ()]


def test_a_near_moment_goes_before_a_stronger_claim(pack_of, advised):
    pack = pack_of(to_top("one", sources=["STRONG"]) | to_top("two", action={"moment": "fair"}), moments=MOMENTS)
    assert list(advised(pack, {"f.one": 0, "f.two": 0, "context.day": "2026-05-02"})) == ["do-two", "do-one"]


@pytest.mark.parametrize(
    ("x", "y", "lagging"),
    [([3, 3], [0, 0], "y"), ([0, 0], [3, 3], "x"), ([2, 2], [2, 2], None), ([3], [2, 2], None), ([], [0, 0], None)],
)
def test_the_axis_that_lags_for_sure_goes_first(build, advised, x, y, lagging):
    def axis(name):
        return build.factor(name, *[build.indicator(one, actions=[build.action(one, 4)]) for one in "ab"], phase=name)

    phases = [{"id": one, "title": one} for one in "xy"]
    profile = {"x": "x", "y": "y", "split": 50, "fields": []}
    pack = build.pack(axis("x"), axis("y"), phases=phases, profile=profile, coverage={"minimum": 0})
    levels = {f"{f}.{i}": level for f, given in (("x", x), ("y", y)) for i, level in zip("ab", given, strict=False)}
    found = advised(pack, levels)
    assert found
    lagged = [one for one in found.values() if Reason("lagging_axis", (str(lagging),)) in one.reasons]
    assert lagged == [one for one in list(found.values())[: len(lagged)] if one.place.factor.id == lagging]
    assert bool(lagged) == (lagging is not None)


def test_the_lowest_level_goes_first_then_the_least_effort(pack_of, advised):
    pack = pack_of(to_top("one") | to_top("two", action={"effort": "small"}) | to_top("three"))
    found = advised(pack, {"f.one": 1, "f.two": 1, "f.three": 0})
    assert list(found) == ["do-three", "do-two", "do-one"]
    assert [reasons(one) for one in found.values()] == [[], ["small_effort"], []]


def test_an_action_without_an_effort_counts_as_the_largest(pack_of, advised):
    pack = pack_of(to_top("one", action={"effort": None}) | to_top("two", action={"effort": "small"}))
    found = advised(pack, {"f.one": 0, "f.two": 3})
    assert list(found) == ["do-one", "do-two"]
    assert reasons(found["do-one"]) == []


def test_a_pack_without_efforts_is_advised_on_by_gain_alone(pack_of, advised):
    plain = {"effort": None, "term": None}
    pack = pack_of(to_top("one", action=plain) | to_top("two", action=plain), efforts=[], terms=[])
    found = advised(pack, {"f.one": 3, "f.two": 0})
    assert list(found) == ["do-two", "do-one"]
    assert [one.reasons for one in found.values()] == [(), ()]


def test_an_action_that_gains_no_points_is_not_advised(build, advised):
    flat = {"levels": [{"level": n, "label": str(n), "score": min(n, 1) * 50} for n in range(5)]}
    steps = [build.indicator(one, actions=[build.action(f"do-{one}", 4)]) for one in ("one", "two")]
    found = advised(build.pack(build.factor("f", *steps), scales={"five": flat}), {"f.one": 1, "f.two": 0})
    assert list(found) == ["do-two"]


def needing(*conditions):
    return {"action": {"requires": list(conditions)}}


TWO = {"indicator": "f.two", "at_least": 2}


def test_nothing_goes_before_the_action_on_which_it_depends(pack_of, advised):
    pack = pack_of(to_top("one", **needing(TWO)) | to_top("two"), advice={"first": ["f.one"]})
    found = advised(pack, {"f.one": 0, "f.two": 0})
    assert list(found) == ["do-two", "do-one"]
    assert found["do-two"].reasons == (Reason("enables", ("f.do-one",)),)
    assert found["do-one"].reasons == (Reason("blocks"), Reason("waits", ("f.do-two",)))


def test_an_action_that_stood_before_already_is_only_waited_for(pack_of, advised):
    pack = pack_of(to_top("two") | to_top("one", **needing(TWO)))
    found = advised(pack, {"f.one": 0, "f.two": 0})
    assert [one.reasons for one in found.values()] == [(), (Reason("waits", ("f.do-two",)),)]


def test_what_is_met_is_not_waited_for(pack_of, advised):
    pack = pack_of(to_top("one", **needing(TWO)) | to_top("two"))
    found = advised(pack, {"f.one": 0, "f.two": 2})
    assert [one.reasons for one in found.values()] == [(), ()]


def test_an_open_answer_has_to_be_found_out_first(pack_of, advised):
    pack = pack_of(to_top("one", **needing(TWO)) | to_top("two"))
    assert advised(pack, {"f.one": 0})["do-one"].reasons == (Reason("waits_for_answer", ("f.two",)),)


def test_of_several_requirements_only_what_is_not_met_is_named(pack_of, advised):
    both = {"all": [TWO, {"indicator": "f.three", "at_least": 1}]}
    pack = pack_of(to_top("one", **needing(both, {"context": "lead", "is": True})) | to_top("two") | to_top("three"))
    found = advised(pack, {"f.one": 0, "f.two": 3, "f.three": 0})
    assert list(found) == ["do-three", "do-one", "do-two"]
    assert found["do-one"].reasons == (Reason("waits", ("f.do-three",)), Reason("waits_for_answer", ("context.lead",)))


def test_an_action_of_which_the_ground_is_surely_not_there_is_not_advised(pack_of, advised):
    pack = pack_of(to_top("one", **needing({"context": "lead", "is": True})))
    assert advised(pack, {"f.one": 0, "context.lead": False}) == {}


def test_an_action_that_requires_more_of_its_own_indicator_waits_for_nothing(pack_of, advised):
    pack = pack_of(to_top("one", **needing({"indicator": "f.one", "at_least": 1})))
    assert advised(pack, {"f.one": 0})["do-one"].reasons == ()


def test_actions_that_depend_on_each_other_all_stay(pack_of, advised):
    one = to_top("one", **needing(TWO))
    two = to_top("two", **needing({"indicator": "f.one", "at_least": 2}))
    assert sorted(advised(pack_of(one | two), {"f.one": 0, "f.two": 0})) == ["do-one", "do-two"]


def test_a_chain_of_requirements_is_followed_to_its_start(pack_of, advised):
    three = {"indicator": "f.three", "at_least": 1}
    pack = pack_of(to_top("one", **needing(TWO)) | to_top("two", **needing(three)) | to_top("three"))
    assert list(advised(pack, {"f.one": 0, "f.two": 0, "f.three": 0})) == ["do-three", "do-two", "do-one"]


@pytest.mark.parametrize(
    ("effort", "term", "quick"),
    [
        ("small", "soon", True),
        ("small", "late", False),
        ("big", "soon", False),
        (None, "soon", False),
        ("small", None, False),
    ],
)
def test_a_quick_win_takes_little_effort_and_is_done_soon(pack_of, advised, effort, term, quick):
    pack = pack_of(
        to_top("one", action={"effort": effort, "term": term}),
        advice={"quick": {"efforts": ["small"], "terms": ["soon"]}},
    )
    assert advised(pack, {"f.one": 0})["do-one"].quick is quick


def test_without_a_word_about_quick_wins_there_are_none(pack_of, advised):
    pack = pack_of(to_top("one", action={"effort": "small", "term": "soon"}))
    assert advised(pack, {"f.one": 0})["do-one"].quick is False


@pytest.mark.parametrize("efforts", [EFFORTS, EFFORTS[:1], [{"id": "big", "label": "big", "size": 4}], []])
def test_an_effort_that_is_not_given_is_no_reason_and_has_the_place_of_the_largest(pack_of, advised, efforts):
    bare = {"effort": None}
    pack = pack_of(to_top("one", action=bare) | to_top("two", action=bare), efforts=efforts)
    found = advised(pack, {"f.one": 0, "f.two": 0})
    assert [reasons(one) for one in found.values()] == [[], []]
    pack = pack_of(to_top("bare", action=bare) | to_top("said", action={"effort": "small"}))
    assert list(advised(pack, {"f.bare": 0, "f.said": 0})) == ["do-said", "do-bare"]
    pack = pack_of(to_top("bare", action=bare) | to_top("said", action={"effort": "big"}))
    assert list(advised(pack, {"f.bare": 0, "f.said": 0})) == ["do-bare", "do-said"]


def test_the_only_size_of_effort_is_not_small(pack_of, advised):
    pack = pack_of(to_top("one", action={"effort": "small"}), efforts=EFFORTS[:1])
    assert reasons(advised(pack, {"f.one": 0})["do-one"]) == []


FIVE = {"levels": [{"level": n, "label": f"Step {n}", "score": 25 * n} for n in range(5)]}
THREE = {"levels": [{"level": n, "label": f"Step {n}", "score": 50 * n - 50} for n in (1, 2, 3)]}


@pytest.fixture
def two_scales(build, judge):
    """The actions over an indicator with levels 0-4 and one with levels 1-3, whose scale has limits of its own."""

    def make(answers, scale, advice=None, **model):
        scales = {"five": FIVE, "three": THREE | scale}
        long = build.indicator("long", actions=[build.action("raise-long", 4)])
        short = build.indicator("short", levels=(1, 2, 3), scale="three", actions=[build.action("raise-short", 3)])
        advice = {"low": 1, "enough": 3, **(advice or {})}
        pack = build.pack(build.factor("f", long, short), scales=scales, advice=advice, **model)
        return {one.id: [reason.kind for reason in one.reasons] for one in judge(pack, answers).actions}

    return make


@pytest.mark.parametrize(("scale", "blocks"), [({}, False), ({"low": 2, "enough": 3}, True), ({"low": 1}, False)])
def test_what_is_low_is_that_of_the_scale_and_else_that_of_all(two_scales, scale, blocks):
    found = two_scales({"f.long": 1, "f.short": 2}, scale, {"first": ["f.short"]})
    assert ("blocks" in found["f.raise-short"]) is blocks


@pytest.mark.parametrize(("enough", "mends"), [(2, False), (3, True)])
def test_from_enough_on_an_action_is_advised_but_mends_nothing(two_scales, enough, mends):
    rule = {"id": "r", "title": "R", "when": {"indicator": "f.short", "at_least": 1}, "text": "R.", "mend": ["f.short"]}
    found = two_scales({"f.long": 4, "f.short": 2}, {"enough": enough}, rules=[rule])
    assert ("mends" in found["f.raise-short"]) is mends


def test_answers_on_two_scales_are_compared_by_what_they_are_worth(two_scales):
    found = two_scales({"f.long": 1, "f.short": 1}, {"low": 1})
    assert list(found) == ["f.raise-short", "f.raise-long"]
