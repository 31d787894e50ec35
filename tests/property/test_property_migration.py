"""Migrating never loses an answer; a chain of migrations equals the direct one; doing it again changes nothing.

First with the three versions of the small pack, then with chains of steps that are made at random: the direct migration
is worked out from the two steps by a reference of its own.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.answers.migration import migrate
from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence, PackRef, Respondent
from mhscan.answers.reading import check_fit, pack_ref
from mhscan.integrity.packs import load_pack
from mhscan.loading.document import Document
from mhscan.pack.migration import Migration
from mhscan.pack.pack import Pack

ORCHARD = Path(__file__).resolve().parents[1] / "packs" / "orchard"
OLD, MIDDLE, NEW = (load_pack(ORCHARD / version) for version in ("1.0.0", "1.1.0", "2.0.0"))
CHAIN = replace(NEW, migrations=tuple(one for one in NEW.migrations if (one.from_, one.to) != ("1.0.0", "2.0.0")))

texts = st.none() | st.text("abc \n", min_size=1, max_size=5)
values = (
    st.integers(-1, 6)
    | st.booleans()
    | st.sampled_from(["clay", "sand", "peat", "odd"])
    | st.lists(st.sampled_from(["apple", "pear", "medlar", "odd"]), min_size=1, max_size=3, unique=True).map(tuple)
)
answers = st.builds(
    Answer,
    state=st.sampled_from(["unknown", "not_applicable", "skipped"]),
    reason=st.text("abc", min_size=1, max_size=3),
    note=texts,
) | st.builds(
    Answer,
    state=st.just("answered"),
    value=values,
    said=texts,
    note=texts,
    at=texts,
    carried_by=st.none() | st.builds(CarriedBy, kind=st.sampled_from(["village", "county", "moon"]), name=st.just("x")),
    evidence=st.lists(st.builds(Evidence, title=st.text("xyz", min_size=1, max_size=3)), max_size=2).map(tuple),
)
KEYS = [*OLD.places, *OLD.context, "trees.odd", "respondent.role"]
# What never was a question of the old version, but is one of a version between, or stands elsewhere in the file.
ODD_KEYS = [*KEYS, "water.tank", "subject.trees", "water.storage"]
subjects = st.fixed_dictionaries({"name": st.just("Eden")}, optional={"trees": st.integers(0, 9) | st.just("many")})


def assessment(pack: Pack, given_answers: dict[str, Answer], subject: dict, questionnaire: str = "all") -> Assessment:
    return Assessment(
        schema_="mhscan/assessment@1",
        id="1",
        subject=subject,
        date="2025-05-01",
        pack=pack_ref(pack),
        questionnaire=questionnaire,
        respondent=Respondent(id="2"),
        answers=given_answers,
    )


made = st.builds(assessment, st.just(OLD), st.dictionaries(st.sampled_from(KEYS), answers), subjects)


@st.composite
def right(draw: st.DrawFn) -> Assessment:
    """An assessment whose answers all fit the old version."""
    found = {}
    for key in draw(st.lists(st.sampled_from([*OLD.places, *OLD.context]), unique=True)):
        one = draw(answers)
        if one.state == "answered":
            levels = [0, 1, 2] if key in OLD.places else [one.id for one in OLD.context[key].options]
            value = draw(st.sampled_from(levels))
            update = {"value": (value,) if key == "context.fruit" else value}
            if one.carried_by and one.carried_by.kind == "moon":
                update["carried_by"] = None
            one = one.model_copy(update=update)
        found[key] = one
    subject = {"name": "Eden", "trees": draw(st.integers(0, 9))}
    return assessment(OLD, found, subject)


odd = st.builds(assessment, st.just(OLD), st.dictionaries(st.sampled_from(ODD_KEYS), answers), subjects)


def traces(one: Answer) -> set[str]:
    """All that a person put into an answer, each with what it is."""
    parts = {
        "state": one.state,
        "value": one.value,
        "note": one.note,
        "reason": one.reason,
        "at": one.at,
        "carried": one.carried_by,
        "evidence": one.evidence,
    }
    return {f"{name}={part!r}" for name, part in parts.items() if part is not None}


def is_lossless(before: Assessment, after: Assessment) -> None:
    """Each answer that was given is still an answer or a field of the subject, in all its parts, or archived so."""
    fields_after = [Answer(state="answered", value=value) for value in after.subject.values()]
    kept = [*after.answers.values(), *fields_after, *(one.answer for one in after.archived.values())]
    for key, one in before.answers.items():
        assert any(traces(one) <= traces(other) for other in kept), f"the answer to {key} is lost"
    fields = {value for key, value in before.subject.items() if key != "name"}
    assert fields <= {one.value for one in kept}


@given(made | odd, st.sampled_from([NEW, CHAIN, MIDDLE]))
def test_no_answer_is_ever_lost(before, pack):
    is_lossless(before, migrate(pack, before).assessment)


def test_a_field_that_stood_among_the_answers_goes_where_fields_stand():
    before = assessment(OLD, {"subject.trees": Answer(state="answered", value=0)}, {"name": "Eden"})
    after = migrate(NEW, before).assessment
    assert after.subject == {"name": "Eden", "stems": 0}
    is_lossless(before, after)


@given(made)
def test_no_level_comes_out_of_nothing(before):
    """What was not given in this form says where it comes from, and what was really given is archived."""
    after = migrate(NEW, before).assessment
    for one in after.answers.values():
        given_as_it_is = any(one == other for other in before.answers.values())
        without_carrier = any(one == other.model_copy(update={"carried_by": None}) for other in before.answers.values())
        assert given_as_it_is or without_carrier or (one.derived_from and set(one.derived_from) <= set(after.archived))


@given(made)
def test_a_chain_equals_the_direct_migration(before):
    assert migrate(CHAIN, before).assessment == migrate(NEW, before).assessment


@given(right())
def test_doing_it_in_two_times_gives_the_same_answers(before):
    """Also where the file is written between the two; what is archived then has the ids of the version between."""
    direct = migrate(NEW, before).assessment
    twice = migrate(NEW, migrate(MIDDLE, before).assessment).assessment
    is_lossless(before, twice)
    fields = ("value", "state", "note", "reason", "evidence", "at", "said")
    assert {key: [getattr(one, f) for f in fields] for key, one in twice.answers.items()} == {
        key: [getattr(one, f) for f in fields] for key, one in direct.answers.items()
    }
    assert twice.subject == direct.subject


@given(odd)
def test_doing_it_again_changes_nothing(before):
    once = migrate(NEW, before).assessment
    assert migrate(NEW, once).assessment == once


@given(odd)
def test_what_goes_over_fits(before):
    after = migrate(NEW, before).assessment
    # A reason is the business of whoever answered; these always have one.
    assert [one.message for one in check_fit(NEW, Document("scan.yaml"), after)] == []


# Steps at random ------------------------------------------------------------------------------------------------------


IDS = [f"{letter}.{n}" for letter in "abc" for n in range(3)]


@st.composite
def moves(draw: st.DrawFn, old_ids: list[str], letter: str) -> tuple[list[dict], list[str]]:
    """Steps over some of these ids to fresh ones, and the ids that there are afterwards; each old id in one step."""
    left = draw(st.permutations(old_ids))
    steps, present, n = [], [], 0
    while left:
        kind = draw(st.sampled_from(["keep", "rename", "archive", "map", "split", "ask"]))
        key, left = left[0], left[1:]
        fresh = [f"{letter}.{n}", f"{letter}.{n + 1}"]
        n += 2
        pairs = [{"from": v, "to": 9 - v} for v in range(draw(st.integers(1, 6)))]
        because = {"because": "It went."}
        shapes = {
            "rename": ({"type": "rename", "question": key, "to": fresh[0]}, fresh[:1]),
            "archive": ({"type": "archive", "question": key, **because}, []),
            "map": ({"type": "map", "question": key, "to": fresh[0], "values": pairs}, fresh[:1]),
            "split": ({"type": "split", "question": key, "into": fresh, "level": "same"}, fresh),
            "ask": ({"type": "split", "question": key, "into": fresh, "level": "ask"}, fresh),
        }
        if kind == "keep":
            present.append(key)
        else:
            steps.append(shapes[kind][0])
            present += shapes[kind][1]
    return steps, present


def reference(steps: list[dict], held: dict[str, tuple[str, object]]) -> dict[str, tuple[str, object]]:
    """What steps make of (source, value) by id, worked out without the program."""
    taken = {step["question"] for step in steps}
    after = {key: one for key, one in held.items() if key not in taken}
    for step in steps:
        if step["question"] not in held:
            continue
        source, value = held[step["question"]]
        if step["type"] == "rename":
            after[step["to"]] = (source, value)
        elif step["type"] == "map" and any(pair["from"] == value for pair in step["values"]):
            after[step["to"]] = (source, next(pair["to"] for pair in step["values"] if pair["from"] == value))
        elif step["type"] == "split" and step["level"] == "same":
            after |= dict.fromkeys(step["into"], (source, value))
    return after


def pack_with(version: str, ids: list[str], *migrations: dict) -> Pack:
    """A pack whose context questions are these ids; any number from 0 to 9 is an answer."""
    factors = {one.id: one for one in OLD.factors}
    base = factors["trees"]
    one = base.indicators[0]
    levels = tuple(one.levels[0].model_copy(update={"level": n}) for n in range(10))
    scale = OLD.model.scales["care"]
    wide = scale.model_copy(
        update={"levels": tuple(scale.levels[0].model_copy(update={"level": n}) for n in range(10))}
    )
    made_of = []
    for factor in sorted({key.split(".")[0] for key in ids}):
        own = [key.split(".")[1] for key in ids if key.split(".")[0] == factor]
        indicators = tuple(one.model_copy(update={"id": each, "levels": levels}) for each in own)
        made_of.append(base.model_copy(update={"id": factor, "indicators": indicators}))
    model = OLD.model.model_copy(
        update={"version": version, "factors": tuple(f.id for f in made_of), "scales": {"care": wide}}
    )
    head = {"schema": "mhscan/migration@1"}
    files = tuple(Migration.model_validate({**head, **one}) for one in migrations)
    return replace(OLD, model=model, factors=tuple(made_of), sha256=version, migrations=files)


@settings(max_examples=200)
@given(st.data(), st.dictionaries(st.sampled_from(IDS), st.integers(0, 9), min_size=1))
def test_a_random_chain_comes_to_what_the_steps_say_and_loses_nothing(data, given_values):
    first, between = data.draw(moves(IDS, "d"))
    second, after = data.draw(moves(between, "e")) if between else ([], [])
    if not after:
        after = ["z.9"]
    chain = pack_with(
        "3.0.0",
        after,
        {"from": "1.0.0", "to": "2.0.0", "steps": first},
        {"from": "2.0.0", "to": "3.0.0", "steps": second},
    )
    start = {key: Answer(state="answered", value=value, note=key) for key, value in given_values.items()}
    before = assessment(OLD, start, {"name": "Eden"}).model_copy(
        update={"pack": PackRef(id="orchard", version="1.0.0", sha256="0")}
    )
    moved = migrate(chain, before).assessment
    wanted = reference(second, reference(first, {key: (key, value) for key, value in given_values.items()}))
    assert {key: (one.note, one.value) for key, one in moved.answers.items()} == wanted
    is_lossless(before, moved)
    kept = {one.note for one in moved.answers.values() if not one.derived_from}
    assert set(moved.archived) == set(given_values) - kept
